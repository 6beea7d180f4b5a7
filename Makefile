# Everything from an empty clone: only Python 3.11+ and make are needed.
PYTHON ?= python3
VENV   ?= .venv
BIN    := $(VENV)/bin
STAMPS := $(VENV)/.stamps
SOURCES := src tests training benchmarks
LOCK := uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-annotate --no-header

.DEFAULT_GOAL := help
FRONT := $(shell find frontend -type f -not -path '*/node_modules/*' 2>/dev/null)

.PHONY: help install desk demo test lint types contract unit format wheel model lock clean

help: ## show the targets
	@sed -n 's/^\([a-z]*\):.*## \(.*\)/  make \1	\2/p' $(MAKEFILE_LIST)

demo: install desk ## set everything up and read the bundled sample case
	$(BIN)/crossread demo

test: desk lint types contract unit ## set everything up and run lint, types, import contract and tests

install: $(STAMPS)/package ## set up the virtual environment with the package

desk: $(STAMPS)/desk ## build the scripts of the analyst's desk (needs Node; without it the command line works)

lint: $(STAMPS)/dev ## check style
	$(BIN)/ruff check $(SOURCES)

types: $(STAMPS)/dev ## check types
	$(BIN)/mypy

contract: $(STAMPS)/dev ## check that imports between rooms point one way
	$(BIN)/lint-imports --no-cache

unit: $(STAMPS)/dev ## run the tests
	$(BIN)/python -m pytest

format: $(STAMPS)/dev ## sort imports and mend what can be mended
	$(BIN)/ruff check --fix $(SOURCES)

wheel: $(STAMPS)/dev desk ## build the wheel into dist/
	$(BIN)/python -m build --wheel --no-isolation

model: $(STAMPS)/dev ## train the language model again: make model CORPORA=folder (about two hours on one core, Python 3.11)
	@test -n "$(CORPORA)" || { echo "say where the training sources are: make model CORPORA=folder"; exit 1; }
	$(BIN)/python -m pip install --quiet --require-hashes -r requirements/train.txt
	PYTHONPATH=src $(BIN)/python -m training --corpora $(CORPORA)

lock: ## pin all dependencies anew (needs uv)
	$(LOCK) pyproject.toml -o requirements/run.txt
	$(LOCK) --group build -c requirements/run.txt -o requirements/build.txt
	$(LOCK) pyproject.toml --group dev -c requirements/run.txt -c requirements/build.txt -o requirements/dev.txt

clean: ## remove what was built and the environment
	rm -rf $(VENV) build dist frontend/node_modules src/crossread/desk/static/built .mypy_cache .pytest_cache .ruff_cache .import_linter_cache .hypothesis

$(BIN)/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
	  { echo "Python 3.11 or newer is needed; say which with: make PYTHON=python3.12 ..."; exit 1; }
	$(PYTHON) -m venv $(VENV)

# A stamp is newer than the file it stands for: a second call installs nothing.
$(STAMPS)/run: requirements/run.txt | $(BIN)/python
	$(BIN)/python -m pip install --quiet --require-hashes -r requirements/run.txt
	@mkdir -p $(STAMPS) && touch $@

$(STAMPS)/package: $(STAMPS)/run pyproject.toml requirements/build.txt
	$(BIN)/python -m pip install --quiet --require-hashes -r requirements/build.txt
	$(BIN)/python -m pip install --quiet --no-deps --no-build-isolation --editable .
	@mkdir -p $(STAMPS) && touch $@

$(STAMPS)/dev: $(STAMPS)/package requirements/dev.txt
	$(BIN)/python -m pip install --quiet --require-hashes -r requirements/dev.txt
	@mkdir -p $(STAMPS) && touch $@

# Without Node no stamp is left, so that a later call builds once there is one.
$(STAMPS)/desk: $(FRONT)
	@if command -v npm >/dev/null && node -e 'const [a, b] = process.versions.node.split(".").map(Number); process.exit(a > 22 || (a === 22 && b >= 12) || (a === 20 && b >= 19) ? 0 : 1)'; then \
	  cd frontend && npm ci --silent && npm run --silent build && mkdir -p $(abspath $(STAMPS)) && touch $(abspath $@); \
	else \
	  echo "The desk's scripts need Node 20.19 or newer, which is not here: its pages can be read, its pictures are tables."; \
	fi
