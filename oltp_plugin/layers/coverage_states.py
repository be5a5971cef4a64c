"""How a month's state of coverage is called and coloured, in tables and in the panel."""

from __future__ import annotations

from oltp_plugin.translation import tr

# A background that dark text can be read on; told apart without red and green (ColorBrewer BrBG).
STATE_COLOURS = {
    "complete": "#80cdc1",
    "additions": "#c7eae5",
    "nil": "#f5f5f5",
    "missing": "#dfc27d",
}


def state_labels() -> dict[str, str]:
    return {
        "complete": tr("complete"),
        "additions": tr("additions only"),
        "nil": tr("nil"),
        "missing": tr("missing"),
    }
