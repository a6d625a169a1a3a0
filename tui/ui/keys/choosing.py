"""What is offered while one types becomes a choice, and with the next key another one in its place."""

from collections.abc import Callable

from tui.ui.keys.completion import Offer

TURNS = {"tab": 1, "down": 1, "shift+tab": -1, "up": -1}  # the keys that choose, and which way they go


class Choosing:
    """The offer for what stands before the cursor; `index` says which of its choices stands there already."""

    def __init__(self, offered: Callable[[str], Offer | None]) -> None:
        self._offered = offered
        self.offer: Offer | None = None
        self.index = -1

    def typed(self, before: str) -> None:
        """`before` stands before the cursor now. While it is a choice that was taken, the others stay on offer."""
        if self.offer is not None and self.index >= 0 and before[self.offer.start :] == self.offer.choices[self.index]:
            return
        self.offer, self.index = self._offered(before), -1

    def turn(self, by: int) -> tuple[int, str]:
        """Take the first choice, or the one so many after the one that stands there: from where on, and what."""
        assert self.offer is not None
        choices = self.offer.choices
        self.index = (self.index + by if self.index >= 0 else min(0, by)) % len(choices)
        return self.offer.start, choices[self.index]
