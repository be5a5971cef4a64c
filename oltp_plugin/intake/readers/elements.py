"""XML read piece by piece: nothing is kept but what the caller asked for."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import IO
from xml.parsers import expat

ERRORS = (expat.ExpatError, UnicodeError)
_BLOCK = 1 << 14  # a row of an ODS may stand for 16,384 cells in 100 bytes


class Refused(ValueError):  # noqa: N818 - by the reader, not an error of the file
    """The document does what no spreadsheet program writes, or holds more than is read."""


class Elements:
    """Calls ``start(name, attributes)``, ``end(name)``, ``text(data)``, with plain names.

    Names come without their prefix. A document type is refused: entities are defined there.
    """

    def __init__(
        self,
        start: Callable[[str, dict[str, str]], None],
        end: Callable[[str], None],
        text: Callable[[str], None],
    ):
        self._names: dict[str, str] = {}
        self._start, self._end = start, end
        self._parser = expat.ParserCreate()
        self._parser.buffer_text = True
        self._parser.StartElementHandler = self._first
        self._parser.CharacterDataHandler = text
        self._parser.StartDoctypeDeclHandler = self._refuse

    def _first(self, name: str, values: dict[str, str]) -> None:
        """The root: names are looked at one by one only if it has a prefix."""
        if ":" in name:
            start, end = self._start, self._end
            self._parser.StartElementHandler = lambda name, values: start(self._plain(name), values)
            self._parser.EndElementHandler = lambda name: end(self._plain(name))
        else:
            self._parser.StartElementHandler = self._start
            self._parser.EndElementHandler = self._end
        self._parser.StartElementHandler(name, values)

    def _plain(self, name: str) -> str:
        plain = self._names.get(name)
        if plain is None:
            plain = self._names[name] = name.rpartition(":")[2]
        return plain

    def blocks(self, file: IO[bytes]) -> Iterator[None]:
        """Parse ``file``, pausing after each block."""
        while block := file.read(_BLOCK):
            self._parser.Parse(block, False)
            yield
        self._parser.Parse(b"", True)
        yield

    @staticmethod
    def _refuse(*_declaration: object) -> None:
        raise Refused("document type")


def attribute(values: dict[str, str], name: str) -> str | None:
    """An attribute by its name without prefix."""
    if name in values:
        return values[name]
    return next((v for key, v in values.items() if key.rpartition(":")[2] == name), None)
