"""The form of an agreement; recording it is ``oltp:setagreement``."""

from __future__ import annotations

import shutil
import tempfile
from dataclasses import dataclass
from pathlib import Path

from qgis.gui import QgsDateEdit, QgsMessageBar, QgsSpinBox
from qgis.PyQt import uic
from qgis.PyQt.QtCore import pyqtSignal
from qgis.PyQt.QtWidgets import (
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFileDialog,
    QHeaderView,
)

from oltp_plugin.errors import OltpError
from oltp_plugin.gui import checked, messages
from oltp_plugin.gui.algorithm_run import AlgorithmRun
from oltp_plugin.gui.day_edits import day_in, mind_typed_days, show_day
from oltp_plugin.gui.draft_keeper import is_given_up
from oltp_plugin.gui.plain import show_plainly
from oltp_plugin.observatory import agreement_document
from oltp_plugin.observatory.agreements import PURPOSES, RECORD_FIELDS, RHYTHMS, Agreement
from oltp_plugin.observatory.connection import reading
from oltp_plugin.observatory.schema import PRECISIONS
from oltp_plugin.paths import FORMS
from oltp_plugin.translation import diffusion_label, precision_label, purpose_label, tr

_FORM, _ = uic.loadUiType(str(FORMS / "agreement.ui"))
_ALWAYS_READ = ("partner_ref", "occurred_from", "category")


@dataclass(frozen=True)
class Lists:
    """The observatory's partners (code, name) and categories (code, family, label)."""

    path: Path
    partners: list[tuple[str, str]]
    categories: list[tuple[str, str | None, str]]


def read_lists(path: Path, language: str) -> Lists:
    """What the form offers; raises ObservatoryError."""
    label = "label_fr" if language == "fr" else "label_en"
    with reading(path) as connection:
        return Lists(
            path,
            list(connection.execute("SELECT code, name FROM partner ORDER BY name, code")),
            list(
                connection.execute(
                    f"SELECT code, parent, {label} FROM category ORDER BY fid"  # nosec B608
                )
            ),
        )


class AgreementForm(QDialog, _FORM):
    """Shows an agreement, or an empty one of ``partner``; says at once what stands in the way."""

    recorded = pyqtSignal(str)  # the partner's code

    messageBar: QgsMessageBar  # noqa: N815 - the form's names
    fromEdit: QgsDateEdit  # noqa: N815
    retentionSpin: QgsSpinBox  # noqa: N815

    def __init__(
        self, lists: Lists, agreement: Agreement | None = None, partner: str = "", parent=None
    ):
        super().__init__(parent)
        self.setupUi(self)
        mind_typed_days(self)
        self._lists = lists
        self._run: AlgorithmRun | None = None
        self._folder = Path(tempfile.mkdtemp(prefix="oltp-agreement-"))
        self.messageBar.hide()
        show_plainly(self.adviceLabel)
        self._save_button = self.buttonBox.button(QDialogButtonBox.StandardButton.Save)
        self._save_button.setText(tr("Record"))
        self._fill_choices()
        self._connect()
        self._known = agreement
        self.show_agreement(agreement or Agreement(partner, ""))
        self._shown = self.agreement()

    def show_agreement(self, agreement: Agreement) -> None:
        """Put its clauses into the form."""
        self._choose_partner(agreement.partner)
        self.referenceEdit.setText(agreement.reference)
        self.documentEdit.setText(agreement.document or "")
        for edit, day in (
            (self.signedEdit, agreement.signed_on),
            (self.fromEdit, agreement.valid_from),
            (self.untilEdit, agreement.valid_to),
        ):
            show_day(edit, day)
        _choose(self.rhythmCombo, agreement.rhythm)
        self.retentionSpin.setValue(agreement.retention_months or 0)
        checked.show_months(
            self.retentionTable, agreement.retention_by_category, self._category_labels()
        )
        _choose(self.storedCombo, agreement.finest_stored)
        _choose(self.shownCombo, agreement.finest_shown)
        self.dwellingCheck.setChecked(agreement.dwelling_numbers)
        self.thresholdSpin.setValue(agreement.small_count_threshold or 0)
        self._show_lists(agreement)
        _choose(self.combinationCombo, agreement.combination)
        others = [each for each in self._lists.partners if each[0] != agreement.partner]
        listed = agreement.combination_with or ()
        checked.show_words(self.combinationList, others, listed)
        self._advise()

    def agreement(self) -> Agreement:
        """What the form says now."""
        combination = self.combinationCombo.currentData()
        return Agreement(
            partner=self._partner(),
            reference=self.referenceEdit.text().strip(),
            document=self.documentEdit.text().strip() or None,
            signed_on=day_in(self.signedEdit),
            valid_from=day_in(self.fromEdit),
            valid_to=day_in(self.untilEdit),
            purposes=checked.words(self.purposesList) if self.purposesGroup.isChecked() else None,
            allowed_fields=(
                checked.words(self.fieldsList) if self.fieldsGroup.isChecked() else None
            ),
            allowed_categories=(
                checked.branches(self.categoryTree) if self.categoriesGroup.isChecked() else None
            ),
            finest_stored=self.storedCombo.currentData(),
            finest_shown=self.shownCombo.currentData(),
            recipients=(
                ("internal", *checked.words(self.recipientsList))
                if self.recipientsGroup.isChecked()
                else None
            ),
            combination=combination,
            combination_with=(
                checked.words(self.combinationList) if combination == "listed" else None
            ),
            small_count_threshold=self.thresholdSpin.value() or None,
            retention_months=self.retentionSpin.value() or None,
            retention_by_category=checked.months(self.retentionTable) or None,
            dwelling_numbers=self.dwellingCheck.isChecked(),
            rhythm=self.rhythmCombo.currentData(),
        )

    def load(self, file: Path) -> None:
        """Show the agreement of a JSON file; what cannot be read is said and changes nothing."""
        try:
            self.show_agreement(agreement_document.read(file))
        except OltpError as error:
            self._say(error)

    def save(self, file: Path) -> None:
        """Write what the form says as JSON."""
        try:
            file.write_text(agreement_document.to_json(self.agreement()), encoding="utf-8")
        except OSError:
            self._say(tr("{name} cannot be written.").format(name=file.name))

    def record(self) -> None:
        """Let ``oltp:setagreement`` record it, then close; a refusal is said and the form stays."""
        file = self._folder / tr("agreement.json")
        file.write_text(agreement_document.to_json(self.agreement()), encoding="utf-8")
        parameters = {"OBSERVATORY": str(self._lists.path), "INPUT": str(file)}
        self._run = AlgorithmRun("oltp:setagreement", parameters)
        self._run.succeeded.connect(self._recorded)
        self._run.failed.connect(self._failed)
        self._save_button.setEnabled(False)
        self._run.start()

    def reject(self) -> None:
        """Close; what was changed is given up only after a yes, what is on its way is not."""
        if self._run is not None:
            return
        if self.agreement() == self._shown or is_given_up(self):
            super().reject()

    def done(self, result: int) -> None:
        """The window goes; so do its own files."""
        shutil.rmtree(self._folder, ignore_errors=True)
        super().done(result)

    def _recorded(self, _outputs: dict) -> None:
        self._run = None
        self.recorded.emit(self._partner())
        self.accept()

    def _failed(self, error) -> None:
        self._run = None
        self._say(error)
        self._advise()

    def _say(self, error) -> None:
        self.messageBar.show()
        messages.show_error(self.messageBar, error)

    # what the form offers

    def _fill_choices(self) -> None:
        for code, name in self._lists.partners:
            self.partnerCombo.addItem(name if name == code else f"{name} ({code})", code)
        self.rhythmCombo.addItem(tr("Not stated"), None)
        for rhythm in RHYTHMS:
            self.rhythmCombo.addItem(rhythm_label(rhythm), rhythm)
        for combo in (self.storedCombo, self.shownCombo):
            for precision in PRECISIONS:
                combo.addItem(_capital(precision_label(precision)), precision)
        for code, words in (
            ("yes", tr("Any other source")),
            ("listed", tr("Only with these partners")),
            ("no", tr("With none: always alone")),
        ):
            self.combinationCombo.addItem(words, code)
        self.retentionSpin.setRange(0, 600)
        self.retentionSpin.setClearValue(0, tr("Not stated"))
        self.retentionSpin.setSuffix(" " + tr("months"))
        self.thresholdSpin.setRange(0, 1000)
        self.thresholdSpin.setClearValue(0, tr("All may be shown"))
        self.thresholdSpin.setPrefix(tr("Outside the team, none below") + " ")
        for edit in (self.signedEdit, self.fromEdit, self.untilEdit):
            edit.setAllowNull(True)
            edit.setCalendarPopup(True)
            edit.setDisplayFormat("dd/MM/yyyy")
            edit.setNullRepresentation(tr("Not stated"))
        header = self.retentionTable.horizontalHeader()
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        self.retentionTable.verticalHeader().hide()

    def _show_lists(self, agreement: Agreement) -> None:
        """The lists that may be limited, each as its group's box says."""
        self.purposesGroup.setChecked(agreement.purposes is not None)
        purposes = [(code, _capital(purpose_label(code))) for code in PURPOSES]
        checked.show_words(self.purposesList, purposes, agreement.purposes)
        self.fieldsGroup.setChecked(agreement.allowed_fields is not None)
        fields = [(code, words) for code, words in field_labels().items()]
        checked.show_words(self.fieldsList, fields, agreement.allowed_fields)
        self.categoriesGroup.setChecked(agreement.allowed_categories is not None)
        checked.show_tree(self.categoryTree, self._lists.categories, agreement.allowed_categories)
        self.recipientsGroup.setChecked(agreement.recipients is not None)
        recipients = [(code, _capital(diffusion_label(code))) for code in ("restricted", "public")]
        named = agreement.recipients
        chosen = ("restricted",) if named is None else tuple(set(named) - {"internal"})
        checked.show_words(self.recipientsList, recipients, chosen)

    def _category_labels(self) -> list[tuple[str, str]]:
        return [(code, label) for code, _, label in self._lists.categories]

    # what the user does

    def _connect(self) -> None:
        self.buttonBox.accepted.connect(self.record)
        self.buttonBox.rejected.connect(self.reject)
        self.loadButton.clicked.connect(self._ask_load)
        self.saveButton.clicked.connect(self._ask_save)
        self.addRecipientButton.clicked.connect(self._add_recipient)
        self.recipientEdit.returnPressed.connect(self._add_recipient)
        self.addRetentionButton.clicked.connect(
            lambda: checked.add_month(self.retentionTable, self._category_labels())
        )
        self.removeRetentionButton.clicked.connect(
            lambda: self.retentionTable.removeRow(self.retentionTable.currentRow())
        )
        self.categoryFilter.textChanged.connect(
            lambda text: checked.filter_tree(self.categoryTree, text)
        )
        self.combinationCombo.currentIndexChanged.connect(self._advise)
        self.partnerCombo.editTextChanged.connect(self._advise)
        self.referenceEdit.textChanged.connect(self._advise)
        for edit in (self.fromEdit, self.untilEdit):
            edit.dateChanged.connect(self._advise)

    def _ask_load(self) -> None:
        name, _ = QFileDialog.getOpenFileName(
            self, tr("Import an agreement"), "", tr("Agreement (*.json)")
        )
        if name:
            self.load(Path(name))

    def _ask_save(self) -> None:
        name, _ = QFileDialog.getSaveFileName(
            self, tr("Export the agreement"), tr("agreement.json"), tr("Agreement (*.json)")
        )
        if name:
            self.save(Path(name))

    def _add_recipient(self) -> None:
        name = self.recipientEdit.text().strip()
        if name:
            checked.add_word(self.recipientsList, name, name, True)
            self.recipientEdit.clear()

    def _advise(self, *_what) -> None:
        self.combinationList.setVisible(self.combinationCombo.currentData() == "listed")
        obstacle = self._obstacle()
        self.adviceLabel.setText(obstacle or self._consequence())
        self._save_button.setEnabled(not obstacle and self._run is None)

    def _obstacle(self) -> str:
        """What keeps it from being recorded; empty when nothing does."""
        if not self._partner():
            return tr("Whose agreement is it? Choose the partner, or type a new code.")
        if not self.referenceEdit.text().strip():
            return tr("Give the convention's reference: messages and prints name it.")
        first, last = day_in(self.fromEdit), day_in(self.untilEdit)
        if first and last and last < first:
            return tr("The agreement ends before it begins.")
        return ""

    def _consequence(self) -> str:
        state = self.agreement().state()
        if state == "ended":
            return tr("It has ended: nothing new may enter; what is held stays, internally.")
        if state == "not_begun":
            return tr("It has not begun: until then nothing of this partner may enter.")
        known = self._known
        if known and self.referenceEdit.text().strip() != known.reference:
            return tr("Another reference: the agreement {reference} stays beside it.").format(
                reference=known.reference
            )
        return ""

    def _choose_partner(self, code: str) -> None:
        row = self.partnerCombo.findData(code)
        self.partnerCombo.setCurrentIndex(row)
        if row < 0:
            self.partnerCombo.setEditText(code)

    def _partner(self) -> str:
        """The code, chosen or typed."""
        text = self.partnerCombo.currentText()
        row = self.partnerCombo.findText(text)
        return self.partnerCombo.itemData(row) if row >= 0 else text.strip()


def field_labels() -> dict[str, str]:
    """The fields that an agreement may leave out, in the words of the incidents' form."""
    from oltp_plugin.layers.incident_form import aliases

    words = {**aliases(), "x": tr("Coordinate x"), "y": tr("Coordinate y")}
    return {code: words[code] for code in RECORD_FIELDS if code not in _ALWAYS_READ}


def _choose(combo: QComboBox, code) -> None:
    combo.setCurrentIndex(max(0, combo.findData(code)))


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]


def rhythm_label(code: str) -> str:
    return {
        "daily": tr("Every day"),
        "weekly": tr("Every week"),
        "monthly": tr("Every month"),
        "quarterly": tr("Every quarter"),
        "yearly": tr("Every year"),
        "none": tr("None agreed"),
    }[code]
