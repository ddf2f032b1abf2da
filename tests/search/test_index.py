"""The index as a whole: what is typed, which concepts come in which order, and what each hit says."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from samsprak.language.folding import fold
from samsprak.language.words import word_texts
from samsprak.search import index as module
from samsprak.search.closeness import Closeness
from samsprak.search.filters import Filters
from samsprak.search.index import Index, Results
from samsprak.settings import VocabularyInput
from samsprak.vocabulary.loader import load
from samsprak.vocabulary.records import LabelKind
from tests.conftest import EX, PREFIXES, Turtle

VOCABULARY = """
    ex:samtal a skos:Concept ; skos:prefLabel "råd- och stödsamtal"@sv, "counselling"@en ;
      skos:altLabel "rådgivning"@sv ; skos:hiddenLabel "radgivning"@sv ; skos:notation "RS-7" ;
      skos:definition "Enskilda träffar där någon lyssnar."@sv .
    ex:st a skos:Concept ; skos:prefLabel "stöd"@sv, "support"@en .
    ex:stodgrupp a skos:Concept ; skos:prefLabel "stödgrupp"@sv, "support group"@en .
    ex:foraldrastod a skos:Concept ; skos:prefLabel "föräldrastöd"@sv, "parental support"@en ;
      skos:scopeNote "Även träffar på kvällar."@sv .
    ex:foraldragrupp a skos:Concept ; skos:prefLabel "föräldragrupp"@sv .
    ex:stad a skos:Concept ; skos:prefLabel "stad"@sv ; skos:hiddenLabel "stod"@sv .
    ex:foralder a skos:Concept ; skos:prefLabel "förälder"@sv, "parent"@en .
    ex:vard a skos:Concept ; skos:prefLabel "vård"@sv .
    ex:naked a skos:Concept .
    ex:untagged a skos:Concept ; skos:prefLabel "Komet" .
    ex:german a skos:Concept ; skos:prefLabel "Jugendhilfe"@de .
    ex:old a skos:Concept ; skos:prefLabel "kuratorsbesök"@sv ; adms:status status:Deprecated ;
      dcterms:isReplacedBy ex:samtal .
"""


@pytest.fixture(scope="module")
def index(turtle: Turtle) -> Index:
    return Index([turtle(VOCABULARY)])


def found(results: Results) -> list[str]:
    return [hit.concept.id for hit in results.hits]


@pytest.mark.parametrize(
    ("query", "lang", "first"),
    [
        ("stöd", "sv", ["st"]),
        ("STÖD", "sv", ["st"]),
        ("stod", "sv", ["stad", "st"]),  # a hidden label as it stands, then a preferred one without its dots
        ("stödet", "sv", ["st"]),
        ("  stödg ", "sv", ["stodgrupp"]),
        ("stödgruperna", "sv", ["stodgrupp"]),  # a typing error in an inflected form
        ("stöd grupp", "sv", ["stodgrupp"]),
        ("stöd-grupp", "sv", ["stodgrupp"]),
        ("rad och stodsamtal", "sv", ["samtal"]),
        ("råd och stödsamtalen", "sv", ["samtal"]),
        ("råd- och", "sv", ["samtal"]),
        ("stödsamtal", "sv", ["samtal"]),
        ("foraldra stod", "sv", ["foraldrastod"]),
        ("föräldrar", "sv", ["foralder"]),
        ("foraldrarna", "sv", ["foralder"]),
        ("föräldrstöd", "sv", ["foraldrastod"]),
        ("stöd till föräldrar", "sv", ["foraldrastod"]),
        ("group", "sv", ["stodgrupp"]),
        ("supports", "en", ["st"]),
        ("couns", "sv", ["samtal"]),
        ("komet", "sv", ["untagged"]),
        ("jugendhilfe", "sv", ["german"]),
        ("lyssnar", "sv", ["samtal"]),
        ("kurators besök", "sv", ["old"]),
        ("rs-7", "sv", ["samtal"]),
        ("STODGRUPP", "en", ["stodgrupp"]),
    ],
)
def test_concepts_are_found_by_what_people_type(index: Index, query: str, lang: str, first: list[str]) -> None:
    assert found(index.search(query, lang))[: len(first)] == first


@pytest.mark.parametrize("query", ["xyzzyq", "", "—", " ", "\x00"])
def test_nothing_is_found_where_nothing_is_meant(index: Index, query: str) -> None:
    assert index.search(query, "sv") == Results((), 0, complete=True)


def test_parts_of_compounds_are_found_after_the_word_itself(index: Index) -> None:
    results = index.search("stöd", "sv")
    assert found(results)[0] == "st"
    assert {"stodgrupp", "foraldrastod", "samtal"} <= set(found(results))


def test_letters_typed_on_purpose_are_meant(index: Index) -> None:
    assert found(index.search("vård", "sv"))[0] == "vard"
    assert found(index.search("vard", "sv"))[0] == "vard"
    hit = index.search("värd", "sv").hits[0]
    assert (hit.concept.id, hit.closeness) == ("vard", Closeness.SPELLING)


def test_what_nobody_means_is_guessed_and_said_to_be(index: Index) -> None:
    assert not index.search("stöd", "sv").guessed
    results = index.search("jugendhlife", "sv")
    assert (found(results), results.hits[0].closeness) == (["german"], Closeness.SPELLING)


@pytest.mark.parametrize(
    ("query", "text", "kind", "closeness"),
    [
        ("Stöd", "stöd", LabelKind.PREFERRED, Closeness.EXACT),
        ("rådgivning", "rådgivning", LabelKind.ALTERNATIVE, Closeness.EXACT),
        ("radgivning", "radgivning", LabelKind.HIDDEN, Closeness.EXACT),
        ("rådgivningen", "rådgivning", LabelKind.ALTERNATIVE, Closeness.INFLECTED),
        ("RÅDGIVN", "rådgivning", LabelKind.ALTERNATIVE, Closeness.PREFIX),
        ("stödsam", "råd- och stödsamtal", LabelKind.PREFERRED, Closeness.WORD),
        ("rad och stodsamtal", "råd- och stödsamtal", LabelKind.PREFERRED, Closeness.FOLDED),
        ("föräldra stöd", "föräldrastöd", LabelKind.PREFERRED, Closeness.APART),
        ("rådgivnign", "rådgivning", LabelKind.ALTERNATIVE, Closeness.SPELLING),
    ],
)
def test_hit_says_which_label_matched_and_how(
    index: Index, query: str, text: str, kind: LabelKind, closeness: Closeness
) -> None:
    hit = index.search(query, "sv").hits[0]
    assert (hit.label.text, hit.kind, hit.closeness) == (text, kind, closeness)


def test_words_that_only_build_the_sentence_find_nothing_beside_others(index: Index) -> None:
    assert found(index.search("cyklar och", "sv")) == []
    assert found(index.search("och", "sv")) == ["samtal"]


def test_hit_marks_the_words_that_matched(index: Index) -> None:
    hit = index.search("stödsamtalen", "sv").hits[0]
    assert [hit.label.text[start:end] for start, end in hit.marks] == ["stödsamtal"]


def test_hit_by_a_text_shows_it_and_where(index: Index) -> None:
    first, second = index.search("träffarna", "sv").hits
    assert [(hit.concept.id, hit.closeness) for hit in (first, second)] == [
        ("samtal", Closeness.DEFINITION),
        ("foraldrastod", Closeness.NOTE),
    ]
    assert first.text
    assert [first.text.note.text[start:end] for start, end in first.text.marks] == ["träffar"]


def test_each_concept_is_one_hit_by_its_best_label(index: Index) -> None:
    results = index.search("rådgivning", "sv")
    assert found(results).count("samtal") == 1
    assert results.hits[0].label.text == "rådgivning"


def test_labels_of_the_readers_language_come_first(turtle: Turtle) -> None:
    index = Index(
        [turtle('ex:a a skos:Concept ; skos:prefLabel "plan"@en . ex:b a skos:Concept ; skos:prefLabel "plan"@sv .')]
    )
    assert found(index.search("plan", "sv")) == ["b", "a"]
    assert found(index.search("plan", "en")) == ["a", "b"]


def test_pages_follow_on_each_other_and_stay(turtle: Turtle) -> None:
    lines = (
        f'ex:c{n} a skos:Concept ; skos:prefLabel "stöd {n}"@sv ; skos:definition "ger stöd"@sv .' for n in range(45)
    )
    index = Index([turtle("\n".join(lines))])
    whole = found(index.search("stöd", "sv", limit=100))
    pages = [found(index.search("stöd", "sv", offset=start, limit=10)) for start in range(0, 60, 10)]
    assert [each for page in pages for each in page] == whole
    assert len(whole) == len(set(whole)) == index.search("stöd", "sv", offset=20, limit=10).total == 45
    assert found(index.search("stöd", "sv", limit=100)) == whole


@pytest.mark.parametrize(
    "query", [EX + "st", f"<{EX}st>", f" {EX}st ", "http://example.org/v/st", f"{EX}st.ttl", "see/st"]
)
def test_pasted_address_finds_its_concept_alone(index: Index, query: str) -> None:
    results = index.search(query, "en")
    hit = results.hits[0]
    assert (hit.concept.id, hit.label.text, hit.closeness) == ("st", "support", Closeness.ADDRESS)
    assert "://" not in query or results.total == 1


def test_pasted_address_of_a_concept_without_label_shows_its_id(index: Index) -> None:
    results = index.search(EX + "naked", "sv")
    assert [hit.label.text for hit in results.hits] == ["naked"]
    assert results.total == 1


def test_retired_concepts_are_found(index: Index) -> None:
    hit = index.search("kuratorsbesök", "sv").hits[0]
    assert (hit.concept.retired, hit.concept.replaced_by) == (True, (EX + "samtal",))


def test_search_can_keep_to_one_vocabulary(turtle: Turtle, tmp_path: Path) -> None:
    path = tmp_path / "w.ttl"
    path.write_text(PREFIXES + 'ex:w a skos:Concept ; skos:prefLabel "stöd"@sv .', encoding="utf-8")
    index = Index([turtle(VOCABULARY), load(VocabularyInput(path))])
    assert found(index.search("stöd", "sv"))[:2] == ["st", "w"]
    assert found(index.search("stöd", "sv", Filters(vocabulary="w"))) == ["w"]
    assert found(index.search(EX + "w", "sv", Filters(vocabulary="w"))) == ["w"]
    assert found(index.search(EX + "w", "sv", Filters(vocabulary="v"))) == []
    assert [row.vocabulary for row in index.suggest("stöd", "sv", vocabulary="w")] == ["w"]


def test_vocabulary_without_swedish_has_its_own_analysis(turtle: Turtle) -> None:
    index = Index(
        [
            turtle(
                'ex:a a skos:Concept ; skos:prefLabel "dwarf galaxies"@en ; skos:altLabel "small galaxies"@en .'
                'ex:b a skos:Concept ; skos:prefLabel "Haus"@de .'
            )
        ]
    )
    assert found(index.search("dwarf galaxy", "sv")) == ["a"]
    assert found(index.search("Häuser", "sv")) == ["b"]


def test_vocabulary_without_labels_is_searched_in_vain(turtle: Turtle) -> None:
    index = Index([turtle("ex:a a skos:Concept .")])
    assert index.search("något", "sv").total == 0
    assert index.suggest("n", "sv") == index.like("*", limit=3) == []


def test_index_without_vocabularies_finds_nothing() -> None:
    index = Index([])
    assert index.search("något", "sv").total == 0
    assert index.suggest("n", "sv") == index.like("n*", limit=3) == []
    assert list(index.annotator.annotate("något", "sv")) == []


def test_common_words_are_cut_and_said_to_be(turtle: Turtle) -> None:
    many = module.MAX_LABELS + 1
    index = Index([turtle("\n".join(f'ex:c{n} a skos:Concept ; skos:prefLabel "a {n}"@sv .' for n in range(many)))])
    results = index.search("a", "sv")
    assert (results.total, results.complete, len(results.hits)) == (module.MAX_LABELS, False, 20)
    assert found(index.search("a 77", "sv"))[0] == "c77"


def test_counts_say_what_filters_would_leave(turtle: Turtle) -> None:
    index = Index(
        [
            turtle(
                'ex:a a skos:Concept ; skos:prefLabel "stöd"@sv ; adms:status status:Completed .'
                'ex:b a skos:Concept ; skos:prefLabel "stöd till"@sv .'
                "ex:f a skos:Collection ; skos:member ex:a, ex:b ."
            )
        ]
    )
    assert index.search("stöd", "sv").counts == {}
    counts = index.search("stöd", "sv", counted=True).counts
    assert {name: dict(values) for name, values in counts.items()} == {
        "vocabulary": {"v": 2},
        "collection": {EX + "f": 2},
        "status": {"Completed": 1},
        "lang": {"sv": 2},
    }


@given(st.text(min_size=1, max_size=20), st.data())
def test_every_label_is_found_by_its_beginning(turtle: Turtle, text: str, data: st.DataObject) -> None:
    escaped = "".join(f"\\U{ord(char):08X}" for char in text)
    index = Index([turtle(f'ex:a a skos:Concept ; skos:prefLabel "{escaped}"@sv .')])
    beginning = text[: data.draw(st.integers(1, len(text)))]
    # A cut can leave signs only, also such as fold to letters, or half of what folds as one.
    if len(fold(beginning)) > 1 and word_texts(beginning) and fold(text).startswith(fold(beginning)):
        assert [row.concept.id for row in index.suggest(beginning, "sv")] == ["a"]


LONG = st.text(min_size=200, max_size=2500).map(lambda text: text * 4)
SYNTAX = st.lists(st.sampled_from(['"', "*", "AND", "OR", "NOT", "(", ")", ":", "stöd", "~2", "^", "[a TO b]", "\\"]))
ANYTHING = st.one_of(
    st.text(), LONG, SYNTAX.map(" ".join), st.text(alphabet=st.characters(categories=["Cc", "Cf", "Mn", "Zs", "Co"]))
)


@given(query=ANYTHING, lang=st.sampled_from(["sv", "en", "", "de"]), counted=st.booleans())
def test_any_query_is_answered(index: Index, query: str, lang: str, counted: bool) -> None:
    results = index.search(query, lang, counted=counted)
    assert len(results.hits) <= results.total
    assert len({hit.concept.iri for hit in results.hits}) == len(results.hits)
    assert len(index.suggest(query, lang, limit=8)) <= 8
    assert len(index.like(query, limit=5)) <= 5
    for hit in results.hits:
        text = hit.text.note.text if hit.text else hit.label.text
        assert all(0 <= start < end <= len(text) for start, end in (hit.text.marks if hit.text else hit.marks))


def test_names_that_are_no_words_are_looked_up_by_themselves(index: Index) -> None:
    assert [concept.id for _, concept in index.named("rs-7")] == ["samtal"]
    assert [concept.id for _, concept in index.named(f"{EX}st")] == ["st"]
    assert index.named("rådgivning") == ()


def test_shallow_search_finds_the_term_itself(index: Index) -> None:
    assert [hit.concept.id for hit in index.search("stödgrupp", "sv", limit=1, depth=2).hits] == ["stodgrupp"]
