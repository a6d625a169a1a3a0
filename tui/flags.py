"""What a person has said of an article by a key in the list: read or not, starred, hidden, tagged."""

from collections.abc import Iterable, Mapping
from typing import NamedTuple

READ, STARRED, HIDDEN, TAG = "read", "star", "hide", "tag:"  # labels of what can be said; a tag's name follows
Labels = Mapping[str, bool]  # what is to be so, and what is not


class Flags(NamedTuple):
    """Of one article. `read` is None where nobody has said it: then it was read if it was opened."""

    read: bool | None = None
    starred: bool = False
    hidden: bool = False
    tags: tuple[str, ...] = ()  # in the order of the alphabet

    def turned(self, wanted: Labels) -> "Flags":
        """After these were said."""
        tags = {TAG + tag: True for tag in self.tags} | {
            label: on for label, on in wanted.items() if label.startswith(TAG)
        }
        return Flags(
            wanted.get(READ, self.read),
            wanted.get(STARRED, self.starred),
            wanted.get(HIDDEN, self.hidden),
            in_order(label.removeprefix(TAG) for label, on in tags.items() if on),
        )


NOTHING_SAID = Flags()


def in_order(tags: Iterable[str]) -> tuple[str, ...]:
    """Tags as they are listed."""
    return tuple(sorted(tags, key=lambda tag: (tag.casefold(), tag)))
