"""What every algorithm of the provider shares, so that the next one is cheap to write.

A subclass says its ``NAME`` (for ever), its ``GROUP``, its ``title``, its parameters in
``initAlgorithm`` and its work in ``run``. ``run`` reads parameters, calls ``analysis`` or
``observatory`` with plain values, and writes the sinks.
"""

from qgis.core import (
    QgsProcessingAlgorithm,
    QgsProcessingException,
    QgsProcessingParameterDefinition,
)
from qgis.PyQt.QtGui import QIcon

from oltp_plugin.errors import OltpError
from oltp_plugin.paths import HELP, ICONS
from oltp_plugin.translation import language, sentence, tr


def group_title(group: str) -> str:
    """The toolbox group's name in the user's language."""
    return {
        "observatory": tr("Observatory"),
        "hot_spots": tr("Hot spots"),
        "time": tr("Time"),
        "places": tr("Places and buffers"),
        "space_time": tr("Space and time together"),
        "printing": tr("Print"),
    }[group]


def optional(parameter: QgsProcessingParameterDefinition) -> QgsProcessingParameterDefinition:
    """``parameter``, which may be left out (QGIS 3.22 asks for it even with a default)."""
    parameter.setFlags(parameter.flags() | QgsProcessingParameterDefinition.Flag.FlagOptional)
    return parameter


def advanced(parameter: QgsProcessingParameterDefinition) -> QgsProcessingParameterDefinition:
    """``parameter``, folded away in the dialog."""
    parameter.setFlags(parameter.flags() | QgsProcessingParameterDefinition.Flag.FlagAdvanced)
    return parameter


class OltpAlgorithm(QgsProcessingAlgorithm):
    """Base class: names, help, icon, and errors as one sentence."""

    NAME = ""
    GROUP = ""

    def title(self) -> str:
        """The name that the toolbox shows."""
        raise QgsProcessingException(f"{type(self).__name__} has no title")

    def run(self, parameters, context, feedback) -> dict:
        """The work; an ``OltpError`` raised here reaches the user as its sentence."""
        raise QgsProcessingException(f"{type(self).__name__} has no run")

    def createInstance(self):
        return type(self)()

    def name(self):
        return self.NAME

    def displayName(self):
        return self.title()

    def group(self):
        return group_title(self.GROUP)

    def groupId(self):
        return self.GROUP

    def icon(self):
        return QIcon(str(ICONS / "oltp.svg"))

    def shortHelpString(self):
        return help_page(self.NAME)

    def processAlgorithm(self, parameters, context, feedback):
        try:
            return self.run(parameters, context, feedback)
        except OltpError as error:
            raise QgsProcessingException(sentence(error)) from error


def help_page(name: str) -> str:
    """The algorithm's page in the user's language (English where there is none), as HTML."""
    from qgis.PyQt.QtGui import QTextDocument

    page = HELP / f"{name}.{language()}.md"
    if not page.exists():
        page = HELP / f"{name}.en.md"
    document = QTextDocument()
    document.setMarkdown(page.read_text(encoding="utf-8"))
    return document.toHtml()
