# Everything a new machine needs, from Python 3.11 with pip, make and a C library.
#   make demo      set up, grade the class in examples/, say where the reports are
#   make test      set up, then everything that must hold on every push
#   make quick     the tests that take seconds: a developer's inner loop
#   make whole     what `make test` does a share of: all works of tests/verdicts, a class of all known
#                  answers, every attack in a container, every program that is compared
#   make versions  what another version of Python must prove beside the one developed on

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
STAMP := $(VENV)/.installed
# Compiled once here; without it TensorFlow takes 11 s to import instead of 4.
COMPILE := env -u PYTHONDONTWRITEBYTECODE $(BIN)/python -m compileall -q -j 0
PIP := $(BIN)/python -m pip install -qq --disable-pip-version-check --root-user-action=ignore
PYTEST := $(BIN)/python -m pytest
# Runs what comes behind a name, says how long that took, and notes it for the end of `make test`.
TIMES := $(VENV)/times.txt
TIMED := bash -c 'SECONDS=0; "$$@"; code=$$?; \
	printf "%5d s  %s\n" $$SECONDS "$$0" | tee -a $(TIMES); exit $$code'

.PHONY: demo test quick versions whole lint drift selfcheck margins compat bench browser lock clean

demo: $(STAMP)
	$(BIN)/autograder grade examples/class --out grades

# Three files at a time, since many wait, those that take longest first. Then, with none of these
# beside them, those that hold limits against the clock or look for what others leave on this machine:
# the attacks outside and inside containers, each of which is a machine of its own. The second part
# runs whatever came of the first, and the failure of either is this target's.
test: $(STAMP) browser
	@rm -f $(TIMES)
	@failed=0; \
	$(LINT) && $(DRIFT) || failed=1; \
	$(TIMED) "tests, three files at a time" $(PYTEST) -ra --durations=15 --ignore=tests/alone \
		-n 3 --dist loadfile --no-loadscope-reorder || failed=1; \
	$(TIMED) "tests in tests/alone" $(PYTEST) -ra --durations=15 tests/alone \
		-n 4 --dist loadgroup --no-loadscope-reorder || failed=1; \
	cat $(TIMES); exit $$failed

quick: $(STAMP)
	$(PYTEST) -q -n 2 -m "not slow"

versions: $(STAMP) quick
	$(PYTEST) -q tests/test_class.py

# In one line each, so that `make test` times them and goes on whatever comes of them.
LINT = $(TIMED) "ruff check" $(BIN)/ruff check . \
	&& $(TIMED) "ruff format" $(BIN)/ruff format --check . \
	&& $(TIMED) "mypy" $(BIN)/mypy
DRIFT = $(TIMED) "notebooks" $(BIN)/autograder build --check \
	&& $(TIMED) "images" $(BIN)/python scripts/make_dataset.py --check

lint: $(STAMP)
	@$(LINT)

drift: $(STAMP)
	@$(DRIFT)

whole: $(STAMP)
	SHARE=all $(PYTEST) -q -n 2 tests/verdicts tests/test_class.py \
		tests/test_comparison.py tests/test_exercises.py tests/test_fuzz_*.py \
		tests/test_exported_class.py tests/submissions/test_exported_class.py \
		tests/test_faults.py tests/trainer/test_main.py \
		tests/notebooks/test_otter_run.py tests/notebooks/test_jupyterlab.py
	SHARE=all $(PYTEST) -q tests/alone/test_attacks_in_a_container.py

selfcheck: $(STAMP)
	$(BIN)/autograder selfcheck

margins: $(STAMP)
	$(BIN)/autograder margins --out docs/margins.md

# The notebook and its checks with the last four minor versions of TensorFlow; by hand, not in CI.
compat: $(STAMP)
	$(BIN)/python scripts/compat.py

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
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Python 3.11 or newer is needed: make PYTHON=python3.11 ...")'
	@echo "Setting up in $(VENV), once: about a minute and a half, and 2.6 GB."
	@echo "1 of 4: a virtual environment"
	@$(PYTHON) -m venv $(VENV)
	@echo "2 of 4: $$(grep -c '^[a-z0-9].*==' requirements.lock) packages, TensorFlow among them"
	@$(PIP) --require-hashes -r requirements.lock
	@echo "3 of 4: this package"
	@$(PIP) --no-deps --no-build-isolation -e .
	@echo "4 of 4: compiling, so that all starts faster"
	-@$(COMPILE) $(VENV)/lib autograder
	@touch $@

# Pins what pyproject.toml asks for, on every platform, and separately the part that grading needs. Names
# no index. Needs uv on the path.
COMPILE_LOCK := uv pip compile pyproject.toml --universal --python-version 3.11 --generate-hashes \
	--no-emit-index-url --no-emit-find-links --no-header -q
lock:
	$(COMPILE_LOCK) --all-extras -o requirements.lock
	$(COMPILE_LOCK) --constraints requirements.lock --no-annotate -o requirements-grading.lock

clean:
	rm -rf $(VENV) grades .pytest_cache .mypy_cache .ruff_cache
