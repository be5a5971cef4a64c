"""How a text file is encoded, from all of its bytes."""

from __future__ import annotations

import codecs
from collections.abc import Callable, Iterator
from pathlib import Path

import numpy as np

BLOCK = 1 << 20
_ENOUGH = 1000
_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
# What French writes outside ASCII, and what its word processors put there.
_FRENCH = "éèàêçôîûùâëïüöœæÉÈÀÊÇÔÎÛÂËÏŒ°«»’‘“”–—…€²½\u00a0"


def detect(path: Path, tick: Callable[[], None] = lambda: None) -> tuple[str, str]:
    """The encoding, and how its errors are to be taken (``strict`` or ``replace``).

    By its byte order mark; by zeros at every other place (UTF-16); UTF-8 if its bytes fit, but
    for less than one in ten non-ASCII letters, which are replaced; else the one of CP1252 and
    CP850 that makes French of most bytes; Latin-1 where CP1252 has no such letter. ``tick`` is
    called now and then, and may raise to stop.
    """

    def block() -> bytes:
        tick()
        return file.read(BLOCK)

    with path.open("rb") as file:
        head = file.read(1 << 16)
    for mark, encoding in _MARKS:
        if head.startswith(mark):
            return encoding, "strict"
    if wide := _wide(head):
        return wide, "strict"
    with path.open("rb") as file:
        return of_bytes(iter(block, b""))


def of_bytes(blocks: Iterator[bytes]) -> tuple[str, str]:
    """The same for texts without a mark: UTF-8, CP1252, CP850 or Latin-1."""
    decoder = codecs.getincrementaldecoder("utf-8")("replace")
    histogram = np.zeros(256, dtype=np.int64)
    letters = wrong = 0
    for block in blocks:
        if block.isascii() and not decoder.getstate()[0]:
            continue
        histogram += np.bincount(np.frombuffer(block, dtype=np.uint8), minlength=256)
        if wrong > _ENOUGH and letters < 11 * wrong:
            continue  # not UTF-8
        text = decoder.decode(block)
        wrong += text.count("\ufffd")
        letters += len(text) - len(text.encode("ascii", "ignore"))
    wrong += len(decoder.decode(b"", final=True))
    good = letters - wrong
    if good >= 10 * wrong:
        return "utf-8", "replace" if wrong else "strict"
    return _one_byte(histogram), "strict"


def _one_byte(histogram: np.ndarray) -> str:
    high = np.arange(128, 256, dtype=np.uint8)
    score = {
        encoding: sum(
            int(histogram[byte]) * (1 if letter in _FRENCH else -1)
            for byte, letter in zip(high, bytes(high).decode(encoding, "replace"))
        )
        for encoding in ("cp1252", "cp850")
    }
    if score["cp850"] > score["cp1252"]:
        return "cp850"
    undefined = [0x81, 0x8D, 0x8F, 0x90, 0x9D]
    return "latin-1" if histogram[undefined].any() else "cp1252"


def _wide(head: bytes) -> str | None:
    """UTF-16 without its mark: of Latin letters every other byte is zero."""
    even, odd = head[0::2], head[1::2]
    if len(odd) < 2:
        return None
    if odd.count(0) > 0.4 * len(odd) and even.count(0) < 0.01 * len(even) + 1:
        return "utf-16-le"
    if even.count(0) > 0.4 * len(even) and odd.count(0) < 0.01 * len(odd) + 1:
        return "utf-16-be"
    return None
