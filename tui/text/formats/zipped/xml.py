"""XML becomes a tree of elements; what defines entities of its own, as bombs do, is refused."""

from collections.abc import Iterator
from xml.etree.ElementTree import Element, TreeBuilder
from xml.parsers import expat

from tui.errors import UnreadableArticle

MOST_ELEMENTS = 1_000_000


class Broken(UnreadableArticle):
    """It is no whole XML."""


def tree_of(data: bytes | str, name: str, what: str) -> Element:
    """The root element; names keep their namespace as "{uri}name". Raises UnreadableArticle; `what` is the member."""
    builder = TreeBuilder()
    parser = expat.ParserCreate("utf-8" if isinstance(data, str) else None, "}")
    parser.buffer_text = True
    elements = 0

    def start(tag: str, attributes: dict[str, str]) -> None:
        nonlocal elements
        elements += 1
        if elements > MOST_ELEMENTS:
            raise UnreadableArticle(f"{name} is very big: {what} has more than {MOST_ELEMENTS:,} elements.")
        builder.start(tag, attributes)

    def refuse(*_entity: object) -> None:
        raise UnreadableArticle(f"{name} is an XML bomb or damaged: {what} defines entities; it was not opened.")

    parser.StartElementHandler = start
    parser.EndElementHandler = builder.end
    parser.CharacterDataHandler = builder.data
    parser.EntityDeclHandler = refuse
    try:
        parser.Parse(data, True)
        return builder.close()
    except (expat.ExpatError, AssertionError, ValueError, LookupError) as error:
        raise Broken(f"{name} is damaged: {what} is not whole; get it once more.") from error


def local(tag: object) -> str:
    """A name without its namespace."""
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""


def attribute(element: Element, name: str) -> str:
    """An attribute by its name, whatever its namespace; "" where there is none."""
    found = element.get(name)
    if found is not None:
        return found
    return next((value for key, value in element.items() if key.endswith("}" + name)), "")


def child(element: Element | None, name: str) -> Element | None:
    """The first child of this name."""
    return next((one for one in element if local(one.tag) == name), None) if element is not None else None


def walk(root: Element, skip: frozenset[str] = frozenset()) -> Iterator[tuple[bool, Element]]:
    """Every element twice, (True, element) where it begins and (False, element) where it ends, without recursion.

    What is in elements called as in `skip` is left out, and they too."""
    stack = [(root, iter(root))]
    yield True, root
    while stack:
        element, children = stack[-1]
        following = next(children, None)
        if following is None:
            stack.pop()
            yield False, element
        elif local(following.tag) not in skip:
            yield True, following
            stack.append((following, iter(following)))


def words(element: Element | None) -> str:
    """All words in an element, on one line."""
    return " ".join("".join(element.itertext()).split()) if element is not None else ""
