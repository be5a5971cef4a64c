# Everything works from a fresh clone in a folder of any name; `install` adds what is missing.
SHELL := /bin/bash
.SHELLFLAGS := -eu -o pipefail -c
.ONESHELL:
.DEFAULT_GOAL := help

# QGIS embeds the python3 that it finds first: ours, which sees Debian's packages and shapely 2.
export PATH := $(CURDIR)/.venv/bin:/usr/bin:/bin:/usr/sbin:/sbin:$(PATH)
export QGIS_PLUGINPATH := $(CURDIR)/build/plugins
PYTHON := .venv/bin/python
VERSION = $(shell sed -n 's/^version=//p' metadata.txt)
ZIP = build/oltp_plugin.$(VERSION).zip

.PHONY: help install demo round test test-kill test-million check lint bench package translations test-qgis340 clean

help:  ## this list
	@sed -n 's/^\([a-z0-9-]*\):.*## /\1\t/p' Makefile | expand -t 16

install:  ## Debian packages and .venv, where missing
	@scripts/install.sh

demo: install  ## the made-up town: observatory, hot spots, map, in build/demo
	@scripts/demo.sh

round: install  ## two months of nine partners: bulletins and session packs, in build/round
	@scripts/monthly_round.sh

# One pytest run, so that its last line counts everything; a file's tests stay in one process, and
# files begin in order: those of the window take longest, so none is left alone at the end. It
# draws off screen; tests that need a real window open one on a virtual display of their own.
test: check  ## style, types, and every test that this machine can run
	@scripts/install.sh peers
	QT_QPA_PLATFORM=offscreen $(PYTHON) -m pytest --numprocesses auto --maxprocesses 4 --dist loadfile --no-loadscope-reorder

test-kill: install  ## imports of 200,000 rows, killed (kill -9) and read meanwhile (minutes)
	@export OLTP_KILL_ROWS=200000 QT_QPA_PLATFORM=offscreen
	$(PYTHON) -m pytest tests/unit/test_killed_import.py tests/qgis/test_reading_during_import.py

test-million: install  ## every control of the panel in a real window, on a million records (minutes)
	@OLTP_DESKTOP_ROWS=1000000 QT_QPA_PLATFORM=offscreen $(PYTHON) -m pytest tests/desktop/test_every_control.py -k very_many

check: install  ## style and types
	@$(PYTHON) -m ruff check .
	$(PYTHON) -m ruff format --check .
	$(PYTHON) -m mypy

lint: check package  ## style and types, and what the plugin site scans for
	@$(PYTHON) scripts/scan.py $(ZIP)

bench:  ## the benchmarks, each against its peer
	@scripts/install.sh peers
	QT_QPA_PLATFORM=offscreen $(PYTHON) benchmarks/run.py

package:  ## the ZIP that QGIS's "Install from ZIP" takes
	@mkdir -p build
	git archive --format=zip --prefix=oltp_plugin/ --output=$(ZIP) HEAD
	echo $(ZIP)

translations: install  ## gather the texts into i18n/oltp_fr.ts and compile it
	@pylupdate5 -noobsolete $$(git ls-files '*.py' '*.ui' ':!tests') -ts i18n/oltp_fr.ts
	lrelease i18n/oltp_fr.ts -qm i18n/oltp_fr.qm

test-qgis340: install  ## the QGIS tests on Debian 13's QGIS 3.40 (root; TRIXIE_ROOT=folder)
	@scripts/test_qgis340.sh

clean:  ## everything that was built, but not .venv
	@rm -rf build .pytest_cache .mypy_cache .ruff_cache .hypothesis
