"""Articles of our own that the templates of invented sites are filled with: what is true of a page is known."""

from datetime import date
from typing import NamedTuple


class Story(NamedTuple):
    """What a page tells. A paragraph that begins with "## " is a subhead, with "> " a quotation, with "- " an item."""

    title: str
    authors: tuple[str, ...]
    day: date
    body: tuple[str, ...]
    caption: str
    second_caption: str


BRIDGE = Story(
    "County shuts Marlow Bridge over cracked bearing",
    ("Anna Quill",),
    date(2021, 5, 4),
    (
        "TAVORA - Engineers closed the Marlow Bridge on Tuesday after a crack was found in its main bearing, the "
        "county said, and lorries were sent through the village of Pellow, eleven miles to the north.",
        "Greta Holloway, who leads the county's works office, said the bridge would stay shut until Monday at least.",
        "“We had no choice,” Ms Holloway told reporters.",
        "The bridge was built in 1931 and repaired in 1987. A second inspection last month had found nothing, and the "
        "county paid for new lamps in March.",
        "## What happens next",
        "Pavel Rusk, who has run the toll house for eleven years, said he heard a bang in the night.",
        "“It was like a gun,” he said.",
        "Shopkeepers in Pellow complained of dust and noise. Mira Sand, who sells bread there, counted 340 lorries "
        "before noon and said that her windows shook each time one of them took the corner by the church.",
        "The county will publish a report next week. Repairs may cost as much as $4 million, according to a first "
        "estimate, which Ms Holloway called careful.",
        "Until then, drivers are asked to go around by Pellow.",
    ),
    "The Marlow Bridge seen from the toll house on Tuesday.",
    "Lorries wait on the road to Pellow.",
)
TEACHERS = Story(
    "Teachers march on statehouse as budget vote nears",
    ("Ruth Abanov", "Leo Marsh"),
    date(2019, 11, 19),
    (
        "Thousands of teachers in red shirts filled the lawn of the statehouse in Corvane on Tuesday, hours before "
        "lawmakers were to vote on a budget that leaves the pay of schools where it was ten years ago.",
        "Governor Mary Sample did not meet them. In a letter, she said the state had raised pay in April and would do "
        "so again when it could.",
        "> We teach thirty-four children in a room that was made for twenty. That is the whole of my speech.",
        "The words are those of Dara Finch, who teaches sums in the town of Elm Ferry and came by bus with her sister.",
        "More than 140 of the 290 districts closed their schools for the day. In some, parents cooked lunch for those "
        "who could not stay at home.",
        "The unions want three things:",
        "- a rise of 6% for all who teach",
        "- no more than 26 children in a class",
        "- a nurse in every school by 2022",
        "Senator Paul Ottery, who heads the committee that writes the budget, said the first alone would cost "
        "$310 million a year. “I would like to see the tree that it grows on,” he said.",
        "A study by Corvane University in 2018 found that one in five teachers left within three years.",
        "The vote is expected late on Tuesday night.",
    ),
    "Teachers on the lawn of the statehouse in Corvane.",
    "Dara Finch, right, with her sister on the bus.",
)
FERRY = Story(
    "Ferry firm Okolin fined for dumping oil off Sard islands",
    ("Jonas Tremm",),
    date(2016, 8, 30),
    (
        "A court in Port Vale fined the ferry company Okolin 2.3 million crowns on Tuesday for letting oil into the "
        "sea off the Sard islands for four years.",
        "Judge Irena Kosk said the company had known since 2012 that a valve of the Maria Sard leaked, and had painted "
        "over the mark that showed how much.",
        "Okolin said it would appeal.",
        "Three fishermen had brought the case. One of them, Tom Adler, kept a diary of slicks with the day, the hour "
        "and the wind of each. The court read eleven pages of it aloud in June.",
        "“I wrote it for my son,” Adler said outside the court. “I did not think that anyone else would read it.”",
        "The islands live on lobster. Catches fell by a third between 2012 and 2015, according to the fisheries board, "
        "which did not say why.",
        "## A valve and a coat of paint",
        "The leak came to light by chance. In October 2015 a diver who was looking for a lost anchor swam into a cloud "
        "of oil under the ship, and filmed it.",
        "The film was shown in court. It lasts for nineteen seconds.",
        "Okolin has until September 30 to pay. Its shares fell by 4% on the exchange in Port Vale.",
    ),
    "The Maria Sard in the harbour of Port Vale in 2014.",
    "Tom Adler with his diary.",
)
HARVEST = Story(
    "Why the apple growers of Lenn are cutting down their oldest trees",
    ("Sofia de la Cruz",),
    date(2023, 10, 12),
    (
        "On a slope above Lenn, Karel Bost walks from trunk to trunk with a can of white paint. The trees that get a "
        "stripe will be gone by November.",
        "His grandfather planted them in 1948. They bear small, sour apples that were pressed for cider, and nobody "
        "has bought them for two years.",
        "How bad is it?",
        "Bad, says Bost. He got 4 cents for a kilo last autumn, and picking it cost him 9.",
        "What would he plant instead?",
        "Cherries, perhaps. Or nothing at all. A firm from the city has offered to put solar panels on the slope.",
        "Lenn had 61 growers when the valley's press closed in 2009. There are 17 today, and the youngest is 52.",
        "The agriculture ministry pays for each old tree that is kept, but only where there are at least ten on an "
        "acre. “They counted mine and found nine,” Bost says, and laughs.",
        "The chef Ines Aldo of Tarrow, who cooks with the sour apples, has asked her guests to adopt a tree. So far 26 "
        "have found somebody.",
        "When the paint is dry, Bost sits down under one that has no stripe. It is the oldest of all.",
    ),
    "Karel Bost in his orchard above Lenn.",
    "Sour apples of the kind called Lenn Rust.",
)
STORIES = (BRIDGE, TEACHERS, FERRY, HARVEST)
