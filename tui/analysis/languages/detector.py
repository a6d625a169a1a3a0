"""The sentences of a text become the name of the language they look like, or "" for English."""

import re
import unicodedata
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from tui.analysis.document import Document

TABLE = files("tui.analysis") / "resources" / "languages.txt"
ENGLISH = "English"
QUOTED = re.compile(r"“[^”\n]{1,2000}”|„[^“”\n]{1,2000}[“”]|«[^»\n]{1,2000}»|\"[^\"\n]{1,2000}\"")
WORD = re.compile(r"[^\W\d_]+")
MOST_LETTERS = 12_000  # of the text are looked at: its beginning
FEWEST_WORDS = 8  # fewer say nothing: a heading, a list of scores
ENOUGH_ALONE = 30  # words outside of quotation marks from which these alone are looked at
SHOWS = 0.15  # share of small words from which a language shows
PLAIN = 0.25  # share of small words of English from which nothing else is looked for
FEWEST_SMALL = 4  # different small words: "WAR" alone is German, and a figure of baseball
CLEARER = 1.4  # times what English shows
PART = 0.2  # weight of a word by its letters, where a small word has 1
KANA = 0.05  # share of kana from which Han characters are Japanese
OWN_SCRIPT = {"HANGUL": "Korean", "ARABIC": "Arabic", "HEBREW": "Hebrew", "DEVANAGARI": "Hindi", "THAI": "Thai"}
FOREIGN_SCRIPT = 0.5  # share of letters that are not Latin from which their script decides
BY_WORDS = {"CYRILLIC": ("Russian", "Ukrainian", "Bulgarian"), "GREEK": ("Greek",)}


@dataclass(frozen=True, slots=True)
class Language:
    """What shows a language: small words, and groups of letters as one pattern."""

    words: frozenset[str]
    parts: re.Pattern[str]
    nouns: frozenset[str]  # with a capital and no names, where all nouns have one; else empty


def language_of(document: Document) -> str:
    """The language that a document looks like, as "German"; "" for English, and where nothing else shows.

    English with quotations in another language is English: what stands in quotation marks is left out, unless there
    is hardly anything else."""
    text = _beginning(document)
    unquoted = QUOTED.sub(" ", text)
    words = WORD.findall(unquoted.lower())
    if len(words) < ENOUGH_ALONE and _scripts(unquoted).total() < 2 * ENOUGH_ALONE:
        unquoted, words = text, WORD.findall(text.lower())
    scripts = _scripts(unquoted)
    letters = scripts.total()
    if not letters:
        return ""
    foreign = Counter({script: count for script, count in scripts.items() if script != "LATIN"})
    if foreign.total() > FOREIGN_SCRIPT * letters:
        return _by_script(foreign, words)
    if len(words) < FEWEST_WORDS:
        return ""
    return _by_words(words)


def _beginning(document: Document) -> str:
    pieces, length = [], 0
    for sentence in document.sentences:
        pieces.append(document.article.text[slice(*sentence.span)])
        length += len(pieces[-1])
        if length > MOST_LETTERS:
            break
    return "\n".join(pieces)


def _scripts(text: str) -> Counter[str]:
    """How many letters are of each script."""
    found: Counter[str] = Counter()
    for letter, count in Counter(text).items():
        if letter.isalpha():
            found[unicodedata.name(letter, "?").split()[0].split("-")[0]] += count
    return found


def _by_script(scripts: Mapping[str, int], words: list[str]) -> str:
    kana = scripts.get("HIRAGANA", 0) + scripts.get("KATAKANA", 0)
    han = scripts.get("CJK", 0)
    script = max(scripts, key=lambda script: scripts[script])
    if script in ("CJK", "HIRAGANA", "KATAKANA"):
        return "Japanese" if kana > KANA * (kana + han) else "Chinese"
    if script in BY_WORDS:
        shown = _shown(words)
        return max(BY_WORDS[script], key=lambda language: shown[language])
    return OWN_SCRIPT.get(script, "")


def _by_words(words: list[str]) -> str:
    if sum(word in languages()[ENGLISH].words for word in words) > PLAIN * len(words):
        return ""
    shown = _shown(words)
    language = max(shown, key=lambda language: shown[language])
    clear = shown[language] > max(SHOWS * len(words), CLEARER * shown[ENGLISH])
    varied = len(languages()[language].words.intersection(words)) >= FEWEST_SMALL
    return language if clear and varied and language != ENGLISH else ""


def _shown(words: list[str]) -> dict[str, float]:
    """How much each language shows: a word that is small in several counts for each of them in part."""
    shown = dict.fromkeys(languages(), 0.0)
    for word, count in Counter(words).items():
        small = [name for name, language in languages().items() if word in language.words]
        for name in small:
            shown[name] += count / len(small) ** 0.5
        if not small:
            for name, language in languages().items():
                if language.parts.search(word):
                    shown[name] += PART * count
    return shown


@cache
def languages() -> dict[str, Language]:
    """What shows each language, by its name."""
    table = {}
    for line in TABLE.read_text("utf-8").splitlines():
        if line and not line.startswith("#"):
            name, words, parts, nouns = (*line.split("\t"), "", "")[:4]
            pattern = re.compile("|".join(parts.split()) or "(?!)")
            table[name] = Language(frozenset(words.split()), pattern, frozenset(nouns.split()))
    return table
