"""All texts that grow, each with the format that it is read as.

Whatever a reader, a regular expression or a table might go over again and again stands here at any length: the time
that an article takes may grow as its text does, and no faster.
"""

from typing import NamedTuple

from tests.torture.growing.markdown import MARKDOWN
from tests.torture.growing.pages import PAGES
from tests.torture.growing.pieces import Make
from tests.torture.growing.texts import TEXTS


class Pattern(NamedTuple):
    """A text of about `n` characters for every `n`, in the format that a suffix says."""

    name: str
    suffix: str
    make: Make


PATTERNS = tuple(
    Pattern(f"{suffix[1:]}: {name}", suffix, make)
    for suffix, makes in ((".txt", TEXTS), (".md", MARKDOWN), (".html", PAGES))
    for name, make in makes.items()
)
