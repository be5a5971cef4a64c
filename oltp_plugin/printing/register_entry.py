"""A draft of the entry in the register of processing activities (RGPD, article 30).

What the observatory knows is filled in; what only the town knows is left as a dotted line.
"""

from __future__ import annotations

from pathlib import Path

from oltp_plugin.local_format import number
from oltp_plugin.observatory.labels import Labels
from oltp_plugin.observatory.transparency import Facts
from oltp_plugin.printing import agreement_words
from oltp_plugin.printing.document import Document
from oltp_plugin.printing.transparency_sheet import foot, town
from oltp_plugin.translation import tr

BLANK = "…" * 30


def write_entry(output: Path, facts: Facts, labels: Labels) -> None:
    """Write the draft. Raises ``PrintError`` as ``Document.write``."""
    page = Document(tr("Register of processing activities: draft entry"))
    page.lead(
        tr(
            "Observatory of {town}. Filled in from the file itself, for the data protection "
            "officer to check and complete; dotted lines are for the town."
        ).format(town=town(facts))
    )
    page.facts(
        [
            (tr("Controller"), tr("The municipality: {blank}").format(blank=BLANK)),
            (tr("Data protection officer"), BLANK),
            (tr("Name of the processing"), tr("Local observatory of public tranquillity (OLTP)")),
            (tr("Purposes"), _purposes(facts)),
            (
                tr("Legal basis"),
                tr(
                    "To be confirmed by the town: task in the public interest (RGPD, article "
                    "6(1)(e)); the mayor's part in the prevention of delinquency (Code de la "
                    "sécurité intérieure, L. 132-1 and following). Where a source tells of "
                    "offences, article 10 applies: {blank}"
                ).format(blank=BLANK),
            ),
            (
                tr("Persons concerned"),
                tr(
                    "Nobody is named. Indirectly, whoever lives at, uses or reported from a place: "
                    "residents, victims, witnesses, passers-by, agents of the partners."
                ),
            ),
            (
                tr("Categories of data"),
                tr(
                    "Of an incident: category, time, place (point, address or district), kind of "
                    "place, severity, how it became known, status. The partner's own number only "
                    "as a code under a key that is kept apart. No name, age, sex, nationality, "
                    "plate, telephone number, picture or free text. Of the staff: the login and "
                    "what it did, in a journal."
                ),
            ),
            (tr("Sensitive categories"), _sensitive(facts)),
            (
                tr("Transfers outside the European Union"),
                tr("None by the software, which neither sends nor fetches anything by itself."),
            ),
            (
                tr("Security"),
                tr(
                    "Rights of the folder and encryption of the disk, which the town sets: "
                    "{blank}. In the software: fields, categories and precision limited before "
                    "writing; numbers under a key outside the file; personal data in texts "
                    "masked; one gate that asks the agreements at import, view, analysis, print "
                    "and export; small counts withheld where an agreement says so; a journal of "
                    "imports, prints, exports and refusals."
                ).format(blank=BLANK),
            ),
        ]
    )
    page.heading(tr("Sources, recipients and time limits"))
    page.table(
        [
            tr("Source"),
            tr("Agreement"),
            tr("Purposes"),
            tr("Recipients"),
            tr("For how long"),
            tr("May be combined"),
        ],
        [
            (
                source.name,
                agreement_words.in_force(source.agreement),
                agreement_words.purposes(source.agreement),
                agreement_words.recipients(source.agreement),
                agreement_words.kept(source.agreement, labels),
                agreement_words.combined(source.agreement, labels),
            )
            for source in facts.sources
        ],
        widths=[16, 22, 16, 16, 16, 14],
    )
    page.paragraph(
        tr(
            "Earlier versions of records, with which a delivery can be undone, are kept until the "
            "next purge and 13 months at most; lines of the journal, 12 months; monthly counts "
            "without any record's day or place remain."
        )
    )
    page.write(output, foot(facts))


def _purposes(facts: Facts) -> str:
    listed = agreement_words.agreed_purposes(source.agreement for source in facts.sources)
    said = tr(
        "To know, map and follow the incidents that partners report in the public space, for the "
        "local council of security and prevention (CLSPD) and its groups, and to evaluate what is "
        "done."
    )
    return (
        said if not listed else said + " " + tr("The agreements name: {list}.").format(list=listed)
    )


def _sensitive(facts: Facts) -> str:
    return tr(
        "Violence within the family and sexual violence among others: {n} records, stored by "
        "district only; {exact} of them have a point."
    ).format(n=number(facts.sensitive), exact=number(facts.exact_sensitive))
