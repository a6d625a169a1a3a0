"""Documents of Word and LibreOffice: what they say, and not what was deleted in them."""

from datetime import date

import pytest

from tests.text.formats.opening import article_in, blocks_of, marked_words, open_here
from tests.text.made.zipped import archive, docx, odt
from tui.errors import UnreadableArticle
from tui.text.article import Known

HEADING = '<w:p><w:pPr><w:pStyle w:val="berschrift1"/></w:pPr><w:r><w:t>Why</w:t></w:r></w:p>'
STYLES = (
    '<w:style w:styleId="T0"><w:name w:val="Title"/></w:style>'
    '<w:style w:styleId="berschrift1"><w:name w:val="heading 1"/></w:style>'
    '<w:style w:styleId="Mein"><w:name w:val="Mein"/><w:basedOn w:val="berschrift1"/></w:style>'
)
NUMBERING = (
    '<w:abstractNum w:abstractNumId="7"><w:lvl w:ilvl="0"><w:numFmt w:val="decimal"/></w:lvl>'
    '<w:lvl w:ilvl="1"><w:numFmt w:val="bullet"/></w:lvl></w:abstractNum>'
    '<w:num w:numId="1"><w:abstractNumId w:val="7"/></w:num>'
)


def run(words: str, properties: str = "") -> str:
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{words}</w:t></w:r>'


def item(words: str, level: int = 0) -> str:
    numbers = f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="1"/></w:numPr>'
    return f"<w:p><w:pPr>{numbers}</w:pPr>{run(words)}</w:p>"


def cells(*words: str) -> str:
    return "<w:tr>" + "".join(f"<w:tc><w:p>{run(word)}</w:p></w:tc>" for word in words) + "</w:tr>"


def test_word_headings_go_by_the_names_of_styles() -> None:
    title = f'<w:p><w:pPr><w:pStyle w:val="T0"/></w:pPr>{run("Old Bridge")}</w:p>'
    own = f'<w:p><w:pPr><w:pStyle w:val="Mein"/></w:pPr>{run("Own")}</w:p>'
    article = article_in(docx(title + HEADING + own + f"<w:p>{run('It closed.')}</w:p>", styles=STYLES), "a.docx")
    assert article.title == "Old Bridge"
    assert [block[:2] for block in blocks_of(article)] == [
        ("heading", 1),
        ("heading", 1),
        ("heading", 1),
        ("paragraph", 0),
    ]


def test_word_marks_links_and_notes() -> None:
    bold = run("voted", "<w:b/>") + run(" twice", '<w:b w:val="0"/>') + run(" then", "<w:i/>")
    note = '<w:r><w:footnoteReference w:id="2"/></w:r>'
    body = f'<w:p>{run("They ")}{bold}{note}. <w:hyperlink r:id="r5">{run("minutes")}</w:hyperlink></w:p>'
    notes = f'<w:footnote w:id="2"><w:p>{run("By 7 to 2.")}</w:p></w:footnote>'
    data = docx(body, footnotes=notes)
    article = article_in(data, "a.docx")
    assert "They voted twice then[1]minutes" in article.text
    assert article.text.endswith("By 7 to 2.")
    assert ("strong", "voted", "") in marked_words(article)
    assert ("emphasis", " then", "") in marked_words(article)
    assert not [words for kind, words, _ in marked_words(article) if kind == "strong" and "twice" in words]


def test_what_was_deleted_in_word_is_left_out() -> None:
    gone = "<w:del><w:r><w:delText>not </w:delText></w:r></w:del>"
    body = f"<w:p>{run('It is ')}{gone}<w:ins>{run('now ')}</w:ins>{run('closed.')}</w:p>"
    assert article_in(docx(body), "a.docx").text == "It is now closed."


def test_word_lists_count_and_tables_are_laid_out() -> None:
    table = f"<w:tbl>{cells('Year', 'Cost')}{cells('2019', '5')}</w:tbl>"
    layout = f"<w:tbl>{cells('x' * 300)}{cells('y')}</w:tbl>"
    body = item("one") + item("under", 1) + item("two") + table + layout
    article = article_in(docx(body, numbering=NUMBERING), "a.docx")
    assert [(kind, level, marker, words) for kind, level, marker, words in blocks_of(article)[:4]] == [
        ("list item", 1, "1.", "one"),
        ("list item", 2, "•", "under"),
        ("list item", 1, "2.", "two"),
        blocks_of(article)[3],
    ]
    assert "2019  5" in article.text
    assert article.text.endswith("x" * 300 + "\n\ny")


LIBRE_STYLES = (
    '<style:style style:name="T1"><style:text-properties fo:font-weight="bold"/></style:style>'
    '<style:style style:name="P1" style:parent-style-name="Title"/>'
    '<text:list-style style:name="L1"><text:list-level-style-number/></text:list-style>'
)


def test_libreoffice_text_with_all_that_is_in_it() -> None:
    body = (
        "<text:tracked-changes><text:p>gone</text:p></text:tracked-changes>"
        '<text:p text:style-name="P1">Old Bridge</text:p>'
        '<text:h text:outline-level="2">Why</text:h>\n<text:p>They <text:span text:style-name="T1">voted</text:span>'
        "<text:note><text:note-citation>1</text:note-citation>"
        "<text:note-body><text:p>By 7 to 2.</text:p></text:note-body>"
        '</text:note> on<text:s text:c="2"/>Tuesday; <text:a xlink:href="https://example.org/m">minutes</text:a>.</text:p>'
        '<text:list text:style-name="L1"><text:list-item><text:p>one</text:p></text:list-item>'
        "<text:list-item><text:p>two</text:p></text:list-item></text:list>"
    )
    meta = "<dc:creator>Ada Lund</dc:creator><meta:creation-date>2024-05-14T10:00:00</meta:creation-date>"
    article = article_in(odt(body, LIBRE_STYLES, meta), "a.odt")
    assert (article.title, article.byline) == ("Old Bridge", "Ada Lund")
    assert (article.published.day, article.published.known) == (date(2024, 5, 14), Known.FOUND)
    assert "gone" not in article.text
    assert "They voted[1] on  Tuesday; minutes." in article.text
    assert ("strong", "voted", "") in marked_words(article)
    assert ("link", "minutes", "https://example.org/m") in marked_words(article)
    assert ("list item", 1, "2.", "two") in blocks_of(article)
    assert article.text.endswith("By 7 to 2.")


@pytest.mark.parametrize(
    ("name", "data", "words"),
    [
        ("a.docx", docx(""), "a.docx holds no text"),
        ("a.odt", odt(""), "a.odt holds no text"),
        ("a.docx", archive({"word/document.xml": "<w:document"}), "word/document.xml is not whole"),
        ("a.odt", archive({"content.xml": "<office/>"}), "is a document of LibreOffice"),
        ("a.ods", archive({"content.xml": "<o><body><spreadsheet/></body></o>"}), "is a spreadsheet of LibreOffice"),
        (
            "a.odt",
            archive({"content.xml": "x", "META-INF/manifest.xml": "<m><encryption-data/></m>"}),
            "is protected with a password",
        ),
        ("a.docx", archive({"word/document.xml": '<!DOCTYPE x [<!ENTITY a "b">]><x>&a;</x>'}), "XML bomb"),
    ],
    ids=map(str, range(7)),
)
def test_what_cannot_be_read_is_one_sentence(name: str, data: bytes, words: str) -> None:
    with pytest.raises(UnreadableArticle, match=words):
        open_here(data, name)


def test_nothing_in_them_reaches_the_terminal() -> None:
    for name, data in (
        ("a.docx", docx(f"<w:p>{run('a&#x9b;31mb')}</w:p>")),
        ("a.odt", odt("<text:p>a&#x9b;31mb</text:p>")),
    ):
        assert article_in(data, name).text == "ab"
