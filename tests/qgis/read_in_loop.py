"""A second QGIS, without the plugin: counts a layer's features again and again until told to stop.

Arguments: the layer's source, the file whose appearance means stop. Prints a line once it has
counted, and the distinct counts at the end.
"""

import json
import sys
from pathlib import Path

from qgis.core import QgsApplication, QgsVectorLayer

application = QgsApplication([], False)
application.initQgis()
layer = QgsVectorLayer(sys.argv[1], "incidents", "ogr")
stop = Path(sys.argv[2])
counts = []
last_round = False
while True:
    counts.append(sum(1 for _ in layer.getFeatures()))
    if len(counts) == 1:
        sys.stdout.write("reading\n")
        sys.stdout.flush()
    if last_round:
        break
    last_round = stop.exists()
    layer.dataProvider().reloadData()
sys.stdout.write(json.dumps([len(counts), list(dict.fromkeys(counts))]))
del layer
application.exitQgis()
