"""Personal data in what is typed: said at once, masked before it is written."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping

from qgis.PyQt.QtCore import QObject, QTimer
from qgis.PyQt.QtWidgets import QLabel

from oltp_plugin.translation import personal_data_label, tr

_PAUSE = 300  # milliseconds without a key before the text is searched


def mask(text: str) -> str:
    """``text`` without personal data."""
    from oltp_plugin.intake import personal_data

    return personal_data.masked(text)


def findings_words(text: str) -> str:
    """What would be masked in ``text``, by kind; nothing where nothing is found."""
    from oltp_plugin.intake import personal_data

    counts = Counter(finding.kind for finding in personal_data.scan(text))
    if not counts:
        return ""
    words = tr("Looks like personal data and is masked when you save: {kinds}.")
    return words.format(kinds=kinds_words(counts))


def kinds_words(counts: Mapping[str, int]) -> str:
    """Kinds of personal data, each with how often it was found."""
    return ", ".join(
        tr("{kind} ({n})").format(n=n, kind=personal_data_label(kind)) for kind, n in counts.items()
    )


class Findings(QObject):
    """Searches a text box while it is typed in; ``limit``: characters, counted in ``counter``."""

    def __init__(self, edit, label: QLabel, counter: QLabel | None = None, limit: int = 0):
        super().__init__(label)
        self._edit, self._label, self._counter, self._limit = edit, label, counter, limit
        label.setStyleSheet("color: #b00020;")
        label.hide()
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_PAUSE)
        self._timer.timeout.connect(self.search)
        edit.textChanged.connect(lambda *_text: self._typed())
        self._typed()

    @property
    def text(self) -> str:
        return self._edit.toPlainText() if hasattr(self._edit, "toPlainText") else self._edit.text()

    def search(self) -> None:
        """Say now what is found."""
        words = findings_words(self.text)
        self._label.setText(words)
        self._label.setVisible(bool(words))

    def _typed(self) -> None:
        self._timer.start()
        if self._counter is not None:
            n = len(self.text.strip())
            self._counter.setText(tr("{n} of {most} characters").format(n=n, most=self._limit))
            self._counter.setStyleSheet("color: #b00020;" if n > self._limit else "")
