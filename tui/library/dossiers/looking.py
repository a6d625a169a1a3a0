"""Articles that speak of an entity are looked into some at a time: all that they tell would take too much memory."""

from collections import Counter
from collections.abc import Mapping, Sequence

from tui.library.dossiers.dossier import Figured, Source, Spoken
from tui.library.dossiers.retelling import Row
from tui.library.entities.told import Here, Told

MOST_SAID = 2_000  # of each list


class Looked:
    """What was found so far; articles are taken in with the latest first."""

    def __init__(self, mine: Mapping[int, set[int]], places: Mapping[int, Source]) -> None:
        self._mine = mine  # the entity's numbers in each article
        self._places = places
        self.names: Counter[str] = Counter()
        self.keys: Counter[str] = Counter()  # of those that stand beside it
        self.first: dict[tuple[int, int], tuple[str, int]] = {}  # sentence and place, by article and number
        self.rows: list[Row] = []
        self.by: list[Spoken] = []
        self.about: list[Spoken] = []
        self.figures: list[Figured] = []

    def take(self, told: Mapping[int, Told], articles: Sequence[int]) -> None:
        """Some more."""
        for article in articles:
            if article in told:
                self._take(article, told[article], self._mine[article])

    def _take(self, article: int, told: Told, mine: set[int]) -> None:
        place = self._places[article]
        own = [(number, told.entities[number]) for number in mine if number < len(told.entities)]
        self.names.update({alias for _, here in own if here.local >= 0 for alias in (here.name, *here.aliases)})
        self.keys.update({here.key for number, here in enumerate(told.entities) if number not in mine})
        self.first.update({(article, number): (sentence_of(told, here), here.offset) for number, here in own})
        self.rows += (
            Row(event, place._replace(offset=event.offset)) for event in told.events if mine & set(event.entities)
        )
        for quote in told.quotes:
            speaker = told.entities[quote.speaker].name if quote.speaker >= 0 else ""
            spoken = Spoken(quote.text, speaker, place._replace(offset=quote.offset))
            if quote.speaker in mine and len(self.by) < MOST_SAID:
                self.by.append(spoken)
            elif quote.speaker not in mine and mine & set(quote.about) and len(self.about) < MOST_SAID:
                self.about.append(spoken)
        for figure in told.figures:
            if mine & set(told.within[figure.sentence]) and len(self.figures) < MOST_SAID:
                sentence = told.sentences[figure.sentence]
                self.figures.append(Figured(figure.text, sentence, place._replace(offset=figure.offset)))


def sentence_of(told: Told, here: Here) -> str:
    """The sentence that names an entity first; "" where none does."""
    return told.sentences[here.sentence] if 0 <= here.sentence < len(told.sentences) else ""
