"""Addresses as people type them, as pages write them, and those that are none."""

import doctest

import pytest

from tui.library.sources import address, hosts, kept_files, waiting
from tui.library.sources.address import BadAddress, addresses_in, cleaned, taken_apart, typed_address
from tui.library.sources.hosts import is_public


@pytest.mark.parametrize("module", [address, hosts, kept_files, waiting])
def test_examples(module: object) -> None:
    assert doctest.testmod(module).failed == 0  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("typed", "asked"),
    [
        ("https://example.org/a b", "https://example.org/a%20b"),
        ("HTTP://Example.ORG:80/x?q=ä", "http://example.org/x?q=%C3%A4"),
        ("https://münchen.example/straße", "https://xn--mnchen-3ya.example/stra%C3%9Fe"),
        ("https://example.org:8443", "https://example.org:8443/"),
        ("<https://example.org/100%25>", "https://example.org/100%25"),
        ("http://[::1]:8000/x", "http://[::1]:8000/x"),
        ("localhost:8000/feed", "https://localhost:8000/feed"),
        ("feed://example.org/rss", "https://example.org/rss"),
    ],
)
def test_typed(typed: str, asked: str) -> None:
    assert str(taken_apart(typed_address(typed))) == asked


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ("file:///etc/passwd", "dateline FILE opens it"),
        ("javascript:alert(1)", "is not on the web"),
        ("notes", "is no address"),
        ("https://example.org/\udcff", "is no address"),
        ("https://example.org/?q=\ud800", "is no address"),
        ("https://", "names no site"),
        ("https://exa mple.org/", "names no site"),
        ("https://example.org:99999/", "is no address"),
        ("https://[::1/", "is no address"),
        (f"https://example.org/{'x' * 5000}", "too long"),
        ("ftp://example.org/", "is not on the web"),
    ],
)
def test_no_addresses(typed: str, words: str) -> None:
    with pytest.raises(BadAddress, match=words):
        typed_address(typed)


def test_a_name_and_a_password_are_no_part_of_what_is_asked_for() -> None:
    there = taken_apart("https://ann:s%40cret@example.org/x")
    assert (str(there), there.who) == ("https://example.org/x", "ann:s@cret")


def test_several_are_pasted_at_once() -> None:
    assert addresses_in("https://a.example/1\nb.example/2  https://a.example/1") == (
        "https://a.example/1",
        "https://b.example/2",
    )


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("https://example.org/a", "http://www.example.org/a/"),
        ("https://example.org/a?utm_medium=x&utm_source=y", "https://example.org/a#top"),
        ("https://example.org/a?id=1&fbclid=zz", "https://example.org/a?id=1"),
    ],
)
def test_the_same_article(one: str, other: str) -> None:
    assert cleaned(one) == cleaned(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("https://example.org/a?id=1", "https://example.org/a?id=2"),
        ("https://example.org/a", "https://example.org:8443/a"),
    ],
)
def test_not_the_same_article(one: str, other: str) -> None:
    assert cleaned(one) != cleaned(other)


@pytest.mark.parametrize(
    "number",
    [
        "127.0.0.1", "0.0.0.0", "10.1.2.3", "172.16.0.1", "192.168.1.1", "169.254.169.254", "100.64.0.1", "224.0.0.1",
        "255.255.255.255", "::1", "::", "fe80::1", "fe80::1%eth0", "fc00::1", "ff02::1", "::ffff:127.0.0.1",
        "64:ff9b::7f00:1", "2002:7f00:1::", "192.0.2.1", "198.18.0.1", "nonsense", "",
    ],
)  # fmt: skip
def test_numbers_of_this_machine_and_its_network(number: str) -> None:
    assert not is_public(number)


@pytest.mark.parametrize("number", ["8.8.8.8", "93.184.216.34", "2606:4700::6810:84e5", "64:ff9b::808:808"])
def test_numbers_of_the_open_net(number: str) -> None:
    assert is_public(number)
