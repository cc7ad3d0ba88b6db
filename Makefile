# make run PHOTOS=folder   scan a folder of photos, print the people found, open the window
# make test                lint, types, import contracts, all tests
# Each makes the environment it needs in .venv: only Python 3.11 to 3.13 must be there.

PYTHON_HERE := .venv/bin/python
RUN := env -u PYTHONDONTWRITEBYTECODE $(PYTHON_HERE)

# Handed on as it is, by the environment: $ and quotes in a folder's name mean nothing to make then.
override PHOTOS := $(value PHOTOS)
export PHOTOS

.PHONY: run test bench screenshots package translations lock clean

run: .venv/runtime.stamp
	@$(RUN) packaging/system_check.py || true
	@$(RUN) packaging/first_run.py

test: .venv/dev.stamp
	@$(RUN) packaging/system_check.py
	$(RUN) -m ruff check .
	$(RUN) -m ruff format --check .
	$(RUN) -m mypy
	.venv/bin/lint-imports --no-logo
	QT_QPA_PLATFORM=offscreen $(RUN) -m pytest -q --numprocesses auto --dist loadfile --max-worker-restart 0

bench: .venv/dev.stamp
	$(RUN) -m tests.bench

screenshots: .venv/dev.stamp
	@$(RUN) packaging/system_check.py
	QT_QPA_PLATFORM=offscreen $(RUN) -m tests.screenshots

package: .venv/dev.stamp
	@$(RUN) packaging/system_check.py
	$(RUN) -m PyInstaller --noconfirm --distpath dist --workpath build packaging/facegallery.spec

# After a change of what the window says: resources/translations is edited with Qt Linguist.
translations: .venv/dev.stamp
	$(RUN) packaging/translations.py

# The versions that users and tests get. UPGRADE=--upgrade takes the newest of each.
LOCK := $(PYTHON_HERE) -m uv pip compile --quiet --universal --python-version 3.11 $(UPGRADE) \
    --generate-hashes --no-emit-index-url --custom-compile-command "make lock"

lock: .venv/dev.stamp
	$(PYTHON_HERE) -m pip install --quiet uv
	$(LOCK) pyproject.toml packaging/requirements.in --output-file packaging/requirements.lock
	$(LOCK) pyproject.toml packaging/requirements.in --group dev \
	    --constraint packaging/requirements.lock --output-file packaging/requirements-dev.lock

clean:
	rm -rf .venv build dist .mypy_cache .pytest_cache .ruff_cache .import_linter_cache .hypothesis
	find . -name __pycache__ -type d -prune -exec rm -rf {} +

ENVIRONMENT := packaging/environment.sh

.venv/runtime.stamp: packaging/requirements.lock $(ENVIRONMENT)
	@sh packaging/environment.sh packaging/requirements.lock
	@touch $@

.venv/dev.stamp: packaging/requirements-dev.lock .venv/runtime.stamp $(ENVIRONMENT)
	@sh packaging/environment.sh packaging/requirements-dev.lock
	@touch $@
