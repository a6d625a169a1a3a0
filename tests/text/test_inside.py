"""A path that leads into a file is told from one that leads nowhere."""

from pathlib import Path

from tui.text.inside import Inside, inside_of, is_there


def test_places(tmp_path: Path) -> None:
    file = tmp_path / "news.rss"
    file.write_text("x")
    (tmp_path / "link").symlink_to(file)
    (tmp_path / "round").symlink_to("round")
    for path, place in (
        (file, Inside(file)),
        (file / "ab12", Inside(file, "ab12")),
        (file / "a" / "b", Inside(file, "a/b")),
        (tmp_path / "link" / "ab12", Inside(tmp_path / "link", "ab12")),
        (tmp_path, Inside(tmp_path)),
        (tmp_path / "gone", Inside(tmp_path / "gone")),
        (tmp_path / "gone" / "x", Inside(tmp_path / "gone" / "x")),
        (tmp_path / "round" / "x", Inside(tmp_path / "round" / "x")),
        (Path("a\0b"), Inside(Path("a\0b"))),
        (Path("n" * 300), Inside(Path("n" * 300))),
    ):
        assert inside_of(path) == place
    assert is_there(file / "ab12")
    assert is_there(tmp_path)
    assert not is_there(tmp_path / "gone" / "x")
