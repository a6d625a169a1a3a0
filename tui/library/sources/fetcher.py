"""An address becomes what its site answers: asked over the net, with limits of time and size, led astray by nobody."""

import socket
import threading
import time
from collections import defaultdict
from collections.abc import Mapping
from contextlib import suppress
from functools import cached_property
from http.client import HTTPException
from ssl import SSLContext, SSLError
from typing import TYPE_CHECKING, NamedTuple

from urllib3.connection import HTTPConnection, HTTPSConnection
from urllib3.exceptions import DecodeError, HTTPError
from urllib3.exceptions import SSLError as NotSecure
from urllib3.util import make_headers
from urllib3.util.ssl_ import create_urllib3_context
from urllib3.util.ssl_match_hostname import CertificateError

from tui import __version__
from tui.library.sources.address import Address, led_to, taken_apart
from tui.library.sources.answer import Answer, Unfetched
from tui.library.sources.hosts import numbers_of
from tui.library.sources.proxies import goes_through, proxy_for
from tui.library.sources.refresh import led_on_by
from tui.library.sources.waiting import seconds_to_wait

if TYPE_CHECKING:
    from urllib3.response import BaseHTTPResponse

LARGEST = 64 * 1024 * 1024  # bytes, unpacked
MOST_HOPS = 10
AT_ONCE = 2  # connections to one host
CONNECT, SILENCE, WHOLE = 10.0, 20.0, 90.0  # seconds: until somebody is there, without a word, until it must end
MOST_NUMBERS = 3  # of a host that are tried
PIECE = 1 << 16  # bytes

_PROXY = "proxy "
_AGENT = f"Dateline/{__version__}"
_ACCEPT = "text/html,application/xhtml+xml,application/pdf,application/epub+zip,application/xml;q=0.9,*/*;q=0.5"
_ON = (301, 302, 303, 307, 308)
_FOR_GOOD = (301, 308)
_WHY = {
    401: "wants a name and a password",
    402: "wants to be paid first",
    403: "does not let Dateline in",
    404: "has no such page",
    410: "says that it is gone for good",
    429: "asks for fewer visits",
    451: "may not show it",
}
_TROUBLES = (HTTPError, HTTPException, OSError, ValueError)  # whatever comes instead of an answer
_LATER = (408, 425, 429)  # and whatever goes wrong at the other side


class _Got(NamedTuple):
    """One answer, before it is known what it means."""

    status: int
    headers: Mapping[str, str]
    body: bytes
    cut: bool


class Fetcher:
    """Asks for addresses; may be used by several threads, of which two at most speak to one host at a time."""

    def __init__(self, whole: float = WHOLE) -> None:
        self._whole = whole
        self._turns: dict[str, threading.Semaphore] = defaultdict(lambda: threading.Semaphore(AT_ONCE))
        self._idle: dict[tuple[str, str, int, str], list[HTTPConnection]] = defaultdict(list)
        self._lock = threading.Lock()

    def get(
        self, address: str, typed: str = "", headers: Mapping[str, str] | None = None, largest: int = LARGEST
    ) -> Answer:
        """What an address leads to, wherever it is led on to. Only the host and port that a person `typed` may be on
        this machine or its network. Raises Unfetched or BadAddress."""
        trusted = taken_apart(typed).origin if typed else None
        first, moved, for_good, stays = address, "", True, False
        until = time.monotonic() + self._whole
        for _ in range(MOST_HOPS):
            there = taken_apart(address)
            got = self._ask(there, there.origin == trusted, headers or {}, largest, until)
            if got.status not in _ON or not (location := got.headers.get("location")):
                location = "" if stays or got.status != 200 else led_on_by(got.body)
                if not location or led_to(address, location) == address:
                    return _answer(got, there, address, moved if moved != first else "")
                stays = True  # once: pages that send readers round in circles are no articles
            address = led_to(address, _written(location))
            for_good = for_good and got.status in _FOR_GOOD
            moved = address if for_good else moved
        raise Unfetched(f"{taken_apart(first).host} leads from one address to the next without end.")

    def close(self) -> None:
        """Let all connections go."""
        with self._lock:
            for connection in [one for idle in self._idle.values() for one in idle]:
                connection.close()
            self._idle.clear()

    def _ask(self, there: Address, trusted: bool, headers: Mapping[str, str], largest: int, until: float) -> _Got:
        with self._lock:
            turn = self._turns[there.host]
        with turn:
            proxy = proxy_for(there)
            if proxy is not None and goes_through(there, trusted):
                numbers: tuple[str, ...] = (f"{_PROXY}{proxy.authority}",)
            else:
                proxy, numbers = None, numbers_of(there, trusted)
            for number in numbers:
                if (connection := self._waiting(there, number)) is not None:
                    try:
                        return self._said(connection, there, number, proxy, headers, largest, until)
                    except Unfetched as error:
                        if not error.again:  # else it was let go at the other end
                            raise
            failed: Unfetched | None = None
            for number in numbers[:MOST_NUMBERS]:
                connection = self._fresh(there, number, proxy)
                try:
                    with _Watch(connection, until):
                        connection.connect()
                except _TROUBLES as error:
                    connection.close()
                    failed = Unfetched(_reason(there, error, until, proxy), again=True)
                    continue
                return self._said(connection, there, number, proxy, headers, largest, until)
            raise failed or Unfetched(f"{there.host} cannot be reached.", again=True)

    def _said(
        self,
        connection: HTTPConnection,
        there: Address,
        number: str,
        proxy: Address | None,
        headers: Mapping[str, str],
        largest: int,
        until: float,
    ) -> _Got:
        """What is answered over a connection; it is kept for the next question where nothing is left in it."""
        done = False
        try:
            with _Watch(connection, until):
                own = {"Host": there.authority, "User-Agent": _AGENT, "Accept": _ACCEPT, **headers}
                login = make_headers(basic_auth=there.who) if there.who else {}
                packed = {"Accept-Encoding": "gzip, deflate"}
                target = there.target
                if proxy is not None and there.scheme == "http":  # over https it sees the host only
                    target, own = str(there), {**own, **_login_of(proxy)}
                connection.request("GET", target, headers={**packed, **own, **login}, preload_content=False)
                response = connection.getresponse()
                body, cut = _body(response, there, largest)
                if (late := time.monotonic() >= until) and not body:
                    raise TimeoutError
                cut = cut or late  # the watch has ended it: where nobody said how long it is, that looks like an end
                done = not cut and connection.sock is not None
        except _TROUBLES as error:
            raise Unfetched(_reason(there, error, until, proxy), again=True) from error
        finally:
            if done:
                with self._lock:
                    self._idle[_key(there, number)].append(connection)
            else:
                connection.close()
        return _Got(response.status, {name.lower(): value for name, value in response.headers.items()}, body, cut)

    def _waiting(self, there: Address, number: str) -> HTTPConnection | None:
        """A connection that was used before and still stands."""
        with self._lock:
            idle = self._idle[_key(there, number)]
            while idle:
                connection = idle.pop()
                if connection.is_connected:
                    return connection
                connection.close()
        return None

    def _fresh(self, there: Address, number: str, proxy: Address | None) -> HTTPConnection:
        """A connection to this number and no other, or to the proxy; what is asked for by name is checked by that
        name."""
        host, port = (number, there.port) if proxy is None else (proxy.host, proxy.port)
        if there.scheme == "http":
            connection = HTTPConnection(host, port, timeout=CONNECT)
        else:
            connection = HTTPSConnection(
                host,
                port,
                timeout=CONNECT,
                ssl_context=self._secure,
                server_hostname=there.host,
                assert_hostname=there.host,
            )
            if proxy is not None:
                connection.set_tunnel(there.host, there.port, _login_of(proxy))
        return connection

    @cached_property
    def _secure(self) -> SSLContext:
        context = create_urllib3_context()
        context.load_default_certs()
        if not context.cert_store_stats()["x509_ca"]:  # a Python that came without them
            with suppress(ImportError):
                import certifi

                context.load_verify_locations(certifi.where())
        return context


class _Watch:
    """Ends a connection when its time is up, however slowly words drip in."""

    def __init__(self, connection: HTTPConnection, until: float) -> None:
        self._connection = connection
        self._timer = threading.Timer(max(0.01, until - time.monotonic()), self._end)
        self._timer.daemon = True

    def __enter__(self) -> None:
        self._timer.start()

    def __exit__(self, *_: object) -> None:
        self._timer.cancel()
        with suppress(OSError, AttributeError):  # it may be closed by now
            self._connection.sock.settimeout(SILENCE)

    def _end(self) -> None:
        with suppress(OSError, AttributeError):
            self._connection.sock.shutdown(socket.SHUT_RDWR)


def _login_of(proxy: Address) -> dict[str, str]:
    return make_headers(proxy_basic_auth=proxy.who) if proxy.who else {}


def _written(location: str) -> str:
    """A header as it was meant: its bytes are UTF-8 where they are not ASCII."""
    with suppress(UnicodeError):
        return location.encode("latin-1").decode("utf-8")
    return location


def _key(there: Address, number: str) -> tuple[str, str, int, str]:
    return there.scheme, there.host, there.port, number


def _body(response: "BaseHTTPResponse", there: Address, largest: int) -> tuple[bytes, bool]:
    """What comes, unpacked, and whether it broke off. Raises Unfetched where it is too much."""
    pieces: list[bytes] = []
    size = 0
    try:
        while piece := response.read1(PIECE, decode_content=True):
            pieces.append(piece)
            size += len(piece)
            if size > largest:
                raise Unfetched(f"{there.host} sends more than {largest >> 20} MiB; save it by other means.")
    except DecodeError:  # it is not packed as it says, or only its beginning is
        return b"".join(pieces), True
    except _TROUBLES:
        if not size:
            raise
        return b"".join(pieces), True
    return b"".join(pieces), False


def _answer(got: _Got, there: Address, address: str, moved: str) -> Answer:
    """What an answer means. Raises Unfetched where it is a refusal."""
    if got.status == 304 or (200 <= got.status < 300 and (got.body or got.cut)):
        return Answer(address, got.status, got.body, got.headers, moved, got.cut)
    if 200 <= got.status < 300:
        raise Unfetched(f"{there.host} answers with nothing at all.", again=True)
    later = got.status in _LATER or got.status >= 500
    why = _WHY.get(got.status, "is out of order just now" if later else "does not answer as it should")
    raise Unfetched(
        f"{there.host} {why} ({got.status}).",
        again=later,
        status=got.status,
        wait=seconds_to_wait(got.headers.get("retry-after", ""), time.time()),
    )


def _reason(there: Address, error: Exception, until: float, proxy: Address | None) -> str:
    """One sentence on what went wrong on the way."""
    if proxy is not None and isinstance(error, OSError) and "tunnel" in str(error).lower():
        return f"The proxy {proxy.authority} does not let {there.host} through ({str(error).rpartition(': ')[2]})."
    if time.monotonic() >= until:
        return f"{there.host} answers too slowly and was left; try again later."
    if isinstance(error, NotSecure | SSLError | CertificateError) or isinstance(error.__cause__, SSLError):
        return f"{there.host} cannot prove who it is; its certificate is not valid."
    words = str(error).lower()
    if "timed out" in words or "timeout" in words:
        return f"{there.host} does not answer; try again later."
    if "refused" in words:
        refused = there.authority if proxy is None else f"The proxy {proxy.authority}"
        return f"{refused} does not take connections; try again later."
    return f"{there.host} broke off before it had answered; try again later."
