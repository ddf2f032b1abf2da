from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from samsprak.search.annotation import Annotation
from samsprak.search.closeness import Closeness
from samsprak.search.index import Index
from samsprak.vocabulary.records import LabelKind
from tests.conftest import Turtle
from tests.search.gold import MarkedText, marked_texts, slugs, start

WANTED = 0.9
VOCABULARY = """
    ex:barn a skos:Concept ; skos:prefLabel "barn"@sv, "child"@en .
    ex:foralder a skos:Concept ; skos:prefLabel "förälder"@sv ; skos:hiddenLabel "målsman"@sv .
    ex:bof a skos:Concept ; skos:prefLabel "barn och förälder"@sv .
    ex:grupp a skos:Concept ; skos:prefLabel "föräldragrupp"@sv ; skos:altLabel "föräldracirkel"@sv .
    ex:samtal a skos:Concept ; skos:prefLabel "råd- och stödsamtal"@sv .
    ex:utredning a skos:Concept ; skos:prefLabel "utredning (socialtjänst)"@sv .
    ex:program a skos:Concept ; skos:prefLabel "Trappan"@sv .
    ex:naked a skos:Concept ; skos:prefLabel "Komet" .
    ex:far a skos:Concept ; skos:prefLabel "far"@sv .
"""


@pytest.fixture(scope="module")
def index(turtle: Turtle) -> Index:
    return Index([turtle(VOCABULARY)])


def named(index: Index, text: str, lang: str = "sv") -> list[tuple[str, str]]:
    found = list(index.annotator.annotate(text, lang))
    return [(text[each.start : each.end], each.row.concept.id) for each in found]


def only(index: Index, text: str) -> Annotation:
    (found,) = index.annotator.annotate(text, "sv")
    return found


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ett barn sover.", [("barn", "barn")]),
        ("BARNENS dag", [("BARNENS", "barn")]),
        ("föräldrarna", [("föräldrarna", "foralder")]),
        ("foraldrarna", [("foraldrarna", "foralder")]),
        ("barn och föräldrar", [("barn och föräldrar", "bof")]),
        ("barn, och föräldrar", [("barn", "barn"), ("föräldrar", "foralder")]),
        ("Råd- och stödsamtalen", [("Råd- och stödsamtalen", "samtal")]),
        ("tonårsföräldragruppen", [("tonårsföräldragruppen", "grupp")]),
        ("en utredning görs", [("utredning", "utredning")]),
        ("Trappan börjar i trappan", [("Trappan", "program")]),
        ("vi går Komet", [("Komet", "naked")]),
        ("en komet", []),
        ("får och fält", []),  # not far
        ("fo\u0308ra\u0308ldrarna", [("fo\u0308ra\u0308ldrarna", "foralder")]),
        ("children", []),  # another language
        ("", []),
    ],
)
def test_text_names_concepts(index: Index, text: str, expected: list[tuple[str, str]]) -> None:
    assert named(index, text) == expected


def test_only_labels_in_the_language_of_the_text_count(index: Index) -> None:
    assert named(index, "the children have barn", "en") == [("children", "barn")]
    assert named(index, "barn", "de") == []


def test_annotation_says_which_label_matched_and_how(index: Index) -> None:
    for text, kind, closeness in [
        ("målsman", LabelKind.HIDDEN, Closeness.EXACT),
        ("föräldracirkeln", LabelKind.ALTERNATIVE, Closeness.INFLECTED),
        ("ungdomsföräldragrupp", LabelKind.PREFERRED, Closeness.PART),
    ]:
        found = only(index, text)
        assert (found.row.kind, found.closeness) == (kind, closeness)


def test_annotation_can_keep_to_one_vocabulary(index: Index) -> None:
    assert [each.row.concept.id for each in index.annotator.annotate("barn", "sv", "v")] == ["barn"]
    assert list(index.annotator.annotate("barn", "sv", "w")) == []


def test_gold_texts_are_marked_where_they_should_be(own_index: Index) -> None:
    right = wrong = missed = 0
    report = []
    for marked in marked_texts():
        expected = [(start(marked.text, place), place) for place in marked.places]
        spans = {(at, at + len(place.text)): place.concepts for at, place in expected}
        for each in own_index.annotator.annotate(marked.text, marked.lang):
            slug = slugs()[each.row.concept.id]
            if slug in spans.get((each.start, each.end), ()):
                del spans[each.start, each.end]
                right += 1
            else:
                wrong += 1
                report.append(f"{marked.id}: {marked.text[each.start : each.end]!r} is no {slug}")
        missed += len(spans)
        report += [f"{marked.id}: {marked.text[at:end]!r} is {concepts}" for (at, end), concepts in spans.items()]
    precision, recall = right / (right + wrong), right / (right + missed)
    summary = f"precision {precision:.3f}, recall {recall:.3f}"
    print(summary)  # noqa: T201
    assert min(precision, recall) >= WANTED, "\n".join([summary, *report])


def test_same_text_is_marked_the_same_again(own_index: Index) -> None:
    text = marked_texts()[0]
    first, second = (list(own_index.annotator.annotate(text.text, text.lang)) for _ in range(2))
    assert first == second != []


def test_gold_texts_have_an_id_each() -> None:
    assert all(isinstance(each, MarkedText) and each.id for each in marked_texts())


@given(st.text(), st.sampled_from(["sv", "en", "", "de"]))
def test_annotations_follow_on_each_other_in_any_text(index: Index, text: str, lang: str) -> None:
    end = 0
    for each in index.annotator.annotate(text, lang):
        assert end <= each.start < each.end <= len(text)
        end = each.end


@pytest.mark.parametrize(
    ("text", "ids", "closeness"),
    [
        ("barn", ["barn"], Closeness.EXACT),
        ("CHILD", ["barn"], Closeness.EXACT),
        ("Råd och stödsamtal", ["samtal"], Closeness.EXACT),
        ("föräldragruppen", ["grupp"], Closeness.INFLECTED),
        ("utredning", ["utredning"], Closeness.EXACT),
        ("Utredning (socialtjänst)", ["utredning"], Closeness.EXACT),
    ],
)
def test_text_is_a_label_as_a_whole(index: Index, text: str, ids: list[str], closeness: Closeness) -> None:
    found = list(index.annotator.whole(text))
    assert [row.concept.id for row, _ in found] == ids
    assert {each for _, each in found} == {closeness}


@pytest.mark.parametrize(
    "text", ["", " ", "?", "barn i grupp", "barn (grupp)", "utredning (polis)", "x" * 5000, "barn " * 99]
)
def test_text_that_holds_more_than_a_label_is_none(index: Index, text: str) -> None:
    assert list(index.annotator.whole(text)) == []
