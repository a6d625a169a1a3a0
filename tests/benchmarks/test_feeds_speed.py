"""How long many feeds take, and one that has changed, in the process that fetches for readers: make bench."""

import json
import os
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

from tui.library.sources.feeds.followed import Followed, adding, change, followed
from tui.library.sources.feeds.following import update
from tui.library.sources.feeds.states import keep_states
from tui.library.sources.fetcher import Fetcher
from tui.library.sources.folder import articles_folder

pytestmark = pytest.mark.bench

FEEDS, ITEMS = 200, 50
SITE = """
import sys, threading
from http.server import ThreadingHTTPServer
from tests.site import Handler, Server, Site
words = "The ships lie still for a day more, and number"
paragraphs = "".join(f"&lt;p&gt;{words} {n} of them waits.&lt;/p&gt;" for n in range(12))
def feed(number, items):
    parts = "".join(
        f"<item><title>Day {one} of feed {number}</title><guid>{number}-{one}</guid><link>/{number}/{one}</link>"
        f"<pubDate>Tue, 03 Mar 2026 10:00:00 GMT</pubDate><description>{paragraphs}</description></item>"
        for one in range(items))
    head = f"<title>Feed {number}</title><link>https://feed{number}.example/</link>"
    return f"<rss version='2.0'><channel>{head}{parts}</channel></rss>".encode()
def answer(number, body, etag):
    def page(handler):
        same = handler.headers.get("If-None-Match") == etag
        handler.send(304) if same else handler.send(200, body, {"ETag": etag})
    return page
feeds, items = int(sys.argv[1]), int(sys.argv[2])
server = Server(("127.0.0.1", 0), Handler)
server.site = Site(server)
for number in range(feeds):
    server.site.pages[f"/{number}"] = answer(number, feed(number, items), '"1"')
def more(handler):
    server.site.pages["/0"] = answer(0, feed(0, items + 1), '"2"')
    handler.send(200, b"x")
server.site.pages["/more"] = more
print(server.server_port, flush=True)
server.serve_forever()
"""


@contextmanager
def a_site() -> Iterator[int]:
    """The port of a site with so many feeds, in a process of its own."""
    command = [sys.executable, "-c", SITE, str(FEEDS), str(ITEMS)]
    root = str(Path(__file__).parents[2])
    with subprocess.Popen(command, stdout=subprocess.PIPE, env={**os.environ, "PYTHONPATH": root}) as process:
        assert process.stdout is not None
        try:
            yield int(process.stdout.readline())
        finally:
            process.kill()


def apart(wanted: dict[str, Any]) -> tuple[float, list[dict[str, Any]]]:
    """How long the process takes, its start with it, and what it says."""
    began = time.perf_counter()
    command = [sys.executable, "-P", "-m", "tui.library.sources.process"]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as process:
        assert process.stdin is not None
        assert process.stdout is not None
        process.stdin.write(json.dumps(wanted).encode() + b"\n")
        process.stdin.flush()
        said = [json.loads(line) for line in process.stdout]
    return time.perf_counter() - began, said


def test_feeds() -> None:
    with a_site() as port:
        change(adding(*(Followed(f"http://127.0.0.1:{port}/{number}", f"Feed {number}") for number in range(FEEDS))))
        first, said = apart({"update": {"now": True}})
        came = sum(len(one.get("files", ())) for one in said)
        again, _ = apart({"update": {"now": True}})
        fetcher = Fetcher()
        fetcher.get(f"http://127.0.0.1:{port}/more", typed=f"http://127.0.0.1:{port}/")
        began = time.perf_counter()
        (one,) = update(fetcher, followed()[:1])
        changed = time.perf_counter() - began
        keep_states({})
        began = time.perf_counter()
        list(update(fetcher, followed()[1:2]))
        unchanged = time.perf_counter() - began
        fetcher.close()
    assert came == FEEDS * ITEMS
    assert len(one.files) == 1
    assert len(list(articles_folder().rglob("*.atom"))) == FEEDS * ITEMS + 1
    load = os.getloadavg()[0]
    print(f"\n\n{FEEDS} feeds of {ITEMS} articles, from loopback, two connections; load {load:.1f}")
    for words, seconds in (
        ("all of them new, s", first),
        ("all of them asked again, s", again),
        ("one with one new article, ms", changed * 1000),
        ("one sent whole with nothing new, ms", unchanged * 1000),
    ):
        print(f"{words:<40}{seconds:>10.2f}")
    assert first < 60
    assert changed < 1
