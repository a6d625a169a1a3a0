"""Bytes in encodings of East Asia that neither a mark nor their own signs give away at first sight are recognised."""

import re

_LOOK = 1 << 16
_CHARACTERS = r"\u3000-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7a3\uff00-\uffef"
_USUAL = re.compile(r"[\u3001-\u3003\u3005-\u3011\u3041-\u30fc\uff01-\uff1f\u2014\u2018-\u201d\u2026 \n\r]")
_EXPECTED = re.compile(rf"[{_CHARACTERS}\u0009-\u007e\u00b7\u2010-\u2027]")
_HANGUL = re.compile(r"[\uac00-\ud7a3]")
_ESCAPED = re.compile(rb"\x1b\$[@B].+?\x1b\([BJ]", re.S)
_MOST, _FEWEST = 0.97, 0.04  # shares of what is expected, and of what no such text is without


def wide_asian(head: bytes) -> str:
    """UTF-16 without a mark, of Chinese, Japanese or Korean: hardly a byte of it is NUL. "" where it is none."""
    head = head[: len(head) // 2 * 2]
    if len(head) < 16:
        return ""
    try:
        head.decode("utf-8")
    except UnicodeDecodeError as error:
        if error.start > len(head) - 4:  # cut within a letter
            return ""
    else:
        return ""
    for name in ("utf-16-le", "utf-16-be"):
        text = head[:_LOOK].decode(name, "replace")
        expected = len(_EXPECTED.findall(text))
        usual = len(_USUAL.findall(text))
        if expected >= _MOST * len(text) and (usual >= _FEWEST * len(text) or _is_korean(text)):
            return name
    return ""


def _is_korean(text: str) -> bool:
    return len(_HANGUL.findall(text)) > 0.6 * len(text) and " " in text


def switched(data: bytes) -> str:
    """The encoding of bytes that switch between sets of letters by escapes, as in Japanese mail; "" where none do."""
    if not _ESCAPED.search(data[:_LOOK]):
        return ""
    for name in ("iso2022_jp", "iso2022_jp_2004", "iso2022_jp_ext"):
        try:
            data.decode(name)
        except UnicodeDecodeError:
            continue
        return name
    return "iso2022_jp"
