"""Rows become a file: its name is asked for, and what is there already is not written over without a word."""

from collections.abc import Callable, Coroutine, Sequence
from pathlib import Path
from typing import Any

from tui.errors import ReaderError
from tui.ui.doing.reader import Reader

OFF = "Writing files is switched off here."
NOTHING = "There is no row to write."


def ask_for_file(
    reader: Reader, what: str, forms: Sequence[str], write: Callable[[Path], Coroutine[Any, Any, None]]
) -> None:
    """`write` is called with the place; the first of the forms is proposed, the others come with Up."""
    stem = Path(reader.reading.article.source).stem[:60] or "article"
    names = [f"{stem}-{what}.{form}" for form in forms]
    ends = ", ".join(f".{form}" for form in forms[:-1])

    def trouble_with(name: str) -> str:
        from tui.timelines.files import place_for  # nobody who reads waits for it

        try:
            place_for(name, forms)
        except ReaderError as error:
            return str(error)
        return ""

    def answered(name: str | None) -> None:
        from tui.timelines.files import place_for

        if name is None:
            return
        path = place_for(name, forms)

        def overwrite(answer: str | None) -> None:
            if answer == "y":
                reader.run_worker(write(path), group="export")
            else:
                reader.say("Nothing was written.")

        if path.exists():
            reader.take_choice((("y", "writes over it"), ("n", "keeps it")), overwrite, f"{path.name} is there already")
        else:
            overwrite("y")

    reader.ask(
        "Write to",
        f"A file that ends in {ends} or .{forms[-1]} (Up: the others)",
        None,
        answered,
        text=names[0],
        check=trouble_with,
        earlier=names[:0:-1],
    )
