"""Which key does what: the table of actions, the person's own keys laid over it, and what a typed key means."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from tui.ui.actions import ACTIONS, BY_ID, LOOKUP, Action

# Names that Textual gives to characters; both spellings may stand in the table and in the settings.
NAMED = {
    "percent_sign": "%",
    "right_curly_bracket": "}",
    "left_curly_bracket": "{",
    "right_parenthesis": ")",
    "left_parenthesis": "(",
    "right_square_bracket": "]",
    "left_square_bracket": "[",
    "apostrophe": "'",
    "asterisk": "*",
    "slash": "/",
    "question_mark": "?",
    "vertical_line": "|",
    "number_sign": "#",
    "colon": ":",
    "dollar_sign": "$",
    "plus": "+",
    "minus": "-",
    "equals_sign": "=",
    "backslash": "\\",
    "quotation_mark": '"',
    "full_stop": ".",
    "comma": "COMMA",
    "semicolon": ";",
    "ampersand": "&",
    "less_than_sign": "<",
    "greater_than_sign": ">",
    "underscore": "_",
    "at": "@",
    "tilde": "~",
    "grave_accent": "`",
    "circumflex_accent": "^",
    "exclamation_mark": "!",
}

Sequence = tuple[str, ...]


def spell(key: str) -> str:
    """One spelling for a key, whether Textual or a person wrote it."""
    return NAMED.get(key, key)


def sequences(keys: str) -> tuple[Sequence, ...]:
    """The alternatives in a table row or a setting; "" gives none, which takes the key away."""
    return tuple(tuple(spell(key) for key in one.split()) for one in keys.split(", ") if one.strip())


@dataclass(frozen=True)
class Keymap:
    """Sequences of keys to actions, one table for each place where keys are typed."""

    tables: Mapping[str, Mapping[Sequence, Action]]
    prefixes: Mapping[str, frozenset[Sequence]]
    keys: Mapping[str, tuple[Sequence, ...]] = field(default_factory=dict)  # by action id

    def find(self, context: str, typed: Sequence) -> Action | None:
        """The action that `typed` means in a context."""
        return self.tables[context].get(typed)

    def waits(self, context: str, typed: Sequence) -> bool:
        """Whether more keys may follow `typed`."""
        return typed in self.prefixes[context]


def build_keymap(own: Mapping[str, str]) -> tuple[Keymap, tuple[str, ...]]:
    """The keymap with a person's `own` keys (action id to keys), and one sentence for everything wrong in them."""
    troubles: list[str] = [f"No action is called “{id}”: its keys are not used." for id in own if id not in BY_ID]
    keys = {action.id: sequences(own.get(action.id, action.keys)) for action in ACTIONS}
    tables: dict[str, dict[Sequence, Action]] = {}
    prefixes: dict[str, frozenset[Sequence]] = {}
    clashes: dict[str, None] = {}
    for context, places in LOOKUP.items():
        table: dict[Sequence, Action] = {}
        for place in places:
            here: dict[Sequence, Action] = {}
            for action in ACTIONS:
                if action.context == place:
                    for typed in keys[action.id]:
                        if typed in here and here[typed] is not action:
                            pair = f"“{here[typed].id}” and “{action.id}”"
                            clashes[f"The key {show(typed)} is given to both {pair}: the first one has it."] = None
                        else:
                            here[typed] = action
            for typed, action in here.items():
                table.setdefault(typed, action)
        tables[context] = table
        prefixes[context] = frozenset(typed[:length] for typed in table for length in range(1, len(typed)))
        for typed, action in table.items():
            if typed in prefixes[context]:
                clashes[f"The key {show(typed)} of “{action.id}” also begins a longer one: it cannot be typed."] = None
    return Keymap(tables, prefixes, keys), (*troubles, *clashes)


def show(typed: Sequence) -> str:
    """Keys as they are printed for a person: "g g", "Ctrl+D", "Space"."""
    return " ".join(_show_one(key) for key in typed)


def _show_one(key: str) -> str:
    if key == "COMMA":
        return ","
    *modifiers, last = key.split("+") if len(key) > 1 else [key]
    if len(last) > 1:
        last = {"pagedown": "PgDn", "pageup": "PgUp", "escape": "Esc"}.get(last, last.capitalize())
    return "+".join([*(modifier.capitalize() for modifier in modifiers), last])
