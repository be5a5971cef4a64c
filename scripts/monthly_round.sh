#!/bin/sh
# The monthly round on the sample, in build/round or another folder; with "history" only what
# came before it (see monthly_round.py): monthly_round.sh [folder] [history].
set -eu
cd "$(dirname "$0")/.."

round=${1:-$PWD/build/round}
rm -rf "$round"
mkdir -p "$round/home"
XDG_CONFIG_HOME=$round/home/config
XDG_DATA_HOME=$round/home/data
QGIS_PLUGINPATH=$PWD/build/plugins
export XDG_CONFIG_HOME XDG_DATA_HOME QGIS_PLUGINPATH
unset QGIS_CUSTOM_CONFIG_PATH # it would win over these, and get the settings
if [ -z "${XDG_RUNTIME_DIR:-}" ]; then
    XDG_RUNTIME_DIR=$round/home/run
    mkdir -m 700 "$XDG_RUNTIME_DIR"
    export XDG_RUNTIME_DIR
fi
QT_QPA_PLATFORM=offscreen PYTHONPATH=sample .venv/bin/python -W ignore::DeprecationWarning \
    scripts/monthly_round.py "$round" "${2:-}"
