"""Every word a user reads: the translator, and the sentence of each error code.

The source language is English. ``tr`` is a free function so that pylupdate5 finds each text
in the context ``@default`` wherever it stands.
"""

from qgis.core import QgsSettings
from qgis.PyQt.QtCore import QCoreApplication, QLocale, QTranslator

from oltp_plugin.errors import OltpError
from oltp_plugin.paths import I18N


def tr(text: str) -> str:
    """``text`` in the user's language; placeholders are filled afterwards, with ``format``."""
    return QCoreApplication.translate("@default", text)


def language() -> str:
    """Two letters, the language of QGIS's interface."""
    locale = QgsSettings().value("locale/userLocale", QLocale().name())
    return str(locale)[:2]


def install_translator() -> "QTranslator | None":
    """Install the translation for QGIS's language; None where English is used."""
    translator = QTranslator()
    locale = QLocale(str(QgsSettings().value("locale/userLocale", QLocale().name())))
    if not translator.load(locale, "oltp", "_", str(I18N)):
        return None
    QCoreApplication.installTranslator(translator)
    return translator


def sentence(error: OltpError) -> str:
    """The sentence that says what happened, why, and what to do."""
    return _sentences()[error.code].format(**error.values)


def _sentences() -> dict[str, str]:
    return {
        "bad_distances": tr(
            "The distances “{text}” cannot be used: give numbers above 0 in increasing order, "
            "separated by commas, for example 50,100,200."
        ),
        "cancelled": tr("Stopped, as you asked. Nothing was written."),
    }
