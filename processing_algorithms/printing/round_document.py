"""What session pack, bulletin and diagnosis share: parameters, period, what is kept of them."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from qgis.core import (
    QgsProcessingOutputNumber,
    QgsProcessingParameterEnum,
    QgsProcessingParameterFileDestination,
    QgsProcessingParameterString,
    QgsVectorLayer,
)

from oltp_plugin.errors import ObservatoryError, PrintError
from oltp_plugin.layers.update_mode import guarded
from oltp_plugin.local_format import number
from oltp_plugin.observatory import bulletins
from oltp_plugin.observatory.bulletins import Bulletin, Figure
from oltp_plugin.printing.diffusion import Diffusion
from oltp_plugin.printing.document import check_pdf
from oltp_plugin.printing.logo import logo_of
from oltp_plugin.printing.map_picture import MapPicture
from oltp_plugin.printing.round_parts import Cover
from oltp_plugin.printing.sheet import Sheet
from oltp_plugin.printing.town import town
from oltp_plugin.translation import tr

from ..base import OltpAlgorithm, optional
from .hot_spot_layers import HotSpots, hot_spots, names, outlines

_GROUP, _USUAL = "groupe territorial", "quartier"  # levels


class RoundDocument(OltpAlgorithm):
    """Base of the documents of the monthly round."""

    GROUP = "printing"
    KIND = ""  # as the table ``bulletin`` has it

    def add_territory(self) -> None:
        parameter = QgsProcessingParameterString("TERRITORY", tr("Territory"))
        parameter.setHelp(tr("The code of a groupe territorial, or level:code of any territory."))
        self.addParameter(parameter)

    def add_diffusion(self, default: Diffusion) -> None:
        self.addParameter(
            optional(
                QgsProcessingParameterEnum(
                    "DIFFUSION",
                    tr("Diffusion"),
                    [tr("Internal"), tr("Restricted"), tr("Public")],
                    defaultValue=int(default),
                )
            )
        )

    def add_output(self, title: str) -> None:
        """The PDF, and what is told of it."""
        self.addParameter(QgsProcessingParameterFileDestination("OUTPUT", title, "PDF (*.pdf)"))
        self.addOutput(QgsProcessingOutputNumber("BULLETIN", tr("Number of the kept figures")))
        self.addOutput(QgsProcessingOutputNumber("PAGES", tr("Pages")))

    def output(self, parameters, context) -> Path:
        path = Path(self.parameterAsFileOutput(parameters, "OUTPUT", context))
        check_pdf(path)
        return path

    def diffusion(self, parameters, context) -> Diffusion:
        return Diffusion(self.parameterAsEnum(parameters, "DIFFUSION", context))

    def cover(self, path: Path, title: str, subtitle: str, diffusion: Diffusion, answer) -> Cover:
        own = town()
        return Cover(
            own.name or town_of(path),
            title,
            subtitle,
            diffusion,
            answer.named,
            date.today(),
            own.colour,
            logo_of(own),
        )

    def territory(self, parameters, context, connection) -> tuple[str, str, str]:
        """Level, code and name; raises ``ObservatoryError`` "unknown_territory"."""
        asked = self.parameterAsString(parameters, "TERRITORY", context)
        return territory_named(connection, asked, _GROUP)

    def mapped(
        self, path, sources, window, area, diffusion, high, context, feedback, inside=_USUAL
    ) -> tuple[MapPicture, str]:
        """The hot-spot map of a territory, or of the town, and the words below it.

        ``sources``: partners on the page, those first that it should show; ``inside``: the level
        of the territories drawn and named in it.
        """
        inside = outlines(path, inside) if area is None or area[0] != inside else None
        border = outlines(path, *(area or ("commune",)))
        found = hot_spots(
            path,
            sources,
            window,
            area,
            diffusion,
            context,
            feedback,
        )
        layers = [border, *filter(None, [inside]), *(found.layers if found else [])]
        picture = MapPicture(
            layers,
            border.crs(),
            _extent(border),
            high,
            names(inside) if inside is not None else [],
            context.transformContext(),
        )
        return picture, map_words(found)

    def publish(
        self, sheet: Sheet, output: Path, path: Path, made: Bulletin, figures, feedback, *fit
    ) -> dict:
        """Write the pages and keep their figures. ``fit``: see ``Sheet.write``.

        What the public may read is kept first, or not written at all: the next is held against it.
        Raises what ``Sheet.write`` raises, and for a public document ``read_only`` and ``busy``.
        """
        public = made.diffusion == Diffusion.PUBLIC.name.lower()
        number = self._keep(path, made, figures, feedback) if public else 0
        pages = sheet.write(output, *fit)
        if not public:
            number = self._keep(path, made, figures, feedback)
        return {"OUTPUT": str(output), "BULLETIN": number, "PAGES": pages}

    def _keep(self, path: Path, made: Bulletin, figures: list[Figure], feedback) -> int:
        """Freeze the figures; 0 where the file cannot be written."""
        try:
            with guarded(path):
                number = bulletins.freeze(path, made, figures)
        except ObservatoryError as error:
            public = made.diffusion == Diffusion.PUBLIC.name.lower()
            if public or error.code not in ("read_only", "busy", "not_writable"):
                raise
            feedback.pushWarning(
                tr("The figures could not be kept in {name}: it can only be read now.").format(
                    name=path.name
                )
            )
            return 0
        feedback.pushInfo(
            tr("{n} figures were kept under number {number}.").format(n=len(figures), number=number)
        )
        return number


def town_of(path: Path) -> str:
    """The name that the observatory goes by, in a heading."""
    from oltp_plugin.observatory.connection import reading

    with reading(path) as connection:
        (title,) = connection.execute("SELECT title FROM observatory").fetchone()
        commune = connection.execute(
            "SELECT name FROM territory WHERE level = 'commune' ORDER BY fid"
        ).fetchone()
    return title or (commune[0] if commune else tr("the town"))


def check_period(first: str | None, last: str | None) -> tuple[str, str]:
    """Both days; raises ``PrintError`` where one is missing or they are the wrong way round."""
    if not first or not last:
        raise PrintError("period_not_given")
    if last < first:
        raise ObservatoryError("period_backwards", start=first, end=last)
    return first, last


def territory_named(connection, code: str, level: str) -> tuple[str, str, str]:
    """Level, code and name of a territory: ``level:code``, or a code, of ``level`` first.

    Raises ``ObservatoryError`` "unknown_territory".
    """
    wished, _, own = code.strip().rpartition(":")
    rows = connection.execute(
        "SELECT level, code, name FROM territory WHERE code = ? AND valid_to IS NULL"
        " AND (? = '' OR level = ?) ORDER BY level <> ?, fid",
        (own, wished, wished, level),
    ).fetchall()
    if not rows:
        raise ObservatoryError("unknown_territory", code=code)
    return rows[0]


def map_words(found: HotSpots | None) -> str:
    """What the map shows, and of whom.

    Where small counts are hidden it does not say of how many records: beside their total that
    would tell how many have no place, which those of sensitive categories never have.
    """
    if found is None:
        return tr("No source could be mapped for this period.")
    if found.n < found.least:
        return tr("{source}: fewer than {n} records with a place, too few for a map.").format(
            source=found.source.name, n=found.least
        )
    if found.least > 1:
        said = tr("{source}. Darker: more per km² (radius of 250 m).").format(
            source=found.source.name
        )
        said += " " + tr("Blank where fewer than {n} lie within it.").format(n=found.least)
    else:
        said = tr("{source}, {records}. Darker: more per km² (radius of 250 m).").format(
            source=found.source.name,
            records=tr("1 record with a place")
            if found.n == 1
            else tr("{n} records with a place").format(n=number(found.n)),
        )
    if found.hot is None:
        return said + " " + tr("Too few for a test of hot spots.")
    if found.hot == 0:
        return said + " " + tr("No square of 100 m stands out more than chance would have it.")
    if found.hot == 1:
        return (
            said
            + " "
            + tr("The outlined square of 100 m stands out by more than chance (Getis-Ord Gi*).")
        )
    return (
        said
        + " "
        + tr(
            "The {n} outlined squares of 100 m stand out by more than chance (Getis-Ord Gi*)."
        ).format(n=found.hot)
    )


def _extent(layer: QgsVectorLayer):
    layer.updateExtents()
    return layer.extent()
