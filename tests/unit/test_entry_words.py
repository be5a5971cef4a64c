"""Every remark on an entry has its words, and what is typed of an address finds it."""

import ast
from pathlib import Path

from oltp_plugin.intake import address_search
from oltp_plugin.intake.geocoding_index import Gazetteer
from oltp_plugin.observatory.schema import PRECISIONS

ROOT = Path(__file__).resolve().parents[2] / "oltp_plugin"
WORDS = ROOT / "gui" / "incident_form" / "words.py"


def remarks() -> set[tuple[str, str]]:
    """(field, code) of each ``Remark("field", "code")`` in the source; fields may be variables."""
    found = set()
    for name in ("entry_check", "entering", "entry_alike"):
        tree = ast.parse((ROOT / "intake" / f"{name}.py").read_text(encoding="utf-8"))
        for node in ast.walk(tree):
            if isinstance(node, ast.Call) and getattr(node.func, "id", "") == "Remark":
                field, code = node.args[:2]
                codes = (code.body, code.orelse) if isinstance(code, ast.IfExp) else (code,)
                for each in codes:
                    if isinstance(each, ast.Constant):
                        found.add((getattr(field, "value", "partner"), each.value))
    return found


def keys(function: str) -> set[str]:
    tree = ast.parse(WORDS.read_text(encoding="utf-8"))
    body = next(node for node in tree.body if getattr(node, "name", "") == function)
    listed = next(node for node in ast.walk(body) if isinstance(node, ast.Dict))
    return {key.value for key in listed.keys}


def test_every_remark_has_its_words():
    codes = {code for _, code in remarks()} - {"agreement"}  # which brings its own sentence
    kept = {f"kept_{precision}" for precision in PRECISIONS}
    assert codes | kept == keys("_sentences")
    assert {field for field, _ in remarks()} <= keys("field_name")


def town() -> Gazetteer:
    streets = ("Rue de l'Église", "Avenue du Général de Gaulle", "Rue Pasteur", "Rue Pastourelle")
    addresses = [
        (street, number, "", None, "34000", "Ville", 100.0 * place, 10.0 * number)
        for place, street in enumerate(streets)
        for number in range(1, 9)
    ]
    return Gazetteer(addresses, [("stop", "Gare Centrale", 5.0, 5.0)], ["Ville"])


def proposed(typed: str) -> list[str]:
    return [each.label for each in address_search.propose(town(), typed)]


def test_words_are_found_by_their_beginnings():
    assert proposed("3 egl") == ["3 Rue de l'Église"]
    assert proposed("3 rue past") == ["3 Rue Pasteur", "3 Rue Pastourelle"]
    assert proposed("gaulle av") == ["Avenue du Général de Gaulle"]
    assert proposed("gare") == ["Gare Centrale"]
    assert proposed("x") == [] and proposed("") == [] and proposed("🚋") == []


def test_a_slip_of_the_pen_is_found_too():
    (first, *_) = address_search.propose(town(), "5 rue Pasteure")
    assert (first.x, first.y, first.precision) == (200.0, 50.0, "address")
