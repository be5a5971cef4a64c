"""The ``oltp`` provider of the Processing toolbox: an explicit list of algorithms."""

from qgis.core import QgsApplication, QgsProcessingModelAlgorithm, QgsProcessingProvider
from qgis.PyQt.QtGui import QIcon

from oltp_plugin.paths import ICONS


class OltpProvider(QgsProcessingProvider):
    """Adds the plugin's algorithms; each module is imported only when QGIS asks for the list."""

    def id(self):
        return "oltp"

    def name(self):
        return "OLTP"

    def icon(self):
        return QIcon(str(ICONS / "oltp.svg"))

    def loadAlgorithms(self):
        for algorithm in _algorithms():
            self.addAlgorithm(algorithm())
        registry = QgsApplication.processingRegistry()
        if registry.providerById(self.id()) is None:
            registry.providerAdded.connect(self._read_models)

    def _read_models(self, added: str) -> None:
        """Read models again: while this list was made, QGIS did not know their steps yet."""
        if added != self.id():
            return
        QgsApplication.processingRegistry().providerAdded.disconnect(self._read_models)
        for algorithm in self.algorithms():
            if isinstance(algorithm, QgsProcessingModelAlgorithm):
                algorithm.read()


def _algorithms():
    """One line per algorithm, in the order of the toolbox."""
    from .hot_spots.concentration import Concentration
    from .hot_spots.diagnosis import HotSpotDiagnosis
    from .hot_spots.dual_kernel_density import DualKernelDensity
    from .hot_spots.emerging_hot_spots import EmergingHotSpots
    from .hot_spots.getis_ord import GetisOrd
    from .hot_spots.hotspot_change import HotspotChange
    from .hot_spots.hotspot_classes import HotspotClasses
    from .hot_spots.incident_clusters import IncidentClusters
    from .hot_spots.kernel_density import KernelDensity
    from .hot_spots.local_moran import LocalMoran
    from .hot_spots.repeat_places import RepeatPlaces
    from .hot_spots.rerun import Rerun
    from .hot_spots.robustness import Robustness
    from .hot_spots.spatial_summary import SpatialSummary
    from .hot_spots.street_segments import StreetSegments
    from .observatory.confirm_withdrawals import ConfirmWithdrawals
    from .observatory.coverage_matrix import CoverageMatrix
    from .observatory.create_observatory import CreateObservatory
    from .observatory.expect_deliveries import ExpectDeliveries
    from .observatory.import_addresses import ImportAddresses
    from .observatory.import_incidents import ImportIncidents
    from .observatory.import_indicators import ImportIndicators
    from .observatory.import_places import ImportPlaces
    from .observatory.import_territories import ImportTerritories
    from .observatory.incidents import Incidents
    from .observatory.link_facts import LinkFacts
    from .observatory.nil_return import NilReturn
    from .observatory.partner_sheet import PartnerSheet
    from .observatory.purge_expired import PurgeExpired
    from .observatory.set_agreement import SetAgreement
    from .observatory.transparency_sheet import TransparencySheet
    from .observatory.undo_batch import UndoBatch
    from .places.before_after import BeforeAfter
    from .places.buffer_rings import BufferRings
    from .places.territory_counts import TerritoryCounts
    from .printing.atlas import Atlas
    from .printing.bulletin import Bulletin
    from .printing.bulletin_figures import BulletinFigures
    from .printing.diagnostic import Diagnostic
    from .printing.print_map import PrintMap
    from .printing.session_pack import SessionPack
    from .space_time.near_repeat import NearRepeat
    from .time.aoristic import Aoristic
    from .time.period_comparison import PeriodComparison

    return (
        CreateObservatory,
        ImportTerritories,
        ImportPlaces,
        ImportAddresses,
        SetAgreement,
        ImportIndicators,
        ImportIncidents,
        ConfirmWithdrawals,
        LinkFacts,
        NilReturn,
        PartnerSheet,
        ExpectDeliveries,
        UndoBatch,
        PurgeExpired,
        Incidents,
        CoverageMatrix,
        HotSpotDiagnosis,
        KernelDensity,
        DualKernelDensity,
        GetisOrd,
        HotspotChange,
        HotspotClasses,
        EmergingHotSpots,
        LocalMoran,
        Robustness,
        Aoristic,
        IncidentClusters,
        PeriodComparison,
        StreetSegments,
        RepeatPlaces,
        Concentration,
        SpatialSummary,
        NearRepeat,
        Rerun,
        BufferRings,
        TerritoryCounts,
        BeforeAfter,
        PrintMap,
        SessionPack,
        Bulletin,
        BulletinFigures,
        Atlas,
        Diagnostic,
        TransparencySheet,
    )
