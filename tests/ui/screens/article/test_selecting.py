"""Selecting by keyboard: motions take whole sentences, whole names and whole characters, and stay in the text."""

import random
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.ui.quiet import until
from tui.ui.keys.actions import ACTIONS
from tui.ui.page.characters import character_end, character_start

Open = Callable[..., Any]
Press = Callable[..., Any]


def selected(reader: Any) -> str:
    span = reader.reading.selection
    return str(reader.reading.article.text[span.start : span.end]) if span else ""


FIRST = "Anna Berg saw the ship on 2021-03-23."
PARAGRAPH = f'{FIRST} It belonged to Ocean Ltd. John Smith wrote "it is stuck" that day.'
WHOLE = f"""{PARAGRAPH}

The second paragraph names Blue Bay and Anna Berg again. Nothing happened on 2021-03-24.

What came after

Ocean Ltd paid on 2021-07-07. See the report and the map.

John Smith left. Anna Berg stayed in Blue Bay."""

# Keys typed at the first sentence of the text, and what is selected then.
SELECTIONS = [
    ("v", "A"),
    ("v e", "Anna"),
    ("v e e", "Anna Berg"),
    ("v w", "Anna B"),
    ("v 2 w", "Anna Berg s"),
    ("v e l l", "Anna B"),
    ("v l l h", "An"),
    ("v e b", "A"),
    ("v ) h h", FIRST[:-2]),
    ("v $ 0", "A"),
    ("v )", FIRST),
    ("v ) )", f"{FIRST} It belonged to Ocean Ltd."),
    ("v 2 )", f"{FIRST} It belonged to Ocean Ltd."),
    ("v ) ) (", FIRST),
    ("v ) (", "A"),
    ("v e e escape v (", "Anna Berg"),
    ("v e e e escape v ) (", "Anna Berg saw"),
    ("v }", PARAGRAPH),
    ("v 9 } 9 {", "# A ship in the bay\n\nA"[2:]),
    ("v } {", "A"),
    ("v G", WHOLE),
    ("v G 9 9 (", "A ship in the bay\n\nA"),
    ("v g g", "A ship in the bay\n\nA"),
    ("v ] e", "Anna Berg saw the ship on 2021-03-23. It belonged to Ocean Ltd"),
    ("v ] e ] e [ e", "Anna Berg saw the ship on 2021-03-23. It belonged to Ocean Ltd"),
    ("v ] d", FIRST[:-1]),
    ("v ] d [ d", FIRST[:-1]),
    ("v ] q", PARAGRAPH[: PARAGRAPH.rindex('"') + 1]),
    ("v ] h", WHOLE[: WHOLE.index("after") + 5]),
    ("* v n", WHOLE[: WHOLE.index("again")].rstrip()),
    ("v / s h i p enter", "Anna Berg saw the ship"),
    ("v / s t u c k enter n", PARAGRAPH[: PARAGRAPH.index("stuck") + 5]),
    ("v / b a y enter", WHOLE[: WHOLE.index("Bay") + 3]),
    ("m x } v ' x", PARAGRAPH + "\n\nT"),
    ("v f s", WHOLE[: len(FIRST) - 1]),
]


@pytest.mark.parametrize(("keys", "words"), SELECTIONS, ids=[keys for keys, _ in SELECTIONS])
async def test_motions_extend_the_selection(
    open_reader: Open, press: Press, story: Path, keys: str, words: str
) -> None:
    async with open_reader(story) as (reader, pilot):
        await press(pilot, "}")
        await press(pilot, *keys.split())
        assert selected(reader) == words


async def test_the_other_end_moves_too(open_reader: Open, press: Press, story: Path) -> None:
    async with open_reader(story) as (reader, pilot):
        await press(pilot, "}", "w", "v", "e", "o")
        assert reader.reading.cursor < reader.reading.selecting_from
        await press(pilot, "b", "escape")
        assert selected(reader) == ""


async def test_everything_to_the_end_can_be_selected(open_reader: Open, press: Press, story: Path) -> None:
    async with open_reader(story) as (reader, pilot):
        await press(pilot, "}", "v", "G")
        assert selected(reader).startswith("Anna Berg saw")
        assert selected(reader).endswith("stayed in Blue Bay.")


async def test_the_cursor_of_a_selection_is_seen(open_reader: Open, press: Press, story: Path) -> None:
    async with open_reader(story) as (reader, pilot):
        await press(pilot, "}", "v", "e")
        segments = [segment for segment in reader.pane.view.render_line(2) if segment.text.strip()]
        looks = {segment.text: segment.style for segment in segments}
        assert looks["Ann"].reverse
        assert not looks["a"].reverse
        assert looks["a"].underline


async def test_characters_of_several_code_points_are_taken_whole(
    open_reader: Open, press: Press, tmp_path: Path
) -> None:
    path = tmp_path / "odd.txt"
    path.write_text("A family 👩‍👩‍👧 saw e\u0301clairs and 船 here.\n", encoding="utf-8")
    async with open_reader(path) as (reader, pilot):
        await press(pilot, *"gg9lvlll")
        width = reader.pane.view.size.width
        assert all(reader.pane.view.render_line(y).cell_length == width for y in range(5))
        for _ in range(30):
            await press(pilot, "l")
            assert "\u200d" not in (selected(reader)[:1], selected(reader)[-1:])
        await press(pilot, "escape", "f")
        assert all(reader.pane.view.render_line(y).cell_length == width for y in range(5))


ODD = """\
# A family 👩‍👩‍👧 in 🇩🇪🇫🇷

E\u0301clairs for Anna Berg 👍🏽 on 2021-03-23! \u201c船\u0301 is here,\u201d said John Smi\u0308th e\u0301.

Ocean Ltd 👩‍👩‍👧

क्षि नमस्ते Anna Berg 2021-03-24 🇩🇪e\u0301
"""
MOVING = [
    action.keys.split(", ")[0]
    for action in ACTIONS
    if action.context in ("article", "selecting", "reader")
    and (action.group in ("Move", "Move by meaning") or action.id.startswith(("char", "word", "line_", "other")))
    and action.id not in ("hints", "take_entity", "previous_again", "follow", "set_mark", "go_to_mark")
]


@pytest.mark.parametrize("seed", range(3))
async def test_no_motion_selects_half_a_character(open_reader: Open, press: Press, tmp_path: Path, seed: int) -> None:
    path = tmp_path / "odd.md"
    path.write_text(ODD, encoding="utf-8")
    chance = random.Random(seed)
    others = ["/ e enter", "/ 船 enter", "f s", "m x", "' x", "3 h", "9 l", "2 )", "2 }", "5 0 %"]
    async with open_reader(path, size=chance.choice([(40, 12), (80, 24)])) as (reader, pilot):
        text = reader.reading.article.text
        await press(pilot, *"}v")
        typed: list[str] = []
        for _ in range(40):
            keys = chance.choice([*MOVING, *others])
            typed.append(keys)
            await press(pilot, *keys.split())
            span = reader.reading.selection
            assert 0 <= span.start < span.end <= len(text), typed
            for edge in span:
                assert character_start(text, edge) == edge, typed
            assert character_end(text, reader.reading.cursor) <= span.end, typed


async def test_a_selection_is_drawn_wherever_a_motion_ends(open_reader: Open, press: Press, story: Path) -> None:
    async with open_reader(story) as (reader, pilot):
        for keys in ("G v g g", "m x } v ' x", "G v 1 G", "v 5 0 %"):
            await press(pilot, "escape", "g", "g", *keys.split())
            drawn = {layer.name: layer.spans for layer in reader.pane.view._layers}
            assert drawn["selection"] == [reader.reading.selection], keys


async def test_a_note_on_two_sentences_holds_nothing_of_the_third(open_reader: Open, press: Press, story: Path) -> None:
    async with open_reader(story) as (reader, pilot):
        await press(pilot, *"}v))a", *"odd", "escape")
        await until(pilot, lambda: reader.reading.notes)
        (placed,) = reader.reading.notes
        assert placed.note.anchor.exact == f"{FIRST} It belonged to Ocean Ltd."
