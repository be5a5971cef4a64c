"""What a result was made from: said in the log, kept in the result's metadata."""

from __future__ import annotations

import json
import re
from dataclasses import asdict, dataclass, field
from datetime import date

from qgis.core import Qgis, QgsLayerMetadata, QgsMapLayer

from oltp_plugin.observatory.answer import Source
from oltp_plugin.paths import version
from oltp_plugin.translation import language, tr

ENOUGH_LOCATED = 0.85
_COUNTS = "oltp:used_and_unlocated"  # vocabularies of the layer's keywords
_SOURCES = "oltp:sources"
_RECIPE = "oltp:run"
_MADE = re.compile(r"\boltp:[a-z]+\b")
_ASKED = re.compile(r"([A-Z][A-Z0-9_]*) = (.*)$")


@dataclass
class RunCard:
    """One run of an algorithm.

    ``algorithm``: its id; ``title``: its name as shown. ``parameters``: what was asked, layers
    and files by name, never with their folder. ``used`` records; ``left_out``: how many, by
    reason. ``unlocated`` of ``total`` had no point. ``data_date``: as ISO text, of the data.
    ``notes``: what a reader of the result must know; ``warnings`` among them are said as such.
    ``told``: lines on period, dates and sources of the records. ``recipe``: the run as
    ``processing_algorithms/recipe.py`` writes it; ``outputs``: each output's name by where it went.
    """

    algorithm: str
    title: str
    parameters: dict[str, str]
    used: int
    left_out: dict[str, int] = field(default_factory=dict)
    data_date: str | None = None
    notes: list[str] = field(default_factory=list)
    warnings: list[str] = field(default_factory=list)
    total: int = 0
    unlocated: int = 0
    sources: tuple[Source, ...] = ()
    told: list[str] = field(default_factory=list)
    recipe: dict = field(default_factory=dict)
    outputs: dict[str, str] = field(default_factory=dict)

    def log(self, feedback) -> None:
        """Say it in the algorithm's log."""
        for line in (*self._counts(), *self.told):
            feedback.pushInfo(line)
        for note in self.notes:
            feedback.pushInfo(note)
        for warning in self._all_warnings():
            feedback.pushWarning(warning)

    def write(self, layer: QgsMapLayer, destination: str = "") -> None:
        """Put it into the layer's metadata, in place of what stood there.

        ``destination``: where the algorithm said that it wrote the layer to.
        """
        metadata = QgsLayerMetadata()
        metadata.setType("dataset")
        metadata.setLanguage(language())
        metadata.setTitle(self.title)
        metadata.setAbstract("\n".join(self._lines()))
        metadata.setHistory(self._lines())
        metadata.setCrs(layer.crs())
        metadata.setKeywords(
            {
                _COUNTS: [str(self.used), str(self.unlocated)],
                _SOURCES: [json.dumps([asdict(each) for each in self.sources])],
                **self._run(destination),
            }
        )
        layer.setMetadata(metadata)

    def _run(self, destination: str) -> dict[str, list[str]]:
        if not self.recipe:
            return {}
        output = self.outputs.get(destination, "OUTPUT")
        recipe = {**self.recipe, "output": output, "version": version()}
        return {_RECIPE: [json.dumps(recipe, ensure_ascii=False)]}

    def _lines(self) -> list[str]:
        made = tr("Made by {algorithm}, OLTP {version}, QGIS {qgis}, on {date}").format(
            algorithm=self.algorithm, version=version(), qgis=_qgis(), date=date.today()
        )
        asked = [f"{name} = {value}" for name, value in self.parameters.items()]
        dated = [tr("Data of {date}").format(date=self.data_date)] if self.data_date else []
        return [
            made,
            *self.told,
            *dated,
            *asked,
            *self._counts(),
            *self.notes,
            *self._all_warnings(),
        ]

    def _counts(self) -> list[str]:
        used = tr("Records used: {n}").format(n=self.used)
        left_out = (
            tr("Records left out, {reason}: {n}").format(reason=reason, n=n)
            for reason, n in self.left_out.items()
            if n
        )
        return [used, *left_out]

    def _all_warnings(self) -> list[str]:
        located = 1 - self.unlocated / self.total if self.total else 1
        if located >= ENOUGH_LOCATED:
            return self.warnings
        few = tr(
            "Only {share} % of the records have a point: the map shows where records are located "
            "well, not only where they are many."
        ).format(share=int(100 * located))
        return [few, *self.warnings]


def counts_of(layer: QgsMapLayer) -> tuple[int, int] | None:
    """Records used and without a point, as a result's run card says; None for any other layer."""
    counts = _keywords(layer).get(_COUNTS)
    if not counts or len(counts) != 2 or not all(count.isdigit() for count in counts):
        return None
    return int(counts[0]), int(counts[1])


def history_of(layer: QgsMapLayer) -> list[str]:
    """The lines of a result's run card, the first of which says what made it."""
    if counts_of(layer) is None:
        return []
    if not layer.metadata().history():
        layer = layer.clone()  # QGIS does not read a raster's .qmd by itself
        layer.loadDefaultMetadata()
    return layer.metadata().history()


def made_by(layer: QgsMapLayer) -> str | None:
    """The id of the algorithm that made a result; None for any other layer."""
    found = _MADE.search("".join(history_of(layer)[:1]))
    return found.group() if found else None


def asked_of(layer: QgsMapLayer) -> dict[str, str]:
    """The parameters of a result, as its run card says them."""
    return dict(match.groups() for match in map(_ASKED.match, history_of(layer)) if match)


def sources_of(layer: QgsMapLayer) -> tuple[Source, ...]:
    """Whose records a result was made from, and under what; nobody's, for any other layer."""
    try:
        listed = json.loads("".join(_keywords(layer).get(_SOURCES, [])) or "[]")
        return tuple(
            Source(**{**each, "recipients": tuple(each.get("recipients", ()))}) for each in listed
        )
    except (ValueError, TypeError, AttributeError):  # another program's words
        return ()


def recipe_of(layer: QgsMapLayer) -> dict:
    """How a result was made, as ``processing_algorithms/recipe.py`` writes it; else empty."""
    try:
        recipe = json.loads("".join(_keywords(layer).get(_RECIPE, [])) or "{}")
    except ValueError:
        return {}
    known = isinstance(recipe, dict) and isinstance(recipe.get("parameters"), dict)
    return recipe if known and isinstance(recipe.get("algorithm"), str) else {}


def words(layer: QgsMapLayer) -> list[str]:
    """A result's run card, a line each, for a page; empty for any other layer."""
    metadata = _with_metadata(layer).metadata()
    return metadata.history() if _COUNTS in metadata.keywords() else []


def _keywords(layer: QgsMapLayer) -> dict[str, list[str]]:
    return _with_metadata(layer).metadata().keywords()


def _with_metadata(layer: QgsMapLayer) -> QgsMapLayer:
    """``layer``, or a copy that has read its file's: QGIS does not read a raster's .qmd itself."""
    if _COUNTS not in layer.metadata().keywords():
        layer = layer.clone()
        layer.loadDefaultMetadata()
    return layer


def _qgis() -> str:
    """QGIS's version number without its name."""
    return Qgis.version().split("-")[0]
