"""What a PDF tells: to a reader, and to somebody who takes its bytes apart."""

import re
import subprocess
import zlib
from pathlib import Path

STREAM = re.compile(rb"<<([^<>]*)>>\s*stream\r?\n(.*?)\nendstream", re.S)


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
    copied = subprocess.run(["pdftotext", pdf, "-"], capture_output=True, check=True).stdout
    meant = [objects_of(pdf), copied, *(each for each in streams_of(pdf) if _is_written(each))]
    return any(
        re.search(rb"(?<![A-Za-z])" + re.escape(word.encode(coding)) + rb"(?![A-Za-z])", part)
        for part in meant
        for coding in ("utf-8", "utf-16-be")
    )


def _is_written(stream: bytes) -> bool:
    printable = sum(32 <= byte < 127 or byte in b"\r\n\t" for byte in stream[:4096])
    return printable > 0.9 * len(stream[:4096])
