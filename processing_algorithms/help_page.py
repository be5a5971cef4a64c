"""Help pages: the Markdown of ``help/`` as plain HTML, which any Qt text and a terminal can show.

Only what the pages use: headings, paragraphs, lists, tables, bold, italic, code, links, and
pictures of ``help/images``, as ``![what it shows](name.png)`` in a block of their own. Qt's own
conversion writes styles that make whole lists bold.
"""

from __future__ import annotations

import html
import re

from oltp_plugin.paths import HELP

WIDTH = 230  # pixels, of the dialog's help at its usual size
_IMAGE = re.compile(r"!\[([^\]]+)\]\(([\w-]+\.png)\)")
_INLINE = (
    (re.compile(r"`([^`]+)`"), r"<code>\1</code>"),
    (re.compile(r"\*\*([^*]+)\*\*"), r"<b>\1</b>"),
    (re.compile(r"\*([^*\s][^*]*)\*"), r"<i>\1</i>"),
    (re.compile(r"\[([^\]]+)\]\(([^)\s]+)\)"), r'<a href="\2">\1</a>'),
    (re.compile(r"&lt;(https?://[^&\s]+)&gt;"), r'<a href="\1">\1</a>'),
)
_HEADING = re.compile(r"(#{1,3}) (.*)")
_ITEM = re.compile(r"(?:-|\d+\.) (.*)")


def help_page(name: str, language: str) -> str:
    """The algorithm's page in ``language`` (two letters; English where there is none), as HTML."""
    page = HELP / f"{name}.{language}.md"
    if not page.exists():
        page = HELP / f"{name}.en.md"
    return to_html(_below_title(page.read_text(encoding="utf-8"))) if page.exists() else ""


def _below_title(markdown: str) -> str:
    """The page without its first line: QGIS writes the algorithm's name above it."""
    return markdown.split("\n", 1)[1]


def to_html(markdown: str) -> str:
    """Plain HTML of a page; lines of a block are joined, blocks are parted by empty lines."""
    return "\n".join(_block(block) for block in re.split(r"\n\s*\n", markdown.strip()))


def _block(block: str) -> str:
    lines = block.splitlines()
    image = _IMAGE.fullmatch(block)
    if image:
        source = (HELP / "images" / image[2]).as_uri()
        return f'<p><img src="{source}" alt="{html.escape(image[1])}" width="{WIDTH}"/></p>'
    heading = _HEADING.fullmatch(lines[0])
    if heading:
        level, title = len(heading[1]), _inline(heading[2])
        rest = "\n".join(lines[1:])
        return f"<h{level}>{title}</h{level}>" + (f"\n{_block(rest)}" if rest else "")
    if lines[0].startswith("|"):
        return _table(lines)
    if not _ITEM.match(lines[0]):
        return f"<p>{_inline(' '.join(lines))}</p>"
    kind = "ul" if lines[0].startswith("-") else "ol"
    items = "".join(f"<li>{_inline(item)}</li>\n" for item in _items(lines))
    return f"<{kind}>\n{items}</{kind}>"


def _table(lines: list[str]) -> str:
    """A heading row, a row of dashes, then rows."""
    rows = [
        [_inline(cell.strip()) for cell in line.strip().strip("|").split("|")] for line in lines
    ]
    marked = [("th", rows[0]), *(("td", row) for row in rows[2:])]
    body = "".join(
        "<tr>" + "".join(f"<{mark}>{cell}</{mark}>" for cell in row) + "</tr>\n"
        for mark, row in marked
    )
    return f"<table>\n{body}</table>"


def _items(lines: list[str]) -> list[str]:
    """Each list item on one line, however it was wrapped."""
    items: list[str] = []
    for line in lines:
        item = _ITEM.match(line)
        if item:
            items.append(item[1])
        else:
            items[-1] += " " + line.strip()
    return items


def _inline(text: str) -> str:
    text = html.escape(text, quote=False)
    for pattern, replacement in _INLINE:
        text = pattern.sub(replacement, text)
    return text
