"""What there is to do follows from the files as they are and as they were."""

import os
from pathlib import Path

from tui.library.index.articles import FileState
from tui.library.indexing.files import File, files_under, todo


def names(paths: list[Path]) -> list[str]:
    return [Path(file.source).name for file in files_under(paths)]


def test_a_folder_is_all_that_lies_in_it_and_each_file_once(tmp_path: Path) -> None:
    deep = tmp_path / "shelf" / "deep" / "er"
    deep.mkdir(parents=True)
    for name in ("a.md", ".hidden.md", "b.TXT", "picture.png", "c.html"):
        (deep / name).write_text("One.")
    (tmp_path / "shelf" / "0.md").symlink_to(deep / "a.md")
    (deep / "around").symlink_to(tmp_path / "shelf")
    (deep / "nowhere.md").symlink_to(tmp_path / "nothing")
    os.mkfifo(deep / "pipe.txt")
    assert sorted(names([tmp_path / "shelf", deep / "a.md"])) == ["a.md", "b.TXT", "c.html"]
    assert names([tmp_path / "shelf" / "0.md"]) == ["a.md"]
    assert names([tmp_path / "none", Path("\0")]) == []


def test_a_file_has_the_source_that_its_article_has(tmp_path: Path) -> None:
    (tmp_path / "real").mkdir()
    (tmp_path / "real" / "a.md").write_text("One.")
    (tmp_path / "link").symlink_to(tmp_path / "real")
    (file,) = files_under([tmp_path / "link"])
    assert file.source == str(tmp_path.resolve() / "real" / "a.md")
    assert file.state.size == 4


def test_new_and_changed_files_are_read_the_latest_first() -> None:
    files = [File("/a/old", FileState(1, 1)), File("/a/new", FileState(1, 9)), File("/a/other", FileState(2, 5))]
    there = todo(files, {"/a/old": FileState(1, 1), "/a/other": FileState(3, 5)}, ["/a"])
    assert [file.source for file in there.read] == ["/a/new", "/a/other"]
    assert there.same == 1


def test_only_what_lay_under_the_folders_can_be_gone() -> None:
    known = {name: FileState(1, 1) for name in ("/a/x", "/ab/x", "/b", "/c/x")}
    assert todo([], known, ["/a", "/b/"[:-1]]).gone == ("/a/x", "/b")
