"""Where the plugin's own files are, in QGIS, in the tests and in a ZIP alike."""

from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
FORMS = ROOT / "forms"
HELP = ROOT / "help"
I18N = ROOT / "i18n"
ICONS = ROOT / "icons"
LAYOUTS = ROOT / "layouts"
MODELS = ROOT / "models"
METADATA = ROOT / "metadata.txt"
RESOURCES = ROOT / "resources.qrc"
STYLES = ROOT / "styles"


def version() -> str:
    """The plugin's version, from metadata.txt, its single source."""
    from configparser import ConfigParser

    parser = ConfigParser(interpolation=None)
    parser.read(METADATA, encoding="utf-8")
    return parser["general"]["version"]
