"""A pattern that is compiled when it is first used, so that importing the rules costs nothing."""

import re
from collections.abc import Iterator
from functools import cached_property


class LazyPattern:
    """What `re.compile` gives, later."""

    def __init__(self, text: str, flags: re.RegexFlag = re.NOFLAG) -> None:
        self.text = text
        self.flags = flags

    @cached_property
    def compiled(self) -> re.Pattern[str]:
        """The pattern itself."""
        return re.compile(self.text, self.flags)

    def search(self, text: str) -> re.Match[str] | None:
        """The first place in `text` that matches."""
        return self.compiled.search(text)

    def match(self, text: str) -> re.Match[str] | None:
        """A match that begins with `text`."""
        return self.compiled.match(text)

    def fullmatch(self, text: str) -> re.Match[str] | None:
        """A match of all of `text`."""
        return self.compiled.fullmatch(text)

    def finditer(self, text: str) -> Iterator[re.Match[str]]:
        """All matches in `text`, from left to right."""
        return self.compiled.finditer(text)

    def findall(self, text: str) -> list[str]:
        """The texts of all matches, or of their only group."""
        return self.compiled.findall(text)
