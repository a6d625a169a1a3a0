"""A headline is what is left of a title when the site's name is off."""

import pytest

from tui.text.head.title import bare_title


@pytest.mark.parametrize(
    ("title", "sites", "headings", "headline"),
    [
        ("Bridge shut for good | The Tavora Post", (), (), "Bridge shut for good"),
        (
            "Bridge shut for good | World news | The Tavora Post",
            ("The Tavora Post",),
            (),
            "Bridge shut for good | World news",
        ),
        ("Bridge shut for good | World news | The Tavora Post", (), ("Bridge shut for good",), "Bridge shut for good"),
        ("Bridge shut for good - Kvartal", ("Kvartal",), (), "Bridge shut for good"),
        ("Bridge shut for good – kvartal.example", ("https://www.kvartal.example/x",), (), "Bridge shut for good"),
        ("Bridge shut for good - BridgeKeeper", ("https://bridgekeeper.example/x",), (), "Bridge shut for good"),
        ("Tavora Post: Bridge shut for good", (), ("Bridge shut for good",), "Bridge shut for good"),
        ("Tavora Post » Bridge shut for good", ("Tavora Post",), (), "Bridge shut for good"),
        ("Bridge shut for good :: Coast Weekly", (), (), "Bridge shut for good"),
        ("Mayor: bridge is shut for good", (), (), "Mayor: bridge is shut for good"),
        ("Tavora - a town without a bridge", (), (), "Tavora - a town without a bridge"),
        ("Bridge shut – what we know so far", (), (), "Bridge shut – what we know so far"),
        ("Either | or, and what lies between", (), (), "Either | or, and what lies between"),
        ("Twenty-one years on", ("Years",), (), "Twenty-one years on"),
        ("The Tavora Post", ("The Tavora Post",), (), "The Tavora Post"),
        ("", ("x",), ("y",), ""),
    ],
)
def test_headlines(title: str, sites: tuple[str, ...], headings: tuple[str, ...], headline: str) -> None:
    assert bare_title(title, sites, headings) == headline
