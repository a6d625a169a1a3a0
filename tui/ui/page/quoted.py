"""Words of an article between quotation marks."""

SINGLE = str.maketrans("“”„", "‘’‚")


def quoted(words: str) -> str:
    """The words in one line and in double marks; the double ones within become single ones."""
    return f"“{' '.join(words.split()).translate(SINGLE)}”"
