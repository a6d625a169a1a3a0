"""Texts in which the same sentences stand again and again: live blogs, bulletins, court lists, interviews."""

from collections.abc import Callable
from random import Random
from typing import NamedTuple

Entry = Callable[[Random], str]


class Kind(NamedTuple):
    """A kind of templated text: how one entry of it is made, and how many there are."""

    entry: Entry
    fewest: int
    most: int

    def text(self, random: Random) -> str:
        return "\n\n".join(
            ["Latest", *(self.entry(random) for _ in range(random.randint(self.fewest, self.most))), "The end."]
        )


PLACES = ("market", "bridge", "old town", "station", "mill", "harbour", "school", "town hall")
ACTS = ("Shells fell on", "Smoke rose over", "Shots were heard near", "The army has left", "People gathered at")
SOURCES = ("residents said", "a spokesman of the army said", "the governor said", "officials said", "witnesses said")
CLAIMS = (
    "Reuters could not immediately verify the report.",
    "Reuters could not independently confirm this.",
    "There was no immediate comment from the ministry.",
    "",
)
ROADS = ("coast", "north", "airport", "lake", "border", "valley")
STATES = ("closed", "open again", "open to buses only", "under water")
SKIES = ("Sunny spells and a light wind.", "Rain from noon.", "Fog in the morning.", "Cloudy, later showers.")
REGIONS = ("North", "South", "Coast", "Hills", "Islands")
PEOPLE = ("Holm", "Lund", "Berg", "Dahl", "Vik", "Falk", "Moe", "Lie")
CHARGES = ("theft", "assault", "fraud", "speeding", "criminal damage")
RULINGS = ("Adjourned for reports.", "Bail was refused.", "He pleaded not guilty.", "No plea was entered.", "Fined.")
QUESTIONS = (
    "Were you afraid?",
    "What happened then?",
    "Why did you go?",
    "And today?",
    "What would you say to the people who stayed behind?",
)
ANSWERS = (
    "No.",
    "Yes, of course.",
    "I do not remember.",
    "We waited for the morning and then we walked.",
    "Because nobody else would have done it.",
    "You learn to live with it.",
)
TEAMS = ("Aldern", "Brink", "Corve", "Dunmore")
PLAYS = ("wins a corner", "is shown a yellow card", "shoots wide", "replaces a team-mate", "commits a foul")


def live_blog(random: Random) -> str:
    hour = f"{random.randint(6, 22):02}:{random.choice((0, 5, 10, 20, 40)):02}"
    first = f"{random.choice(ACTS)} the {random.choice(PLACES)}, {random.choice(SOURCES)}."
    return " ".join(filter(None, (hour, first, random.choice(CLAIMS), random.choice(CLAIMS[2:]))))


def blog_without_hours(random: Random) -> str:
    first = f"{random.choice(ACTS)} the {random.choice(PLACES)}, {random.choice(SOURCES)}."
    return " ".join(filter(None, (first, random.choice(CLAIMS))))


def claims_alone(random: Random) -> str:
    """The claim is a paragraph of its own."""
    return f"{random.choice(ACTS)} the {random.choice(PLACES)}.\n\n{random.choice(CLAIMS[:3])}"


def bulletin(random: Random) -> str:
    roads = " ".join(f"The road to the {random.choice(ROADS)} is {random.choice(STATES)}." for _ in range(2))
    return f"{random.choice(REGIONS)}\n\nWeather\n\n{random.choice(SKIES)}\n\nRoads\n\n{roads}"


def list_of_roads(random: Random) -> str:
    return f"The road to the {random.choice(ROADS)} is {random.choice(STATES)}, police said."


def court_list(random: Random) -> str:
    head = f"{random.choice(PEOPLE)} v {random.choice(PEOPLE)}, charged with {random.choice(CHARGES)}."
    return f"{head} {random.choice(RULINGS)} Next hearing: {random.randint(1, 28)} May."


def cases_in_rows(random: Random) -> str:
    return (
        f"Case {random.randint(100, 199)}: {random.choice(CHARGES)}. {random.choice(RULINGS)} {random.choice(RULINGS)}"
    )


def interview(random: Random) -> str:
    return f"{random.choice(QUESTIONS)}\n\n{random.choice(ANSWERS)} {random.choice(ANSWERS)}"


def ticker(random: Random) -> str:
    team, other = random.sample(TEAMS, 2)
    return f"{random.randint(1, 90)}' {random.choice(PEOPLE)} ({team}) {random.choice(PLAYS)}. {team} 0, {other} 0."


KINDS: dict[str, Kind] = {
    "live blog": Kind(live_blog, 4, 16),
    "blog without hours": Kind(blog_without_hours, 4, 16),
    "claims alone": Kind(claims_alone, 3, 12),
    "bulletin": Kind(bulletin, 2, 6),
    "list of roads": Kind(list_of_roads, 3, 14),
    "court list": Kind(court_list, 4, 16),
    "cases in rows": Kind(cases_in_rows, 4, 16),
    "interview": Kind(interview, 4, 14),
    "ticker": Kind(ticker, 5, 25),
}
