"""The word classes of clauses and subjects, read from resources/clause_words.txt."""

from functools import cache
from importlib.resources import files


@cache
def _classes() -> dict[str, frozenset[str]]:
    classes: dict[str, frozenset[str]] = {}
    current = ""
    text = (files("tui.analysis") / "resources" / "clause_words.txt").read_text("utf-8")
    for line in text.splitlines():
        if line.startswith("["):
            current = line.strip("[]")
        elif line and not line.startswith("#"):
            classes[current] = classes.get(current, frozenset()) | frozenset(line.split())
    return classes


def words(name: str) -> frozenset[str]:
    """The words of a class, in lower case with straight apostrophes; KeyError for a class there is not."""
    return _classes()[name]
