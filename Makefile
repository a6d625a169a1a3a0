# Every line can be typed by hand. The environment is made anew when pyproject.toml changes.
PYTHON ?= python3
VENV ?= .venv
CORPORA ?= corpora

.PHONY: run test check bench torture torture-texts torture-terminals torture-notes torture-index fit screens clean

run: $(VENV)/ready
	$(VENV)/bin/dateline sample_articles/

test: $(VENV)/ready
	$(VENV)/bin/pytest -q -n 3 --dist worksteal

check: $(VENV)/ready
	$(VENV)/bin/ruff format --check .
	$(VENV)/bin/ruff check .
	$(VENV)/bin/mypy
	PATH="$(VENV)/bin:$$PATH" lint-imports
	$(VENV)/bin/codespell

bench: $(VENV)/ready $(VENV)/frogmouth
	$(VENV)/bin/pytest -q -s -m bench

# Three at once, which keeps two processors busy: those of the terminals mostly wait. Each can be run by itself.
torture: $(VENV)/ready
	$(MAKE) --keep-going --jobs 3 torture-texts torture-terminals torture-notes torture-index

torture-texts: $(VENV)/ready
	$(VENV)/bin/pytest -q -s -m torture tests/torture/test_growth.py tests/torture/test_damaged.py tests/torture/test_formats.py

torture-terminals: $(VENV)/ready
	$(VENV)/bin/pytest -q -s -m torture tests/system tests/torture/test_any_keys.py tests/torture/test_restricted.py

torture-notes: $(VENV)/ready
	$(VENV)/bin/pytest -q -s -m torture tests/cli tests/notes tests/ui tests/torture/test_s*.py

torture-index: $(VENV)/ready
	$(VENV)/bin/pytest -q -s -m torture tests/torture/test_index_kills.py

fit: $(VENV)/ready
	$(VENV)/bin/python -m tui.analysis.fitting $(CORPORA)

screens: $(VENV)/ready
	$(VENV)/bin/python docs/screens.py

clean:
	rm -rf $(VENV) .ci/venv dist build .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache

# Another reader to measure beside, in an environment of its own: it needs an older Textual. Without it a column is missing.
$(VENV)/frogmouth: $(VENV)/ready
	$(PYTHON) -m venv $(VENV)/frogmouth
	-$(VENV)/frogmouth/bin/python -m pip install --quiet --disable-pip-version-check 'frogmouth>=0.9,<1'
	touch $(VENV)/frogmouth

$(VENV)/ready: pyproject.toml
	$(PYTHON) -m venv $(VENV)
	$(VENV)/bin/python -m pip install --quiet --disable-pip-version-check --editable '.[dev]'
	touch $(VENV)/ready
