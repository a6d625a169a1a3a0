"""Bytes in any encoding become characters, and a guess is said to be one."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.text.encoding import CHOICES, TWICE, decode, kind_of_binary, shown

WORDS = "“Köln”, said Žižek — €5 naïve"
RUSSIAN = "Правительство сообщило во вторник, что переговоры продолжатся на следующей неделе в Женеве. " * 4
JAPANESE = "政府は火曜日、来週ジュネーブで協議を続けると発表した。首相は記者会見でそう述べた。" * 6


def encodes(text: str, encoding: str) -> bool:
    try:
        return bool(text.encode(encoding))
    except UnicodeEncodeError:
        return False


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32"])
def test_marks_and_utf8_need_no_notice(encoding: str) -> None:
    assert decode(WORDS.encode(encoding))[:2] == (WORDS, "")


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
def test_utf16_without_mark(encoding: str) -> None:
    text, notice, _ = decode(("The council met on Tuesday – in Köln. " * 9).encode(encoding))
    assert text.startswith("The council met on Tuesday – in Köln.")
    assert "UTF-16" in notice


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        ("The café owner said “no” on Tuesday – again.", "cp1252"),
        ("Zürich, Malmö and São Paulo", "latin-1"),
        (RUSSIAN, "cp1251"),
        (RUSSIAN, "koi8-r"),
        (JAPANESE, "shift_jis"),
        (JAPANESE, "euc-jp"),
    ],
)
def test_other_encodings_are_guessed_and_said(text: str, encoding: str) -> None:
    decoded = decode(text.encode(encoding))
    assert decoded.text == text
    assert "guess" in decoded.notice


# A sentence or less in each encoding that people still meet: what its bytes spell tells which it is.
CENTRAL = (
    "Żółty pies szedł przez most w Łodzi.",
    "Podpułkownik Jaś Wiśniewski mieszka nad Wisłą, ale na wyspie.",
    "Starosta přišel včera a řekl, že most bude zavřený do středy.",
    "A polgármester szerint a híd szerdáig zárva lesz, és őszintén sajnálja. Különös fűzfák nőttek.",
    "Grad je jučer objavio da će most biti zatvoren do srijede, reče gradonačelnik Božić.",
    "Košice: most bude zatvorený až do stredy, povedal primátor včera večer.",
)
WESTERN = (
    "The café owner said “no” on Tuesday – again.",
    "Zürich, Malmö and São Paulo",
    "Le maire a déclaré hier que le pont resterait fermé jusqu’à mercredi.",
    "Der Bürgermeister sagte, die Brücke bleibe für Fußgänger geschlossen.",
    "El alcalde dijo que el puente seguirá cerrado; ¿por qué? Mañana habrá más.",
    "It’s a don’t",
    "Señor Naïve wrote a résumé.",
    "Borgmesteren på Ærø sagde, at broen er lukket.",
    "“Quoted,” she said, and left.",
    "The mayor—who’d said ‘never’—left at 5 °C.",
)


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        *((text, encoding) for text in CENTRAL for encoding in ("cp1250", "iso8859_2")),
        *((text, encoding) for text in WESTERN for encoding in ("cp1252", "mac_roman") if encodes(text, encoding)),
    ],
)
def test_a_sentence_is_enough_for_latin_letters(text: str, encoding: str) -> None:
    decoded = decode(text.encode(encoding))
    assert decoded.text == text
    assert "guess" in decoded.notice


@pytest.mark.parametrize("length", [1, 30])
@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
@pytest.mark.parametrize(
    "text",
    [
        "政府は火曜日、来週ジュネーブで協議を続けると発表した。",
        "政府星期二宣布，会谈将于下周在日内瓦继续进行。市长说：“桥梁将关闭。”\n",
        "정부는 화요일 다음 주 제네바에서 회담을 계속할 것이라고 발표했다.\n",
    ],
)
def test_utf16_of_east_asia_without_mark(text: str, encoding: str, length: int) -> None:
    data = (text * length).encode(encoding)
    assert kind_of_binary(data) == ""
    decoded = decode(data)
    assert (decoded.text, decoded.encoding) == (text * length, encoding)
    assert "UTF-16" in decoded.notice


def test_letters_that_are_switched_by_escapes() -> None:
    data = ("Subject\n" + JAPANESE).encode("iso2022_jp")
    assert decode(data)[0] == "Subject\n" + JAPANESE
    assert "ISO-2022-JP" in decode(data).notice
    assert decode(b"\x1b[31mred\x1b[0m $B words").notice == ""


@pytest.mark.parametrize(
    ("broken", "shown"),
    [
        (b"na\xefve", "na\ufffdve"),
        (b"a \x96 b \x96 c \x96 d \x96 e", "a \ufffd b \ufffd c \ufffd d \ufffd e"),
        (b"1\xa0000\xa0000", "1\ufffd000\ufffd000"),
        (b"\xc0\x80", "\ufffd\ufffd"),
        (b"cut \xf0\x9f\x98 short", "cut \ufffd short"),
    ],
)
@pytest.mark.parametrize("quotes", [1, 12])
def test_stray_bytes_leave_utf8_what_it_is(broken: bytes, shown: str, quotes: int) -> None:
    before = "The council voted on Tuesday to close the old bridge for good. " * 12 + "It’s shut. " * quotes
    decoded = decode(before.encode() + broken + b" and so on")
    assert decoded.text == f"{before}{shown} and so on"
    assert "UTF-8" in decoded.notice


def test_letters_in_two_halves_are_whole() -> None:
    halves = "\ud83d\ude00".encode("utf-8", "surrogatepass")
    assert decode("It’s ".encode() + halves) == ("It’s \U0001f600", "", "utf-8")


def test_a_chosen_encoding_is_not_doubted() -> None:
    decoded = decode("Żółty".encode("cp1250"), chosen="cp1252")
    assert decoded.text == "¯ó³ty"
    assert "Windows-1252" in decoded.notice
    assert decode(b"\xff\xfea\x00", chosen="utf-16-le").text.endswith("a")


def test_every_encoding_that_is_offered_exists() -> None:
    for name in CHOICES:
        assert "".encode(name) == b""
        assert shown(name)


def test_a_few_broken_places_in_utf8() -> None:
    data = ("Ärzte und Köche in Zürich. " * 20).encode() + b"\xe9 and cut \xc3"
    text, notice, _ = decode(data)
    assert text.startswith("Ärzte und Köche")
    assert "\ufffd" in text
    assert "UTF-8" in notice


def test_a_page_names_its_own_encoding() -> None:
    data = f'<meta charset="windows-1251"><p>{RUSSIAN}</p>'.encode("cp1251")
    assert RUSSIAN in decode(data, page=True).text
    assert decode(b'<meta charset="no-such-thing">na\xefve town', page=True).text.endswith("naïve town")
    assert decode(b'<meta charset="base64">na\xefve town', page=True).text.endswith("naïve town")


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"%PDF-1.7\n", "PDF"),
        (b"PK\x03\x04rest", "ZIP"),
        (b"\x89PNG\r\n\x1a\n", "picture"),
        (b"\x7fELF\x02\x01", "program"),
        (bytes(range(32)) * 100, "not text"),
    ],
)
def test_what_is_not_text(data: bytes, words: str) -> None:
    assert words in kind_of_binary(data)


@pytest.mark.parametrize(
    "data", [b"a few \x00 nuls \x00 in text", "漢字".encode("utf-16"), b"\x1b[31mred\x1b[0m", b"\xff\xfe"]
)
def test_what_is_text(data: bytes) -> None:
    assert kind_of_binary(data) == ""


@given(st.binary(max_size=300), st.booleans())
def test_never_raises(data: bytes, page: bool) -> None:
    kind_of_binary(data)
    assert isinstance(decode(data, page).text, str)


@pytest.mark.parametrize(
    ("declared", "encoding", "text"),
    [
        ("gb2312", "gb18030", "前总理朱镕基"),
        ("EUC-KR", "cp949", "똠방각하"),
        ("Shift_JIS", "cp932", "①髙﨑さん"),
        ("big5", "big5hkscs", "嘅裏面喺度"),
        ("iso-8859-1", "cp1252", "“no” – again"),
    ],
)
def test_a_declared_encoding_has_the_letters_that_browsers_give_it(declared: str, encoding: str, text: str) -> None:
    page = f'<meta charset="{declared}"><p>{text}'
    assert decode(page.encode(encoding), page=True)[:2] == (page, "")


@pytest.mark.parametrize(
    "text",
    [
        "Ships had waited, “long” she said; Café in Zürich.",
        "Łódź and Škoda, naïve – “no”, 5 €.",
        "Многие в Москве.",
    ],
)
def test_what_was_written_twice_is_read_once(text: str) -> None:
    as_read = "".join(bytes([byte]).decode("cp1252", "ignore") or chr(byte) for byte in text.encode())
    found = decode(as_read.encode())
    assert (found.text, found.notice) == (text, TWICE)


@pytest.mark.parametrize(
    "text",
    [
        "Café in Zürich.",
        "One Ã© may be meant.",
        "It is written Ã© for é and â€œ for “.",  # about such letters
        "Âge, Ãlbum, â la carte, SÃO PAULO, Ñandú",
        "ÂÂ ÃÃ",
    ],
)
def test_what_was_written_once_stays(text: str) -> None:
    assert decode(text.encode()).text == text
