"""README and CONTRIBUTING say what is so: keys, settings, files.

`UPDATE_README=1 pytest tests/ui/test_readme.py` writes the key table anew."""

import os
import re
from dataclasses import fields
from pathlib import Path

from tui.settings import Settings
from tui.ui.keys.actions import ACTIONS
from tui.ui.keys.keymap import sequences, show
from tui.ui.reading.side_panel import TABS

ROOT = Path(__file__).parents[2]
README = ROOT / "README.md"
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
    text = README.read_text(encoding="utf-8")
    if os.environ.get("UPDATE_README"):
        README.write_text(KEYS.sub(lambda _: key_table(), text), encoding="utf-8")
        text = README.read_text(encoding="utf-8")
    found = KEYS.search(text)
    assert found, "README has lost the markers of its key table"
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


def test_what_readme_points_at_is_there() -> None:
    text = README.read_text(encoding="utf-8")
    links = re.findall(r"\]\((?!https?:)([^)#]+)\)", text)
    assert links
    assert [link for link in links if not (ROOT / link).exists()] == []


def test_every_file_that_contributing_names_is_there() -> None:
    text = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
    names = set(re.findall(r"`([\w/]+\.(?:py|txt|toml))`", text))
    files = [f"/{path.relative_to(ROOT)}" for folder in ("tui", "tests") for path in (ROOT / folder).rglob("*.*")]
    files += [f"/{path.name}" for path in ROOT.iterdir()]
    gone = [name for name in sorted(names) if not any(file.endswith(f"/{name}") for file in files)]
    assert gone == [
        "tests/text/formats/test_FORMAT.py",
        "tui/text/formats/FORMAT.py",
    ]  # the names of what is to be added
