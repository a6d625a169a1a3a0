"""What stands around names, as features of their kinds."""

from tui.analysis.model import Kind
from tui.analysis.names.neighbours import AROUND, neighbour_features
from tui.analysis.names.surfaces import Candidate
from tui.analysis.names.types import group_by_key
from tui.text.span import Span

TEXT = (
    "Shares of Ostra Steel fell. Demora's Ann Cole, Vendra and Norland met the Council of Trade and Order (CTO). "
    "Carmakers such as Korvan wait, and CTO's rules stay."
)


def features() -> dict[str, dict[str, float]]:
    names = {
        "Ostra Steel": Kind.ORG,
        "Demora": Kind.PERSON,
        "Ann Cole": Kind.PERSON,
        "Vendra": None,
        "Norland": Kind.PLACE,
        "Council of Trade and Order": Kind.ORG,
        "CTO": None,
        "Korvan": None,
    }
    spans = [(Span(TEXT.index(name), TEXT.index(name) + len(name)), kind) for name, kind in names.items()]
    candidates = [Candidate(span, kind, 0.5, False, "crf") for span, kind in sorted(spans, key=lambda pair: pair[0])]
    groups = group_by_key(TEXT, candidates)
    tops = {name: str(group[0].kind or "-") for name, group in groups.items()}
    return neighbour_features(TEXT, groups, tops)


def test_what_is_seen() -> None:
    found = features()
    assert found["ostra steel"]["beside=ORG"] == 1.0
    assert found["demora"]["owns a person"] == 1.0
    assert found["ann cole"]["is owned"] == 1.0
    assert found["vendra"] == {"near-=PERSON|list": 1.0, "near+=PLACE|list": 1.0}
    assert found["council of trade and order"]["head=council"] == 1.0
    assert "head:org" in found["council of trade and order"]
    assert found["korvan"]["list=ORG"] == 1.0
    assert found["cto"]["letters of ORG"] == 1.0


def test_all_of_it_can_be_left_out() -> None:
    assert all(feature.startswith(AROUND) for group in features().values() for feature in group)
