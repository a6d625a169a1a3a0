"""What is known of a file that is read apart, beside its bytes."""

from typing import NamedTuple


class File(NamedTuple):
    """A format gets it with the bytes."""

    source: str
    suffix: str  # in small letters, with its dot
    name: str  # for sentences
    part: str = ""  # the one article of several that is wanted
    encoding: str = ""  # that somebody chose
    each: str = ""  # the names of articles, one in a line, that are wanted one after the other
