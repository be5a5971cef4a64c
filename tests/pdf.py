"""What a PDF tells: to a reader, and to somebody who takes its bytes apart."""

import re
import subprocess
import zlib
from pathlib import Path

STREAM = re.compile(rb"<<([^<>]*)>>\s*stream\r?\n(.*?)\nendstream", re.S)


def copied(pdf: Path, *options: str) -> str:
    """The text as a reader copies it; ``options``: pdftotext's, such as ``-layout``."""
    return _told("pdftotext", *options, pdf, "-")


def text_of(pdf: Path, *options: str) -> str:
    """The same on one line."""
    return re.sub(r"\s+", " ", copied(pdf, *options))


def words_of(pdf: Path) -> str:
    """The text as it lies on the pages, on one line."""
    return text_of(pdf, "-layout")


def pages_of(pdf: Path) -> list[str]:
    """The same, page by page, without the blank ones."""
    pages = copied(pdf, "-layout").split("\f")
    return [re.sub(r"\s+", " ", page) for page in pages if page.strip()]


def facts_of(pdf: Path) -> dict[str, str]:
    """What the file says of itself: title, pages, page size…"""
    lines = (line.partition(":") for line in _told("pdfinfo", pdf).splitlines())
    return {name: value.strip() for name, _, value in lines}


def pictures_in(pdf: Path) -> list[list[str]]:
    """pdfimages' columns for each picture."""
    return [line.split() for line in _told("pdfimages", "-list", pdf).splitlines()[2:]]


def _told(*command) -> str:
    return subprocess.run(command, capture_output=True, check=True).stdout.decode()


def streams_of(pdf: Path, whole=True) -> list[bytes]:
    """The PDF's streams, unpacked where they are packed; ``whole``: images and metadata too."""
    # The last byte of packed data may be a carriage return: it is no part of the line's end.
    streams = []
    for head, body in (match.groups() for match in STREAM.finditer(pdf.read_bytes())):
        if (b"/Image" in head or b"/Metadata" in head) and not whole:
            continue
        packed = b"/FlateDecode" in head
        streams.append(zlib.decompressobj().decompress(body) if packed else body)
    return streams


def objects_of(pdf: Path) -> bytes:
    """The file without its streams."""
    return STREAM.sub(b"", pdf.read_bytes())


def tells(pdf: Path, word: str) -> bool:
    """Whether the word stands, as a whole word, anywhere that is meant to be read: the file's
    objects, what draws its pages, its metadata, and the text as a reader copies it.

    Pixels, outlines of letters and packed bytes are left out: a short word such as a login turns
    up in megabytes of them by mere chance."""
    written = filter(_is_written, streams_of(pdf))
    meant = [objects_of(pdf), copied(pdf).encode(), *written]
    return any(
        re.search(rb"(?<![A-Za-z])" + re.escape(word.encode(coding)) + rb"(?![A-Za-z])", part)
        for part in meant
        for coding in ("utf-8", "utf-16-be")
    )


def _is_written(stream: bytes) -> bool:
    printable = sum(32 <= byte < 127 or byte in b"\r\n\t" for byte in stream[:4096])
    return printable > 0.9 * len(stream[:4096])
