"""The French is complete, fits its source, and is what QGIS loads; needs no QGIS."""

import ast
import re
import shutil
import subprocess
from pathlib import Path
from string import Formatter
from xml.etree import ElementTree

import pytest

ROOT = Path(__file__).resolve().parents[2]
TS = ROOT / "i18n" / "oltp_fr.ts"
QM = TS.with_suffix(".qm")


def needs(tool: str):
    return pytest.mark.skipif(shutil.which(tool) is None, reason=f"needs {tool}")


def messages(ts: Path) -> dict[tuple, ElementTree.Element]:
    """Context, source and what tells equal sources apart -> the translation's element."""
    return {
        (context.findtext("name"), message.findtext("source"), message.findtext("comment")): (
            message.find("translation")
        )
        for context in ElementTree.parse(ts).iter("context")
        for message in context.iter("message")
    }


@pytest.fixture(scope="module")
def french() -> list[tuple[str, str]]:
    """Each source and its translation."""
    return [(source, element.text or "") for (_, source, _), element in messages(TS).items()]


def sources(*patterns: str) -> list[str]:
    """The files that git knows, as for ``make translations``."""
    listed = subprocess.run(
        ["git", "ls-files", *patterns, ":!tests"],
        cwd=ROOT,
        check=True,
        capture_output=True,
        text=True,
    )
    return listed.stdout.splitlines()


def placeholders(text: str) -> list[str]:
    return sorted(name for _, name, _, _ in Formatter().parse(text) if name is not None)


@needs("pylupdate5")
def test_the_texts_are_those_of_the_sources(tmp_path):
    gathered = tmp_path / "gathered.ts"
    subprocess.run(
        ["pylupdate5", *sources("*.py", "*.ui"), "-ts", str(gathered)],
        cwd=ROOT,
        check=True,
        capture_output=True,
    )
    assert set(messages(gathered)) == set(messages(TS)), "run make translations"


def test_every_text_that_tr_is_given_can_be_found(french):
    """By its value when Python runs, whatever pylupdate5 made of its quotes and line breaks."""
    given = {
        node.args[0].value
        for file in sources("*.py")
        for node in ast.walk(ast.parse((ROOT / file).read_text(encoding="utf-8")))
        if isinstance(node, ast.Call)
        and getattr(node.func, "id", "") == "tr"
        and isinstance(node.args[0], ast.Constant)
    }
    assert len(given) > 300
    assert given - {source for source, _ in french} == set()


def test_nothing_is_left_to_translate():
    for key, element in messages(TS).items():
        assert element.get("type") is None, key
        assert (element.text or "").strip(), key


def test_placeholders_and_keyboard_letters_are_kept(french):
    for source, text in french:
        assert placeholders(text) == placeholders(source), source
        assert text.count("&") == source.count("&"), source


def test_french_typography(french):
    """No-break spaces, quotation marks and the apostrophe as in the help pages."""
    for source, text in french:
        assert not re.search(r" [:;!?»%]|« |[^\u00a0][;!?»%]|«[^\u00a0]|[“”’]", text), source
        assert not re.search(r"  |^ | $", text), source


@needs("lrelease")
def test_the_compiled_file_is_that_of_the_texts(tmp_path):
    compiled = tmp_path / "oltp_fr.qm"
    subprocess.run(["lrelease", str(TS), "-qm", str(compiled)], check=True, capture_output=True)
    assert compiled.read_bytes() == QM.read_bytes(), "run make translations"
