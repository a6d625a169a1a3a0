"""Who said what: quotations in marks and in other words, each with the words that name its speaker."""

from time import process_time

import pytest

from tui.analysis.document import segment
from tui.analysis.model import QuoteKind
from tui.analysis.pipeline import analyse
from tui.analysis.quotes.quotes import find_quotes
from tui.text.article import Article
from tui.text.formats.plain import plain_article

CASES = [
    # text, [(speaker, words), ...]
    ("“The bridge is safe,” the mayor said.", [("the mayor", "“The bridge is safe,”")]),
    ("“The bridge is safe,” said Ada Lund, the mayor of Porto.", [("Ada Lund", "“The bridge is safe,”")]),
    ("The mayor said: “The bridge is safe.”", [("The mayor", "“The bridge is safe.”")]),
    (
        "“The bridge,” Lund told Radio One, “is safe. Go home.” Then she left.",
        [("Lund", "“The bridge,” … “is safe. Go home.”")],
    ),
    (
        "“The bridge is safe,” Lund said on Monday. “It was mended in May.”",
        [("Lund", "“The bridge is safe,” … “It was mended in May.”")],
    ),
    ("“Why now?” Lund asked. “Nobody knows.”", [("Lund", "“Why now?” … “Nobody knows.”")]),
    (
        "“We are late,” Bo Ek, who mended the bridge, a man of few words, said.",
        [("Bo Ek, who mended the bridge, a man of few words", "“We are late,”")],
    ),
    ("“It rained,” he said of the day that ended the drought.", [("he", "“It rained,”")]),
    (
        "“We shall rebuild,” Lund said.\n\n“We shall not wait.”",
        [("Lund", "“We shall rebuild,” … “We shall not wait.”")],
    ),
    (
        "Lund said: “We shall rebuild.\n\n“We shall not wait.”\n\nIt rained.",
        [("Lund", "“We shall rebuild. … “We shall not wait.”")],
    ),
    ("Then Lund wrote:\n\n“We shall not wait for the council.”", [("Lund", "“We shall not wait for the council.”")]),
    ("“We shall not wait for the council.” ― Ada Lund", [("Ada Lund", "“We shall not wait for the council.”")]),
    (
        "LUND: We shall not wait.\n\nBERG: The council must vote first.",
        [("LUND", "We shall not wait."), ("BERG", "The council must vote first.")],
    ),
    ("The mayor said the bridge was safe.", [("The mayor", "the bridge was safe")]),
    ("The bridge was safe, the mayor said on Monday.", [("the mayor", "The bridge was safe")]),
    (
        "The bridge, the mayor said, was mended in May.",
        [("the mayor", "The bridge … was mended in May")],
    ),
    ("According to the harbour office, the ferry sank at noon.", [("the harbour office", "the ferry sank at noon")]),
    ("The ferry sank at noon, according to the harbour office.", [("the harbour office", "The ferry sank at noon")]),
    ("The report warned that the dam could break.", [("The report", "that the dam could break")]),
    ("A study, which nobody had read, found that ice melts.", [("A study, which nobody had read", "that ice melts")]),
    (
        "The owner wrote to them and vowed to rebuild the mill.",
        [("The owner", "to rebuild the mill")],
    ),
    (
        "More recently, a report by the harbour office (HO), said the quay was sinking.",
        [("a report by the harbour office", "the quay was sinking")],
    ),
    (
        "Lund praised the divers, adding that nobody was hurt.",
        [("Lund", "the divers"), ("Lund", "that nobody was hurt")],
    ),
    ("The council called the plan “a sad waste of money”.", [("The council", "“a sad waste of money”")]),
    ("The film has footage of Ada Lund saying, “We shall go on.”", [("Ada Lund", "“We shall go on.”")]),
    ("“We are late,” said Bo Ek later.", [("Bo Ek", "“We are late,”")]),
    (
        "The mayor warns the gang “has become a mainly secret network,” since the fall of the town in May.",
        [("The mayor", "the gang “has become a mainly secret network,”")],
    ),
    (
        "The mayor said it is “late,” since the town “fell in May.”",
        [("The mayor", "it is “late,” since the town “fell in May.”")],
    ),
    ("''I like it,'' Bo Ek, an economist, told me this week.", [("Bo Ek, an economist", "''I like it,''")]),
    ("“I like it,” Bo Ek, an economist, told The Times.", [("Bo Ek, an economist", "“I like it,”")]),
    (
        "While his aides have suggested the plan was late, the mayor was in no hurry.",
        [("his aides", "the plan was late")],
    ),
    ("With leaders worried about the storm, they left.", [("leaders", "the storm")]),
    ("As Lund said, “it was late.”", [("Lund", "“it was late.”")]),
    ("Acme just this month announced that it would close.", [("Acme", "that it would close")]),
    ("Lund did not respond to the messages.", []),
    ("The figures from 1995 showed that it was late.", [("The figures from 1995", "that it was late")]),
    ("The self-declared heir owned many reports.", []),
    ("On the programme “Face to Face”, nobody spoke.", []),
    ("He read the claims in the paper and left.", []),
]


def article_of(text: str) -> Article:
    return plain_article(text, source="a.txt", furniture=False, exact=True)


def said(text: str) -> list[tuple[str, str]]:
    quotes = find_quotes(segment(article_of(text)), ())
    return [
        (
            text[slice(*quote.speaker)] if quote.speaker else "",
            " … ".join(text[slice(*span)] for span in quote.content),
        )
        for quote in quotes
    ]


@pytest.mark.parametrize(
    "text", ["Rates fell 25 basis points to 4.5 per cent.", "Inflation points to 3 per cent."], ids=["basis", "points"]
)
def test_points_that_are_counted_say_nothing(text: str) -> None:
    assert said(text) == []


@pytest.mark.parametrize(("text", "found"), CASES)
def test_who_said_what(text: str, found: list[tuple[str, str]]) -> None:
    assert said(text) == found


def test_quotes_belong_to_those_whom_the_text_names() -> None:
    text = (
        "Ada Lund met Peter Berg of Acme Corp. in Porto on Monday. “The bridge is safe,” said the mayor, Ada Lund.\n\n"
        "“It was mended in May,” she added. A man in the crowd said it was not.\n\n"
        "Mr. Berg said he had paid for it. Acme Corp. announced that it would pay again.\n\n"
        "“Nobody else would have,” he told the council."
    )
    analysis = analyse(article_of(text))
    owners = [quote.entity for quote in analysis.quotes]
    names = ["" if owner is None else analysis.entities[owner].name for owner in owners]
    assert names == ["Ada Lund", "Ada Lund", "", "Peter Berg", "Acme Corp.", "Peter Berg"]
    assert [quote.kind for quote in analysis.quotes] == [
        QuoteKind.DIRECT,
        QuoteKind.DIRECT,
        QuoteKind.INDIRECT,
        QuoteKind.INDIRECT,
        QuoteKind.INDIRECT,
        QuoteKind.DIRECT,
    ]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Bob Corker wrote in a letter to Secretary Peter Berg on Monday. “We are worried,” he said.", ["Bob Corker"]),
        ("Bob Corker wrote to former mayor Peter Berg. “We are worried,” he said.", ["Bob Corker"]),
        ("“It is not over,” the U.S. envoy for Syria, Ambassador James Jeffery, said in March.", ["James Jeffery"]),
        ("“It is not over,” a spokesman, Bo Ek, said in March.", ["Bo Ek"]),
        ("Lund was asked by the Senate committee over his bank’s handling. The bank said it was late.", [""]),
        ("Ada Lund, a former senator, came to Bonn. The senator said it was late.", ["Ada Lund"]),
        ("The ship was sold to Ocean Ltd. John Smith said it was late.", ["John Smith"]),
    ],
)
def test_whoever_is_named_beside_does_not_speak(text: str, names: list[str]) -> None:
    analysis = analyse(article_of(text))
    owners = [quote.entity for quote in analysis.quotes]
    assert ["" if owner is None else analysis.entities[owner].name for owner in owners] == names


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("“We go,” said Bo Ek.", QuoteKind.DIRECT),
        ("''We go,'' said Bo Ek.", QuoteKind.DIRECT),
        ("‘We go,’ said Bo Ek.", QuoteKind.DIRECT),
        ("”We go home today.” ― Bo Ek", QuoteKind.DIRECT),
        ("Bo Ek said: “We go home today.\n\n“And we stay there.”", QuoteKind.DIRECT),
        ("Bo Ek said it was “very late” for them.", QuoteKind.MIXED),
        ("Bo Ek warned of “a very long” winter.", QuoteKind.MIXED),
        ("Bo Ek said it was ''very late'' for them.", QuoteKind.MIXED),
        ("Bo Ek said it wasn't late for the town's men.", QuoteKind.INDIRECT),
    ],
)
def test_how_much_of_it_stands_in_marks(text: str, kind: QuoteKind) -> None:
    assert [quote.kind for quote in find_quotes(segment(article_of(text)), ())] == [kind]


def test_a_stray_mark_costs_no_more_than_its_paragraph() -> None:
    whole = "“It is late,” Lund said.\n\nHe opened “ the door, and nothing closed it.\n\n“We go,” Ek said."
    assert said(whole) == [("Lund", "“It is late,”"), ("Ek", "“We go,”")]


@pytest.mark.parametrize(
    "piece", ["“", '"', "'", "“a ", '"a ', "‘a ", "a” ", "“a b” ", "he said ", "he said “no” ", "“Go on.\n\n", "), "]
)
def test_hostile_texts_cost_in_proportion_to_their_length(piece: str) -> None:
    few, many = segment(article_of(piece * 6_000)), segment(article_of(piece * 24_000))
    times = []
    for document in (few, many):
        began = process_time()
        find_quotes(document, ())
        times.append(process_time() - began)
    assert times[1] < 10 * times[0] + 0.5  # four times as long; a square would be sixteen


def test_a_hundred_thousand_marks_are_read() -> None:
    began = process_time()
    for mark in "“”\"'‘’«»„":
        find_quotes(segment(article_of(f"{mark} a" * 11_000)), ())
    assert process_time() - began < 30


@pytest.mark.parametrize(
    ("text", "names"),
    [
        # a title in a sentence that names somebody else too
        ("Ms. Lund told Bo Ek that it rained. He said it snowed.", ["Lund", "Bo Ek"]),
        ("Spokeswoman Ada Lund said it rained. He said it snowed.", ["Ada Lund", ""]),
        # the sentence behind the one that names her
        ("Ada Lund came to Oslo. She was late. Ada Lund said it rained.\n\nHe said it snowed.", ["Ada Lund", ""]),
    ],
)
def test_a_pronoun_of_the_other_gender_is_not_her(text: str, names: list[str]) -> None:
    analysis = analyse(plain_article(text, "a.txt"))
    found = [analysis.entities[one.entity].name if one.entity is not None else "" for one in analysis.quotes]
    assert [name.removeprefix("Ms. ") for name in found] == names


def test_nobody_is_he_and_she() -> None:
    text = "Lee came to Oslo. “It rains,” she said. “It snows,” she said. “It is late,” he said.\n\nNobody left."
    analysis = analyse(plain_article(text, "a.txt"))
    found = {analysis.entities[one.entity].name if one.entity is not None else "" for one in analysis.quotes[2:]}
    assert found <= {""}
