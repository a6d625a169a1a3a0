"""Every action of the table can be done, and every key in it leads somewhere."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tui.ui.desk import Desk
from tui.ui.keys.action import Action
from tui.ui.keys.actions import ACTIONS
from tui.ui.keys.contexts import CHRONICLE, ENTITIES, LOOKUP, NOTES, REPAIRS, SELECTING, SHELF, TIMELINE
from tui.ui.keys.keymap import build_keymap
from tui.ui.screens.article.repairs import RepairsScreen
from tui.ui.screens.library.shelf import ShelfScreen

BY_CONTEXT = {place: context for context, places in LOOKUP.items() for place in reversed(places)}


def able(parts: Any, action: Action) -> bool:
    return any(hasattr(part, f"do_{action.id}") for part in parts)


def test_no_two_actions_share_an_id() -> None:
    ids = [action.id for action in ACTIONS]
    assert len(ids) == len(set(ids))


def test_the_table_has_no_clashes() -> None:
    assert build_keymap({})[1] == ()


async def test_the_reader_can_do_every_action_it_has_keys_for(
    open_reader: Callable[..., Any], story: Path, desk_for: Callable[..., Desk]
) -> None:
    places = {place for context in (SELECTING, ENTITIES, TIMELINE, CHRONICLE, NOTES) for place in LOOKUP[context]}
    async with open_reader(story) as (reader, _):
        undone = [a.id for a in ACTIONS if a.context in places and not able(reader.parts, a)]
    assert undone == []


@pytest.mark.parametrize("context", [SHELF, "anywhere"])
def test_the_library_can_do_its_actions(context: str, desk_for: Callable[..., Desk]) -> None:
    shelf = ShelfScreen(desk_for())
    assert [a.id for a in ACTIONS if a.context == context and not able(shelf.parts, a)] == []


def test_the_list_of_repairs_can_do_its_actions(desk_for: Callable[..., Desk]) -> None:
    screen = RepairsScreen(desk_for(), None)
    assert [a.id for a in ACTIONS if a.context in LOOKUP[REPAIRS] and not able(screen.parts, a)] == []
