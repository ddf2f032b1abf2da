from __future__ import annotations

import pytest

from samsprak.search.closeness import Closeness
from samsprak.search.lexicon import Lexicon
from samsprak.search.matching import LabelMatch, Matcher
from samsprak.search.notes import NoteWords
from samsprak.search.query import understand
from samsprak.search.rows import Row, rows_of
from tests.conftest import Turtle

VOCABULARY = """
    ex:a a skos:Concept ; skos:prefLabel "stöd"@sv ; skos:altLabel "stöd för barn"@sv .
    ex:b a skos:Concept ; skos:prefLabel "stödgrupp"@sv, "support group"@en .
    ex:c a skos:Concept ; skos:prefLabel "utredning (socialtjänst)"@sv .
    ex:d a skos:Concept ; skos:prefLabel "grupp"@sv ; skos:altLabel "far"@sv, "familjehem"@sv .
    ex:e a skos:Concept ; skos:prefLabel "steg för steg"@sv ; skos:altLabel "barn som anhörig"@sv, "behandling"@sv .
    ex:f a skos:Concept ; skos:prefLabel "handläggning"@sv ; skos:altLabel "handläggare"@sv, "hembehandlare"@sv .
    ex:g a skos:Concept ; skos:prefLabel "BVC"@sv ; skos:altLabel "gruppledare"@sv, "ledare"@sv, "utsatta"@sv .
    ex:h a skos:Concept ; skos:prefLabel "öppenvård"@sv ; skos:altLabel "vård"@sv, "öppen"@sv .
"""


@pytest.fixture(scope="module")
def rows(turtle: Turtle) -> list[Row]:
    return rows_of([turtle(VOCABULARY)])


@pytest.fixture(scope="module")
def lexicon(rows: list[Row]) -> Lexicon:
    return Lexicon(rows, NoteWords(rows).words)


def match(query: str, label: str, rows: list[Row], lexicon: Lexicon) -> LabelMatch | None:
    number = next(number for number, row in enumerate(rows) if row.label.text == label)
    return Matcher(understand(query, lexicon), "sv").match(rows[number], lexicon.forms[number])


@pytest.mark.parametrize(
    ("query", "label", "closeness"),
    [
        ("stöd", "stöd", Closeness.EXACT),
        ("stod", "stöd", Closeness.FOLDED),
        ("stödet", "stöd", Closeness.INFLECTED),
        ("stöds", "stöd", Closeness.INFLECTED),
        ("familje hem", "familjehem", Closeness.APART),
        ("familjehemmen", "familjehem", Closeness.INFLECTED),
        ("stö", "stöd", Closeness.PREFIX),
        ("barn", "stöd för barn", Closeness.WORD),
        ("grupp", "stödgrupp", Closeness.PART),
        ("stödgrpp", "stödgrupp", Closeness.SPELLING),
        ("utredning", "utredning (socialtjänst)", Closeness.FOLDED),
        ("utredning socialtjänst", "utredning (socialtjänst)", Closeness.EXACT),
        ("steg för steg", "steg för steg", Closeness.EXACT),
        ("support groups", "support group", Closeness.INFLECTED),
        ("handlägger", "handläggning", Closeness.KIN),
        ("handlägger", "handläggare", Closeness.KIN),
        ("handläggaren", "handläggare", Closeness.INFLECTED),
        ("stödgrupp och grupp", "stödgrupp", Closeness.WORD),
        ("anhörigbarn", "barn som anhörig", Closeness.SHARED),
    ],
)
def test_closeness_says_how_a_label_is_met(
    query: str, label: str, closeness: Closeness, rows: list[Row], lexicon: Lexicon
) -> None:
    found = match(query, label, rows, lexicon)
    assert found
    assert found.closeness is closeness


@pytest.mark.parametrize(
    ("query", "label"),
    [
        ("bil", "stöd"),
        ("stöd", "familjehem"),
        ("för", "far"),
        ("och", "stöd"),
        ("bil för", "stöd för barn"),
        # Three letters of which two differ; the end of a word, but no part of it; other letters than were typed.
        ("blivande", "BVC"),
        ("dgrupp", "stödgrupp"),
        ("åtta", "utsatta"),
        ("värdet", "öppenvård"),
    ],
)
def test_other_words_do_not_match(query: str, label: str, rows: list[Row], lexicon: Lexicon) -> None:
    assert match(query, label, rows, lexicon) is None


@pytest.mark.parametrize(
    ("query", "better", "worse"),
    [
        ("stöd", "stöd", "stöd för barn"),
        ("stöd", "stöd", "stödgrupp"),
        ("grupper", "stödgrupp", "gruppledare"),
        ("stöd för barn", "stöd för barn", "stöd"),
        ("stöd i grupp", "stödgrupp", "grupp"),
        ("hur får man stöd för barn här", "stöd för barn", "stöd"),
        ("anhörigbarn", "barn som anhörig", "stöd för barn"),
    ],
)
def test_label_that_covers_more_scores_more(
    query: str, better: str, worse: str, rows: list[Row], lexicon: Lexicon
) -> None:
    one, two = (match(query, label, rows, lexicon) for label in (better, worse))
    assert one
    assert two
    assert one.score > two.score


def test_label_that_a_part_of_the_query_is_the_whole_of_is_worth_more(rows: list[Row], lexicon: Lexicon) -> None:
    whole, part = match("stöd utan namn", "stöd", rows, lexicon), match("stödg utan namn", "stödgrupp", rows, lexicon)
    assert whole
    assert part
    assert whole.score > whole.coverage
    assert part.score <= part.coverage


def test_words_that_match_are_marked(rows: list[Row], lexicon: Lexicon) -> None:
    found = match("barnens stöd", "stöd för barn", rows, lexicon)
    assert found
    assert found.marks("stöd för barn") == ((0, 4), (9, 13))
    assert found.coverage == pytest.approx(0.97, abs=0.03)


def test_words_that_make_up_a_compound_are_all_marked(rows: list[Row], lexicon: Lexicon) -> None:
    found = match("anhörigbarn", "barn som anhörig", rows, lexicon)
    assert found
    assert found.marks("barn som anhörig") == ((0, 4), (9, 16))
