"""The articles in which words stand, as the filter of the library finds them."""

from tui.library.index.articles import Known
from tui.library.index.index import Index
from tui.library.query import parse


def holding(index: Index, words: str) -> list[Known]:
    """All that the index finds, in its order of all articles."""
    ids = index.holding(parse(words).words)
    return [known for known in index.everything() if known.id in ids]
