"""Combo boxes of closed lists: words shown, codes chosen."""

from __future__ import annotations

from collections.abc import Mapping

from qgis.PyQt.QtWidgets import QComboBox


def fill(combo: QComboBox, words: Mapping, nothing: str | None = None) -> None:
    """``nothing``: the words for none of them, offered first."""
    combo.clear()
    if nothing is not None:
        combo.addItem(nothing, None)
    for code, text in words.items():
        combo.addItem(text, code)


def choose(combo: QComboBox, code) -> None:
    """Choose a code; one that the list does not have is added as it is."""
    place = combo.findData(code)
    if place < 0 and code is not None:
        combo.addItem(str(code), code)
        place = combo.count() - 1
    combo.setCurrentIndex(max(place, 0))
