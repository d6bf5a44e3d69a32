# Everything a new machine needs, from Python 3.11 with pip, make and a C library.
#   make demo    set up, grade the class in examples/, say where the reports are
#   make test    set up, then everything that must hold on every push
#   make quick   the tests that take seconds: a developer's inner loop

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
STAMP := $(VENV)/.installed
# Compiled once here; without it TensorFlow takes 11 s to import instead of 4.
COMPILE := env -u PYTHONDONTWRITEBYTECODE $(BIN)/python -m compileall -q -j 0

.PHONY: demo test quick lint drift selfcheck margins bench browser lock clean

demo: $(STAMP)
	$(BIN)/autograder grade examples/class --out grades

# Two files at a time; what holds limits against the clock comes afterwards, alone. The second part
# runs whatever came of the first, and the failure of either is this target's.
test: $(STAMP) browser lint drift
	$(BIN)/python -m pytest -ra --durations=15 -m "not alone" -n 2 --dist loadfile; first=$$?; \
	$(BIN)/python -m pytest -ra --durations=15 -m alone && exit $$first

quick: $(STAMP)
	$(BIN)/python -m pytest -q -m "not slow"

lint: $(STAMP)
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy

drift: $(STAMP)
	$(BIN)/autograder build --check
	$(BIN)/python scripts/make_dataset.py --check

selfcheck: $(STAMP)
	$(BIN)/autograder selfcheck

margins: $(STAMP)
	$(BIN)/autograder margins --out docs/margins.md

bench: $(STAMP)
	OPENBLAS_NUM_THREADS=1 $(BIN)/python bench/bench.py

# Tests look at the reports in a real browser. As root on Debian or Ubuntu, this installs one; elsewhere
# the tests that need it are reported as skipped, or fail if CI is set.
browser:
	@command -v chromium chromium-browser google-chrome >/dev/null 2>&1 \
	|| { [ "$$(id -u)" = 0 ] && command -v apt-get >/dev/null 2>&1 \
	&& apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq chromium >/dev/null; } \
	|| echo "No Chromium on this machine: the browser tests will be skipped."

$(STAMP): requirements.lock pyproject.toml
	$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Python 3.11 or newer is needed: make PYTHON=python3.11 ...")'
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install -q --disable-pip-version-check --require-hashes -r requirements.lock
	$(BIN)/python -m pip install -q --disable-pip-version-check --no-deps --no-build-isolation -e .
	-$(COMPILE) $(VENV)/lib autograder
	touch $@

# Pins what pyproject.toml asks for, on every platform, and separately the part that grading needs. Names
# no index. Needs uv on the path.
COMPILE_LOCK := uv pip compile pyproject.toml --universal --python-version 3.11 --generate-hashes \
	--no-emit-index-url --no-emit-find-links --no-header -q
lock:
	$(COMPILE_LOCK) --all-extras -o requirements.lock
	$(COMPILE_LOCK) --constraints requirements.lock --no-annotate -o requirements-grading.lock

clean:
	rm -rf $(VENV) grades .pytest_cache .mypy_cache .ruff_cache
