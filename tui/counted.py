"""A number and what it counts, in the singular or the plural."""


def counted(number: int, noun: str, plural: str = "") -> str:
    """ "1 note", "2 notes", "0 entities": `plural` is needed where an s does not make it."""
    return f"{number} {noun if number == 1 else plural or noun + 's'}"
