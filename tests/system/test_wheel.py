"""The wheel holds all that the program needs at run time, and nothing of a checkout's own."""

import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> set[str]:
    """The names in the wheel of this checkout."""
    folder = tmp_path_factory.mktemp("wheel")
    build = [sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", str(folder), str(ROOT)]
    made = subprocess.run(build, capture_output=True, text=True, stdin=subprocess.DEVNULL, timeout=120)
    assert made.returncode == 0, made.stdout + made.stderr
    (file,) = folder.glob("dateline-*.whl")
    return set(zipfile.ZipFile(file).namelist())


def tracked(pattern: str) -> set[str]:
    return {str(path.relative_to(ROOT)) for path in ROOT.glob(pattern) if "__pycache__" not in path.parts}


@pytest.mark.parametrize("folder", ["styles", "sample_articles"])
def test_bundled_folders_lie_inside_the_package(wheel: set[str], folder: str) -> None:
    wanted = {f"tui/{name}" for name in tracked(f"{folder}/*") if (ROOT / name).is_file()}
    assert wanted
    assert wanted <= wheel


def test_code_word_lists_and_models_are_in_it(wheel: set[str]) -> None:
    wanted = tracked("tui/**/*.py") | {
        name for name in tracked("tui/analysis/resources/**/*") if (ROOT / name).is_file()
    }
    assert {Path(name).suffix for name in wanted} >= {".py", ".crf", ".txt"}
    assert wanted <= wheel
    assert "tui/py.typed" in wheel


def test_nothing_else_is_in_it(wheel: set[str]) -> None:
    assert {name.split("/")[0].split("-")[0] for name in wheel} == {"tui", "dateline"}
    assert not [name for name in wheel if "__pycache__" in name or "test" in Path(name).name.split("_")]


def test_the_command_is_called_dateline() -> None:
    assert "tui.__main__:main" in (ROOT / "pyproject.toml").read_text()
    assert (Path(sys.executable).parent / "dateline").exists()
