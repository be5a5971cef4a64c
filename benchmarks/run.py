"""``make bench``: each method against its peer in the same run, as a table of ratios.

``benchmarks/run.py 100000`` does it with fewer points, to see that everything still runs.
With all of them it exits with 1 if a ratio is below the one wanted.
"""

from __future__ import annotations

import itertools
import sys
import tempfile
from pathlib import Path

import headless_qgis

FULL = 1_000_000  # points


def main(count: int) -> int:
    qgis = headless_qgis.start()
    import clusters
    import density
    import dock
    import geocoding
    import hot_cells
    import importing
    import over_time
    import places
    import printing

    print(f"\n{count:,} points, radius {density.RADIUS} m, QGIS {qgis}\n")
    print(f"| {'what':<44} | {'peer':<27} | {'s':>7} | {'peer s':>7} |  ratio | wanted |")
    print(f"|{'-' * 46}|{'-' * 29}|{'-' * 8}:|{'-' * 8}:|{'-' * 7}:|{'-' * 7}:|")
    missed = 0
    with tempfile.TemporaryDirectory() as folder:
        layer = density.made_up_layer(Path(folder), count)
        compared = itertools.chain(
            density.rows(layer, Path(folder)),
            places.compare(layer),
            clusters.rows(Path(folder)),
            hot_cells.rows(layer, Path(folder)),
            importing.rows(Path(folder), count),
            geocoding.rates(),
            dock.rows(Path(folder), count),
            over_time.rows(Path(folder), count),
            printing.rows(Path(folder), count),
        )
        for what, peer, ours, theirs, *wanted in compared:
            ratio, goal = theirs / ours, wanted[0] if wanted else 0
            cells = (f"{what:<44}", f"{peer:<27}", f"{ours:7.3f}", f"{theirs:7.3f}")
            print(f"| {' | '.join(cells)} | {ratio:6.1f} | {goal or '':>6} |", flush=True)
            missed += count >= FULL and ratio < goal
    print(f"\nMost memory held: {density.peak_memory():.2f} GB")
    return 1 if missed else 0


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1]) if sys.argv[1:] else FULL))
