# Each target sets up .venv by itself. `make` alone lists them.
PYTHON ?= python3
BIN = .venv/bin
INPUTS = pyproject.toml .ci/constraints.txt .ci/setup

.PHONY: help run test check review clients pictures bench wheel clean

help:
	@echo "make run       serve the thesaurus at http://127.0.0.1:8000"
	@echo "make test      run the tests"
	@echo "make check     check the code (form, types, imports) and the thesaurus (rules, form)"
	@echo "make review    tell how the terms differ from BASE=a git revision, and whether they keep the rules"
	@echo "make clients   run heavy programs of others against the service"
	@echo "make pictures  take the pictures of the documentation anew"
	@echo "make bench     measure speed and memory (takes minutes)"
	@echo "make wheel     build the package, which carries the vocabulary, in dist/"
	@echo "make clean     remove what the other targets made"

run: .venv/for-run
	$(BIN)/samsprak serve

test: .venv/for-dev .venv/for-browser .venv/for-programs
	$(BIN)/pytest --numprocesses auto --maxprocesses 4 --dist loadfile

check: .venv/for-dev
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/check-jsonschema --builtin-schema vendor.github-workflows .github/workflows/*.yml .forgejo/workflows/*.yml
	$(BIN)/check-jsonschema --builtin-schema vendor.gitlab-ci --data-transform gitlab-ci .gitlab-ci.yml
	$(BIN)/check-jsonschema --builtin-schema vendor.github-issue-forms .github/ISSUE_TEMPLATE/*-begrepp.yml
	$(BIN)/check-jsonschema --builtin-schema vendor.github-issue-config .github/ISSUE_TEMPLATE/config.yml
	$(BIN)/zizmor --offline --quiet .github
	$(BIN)/samsprak check --strict
	$(BIN)/samsprak fmt --check

review: .venv/for-run
	@.ci/review $(BASE)

clients: .venv/for-dev .venv/for-clients
	$(BIN)/pytest tests/clients

pictures: .venv/for-dev .venv/for-browser
	$(BIN)/python -m tests.browser.pictures

bench: .venv/for-dev
	$(BIN)/python tests/bench/run.py

wheel: .venv/for-run
	$(BIN)/python -m pip wheel --quiet --no-deps --wheel-dir dist .

# Running asks for less than developing.
.venv/for-run: $(INPUTS)
	@PYTHON=$(PYTHON) .ci/setup
	@touch $@

.venv/for-dev: $(INPUTS)
	@PYTHON=$(PYTHON) .ci/setup dev
	@touch $@

.venv/for-browser: .ci/setup-browser .venv/for-dev
	@.ci/setup-browser
	@touch $@

.venv/for-programs: .ci/setup-programs .ci/constraints.txt .venv/for-dev
	@.ci/setup-programs
	@touch $@

.venv/for-clients: .ci/setup-clients .ci/setup-browser .venv/for-dev
	@.ci/setup-clients
	@touch $@

clean:
	rm -rf .venv .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache
