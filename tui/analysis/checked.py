"""A value read from JSON becomes one of the type it has to have; raises TypeError where it has another."""

from collections.abc import Callable, Sequence
from typing import Any, TypeVar

from tui.text.span import Span

Value = TypeVar("Value")


def to_many(items: Any, make: Callable[[Any], Value]) -> tuple[Value, ...]:
    """The tuple of what `make` makes of each item of a list."""
    if not isinstance(items, list):
        raise TypeError("a list is missing")
    return tuple(make(item) for item in items)


def to_text(value: Any) -> str:
    """A text."""
    if not isinstance(value, str):
        raise TypeError("a text is missing")
    return value


def to_number(value: Any) -> int:
    """A whole number."""
    if not isinstance(value, int) or isinstance(value, bool):
        raise TypeError("a number is missing")
    return value


def to_share(value: Any) -> float:
    """A number."""
    if not isinstance(value, int | float) or isinstance(value, bool):
        raise TypeError("a share is missing")
    return float(value)


def to_flag(value: Any) -> bool:
    """True or false."""
    if not isinstance(value, bool):
        raise TypeError("a flag is missing")
    return value


def to_span(value: Sequence[Any]) -> Span:
    """The span of [start, end]."""
    start, end = value
    return Span(to_number(start), to_number(end))
