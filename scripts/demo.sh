#!/bin/sh
# Make build/demo from sample/, then open it in QGIS where there is a display (HEADLESS=1: never).
set -eu
cd "$(dirname "$0")/.."

rm -rf build/demo
mkdir -p build/demo/home
# Settings and keys of the demo stay in its folder, away from the user's own.
XDG_CONFIG_HOME=$PWD/build/demo/home/config
XDG_DATA_HOME=$PWD/build/demo/home/data
export XDG_CONFIG_HOME XDG_DATA_HOME
unset QGIS_CUSTOM_CONFIG_PATH # it would win over these, and get the settings
if [ -z "${XDG_RUNTIME_DIR:-}" ]; then
    XDG_RUNTIME_DIR=$PWD/build/demo/home/run
    mkdir -m 700 "$XDG_RUNTIME_DIR"
    export XDG_RUNTIME_DIR
fi

QT_QPA_PLATFORM=offscreen PYTHONPATH=sample .venv/bin/python -W ignore::DeprecationWarning scripts/demo.py

if [ -n "${DISPLAY:-}${WAYLAND_DISPLAY:-}" ] && [ "${HEADLESS:-}" != 1 ]; then
    profile=build/demo/home/profiles/profiles/default/QGIS
    mkdir -p "$profile"
    printf '%s\n' '[PythonPlugins]' oltp_plugin=true processing=true \
        '[locale]' overrideFlag=true userLocale=fr '[qgis]' showTips=false \
        > "$profile/QGIS3.ini"
    echo "Opening QGIS Desktop"
    setsid qgis --nologo --noversioncheck --profiles-path build/demo/home/profiles \
        --project build/demo/demo.qgz > build/demo/qgis.log 2>&1 &
fi
