"""What somebody typed or a page says becomes an address on the web, taken apart and made clean."""

import re
from typing import NamedTuple
from urllib.parse import quote, unquote, urljoin, urlsplit

from tui.errors import ReaderError
from tui.library.same.addresses import cleaned as cleaned
from tui.text.harmless import harmless_line

PORTS = {"http": 80, "https": 443}
LONGEST = 4_000  # characters

_SCHEME = re.compile(r"([A-Za-z][A-Za-z0-9+.-]*):")
_HOST_ALONE = re.compile(r"[\w.-]+\.[\w-]{2,}(?::\d{1,5})?(?:[/?#].*)?|localhost(?::\d{1,5})?(?:[/?#].*)?")
_SAFE = "/%:=&?~#+!$,;'@()*[]"  # what stands for itself in an address that is written already


class BadAddress(ReaderError):
    """It leads nowhere on the web."""


class Address(NamedTuple):
    """An address on the web, taken apart."""

    scheme: str  # "http" or "https"
    host: str  # in small letters, as the net knows it
    port: int
    target: str  # what is asked for: path and question
    who: str = ""  # "name:password", where it says so

    @property
    def origin(self) -> tuple[str, int]:
        """The place that answers, whatever it is asked for."""
        return self.host, self.port

    @property
    def authority(self) -> str:
        """Host and port, as a request names them."""
        host = f"[{self.host}]" if ":" in self.host else self.host
        return host if self.port == PORTS[self.scheme] else f"{host}:{self.port}"

    def __str__(self) -> str:
        return f"{self.scheme}://{self.authority}{self.target}"


def typed_address(words: str) -> str:
    """What somebody typed, with the beginning that people leave out. Raises BadAddress.

    >>> typed_address("example.org/news")
    'https://example.org/news'
    """
    words = words.strip().strip("<>\"'")
    if words.lower().startswith("feed:"):
        words = words[5:].removeprefix("//")
    if not words.lower().startswith(("http://", "https://")) and _HOST_ALONE.fullmatch(words):
        words = f"https://{words}"
    taken_apart(words)
    return words


def taken_apart(address: str) -> Address:
    """The parts of an address. Raises BadAddress where it is none, or not one on the web."""
    shown = harmless_line(address)[:200]
    if len(address) > LONGEST:
        raise BadAddress(f"{shown[:60]}… is too long for an address; copy it again.")
    try:
        parts = urlsplit(address.strip())
        scheme, host, port = parts.scheme.lower(), parts.hostname or "", parts.port
        if scheme in PORTS and host and not host.isascii():
            host = host.encode("idna").decode("ascii")
        address.encode()  # a byte that is no letter, or half of one, stands in no address
    except (ValueError, UnicodeError) as error:
        raise BadAddress(f"{shown} is no address; copy it again.") from error
    if scheme not in PORTS:
        found = _SCHEME.match(address.strip())
        where = "is a file, not an address: dateline FILE opens it" if scheme == "file" else "is not on the web"
        raise BadAddress(f"{shown} {where if found else 'is no address: one begins with https://'}.")
    if not host or re.search(r"[\s\\/@<>\"{}|^`\0]", host):
        raise BadAddress(f"{shown} is no address: it names no site.")
    path = quote(parts.path or "/", safe=_SAFE)
    target = path + (f"?{quote(parts.query, safe=_SAFE)}" if parts.query else "")
    who = f"{unquote(parts.username)}:{unquote(parts.password or '')}" if parts.username else ""
    return Address(scheme, host.rstrip(".").lower(), PORTS[scheme] if port is None else port, target, who)


def led_to(address: str, location: str) -> str:
    """Where an answer at `address` sends on to. Raises BadAddress."""
    try:
        there = urljoin(address, location.strip())
    except ValueError as error:
        raise BadAddress(f"{harmless_line(location)[:200]} is no address.") from error
    taken_apart(there)
    return there


def without_login(address: str) -> str:
    """An address as it may be shown and kept with what it led to: without the name and password that may stand in it.

    >>> without_login("https://ann:secret@example.org/a")
    'https://example.org/a'
    """
    return re.sub(r"^(https?://)[^/?#@]*@", r"\1", address, flags=re.I)


def addresses_in(words: str) -> tuple[str, ...]:
    """The addresses in what was typed or pasted, each once; raises BadAddress for what is none."""
    return tuple(dict.fromkeys(typed_address(word) for word in words.split()))
