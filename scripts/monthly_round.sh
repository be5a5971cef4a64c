#!/bin/sh
# The monthly round on the sample, in build/round (see monthly_round.py).
set -eu
cd "$(dirname "$0")/.."

rm -rf build/round
mkdir -p build/round/home
XDG_CONFIG_HOME=$PWD/build/round/home/config
XDG_DATA_HOME=$PWD/build/round/home/data
export XDG_CONFIG_HOME XDG_DATA_HOME
if [ -z "${XDG_RUNTIME_DIR:-}" ]; then
    XDG_RUNTIME_DIR=$PWD/build/round/home/run
    mkdir -m 700 "$XDG_RUNTIME_DIR"
    export XDG_RUNTIME_DIR
fi
QT_QPA_PLATFORM=offscreen PYTHONPATH=sample .venv/bin/python -W ignore::DeprecationWarning scripts/monthly_round.py
