"""Where the environment names a proxy, sites are asked through it, and nothing leads around the checks by it."""

import socket
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.library.sources.test_secure import certified, pytestmark
from tui.errors import ReaderError
from tui.library.sources.answer import Unfetched
from tui.library.sources.fetcher import Fetcher

__all__ = ["pytestmark"]


@pytest.fixture
def proxy(site: Any, monkeypatch: pytest.MonkeyPatch) -> Any:
    """A site that is the proxy of the environment."""
    for name in ("http_proxy", "https_proxy"):
        monkeypatch.setenv(name, f"http://ann:secret@127.0.0.1:{site.server.server_port}")
    monkeypatch.delenv("no_proxy", raising=False)
    return site


def test_a_site_is_asked_through_the_proxy(proxy: Any, fetcher: Fetcher) -> None:
    proxy.pages["http://gazette.example/a"] = b"words"
    assert fetcher.get("http://gazette.example/a").body == b"words"
    (asked,) = proxy.asked
    assert asked.host == "gazette.example"
    assert asked.headers["proxy-authorization"].startswith("Basic ")


def test_what_no_proxy_names_is_not(proxy: Any, fetcher: Fetcher, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("no_proxy", "other.example, .gazette.example")
    with pytest.raises(Unfetched, match="is not known"):
        fetcher.get("http://www.gazette.example/a")
    assert proxy.asked == []


def test_what_a_person_typed_of_her_own_network_is_not(proxy: Any, new_site: Any, fetcher: Fetcher) -> None:
    own = new_site()
    own.pages["/a"] = b"own"
    assert fetcher.get(own.at("/a"), typed=own.at("/a")).body == b"own"
    assert proxy.asked == []


@pytest.mark.parametrize(
    "there",
    ["http://127.0.0.1/", "http://169.254.169.254/latest", "http://intranet/", "http://wiki.corp/", "http://[::1]/"],
)
def test_nothing_leads_into_this_network_by_way_of_it(proxy: Any, fetcher: Fetcher, there: str) -> None:
    proxy.pages["http://gazette.example/a"] = (302, b"", {"Location": there})
    with pytest.raises(Unfetched):
        fetcher.get("http://gazette.example/a")
    assert proxy.paths == ["http://gazette.example/a"]


@pytest.mark.parametrize("said", ["socks5://127.0.0.1:1080", "http://", "http://["])
def test_a_proxy_that_is_not_spoken_is_told(fetcher: Fetcher, monkeypatch: pytest.MonkeyPatch, said: str) -> None:
    monkeypatch.setenv("http_proxy", said)
    with pytest.raises(ReaderError, match="http_proxy"):
        fetcher.get("http://gazette.example/a")


@pytest.fixture
def tunnel(site: Any, monkeypatch: pytest.MonkeyPatch) -> Iterator[list[str]]:
    """A proxy that lets through to the site, and what it was asked."""
    asked: list[str] = []
    listening = socket.create_server(("127.0.0.1", 0))

    def pass_on(source: socket.socket, target: socket.socket) -> None:
        try:
            while piece := source.recv(65536):
                target.sendall(piece)
            target.shutdown(socket.SHUT_WR)
        except OSError:
            pass

    def serve() -> None:
        try:
            while True:
                client, _ = listening.accept()
                head = b""
                while b"\r\n\r\n" not in head:
                    head += client.recv(4096)
                asked.append(head.split(b"\r\n")[0].decode())
                if b"refused" in head:
                    client.sendall(b"HTTP/1.1 403 Forbidden\r\n\r\n")
                    client.close()
                    continue
                there = socket.create_connection(("127.0.0.1", site.server.server_port))
                client.sendall(b"HTTP/1.1 200 OK\r\n\r\n")
                for pair in ((client, there), (there, client)):
                    threading.Thread(target=pass_on, args=pair, daemon=True).start()
        except OSError:
            pass

    threading.Thread(target=serve, daemon=True).start()
    monkeypatch.setenv("https_proxy", f"127.0.0.1:{listening.getsockname()[1]}")
    monkeypatch.delenv("no_proxy", raising=False)
    yield asked
    listening.close()


@pytest.mark.filterwarnings("ignore::pytest.PytestUnhandledThreadExceptionWarning")
@pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")
def test_over_tls_it_sees_the_host_alone_and_cannot_be_another(
    site: Any, tunnel: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch, fetcher: Fetcher
) -> None:
    monkeypatch.setenv("SSL_CERT_FILE", str(certified(tmp_path, site, "gazette.example")))
    site.pages["/a?secret"] = b"words"
    assert fetcher.get("https://gazette.example/a?secret").body == b"words"
    assert [line.rpartition(" ")[0] for line in tunnel] == ["CONNECT gazette.example:443"]
    assert "proxy-authorization" not in site.asked[0].headers
    with pytest.raises(Unfetched, match="cannot prove who it is"):
        fetcher.get("https://other.example/")
    with pytest.raises(Unfetched, match=r"The proxy 127\.0\.0\.1:\d+ does not let refused\.example through"):
        fetcher.get("https://refused.example/")
