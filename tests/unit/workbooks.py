"""Workbooks made for a test, part by part, as other programs write them."""

from __future__ import annotations

import zipfile
from pathlib import Path

_TYPES = (
    '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/'
    'content-types"><Default Extension="xml" ContentType="application/xml"/></Types>'
)
_MAIN = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
_RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_ODS = (
    '<office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"'
    ' xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0"'
    ' xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"><office:body>'
    "<office:spreadsheet>{}</office:spreadsheet></office:body></office:document-content>"
)


def text(reference: str, words: str) -> str:
    """A cell of an .xlsx that holds its text."""
    return f'<c r="{reference}" t="inlineStr"><is><t>{words}</t></is></c>'


def row(line: int, *cells: str) -> str:
    """A row of an .xlsx."""
    return f'<row r="{line}">{"".join(cells)}</row>'


def xlsx(
    path: Path,
    sheets: dict[str, str],
    formats: tuple[str, ...] = ("dd/mm/yyyy", "h:mm", 'dd/mm/yyyy" à "hh\\hmm'),
    from_1904: bool = False,
    parts: dict[str, str] | None = None,
) -> Path:
    """An .xlsx: sheets by name; style 1, 2, 3… is each number format in turn."""
    listed = "".join(
        f'<sheet name="{name}" sheetId="{i}" r:id="r{i}"/>' for i, name in enumerate(sheets)
    )
    related = "".join(
        f'<Relationship Id="r{i}" Type="{_RELATIONS}/worksheet" Target="worksheets/{i}.xml"/>'
        for i in range(len(sheets))
    )
    codes = "".join(
        f'<numFmt numFmtId="{164 + i}" formatCode="{code.replace(chr(34), "&quot;")}"/>'
        for i, code in enumerate(formats)
    )
    styles = "".join(f'<xf numFmtId="{164 + i}"/>' for i in range(len(formats)))
    content = {
        "[Content_Types].xml": _TYPES,
        "xl/workbook.xml": f'<workbook {_MAIN} xmlns:r="{_RELATIONS}">'
        f'<workbookPr date1904="{int(from_1904)}"/><sheets>{listed}</sheets></workbook>',
        "xl/_rels/workbook.xml.rels": f"<Relationships>{related}</Relationships>",
        "xl/styles.xml": f"<styleSheet {_MAIN}><numFmts>{codes}</numFmts>"
        f'<cellStyleXfs><xf numFmtId="0"/></cellStyleXfs>'
        f'<cellXfs><xf numFmtId="0"/>{styles}</cellXfs></styleSheet>',
        **{
            f"xl/worksheets/{i}.xml": f'<worksheet {_MAIN}><dimension ref="A1:XFD1048576"/>'
            f"<sheetData>{rows}</sheetData></worksheet>"
            for i, rows in enumerate(sheets.values())
        },
        **(parts or {}),
    }
    return _zipped(path, content)


def cell(words: str = "", kind: str = "string", more: str = "") -> str:
    """A cell of an .ods; ``kind`` is its value type, ``more`` other attributes."""
    start = f'<table:table-cell office:value-type="{kind}" {more}>'
    return f"{start}<text:p>{words}</text:p></table:table-cell>"


def line(*cells: str, repeated: int = 1) -> str:
    """A row of an .ods."""
    return (
        f'<table:table-row table:number-rows-repeated="{repeated}">{"".join(cells)}'
        "</table:table-row>"
    )


def ods(path: Path, sheets: dict[str, str]) -> Path:
    """An .ods: sheets by name."""
    tables = "".join(
        f'<table:table table:name="{name}">{rows}</table:table>' for name, rows in sheets.items()
    )
    content = {
        "mimetype": "application/vnd.oasis.opendocument.spreadsheet",
        "META-INF/manifest.xml": "<manifest/>",
        "content.xml": _ODS.format(tables),
    }
    return _zipped(path, content)


def _zipped(path: Path, content: dict[str, str]) -> Path:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, words in content.items():
            archive.writestr(name, words)
    return path
