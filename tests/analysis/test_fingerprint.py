"""Stored analyses are made again when a rule or a model changes, and only then."""

import os

from tui.analysis.fingerprint import digest_of, fingerprint


def test_it_changes_with_contents_and_names(tmp_path):
    (tmp_path / "resources").mkdir()
    rules = tmp_path / "resources" / "rules.txt"
    rules.write_text("one")
    first = digest_of(tmp_path)
    rules.write_text("two")
    second = digest_of(tmp_path)
    rules.rename(tmp_path / "resources" / "other.txt")
    assert len({first, second, digest_of(tmp_path)}) == 3


def test_it_does_not_change_with_times_and_compiled_files(tmp_path):
    rules = tmp_path / "rules.py"
    rules.write_text("one")
    first = digest_of(tmp_path)
    os.utime(rules, (1, 1))
    (tmp_path / "__pycache__").mkdir()
    (tmp_path / "__pycache__" / "rules.pyc").write_text("two")
    assert digest_of(tmp_path) == first


def test_the_own_code_has_one():
    assert len(fingerprint()) == 32
