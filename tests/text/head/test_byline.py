"""A byline is the names in it."""

import pytest

from tui.text.head.byline import byline_of


@pytest.mark.parametrize(
    ("words", "names"),
    [
        ("Anna Quill", "Anna Quill"),
        ("By Anna Quill", "Anna Quill"),
        ("By Anna Quill and Leo Marsh, Tavora Post Staff Writers", "Anna Quill and Leo Marsh"),
        ("By ANNA QUILL", "Anna Quill"),
        ("By Anna Quill Political Correspondent", "Anna Quill"),
        ("Anna Quill, Senior Education Reporter", "Anna Quill"),
        ("Anna Quill, BBC News, Rome", "Anna Quill"),
        ("Anna Quill, MNN", "Anna Quill"),
        ("Anna Quill for the Daily Sard", "Anna Quill"),
        ("Anna Quill in Port Vale", "Anna Quill"),
        ("Anna Quill | Tavora Post", "Anna Quill"),
        ("Anna Quill Updated 4 May 2021 10:15", "Anna Quill"),
        ("By Anna Quill • May 4, 2021", "Anna Quill"),
        ("Submitted by Anna Quill on Tuesday, 05/04/2021 - 14:05", "Anna Quill"),
        ("Written by: Anna Quill aquill@post.example @aquill", "Anna Quill"),
        ("Anna Quill, Leo Marsh", "Anna Quill, Leo Marsh"),
        ("Sofia de la Cruz", "Sofia de la Cruz"),
        ("Associated Press", "Associated Press"),
        ("The Courier Staff", "The Courier Staff"),
        ("May Friday", "May Friday"),
        ("", ""),
    ],
)
def test_names(words: str, names: str) -> None:
    assert byline_of(words) == names


def test_the_sites_own_name_goes() -> None:
    assert byline_of("Anna Quill - Kvartal", "Kvartal") == "Anna Quill"
    assert byline_of("Kvartal", "Kvartal") == "Kvartal"
