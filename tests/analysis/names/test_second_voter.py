"""The optional second voter on names: what it changes, and that nothing changes without it."""

import sys
from types import ModuleType, SimpleNamespace

import pytest

from tui.analysis.document import Document, segment
from tui.analysis.model import Kind
from tui.analysis.names import second_voter, voters
from tui.analysis.names.second_voter import second_names, with_second
from tui.analysis.names.surfaces import Candidate
from tui.analysis.names.tagger import Tagged
from tui.text.article import Article, Block, BlockKind
from tui.text.span import Span

VOTES = {"jet": (("PERSON", 0.5), ("ORG", 0.4), ("NONE", 0.1), ("PLACE", 0.0), ("GROUP", 0.0), ("OTHER", 0.0))}
GROUPS = {"jet": [Candidate(Span(0, 3), None, 0.0, False, "capital")]}


@pytest.fixture(autouse=True)
def _nothing_remembered() -> None:
    second_voter._pipeline.cache_clear()
    voters.installed_pipeline.cache_clear()


def document_of(text: str) -> Document:
    blocks, offset = [], 0
    for line in text.split("\n"):
        blocks.append(Block(BlockKind.PARAGRAPH, Span(offset, offset + len(line))))
        offset += len(line) + 1
    return segment(Article("test", "", text, tuple(blocks)))


class Pipeline:
    """Finds the word Jet, as spaCy would say it."""

    pipe_names = ("tok2vec", "parser", "ner")

    def __init__(self) -> None:
        self.disabled: tuple[str, ...] = ()

    def disable_pipes(self, *names: str) -> None:
        self.disabled = names

    def pipe(self, texts: list[str]) -> list[SimpleNamespace]:
        found = [(text, text.find("Jet")) for text in texts]
        return [
            SimpleNamespace(ents=[SimpleNamespace(label_="ORG", start_char=at, end_char=at + 3)] if at >= 0 else [])
            for _, at in found
        ]


def test_nothing_is_asked_where_no_pipeline_is(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(voters, "find_spec", lambda name: object())
    monkeypatch.setattr("importlib.metadata.entry_points", lambda group: [])
    assert voters.installed_pipeline() == ""
    assert second_names(document_of("Jet sold stations.")) == ()


def test_a_pipeline_that_does_not_load_is_none(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(second_voter, "installed_pipeline", lambda: "en_core_web_sm 1.0")
    broken = ModuleType("spacy")
    broken.load = lambda name: (_ for _ in ()).throw(OSError(name))  # type: ignore[attr-defined]
    monkeypatch.setitem(sys.modules, "spacy", broken)
    assert second_names(document_of("Jet sold stations.")) == ()


def test_the_answer_is_in_offsets_of_the_article(monkeypatch: pytest.MonkeyPatch) -> None:
    pipeline = Pipeline()
    monkeypatch.setattr(second_voter, "installed_pipeline", lambda: "en_core_web_sm 1.0")
    spacy = ModuleType("spacy")
    spacy.load = lambda name: pipeline  # type: ignore[attr-defined]
    monkeypatch.setitem(sys.modules, "spacy", spacy)
    assert second_names(document_of("A first line.\nThey say Jet sold stations.")) == (
        Tagged(Span(23, 26), Kind.ORG, 1.0),
    )
    assert pipeline.disabled == ("parser",)


def test_the_small_pipelines_come_before_the_slow_one(monkeypatch: pytest.MonkeyPatch) -> None:
    names = ("en_core_web_trf", "de_core_news_lg", "en_core_web_sm", "en_core_web_md")
    points = [SimpleNamespace(name=name, dist=SimpleNamespace(version="3.8.0")) for name in names]
    monkeypatch.setattr(voters, "find_spec", lambda name: object())
    monkeypatch.setattr("importlib.metadata.entry_points", lambda group: points)
    assert voters.installed_pipeline() == "en_core_web_md 3.8.0"


def test_its_vote_counts_but_does_not_rule() -> None:
    heard = with_second(VOTES, GROUPS, [Tagged(Span(0, 3), Kind.ORG, 1.0)])["jet"]
    assert heard[0][0] == "ORG"
    unheard = with_second(VOTES, GROUPS, [])["jet"]
    assert dict(unheard)["NONE"] > dict(VOTES["jet"])["NONE"]
    assert sum(share for _, share in heard) == pytest.approx(1, abs=0.001)
    assert sum(share for _, share in unheard) == pytest.approx(1, abs=0.001)
