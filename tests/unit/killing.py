"""A process killed in the middle of what it does, again and again."""

import os
import random
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]

_FORKS = """
import os, sys
act(sys.argv[1])
print("ready", flush=True)
for line in iter(sys.stdin.readline, ""):
    child = os.fork()
    if not child:
        act(line.rstrip())
        os._exit(0)
    print(child, flush=True)
    sys.stdin.readline()  # until it is asked for, a child that has ended keeps its number
    print(os.waitpid(child, 0)[1], flush=True)
"""


def killed(
    code: str, original: Path, folder: Path, kills: int, seed: int, *arguments
) -> Iterator[Path]:
    """Copies of ``original`` on which ``act(path)``, which ``code`` defines, was let loose.

    On the first it ended by itself, on ``kills`` more it was killed at a random moment. They are
    forks of one process that has acted before, so that everything is loaded and a kill meets the
    act itself. ``code`` finds ``arguments`` in ``sys.argv[2:]``.
    """

    def copy(name: str) -> str:
        return str(shutil.copy(original, folder / name))

    def ask(line: str) -> int:
        parent.stdin.write(line + "\n")
        parent.stdin.flush()
        return int(parent.stdout.readline())

    choose = random.Random(seed)
    parent = subprocess.Popen(
        [sys.executable, "-c", code + _FORKS, copy("first.gpkg"), *map(str, arguments)],
        cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True,
    )  # fmt: skip
    try:
        assert parent.stdout.readline() == "ready\n"
        whole, begun = copy("whole.gpkg"), time.monotonic()
        ask(whole)
        assert ask("") == 0, "it failed by itself"
        duration = time.monotonic() - begun
        yield Path(whole)
        for kill in range(kills):
            path = copy(f"killed{kill}.gpkg")
            child = ask(path)
            time.sleep(choose.uniform(0, 1) * duration)
            os.kill(child, signal.SIGKILL)
            ask("")
            yield Path(path)
    finally:
        parent.communicate()
