"""The closed lists of sites, decisions and observations in words; an unknown code as it is."""

from __future__ import annotations

from collections.abc import Mapping

from oltp_plugin.translation import tr


def themes() -> dict[str, str]:
    return {
        "incivilities": tr("Incivilities"),
        "noise": tr("Noise"),
        "gatherings": tr("Gatherings"),
        "drugs": tr("Drugs"),
        "motor_rodeos": tr("Motor rodeos"),
        "waste": tr("Waste and dumping"),
        "damage": tr("Damage"),
        "theft": tr("Theft"),
        "violence": tr("Violence"),
        "road_safety": tr("Road safety and parking"),
        "lighting": tr("Lighting and surroundings"),
        "squat": tr("Squat, empty building"),
        "school": tr("Around a school"),
        "transport": tr("Public transport"),
        "other": tr("Other theme"),
    }


def institutions() -> dict[str, str]:
    """Who leads a decision or has observed something: institutions, never a person."""
    return {
        "town": tr("The town's services"),
        "municipal_police": tr("Municipal police"),
        "cctv_centre": tr("CCTV centre"),
        "national_police": tr("National police"),
        "gendarmerie": tr("Gendarmerie"),
        "prefecture": tr("Prefecture"),
        "prosecutor": tr("Public prosecutor's office"),
        "department": tr("Département"),
        "transport": tr("Transport operator"),
        "landlord": tr("Social landlord"),
        "school": tr("School, education authority"),
        "association": tr("Association"),
        "residents": tr("Residents"),
        "other": tr("Other institution"),
    }


def states() -> dict[str, str]:
    return {
        "open": tr("Open"),
        "in_progress": tr("In progress"),
        "solved": tr("Solved"),
    }


def kinds() -> dict[str, str]:
    """How an observation was made."""
    return {
        "meeting": tr("Meeting"),
        "walk": tr("Walk"),
        "field": tr("Field observation"),
    }


def reliabilities() -> dict[int, str]:
    return {
        1: tr("1 – seen by a service, certain"),
        2: tr("2 – from several sources that agree"),
        3: tr("3 – from one source, plausible"),
        4: tr("4 – hearsay, to be confirmed"),
    }


def said(labels: Mapping, code) -> str:
    """The words for ``code``; nothing for none."""
    return "" if code is None else labels.get(code, str(code))
