"""Pages of text: the same on every screen, and safe to make in a thread."""

import os
import subprocess
import sys

import numpy as np
import pytest

from oltp_plugin.paths import ROOT
from oltp_plugin.printing import document
from oltp_plugin.printing.document import Document
from oltp_plugin.printing.page_drawings import cells_told
from oltp_plugin.printing.sheet import Sheet, Text

_WRITE = """
import sys
from pathlib import Path
from qgis.PyQt.QtWidgets import QApplication
app = QApplication([])
from oltp_plugin.printing.document import Document
from oltp_plugin.printing.page_drawings import cells_told
page = Document("Title")
page.paragraph("Some words. " * 60)
page.table(["Name", "n"], [("Line", "12")] * 20, numbers=[1], widths=[40, 10])
page.write(Path(sys.argv[1]), "foot")
"""


def test_qts_layout_of_a_text_is_never_seen_from_python(tmp_path, monkeypatch):
    """PyQt learns in the main thread that it has gone, and then takes the next one at its address
    for it: a page made in a thread was refused at times."""
    seen = []
    monkeypatch.setattr(document.QTextDocument, "documentLayout", seen.append)
    page = Document("Title")
    page.paragraph("Words")
    assert page.write(tmp_path / "page.pdf", "foot") == 1
    text, sheet = Text(), Sheet("Title", "foot")
    text.items(["Words"] * 80)
    sheet.add(text)
    assert sheet.write(tmp_path / "sheet.pdf") == 2
    assert seen == []


@pytest.fixture(scope="module")
def set_on(tmp_path_factory):
    """Where each word stands on the page, made on a screen of so many dots per inch."""
    folder = tmp_path_factory.mktemp("screens")

    def run(dots: int) -> list[bytes]:
        output = folder / f"{dots}.pdf"
        paths = os.pathsep.join([str(ROOT), *sys.path])
        environment = os.environ | {"QT_FONT_DPI": str(dots), "PYTHONPATH": paths}
        subprocess.run([sys.executable, "-c", _WRITE, output], env=environment, check=True)
        told = subprocess.run(["pdftotext", "-bbox", output, "-"], capture_output=True, check=True)
        return [line for line in told.stdout.splitlines() if b"<word" in line]

    return run


def test_a_page_is_the_same_on_every_screen(set_on):
    usual = set_on(96)
    assert sum(b">Line<" in word for word in usual) == 20
    assert set_on(144) == usual


def test_a_single_small_hour_does_not_follow_from_the_total():
    cells = np.full((8, 7), 9.0)
    cells[2, 3], cells[4, 5], cells[0, 0] = 2.4, 0.2, 0.0
    told = cells_told(cells, 5)
    assert not told[2, 3]
    assert np.count_nonzero(~told) == 4  # nothing, a trace, the few, and one that hides them
    assert cells_told(cells, 0).sum() == 55
