"""What is fetched comes whole, in time, in size, and from where it was to come from."""

import gzip
import socket
import threading
import time
from typing import Any

import pytest

from tui.library.sources.address import BadAddress
from tui.library.sources.answer import Unfetched
from tui.library.sources.fetcher import Fetcher


def got(fetcher: Fetcher, address: str, **options: Any) -> bytes:
    return fetcher.get(address, typed=address, **options).body


def test_a_page_comes_and_the_connection_is_used_again(site: Any, fetcher: Fetcher) -> None:
    ports = set()

    def page(handler: Any) -> None:
        ports.add(handler.client_address[1])
        handler.send(200, b"<p>hello")

    site.pages.update({"/a": page, "/b": page})
    assert got(fetcher, site.at("/a")) == got(fetcher, site.at("/b")) == b"<p>hello"
    assert len(ports) == 1
    assert site.asked[0].host == f"127.0.0.1:{site.server.server_port}"
    assert "Dateline" in site.asked[0].headers["user-agent"]


def test_a_connection_that_was_let_go_is_made_anew(site: Any, fetcher: Fetcher) -> None:
    def page(handler: Any) -> None:
        handler.send(200, b"once")
        handler.close_connection = True

    site.pages["/"] = page
    assert got(fetcher, site.at("/")) == b"once"
    assert got(fetcher, site.at("/")) == b"once"


def test_what_is_packed_is_unpacked(site: Any, fetcher: Fetcher) -> None:
    site.pages["/"] = lambda handler: handler.send_packed(b"words " * 1000)
    assert got(fetcher, site.at("/")) == b"words " * 1000


def test_what_grows_when_unpacked_is_left(site: Any, fetcher: Fetcher) -> None:
    bomb = gzip.compress(bytes(1 << 28))  # 256 MiB in 260 KiB
    site.pages["/"] = lambda handler: handler.send(200, bomb, {"Content-Encoding": "gzip"})
    with pytest.raises(Unfetched, match="sends more than 64 MiB") as caught:
        got(fetcher, site.at("/"))
    assert not caught.value.again
    assert len(site.asked) == 1


def test_what_never_ends_is_left(site: Any, fetcher: Fetcher) -> None:
    def endless(handler: Any) -> None:
        handler.send(200, b"", {"Content-Length": str(1 << 40)})
        while True:
            handler.wfile.write(b"x" * 65536)

    site.pages["/"] = endless
    with pytest.raises(Unfetched, match="sends more than 1 MiB"):
        got(fetcher, site.at("/"), largest=1 << 20)


def test_what_only_drips_is_left(site: Any) -> None:
    ended = threading.Event()

    def dripping(handler: Any) -> None:
        handler.send(200, b"", {"Content-Length": "100000"})
        while not ended.wait(0.05):
            handler.wfile.write(b"x")
            handler.wfile.flush()

    site.pages["/"] = dripping
    began = time.monotonic()
    answer = Fetcher(whole=0.5).get(site.at("/"), typed=site.at("/"))
    ended.set()
    assert answer.cut
    assert time.monotonic() - began < 120  # the whole of it would take more than an hour


def test_a_head_that_only_drips_is_left(site: Any) -> None:
    ended = threading.Event()

    def dripping(handler: Any) -> None:
        handler.wfile.write(b"HTTP/1.1 200 OK\r\nX-Long: ")
        while not ended.wait(0.05):
            handler.wfile.write(b"x")
            handler.wfile.flush()

    site.pages["/"] = dripping
    with pytest.raises(Unfetched, match="too slowly"):
        Fetcher(whole=0.5).get(site.at("/"), typed=site.at("/"))
    ended.set()


def in_chunks(handler: Any, *chunks: bytes, end: bytes = b"0\r\n\r\n") -> None:
    handler.send(200, b"", {"Content-Length": "", "Transfer-Encoding": "chunked"})
    for chunk in chunks:
        handler.wfile.write(f"{len(chunk):x}\r\n".encode() + chunk + b"\r\n")
        handler.wfile.flush()
    handler.wfile.write(end)


def test_what_comes_in_chunks_is_joined_and_the_connection_used_again(site: Any, fetcher: Fetcher) -> None:
    site.pages["/"] = lambda handler: in_chunks(handler, b"<p>one ", b"two")

    def cut(handler: Any) -> None:
        in_chunks(handler, b"<p>one ", end=b"")
        handler.close_connection = True

    site.pages["/cut"] = cut
    assert got(fetcher, site.at("/")) == got(fetcher, site.at("/")) == b"<p>one two"
    answer = fetcher.get(site.at("/cut"), typed=site.at("/cut"))
    assert (answer.cut, answer.body) == (True, b"<p>one ")


def test_whoever_says_nothing_of_the_length_may_close(site: Any, fetcher: Fetcher) -> None:
    def old(handler: Any) -> None:
        handler.wfile.write(b"HTTP/1.0 200 OK\r\nContent-Type: text/html\r\n\r\n<p>words")
        handler.close_connection = True

    site.pages["/"] = old
    assert got(fetcher, site.at("/")) == got(fetcher, site.at("/")) == b"<p>words"


@pytest.mark.parametrize(
    "answer", [b"", b"\0" * 100, b"HTTP/9.9 what\r\n\r\n", b"HTTP/1.1 200 OK\r\n" + b"X: y\r\n" * 500], ids=range(4)
)
def test_what_is_no_answer_is_told(site: Any, fetcher: Fetcher, answer: bytes) -> None:
    def odd(handler: Any) -> None:
        handler.wfile.write(answer)
        handler.close_connection = True

    site.pages["/"] = odd
    with pytest.raises(Unfetched, match=r"broke off|answers"):
        got(fetcher, site.at("/"))


def test_a_cut_answer_says_so(site: Any, fetcher: Fetcher) -> None:
    def cut(handler: Any) -> None:
        handler.send(200, b"<p>half", {"Content-Length": "1000"})
        handler.close_connection = True

    site.pages["/"] = cut
    answer = fetcher.get(site.at("/"), typed=site.at("/"))
    assert (answer.cut, answer.body) == (True, b"<p>half")


def test_nobody_there(fetcher: Fetcher) -> None:
    with socket.create_server(("127.0.0.1", 0)) as server:
        port = server.getsockname()[1]
    with pytest.raises(Unfetched, match="does not take connections") as caught:
        got(fetcher, f"http://127.0.0.1:{port}/")
    assert caught.value.again


@pytest.mark.parametrize(
    ("status", "words", "again"),
    [
        (404, "has no such page", False),
        (410, "gone for good", False),
        (403, "does not let Dateline in", False),
        (429, "asks for fewer visits", True),
        (503, "out of order", True),
    ],
)
def test_refusals_are_told(site: Any, fetcher: Fetcher, status: int, words: str, again: bool) -> None:
    site.pages["/"] = (status, b"sorry", {"Retry-After": "120"})
    with pytest.raises(Unfetched, match=words) as caught:
        got(fetcher, site.at("/"))
    assert (caught.value.again, caught.value.status, caught.value.wait) == (again, status, 120.0)


def test_it_is_led_on_and_told_where_to_ask_from_now_on(site: Any, fetcher: Fetcher) -> None:
    site.pages.update(
        {
            "/old": (301, b"", {"Location": "/newer"}),
            "/newer": (308, b"", {"Location": site.at("/new")}),
            "/new": (302, b"moved", {"Location": "today?day=3"}),
            "/today?day=3": b"words",
        }
    )
    answer = fetcher.get(site.at("/old"), typed=site.at("/old"))
    assert answer.body == b"words"
    assert answer.address == site.at("/today?day=3")
    assert answer.moved == site.at("/new")


def test_a_circle_ends(site: Any, fetcher: Fetcher) -> None:
    site.pages.update({"/a": (302, b"", {"Location": "/b"}), "/b": (302, b"", {"Location": "/a"})})
    with pytest.raises(Unfetched, match="without end"):
        got(fetcher, site.at("/a"))


@pytest.mark.parametrize(
    "there", ["file:///etc/passwd", "ftp://example.org/x", "gopher://127.0.0.1/", "data:text/html,x", "javascript:x"]
)
def test_it_is_never_led_to_what_is_not_on_the_web(site: Any, fetcher: Fetcher, there: str) -> None:
    site.pages["/"] = (301, b"", {"Location": there})
    with pytest.raises(BadAddress):
        got(fetcher, site.at("/"))


@pytest.mark.parametrize(
    "host", ["127.0.0.2", "localhost", "169.254.169.254", "10.0.0.1", "0x7f000001", "2130706433", "[::1]", "0.0.0.0"]
)
def test_it_is_never_led_into_this_machine_or_its_network(
    site: Any, new_site: Any, fetcher: Fetcher, host: str
) -> None:
    other = new_site()
    other.pages["/secret"] = b"secret"
    site.pages["/"] = (302, b"", {"Location": other.at("/secret", host)})
    with pytest.raises(Unfetched, match=r"on this machine|not known"):
        got(fetcher, site.at("/"))
    assert other.asked == []


def test_another_port_of_the_host_that_was_typed_is_another_place(site: Any, new_site: Any, fetcher: Fetcher) -> None:
    other = new_site()
    site.pages["/"] = (302, b"", {"Location": other.at("/secret")})
    with pytest.raises(Unfetched, match="on this machine"):
        got(fetcher, site.at("/"))
    assert other.asked == []


def test_what_nobody_typed_is_never_on_this_machine(site: Any, fetcher: Fetcher) -> None:
    with pytest.raises(Unfetched, match="on this machine"):
        fetcher.get(site.at("/"))
    assert site.asked == []


def test_the_number_that_was_checked_is_the_one_connected_to(
    site: Any, fetcher: Fetcher, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A name may stand for another number the second time that it is looked up."""
    looked_up: list[str] = []
    real = socket.getaddrinfo

    def rebinding(host: str, port: int, *arguments: Any, **options: Any) -> Any:
        looked_up.append(host)
        if host == "rebinding.example":
            host = "8.8.8.8" if len(looked_up) == 1 else "127.0.0.1"
        return real(host, port, *arguments, **options)

    connected: list[str] = []

    def refuse(address: tuple[str, int], *_: Any, **__: Any) -> Any:
        connected.append(address[0])
        raise ConnectionRefusedError("refused")

    monkeypatch.setattr(socket, "getaddrinfo", rebinding)
    monkeypatch.setattr("urllib3.util.connection.create_connection", refuse)
    with pytest.raises(Unfetched, match="does not take connections"):
        fetcher.get("http://rebinding.example/")
    assert connected == ["8.8.8.8"]
    assert looked_up == ["rebinding.example"]


def test_two_connections_to_a_host_and_no_more(site: Any, fetcher: Fetcher) -> None:
    both = threading.Barrier(2)

    def page(handler: Any) -> None:
        both.wait(120)  # comes together with another one, and so with a single one only
        handler.send(200, b"x")

    site.pages.update({f"/{number}": page for number in range(8)})
    threads = [threading.Thread(target=got, args=(fetcher, site.at(f"/{number}"))) for number in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(120)
    assert len(site.asked) == 8
    assert site.most == 2
