# Every target sets up what it needs from python3, venv and pip alone; once set up, it works offline.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip --quiet --disable-pip-version-check
PACKAGE := $(VENV)/package
STAMP := $(VENV)/installed
DOCS := $(VENV)/docs
COMPILED := .compiled
COMPILED_STAMP := $(COMPILED)/installed
SHARED := ../shared
GOLD := $(SHARED)/gold
CASES := $(SHARED)/cases
WORKERS ?= 2
QUICK := $(addprefix tests/test_,golden.py rules.py weights.py path.py heads.py halves.py cli.py startup.py)
FUZZ_SECONDS ?= 600
EXAMPLES := $(wildcard examples/*.txt)

.PHONY: demo test quick compiled test-compiled check same same-compiled score damage fuzz bench examples docs
.DEFAULT_GOAL := test

# What a user has, and nothing else: the demo waits for no tools of development.
$(PACKAGE): pyproject.toml
	$(PYTHON) -m venv $(VENV)
	$(PIP) install --editable .
	touch $@

$(STAMP): $(PACKAGE)
	$(PIP) install --editable '.[dev]'
	touch $@

demo: $(PACKAGE)
	@$(BIN)/newssplit split --format jsonl $(EXAMPLES) | $(BIN)/python examples/contents.py

# Each worker takes the tests as they stand, and from the end of the other's when it has none left, so that tests of one
# issue share what was read of it.
test: $(STAMP)
	$(BIN)/python -m pytest -n $(WORKERS) --dist worksteal

# For daily use, in less than a minute: every annotated issue, the rules with their examples, the command line.
quick: $(STAMP)
	$(BIN)/python -m pytest -q -n $(WORKERS) --dist worksteal $(QUICK)

# The compiled wheel, in an environment of its own, as tests in the other one run on the source.
$(COMPILED_STAMP): pyproject.toml hatch_build.py $(shell find src -name '*.py' -o -name '*.toml')
	$(PYTHON) -m venv $(COMPILED)
	NEWSSPLIT_COMPILED=1 $(COMPILED)/bin/python -m pip --quiet --disable-pip-version-check install '.[dev]'
	touch $@

compiled: $(COMPILED_STAMP)
	@$(COMPILED)/bin/newssplit --version

# All tests but those that take long over what no compiled module has a part in; `make test-compiled LEFT_OUT=` runs them, too.
LEFT_OUT := $(addprefix tests/test_,batch_crashes.py batch_cluster.py batch_limits.py batch_manifest.py benchmarks.py \
	docs_site.py first_hour.py formats_standards.py formats_tables.py i18n.py report_browser.py sqlite.py)

test-compiled: $(COMPILED_STAMP)
	COMPILED_TESTED=1 $(COMPILED)/bin/python -m pytest -n $(WORKERS) --dist worksteal $(addprefix --ignore=,$(LEFT_OUT))

check: $(STAMP)
	$(BIN)/ruff check
	$(BIN)/mypy --strict src

$(DOCS): $(STAMP)
	$(PIP) install --editable '.[docs]'
	touch $@

# The docs site, English and Chinese, in site/; a link that leads nowhere, or a page that is in no menu, ends it.
docs: $(DOCS)
	NO_MKDOCS_2_WARNING=1 $(BIN)/mkdocs build --strict

# Whether each dump comes out to the byte as BASE, a revision, has it; SAME=--explained asks for margins and evidence, too.
same: $(STAMP)
	@test -n "$(BASE)" || { echo "make same: name the revision to compare with: make same BASE=main" >&2; exit 2; }
	$(BIN)/python -m tests.same $(BASE) --shared $(SHARED) $(SAME)

# Whether the compiled wheel makes the same of each dump, to the byte; SAME as above.
same-compiled: $(STAMP) $(COMPILED_STAMP)
	$(BIN)/python -m tests.same --installed $(COMPILED)/bin/python --shared $(SHARED) $(SAME)

score: $(STAMP)
	@test -f $(GOLD)/score.py || { echo "make score: no gold issues at $(GOLD); tests/golden is what 'make test' runs on" >&2; exit 1; }
	$(BIN)/python $(GOLD)/score.py $(GOLD)/dev --command '$(BIN)/newssplit split --format json'

# What survives of each figure when a dump is cut, wrapped, indented …, and of each family when it lacks signs as well.
damage: $(STAMP)
	$(BIN)/python -m tests.damage
	$(BIN)/python -m tests.damaged_copies

# Mutated issues until FUZZ_SECONDS are over or something fails; FUZZ="--keep-going --seed 7" for more.
fuzz: $(STAMP)
	$(BIN)/python -m tests.fuzzing --seconds $(FUZZ_SECONDS) --folder $(CASES) $(FUZZ)

# Figures of speed as ratios, in about five minutes; BENCH="--full" for the sizes of a whole library. Other programs on the same
# bytes are those of the extra `bench`: .venv/bin/pip install -e '.[bench]'.
bench: $(STAMP)
	$(BIN)/python -m benchmarks $(BENCH)

examples: $(EXAMPLES:.txt=.json)

# Written anew whenever asked for: what the program makes of an example changes with its rules.
.PHONY: $(EXAMPLES:.txt=.json)
$(EXAMPLES:.txt=.json): %.json: %.txt $(STAMP)
	$(BIN)/newssplit split $< -o $@
