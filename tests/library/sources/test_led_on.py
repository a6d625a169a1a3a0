"""A page that only leads on is followed once, and with the checks that every way has."""

from typing import Any

import pytest

from tui.errors import ReaderError
from tui.library.sources.fetcher import Fetcher
from tui.library.sources.refresh import led_on_by

PAGE = "<html><head><meta http-equiv='refresh' content='{}'></head><body>One moment.</body></html>"


@pytest.mark.parametrize(
    ("page", "where"),
    [
        ('<meta http-equiv="refresh" content="0; url=/a?b=1&amp;c=2">', "/a?b=1&c=2"),
        ("<META content='3;URL=&quot;https://b.example/&quot;' HTTP-EQUIV=Refresh>", "https://b.example/"),
        ("<meta http-equiv=refresh content=0;/a>", "/a"),
        ("<meta http-equiv=refresh content='300; url=/a'>", ""),  # it loads itself again
        ("<meta http-equiv=refresh content='30'>", ""),
        ("<noscript><meta http-equiv=refresh content='0; url=/a'></noscript>", ""),
        ("<!-- <meta http-equiv=refresh content='0; url=/a'> -->", ""),
        ("<meta name=refresh content='0; url=/a'>", ""),
        ("<p>They refresh it.</p>", ""),
        ("<meta http-equiv=refresh content='0; url=" * 3000, ""),
    ],
)
def test_where_a_page_leads(page: str, where: str) -> None:
    assert led_on_by(page.encode()) == where


def test_it_is_followed_once(site: Any, fetcher: Fetcher) -> None:
    site.pages.update({"/": PAGE.format("0; url=/a").encode(), "/a": PAGE.format("0; url=/b").encode(), "/b": b"x"})
    answer = fetcher.get(site.at("/"), typed=site.at("/"))
    assert (answer.address, site.paths) == (site.at("/a"), ["/", "/a"])
    assert b"url=/b" in answer.body


def test_a_page_that_loads_itself_again_stays(site: Any, fetcher: Fetcher) -> None:
    site.pages["/"] = PAGE.format("0; url=/").encode()
    assert b"One moment" in fetcher.get(site.at("/"), typed=site.at("/")).body
    assert site.paths == ["/"]


@pytest.mark.parametrize("there", ["file:///etc/passwd", "http://169.254.169.254/latest", "http://127.0.0.2/x"])
def test_it_leads_nowhere_that_nobody_typed(site: Any, fetcher: Fetcher, there: str) -> None:
    site.pages["/"] = PAGE.format(f"0; url={there}").encode()
    with pytest.raises(ReaderError):
        fetcher.get(site.at("/"), typed=site.at("/"))
    assert site.paths == ["/"]
