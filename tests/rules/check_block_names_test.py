#!/usr/bin/env python3
"""The checker itself: a literal in each place of a name is found, the same word elsewhere is not."""
import importlib.util
import tempfile
import unittest
from pathlib import Path

spec = importlib.util.spec_from_file_location("check_block_names", Path(__file__).with_name("check_block_names.py"))
check_block_names = importlib.util.module_from_spec(spec)
spec.loader.exec_module(check_block_names)

DESCRIPTION = """SHEAF_KIND(Table, "table/1", Free, Nothing, "a table")
SHEAF_ATTRIBUTE(Caption, "caption", AnyText, Optional, 0, "its title")
SHEAF_KIND(Link, "link/1", Inline, Inline, "a link")
SHEAF_ATTRIBUTE(To, "to", AnyText, Required, 0, "where it leads")
"""


class Names(unittest.TestCase):
    def check(self, path, text):
        with tempfile.TemporaryDirectory() as folder:
            for name, content in (("sdk/include/sheaf/block_kinds.inc", DESCRIPTION), (path, text)):
                file = Path(folder) / name
                file.parent.mkdir(parents=True, exist_ok=True)
                file.write_text(content)
            return check_block_names.main(Path(folder))

    def header(self, text):
        return self.check("sdk/include/sheaf/a.hpp", text)

    def test_literals_in_the_wrapper_are_found(self):
        self.assertEqual(self.header('begin("table/1");'), 1)
        self.assertEqual(self.header('begin(block_kind::kTable, {{"caption", caption}});'), 1)
        self.assertEqual(self.header('{{kTo, to},\n {"caption", caption}}'), 1)
        self.assertEqual(self.header('mark(block_kind::kLink,\n     "to", to, inner);'), 1)
        self.assertEqual(self.header('{Step::Verb::Attribute, "to", std::string(to)}'), 1)
        self.assertEqual(self.header('AttributeName("to")'), 1)
        self.assertEqual(self.header('given[0] == "to"'), 1)

    def test_the_same_words_elsewhere_pass(self):
        self.assertEqual(self.header('begin(block_kind::kTable, {{kCaption, "to"}});  // "table/1"'), 0)
        self.assertEqual(self.header('Text to(from.get("to")); static_assert(ok, "as in \\"table/1\\"");'), 0)

    def test_the_engine_asks_for_described_attributes_only(self):
        self.assertEqual(self.check("core/document/a.cpp", 'block.attribute("captoin")'), 1)
        self.assertEqual(self.check("core/document/a.cpp", 'block.attribute("caption")'), 0)


if __name__ == "__main__":
    unittest.main()
