"""What texts that grow are made of: functions from a number of characters to a text about that long.

Whatever a reader, a regular expression or a table might go over again and again stands here at any length: the time
that an article takes may grow as its text does, and no faster.
"""

from collections.abc import Callable

Make = Callable[[int], str]


def again(piece: str, before: str = "", after: str = "") -> Make:
    """`piece` again and again."""
    return lambda n: before + piece * (n // len(piece) + 1) + after


def counted(piece: str, before: str = "", after: str = "") -> Make:
    """`piece` again and again, "#" in it each time another number, "@" another word and "^" another capitalised word."""
    length = len(piece) + 4 * (piece.count("#") + piece.count("@") + piece.count("^"))

    def make(n: int) -> str:
        pieces = (
            piece.replace("#", str(i)).replace("@", word(i)).replace("^", word(i).capitalize())
            for i in range(n // length + 1)
        )
        return before + "".join(pieces) + after

    return make


def nested(opening: str, closing: str, inside: str = "x") -> Make:
    """One within the other."""

    def make(n: int) -> str:
        depth = n // (len(opening) + len(closing)) + 1
        return opening * depth + inside + closing * depth

    return make


def both(left: Make, right: Make) -> Make:
    """Half of one, then half of the other."""
    return lambda n: left(n // 2) + right(n // 2)


def word(number: int) -> str:
    """Another word for every number."""
    letters = ""
    number += 1000
    while number:
        number, rest = divmod(number, 20)
        letters += "bcdfghjklmnprstvwxyz"[rest] + "aeiou"[rest % 5]
    return letters


def table(columns: int) -> Make:
    """A Markdown table."""

    def make(n: int) -> str:
        row = "| " + " | ".join(f"c{column}" for column in range(columns)) + " |\n"
        rule = "|" + "---|" * columns + "\n"
        return row + rule + row * (n // len(row))

    return make


def square(n: int) -> str:
    """A Markdown table as wide as it is long."""
    side = max(2, int((n / 4) ** 0.5))
    return table(side)(n)


def page(make: Make, before: str = "", after: str = "") -> Make:
    """A web page round it."""
    head = f"<!doctype html><html><head><title>T</title></head><body><article><h1>Head</h1>{before}"
    return lambda n: f"{head}{make(n)}{after}</article></body></html>"


STORY = "Anna Berg of the Institute for the Study of War said on Tuesday that 3,000 people left Mosul in May 2017. "
