#!/bin/sh
# Install what is missing: Debian packages, then .venv (and .venv-peers when asked: install.sh peers).
# Safe to run again; takes a fraction of a second when there is nothing to do.
set -eu
cd "$(dirname "$0")/.."

# Another python3 may stand first on PATH; only Debian's knows QGIS.
PYTHON=/usr/bin/python3

PACKAGES="
qgis python3-qgis python3-pandas python3-scipy python3-matplotlib python3-openpyxl python3-venv python3-pip
gdal-bin sqlite3 qttools5-dev-tools pyqt5-dev-tools
xvfb xauth openbox x11-utils xdotool imagemagick poppler-utils
fonts-dejavu fonts-liberation ca-certificates"

missing_packages() {
    for package in $PACKAGES; do
        [ "$(dpkg-query --show --showformat='${db:Status-Status}' "$package" 2>/dev/null)" = installed ] ||
            printf '%s ' "$package"
    done
}

as_root() {
    if [ "$(id -u)" = 0 ]; then "$@"; else sudo "$@"; fi
}

# make_venv FOLDER REQUIREMENTS: a virtual environment that sees Debian's packages and keeps their versions.
make_venv() {
    folder=$1 requirements=$2
    stamp=$(cat "$requirements" scripts/install.sh | sha256sum | cut -c1-64)
    if [ -x "$folder/bin/python" ] && [ "$(cat "$folder/stamp" 2>/dev/null)" = "$stamp" ]; then return; fi
    echo "Making $folder"
    [ -x "$folder/bin/python" ] || "$PYTHON" -m venv --system-site-packages "$folder"
    "$PYTHON" - > "$folder/constraints.txt" <<'PY'
from importlib.metadata import version

for name in ("numpy", "scipy", "pandas", "matplotlib"):
    print(f"{name}=={version(name)}")
PY
    "$folder/bin/python" -m pip install --quiet --disable-pip-version-check \
        --constraint "$folder/constraints.txt" --requirement "$requirements"
    echo "$stamp" > "$folder/stamp"
}

packages=$(missing_packages)
if [ -n "$packages" ]; then
    echo "Installing $packages"
    as_root apt-get update --quiet --quiet
    # shellcheck disable=SC2086 # a list of names
    as_root env DEBIAN_FRONTEND=noninteractive \
        apt-get install --yes --quiet --quiet --no-install-recommends $packages
fi

make_venv .venv scripts/requirements.txt
if [ "${1:-}" = peers ]; then make_venv .venv-peers benchmarks/requirements.txt; fi

# QGIS loads a folder by its name, whatever this checkout is called.
mkdir -p build/plugins
ln -sfn ../.. build/plugins/oltp_plugin
