"""A key as it was typed, with what else it could have meant."""

from textual import events
from textual.keys import _character_to_key


class Key(events.Key):
    """Textual's event - handlers are called `on_key` after this name too - that knows more of what the hand did."""

    __slots__ = ["apart", "position"]

    def __init__(self, key: str, character: str | None, position: str = "", apart: "tuple[Key, ...]" = ()) -> None:
        super().__init__(key, character)
        self.position = position  # what this key of the keyboard is on an American one; "" where nobody knows
        self.apart = apart  # two keys that the terminal sends like this one

    def copy(self) -> "Key":
        """A copy that can be sent anew."""
        return Key(self.key, self.character, self.position, self.apart)


def key_of(character: str, position: str = "") -> Key:
    """The key that types a printable character."""
    return Key(_character_to_key(character), character, position)
