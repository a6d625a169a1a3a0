"""A line that is not the article: a reason, what such lines are like, and one of them."""

from typing import NamedTuple

from tui.text.article import Furniture


class Rule(NamedTuple):
    """A line that matches as a whole, whatever its case, is furniture for `reason`."""

    reason: Furniture
    pattern: str
    example: str
    # Most lines are not looked at, nor most patterns compiled: a line that matches has one of these words in it, in
    # small letters, or begins with one of those.
    needs: tuple[str, ...] = ()
    starts: str = ""
