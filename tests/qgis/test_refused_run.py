"""A refused run keeps nothing: neither the records that it read nor the file that it opened."""

import gc
import weakref

import pytest
from qgis.core import QgsProcessingContext, QgsProcessingException

from oltp_plugin.errors import AnalysisError
from processing_algorithms.base import OltpAlgorithm


class Read:
    """Stands for records in memory."""


class Refusing(OltpAlgorithm):
    NAME = "refusing"
    GROUP = "hot_spots"

    def __init__(self, error=None, held=None):
        super().__init__()
        self.error, self.held = error, held

    def title(self):
        return "Refusing"

    def createInstance(self):
        return type(self)(self.error, self.held)

    def initAlgorithm(self, configuration=None):
        pass

    def work(self, parameters, context, feedback):
        read = Read()
        self.held.append(weakref.ref(read))
        raise self.error()


@pytest.mark.parametrize(
    ("error", "sentence"),
    [
        (lambda: AnalysisError("no_located_points"), "no record with a point"),
        (lambda: QgsProcessingException("The file cannot be written."), "cannot be written"),
        (lambda: ModuleNotFoundError(name="shapely"), "shapely"),
    ],
)
def test_what_a_refused_run_read_is_freed(feedback, error, sentence):
    held = []
    with pytest.raises(QgsProcessingException, match=sentence):
        Refusing(error, held).run({}, QgsProcessingContext(), feedback, {}, False)
    gc.collect()
    assert [each() for each in held] == [None]
