"""Print every key as the [keys] part of the settings file, or check the keys that are set there."""

import argparse
import json
import sys
from collections.abc import Iterator, Mapping
from itertools import groupby

from tui.settings import load_settings, settings_path
from tui.ui.keys.actions import ACTIONS, ANYWHERE, ARTICLE, OVER, READER, Action
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
    """Print or check; 1 if something is wrong."""
    settings, troubles = load_settings(settings_path())
    own = {} if options.defaults else settings.keys
    if not options.check:
        print("\n".join(lines(own)))
    if options.defaults:
        return 0
    wrong = (*troubles, *build_keymap(own)[1])
    for sentence in wrong:
        print(sentence, file=sys.stdout if options.check else sys.stderr)
    if options.check and not wrong:
        print(
            f"{len(own)} own keys, and nothing wrong with them." if own else "No own keys: everything is as it comes."
        )
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
