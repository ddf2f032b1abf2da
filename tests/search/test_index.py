from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from samsprak.language.folding import fold
from samsprak.search import index as module
from samsprak.search.index import Closeness, Index, Results
from samsprak.settings import VocabularyInput
from samsprak.vocabulary.loader import load
from samsprak.vocabulary.records import LabelKind
from tests.conftest import EX, PREFIXES, Turtle

VOCABULARY = """
    ex:samtal a skos:Concept ; skos:prefLabel "råd- och stödsamtal"@sv, "counselling"@en ;
      skos:altLabel "rådgivning"@sv ; skos:hiddenLabel "radgivning"@sv .
    ex:stod a skos:Concept ; skos:prefLabel "stöd"@sv, "support"@en .
    ex:stodgrupp a skos:Concept ; skos:prefLabel "stödgrupp"@sv, "support group"@en .
    ex:stad a skos:Concept ; skos:prefLabel "stad"@sv ; skos:hiddenLabel "stod"@sv .
    ex:naked a skos:Concept .
    ex:untagged a skos:Concept ; skos:prefLabel "Komet" .
"""


@pytest.fixture(scope="module")
def index(turtle: Turtle) -> Index:
    return Index([turtle(VOCABULARY)])


def found(results: Results) -> list[str]:
    return [hit.concept.id for hit in results.hits]


@pytest.mark.parametrize(
    ("query", "lang", "ids"),
    [
        ("stöd", "sv", ["stod", "stad", "stodgrupp", "samtal"]),
        ("STÖD", "sv", ["stod", "stad", "stodgrupp", "samtal"]),
        ("stod", "sv", ["stad", "stod", "stodgrupp", "samtal"]),
        ("  stödg ", "sv", ["stodgrupp"]),
        ("stödsamtal", "sv", ["samtal"]),
        ("råd och", "sv", ["samtal"]),
        ("råd- och stödsamtal", "sv", ["samtal"]),
        ("group", "sv", ["stodgrupp"]),
        ("couns", "sv", ["samtal"]),
        ("komet", "sv", ["untagged"]),
        ("samtal", "sv", []),  # within a word: an issue of its own
        ("finns inte", "sv", []),
        ("", "sv", []),
        ("—", "sv", []),
    ],
)
def test_concepts_are_found_by_what_people_type(index: Index, query: str, lang: str, ids: list[str]) -> None:
    results = index.search(query, lang)
    assert found(results) == ids
    assert (results.total, results.complete) == (len(ids), True)


@pytest.mark.parametrize(
    ("query", "text", "kind", "closeness"),
    [
        ("Stöd", "stöd", LabelKind.PREFERRED, Closeness.EXACT),
        ("rådgivning", "rådgivning", LabelKind.ALTERNATIVE, Closeness.EXACT),
        ("radgivning", "radgivning", LabelKind.HIDDEN, Closeness.EXACT),
        ("RÅDGIVN", "rådgivning", LabelKind.ALTERNATIVE, Closeness.PREFIX),
        ("stödsam", "råd- och stödsamtal", LabelKind.PREFERRED, Closeness.WORD),
        ("rad och stodsamtal", "råd- och stödsamtal", LabelKind.PREFERRED, Closeness.FOLDED),
    ],
)
def test_hit_says_which_label_matched_and_how(
    index: Index, query: str, text: str, kind: LabelKind, closeness: Closeness
) -> None:
    hit = index.search(query, "sv").hits[0]
    assert (hit.label.text, hit.kind, hit.closeness) == (text, kind, closeness)


def test_labels_of_the_readers_language_come_first(turtle: Turtle) -> None:
    index = Index(
        [turtle('ex:a a skos:Concept ; skos:prefLabel "plan"@en . ex:b a skos:Concept ; skos:prefLabel "plan"@sv .')]
    )
    assert found(index.search("plan", "sv")) == ["b", "a"]
    assert found(index.search("plan", "en")) == ["a", "b"]


def test_pages_follow_on_each_other(index: Index) -> None:
    whole = found(index.search("st", "sv"))
    pages = [found(index.search("st", "sv", offset=start, limit=2)) for start in (0, 2, 4)]
    assert [each for page in pages for each in page] == whole
    assert index.search("st", "sv", offset=2, limit=2).total == len(whole)


@pytest.mark.parametrize("query", [EX + "stod", f"<{EX}stod>", f" {EX}stod "])
def test_pasted_address_finds_its_concept(index: Index, query: str) -> None:
    results = index.search(query, "en")
    assert found(results) == ["stod"]
    assert results.hits[0].label.text == "support"


def test_pasted_address_of_a_concept_without_label_shows_its_id(index: Index) -> None:
    assert index.search(EX + "naked", "sv").hits[0].label.text == "naked"


def test_search_can_keep_to_one_vocabulary(turtle: Turtle, tmp_path: Path) -> None:
    path = tmp_path / "w.ttl"
    path.write_text(PREFIXES + 'ex:w a skos:Concept ; skos:prefLabel "stöd"@sv .', encoding="utf-8")
    index = Index([turtle(VOCABULARY), load(VocabularyInput(path))])
    assert found(index.search("stöd", "sv"))[:2] == ["stod", "w"]
    assert found(index.search("stöd", "sv", vocabulary="w")) == ["w"]
    assert found(index.search(EX + "w", "sv", vocabulary="w")) == ["w"]
    assert found(index.search(EX + "w", "sv", vocabulary="v")) == []


def test_common_beginnings_are_cut_and_said_to_be(turtle: Turtle) -> None:
    many = module.MAX_CANDIDATES + 1
    index = Index([turtle("\n".join(f'ex:c{n} a skos:Concept ; skos:prefLabel "a{n}"@sv .' for n in range(many)))])
    results = index.search("a", "sv")
    assert (results.total, results.complete, len(results.hits)) == (module.MAX_CANDIDATES, False, 20)
    assert found(index.search("a1999", "sv")) == ["c1999"]


@given(st.text(min_size=1, max_size=20), st.data())
def test_every_label_is_found_by_its_beginning(turtle: Turtle, text: str, data: st.DataObject) -> None:
    escaped = "".join(f"\\U{ord(char):08X}" for char in text)
    index = Index([turtle(f'ex:a a skos:Concept ; skos:prefLabel "{escaped}"@sv .')])
    beginning = text[: data.draw(st.integers(1, len(text)))]
    # A cut can leave signs only, or half of what folds as one.
    if fold(beginning) and fold(text).startswith(fold(beginning)):
        assert found(index.search(beginning, "sv")) == ["a"]


@given(query=st.text(), lang=st.sampled_from(["sv", "en"]))
def test_any_query_is_answered(index: Index, query: str, lang: str) -> None:
    results = index.search(query, lang)
    assert len(results.hits) <= results.total
