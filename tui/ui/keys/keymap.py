"""Which key does what: the table of actions, the person's own keys laid over it, and what a typed key means."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from tui.ui.keys.action import Action
from tui.ui.keys.actions import ACTIONS, BY_ID
from tui.ui.keys.contexts import LOOKUP
from tui.ui.keys.layouts import at_place

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

# Keys with names of several letters, apart from F1 to F24; any other key is one character.
MOVING = ("up", "down", "left", "right", "home", "end", "pageup", "pagedown")
LONG_NAMES = frozenset((*MOVING, "space", "enter", "tab", "escape", "backspace", "delete", "insert"))
# What a terminal sends for these cannot be told from another key.
SAME = {"ctrl+i": "tab", "ctrl+m": "enter", "ctrl+left_square_bracket": "escape", "ctrl+[": "escape"}


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
    by_place: bool = True  # whether letters of other alphabets stand for their place on the keyboard

    def find(self, context: str, typed: Sequence) -> Action | None:
        """The action that `typed` means in a context."""
        return self.tables[context].get(typed)

    def waits(self, context: str, typed: Sequence) -> bool:
        """Whether more keys may follow `typed`."""
        return typed in self.prefixes[context]

    def knows(self, key: str) -> bool:
        """Whether a key means anything anywhere, by itself or in a sequence."""
        return any(key in typed for table in self.tables.values() for typed in table)

    def meant(self, context: str, before: Sequence, key: str, position: str = "") -> Sequence:
        """The sequence that `key` makes of the keys typed `before`; by its place if the key itself means nothing.

        `position` is what the terminal says of that place, if it says anything."""
        typed = (*before, key)
        for other in (position, at_place(key)) if self.by_place else ():
            by_place = (*before, spell("comma" if other == "," else other))
            if self._is_something(context, typed):
                break
            if other and self._is_something(context, by_place):
                return by_place
        return typed

    def letter(self, character: str, position: str = "") -> str:
        """The letter that a typed character stands for where one is asked for."""
        if not self.by_place or character.isascii():
            return character
        return position or at_place(character) or character

    def _is_something(self, context: str, typed: Sequence) -> bool:
        return typed in self.tables[context] or typed in self.prefixes[context]


def build_keymap(own: Mapping[str, str], by_place: bool = True) -> tuple[Keymap, tuple[str, ...]]:
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
    troubles += _dead_keys(own, keys, tables)
    return Keymap(tables, prefixes, keys, by_place), (*troubles, *clashes)


def _dead_keys(
    own: Mapping[str, str],
    keys: Mapping[str, tuple[Sequence, ...]],
    tables: Mapping[str, Mapping[Sequence, Action]],
) -> list[str]:
    """One sentence for every key of a person's own that no terminal sends, or that never reaches its action."""
    troubles: list[str] = []
    for id in own:
        for typed in keys.get(id, ()):
            unknown = [key for key in typed if not is_key(key)]
            if unknown:
                troubles.append(f"There is no key “{unknown[0]}”, which “{id}” is to have.")
            elif same := next((key for key in typed if key in SAME), ""):
                troubles.append(f"Terminals send {show((SAME[same],))} for {show((same,))}, which “{id}” is to have.")
            elif typed[0].isdigit() and typed[0] != "0":
                troubles.append(f"The key {show(typed)} of “{id}” begins with a digit, and digits are counts.")
            else:
                here = [tables[context] for context, places in LOOKUP.items() if BY_ID[id].context in places]
                others = [table[typed].id for table in here if typed in table and table[typed].id != id]
                if here and len(others) == len(here):
                    troubles.append(f"The key {show(typed)} of “{id}” is “{others[0]}” wherever it could be typed.")
    return troubles


def is_key(key: str) -> bool:
    """Whether there is such a key: a character or a name, perhaps after ctrl+, alt+, shift+."""
    *modifiers, last = key.split("+") if len(key) > 1 and not key.endswith("++") else [key]
    if not set(modifiers) <= {"ctrl", "alt", "shift", "super"}:
        return False
    function_key = last[:1] == "f" and last[1:].isdecimal() and 1 <= int(last[1:]) <= 24
    return len(last) == 1 or last in LONG_NAMES or last in NAMED or last == "COMMA" or function_key


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
