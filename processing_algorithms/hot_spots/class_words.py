"""The classes of hot spots over time in words, and their definitions where the mouse rests."""

from __future__ import annotations

import html
import re

from qgis.core import QgsEditorWidgetSetup

from oltp_plugin.translation import tr

Words = dict[str, tuple[str, str]]  # by the field's value: its name, its definition


def categories_in_words() -> Words:
    """The 17 of ``analysis.emerging``."""
    hot = {
        "new": (
            tr("New hot spot"),
            tr("Hot in the last step, and in no step before."),
        ),
        "consecutive": (
            tr("Consecutive hot spot"),
            tr(
                "Hot in an uninterrupted run of at least two last steps, in no step before it, and "
                "in less than 90 % of all steps."
            ),
        ),
        "intensifying": (
            tr("Intensifying hot spot"),
            tr("Hot in at least 90 % of the steps, the last included, and ever more so."),
        ),
        "persistent": (
            tr("Persistent hot spot"),
            tr(
                "Hot in at least 90 % of the steps, the last included, without a significant trend."
            ),
        ),
        "diminishing": (
            tr("Diminishing hot spot"),
            tr("Hot in at least 90 % of the steps, the last included, but ever less so."),
        ),
        "sporadic": (
            tr("Sporadic hot spot"),
            tr(
                "Hot in the last step and now and then before, in less than 90 % of the steps, and "
                "never cold."
            ),
        ),
        "oscillating": (
            tr("Oscillating hot spot"),
            tr(
                "Hot in the last step and before, in less than 90 % of the steps, and cold in "
                "some step."
            ),
        ),
        "historical": (
            tr("Historical hot spot"),
            tr("Hot in at least 90 % of the steps, but not in the last."),
        ),
    }
    cold = {
        "new": (
            tr("New cold spot"),
            tr("Cold in the last step, and in no step before."),
        ),
        "consecutive": (
            tr("Consecutive cold spot"),
            tr(
                "Cold in an uninterrupted run of at least two last steps, in no step before it, "
                "and in less than 90 % of all steps."
            ),
        ),
        "intensifying": (
            tr("Intensifying cold spot"),
            tr("Cold in at least 90 % of the steps, the last included, and ever more so."),
        ),
        "persistent": (
            tr("Persistent cold spot"),
            tr(
                "Cold in at least 90 % of the steps, the last included, without a significant "
                "trend."
            ),
        ),
        "diminishing": (
            tr("Diminishing cold spot"),
            tr("Cold in at least 90 % of the steps, the last included, but ever less so."),
        ),
        "sporadic": (
            tr("Sporadic cold spot"),
            tr(
                "Cold in the last step and now and then before, in less than 90 % of the steps, "
                "and never hot."
            ),
        ),
        "oscillating": (
            tr("Oscillating cold spot"),
            tr(
                "Cold in the last step and before, in less than 90 % of the steps, and hot in "
                "some step."
            ),
        ),
        "historical": (
            tr("Historical cold spot"),
            tr("Cold in at least 90 % of the steps, but not in the last."),
        ),
    }
    return {
        **{f"{name} hot spot": words for name, words in hot.items()},
        **{f"{name} cold spot": words for name, words in cold.items()},
        "no pattern": (tr("No pattern"), tr("None of the hot or cold patterns.")),
    }


def classes_in_words() -> Words:
    """The six of ``analysis.hotspot_classes``."""
    return {
        "persistent": (
            tr("Persistent"),
            tr("Hot in at least 80 % of the steps, a recent one among them."),
        ),
        "emerging": (
            tr("Emerging"),
            tr(
                "Hot in at least half of the recent steps, and in fewer than half of the older, "
                "but in some."
            ),
        ),
        "recent": (tr("Recent"), tr("Hot in recent steps only.")),
        "intermittent": (
            tr("Intermittent"),
            tr("Hot now and then, in older and in recent steps."),
        ),
        "former": (tr("Former"), tr("Hot in older steps, in no recent one.")),
        "none": (tr("No hot spot"), tr("Never hot.")),
    }


def explain_classes(layer, words: Words, beside: str, values: dict[str, str]) -> None:
    """The class in the user's language in table and form; its definition as the map's tip.

    ``beside``: a sentence below the definition, with ``values``: expressions by placeholder.
    """
    index = layer.fields().lookupField("class")
    choices = {name: value for value, (name, _) in words.items()}
    layer.setEditorWidgetSetup(index, QgsEditorWidgetSetup("ValueMap", {"map": choices}))
    cases = " ".join(
        f'WHEN "class" = {_quoted(value)} THEN {_quoted(_html(*told))}'
        for value, told in words.items()
    )
    not_testable = _quoted(
        html.escape(tr("Not testable: less than half in the study area, or no neighbour."))
    )
    layer.setMapTipTemplate(
        f"[% CASE {cases} ELSE {not_testable} END %]"
        f"[% CASE WHEN \"class\" IS NOT NULL THEN '<br/>' || {_filled(beside, values)} END %]"
    )


def _html(name: str, definition: str) -> str:
    return f"<b>{html.escape(name)}</b><br/>{html.escape(definition)}"


def _filled(sentence: str, values: dict[str, str]) -> str:
    """An expression: ``sentence`` with the expressions ``values`` in its placeholders."""
    parts = re.split(r"\{(\w+)\}", sentence)
    return " || ".join(
        f"coalesce(to_string({values[part]}), '')" if number % 2 else _quoted(html.escape(part))
        for number, part in enumerate(parts)
        if part
    )


def _quoted(text: str) -> str:
    return "'" + text.replace("'", "''") + "'"
