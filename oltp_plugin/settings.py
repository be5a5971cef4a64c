"""What the plugin remembers between two sessions, in QGIS's own settings."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass, field, fields
from pathlib import Path

from qgis.core import QgsSettings

GROUP = "plugins/oltp"
MOST_RECENT = 8
TOWN_COLOUR = "#1c3f5e"  # where none is set


@dataclass
class Settings:
    """Every setting with its default; a folder left empty means the one named beside it."""

    recent: list[str] = field(default_factory=list)  # observatories, the last opened first
    last_folder: str = ""  # where the last observatory was opened or made; empty: QGIS's own choice
    keys_folder: str = ""  # partners' keys; empty: observatory/keys.py's default folder
    town_name: str = ""  # as it stands on printed pages
    town_logo: str = ""  # a picture's file
    town_colour: str = ""  # #rrggbb; empty: the templates' own

    def remember(self, observatory: Path) -> None:
        """Put ``observatory`` first among the recent ones."""
        others = [path for path in self.recent if path != str(observatory)]
        self.recent = [str(observatory), *others][:MOST_RECENT]
        self.last_folder = str(observatory.parent)

    def recent_observatories(self) -> list[Path]:
        """The recent files that are there now; one on a share that is off comes back with it."""
        return [path for path in map(Path, self.recent) if path.is_file()]

    def keys(self) -> Path:
        """The folder of the partners' keys, which never travel inside an observatory."""
        from oltp_plugin.observatory.keys import default_folder

        return Path(self.keys_folder) if self.keys_folder else default_folder()


def load() -> Settings:
    """The stored settings; a value that cannot be read is its default."""
    stored = QgsSettings()
    values = {}
    for each in fields(Settings):
        text = stored.value(f"{GROUP}/{each.name}", "", type=str)
        try:
            values[each.name] = json.loads(text)
        except ValueError:
            continue
    return Settings(**values)


def save(settings: Settings) -> None:
    """Store every setting, as JSON: a list of one stays a list whatever QSettings' backend."""
    stored = QgsSettings()
    for name, value in asdict(settings).items():
        stored.setValue(f"{GROUP}/{name}", json.dumps(value))
