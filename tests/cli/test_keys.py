"""`dateline keys` prints a settings file that holds, and says what is wrong with the one there is."""

import tomllib
from pathlib import Path

import pytest

from tui.__main__ import main
from tui.settings import load_settings, settings_path
from tui.ui.keys.actions import ACTIONS


def set_keys(body: str) -> Path:
    path = settings_path()
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(body, encoding="utf-8")
    return path


def test_what_is_printed_is_a_settings_file_with_every_action(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["keys"]) == 0
    printed = capsys.readouterr().out
    assert tomllib.loads(printed)["keys"] == {action.id: action.keys for action in ACTIONS}
    settings, troubles = load_settings(set_keys(printed))
    assert troubles == ()
    assert settings.keys["line_down"] == "j, down"
    assert main(["keys", "--check"]) == 0


def test_own_keys_are_printed(capsys: pytest.CaptureFixture[str]) -> None:
    set_keys('[keys]\nnext_paragraph = "ctrl+n"\n')
    assert main(["keys"]) == 0
    assert tomllib.loads(capsys.readouterr().out)["keys"]["next_paragraph"] == "ctrl+n"
    assert main(["keys", "--defaults"]) == 0
    assert tomllib.loads(capsys.readouterr().out)["keys"]["next_paragraph"] == "}"


@pytest.mark.parametrize(
    ("body", "named"),
    [
        ('[keys]\nfly = "x"\n', "fly"),
        ('[keys]\npage_down = "j"\n', "line_down"),
        ('[keys]\npage_down = "pgdn"\n', "pgdn"),
        ("[keys]\npage_down = 3\n", "keys"),
        ("[keys\n", "not TOML"),
    ],
)
def test_what_is_wrong_is_said(body: str, named: str, capsys: pytest.CaptureFixture[str]) -> None:
    set_keys(body)
    assert main(["keys", "--check"]) == 1
    assert named in capsys.readouterr().out
