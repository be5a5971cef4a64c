#!/bin/bash
# Run the unit and QGIS tests on Debian 13's QGIS 3.40, in a chroot that sees this checkout.
# Needs root. TRIXIE_ROOT chooses the folder (made when absent, 2 GB); MIRROR another Debian mirror.
# Arguments replace pytest's (tests/unit tests/qgis).
set -euo pipefail
cd "$(dirname "$0")/.."

PATH=$PATH:/usr/sbin:/sbin
TRIXIE_ROOT=${TRIXIE_ROOT:-$PWD/build/trixie}
MIRROR=${MIRROR:-}
PACKAGES="qgis python3-qgis python3-pandas python3-scipy python3-shapely python3-matplotlib python3-openpyxl
python3-venv gdal-bin git make openbox xvfb xauth x11-utils xdotool imagemagick poppler-utils
fonts-dejavu fonts-liberation fonts-open-sans"

[ "$(id -u)" = 0 ] || { echo "make test-qgis340 needs root (debootstrap, chroot)" >&2; exit 1; }
if [ -z "${OLTP_OWN_MOUNTS:-}" ]; then
    # Mounts in a namespace of our own disappear with it, whatever happens.
    OLTP_OWN_MOUNTS=1 TRIXIE_ROOT=$TRIXIE_ROOT exec unshare --mount "$0" "$@"
fi

if [ ! -x "$TRIXIE_ROOT/usr/bin/dpkg" ]; then
    command -v debootstrap >/dev/null || apt-get install --yes --quiet debootstrap
    mkdir -p "$TRIXIE_ROOT"
    debootstrap --variant=minbase trixie "$TRIXIE_ROOT" ${MIRROR:+"$MIRROR"}
fi
mount -t proc proc "$TRIXIE_ROOT/proc"
mount --rbind /dev "$TRIXIE_ROOT/dev"
mkdir -p "$TRIXIE_ROOT/checkout"
mount --bind "$PWD" "$TRIXIE_ROOT/checkout"
if [ -d ../shared ]; then # real open data, for the tests that look at it
    mkdir -p "$TRIXIE_ROOT/shared"
    mount --bind ../shared "$TRIXIE_ROOT/shared"
fi
inside() {
    chroot "$TRIXIE_ROOT" /usr/bin/env --ignore-environment HOME=/root LANG=C.UTF-8 \
        DEBIAN_FRONTEND=noninteractive QT_QPA_PLATFORM=offscreen XDG_RUNTIME_DIR=/tmp PYTHONDONTWRITEBYTECODE=1 \
        PATH=/opt/oltp/bin:/usr/sbin:/usr/bin:/sbin:/bin "$@"
}

# shellcheck disable=SC2086 # a list of names
states=$(inside dpkg-query --show --showformat='${db:Status-Status}\n' $PACKAGES 2>/dev/null || echo unknown)
# shellcheck disable=SC2086
if [ "$(echo "$states" | sort -u)" != installed ]; then
    cp --dereference /etc/resolv.conf "$TRIXIE_ROOT/etc/resolv.conf"
    inside apt-get update --quiet --quiet
    inside apt-get install --yes --quiet --quiet --no-install-recommends $PACKAGES
fi

# Fetched here, installed there: the chroot needs no network of its own.
if ! inside /opt/oltp/bin/python -c 'import pytest, pymannkendall' 2>/dev/null; then
    version=$(inside /usr/bin/python3 -c 'import sys; print("%d.%d" % sys.version_info[:2])')
    mkdir -p "$TRIXIE_ROOT/opt/oltp-wheels"
    .venv/bin/python -m pip download --quiet --disable-pip-version-check --python-version "$version" \
        --only-binary=:all: --dest "$TRIXIE_ROOT/opt/oltp-wheels" \
        --requirement <(grep -E '^(pytest|hypothesis|bandit|detect-secrets)' scripts/requirements.txt)
    # Of numpy and scipy, which it wants, Debian's serve.
    .venv/bin/python -m pip download --quiet --disable-pip-version-check --no-deps \
        --dest "$TRIXIE_ROOT/opt/oltp-wheels" --requirement <(grep '^pymannkendall' scripts/requirements.txt)
    inside /usr/bin/python3 -m venv --system-site-packages /opt/oltp
    inside /opt/oltp/bin/python -m pip install --quiet --no-index \
        --find-links /opt/oltp-wheels pytest pytest-qgis pytest-timeout hypothesis bandit detect-secrets \
        pymannkendall
fi

# What the scripts call .venv is Debian 13's own in there.
mount --bind "$TRIXIE_ROOT/opt/oltp" "$TRIXIE_ROOT/checkout/.venv"
inside git config --global --replace-all safe.directory '*'
[ $# -gt 0 ] || set -- tests/unit tests/qgis
inside sh -c 'cd /checkout && exec /opt/oltp/bin/python -m pytest -p no:cacheprovider "$@"' sh "$@"
