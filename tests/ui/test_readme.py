"""README, CONTRIBUTING and what lies in docs say what is so: keys, settings, commands, files.

`UPDATE_README=1 pytest tests/ui/test_readme.py` writes the key table anew."""

import os
import re
from dataclasses import fields
from pathlib import Path

import pytest

from tui.__main__ import COMMANDS
from tui.settings import Settings
from tui.ui.keys.actions import ACTIONS
from tui.ui.keys.keymap import sequences, show
from tui.ui.reading.side_panel import TABS

ROOT = Path(__file__).parents[2]
README = ROOT / "README.md"
KEY_PAGE = ROOT / "docs" / "keys.md"
KEYS = re.compile(r"(?<=<!-- keys -->\n).*?(?=<!-- /keys -->)", re.S)


def key_table() -> str:
    """All actions that have a key, by group."""
    lines: list[str] = []
    for group in dict.fromkeys(action.group for action in ACTIONS):
        lines += [f"| {group} | |", "|---|---|"]
        for action in ACTIONS:
            if action.group == group and action.keys:
                keys = ", ".join(f"`{show(typed)}`" for typed in sequences(action.keys)).replace("|", r"\|")
                lines.append(f"| {keys} | {action.title} |")
        lines.append("")
    return "\n".join(lines)


def test_the_key_table_is_the_table_of_actions() -> None:
    text = KEY_PAGE.read_text(encoding="utf-8")
    if os.environ.get("UPDATE_README"):
        KEY_PAGE.write_text(KEYS.sub(lambda _: key_table(), text), encoding="utf-8")
        text = KEY_PAGE.read_text(encoding="utf-8")
    found = KEYS.search(text)
    assert found, "docs/keys.md has lost the markers of its table"
    assert found[0] == key_table()


def test_every_setting_is_explained() -> None:
    text = README.read_text(encoding="utf-8")
    section = text.partition("## Settings")[2].partition("\n## ")[0]
    named = set(re.findall(r"^\| `\[?(\w+)\]?` \|", section, re.M))
    assert named == {setting.name for setting in fields(Settings)}


def test_every_tab_of_the_panel_is_told_of() -> None:
    section = README.read_text(encoding="utf-8").partition("## What you see")[2].partition("\n### ")[0]
    assert [name.lower() for name in re.findall(r"^- \*\*(\w+)\.\*\*", section, re.M)] == list(TABS)
    numbers = ("no", "one", "two", "three", "four", "five", "six", "seven")
    assert f"a panel with {numbers[len(TABS)]} tabs" in section


def test_every_command_is_told_of() -> None:
    text = README.read_text(encoding="utf-8")
    assert [name for name in COMMANDS if f"\ndateline {name} " not in text] == []


@pytest.mark.parametrize("page", ["README.md", "CONTRIBUTING.md", "docs/keys.md", "docs/notes.md", "docs/ssh.md"])
def test_what_a_page_points_at_is_there(page: str) -> None:
    text = (ROOT / page).read_text(encoding="utf-8")
    links = re.findall(r"\]\((?!https?:)([^)#]+)(#[^)]+)?\)", text)
    lost = [f"{link}{part}" for link, part in links if not is_there((ROOT / page).parent / link, part)]
    assert lost == []


def test_every_page_of_docs_is_pointed_at() -> None:
    text = README.read_text(encoding="utf-8")
    pages = {f"docs/{path.name}" for path in (ROOT / "docs").iterdir() if path.suffix in (".md", ".svg")}
    assert pages == set(re.findall(r"\]\((docs/[^)#]+)", text))


def is_there(path: Path, part: str) -> bool:
    """Whether there is a page, and a heading in it where one is named."""
    if not path.exists() or not part:
        return path.exists()
    headings = re.findall(r"^#+ (.*)$", path.read_text(encoding="utf-8"), re.M)
    return part[1:] in {heading.lower().replace(" ", "-") for heading in headings}


def test_every_file_that_contributing_names_is_there() -> None:
    text = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
    names = set(re.findall(r"`([\w/]+\.(?:py|txt|toml|md))`", text))
    files = [
        f"/{path.relative_to(ROOT)}" for folder in ("tui", "tests", "docs") for path in (ROOT / folder).rglob("*.*")
    ]
    files += [f"/{path.name}" for path in ROOT.iterdir()]
    gone = [name for name in sorted(names) if not any(file.endswith(f"/{name}") for file in files)]
    assert gone == [
        "tests/text/formats/test_FORMAT.py",
        "tui/text/formats/FORMAT.py",
    ]  # the names of what is to be added
