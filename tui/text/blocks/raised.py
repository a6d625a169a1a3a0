"""Raised and lowered words become Unicode's signs for them, or say with "^" and "_" that they are."""

_RAISED = str.maketrans("0123456789+-−=()ni", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁼⁽⁾ⁿⁱ")
_LOWERED = str.maketrans("0123456789+-−=()", "₀₁₂₃₄₅₆₇₈₉₊₋₋₌₍₎")
_AS_WRITTEN = frozenset(
    ("st", "nd", "rd", "th", "er", "re", "e", "ème", "eme", "o", "a", "tm", "sm", "®", "™", "º", "ª")
)


def raised(words: str, before: str) -> str:
    """What is set higher behind the character `before`."""
    if words.strip().lower() in _AS_WRITTEN or not words.strip():
        return words
    return _signs(words, _RAISED) or _marked(words, "^", before)


def lowered(words: str, before: str) -> str:
    """What is set lower behind the character `before`."""
    return words if not words.strip() else _signs(words, _LOWERED) or _marked(words, "_", before)


def _signs(words: str, table: dict[int, int]) -> str:
    words = words.strip()
    return words.translate(table) if all(ord(character) in table for character in words) else ""


def _marked(words: str, sign: str, before: str) -> str:
    """A single word behind another is marked, more than one stand in brackets; what follows nothing is as it is."""
    if not before.strip():
        return words
    words = words.strip()
    return f"{sign}({words})" if " " in words else f"{sign}{words}"
