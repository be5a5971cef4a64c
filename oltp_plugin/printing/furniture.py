"""What stands around the content of every page, in the items that the page has for it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date

from qgis.core import QgsLayoutItemLabel

from oltp_plugin.printing import words
from oltp_plugin.printing.diffusion import Diffusion
from oltp_plugin.printing.page import Page
from oltp_plugin.printing.town import Town, dress
from oltp_plugin.translation import tr


@dataclass(frozen=True)
class Furniture:
    """``records``: how much was mapped, a line each; ``warnings`` stand out among them.

    ``run_card``: how the results were made; ``named``: the institutions that alone may have the
    page; ``number`` of ``pages``, from 1; ``pages`` 0: not numbered.
    """

    title: str
    subtitle: str = ""
    sources: str = ""
    records: Sequence[str] = ()
    warnings: Sequence[str] = ()
    run_card: str = ""
    crs: str = ""
    diffusion: Diffusion = Diffusion.RESTRICTED
    named: tuple[str, ...] = ()
    made_on: date = field(default_factory=date.today)
    number: int = 1
    pages: int = 1


def furnish(page: Page, said: Furniture, own: Town) -> None:
    """Fill the page's labels; ``page.overfull`` names those whose text does not fit."""
    dress(page, own)
    records, warnings = list(said.records), list(said.warnings)
    if page.item("warning", QgsLayoutItemLabel) is None:  # a template of the town's own
        records, warnings = records + warnings, []
    for name, text in (
        ("title", said.title),
        ("subtitle", said.subtitle),
        ("sources", words.sources_line(said.sources)),
        ("records", "\n".join(records)),
        ("warning", "\n".join(warnings)),
        ("run card", said.run_card),
        ("diffusion", words.diffusion_mark(said.diffusion)),
        ("diffusion note", words.diffusion_note(said.diffusion, said.named)),
        ("made", words.made_line(said.made_on)),
        ("crs", said.crs),
        ("page", _number(said)),
    ):
        page.write(name, text)


def _number(said: Furniture) -> str:
    if not said.pages:
        return ""
    return tr("Page {page} of {pages}").format(page=said.number, pages=said.pages)
