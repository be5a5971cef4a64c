"""Processes to be killed in the middle of what they do, one after the other."""

import os
import signal
import subprocess
import sys
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


class Victim:
    """Calls ``act(path)``, which ``code`` defines, in a new process for every path.

    They are forks of one process that has acted on ``first``, so that everything is loaded and a
    kill meets the act itself. ``code`` finds ``arguments`` in ``sys.argv[2:]``.
    """

    def __init__(self, code: str, first: Path, *arguments):
        self._parent = subprocess.Popen(
            [sys.executable, "-c", code + _FORKS, *map(str, (first, *arguments))],
            cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True,
        )  # fmt: skip
        assert self._parent.stdout.readline() == "ready\n"

    def __enter__(self):
        return self

    def __exit__(self, *error) -> None:
        self._parent.communicate()

    def start(self, path: Path) -> None:
        self._child = self._ask(str(path))

    def kill(self) -> None:
        """End it now, if it has not ended by itself; to be followed by ``wait``."""
        os.kill(self._child, signal.SIGKILL)

    def wait(self) -> int:
        """What ``os.waitpid`` says of its end: 0 where nothing ended it early."""
        return self._ask("")

    def _ask(self, line: str) -> int:
        self._parent.stdin.write(line + "\n")
        self._parent.stdin.flush()
        return int(self._parent.stdout.readline())
