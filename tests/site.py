"""A real HTTP server on loopback whose answers a test writes."""

import gzip
import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

import pytest

Responder = Callable[["Handler"], None]


@dataclass
class Asked:
    """A question that came in."""

    path: str
    headers: dict[str, str]
    host: str = ""


class Handler(BaseHTTPRequestHandler):
    """Answers as the site says."""

    protocol_version = "HTTP/1.1"
    server: "Server"

    def do_GET(self) -> None:
        site = self.server.site
        headers = {name.lower(): value for name, value in self.headers.items()}
        with site.lock:
            site.asked.append(Asked(self.path, headers, headers.get("host", "")))
            site.now += 1
            site.most = max(site.most, site.now)
        try:
            self.answer(site.pages.get(self.path))
        except (BrokenPipeError, ConnectionResetError):
            self.close_connection = True
        finally:
            with site.lock:
                site.now -= 1

    def answer(self, page: Any) -> None:
        if callable(page):
            page(self)
        elif page is None:
            self.send(404, b"nothing")
        else:
            self.send(200, page) if isinstance(page, bytes) else self.send(*page)

    def send(self, status: int, body: bytes = b"", headers: dict[str, str] | None = None) -> None:
        headers = {"Content-Type": "text/html; charset=utf-8", **(headers or {})}
        self.send_response(status)
        for name, value in headers.items():
            if value:
                self.send_header(name, value)
        if "Content-Length" not in headers:
            self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def send_packed(self, body: bytes, headers: dict[str, str] | None = None) -> None:
        self.send(200, gzip.compress(body), {"Content-Encoding": "gzip", **(headers or {})})

    def log_message(self, *_: Any) -> None:
        """Nobody reads it."""


class Server(ThreadingHTTPServer):
    daemon_threads = True
    site: "Site"


@dataclass
class Site:
    """A site: its pages by path (bytes; status, body and headers; or what answers by itself)."""

    server: Server
    pages: dict[str, Any] = field(default_factory=dict)
    asked: list[Asked] = field(default_factory=list)
    lock: threading.Lock = field(default_factory=threading.Lock)
    now: int = 0
    most: int = 0  # questions that were answered at the same time

    def at(self, path: str, host: str = "127.0.0.1") -> str:
        """The address of a page."""
        return f"http://{host}:{self.server.server_port}{path}"

    @property
    def paths(self) -> list[str]:
        """What was asked for."""
        return [one.path for one in self.asked]


@pytest.fixture
def new_site() -> Iterator[Callable[[], Site]]:
    """Begins a site on a port of its own."""
    begun: list[Server] = []

    def begin() -> Site:
        server = Server(("127.0.0.1", 0), Handler)
        server.site = Site(server)
        begun.append(server)
        threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True).start()
        return server.site

    yield begin
    for server in begun:
        server.shutdown()
        server.server_close()


@pytest.fixture
def site(new_site: Callable[[], Site]) -> Site:
    """One site."""
    return new_site()


WORDS = "The harbour of Port Ellery was opened again, officials of the <a href='/port'>port authority</a> said. "


def a_page(title: str = "Harbour reopens", words: str = WORDS, charset: str = "utf-8") -> bytes:
    """A news page."""
    body = "".join(f"<p>{words}It was day {day} of the strike.</p>" for day in range(6))
    page = (
        f'<!DOCTYPE html><html lang="en"><head><meta charset="{charset}"><title>{title}</title>'
        f'<meta property="article:published_time" content="2026-03-04T10:00:00Z"></head>'
        f"<body><article><h1>{title}</h1>{body}</article></body></html>"
    )
    return page.encode(charset)


def a_feed(*titles: str, title: str = "Port Ellery Gazette", more: str = "") -> bytes:
    """A feed in RSS with an article for each title."""
    items = "".join(
        f"<item><title>{one}</title><guid isPermaLink='false'>{one}</guid><link>/news/{number}</link>"
        f"<pubDate>Tue, {number + 1:02} Mar 2026 10:00:00 GMT</pubDate><author>Ada Lund</author>"
        f"<description>&lt;p&gt;{one}: the ships lie &lt;a href='/x'&gt;still&lt;/a&gt;.&lt;/p&gt;</description></item>"
        for number, one in reversed(list(enumerate(titles)))
    )
    head = f"<title>{title}</title><link>https://gazette.example/</link><language>en</language>{more}"
    return f"<?xml version='1.0'?><rss version='2.0'><channel>{head}{items}</channel></rss>".encode()
