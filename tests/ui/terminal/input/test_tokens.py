"""Whatever comes from a terminal, cut anywhere, becomes whole tokens and nothing else."""

from random import Random

import pytest

from tests.ui.terminal.input.noise import noise
from tui.ui.terminal.input.tokens import LONGEST, MOST_PASTED, REPLY, Kind, Token, Tokenizer

LONE = 0.025


class Clock:
    def __init__(self) -> None:
        self.time = 100.0

    def __call__(self) -> float:
        return self.time


def tokens(*pieces: str, silent: bool = True) -> list[Token]:
    """What the pieces are, each after a moment in which nothing came but too little to give up."""
    tokenizer = Tokenizer(LONE)
    found = [token for piece in pieces for token in tokenizer.feed(piece)]
    if silent and tokenizer.patience is not None:
        found += [token for token in (tokenizer.give_up(),) if token]
    return found


def texts(*pieces: str) -> list[str]:
    return [token.text for token in tokens(*pieces)]


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("jk\r", ["j", "k", "\r"]),
        ("\x1b", ["\x1b"]),
        ("\x1b\x1b[A", ["\x1b", "\x1b[A"]),
        ("\x1b[A", ["\x1b[A"]),
        ("\x1bOAj", ["\x1bOA", "j"]),
        ("\x9b5~", ["\x1b[5~"]),
        ("\x8fA", ["\x1bOA"]),
        ("\x1b[[Aj", ["\x1b[[A", "j"]),
        ("\x1b[23$j", ["\x1b[23$", "j"]),
        ("\x1b[M !!j", ["j"]),
        ("\x1b[106;1:3uj", ["\x1b[106;1:3u", "j"]),
        ("\x1b[200~a\x1b[31mb\x1b[201~j", ["a\x1b[31mb", "j"]),
        ("\x1b[1;\rj", ["\r", "j"]),
        ("\x1b[12éj", ["é", "j"]),
        ("\x1b[\r", ["[", "\r"]),
        ("\x1bj", ["j"]),
        ("\x1b[", ["["]),
        ("\x1bO", ["O"]),
        ("\x1b]", ["]"]),
        ("\x1b[201~j", ["j"]),
        (f"\x1b[{'1' * LONGEST * 2}Aj", ["j"]),
        ("a\x84b", ["a", "b"]),
    ],
)
def test_what_is_typed_is_found(typed: str, found: list[str]) -> None:
    assert texts(typed) == found
    assert texts(*typed) == found
    for cut in range(1, len(typed)):
        assert texts(typed[:cut], typed[cut:]) == found


@pytest.mark.parametrize(
    "opened", ["\x1b]11;rgb:0000/0000/0000", "\x9d11;?", "\x1bP>|kitty(0.35)", "\x1b_Gi=1;OK", "\x1b^x"]
)
@pytest.mark.parametrize("closed", ["\x07", "\x1b\\", "\x9c"])
def test_answers_in_words_are_swallowed_to_their_end(opened: str, closed: str) -> None:
    answer = f"{opened}{closed}j"
    for cut in range(len(answer)):
        assert texts(answer[:cut], answer[cut:]) == ["j"]


def test_an_answer_without_an_end_does_not_swallow_keys_for_ever() -> None:
    clock = Clock()
    tokenizer = Tokenizer(LONE, clock)
    assert list(tokenizer.feed("\x1b]11;rgb")) == []
    clock.time += REPLY + 0.1
    assert list(tokenizer.feed("j")) == [Token(Kind.TYPED, "j")]


def test_a_sequence_waits_longer_for_its_rest_than_a_lone_escape() -> None:
    tokenizer = Tokenizer(LONE)
    for begun in ("\x1b[", "\x1b[1;5", "\x1bO", "\x1b[<0;1"):
        assert list(tokenizer.feed(begun)) == []
        assert tokenizer.patience is not None
        assert tokenizer.patience >= 1
        tokenizer.give_up()
    list(tokenizer.feed("\x1b"))
    assert tokenizer.patience == LONE
    tokenizer.give_up()
    assert tokenizer.patience is None


@pytest.mark.parametrize(("late", "found"), [(0.28, [Token(Kind.SEQUENCE, "\x1b[A")]), (2, None)])
def test_the_rest_of_a_sequence_after_its_escape_was_given_out_is_no_letters(
    late: float, found: list[Token] | None
) -> None:
    clock = Clock()
    tokenizer = Tokenizer(LONE, clock)
    list(tokenizer.feed("\x1b"))
    assert tokenizer.give_up() == Token(Kind.TYPED, "\x1b")
    clock.time += late
    typed = [Token(Kind.TYPED, "["), Token(Kind.TYPED, "A")]
    assert list(tokenizer.feed("[A")) == (found or typed)


def test_a_key_after_escape_is_typed_however_soon() -> None:
    tokenizer = Tokenizer(LONE, Clock())
    list(tokenizer.feed("\x1b"))
    tokenizer.give_up()
    assert list(tokenizer.feed("[")) == [Token(Kind.TYPED, "[")]


def test_a_paste_is_bounded_and_says_so() -> None:
    text = "船 ships\x1b " * (MOST_PASTED // 6)
    (pasted, after) = tokens("\x1b[200~", text[:1000], text[1000:], "\x1b[20", "1~j")
    assert pasted == Token(Kind.PASTE, text[:MOST_PASTED], cut=True)
    assert after == Token(Kind.TYPED, "j")
    assert tokens("\x1b[200~a\x1b[20", "1~")[0] == Token(Kind.PASTE, "a")


def test_a_paste_whose_end_is_lost_ends_with_silence() -> None:
    assert tokens("\x1b[200~a", "b\x1b[2") == [Token(Kind.PASTE, "ab\x1b[2")]


def check_noise(seed: int, count: int) -> None:
    """Cut anywhere, noise gives the same tokens as whole; what is kept meanwhile is bounded."""
    random = Random(seed)
    for _ in range(count):
        piece = noise(random)
        whole = tokens(piece)
        cuts = sorted(random.randrange(len(piece) + 1) for _ in range(3))
        parts = [piece[a:b] for a, b in zip([0, *cuts], [*cuts, len(piece)], strict=True)]
        assert tokens(*parts) == whole, (piece, parts)
        assert tokens(*piece) == whole, piece
        for token in whole:
            assert token.kind is Kind.PASTE or len(token.text) <= LONGEST + 1
            assert token.kind is not Kind.SEQUENCE or token.text.startswith(("\x1b[", "\x1bO"))
            assert token.kind is Kind.PASTE or not any("\x80" <= c <= "\x9f" for c in token.text)
        tokenizer = Tokenizer(LONE)
        list(tokenizer.feed(piece))
        tokenizer.give_up()
        assert list(tokenizer.feed("qq"))[-1] == Token(Kind.TYPED, "q"), piece


def test_noise_is_cut_anywhere() -> None:
    check_noise(1, 3000)


@pytest.mark.torture
def test_much_noise_is_cut_anywhere() -> None:
    check_noise(2, 100_000)


def test_keys_after_a_paste_without_its_end_are_keys() -> None:
    clock = Clock()
    tokenizer = Tokenizer(LONE, clock)
    assert list(tokenizer.feed("\x1b[200~the quick brown fox")) == []
    found: list[Token] = []
    for key in "jjjjq":
        clock.time += 0.4
        found += tokenizer.feed(key)
    assert found == [Token(Kind.PASTE, "the quick brown foxjjj"), Token(Kind.TYPED, "j"), Token(Kind.TYPED, "q")]


def test_a_paste_over_a_slow_line_is_one() -> None:
    clock = Clock()
    tokenizer = Tokenizer(LONE, clock)
    pieces = ["\x1b[200~", "the quick brown ", "fox jumps over the ", "lazy dog", "\x1b[201~", "j"]
    found: list[Token] = []
    for piece in pieces:
        clock.time += 1.5
        found += tokenizer.feed(piece)
    assert found == [Token(Kind.PASTE, "the quick brown fox jumps over the lazy dog"), Token(Kind.TYPED, "j")]
