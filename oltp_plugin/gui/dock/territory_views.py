"""Views by territory: added with a click, counted again with every change of filter or file."""

from __future__ import annotations

from qgis.core import QgsProject
from qgis.PyQt.QtCore import QObject, pyqtSignal

from oltp_plugin.errors import AnalysisError, LayerError, OltpError
from oltp_plugin.gui.background import Background
from oltp_plugin.gui.dock import figure_words, territory_figures
from oltp_plugin.gui.dock.territory_figures import TerritoryFigures
from oltp_plugin.layers import observatory_group
from oltp_plugin.layers.filter_words import filter_words
from oltp_plugin.layers.layer_maker import LayerMaker
from oltp_plugin.layers.run_card import RunCard
from oltp_plugin.layers.views import adding, kinds, territories
from oltp_plugin.translation import sentence, tr


class TerritoryViews(QObject):
    """Keeps what these layers say true; they are found by their role, whatever they are called."""

    failed = pyqtSignal(object)  # an exception or a sentence

    def __init__(self, manager, current, parent: QObject):
        super().__init__(parent)
        self._manager, self._current = manager, current
        self._adding = Background(self.failed.emit, self)
        self._counting = Background(self.failed.emit, self)
        manager.answered.connect(self._count_again)

    def add(self, name: str, level: str) -> None:
        """Count first; a view that would have nothing to say is explained instead."""
        path, chosen = self._current.path, self._manager.state.filter
        if path is None:
            return
        obstacle = self._obstacle(name)
        if obstacle:
            self.failed.emit(obstacle)
            return
        maker = LayerMaker(path, QgsProject.instance())

        def make():
            found = territory_figures.compute(path, name, level, chosen)
            if name == "rates" and found.denominator is None:
                raise LayerError("no_rate")
            return found, territories.make(name, level, maker)

        self._adding.run(
            kinds.title(name), make, lambda made: self._add(name, chosen, maker, *made)
        )

    def _add(self, name: str, chosen, maker: LayerMaker, found: TerritoryFigures, layer) -> None:
        project = QgsProject.instance()
        group = observatory_group.find_group(maker.path, project)
        if group is None or maker.path != self._current.path:
            return
        territories.put(layer, name, found.values, self._card(name, chosen, found))
        adding.add(layer, maker, group, project)

    def _count_again(self, chosen, _figures) -> None:
        """The filter or the file has changed."""
        path = self._current.path
        group = observatory_group.find_group(path, QgsProject.instance()) if path else None
        views = territories.views_in(group) if group is not None else []
        if not views:
            return
        wanted = {(name, level) for name, level, _ in views if not self._obstacle(name)}

        def count():
            return {each: _try(path, *each, chosen) for each in wanted}

        self._counting.run(
            tr("Counting by territory"), count, lambda found: self._show(path, chosen, found)
        )

    def _show(self, path, chosen, found) -> None:
        group = observatory_group.find_group(path, QgsProject.instance())
        for name, level, layer in territories.views_in(group) if group is not None else ():
            figures = found.get((name, level))
            if isinstance(figures, TerritoryFigures):
                card = self._card(name, chosen, figures)
                territories.put(layer, name, figures.values, card)
            else:
                why = sentence(figures) if figures is not None else self._obstacle(name)
                territories.put(layer, name, {}, self._empty_card(name, chosen, why))

    def _obstacle(self, name: str) -> str:
        """Why there is no change to be shown, as the panel says it; nothing where there is."""
        figures = self._manager.sections.figures
        if name != "change" or figures is None or figures.comparison is None:
            return ""
        if not figures.comparison.obstacle:
            return ""
        words = figure_words.change_words(
            figures, self._manager.state.filter.comparison, self._manager.sections.catalogue
        )
        return words or sentence(AnalysisError("no_comparison"))

    def _card(self, name: str, chosen, found: TerritoryFigures) -> RunCard:
        card = self._empty_card(name, chosen, *_notes(name, found))
        card.used, card.total, card.sources = found.used, found.used, found.sources
        return card

    def _empty_card(self, name: str, chosen, *notes: str) -> RunCard:
        words = filter_words(chosen, self._manager.sections.catalogue)
        title = kinds.title(name)
        return RunCard(
            title, title, {tr("Filter"): words}, 0, notes=[each for each in notes if each]
        )


def _notes(name: str, found: TerritoryFigures) -> list[str]:
    if name == "rates":
        few = sum(n < territory_figures.FEW for n in found.values["n"].values())
        return [
            {
                "residents": tr("Records per 1,000 residents, over the filter's period."),
                "dwellings": tr("Records per 1,000 dwellings, over the filter's period."),
                None: sentence(LayerError("no_rate")),
            }[found.denominator],
            tr("Without what a service's own activity reveals."),
            tr("Territories with fewer than 10 records: {n}. They have no class.").format(n=few),
        ]
    if name == "change":
        return [
            tr(
                "Before is brought to the length of the filter's period. Variance of the counts: "
                "{factor} times Poisson's."
            ).format(factor=f"{found.dispersion.factor:.2f}")
        ]
    return [tr("Records without a point count in the territory that they name.")]


def _try(path, name: str, level: str, chosen):
    try:
        return territory_figures.compute(path, name, level, chosen)
    except OltpError as error:
        return error
