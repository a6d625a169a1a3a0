"""What is drawn over the text of an article."""

from collections.abc import Sequence
from typing import NamedTuple

from tui.text.span import Span


class Layer(NamedTuple):
    """Places that are drawn alike. `spans` are sorted; later layers lie above earlier ones."""

    name: str  # a component class of the article view, without "article--"
    spans: Sequence[Span]
