"""Every error code and reject code that the source raises has its sentence."""

import ast
from functools import lru_cache
from pathlib import Path

import pytest

from oltp_plugin.intake.rejecting import CODES

ROOT = Path(__file__).resolve().parents[2]
ERRORS = {
    "AnalysisError",
    "ObservatoryError",
    "IntakeError",
    "LayerError",
    "PrintError",
    "AgreementError",
}


@lru_cache
def raised() -> dict[str, set[str]]:
    """Each code in the source -> the names of the values given with it."""
    found: dict[str, set[str]] = {}
    for folder in ("oltp_plugin", "processing_algorithms"):
        for file in (ROOT / folder).rglob("*.py"):
            for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
                if isinstance(node, ast.Call) and getattr(node.func, "id", "") in ERRORS:
                    for code in _codes(node.args[0]):
                        found.setdefault(
                            code, {name for key in node.keywords for name in _names(key)}
                        )
    return found


def _names(keyword) -> set[str]:
    """Of a value given with an error; ``**_of(agreement)`` gives two."""
    return {keyword.arg} if keyword.arg else {"partner", "reference"}


def _codes(argument) -> list[str]:
    """A literal, both sides of a conditional; a computed code is listed in COMPUTED."""
    if isinstance(argument, ast.Constant):
        return [argument.value]
    if isinstance(argument, ast.IfExp):
        return _codes(argument.body) + _codes(argument.orelse)
    return []


COMPUTED = {
    "unknown_category": {"code"},
    "unknown_partner": {"code"},
    "busy": {"name"},
    "damaged": {"name"},
    "read_only": {"name"},
}


@pytest.fixture(scope="module")
def table() -> str:
    return (ROOT / "oltp_plugin/translation.py").read_text(encoding="utf-8")


def sentences(table: str) -> dict[str, str]:
    """The table of translation.py, read without Qt: code -> English sentence."""
    tree = ast.parse(table)
    function = next(node for node in tree.body if getattr(node, "name", "") == "_sentences")
    mapping = next(node for node in ast.walk(function) if isinstance(node, ast.Dict))
    return {
        key.value: ast.literal_eval(value.args[0])
        for key, value in zip(mapping.keys, mapping.values)
    }


def test_every_code_has_a_sentence_and_every_sentence_a_code(table):
    codes = set(raised()) | set(COMPUTED) | {"cancelled"}
    assert codes - set(sentences(table)) == set()
    assert set(sentences(table)) - codes == set()


def test_every_placeholder_is_given(table):
    from string import Formatter

    values = {**raised(), **COMPUTED}
    for code, sentence in sentences(table).items():
        names = {name for _, name, _, _ in Formatter().parse(sentence) if name}
        assert names <= values.get(code, set()), code


def test_a_sentence_is_one_sentence(table):
    for code, sentence in sentences(table).items():
        assert sentence[0].isupper() or sentence[0] in "{“", code
        assert sentence.endswith((".", "?")), code
        assert len(sentence) < 260, code


def test_every_reject_code_is_explained(table):
    for code in CODES:
        assert f'"{code}": tr(' in table
