"""Print every key as the [keys] part of the settings file, or check the keys that are set there."""

import argparse
import json
from collections.abc import Iterator, Mapping
from itertools import groupby

from tui.cli.output import out, say
from tui.counted import counted
from tui.errors import BadSettings
from tui.settings import load_settings, settings_path
from tui.ui.keys.action import Action
from tui.ui.keys.actions import ACTIONS
from tui.ui.keys.contexts import ANYWHERE, ARTICLE, OVER, READER
from tui.ui.keys.keymap import build_keymap

PLACES = {
    ANYWHERE: "everywhere",
    ARTICLE: "in the text",
    READER: "wherever an article is open",
    OVER: "over what is read",
}


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """What can be said on the command line."""
    parser.add_argument("--check", action="store_true", help="say what is wrong with the keys in the settings file")
    parser.add_argument("--defaults", action="store_true", help="print the keys as they come, without your changes")


def run(options: argparse.Namespace) -> int:
    """Print or check; 1 if something is wrong. Of a file that is not understood no keys are printed."""
    if options.defaults:
        out("\n".join(lines({})) + "\n")
        return 0
    try:
        settings, troubles = load_settings(settings_path())
    except BadSettings as error:
        if not options.check:
            raise
        out(f"{error}\n")
        return 1
    wrong = (*troubles, *build_keymap(settings.keys)[1])
    if options.check:
        own = f"{counted(len(settings.keys), 'own key')}, and nothing wrong with them."
        fine = own if settings.keys else "No own keys: everything is as it comes."
        out("".join(f"{sentence}\n" for sentence in wrong or (fine,)))
    else:
        if not troubles:
            out("\n".join(lines(settings.keys)) + "\n")
        for sentence in wrong:
            say(sentence)
    return 1 if wrong else 0


def lines(own: Mapping[str, str]) -> Iterator[str]:
    """The table as TOML: a comment for each group and place, a line for each action."""
    yield "# Keys: alternatives are separated by a comma and a space; keys typed one after another by a space."
    yield "# An empty string takes the key away. A line that stays as it is may be left out."
    yield "[keys]"
    for (group, context), actions in groupby(ACTIONS, key=_place):
        yield ""
        yield f"# {group} ({PLACES.get(context, f'in {context}')})"
        for action in actions:
            keys = own.get(action.id, action.keys)
            yield f"{action.id + ' = ' + json.dumps(keys, ensure_ascii=False):<52} # {action.title}"


def _place(action: Action) -> tuple[str, str]:
    return action.group, action.context
