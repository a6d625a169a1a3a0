"""A clipped page in Markdown is read as the same page in plain text is."""

from tui.text.article import Article
from tui.text.blocks.clipping import apart
from tui.text.formats.markdown import markdown_article
from tui.text.formats.plain import plain_article

LONG = (
    "The council of the harbour town voted on Tuesday to close the old bridge for good, after engineers had found "
    "cracks in two of its piers, and after the ferry company had promised a second boat, Mayor Ada Lund said."
)
CLIPPING = f"""Hans Olm contributed to this report.

{LONG}

{LONG.replace("council", "board")}

Workers stand on the old bridge of the harbour town in Port Vale, as the last of all cars crosses it on March 12, 2019.
Ferry Company Plans Second Boat for Summer

This is part one of a four-part series.

PORT VALE — Even as the bridge was being closed, the ferry company had ordered a boat for late February and March.

“Very much expected,” a senior U.S.

{LONG.replace("council", "guild")}

leave a reply:"""
MATTER = "---\ntitle: Old bridge to close | The Courier\nsource: The Courier\n---\n\n"


def marked(article: Article) -> list[tuple[str, str]]:
    return [(article.text[b.span.start : b.span.end], b.furniture or "") for b in article.blocks]


def test_caption_teaser_and_credit_are_marked_in_markdown_as_in_plain_text() -> None:
    article = markdown_article(MATTER + CLIPPING, "/a.md")
    assert marked(article) == marked(plain_article(CLIPPING, "-"))
    assert {reason for _, reason in marked(article)} == {
        "",
        "credit",
        "caption",
        "teaser",
        "series note",
        "interface",
    } - {"series note"}
    assert (article.title, article.publisher) == ("Old bridge to close", "The Courier")


def test_lists_of_links_are_other_articles_only_in_what_was_clipped() -> None:
    links = "\n\n".join((LONG, "- [The ferry and its men](/1)\n- [A second boat](/2)", LONG))
    assert [reason for _, reason in marked(markdown_article(MATTER + links, "/a.md"))] == ["", "teaser", "teaser", ""]
    assert [reason for _, reason in marked(markdown_article(links, "/a.md"))] == ["", "", "", ""]


def test_markdown_that_a_width_or_its_writer_broke_stays_as_it_is() -> None:
    for body in (
        "\n".join([LONG] * 9),  # a line for each sentence
        "```\n" + LONG + "\n" + LONG + "\n```\n" + LONG,
        "\n".join(LONG[start : start + 70] for start in range(0, len(LONG), 70)),
        f"{LONG}\n- an item\n\n{LONG}\n\n{LONG}\n\n{LONG}",
        "Short.\nLines.",
    ):
        assert apart(body) == body
