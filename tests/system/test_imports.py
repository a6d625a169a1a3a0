"""What is slow to load is loaded late, and where it belongs: the process that draws never loads the analysis."""

import json
import os
import re
import shlex
import subprocess
import sys
from pathlib import Path

import pexpect
import pytest


def modules_after(*lines: str) -> set[str]:
    """The modules that are loaded after these lines of Python."""
    code = "\n".join([*lines, "import json, sys; print(json.dumps(list(sys.modules)))"])
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, timeout=120)
    assert run.returncode == 0, run.stderr
    return set(json.loads(run.stdout.splitlines()[-1]))


ANALYSIS = {"pycrfsuite", "tui.analysis.pipeline", "tui.analysis.names.tagger", "tui.analysis.times.times", "spacy"}


def test_the_process_that_draws_never_loads_the_analysis() -> None:
    loaded = modules_after("import tui.ui.app", "import tui.__main__")
    assert "textual" in loaded
    assert not loaded & {"tui.analysis.figures.measured", "tui.analysis.quotes.cue_words", "tui.analysis.document"}
    assert not loaded & (ANALYSIS | {"distributed", "tui.library.indexing.run", "urllib3", "http.client"})


def test_the_worker_never_loads_the_screen() -> None:
    loaded = modules_after("import tui.library.worker, tui.library.index.index, tui.analysis.pipeline")
    assert not loaded & {"textual", "rich", "tinydb", "tui.ui"}


@pytest.mark.parametrize("name", ["textual", "rich", "asyncio", "tinydb", "sqlite3", "tui.text.read", "trafilatura"])
def test_the_command_line_loads_nothing_it_does_not_need(name: str) -> None:
    assert name not in modules_after(
        "from tui.__main__ import main",
        "try: main(['--version'])",
        "except SystemExit: pass",
    )


def test_the_first_article_is_read_without_the_screen() -> None:
    loaded = modules_after(
        "from pathlib import Path",
        "from tui.library.shelf import Shelf",
        "from tui.paths import bundled",
        "Shelf([], None).read(next(bundled('sample_articles').glob('*.txt')))",
    )
    assert not loaded & {"textual", "rich", "trafilatura", "lxml", *ANALYSIS}


def test_what_is_loaded_is_not_looked_through_while_keys_come(tmp_path: Path) -> None:
    code = (
        "import gc, os, sys, tui.__main__ as program; from tui.ui.app import DatelineApp\n"
        "def run(self, **_): os.write(2, f'{gc.get_freeze_count()} kept'.encode())\n"
        "DatelineApp.run = run; sys.argv = ['dateline', sys.argv[1]]; program.main()"
    )
    (tmp_path / "a.md").write_text("# Ferries\n\nThe ferry was late.\n")
    home = os.environ | {"DATELINE_HOME": str(tmp_path / "home"), "TERM": "xterm-256color"}
    printed = pexpect.run(
        f"{sys.executable} -c {shlex.quote(code)} {tmp_path / 'a.md'}", env=home, timeout=120, encoding="utf-8"
    )
    found = re.search(r"(\d+) kept", str(printed))
    assert found is not None, printed
    assert int(found[1]) > 10_000
