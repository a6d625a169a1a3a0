"""The addresses of one page become one: without where one came from, and however wide the screen is it was made for."""

import re
from urllib.parse import parse_qsl, urlencode, urlsplit

_FOLLOWING = re.compile(r"utm_\w+|fbclid|gclid|dclid|msclkid|mc_cid|mc_eid|igshid|yclid|_hsenc|_hsmi|ref_src|at_\w+")
PORTS = (80, 443)
_NARROW = re.compile(r"(?:m|mobile|amp|touch|wap)\.(?=[^/]+\.)")
_AMP_PATH = re.compile(r"(?:/amp|\.amp(?=\.html?$)|/amp(?=/))", re.I)
_AMP_ASKED = re.compile(r"(?:(?<=\?)|&)(?:amp|outputType)=(?:1|true|amp|)(?:&|$)", re.I)


def cleaned(address: str) -> str:
    """An address without what only says where one came from: two that are the same then are the same article.

    >>> cleaned("http://www.Example.org/a/?utm_source=feed&id=7#top")
    'example.org/a?id=7'
    """
    try:
        parts = urlsplit(address.strip())
        host, port = (parts.hostname or "").removeprefix("www."), parts.port
    except ValueError:
        return address.strip()
    query = parts.query.encode("utf-8", "replace").decode()
    kept = [pair for pair in parse_qsl(query, keep_blank_values=True) if not _FOLLOWING.fullmatch(pair[0])]
    where = host if port in (None, *PORTS) else f"{host}:{port}"
    return where + parts.path.rstrip("/") + (f"?{urlencode(kept)}" if kept else "")


def one_address(address: str) -> str:
    """The address that all of them come down to; "" for none.

    >>> one_address("https://amp.example.org/news/7.html?utm_medium=mail&amp=1")
    'example.org/news/7.html'
    """
    if not address:
        return ""
    host, slash, rest = cleaned(address).partition("/")
    rest = _AMP_ASKED.sub("", _AMP_PATH.sub("", slash + rest, count=1)).rstrip("?&")
    return _NARROW.sub("", host, count=1) + rest.rstrip("/")
