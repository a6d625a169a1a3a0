"""Every action there is: its name, its keys, where they hold, and what it does in words.

The one table behind the keys themselves, the help, the palette, the settings and docs/keys.md. A key is written as
Textual names it ("j", "space", "ctrl+d", "question_mark" or "?"); "g g" is typed one after another.
"""

from tui.ui.keys.action import Action
from tui.ui.keys.article_actions import ARTICLE_ACTIONS
from tui.ui.keys.list_actions import LIST_ACTIONS

ACTIONS: tuple[Action, ...] = (*ARTICLE_ACTIONS, *LIST_ACTIONS)

BY_ID: dict[str, Action] = {action.id: action for action in ACTIONS}
