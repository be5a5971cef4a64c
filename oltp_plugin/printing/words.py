"""Standing phrases of a printed map, in the user's language."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from functools import reduce

from oltp_plugin.local_format import day
from oltp_plugin.paths import version
from oltp_plugin.printing.diffusion import Diffusion
from oltp_plugin.translation import tr


def listed(words: Iterable[str]) -> str:
    """One after the other, parted as the reader's language parts them; empty for none."""
    return reduce(
        lambda one, other: tr("{one}; {other}").format(one=one, other=other) if one else other,
        words,
        "",
    )


def share(part: int, whole: int) -> str:
    """A percentage in brackets after a no-break space; nothing for a whole under ten."""
    if whole < 10:
        return ""
    return "\u00a0" + tr("({share}%)").format(share=round(100 * part / whole))


def diffusion_mark(diffusion: Diffusion) -> str:
    """The mark that stands on the page."""
    return {
        Diffusion.INTERNAL: tr("INTERNAL USE"),
        Diffusion.RESTRICTED: tr("RESTRICTED CIRCULATION"),
        Diffusion.PUBLIC: tr("PUBLIC"),
    }[diffusion]


def diffusion_note(diffusion: Diffusion, named: tuple[str, ...] = ()) -> str:
    """What the mark means for whoever holds the page.

    ``named``: the institutions that alone may have it.
    """
    if named and diffusion is Diffusion.RESTRICTED:
        return tr("For {institutions} only. Do not pass it on.").format(
            institutions=", ".join(named)
        )
    return {
        Diffusion.INTERNAL: tr("Working document of the observatory only."),
        Diffusion.RESTRICTED: tr("For the restricted network. Do not pass it on."),
        Diffusion.PUBLIC: tr("May be published."),
    }[diffusion]


def sources_line(sources: str) -> str:
    """The line that names the sources, or says that nobody named them."""
    if not sources:
        return tr("Sources: not stated.")
    return tr("Sources: {sources}").format(sources=sources)


def made_line(today: date) -> str:
    """When the page was made, and with what."""
    return tr("Map made on {date} with OLTP {version}").format(date=day(today), version=version())
