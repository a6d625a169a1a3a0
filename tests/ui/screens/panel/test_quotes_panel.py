"""Who said what: the list of quotations, the way to the words and to the speaker, and from an entity to all it said."""

from collections.abc import Callable
from typing import Any

Sit = Callable[..., Any]
Size = tuple[int, int]


def here(sitting: Any, length: int) -> str:
    text: str = sitting.reading.article.text
    return text[sitting.reading.cursor : sitting.reading.cursor + length]


async def test_quotations_stand_below_their_speakers(sit_down: Sit, size: Size) -> None:
    async with sit_down("strike.md", size) as sitting:
        await sitting.press('"')
        quotes = sitting.reader.panel.quotes
        assert sitting.reader.context == "quotes"
        speakers = [row.speaker for row in quotes.rows]
        assert sorted(set(speakers), key=speakers.index) == list(dict.fromkeys(speakers))
        assert len({*speakers}) > 3
        first = next(number for number, row in enumerate(quotes.rows) if "Nobody won" in row.words)
        assert quotes.rows[first].speaker.endswith("Oduya")
        assert quotes.rows[first].words == "“Nobody won,” … “We are tired, and the town is tired too.”"
        assert "Oduya" in sitting.picture
        assert "Nobody won" in sitting.picture


async def test_what_is_perhaps_no_quotation_is_marked(sit_down: Sit, size: Size) -> None:
    async with sit_down("strike.md", size) as sitting:
        await sitting.press('"')
        quotes = sitting.reader.panel.quotes
        doubted = [number for number, row in enumerate(quotes.rows) if row.quote.doubted]
        assert [quotes.rows[number].words for number in doubted] == ["the summer to be good"]
        quotes.put(doubted[0])
        await sitting.press("k", "j")
        assert "? the summer to be good" in sitting.picture
        firm = next(row for row in quotes.rows if "the vote had been close" in row.words)
        assert not firm.quote.doubted
        await sitting.press("i")
        assert "Doubted" in sitting.picture


async def test_enter_leads_to_the_words_and_s_to_the_speaker(sit_down: Sit, size: Size) -> None:
    async with sit_down("strike.md", size) as sitting:
        await sitting.press('"')
        quotes = sitting.reader.panel.quotes
        quotes.put(next(number for number, row in enumerate(quotes.rows) if "Nobody won" in row.words))
        await sitting.press("enter")
        assert here(sitting, 11) == "“Nobody won"
        assert sitting.reader.pane.view.shows(sitting.reading.cursor)
        await sitting.press('"', "s")
        assert here(sitting, 5) == "Oduya"
        await sitting.press("ctrl+o", "ctrl+o")
        assert sitting.reading.cursor == 0


async def test_from_a_quotation_to_its_speaker_and_back_to_all_of_them(sit_down: Sit) -> None:
    async with sit_down("strike.md") as sitting:
        await sitting.press('"')
        panel = sitting.reader.panel
        everything = panel.quotes.count
        panel.quotes.put(next(number for number, row in enumerate(panel.quotes.rows) if "Nobody won" in row.words))
        await sitting.press("e")
        assert sitting.reader.context == "entities"
        name = sitting.reading.entities[panel.entities.under_cursor].name
        assert name.endswith("Oduya")
        await sitting.press("O")
        assert sitting.reader.context == "quotes"
        assert {row.speaker for row in panel.quotes.rows} == {name}
        assert panel.quotes.numbers == (len(panel.quotes.rows), everything)
        await sitting.press("o")
        assert panel.quotes.count == everything


async def test_quotations_are_filtered_by_words_and_by_speakers(sit_down: Sit) -> None:
    async with sit_down("strike.md") as sitting:
        await sitting.press('"', "/", *"forget", "enter")
        quotes = sitting.reader.panel.quotes
        assert [row.words for row in quotes.rows] == ["“People forget quickly,”"]
        await sitting.press("escape")
        assert quotes.count > 1


async def test_a_step_through_the_quotations_as_they_stand(sit_down: Sit, size: Size) -> None:
    async with sit_down("strike.md", size) as sitting:
        places = [quote.content[0].start for quote in sitting.reading.analysis.quotes]
        for number, place in enumerate(places[:3], 1):
            await sitting.press("]", "q")
            assert sitting.reading.cursor == place
            assert f"{number} of {len(places)} quotations" in sitting.said
        await sitting.press("[", "q")
        assert sitting.reading.cursor == places[1]


async def test_i_says_why_a_quotation_is_here_and_whose_it_is(sit_down: Sit, size: Size) -> None:
    async with sit_down("strike.md", size) as sitting:
        await sitting.press('"')
        quotes = sitting.reader.panel.quotes
        quotes.put(next(number for number, row in enumerate(quotes.rows) if "Nobody won" in row.words))
        await sitting.press("i")
        assert "Cue         “told” (verbs like “tell”)" in sitting.picture
        assert "Speaker     “Oduya”, which stands before the cue" in sitting.picture
        await sitting.press("escape", "r")
        await sitting.answer("kowal")
        await sitting.until(lambda: any("Kowalski" in row.speaker and "Nobody" in row.words for row in quotes.rows))
        quotes.put(next(number for number, row in enumerate(quotes.rows) if "Nobody won" in row.words))
        await sitting.press("i")
        assert "Put right by you" in sitting.picture
