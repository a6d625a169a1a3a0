"""Words become words of Markdown, and an article the line that names it as a source."""

import re
from collections.abc import Iterable

from tui.text.harmless import harmless_line

# Inside a word "_" sets nothing off, and "#" means something at the beginning alone.
_SIGNS = re.compile(r"[\\`*\[<>]|(?<![^\W_])_|_(?![^\W_])|^[#+-]")


def plain(text: str) -> str:
    """Words that mean nothing to Markdown."""
    return _SIGNS.sub(lambda sign: f"\\{sign[0]}", harmless_line(text))


def cited(numbers: Iterable[int]) -> str:
    """Sources by their numbers: "[1], [3]"."""
    return ", ".join(f"[{number}]" for number in numbers)


def source_line(number: int, title: str, publisher: str, when: str, address: str, file: str) -> str:
    """Which article a number means: "1. Title, Publisher, 30 Jul 2019 <https://...>", or where its file lies."""
    named = ", ".join(part for part in dict.fromkeys((title, publisher, when)) if part)
    return f"{number}. {plain(named)}" + (f" <{address}>" if address else f", {plain(file)}")
