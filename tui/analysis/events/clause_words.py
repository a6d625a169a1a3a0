"""The word classes of clauses and subjects, read from resources/clause_words.txt."""

from functools import cache
from pathlib import Path

FILE = Path(__file__).parents[1] / "resources" / "clause_words.txt"


@cache
def _classes() -> dict[str, frozenset[str]]:
    classes: dict[str, frozenset[str]] = {}
    current = ""
    for line in FILE.read_text("utf-8").splitlines():
        if line.startswith("["):
            current = line.strip("[]")
        elif line and not line.startswith("#"):
            classes[current] = classes.get(current, frozenset()) | frozenset(line.split())
    return classes


def words(name: str) -> frozenset[str]:
    """The words of a class, in lower case with straight apostrophes; KeyError for a class there is not."""
    return _classes()[name]
