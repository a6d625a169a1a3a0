"""However a word is written, it is folded to what a plain keyboard writes."""

import sys
import time
import tracemalloc
import unicodedata
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.text.folding import Folded, fold, fold_but_case
from tui.text.plain_letters import PLAIN

# Letters, marks and signs of every kind that is folded, and some that are not.
LETTERS = (
    "ab B1é\u0301\u0323ﬁﬃßÆŁøıİςΣ½²…‥№ \n\t\xa0\u2009\u3000\xad\u200b\ufeff\ufe0f-—‑−'’«″"
    "゚ﾊﾟハパ한\u1112\u1161\u11ab\u0915\u093c\u094dÅ\ud800𝐛＂"
)
TEXTS = st.text(st.sampled_from(LETTERS), max_size=40) | st.text(max_size=40)


@pytest.mark.parametrize(
    ("written", "typed"),
    [
        (
            "Łódź Søren Đurđević İstanbul Diyarbakır Straße STRAẞE",
            "lodz soren durdevic istanbul diyarbakir strasse strasse",
        ),
        ("Œuvre Ægir Þór Ħamrun ƙasa Ɓauchi Ŋ", "oeuvre aegir thor hamrun kasa bauchi n"),
        ("cafe\u0301 Nguyễn Nguye\u0302\u0303n Ångström", "cafe nguyen nguyen angstrom"),
        ("oﬃce ﬁnance ĳ ﬆ", "office finance ij st"),
        ("COVID‑19 co‐op 3—4 −5 a―b c⸺d", "covid-19 co-op 3-4 -5 a-b c-d"),
        ("“It’s” ‘old’ «port» ‹x› „low“ 5′ 6″ ʼn´ It`s", "\"it's\" 'old' \"port\" 'x' \"low\" 5' 6\" 'n' it's"),
        ("wait… m² CO₂ № 7 ½ ①", "wait... m2 co2 no 7 1/2 1"),
        ("Ｆｕｌｌ　ＷＩＤＴＨ－＂＇ 𝐛𝐨𝐥𝐝", "full width-\"' bold"),
        ("10\xa0000 5\u202f000 1\u2009200\u2003x\t\r\n\u2028y", "10 000 5 000 1 200 x y"),
        ("soft\xadhy\xadphen zero\u200bwidth \ufeffw\u2060j ❤\ufe0f", "softhyphen zerowidth wj ❤"),
        ("Αθήνας ΑΘΗΝΑΣ Ёлка Київ", "αθηνασ αθηνασ елка киів"),
        ("한국 \u1112\u1161\u11ab\u1100\u116e\u11a8 パリ ﾊﾟﾘ ハ\u309aリ", "한국 한국 パリ パリ パリ"),
        ("שָׁלוֹם مُحَمَّد", "שלום محمد"),
        ("¨ ` ≠", "¨ ' ≠"),
    ],
)
def test_what_a_plain_keyboard_writes(written: str, typed: str) -> None:
    assert fold(written) == typed
    assert Folded(written).plain == f" {typed} "


@pytest.mark.parametrize(("one", "other"), [("ハ", "パ"), ("か", "が"), ("=", "≠"), ("क", "क\u093c"), ("кит", "кот")])
def test_what_stays_different(one: str, other: str) -> None:
    assert fold(one) != fold(other)


def test_every_character_is_folded_once_and_for_all() -> None:
    for point in range(sys.maxunicode + 1):
        plain = PLAIN[point]
        assert all(len(letter.casefold()) == 1 for letter in plain), hex(point)
        if plain == chr(point) and not unicodedata.decomposition(plain):
            continue
        assert unicodedata.normalize("NFC", plain) == plain, hex(point)
        assert fold(fold(chr(point))) == fold(chr(point)), hex(point)
        assert fold(unicodedata.normalize("NFD", chr(point))) == fold(chr(point)), hex(point)


@given(TEXTS)
def test_a_long_text_is_folded_as_a_short_one(text: str) -> None:
    folded = Folded(text)
    assert folded.cased == fold_but_case(f" {text} ")
    assert folded.plain == fold(f" {text} ")
    assert len(folded.plain) == len(folded.cased)


@given(TEXTS)
def test_every_character_leads_back_to_where_it_came_from(text: str) -> None:
    folded = Folded(text)
    places = [place for place, letter in enumerate(folded.cased) if letter != " "]
    spans = list(folded.unfolded(places, [place + 1 for place in places]))
    assert spans == sorted(spans)
    for place, span in zip(places, spans, strict=True):
        assert 0 <= span.start < span.end <= len(text)
        assert folded.cased[place] in fold_but_case(text[span.start : span.end])


HOSTILE = [
    "a  b  ",
    "ﬁ",
    "e\u0301",
    "a\u0301\u0323\u093c\u094d",
    "\u1112\u1161\u11ab",
    "\xad",
    " \n",
    "…½",
    "Ế",
    "𝐛\u200b",
]


@pytest.mark.parametrize("piece", HOSTILE)
def test_folding_takes_time_as_the_text_is_long(piece: str) -> None:
    def seconds(length: int) -> float:
        text = piece * (length // len(piece))
        return min(_timed(text) for _ in range(3))

    seconds(1000)
    assert seconds(200_000) < 3 * seconds(100_000) + 0.02


def _timed(text: str) -> float:
    began = time.process_time()
    Folded(text).plain  # noqa: B018
    return time.process_time() - began


def test_twenty_thousand_marks_on_one_letter() -> None:
    assert fold("a" + "\u0301\u0323" * 20_000 + "b") == "ab"
    assert len(fold("\u0915" + "\u093c\u094d" * 20_000)) > 20_000


def test_a_book_costs_twice_its_size_at_most() -> None:
    samples = Path(__file__).parents[2] / "sample_articles"
    text = "\n\n".join(path.read_text(encoding="utf-8") for path in sorted(samples.glob("*.md")))
    for book in (text * 20, text.encode("ascii", "ignore").decode() * 20):
        tracemalloc.start()
        folded = Folded(book)
        folded.plain  # noqa: B018
        held, _ = tracemalloc.get_traced_memory()
        tracemalloc.stop()
        assert held < 2.2 * sys.getsizeof(book)
