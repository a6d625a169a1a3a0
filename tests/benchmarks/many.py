"""Short articles by the thousand, always the same: `python -m tests.benchmarks.many FOLDER COUNT`"""

import random
import sys
from datetime import date, timedelta
from pathlib import Path


def _words(text: str) -> list[str]:
    return text.split()


FIRST = _words("""Anna Osama Grace Peter Lucia Ivan Mei Omar Karen Tomas Aisha Erik Rosa Samuel Hana Viktor""")
BEGINNING = _words("""Ra Ber Oka Lind Mo Pet Had No Sil Tana We Ade Lar Cos Fo Quin""")
MIDDLE = _words("""b g f q r v d k l m n s t ll nn rs""")
END = _words("""ie erg or ist eno ov ad ak va aka er emi en ta ox by""")
PLACES = _words("Cairo Suez Rotterdam Singapore Genoa Lagos Hamburg Valparaiso Mumbai Odessa Tampico Bergen")
COMPANIES = _words("""Evergrand Shoei Maersund Corvin Baltica Helvex Norsund Ostara Pelagos Quillon""")
SOURCES = ("Reuters", "AP", "BBC News", "The Guardian", "El País", "Le Monde", "Al Jazeera", "The Harbour Post")
NOUNS = _words("""
ship canal pilot tug crew port court inquiry minister strike contract engine storm delay cargo toll insurer
owner harbour company worker union budget vote treaty tariff bridge tunnel report price fuel grain oil
container delegation hospital school election parliament committee investigator witness judge fine
""")
VERBS = _words("""
blamed delayed cleared rejected signed reported inspected raised lowered closed opened warned released
questioned praised repaired ordered cancelled reviewed approved
""")
EXTRA = _words("""quickly again reluctantly late early jointly openly twice formally quietly""")
WEEKDAYS = _words("""Monday Tuesday Wednesday Thursday Friday Saturday Sunday""")


def write_articles(folder: Path, count: int) -> None:
    """So many articles of about 180 words: names, dates, a title, a source and a day."""
    folder.mkdir(parents=True, exist_ok=True)
    for number in range(count):
        suffix, text = _article(number)
        (folder / f"{number:06}.{suffix}").write_text(text, encoding="utf-8")


def _article(number: int) -> tuple[str, str]:
    rnd = random.Random(number)
    day = date(2015, 1, 1) + timedelta(days=rnd.randrange(2200))
    source, place = rnd.choice(SOURCES), rnd.choice(PLACES)
    title = (
        f"{rnd.choice(NOUNS)} {rnd.choice(NOUNS)} {rnd.choice(VERBS)} over {rnd.choice(NOUNS)} in {place}".capitalize()
    )
    names = [f"{rnd.choice(FIRST)} {''.join(map(rnd.choice, (BEGINNING, MIDDLE, END)))}" for _ in range(3)]
    paragraphs = []
    for _ in range(5):
        sentences = []
        for _ in range(3):
            who = rnd.choice([*names, rnd.choice(COMPANIES), f"The {rnd.choice(NOUNS)} {rnd.choice(NOUNS)}"])
            when = rnd.choice((f"on {rnd.choice(WEEKDAYS)}", f"in {day.year - rnd.randrange(9)}", rnd.choice(EXTRA)))
            what = f"the {rnd.choice(NOUNS)} of {rnd.choice(PLACES)}"
            sentences.append(f"{who} {rnd.choice(VERBS)} {what} {when}, the {rnd.choice(NOUNS)} said.")
        paragraphs.append(" ".join(sentences))
    body = "\n\n".join(paragraphs)
    if number % 2:
        return "md", f"---\ntitle: {title}\ndate: {day}\npublisher: {source}\nauthor: {names[0]}\n---\n\n{body}\n"
    return "txt", f"{title}\n\nBy {names[0]}\n\n{day:%B} {day.day}, {day.year}\n\n{place.upper()} ({source}) - {body}\n"


if __name__ == "__main__":
    write_articles(Path(sys.argv[1]), int(sys.argv[2]))
