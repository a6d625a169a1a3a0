"""A Sentence becomes clauses: stretches with a verb of their own, so that a date finds the event it belongs to."""

from bisect import bisect_left
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from tui.analysis.document import Sentence, Token
from tui.analysis.events.clause_words import words
from tui.analysis.events.verbs import SAYING, Tense, is_verb, tense_at
from tui.text.span import Span

RELATIVE = words("relative")
SUBORDINATE = words("subordinate")
COORDINATE = words("coordinate")
BEGIN_SUBJECTS = words("pronoun") | words("determiner")
BEFORE_RELATIVES = words("preposition") | {"during", "through", "without"}
MEASURES = words("measure")
PARTICIPLES = frozenset({"born", "known", "built", "led", "killed", "held", "made", "shot"})
OPENERS = frozenset({"(", "—", "–", "--", "_", "“", "«", "„", '"'})  # a clause may begin with them ...
QUOTES = frozenset({"“", "«", "„", '"', "``", "‘"})
MARKS = frozenset({'"', "“", "”"})
CLOSERS = frozenset({")", ";", ":", "”", "»"})  # ... or after them
SUBJECT_REACH = 7  # tokens a subject may take before its verb
SAYING_REACH = 9  # tokens between a verb of saying and its "that"
LEADING = frozenset({"on", "in", "at", "by", "over", "during", "early", "late", "later", "just", "only", "then", ","})
DETERMINERS = words("determiner")
NO_SUBJECT_BEHIND = BEFORE_RELATIVES | DETERMINERS
SHARES = frozenset(
    {"much", "many", "most", "some", "all", "both", "none", "half", "one", "two", "three", "few", "several"}
)
WELL = frozenset({"well"})  # "may as well have been": no clause begins there
TELLING = frozenset({"told", "tells", "tell", "telling"})  # whom it is told stands between them and what is told
DASHES = frozenset({"—", "–", "--", "-"})
HEADING = frozenset({":", "—", "–", "--", "-"})  # behind the date of an entry: "6 Jan: Two bombs hit ..."
ADVERBS = frozenset({"since", "once"})  # behind an auxiliary: "has since grown", "may once have been"
AUXILIARIES = words("auxiliary") | words("modal")
BEFORE_WHETHER = BEFORE_RELATIVES | {"to"}


class Clause(NamedTuple):
    """Tokens `first` to `last` (half-open) of a sentence; a clause inside it (", who was 30,") has its own entry."""

    span: Span
    first: int
    last: int
    verb: int | None  # index of its first finite verb
    reporting: bool  # the verb says that somebody said something
    tense: Tense
    relative: bool  # begins with who, which, ... or a participle: its subject is the name before it
    subordinate: bool  # begins with when, after, because, ... or is relative
    quoted: bool  # begins with a quotation mark


@dataclass(slots=True)
class _Piece:
    first: int
    last: int
    verbs: list[int]
    inner: bool  # hangs on the name before it, or stands in brackets
    bare: bool  # begins with a verb
    subordinate: bool
    coordinate: bool  # begins with and, but, ...
    parted: bool  # by a semicolon from what stands before it, or an entry of a chronicle


def find_clauses(sentence: Sentence, times: Sequence[Span] = ()) -> tuple[Clause, ...]:
    """The clauses of a sentence in order of their start, never none; no clause begins inside one of `times`."""
    tokens = sentence.tokens
    verbs = [is_verb(tokens, index) for index in range(len(tokens))]
    held = {token.span.start for token in tokens for time in times if time.start < token.span.start < time.end}
    dated = _dated(tokens, times)
    heads = _heads(tokens, dated)
    below = {place for index in heads for place in (dated[index], dated[index] + 1)}  # still the date of an entry
    starts = [0]
    for index in range(1, len(tokens)):
        if tokens[index].span.start in held or index in below:
            continue
        if index in heads or _cuts(tokens, verbs, starts[-1], index, dated):
            starts.append(index)
    pieces = [
        _Piece(
            first,
            last,
            [i for i in range(first, last) if verbs[i]],
            _is_inner(tokens, verbs, first) or _is_aside(tokens, verbs, first, last),
            verbs[first],
            _is_subordinate(tokens, verbs, first),
            tokens[first].text.lower() in COORDINATE,
            first in heads or (first > 0 and tokens[first - 1].text == ";"),
        )
        for first, last in zip(starts, [*starts[1:], len(tokens)], strict=True)
    ]
    return tuple(_clause(tokens, piece) for piece in _joined(pieces))


def clause_at(clauses: Sequence[Clause], offset: int) -> Clause:
    """The innermost clause that holds `offset`."""
    holding = [clause for clause in clauses if clause.span.start <= offset < clause.span.end]
    return min(holding, key=lambda clause: clause.span.end - clause.span.start) if holding else clauses[-1]


def _dated(tokens: Sequence[Token], times: Sequence[Span]) -> dict[int, int]:
    """For each token that a time begins at, the one behind the time."""
    return {
        bisect_left(tokens, time.start, key=_start): bisect_left(tokens, time.end, key=_start)
        for time in times
        if tokens[0].span.start <= time.start < tokens[-1].span.end
    }


def _start(token: tuple[Span, str]) -> int:
    return token[0].start


def _cuts(tokens: Sequence[Token], verbs: Sequence[bool], first: int, index: int, dated: Mapping[int, int]) -> bool:
    """Whether a clause begins at token `index`; the running one began at `first`."""
    word, before = _text(tokens, index), _text(tokens, index - 1)
    few = index if word in MARKS else index - 1 if before in MARKS else None
    if few is not None and _marks_few(tokens, verbs, few):
        return False  # 'they sent an "envoy of peace" to Okolin'
    if word == "(" or before == ")":
        return _is_told_in_brackets(tokens, verbs, index)
    if before in DASHES and index > 1 and _text(tokens, _behind_time(tokens, index, dated) - 1) == ",":
        return True  # "it is old, too - ten years ago, one like it was found"
    if word in OPENERS:
        return word != '"' or not _closes(tokens, index)
    if before in CLOSERS or (before == '"' and _closes(tokens, index - 1)):
        return True
    if word in SHARES and _text(tokens, index + 1) == "of" and _text(tokens, index + 2) in RELATIVE:
        return True  # "much of which"
    if word in BEFORE_RELATIVES and _text(tokens, index + 1) in RELATIVE:
        return not (word == "of" and before in SHARES)
    if word in RELATIVE:
        return before == "," or (word in {"who", "which", "whose", "whom"} and before not in BEFORE_RELATIVES)
    if word == "that":
        return any(
            verbs[i] and tokens[i].text.lower() in SAYING for i in range(max(first, index - SAYING_REACH), index)
        )
    if word in SUBORDINATE:
        measured = before in MEASURES or (
            word == "as" and "as" in {_text(tokens, i) for i in (*range(index - 3, index), index + 2)}
        )
        if (word == "as" and _text(tokens, index + 1) in WELL) or (word in ADVERBS and before in AUXILIARIES):
            return False
        if word == "whether" and before in BEFORE_WHETHER:
            return False  # "spoke on Friday about whether ..."
        return not measured and _verb_ahead(tokens, verbs, index + 1)  # "a week before he left", "as low as it was"
    if word in COORDINATE:
        behind = index + 1 if index in dated.values() else _behind_time(tokens, index + 1, dated)
        return any(verbs[first:index]) and _clause_ahead(tokens, verbs, behind)
    if before in TELLING:
        return False
    if word in BEGIN_SUBJECTS and before not in NO_SUBJECT_BEHIND and _is_told(tokens, verbs, first, index):
        return _verb_ahead(tokens, verbs, index + 1)
    if verbs[index - 1] and before in SAYING:
        return index not in dated and _begins_subject(tokens, index) and _verb_ahead(tokens, verbs, index + 1)
    if before == ",":
        if any(verbs[first:index]) and _saying_ahead(tokens, verbs, index):
            return True
        if _is_inner(tokens, verbs, first) or tokens[first].text.lower() in SUBORDINATE:
            return any(verbs[first:index])
        if _is_inner(tokens, verbs, index) or _is_subordinate(tokens, verbs, index):
            return True
        if verbs[index] and any(token.text.lower() in RELATIVE for token in tokens[:index]):
            return True  # "the man, whose sons left and never wrote, died"
        if _awaits_verb(tokens, verbs, first, index):
            return False
        return any(verbs[first:index]) and _begins_subject(tokens, index) and _verb_ahead(tokens, verbs, index + 1)
    return False


def _heads(tokens: Sequence[Token], dated: Mapping[int, int]) -> frozenset[int]:
    """Where the entries of a chronicle begin that is printed as one sentence: "6 Jan: Two bombs hit 17 Mar: ..."."""
    heads = frozenset(index for index, behind in dated.items() if _text(tokens, behind) in HEADING)
    return heads if 0 in heads else frozenset(index for index in heads if _is_later_head(tokens, index, dated[index]))


def _is_later_head(tokens: Sequence[Token], index: int, behind: int) -> bool:
    """Whether an entry begins in the midst of what is printed as one sentence: "... were hit 1968: An outbreak ..."."""
    if not tokens[index].text[0].isdigit() or _text(tokens, behind) != ":" or behind + 1 >= len(tokens):
        return False
    return tokens[behind + 1].text[0].isupper() and _text(tokens, index - 1) not in LEADING | NO_SUBJECT_BEHIND


def _is_told(tokens: Sequence[Token], verbs: Sequence[bool], first: int, index: int) -> bool:
    """Whether here may begin what somebody is told: only words without a verb stand between."""
    nearest = range(index - 2, max(first, index - SUBJECT_REACH) - 1, -1)
    told = next((place for place in nearest if _text(tokens, place) in TELLING), None)
    if told is None:
        return False
    between = tokens[told + 1 : index]
    return not any(verbs[told + 1 : index]) and not any(token.text in {",", "and"} for token in between)


def _is_told_in_brackets(tokens: Sequence[Token], verbs: Sequence[bool], index: int) -> bool:
    """Whether the brackets that open or close at `index` hold a verb, and so a clause: not "the (old) mill"."""
    if tokens[index].text == "(":
        ends = next((i for i in range(index, len(tokens)) if tokens[i].text == ")"), len(tokens))
        return any(verbs[index:ends])
    begins = next((i for i in range(index - 1, -1, -1) if tokens[i].text == "("), 0)
    return any(verbs[begins:index])


def _awaits_verb(tokens: Sequence[Token], verbs: Sequence[bool], first: int, index: int) -> bool:
    """Whether "that" has begun what has no verb yet: "the count showed that in March, | a total of 20 sailed"."""
    opened = [i for i in range(first + 1, index) if _text(tokens, i) == "that" and verbs[i - 1]]
    return bool(opened) and not any(verbs[opened[-1] : index])


def _behind_time(tokens: Sequence[Token], index: int, dated: Mapping[int, int]) -> int:
    """The token behind "on Monday," or "this year", where such words stand at `index`; else `index` itself."""
    place = index
    while place < len(tokens) and place not in dated and _text(tokens, place) in LEADING:
        place += 1
    if place not in dated:
        return index
    place = dated[place]
    return place + 1 if _text(tokens, place) == "," else place


def _marks_few(tokens: Sequence[Token], verbs: Sequence[bool], index: int) -> bool:
    """Whether a quotation mark opens or closes a few words of a clause: behind a word, no verb, no mark at the end."""
    closing = tokens[index].text == "”" or (tokens[index].text == '"' and _closes(tokens, index))
    ahead = range(index - 1, max(0, index - SUBJECT_REACH), -1) if closing else range(index + 1, index + SUBJECT_REACH)
    other = next((place for place in ahead if _text(tokens, place) in MARKS), 0)
    first, last = sorted((index, other))
    ends = first > 0 and tokens[first - 1].text[-1].isalnum() and tokens[last - 1].text[-1].isalnum()
    return ends and last < len(tokens) and not any(verbs[first:last])


def _closes(tokens: Sequence[Token], index: int) -> bool:
    """Whether the straight quotation mark at `index` is the second of two."""
    return sum(token.text == '"' for token in tokens[:index]) % 2 == 1


def _verb_ahead(tokens: Sequence[Token], verbs: Sequence[bool], index: int) -> bool:
    """Whether a verb follows within the reach of a subject, before the next comma."""
    for place in range(index, min(index + SUBJECT_REACH, len(tokens))):
        if verbs[place]:
            return True
        if tokens[place].text in {",", ";", ":"}:
            return False
    return False


def _clause_ahead(tokens: Sequence[Token], verbs: Sequence[bool], index: int) -> bool:
    """Whether a verb, or a subject and its verb, stands here: "left", "then left", "the rest left"."""
    if any(verbs[index : index + 2]):
        return True
    return index < len(tokens) and _begins_subject(tokens, index) and _verb_ahead(tokens, verbs, index)


def _saying_ahead(tokens: Sequence[Token], verbs: Sequence[bool], index: int) -> bool:
    """Whether ", police said" or ", said the minister" stands here."""
    return any(verbs[i] and _text(tokens, i) in SAYING for i in range(index, min(index + 4, len(tokens))))


def _begins_subject(tokens: Sequence[Token], index: int) -> bool:
    word = tokens[index].text
    return word.lower() in BEGIN_SUBJECTS or word[0].isupper() or word[0].isdigit()


def _is_subordinate(tokens: Sequence[Token], verbs: Sequence[bool], first: int) -> bool:
    """Whether a clause that begins here is like "when he left" or "a day before he left"."""
    for index in range(first, min(first + 4, len(tokens))):
        if _text(tokens, index) in SUBORDINATE and (index == first or _text(tokens, index - 1) in MEASURES):
            return _verb_ahead(tokens, verbs, index + 1)
    return False


def _is_inner(tokens: Sequence[Token], verbs: Sequence[bool], index: int) -> bool:
    """Whether a clause that begins here hangs on the name before it: "who was", ", founded in", ", acting as"."""
    word = _text(tokens, index)
    if word in RELATIVE or (word in BEFORE_RELATIVES and _text(tokens, index + 1) in RELATIVE):
        return True
    if word in SHARES and _text(tokens, index + 1) == "of" and _text(tokens, index + 2) in RELATIVE:
        return True
    if index == 0 or tokens[index - 1].text != ",":
        return False
    participle = (verbs[index] and word.endswith("ed")) or word in PARTICIPLES
    # ", founded in 1945, announced": the main verb is still to come.
    return participle and any(verbs[i] and tokens[i - 1].text == "," for i in range(index + 2, len(tokens)))


def _is_aside(tokens: Sequence[Token], verbs: Sequence[bool], first: int, last: int) -> bool:
    """Whether these tokens are in brackets, or are ", the minister said,"."""
    if tokens[first].text == "(":
        return True
    if tokens[first].text in DASHES and last < len(tokens) and tokens[last].text in DASHES:
        return True  # "the search -- a slow one that began in May -- was ended"
    said = [i for i in range(first, last) if verbs[i] and _text(tokens, i) in SAYING]
    return first > 0 and tokens[first - 1].text == "," and tokens[last - 1].text == "," and said == [last - 2]


def _text(tokens: Sequence[Token], index: int) -> str:
    """A word in lower case; "" behind the last one and for the WHO, which is nobody's relative pronoun."""
    if index >= len(tokens) or tokens[index].text == "WHO":
        return ""
    return tokens[index].text.lower()


def _joined(pieces: Sequence[_Piece]) -> list[_Piece]:
    """Every piece with a verb is a clause; one without joins its neighbour, or waits for its verb over inner ones."""
    clauses: list[_Piece] = []
    main: _Piece | None = None
    last: _Piece | None = None  # the clause that holds the piece before
    for piece in pieces:
        if piece.parted:
            main = last = None
        waiting = main is not None and not main.verbs
        if waiting and piece.bare and last is not main:
            piece.inner = False  # "the company, founded in 1945, announced": the subject finds its verb
        if waiting and piece.coordinate and last is not None and last is not main:
            last.last = piece.last  # "whose books helped many and made them think"
        elif piece.verbs and (piece.inner or (waiting and piece.subordinate)):
            last = piece
            clauses.append(piece)
        elif main is not None and waiting:
            main.last, main.verbs = piece.last, piece.verbs
            last = main
        elif last is not None and not piece.verbs:
            last.last = piece.last
        else:
            main = last = piece
            clauses.append(piece)
    return clauses


def _clause(tokens: Sequence[Token], piece: _Piece) -> Clause:
    opening = tokens[piece.first].text.lower()
    said = any(tokens[place].text.lower() in SAYING for place in piece.verbs[:2])
    return Clause(
        span=Span(tokens[piece.first].span.start, tokens[piece.last - 1].span.end),
        first=piece.first,
        last=piece.last,
        verb=piece.verbs[0] if piece.verbs else None,
        reporting=said,
        tense=tense_at(tokens, piece.verbs[0]) if piece.verbs else Tense.NONE,
        relative=piece.inner,
        subordinate=piece.inner or piece.subordinate,
        quoted=opening in QUOTES,
    )
