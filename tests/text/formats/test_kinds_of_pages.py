"""Pages made for telephones and for printers are articles like the others."""

from tui.text.formats.html import html_article

WORDS = "The council voted on Tuesday to close the old bridge for good, after a long debate about the money it costs"
BODY = "".join(f"<p>{WORDS} in year {year}.</p>" for year in (1, 2, 3, 4))


def test_a_page_for_telephones() -> None:
    page = (
        "<!doctype html><html amp lang=en><head><meta charset=utf-8><title>Old Bridge</title>"
        "<link rel=canonical href='https://example.org/bridge'><style amp-boilerplate>body{}</style></head><body>"
        "<amp-sidebar><ul><li>Home<li>News</ul></amp-sidebar><article><h1>Old Bridge</h1>"
        f"<amp-img src=x></amp-img>{BODY}</article><amp-ad>Buy this</amp-ad></body></html>"
    )
    article = html_article(page, "/a.html", "a.html")
    assert (article.title, article.url) == ("Old Bridge", "https://example.org/bridge")
    assert article.text.count(WORDS) == 4
    assert "Buy this" not in article.text


def test_a_page_for_printers() -> None:
    page = (
        "<html><head><title>Old Bridge</title></head><body onload='window.print()'><h1>Old Bridge</h1>"
        f"<div>By Ada Lund</div><hr>{BODY}<hr><p>Printed from https://example.org/bridge</p></body></html>"
    )
    article = html_article(page, "/a.html", "a.html")
    assert (article.title, article.byline) == ("Old Bridge", "Ada Lund")
    assert article.text.count(WORDS) == 4
