"""Every algorithm has a page in both languages, and the pages become sound HTML."""

from pathlib import Path
from urllib.parse import urlparse
from urllib.request import url2pathname
from xml.etree import ElementTree

import pytest

from oltp_plugin.paths import HELP
from processing_algorithms.help_page import help_page, to_html


def test_markdown_becomes_plain_html():
    page = (
        "# Title\n\nA *slanted*, **bold** `a < b`\nline & more.\n\n"
        "- one\n  goes on\n- [two](https://example.org/2)\n\n## Next\n1. first\n"
    )
    assert to_html(page) == (
        "<h1>Title</h1>\n"
        "<p>A <i>slanted</i>, <b>bold</b> <code>a &lt; b</code> line &amp; more.</p>\n"
        '<ul>\n<li>one goes on</li>\n<li><a href="https://example.org/2">two</a></li>\n</ul>\n'
        "<h2>Next</h2>\n<ol>\n<li>first</li>\n</ol>"
    )


def test_tables():
    assert to_html("| a | b |\n|---|---|\n| `n` | 1 |") == (
        "<table>\n<tr><th>a</th><th>b</th></tr>\n"
        "<tr><td><code>n</code></td><td>1</td></tr>\n</table>"
    )


@pytest.mark.parametrize("language", ["en", "fr"])
def test_every_algorithm_has_a_page(provider, language):
    for algorithm in provider.algorithms():
        assert (HELP / f"{algorithm.name()}.{language}.md").exists(), algorithm.name()
        page = ElementTree.fromstring(f"<div>{help_page(algorithm.name(), language)}</div>")
        assert page.find("h1") is None, "QGIS writes the algorithm's name above the page"
        assert page.find("p") is not None
        assert "**" not in "".join(page.itertext())


def test_pictures_are_there_and_small(provider):
    shown = set()
    for algorithm in provider.algorithms():
        for language in ("en", "fr"):
            page = ElementTree.fromstring(f"<div>{help_page(algorithm.name(), language)}</div>")
            sources = [urlparse(each.get("src")).path for each in page.iter("img")]
            pictures = {Path(url2pathname(source)) for source in sources}
            assert all(each.get("alt") for each in page.iter("img"))
            assert all(picture.stat().st_size < 60_000 for picture in pictures), pictures
            shown |= pictures
    assert shown == set((HELP / "images").glob("*.png"))


def test_another_language_reads_english(provider):
    for algorithm in provider.algorithms():
        assert help_page(algorithm.name(), "de") == help_page(algorithm.name(), "en")
