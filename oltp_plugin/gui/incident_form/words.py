"""What the form says of an entry: a sentence for each remark, a name for each field."""

from __future__ import annotations

from oltp_plugin.intake.entry_check import Remark
from oltp_plugin.translation import personal_data_label, sentence, tr


def remark_words(remark: Remark) -> str:
    """The sentence of a remark, with its field's name before it."""
    if remark.refusal is not None:
        return sentence(remark.refusal)
    text = _sentences()[remark.code]
    if remark.code == "personal_data":
        kinds, masked = remark.values
        named = ", ".join(map(personal_data_label, kinds))
        return text.format(named, masked)
    return tr("{field}: {words}").format(
        field=field_name(remark.field), words=text.format(*remark.values)
    )


def field_name(field: str) -> str:
    """What the form calls a field."""
    return {
        "partner": tr("Partner"),
        "category": tr("Category"),
        "occurred_from": tr("When"),
        "occurred_to": tr("Until"),
        "time_precision": tr("Precision of the time"),
        "reported_at": tr("Recorded on"),
        "point": tr("Place"),
        "location_precision": tr("Precision of the location"),
        "address": tr("Address"),
        "territory": tr("Area"),
        "place_kind": tr("Kind of place"),
        "known_by": tr("Known by"),
        "severity": tr("Severity"),
        "count": tr("Count"),
        "status": tr("Status"),
    }[field]


def _sentences() -> dict[str, str]:
    return {
        "missing": tr("still to be given"),
        "unlisted": tr("not among those that the observatory knows; choose one of the list"),
        "not_yet_in_use": tr("not yet in use on that day; choose another"),
        "no_longer_in_use": tr("no longer in use on that day; choose another"),
        "severity_range": tr("from 0 to 9, or none"),
        "count_range": tr("at least 1"),
        "no_moment": tr("not a date and an hour"),
        "too_early": tr("before 1900"),
        "end_before_start": tr("the end comes before the beginning"),
        "interval_without_end": tr("between two moments, the end comes after the beginning"),
        "end_of_a_moment": tr("one moment has no end; choose “Between two moments”"),
        "not_its_beginning": tr("the day or month begins at its first hour"),
        "half_a_point": tr("one of its coordinates is missing"),
        "no_such_point": tr("the point lies where the coordinate system is not valid"),
        "precision_of_a_point": tr("a point stands at an address, a street, a stop, a cell…"),
        "precision_without_point": tr("without a point it is the territory, or none"),
        "score_without_point": tr("an address match without a point"),
        "score_range": tr("an address match lies between 0 and 1"),
        "point_and_territory": tr("either a point or an area"),
        "too_long": tr("at most {} characters"),
        "unwritable": tr("a character that cannot be written; type it anew"),
        "not_covered": tr("the agreement {} does not cover this category"),
        "field_not_covered": tr("the agreement {} does not cover this; leave it empty"),
        "past_retention": tr("the agreement keeps nothing recorded up to {}"),
        "partner_stays": tr("it came with this partner's delivery and stays theirs"),
        "long_interval": tr("the interval lasts {} days"),
        "in_the_future": tr("in the future"),
        "reported_before": tr("recorded before it happened"),
        "outside_town": tr("outside the town"),
        "personal_data": tr("Address: looks like personal data ({}); kept as “{}”"),
        "kept_territory": tr("only the territory is kept, no point and no address"),
        "kept_none": tr("nothing of the place is kept"),
        "kept_cell": tr("only the 100 m cell and the street are kept"),
        "kept_address": tr("not all of the address is kept"),
        "kept_street": tr("not all of the address is kept"),
        "kept_stop": tr("not all of the address is kept"),
        "kept_facility": tr("not all of the address is kept"),
    }
