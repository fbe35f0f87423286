#!/usr/bin/env python3
"""The checker itself: a wrong include in each kind of folder is found, a right one is not."""
import importlib.util
import tempfile
import unittest
from pathlib import Path

spec = importlib.util.spec_from_file_location("check_includes", Path(__file__).with_name("check_includes.py"))
check_includes = importlib.util.module_from_spec(spec)
spec.loader.exec_module(check_includes)


class Rules(unittest.TestCase):
    def check(self, path, text):
        with tempfile.TemporaryDirectory() as folder:
            file = Path(folder) / path
            file.parent.mkdir(parents=True)
            file.write_text(text)
            return check_includes.main(Path(folder))

    def test_wrong_directions_are_found(self):
        self.assertEqual(self.check("core/layout/a.cpp", '#include "plugin/registry.hpp"\n'), 1)
        self.assertEqual(self.check("core/model/a.cpp", '#include "config/layout_reader.hpp"\n'), 1)
        self.assertEqual(self.check("core/page/a.cpp", '#include "model/theme.hpp"\n'), 1)
        self.assertEqual(self.check("plugins/x/a.cpp", '#include "model/value.hpp"\n'), 1)
        self.assertEqual(self.check("sdk/include/sheaf/a.hpp", '#include "base/json.hpp"\n'), 1)

    def test_brackets_do_not_hide_a_direction(self):
        self.assertEqual(self.check("core/layout/a.cpp", "#include <plugin/registry.hpp>\n"), 1)
        self.assertEqual(self.check("plugins/x/a.cpp", "#include <model/value.hpp>\n"), 1)
        self.assertEqual(self.check("core/layout/a.cpp", "#include <model/theme.hpp>\n#include <sys/stat.h>\n"), 0)

    def test_libraries_stay_at_home(self):
        self.assertEqual(self.check("core/cli/a.cpp", "#include <yaml-cpp/yaml.h>\n"), 1)
        self.assertEqual(self.check("core/layout/a.cpp", "#include <hpdf.h>\n"), 1)

    def test_right_directions_pass(self):
        self.assertEqual(self.check("core/layout/a.cpp", '#include "model/theme.hpp"\n#include <vector>\n'), 0)
        self.assertEqual(self.check("plugins/x/a.cpp", '#include "sheaf/section.hpp"\n#include "rows.hpp"\n'), 0)


if __name__ == "__main__":
    unittest.main()
