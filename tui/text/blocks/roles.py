"""Words with a role (reStructuredText, MyST) - :ref:`the bridge <bridge>` - become those that are shown."""

import re

ROLE = re.compile(
    r"(?<![\w:`{])(?::(?P<name>[a-z][\w.+-]{0,30}(?::[a-z][\w.+-]{0,30})?):"
    r"|\{(?P<braced>[a-z][\w.+-]{0,30}(?::[a-z][\w.+-]{0,30})?)\})`(?P<words>[^`\n]{1,300})`(?!`)"
)
_TITLED = re.compile(r"(.*\S)\s*<[^<>]*>", re.S)
_LINK = re.compile(r"`([^`<>\n]{1,200}) <([^<>`\s]{1,500})>`__?(?!\w)")
_BOX = re.compile(r"^\.\. (attention|caution|danger|error|hint|important|note|tip|warning|seealso):: (?=\S)", re.M)
_AS_CODE = frozenset(
    (
        "attr",
        "class",
        "code",
        "command",
        "exc",
        "file",
        "func",
        "kbd",
        "literal",
        "meth",
        "mod",
        "obj",
        "option",
        "samp",
    )
)


def shown(match: re.Match[str]) -> str:
    """The words that a reader is meant to see; ~module.name stands for its last part."""
    words = match["words"].strip()
    titled = _TITLED.fullmatch(words)
    words = (titled[1] if titled else words).removeprefix("!")
    return words.rpartition(".")[2] if words.startswith("~") else words


def is_code(match: re.Match[str]) -> bool:
    """Whether these are words of a program."""
    return (match["name"] or match["braced"]).rpartition(":")[2] in _AS_CODE


def without_roles(text: str) -> str:
    """A text with the shown words alone; links keep their addresses, and boxes (".. note::") begin with their word."""
    if ":`" in text or "}`" in text:
        text = ROLE.sub(shown, text)
    if ">`_" in text:
        text = _LINK.sub(r"\1 <\2>", text)
    if ".. " in text and ":: " in text:
        text = _BOX.sub(lambda match: f"{match[1].capitalize()}: ", text)
    return text
