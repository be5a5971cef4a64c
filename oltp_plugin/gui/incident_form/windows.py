"""The windows by which incidents are entered and corrected, and how they are reached."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from qgis.core import QgsFeature
from qgis.PyQt.QtCore import QObject
from qgis.PyQt.QtWidgets import QWidget

from oltp_plugin.gui import messages
from oltp_plugin.gui.background import Background
from oltp_plugin.gui.layer_action import LayerAction
from oltp_plugin.gui.map_loan import MapLoan
from oltp_plugin.local_format import number
from oltp_plugin.translation import language, tr

from .picking import IncidentPicker
from .refusals import note_refusals


class IncidentWindows(QObject):
    """Opens them for ``current`` (a CurrentObservatory); ``keep(window)`` shows and minds one.

    What takes a moment (libraries, the town's addresses) is read before a form is shown. A form
    goes on with the file that it was opened for, whatever is opened after it.
    """

    def __init__(self, current, iface, keep: Callable, show_failure: Callable):
        super().__init__(current)
        self._current, self._iface = current, iface
        self._keep, self._show_failure = keep, show_failure
        self._forms: list = []
        self._told_last = None
        self._looking = Background(self._failed, self)
        self._picker: IncidentPicker | None = None
        self._map = MapLoan(iface.mapCanvas())
        words = tr("Correct this incident…")
        self._action = LayerAction(words, ("incident",), current, self.correct, self)
        current.changed.connect(self._follow)

    def end(self) -> None:
        """The plugin goes: what is being typed stays as a draft."""
        self._action.end()
        self._drop_picker()
        self._looking.forget()
        for form in list(self._forms):
            form.leave()

    def open_new(self) -> None:
        """A form for a new incident; the one that is open comes to the front."""
        for form in self._forms:
            if form.isVisible() and form.path == self._current.path:
                form.raise_()
                form.activateWindow()
                return
        self._with_form(lambda form: None)

    def correct(self, feature: QgsFeature) -> None:
        """The form of a stored incident."""
        self._open_record(feature["uuid"])

    def pick_on_map(self) -> None:
        """The next click on an incident of the map opens it."""
        layer = self._current.layer("incident")
        if layer is None:
            return
        self._drop_picker()
        self._picker = IncidentPicker(self._iface.mapCanvas(), layer)
        self._picker.picked.connect(self._picked)
        self._picker.left.connect(self._drop_picker)
        self._picker.missed.connect(lambda: self._hint(tr("There is no incident at that point.")))
        self._map.take(self._picker)
        self._hint(tr("Click on the incident to correct."))

    def change_selected(self) -> None:
        """What the selected incidents are to have in common."""
        layer = self._current.layer("incident")
        fids = list(layer.selectedFeatureIds()) if layer is not None else []
        if not fids:
            self._show_failure(
                tr("No incident is selected: select some on the map or in the table first.")
            )
            return
        path, words = self._current.path, language()

        def read():
            from .lists import read_lists

            lists = read_lists(path, words)
            from oltp_plugin.intake import entering

            return lists, entering.uuids_of(path, fids), entering.days_of(path, fids)

        self._looking.run(
            tr("Reading the lists"), read, lambda answer: self._show_several(path, *answer)
        )

    def locate_next(self) -> None:
        """The records without a point that the filter leaves, one after the other."""
        layer, path = self._current.layer("incident"), self._current.path
        if layer is None:
            return
        condition = layer.subsetString()

        def read():
            from oltp_plugin.geos import load_shapely

            load_shapely()
            from oltp_plugin.intake import entering

            return entering.unlocated(path, condition)

        self._looking.run(tr("Reading the lists"), read, self._begin_queue)

    def undo_last(self) -> None:
        """The last changes by hand, to take back."""
        from .undo import UndoActs

        window = UndoActs(self._current.path, self._iface.mainWindow())
        window.undone.connect(self._current.refresh)
        self._keep(window)

    # forms

    def _with_form(self, then: Callable) -> None:
        path, words = self._current.path, language()
        if path is None:
            return

        def read():
            from .lists import read_lists

            return read_lists(path, words)

        self._looking.run(
            tr("Reading the lists"), read, lambda lists: then(self._show(path, lists))
        )

    def _show(self, path: Path, lists):
        from .dialog import IncidentForm

        form = IncidentForm(path, lists, self._iface.mapCanvas(), self._iface.mainWindow())
        form.saved.connect(lambda saved: self._saved(path, saved))
        form.finished.connect(lambda _result: self._forms.remove(form))
        self._forms.append(form)
        self._keep(form)
        _beside_the_map(form, self._iface)
        return form

    def _open_record(self, uuid: str, then: Callable = lambda form: None) -> None:
        path, words = self._current.path, language()
        if path is None:
            return

        def read():
            from .lists import read_lists

            lists = read_lists(path, words)
            from oltp_plugin.intake import entering

            return lists, entering.load(path, uuid)

        def show(answer) -> None:
            lists, stored = answer
            form = self._show(path, lists)
            form.show_entry(stored.entry, stored)
            then(form)

        self._looking.run(tr("Reading the lists"), read, show)

    def _saved(self, path: Path, saved) -> None:
        self._current.refresh()
        self._tell(tr("The incident is saved."), path, [saved.batch])

    def _tell(self, text: str, path: Path, batches: list[int]) -> None:
        """What was done last, in the place of what was done before, and a way back."""
        bar = self._iface.messageBar()
        if self._told_last is not None:
            messages.take_away(bar, self._told_last)
        self._told_last = messages.offer(bar, text, tr("Undo"), lambda: self._undo(path, batches))

    def _picked(self, feature: QgsFeature) -> None:
        self._drop_picker()
        self.correct(feature)

    def _follow(self) -> None:
        """Another file is open, or none: its layer is the one to click on."""
        if self._picker is not None and self._picker.layer is not self._current.layer("incident"):
            self._drop_picker()

    def _drop_picker(self) -> None:
        if self._picker is not None:
            self._map.give_back()
            self._picker.deleteLater()
            self._picker = None

    def _hint(self, text: str) -> None:
        self._iface.messageBar().pushMessage(text, duration=4)

    # several, and one after the other

    def _show_several(self, path: Path, lists, chosen, days) -> None:
        from .several import ChangeSeveral

        window = ChangeSeveral(path, lists, chosen, days, self._iface.mainWindow())
        window.changed.connect(lambda result: self._several_changed(path, result))
        self._keep(window)

    def _several_changed(self, path: Path, result) -> None:
        self._current.refresh()
        text = tr("{n} records changed.").format(n=number(result.changed))
        if result.meanwhile:
            text += " " + tr(
                "{n} were changed by somebody else meanwhile and stay as they are."
            ).format(n=number(result.meanwhile))
        if result.located:
            text += " " + tr("{n} have a point and keep it.").format(n=number(result.located))
        if result.batches:
            self._tell(text, path, list(result.batches))
        else:
            messages.show_done(self._iface.messageBar(), text)

    def _begin_queue(self, uuids: list[str]) -> None:
        if not uuids:
            messages.show_done(
                self._iface.messageBar(), tr("Every record that may have a point has one.")
            )
            return
        to_come = uuids[1:]

        def begin(form) -> None:
            form.skipped.connect(lambda: self._show_queued(form, to_come, len(uuids)))
            _say_place(form, 1, len(uuids))

        self._open_record(uuids[0], begin)

    def _show_queued(self, form, to_come: list[str], n: int) -> None:
        """The next one of a queue of ``n``, in the form that is open."""
        if not to_come:
            form.leave_without_draft()
            messages.show_done(self._iface.messageBar(), tr("That was the last one."))
            return
        path, uuid = form.path, to_come.pop(0)

        def load():
            from oltp_plugin.intake import entering

            return entering.load(path, uuid)

        def show(stored) -> None:
            form.show_entry(stored.entry, stored)
            _say_place(form, n - len(to_come), n)

        self._looking.run(tr("Reading the lists"), load, show)

    # taking back, and what was not saved

    def _undo(self, path: Path, batches: list[int]) -> None:
        from .undo import TakingBack

        undoing = TakingBack(path, batches, self)
        undoing.done.connect(self._current.refresh)
        undoing.failed.connect(self._show_failure)
        for end in (undoing.done, undoing.failed):
            end.connect(undoing.deleteLater)
        undoing.go_on()

    def resume(self, draft) -> None:
        """Go on with what was not saved."""
        from oltp_plugin.intake import entry_draft

        uuid = entry_draft.read(draft.values).uuid

        def show(form) -> None:
            form.resume(draft)

        if uuid is None:
            self._with_form(show)
        else:
            self._open_record(uuid, show)

    def _failed(self, error: Exception) -> None:
        self._show_failure(error)
        if self._current.path is not None:
            note_refusals(self._current.path, [error])


def _say_place(form, place: int, n: int) -> None:
    words = tr("{place} of {n} without a point")
    form.show_queue(words.format(place=number(place), n=number(n)))


def _beside_the_map(form: QWidget, iface) -> None:
    """At the left edge of QGIS's window, so that the map stays in sight."""
    window = iface.mainWindow().geometry()
    form.move(window.left() + 8, window.top() + 30)
