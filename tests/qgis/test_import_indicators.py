"""Figures of areas through the toolbox."""

import processing
import pytest
from qgis.core import QgsProcessingException

SSMSI = (
    "CODGEO_2025;annee;indicateur;unite_de_compte;nombre;taux_pour_mille;est_diffuse\n"
    "{code};2023;Vols de véhicule;Véhicule;12;2,4;diff\n"
    "{code};2024;Vols de véhicule;Véhicule;NA;NA;ndiff\n"
    "01001;2024;Vols de véhicule;Véhicule;3;1;diff\n"
)


def run(observatory, file, feedback=None, **parameters):
    return processing.run(
        "oltp:importindicators",
        {"OBSERVATORY": str(observatory), "INPUT": str(file), **parameters},
        feedback=feedback,
    )


@pytest.fixture
def ssmsi(town_observatory, tmp_path):
    from oltp_plugin.observatory.indicators import areas

    file = tmp_path / "donnee-data.gouv-2024.csv"
    (code,) = areas(town_observatory, "commune")
    file.write_text(SSMSI.format(code=code), encoding="utf-8")
    return file


def test_ssmsi_needs_no_choice_at_all(town_observatory, ssmsi, feedback):
    found = run(town_observatory, ssmsi, feedback)
    counts = {name: found[name] for name in ("COUNT", "INDICATORS", "UNPUBLISHED", "ELSEWHERE")}
    assert counts == {"COUNT": 2, "INDICATORS": 1, "UNPUBLISHED": 1, "ELSEWHERE": 1}
    assert "Values that are not published, kept empty: 1." in feedback.infos
    undone = processing.run(
        "oltp:undobatch", {"OBSERVATORY": str(town_observatory), "BATCH": found["BATCH"]}
    )
    assert undone["REMOVED"] == 2


@pytest.mark.parametrize(
    ("parameters", "words"),
    [
        ({"LEVEL": "school"}, "never for a school"),
        ({"LEVEL": "quartier"}, "no figure"),
        ({"PARTNER": "ACAD", "PURPOSE": "absenteeism"}, "agreement"),
        ({"AREA_FIELD": "Zone"}, "no column “Zone”"),
    ],
)
def test_what_is_not_allowed_is_one_sentence(town_observatory, ssmsi, parameters, words):
    with pytest.raises(QgsProcessingException, match=words):
        run(town_observatory, ssmsi, **parameters)
