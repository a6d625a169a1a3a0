"""What was read is kept as it was read, and the text before it; whatever becomes of the file."""

import threading

import pytest

from tui.library.versions import LONGEST, Versions
from tui.text.formats.plain import plain_article


def article(text, source="/a.txt"):
    return plain_article(text, source, "A title", exact=True)


@pytest.fixture
def versions(tmp_path):
    return Versions(tmp_path / "read.sqlite")


def test_the_text_before_is_told_until_there_is_another(versions):
    assert versions.keep(article("One.")) is None
    assert versions.keep(article("One.")) is None
    assert versions.keep(article("Two.")).text == "One."
    assert versions.keep(article("Two.")).text == "One."  # opened again
    assert versions.keep(article("Three.")).text == "Two."
    assert versions.last(["/a.txt", "/b.txt"])["/a.txt"].text == "Three."


def test_each_article_has_its_own(versions):
    versions.keep(article("One."))
    assert versions.keep(article("Two.", "/b.txt")) is None
    assert {source: one.text for source, one in versions.last(["/a.txt", "/b.txt"]).items()} == {
        "/a.txt": "One.",
        "/b.txt": "Two.",
    }


def test_two_texts_and_no_more_are_kept(versions):
    sizes = []
    for number in range(40):
        versions.keep(article(f"{number} " * 3000))
        sizes.append(versions.path.stat().st_size)
    assert sizes[-1] < 2 * sizes[3]


@pytest.mark.parametrize("text", ["", "\ud800 alone", "x" * (LONGEST + 1), "é" * 1000])
def test_any_text(versions, text):
    versions.keep(article(text))
    versions.keep(article("Another."))


def test_a_damaged_file_is_no_error(tmp_path):
    path = tmp_path / "read.sqlite"
    path.write_bytes(b"nonsense" * 1000)
    assert Versions(path).keep(article("One.")) is None
    assert Versions(path).last(["/a.txt"]) == {}
    assert Versions(tmp_path / "nowhere" / "read.sqlite").keep(article("One.")) is None


def test_several_sessions_at_once(versions):
    def read(number):
        for round in range(10):
            versions.keep(article(f"Text {round}", f"/{number}.txt"))

    threads = [threading.Thread(target=read, args=(number,)) for number in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert {one.text for one in versions.last([f"/{number}.txt" for number in range(4)]).values()} == {"Text 9"}
