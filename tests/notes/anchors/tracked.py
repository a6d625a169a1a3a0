"""A text of which every character remembers where it came from, so that the right place is known after any edit."""

from collections.abc import Sequence

from tui.text.span import Span

Text = list[
    tuple[str, int | None]
]  # characters with their offset in the text before, None for new ones, below 0 for copies


def tracked(text: str) -> Text:
    return [(character, offset) for offset, character in enumerate(text)]


def new(text: str) -> Text:
    return [(character, None) for character in text]


def copied(text: Text) -> Text:
    """Each with minus its origin, less one."""
    return [(character, -origin - 1 if origin is not None and origin >= 0 else None) for character, origin in text]


def plain(text: Text) -> str:
    return "".join(character for character, _ in text)


def paragraphs(text: Text) -> list[Text]:
    parts: list[Text] = [[]]
    for pair in text:
        if pair[0] == "\n":
            parts.append([])
        else:
            parts[-1].append(pair)
    return [part for part in parts if part]


def joined(parts: Sequence[Text]) -> Text:
    return [pair for number, part in enumerate(parts) for pair in (new("\n\n") if number else []) + part]


def holds(part: Text, quoted: Span) -> int:
    """How many characters of the quote a part holds."""
    return sum(origin is not None and quoted.start <= origin < quoted.end for _, origin in part)
