"""The command line without a terminal: what is wrong is one sentence and a status, never a traceback."""

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pexpect
import pytest

from tui import __version__
from tui.__main__ import COMMANDS
from tui.paths import bundled

Run = Callable[..., subprocess.CompletedProcess[str]]
SAMPLE = next(bundled("sample_articles").glob("suez-1*"))


@pytest.fixture
def dateline() -> Run:
    """Runs `dateline` with these arguments, away from any terminal."""

    def run(*arguments: str | Path, **options: object) -> subprocess.CompletedProcess[str]:
        command = [sys.executable, "-m", "tui", *map(str, arguments)]
        return subprocess.run(command, capture_output=True, text=True, timeout=120, **{"input": ""} | options)  # type: ignore[call-overload, no-any-return]

    return run


def complaint(arguments: list[str], folder: Path) -> str:
    """What `dateline` says in a terminal before it ends with status 1."""
    command = ["-m", "tui", *arguments]
    child = pexpect.spawn(sys.executable, command, cwd=str(folder), dimensions=(24, 200), timeout=120, encoding="utf-8")
    said = child.read()
    child.close()
    assert child.exitstatus == 1, said
    assert "Traceback" not in said
    assert "\x1b[?1049h" not in said  # the screen was not touched
    return str(said).strip()


def test_the_version(dateline: Run) -> None:
    assert dateline("--version").stdout == f"dateline {__version__}\n"


def test_help_names_every_command(dateline: Run) -> None:
    shown = dateline("--help").stdout
    assert all(f"dateline {name}" in shown for name in COMMANDS)


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_explains_itself(dateline: Run, name: str) -> None:
    run = dateline(name, "--help")
    assert run.returncode == 0, run.stderr
    assert run.stdout.startswith(f"usage: dateline {name}")


def test_an_unknown_option_is_refused(dateline: Run) -> None:
    run = dateline("--unknown")
    assert run.returncode == 2
    assert "--unknown" in run.stderr


@pytest.mark.parametrize("arguments", [[], ["article.md"], ["-"]])
def test_without_a_terminal_it_says_so(dateline: Run, arguments: list[str]) -> None:
    run = dateline(*arguments)
    assert run.returncode == 1
    assert run.stderr.count("\n") == 1
    assert "needs a terminal to draw on" in run.stderr


def test_keys_from_a_pipe_are_refused(tmp_path: Path) -> None:
    said = pexpect.run(f"sh -c '{sys.executable} -m tui {SAMPLE} < /dev/null'", timeout=120).decode()
    assert (
        said.strip()
        == "dateline: The reader needs a terminal to take keys from; “dateline -” reads an article from a pipe."
    )


@pytest.mark.parametrize(
    ("name", "content", "sentence"),
    [
        ("missing.md", None, "does not exist"),
        ("empty.md", b"", "is empty"),
        ("picture.md", b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 8, "open a text"),
        ("blank.txt", b" \n\t\n", "is empty"),
    ],
    ids=["missing", "empty", "binary", "blank"],
)
def test_what_cannot_be_read_is_one_sentence(tmp_path: Path, name: str, content: bytes | None, sentence: str) -> None:
    if content is not None:
        (tmp_path / name).write_bytes(content)
    said = complaint([name], tmp_path)
    assert said.count("\n") == 0
    assert name in said
    assert sentence in said


def test_a_folder_without_articles_is_one_sentence(tmp_path: Path) -> None:
    (tmp_path / "photos").mkdir()
    (tmp_path / "photos" / "one.jpeg").write_bytes(b"\xff\xd8")
    assert complaint(["photos"], tmp_path) == "dateline: There are no articles in “photos”."


@pytest.mark.skipif(os.getuid() == 0, reason="root may read everything")
def test_a_file_that_may_not_be_read_is_one_sentence(tmp_path: Path) -> None:
    (tmp_path / "secret.md").write_text("Secret.")
    (tmp_path / "secret.md").chmod(0)
    assert "may not be read" in complaint(["secret.md"], tmp_path)


def test_several_missing_files_are_named_one_by_one(tmp_path: Path) -> None:
    said = complaint(["a.md", "b.md"], tmp_path)
    assert [line.split()[1] for line in said.splitlines()] == ["a.md", "b.md"]


@pytest.mark.parametrize("arguments", [[str(SAMPLE)], ["analyze", str(SAMPLE)], ["keys"]])
def test_settings_of_a_reader_for_others_that_are_broken_are_one_sentence(
    tmp_path: Path, own_folders: Path, arguments: list[str]
) -> None:
    (own_folders / "config").mkdir(parents=True)
    (own_folders / "config" / "settings.toml").write_text("restricted = true\ncolumn = \n")
    said = complaint(arguments, tmp_path)
    assert "settings.toml is not TOML" in said
    assert "wants a reader for others" in said


def test_an_empty_pipe_is_one_sentence(tmp_path: Path) -> None:
    said = pexpect.run(f"sh -c 'true | {sys.executable} -m tui -'", timeout=120).decode()
    assert said.strip() == "dateline: Standard input is empty; there is nothing to read in it."


def test_a_broken_pipe_is_no_trouble() -> None:
    run = f"{sys.executable} -m tui analyze {SAMPLE} | head -n 1"
    done = subprocess.run(["bash", "-o", "pipefail", "-c", run], capture_output=True, text=True, timeout=120)
    assert "Traceback" not in done.stderr
    assert done.stdout.count("\n") == 1


def test_settings_are_written_where_it_says(dateline: Run, own_folders: Path) -> None:
    run = dateline("--write-settings")
    assert Path(run.stdout.strip()) == own_folders / "config" / "settings.toml"
    assert Path(run.stdout.strip()).is_file()


@pytest.mark.parametrize("locale", ["C", "POSIX", "en_US.ISO-8859-1", "C.UTF-8", ""])
def test_any_locale_prints_utf8(dateline: Run, tmp_path: Path, locale: str) -> None:
    article = tmp_path / "café.md"
    article.write_text("# Élysée\n\nThe Élysée said on 3 May 2021 that Zoë Müller had left.", encoding="utf-8")
    environment = {key: value for key, value in os.environ.items() if not key.startswith(("LC_", "LANG"))}
    run = dateline("analyze", article, env=environment | {"LC_ALL": locale}, encoding="utf-8")
    assert run.returncode == 0, run.stderr
    assert "Müller" in run.stdout


def test_a_python_that_was_told_to_speak_ascii_begins_again_in_utf8(dateline: Run, tmp_path: Path) -> None:
    article = tmp_path / "plain.md"
    article.write_text("# Zoë\n\nZoë Müller left Łódź on 3 May 2021.", encoding="utf-8")
    ascii_only = {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}
    run = dateline("analyze", article, env=os.environ | ascii_only, encoding="utf-8")
    assert run.returncode == 0, run.stderr
    assert "Müller" in run.stdout
