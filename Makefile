# Two commands matter: `make demo` and `make test`. Both set everything up by themselves.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
READY := $(VENV)/.ready
LOCK := requirements/dev.txt
WEIGHTS := packages/ondit-weights-en
BROWSER := $(VENV)/.browser
AXE := axe-core@4.14.1

.DEFAULT_GOAL := demo
.PHONY: demo test test-hostile hostile poisoned eval train train-identity fuzz audit lock sbom clean test-api test-browser test-browser-part test-xss screenshots bench-serve

$(READY): $(LOCK) pyproject.toml $(WEIGHTS)/pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(0 if (3, 11) <= sys.version_info < (3, 14) else "Ondit needs Python 3.11, 3.12 or 3.13; this is " + sys.version.split()[0] + ". Say which one to use: make PYTHON=python3.12")'
	$(PYTHON) -m venv --clear $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r $(LOCK)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable . --editable $(WEIGHTS)
	@touch $@

demo: $(READY)  ## set up and run the shipped story
	$(BIN)/ondit demo

test: $(READY)  ## set up, check style, types and floors, run the tests
	$(BIN)/ruff check . && $(BIN)/ruff format --check --quiet .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/python -m pytest

poisoned: $(READY)  ## trace the large collections that were made to mislead (some minutes)
	$(BIN)/python -m pytest -m large tests/poisoned tests/assess

eval: $(READY)  ## print how well attributions, claims, sources and provenance are found; ONDIT_SHARED=FOLDER adds PolNeAR
	$(BIN)/python -m eval.attribution
	$(BIN)/python -m eval.languages
	$(BIN)/python -m eval.claims
	$(BIN)/python -m eval.outlets
	$(BIN)/python -m eval.provenance
	$(BIN)/python -m eval.sources

train: $(READY)  ## train the English weights anew, byte for byte, from PolNeAR in SHARED/data/polnear: make train SHARED=FOLDER
	@test -n "$(SHARED)" || { echo "Say where the data is: make train SHARED=FOLDER (docs/data-and-models.md)"; exit 2; }
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements/train.txt
	OMP_NUM_THREADS=1 PYTHONPATH=. $(BIN)/python -m training $(SHARED) $(WEIGHTS)/src/ondit_weights_en

test-hostile: $(READY)  ## bombs of 1 GiB for the fetcher, 3,000 hostile pages, a batch of 1,000, 200 kills; takes half an hour
	$(BIN)/python bench/bombs.py
	ONDIT_HOSTILE=3000 $(BIN)/python -m pytest tests/hostile/test_pages.py
	ONDIT_HOSTILE=1000 $(BIN)/python -m pytest tests/hostile/test_batch.py
	ONDIT_KILLS=200 $(BIN)/python -m pytest tests/hostile/test_killed.py

hostile: $(READY)  ## throw broken pages, feeds and archives at `add` and `read`: make hostile COUNT=3000 SEED=7
	$(BIN)/python -m tests.hostile.kit $(or $(COUNT),900) $(SEED)

test-api: $(READY)  ## ask the JSON API 20,000 things that its own description allows or forbids
	ONDIT_API_REQUESTS=22000 $(BIN)/python -m pytest -s tests/web/test_api_requests.py

$(BROWSER): requirements/browser.txt $(READY)
	@command -v "$${CHROMIUM:-chromium}" > /dev/null || { echo "Install Chromium first (apt install chromium), or say where it is: CHROMIUM=PATH"; exit 2; }
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements/browser.txt
	mkdir -p $(VENV)/browser && cd $(VENV)/browser && npm pack --silent $(AXE) && tar xzf axe-core-*.tgz
	@touch $@

test-browser: $(BROWSER)  ## look at every page in Chromium: keyboard, dark, 200%, right to left, print, axe-core
	$(BIN)/python -m pytest tests/browser -m "not large"

test-browser-part: $(BROWSER)  ## the minute of it that CI runs
	$(BIN)/python -m pytest tests/browser

test-xss: $(BROWSER)  ## 1,600 payloads of strangers in every field, in Chromium: none runs, nothing is asked for
	$(BIN)/python -m pytest -s tests/browser/test_xss.py -m large

screenshots: $(BROWSER)  ## make the pictures of the pages in docs/images anew
	PYTHONPATH=tests $(BIN)/python -m browser.screenshots docs/images

bench-serve: $(READY)  ## 32 readers while 2,000 articles are added: how long they wait, and how much it slows adding
	$(BIN)/python bench/serve.py

fuzz: $(READY)  ## throw bytes at one of our parsers: make fuzz TARGET=archives SECONDS=600 (fuzz/targets.py lists them)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements/fuzz.txt
	$(BIN)/python -m fuzz $(TARGET) $(SECONDS)

audit: $(READY)  ## look the locked packages up among known vulnerabilities (needs the network)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements/fuzz.txt
	@$(BIN)/python -m pip_audit --require-hashes --disable-pip -r $(LOCK) 2> $(VENV)/audit.log; rc=$$?; cat $(VENV)/audit.log >&2; \
	if grep -qE 'ConnectionError|Connection(Reset|Refused)|HTTPError|Timeout|ServiceError|NameResolution' $(VENV)/audit.log; then \
	    echo "Nothing was audited: no source of advisories could be reached. Run make audit where the network is open." >&2; exit 3; fi; exit $$rc

train-identity: $(READY)  ## fit the weights of claim identity anew from the tuning part of eval/gold/claims
	OMP_NUM_THREADS=1 PYTHONPATH=. $(BIN)/python -m training.identity src/ondit/trained/identity.toml

lock:  ## write the files of requirements/ anew (needs uv)

lock:  ## write the files of requirements/ anew (needs uv); then make sbom
	uv pip compile --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-header \
	    --extra en --extra exports pyproject.toml requirements/dev.in -o $(LOCK)
	uv pip compile --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-header \
	    -c $(LOCK) requirements/train.in -o requirements/train.txt
	uv pip compile --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-header \
	    -c $(LOCK) requirements/fuzz.in -o requirements/fuzz.txt
	uv pip compile --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-header \
	    -c $(LOCK) requirements/browser.in -o requirements/browser.txt

sbom: $(READY)  ## write the list of packages that the wheel carries, sbom/ondit.cdx.json, anew from the lock
	$(BIN)/python -m sbom

clean:
	rm -rf $(VENV)
