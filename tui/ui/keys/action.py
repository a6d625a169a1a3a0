"""One row of the table of actions: its name, its keys, where they hold, and what it does in words."""

from typing import NamedTuple


class Action(NamedTuple):
    """One thing that can be done. `id` names the method `do_<id>` that does it, and the key in the settings."""

    id: str
    keys: str  # alternatives separated by ", "
    context: str
    group: str
    title: str


def rows_of(context: str, group: str, *rows: tuple[str, str, str]) -> tuple[Action, ...]:
    """The actions of a group, each given as its name, its keys and its words."""
    return tuple(Action(id, keys, context, group, title) for id, keys, title in rows)
