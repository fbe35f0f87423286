#!/usr/bin/env python3
"""Checks that the judge does not wave everything through.

Usage: judge_test.py VERAPDF_LIB
"""
import subprocess
import sys
import tempfile
import unittest
from pathlib import Path

JUDGE = Path(__file__).with_name("judge.py")
JARS = sys.argv.pop()


def plain_pdf():
    """A sound PDF that is neither tagged nor archivable: its font is not embedded, and it has no title."""
    content = b"BT /F1 12 Tf 72 720 Td (Nobody can read me aloud) Tj ET"
    objects = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>>",
        b"<</Length %d>>\nstream\n%s\nendstream" % (len(content), content),
        b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
    ]
    file, offsets = b"%PDF-1.7\n", []
    for number, body in enumerate(objects, 1):
        offsets.append(len(file))
        file += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    table = b"".join(b"%010d 00000 n \n" % offset for offset in offsets)
    return file + b"xref\n0 6\n0000000000 65535 f \n%strailer\n<</Size 6/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF\n" % (
        table, len(file))


class JudgeTest(unittest.TestCase):
    def judge(self, files, jars=JARS, more=()):
        with tempfile.TemporaryDirectory() as folder:
            for name, content in files.items():
                Path(folder, name).write_bytes(content)
            done = subprocess.run([sys.executable, JUDGE, folder, "--verapdf", jars, "--goldens", folder, *more],
                                  capture_output=True, text=True)
        return done.returncode, done.stdout

    def test_complains_about_an_untagged_file_under_each_head(self):
        code, output = self.judge({"plain.pdf": plain_pdf()})
        self.assertEqual(code, 1)
        for complaint in ("veraPDF ua1: FAIL", "veraPDF 2a: FAIL", "pdffonts: not embedded", "Tagged is “no”", "no title"):
            self.assertIn(complaint, output)
        self.assertNotIn("qpdf", output)

    def test_complains_about_a_file_cut_short(self):
        code, output = self.judge({"cut.pdf": plain_pdf()[:200]})
        self.assertEqual(code, 1)
        self.assertIn("cut.pdf: qpdf:", output)
        self.assertIn("veraPDF ua1:", output)

    def test_complains_about_an_empty_folder(self):
        self.assertEqual(self.judge({"notes.txt": b"no PDF here"})[0], 1)

    def test_complains_when_a_golden_that_must_be_there_is_gone(self):
        code, output = self.judge({"plain.pdf": plain_pdf()}, more=("--golden", "plain"))
        self.assertEqual(code, 1)
        self.assertIn("plain.txt: the golden of plain.pdf is missing", output)
        self.assertNotIn("is missing", self.judge({"plain.pdf": plain_pdf()})[1])

    def test_complains_about_text_that_differs_from_its_golden(self):
        output = self.judge({"plain.pdf": plain_pdf(), "plain.txt": b"Somebody read me aloud"})[1]
        self.assertIn("structure and text differ from", output)

    def test_complains_when_a_judge_is_missing(self):
        self.assertEqual(self.judge({"plain.pdf": plain_pdf()}, jars="/nonexistent")[0], 2)


if __name__ == "__main__":
    unittest.main()
