"""A partner's page in words, as simple HTML."""

from __future__ import annotations

import html
from datetime import date

from oltp_plugin.gui.agreement_form import field_labels
from oltp_plugin.layers.filter_words import day_words
from oltp_plugin.layers.incident_form import choices
from oltp_plugin.local_format import number
from oltp_plugin.observatory.agreements import Agreement
from oltp_plugin.observatory.partner_page import PartnerPage
from oltp_plugin.observatory.schema import PRECISIONS
from oltp_plugin.translation import (
    diffusion_label,
    language,
    precision_label,
    purpose_label,
    tr,
)


def page_html(page: PartnerPage) -> str:
    """The whole page."""
    parts = [_heading(2, page.name), f"<p>{_warning(page)}</p>"]
    if page.agreement is not None:
        parts += [_heading(3, tr("What the agreement says")), _clauses(page, page.agreement)]
        if page.others:
            others = tr("Also recorded: {references}").format(references=", ".join(page.others))
            parts.append(_paragraph(others))
    parts += [_heading(3, tr("What is held")), _held(page)]
    parts += [_heading(3, tr("Last deliveries")), _deliveries(page)]
    return "\n".join(parts)


def _warning(page: PartnerPage) -> str:
    """The agreement's state and what follows; in bold where something must be done."""
    agreement = page.agreement
    if agreement is None:
        words = tr("No agreement: its files can be imported, and stay for internal use.")
        return f"<b>⚠ {_text(words)}</b>"
    reference, last = agreement.reference, _day(agreement.valid_to)
    if page.state == "ended":
        words = tr(
            "The agreement {reference} ended on {day}: nothing new enters, and what is held stays "
            "for internal use until its retention ends."
        ).format(reference=reference, day=last)
    elif page.state == "ending":
        days = (date.fromisoformat(agreement.valid_to or "") - date.today()).days
        words = tr("The agreement {reference} ends on {day}, in {n} days.").format(
            reference=reference, day=last, n=days
        )
    elif page.state == "not_begun":
        words = tr("The agreement {reference} begins on {day}: until then nothing enters.").format(
            reference=reference, day=_day(agreement.valid_from)
        )
    else:
        until = tr("until {day}").format(day=last) if last else tr("without an end")
        return _text(
            tr("The agreement {reference} is in force, {until}.").format(
                reference=reference, until=until
            )
        )
    return f"<b>⚠ {_text(words)}</b>"


def _clauses(page: PartnerPage, agreement: Agreement) -> str:
    french = language() == "fr"
    categories = {code: labels[french] for code, labels in page.categories.items()}
    fields = field_labels()
    unlimited = tr("not limited")

    def listed(words, label=lambda code: code) -> str:
        return unlimited if words is None else ", ".join(map(label, words)) or tr("none")

    combination = {
        "yes": tr("with any source"),
        "no": tr("with none"),
        "listed": tr("with {partners}").format(
            partners=", ".join(agreement.combination_with or ()) or tr("none")
        ),
    }[agreement.combination]
    silent = ("internal", "restricted")
    rows = [
        (tr("Document"), agreement.document),
        (tr("Signed on"), _day(agreement.signed_on)),
        (tr("Purposes"), listed(agreement.purposes, purpose_label)),
        (tr("Fields"), listed(agreement.allowed_fields, lambda code: fields.get(code, code))),
        (
            tr("Categories"),
            listed(agreement.allowed_categories, lambda code: categories.get(code, code)),
        ),
        (tr("Finest place stored"), precision_label(agreement.finest_stored)),
        (tr("Finest place shown"), precision_label(agreement.finest_shown)),
        (tr("Recipients"), listed(agreement.recipients or silent, diffusion_label)),
        (tr("Together"), combination),
        (tr("Small counts"), _threshold(agreement.small_count_threshold)),
        (tr("Kept for"), _retention(agreement, categories)),
    ]
    return _table([[name, value] for name, value in rows if value])


def _threshold(least: int | None) -> str:
    if not least or least < 2:
        return ""
    return tr("outside the team, none below {n}").format(n=least)


def _retention(agreement: Agreement, categories: dict[str, str]) -> str:
    months = tr("{n} months")
    parts = [months.format(n=agreement.retention_months)] if agreement.retention_months else []
    parts += [
        tr("{what}: {n}").format(what=categories.get(code, code), n=months.format(n=n))
        for code, n in (agreement.retention_by_category or {}).items()
    ]
    return ", ".join(parts)


def _held(page: PartnerPage) -> str:
    if not page.held:
        return _paragraph(tr("Nothing."))
    found = {each for year in page.held for each in year.precisions}
    known = [each for each in PRECISIONS if each in found]
    words = choices()["location_precision"]
    head = [tr("Year"), tr("Records"), *(words[each] for each in known)]
    rows = [
        [year.year, number(year.n), *(number(year.precisions.get(each, 0)) for each in known)]
        for year in page.held
    ]
    return _table(rows, head, texts=1)


def _deliveries(page: PartnerPage) -> str:
    if not page.deliveries:
        return _paragraph(tr("None yet."))
    kinds = {
        "complete": tr("complete"),
        "additions": tr("additions"),
        "nil": tr("nothing to report"),
    }
    head = [tr("Delivered"), tr("Period"), tr("Kind"), tr("New"), tr("Updated"), tr("Refused")]
    rows = []
    for each in page.deliveries:
        kind = kinds[each.kind]
        first, last = map(_day, each.period)
        rows.append(
            [
                _day(each.imported_at),
                f"{first} – {last}" if first or last else "",
                tr("{kind}, undone").format(kind=kind) if each.undone else kind,
                number(each.inserted),
                number(each.updated),
                number(each.rejected),
            ]
        )
    return _table(rows, head, texts=3)


def _table(rows: list[list], head: list[str] | None = None, texts: int = 2) -> str:
    """The columns after the first ``texts`` are numbers, to the right."""

    def line(cells: list, tag: str) -> str:
        return "".join(
            f'<{tag} align="{"left" if place < texts else "right"}">{_text(each)}</{tag}>'
            for place, each in enumerate(cells)
        )

    lines = [line(head, "th")] if head else []
    lines += [line(row, "td") for row in rows]
    return "\n".join(
        [
            '<table cellpadding="4" cellspacing="0">',
            *(f"<tr>{each}</tr>" for each in lines),
            "</table>",
        ]
    )


def _day(text: str | None) -> str:
    return day_words(text[:10]) if text else ""


def _heading(level: int, words: str) -> str:
    return f"<h{level}>{_text(words)}</h{level}>"


def _paragraph(words: str) -> str:
    return f"<p>{_text(words)}</p>"


def _text(value: object) -> str:
    return html.escape(str(value))
