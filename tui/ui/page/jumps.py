"""Where jumps began, so that one can go back to it and forward again."""

from typing import NamedTuple


class Spot(NamedTuple):
    """A place in an article: its source and an offset."""

    source: str
    offset: int


class Jumps:
    """A list of spots with a position in it, as vim keeps one: jumping anew forgets what lay ahead."""

    LONGEST = 100

    def __init__(self) -> None:
        self._spots: list[Spot] = []
        self._at = 0
        self.last: Spot | None = None  # where the last jump began

    def leave(self, spot: Spot) -> None:
        """Remember where a jump begins."""
        self.last = spot
        del self._spots[self._at :]
        if not self._spots or self._spots[-1] != spot:
            self._spots.append(spot)
        del self._spots[: -self.LONGEST]
        self._at = len(self._spots)

    def back(self, here: Spot) -> Spot | None:
        """Where the last jump began; `here` can be come back to with `forward`."""
        if self._at == 0:
            return None
        if self._at == len(self._spots):
            self._spots.append(here)
            self.last = here
        self._at -= 1
        return self._spots[self._at]

    def forward(self) -> Spot | None:
        """The spot that `back` left last."""
        if self._at + 1 >= len(self._spots):
            return None
        self._at += 1
        return self._spots[self._at]
