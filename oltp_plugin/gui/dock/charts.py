"""The charts, drawn by matplotlib beside the window: loading it or drawing never stops QGIS."""

from __future__ import annotations

import io
from dataclasses import dataclass

INK, PALE = "#1f4e79", "#b9c4cf"  # far apart in grey too
INK_ON_DARK, PALE_ON_DARK = "#9ecae1", "#56616b"
_DPI = 96
_YEAR_WIDE = 34  # pixels that the name of a year takes


@dataclass(frozen=True)
class Look:
    """Of the window: colours as #rrggbb, size in its own pixels, ``scale`` device pixels each."""

    width: int
    height: int
    scale: float = 1.0
    text: str = "#000000"
    ink: str = INK
    pale: str = PALE
    points: float = 8.0


@dataclass(frozen=True)
class Bars:
    """A PNG and, in its own pixels, the left edge of each bar's slot and the end of the last."""

    png: bytes
    edges: list[float]


def month_bars(months: list[tuple[str, float]], chosen: set[str], look: Look) -> Bars:
    """(YYYY-MM, n) as bars, those in ``chosen`` darker."""
    figure, axes = _month_figure(months, chosen, look)
    png = _png(figure, look)
    points = axes.transData.transform([(place - 0.5, 0) for place in range(len(months) + 1)])
    return Bars(png, [float(x) / look.scale for x, _ in points])


def save_months(path: str, months: list[tuple[str, float]], chosen: set[str]) -> None:
    """A chart for a document, by the file's ending: PNG, SVG or PDF."""
    figure, _ = _month_figure(months, chosen, Look(640, 240))
    figure.savefig(path, dpi=300)


def save_week(path: str, hours, days: list[str]) -> None:
    """168 weights as the clock shows them; ``days``: the names from Monday on."""
    import numpy as np

    figure, axes = _figure(Look(640, 260))
    image = axes.imshow(np.asarray(hours).reshape(7, 24), cmap="Blues", aspect="auto", vmin=0)
    axes.set_yticks(range(7), days)
    axes.set_xticks(range(0, 24, 3))
    figure.colorbar(image, ax=axes)
    figure.savefig(path, dpi=300)


def _month_figure(months: list[tuple[str, float]], chosen: set[str], look: Look):
    figure, axes = _figure(look)
    heights = [n for _, n in months]
    colours = [look.ink if not chosen or month in chosen else look.pale for month, _ in months]
    axes.bar(range(len(months)), heights, width=0.8, color=colours, linewidth=0)
    axes.set_xlim(-0.5, max(len(months), 1) - 0.5)
    years = [(place, month[:4]) for place, (month, _) in enumerate(months) if month.endswith("-01")]
    if months and not months[0][0].endswith("-01"):  # where the first, part of a year, has room
        if not years:
            years = [(0, months[0][0])]
        elif years[0][0] * look.width > _YEAR_WIDE * len(months):
            years.insert(0, (0, months[0][0][:4]))
    step = max(1, -(-len(years) * _YEAR_WIDE // look.width))
    axes.set_xticks(
        [place - 0.5 for place, _ in years[::step]], [name for _, name in years[::step]], ha="left"
    )
    axes.yaxis.get_major_locator().set_params(nbins=3, integer=True)
    return figure, axes


def _figure(look: Look):
    from matplotlib.backends.backend_agg import FigureCanvasAgg
    from matplotlib.figure import Figure

    figure = Figure((look.width / _DPI, look.height / _DPI), dpi=_DPI, layout="constrained")
    FigureCanvasAgg(figure)
    axes = figure.add_subplot()
    for name, spine in axes.spines.items():
        spine.set_visible(name == "bottom")
        spine.set_color(look.text)
    axes.tick_params(labelsize=look.points, colors=look.text, length=2)
    return figure, axes


def _png(figure, look: Look) -> bytes:
    figure.set_dpi(_DPI * look.scale)
    file = io.BytesIO()
    figure.savefig(file, format="png", transparent=True, dpi=_DPI * look.scale)
    return file.getvalue()
