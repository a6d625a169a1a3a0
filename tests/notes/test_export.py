"""Out and in again: the same notes; and what others read of them."""

import csv
import io
import json
import re
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from tui.errors import ReaderError
from tui.notes.export import MORE, READWISE, to_csv, to_json, to_markdown, to_vault
from tui.notes.note import Anchor, Note, Target
from tui.notes.store import NoteStore
from tui.notes.sync.taking_in import read_notes
from tui.notes.web_annotation import to_annotations
from tui.text.harmless import harmless
from tui.text.span import Span

texts = st.text(max_size=30)
moments = st.datetimes(datetime(1900, 1, 1), datetime(2900, 1, 1), timezones=st.just(UTC))
spans = st.tuples(st.integers(0, 10**6), st.integers(0, 10**4)).map(lambda pair: Span(pair[0], sum(pair)))
notes = st.builds(
    Note,
    id=st.uuids().map(str),
    source=st.text(min_size=1, max_size=20),
    title=texts,
    url=texts | st.just("https://example.org/a"),
    target=st.sampled_from(Target),
    subject=texts,
    anchor=st.none() | st.builds(Anchor, exact=texts, prefix=texts, suffix=texts, span=spans),
    body=texts | st.just("# Head\n\n- [ ] *task* #tag <b>html</b>"),
    created=moments,
    updated=moments,
    deleted=st.none() | moments,
    conflict_of=st.just("") | st.uuids().map(str),
)


@pytest.mark.parametrize("write", [to_json, to_annotations], ids=["json", "json-ld"])
@given(st.lists(notes, max_size=4, unique_by=lambda note: note.id))
def test_the_same_notes_come_back(write: Callable[..., str], written: list[Note]) -> None:
    read = read_notes(write(written).encode(), "notes.json")
    assert read.skipped == ()
    with TemporaryDirectory() as folder:
        store = NoteStore(Path(folder))
        assert len(store.add(read.notes).new) == len(written)
        stored = {*store.all_notes(), *store.all_notes(deleted=True)}
    assert stored == set(written)


def test_the_file_itself_can_be_taken_in(store: NoteStore, folder: Path, write: Callable[..., Note]) -> None:
    kept, gone = store.save(write("kept")), store.save(write("gone"))
    store.delete(gone.id)
    store.purge_trash(older_than=datetime.resolution * 0)
    assert read_notes((folder / "notes.json").read_bytes(), "notes.json") == ((kept,), ())


def test_the_later_version_stays(store: NoteStore, write: Callable[..., Note]) -> None:
    first = store.save(write("first"))
    exported = to_json(store.all_notes()).encode()
    second = store.put_back(first) and store.save(first)
    added = store.add(read_notes(exported, "x").notes)
    assert (added.new, added.replaced, added.older) == ((), (), 1)
    store.put_back(first)
    assert second is not None
    assert store.add([second]) == ((), (first,), 0)
    assert store.all_notes() == (second,)


def test_web_annotation_model(write: Callable[..., Note]) -> None:
    page = json.loads(to_annotations([write("Who? #todo")]))
    (annotation,) = page["items"]
    assert page["@context"][0] == "http://www.w3.org/ns/anno.jsonld"
    assert annotation["id"].startswith("urn:uuid:")
    assert annotation["target"]["source"] == "https://example.org/ferry"
    quote, position = annotation["target"]["selector"]
    assert (quote["type"], quote["exact"]) == ("TextQuoteSelector", "Nobody had counted the passengers.")
    assert position == {"type": "TextPositionSelector", "start": 31, "end": 65}
    assert annotation["body"] == [
        {"type": "TextualBody", "value": "Who? #todo", "format": "text/markdown", "purpose": "commenting"},
        {"type": "TextualBody", "value": "todo", "purpose": "tagging"},
    ]


def test_a_highlight_is_one_in_every_format(store: NoteStore, write: Callable[..., Note]) -> None:
    note = store.save(write(""))
    assert note.is_highlight
    (annotation,) = json.loads(to_annotations([note]))["items"]
    assert (annotation["motivation"], annotation["body"]) == ("highlighting", [])
    (row,) = json.loads(to_json([note]))["notes"]
    assert (row["motivation"], row["body"]) == ("highlighting", "")
    (cells,) = csv.DictReader(io.StringIO(to_csv([note])))
    assert (cells["Highlight"], cells["Note"]) == ("Nobody had counted the passengers.", "")
    text = to_markdown([note])
    assert f"> Nobody had counted the passengers.\n\n*{note.created:%Y-%m-%d %H:%M} UTC, highlight*\n" in text
    for written in (to_annotations([note]), to_json([note])):
        assert read_notes(written.encode(), "x").notes == (note,)


FOREIGN = [
    ({"type": "Annotation", "target": "http://example.org/a", "bodyValue": "short"}, "short", None),
    (
        {
            "@context": "http://www.w3.org/ns/anno.jsonld",
            "id": "http://example.org/anno1",
            "type": ["Annotation"],
            "created": "2015-01-28T12:00:00Z",
            "body": [
                {"type": "TextualBody", "value": "<b>as it is</b>", "format": "text/html"},
                {"type": "TextualBody", "value": "two words", "purpose": ["tagging"]},
                "http://example.org/more",
            ],
            "target": [
                {
                    "source": {"id": "http://example.org/a"},
                    "selector": {"type": "TextQuoteSelector", "exact": "ferry", "prefix": "The "},
                },
                "http://example.org/b",
            ],
        },
        "<b>as it is</b>\n\nhttp://example.org/more #two-words",
        Anchor("ferry", "The ", "", Span(0, 5)),
    ),
]


@pytest.mark.parametrize(("annotation", "body", "anchor"), FOREIGN)
def test_annotations_of_others(annotation: object, body: str, anchor: Anchor | None) -> None:
    forms = (
        annotation,
        [annotation],
        {"type": "AnnotationPage", "items": [annotation]},
        {"type": "AnnotationCollection", "first": {"type": "AnnotationPage", "items": [annotation]}},
    )
    for form in forms:
        (note,) = read_notes(json.dumps(form).encode(), "x").notes
        assert (note.body, note.anchor) == (body, anchor)
        assert note.source == note.url == "http://example.org/a"
        if isinstance(annotation, dict) and "created" in annotation:
            assert note.created == datetime(2015, 1, 28, 12, tzinfo=UTC)
    first, second = (read_notes(json.dumps(annotation).encode(), "x").notes[0].id for _ in range(2))
    assert first == second  # reading it twice makes no second note


@pytest.mark.parametrize(
    "content",
    [b"", b"\xff", b"[]", b"1", b"null", b'{"notes": 1}', b'{"notes": [], "version": 2}', b"[" * 100_000, b"{}"],
)
def test_what_is_no_notes_is_said(content: bytes) -> None:
    with pytest.raises(ReaderError, match=r"x\.json"):
        read_notes(content, "x.json")


@pytest.mark.parametrize(
    "item",
    [
        1,
        None,
        {},
        {"type": "Annotation"},
        {"type": "Annotation", "target": []},
        {"type": "Annotation", "target": {"source": "a", "selector": {"type": "TextQuoteSelector"}}},
        {"type": "Annotation", "target": "a", "created": "yesterday"},
        {"type": "Annotation", "target": "a", "created": 5},
        {"type": "Annotation", "target": "http://[", "dateline:target": "dream"},
    ],
)
def test_bad_items_are_left_out(item: object) -> None:
    page = {"type": "AnnotationPage", "items": [item, FOREIGN[0][0]]}
    read = read_notes(json.dumps(page).encode(), "x.json")
    assert [note.body for note in read.notes] == ["short"]
    assert len(read.skipped) == 1
    ours = {"version": 1, "notes": [item]}
    assert len(read_notes(json.dumps(ours).encode(), "x.json").skipped) == 1


def test_readwise_columns(write: Callable[..., Note]) -> None:
    (row,) = csv.DictReader(io.StringIO(to_csv([write("Who?")]), newline=""))
    assert tuple(row) == (*READWISE, *MORE)
    assert row["Highlight"] == "Nobody had counted the passengers."
    assert (row["Title"], row["Note"], row["Location"]) == ("The ferry", "Who?", "31")
    datetime.strptime(row["Date"], "%Y-%m-%d %H:%M:%S")


@pytest.mark.parametrize("body", ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "\n=1", "  =1", "=cmd|' /C calc'!A0"])
def test_no_cell_is_a_formula(write: Callable[..., Note], body: str) -> None:
    (row,) = csv.DictReader(io.StringIO(to_csv([write(body)]), newline=""))
    assert row["Note"] == f"'{body}"


def test_markdown(write: Callable[..., Note]) -> None:
    text = to_markdown([write("by *noon* #wind", 66, 94), write("why so early", 25, 29)])
    assert text.startswith("# The ferry\n\n<https://example.org/ferry>\n\n> dawn\n\nwhy so early\n")
    assert "> By noon the wind had turned.\n\nby *noon* #wind\n" in text


MARKDOWN = ["# head", "1. one", "1) one", "- a", "+ a", "* a", "> b", "`c` [d](e) <f> &amp; ~~g~~", "a\n===", "a\n---"]
MARKDOWN += [
    "| a |",
    "a\\b",
    "a\\",
    "    code",
    "\tcode",
    "```\nx",
    "<div>",
    "[a]: b",
    "![i](j)",
    "a  \nb",
    "***",
    "_ _ _",
]


@given(st.text(max_size=40) | st.lists(st.sampled_from(MARKDOWN), max_size=3).map("\n".join))
def test_quotes_are_shown_as_they_are(quote: str) -> None:
    now = datetime(2024, 5, 14, tzinfo=UTC)
    quote = harmless(quote)
    note = Note("i", "s", "t", "", Target.TEXT, "", Anchor(quote, "", "", Span(0, 9)), "b", now, now)
    tokens = MarkdownIt().parse(to_markdown([note]))
    inside = [index for index, token in enumerate(tokens) if token.type.startswith("blockquote")]
    if not quote.strip():
        assert inside == []
        return
    first, last = inside
    shown = []
    for token in tokens[first + 1 : last]:
        assert token.type in ("paragraph_open", "inline", "paragraph_close")
        for child in token.children or ():
            assert child.type in ("text", "softbreak", "text_special")
            shown.append(child.content or "\n")
        shown.append("\n")
    assert "".join(shown).split() == quote.split()


def test_vault_for_obsidian(write: Callable[..., Note]) -> None:
    titles = ["The Ferry", "a/b: 'c'", "../../../etc/passwd", "...", ""]
    others = [replace(write(), source=f"/{number}", title=title) for number, title in enumerate(titles)]
    files = dict(to_vault([write("#b #a"), *others]))
    assert sorted(files) == ["4.md", "The Ferry.md", "The ferry (2).md", "a b 'c'.md", "etc passwd.md", "untitled.md"]
    front = re.match(r"---\n(.*?)---\n", files["The ferry (2).md"], re.DOTALL)
    assert front is not None
    head = yaml.safe_load(front[1])
    assert (head["title"], head["tags"], head["notes"]) == ("The ferry", ["a", "b"], 1)
    assert head["source"] == "/articles/ferry.md"


@given(st.lists(texts, min_size=2, max_size=5))
def test_file_names_are_safe_and_different(titles: list[str]) -> None:
    now = datetime(2024, 5, 14, tzinfo=UTC)
    written = [
        Note(str(number), str(number), title, "", Target.ARTICLE, "", None, "b", now, now)
        for number, title in enumerate(titles)
    ]
    names = [name for name, _ in to_vault(written)]
    assert len({name.casefold() for name in names}) == len(titles)
    for name in names:
        assert not name.startswith(".")
        assert not set(name) & set('/\\:*?"<>|\n\0')
        assert len(name.encode()) < 200
