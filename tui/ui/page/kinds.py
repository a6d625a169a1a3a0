"""What is shown of a kind of name beside its colour, which is never the only sign."""

from tui.analysis.model import Kind

LETTER = {Kind.PERSON: "P", Kind.ORG: "O", Kind.PLACE: "L", Kind.GROUP: "G", Kind.OTHER: "X"}
KIND_WORD = {
    Kind.PERSON: "person",
    Kind.ORG: "organisation",
    Kind.PLACE: "place",
    Kind.GROUP: "group",
    Kind.OTHER: "other",
}
