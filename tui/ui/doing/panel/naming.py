"""A name is asked for, and with the key that ends the question where the repair is to hold."""

from collections.abc import Callable

from tui.ui.doing.reader import Reader
from tui.ui.keys.completion import Offer
from tui.ui.keys.keymap import show
from tui.ui.keys.prompt import OtherEnd

HERE, EVERYWHERE = "here", "everywhere"


def ask_for_name(
    reader: Reader,
    about: str,
    then: Callable[[str, str], None],
    text: str = "",
    check: Callable[[str], str] | None = None,
    offered: Callable[[str], Offer | None] | None = None,
) -> None:
    """`then` hears the name and the scope: the source of the article, or "" for all of them."""
    source = reader.reading.article.source
    keys = [typed[0] for typed in reader.desk.keymap.keys["hold_everywhere"] if len(typed) == 1]

    def here(name: str | None) -> None:
        if name is not None:
            then(name.strip(), source)

    words = f"{show(('enter',))} {HERE}" + (f"  {show((keys[0],))} {EVERYWHERE}" if keys else "")
    other = OtherEnd(keys, words, lambda name: then(name.strip(), ""))
    reader.ask("Name", about, None, here, text, check or named, offered=offered, other_end=other)


def named(text: str) -> str:
    """Why this is no name, in a sentence; "" where it is one."""
    return "" if text.strip() else "A name is needed."
