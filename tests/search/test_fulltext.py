from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from samsprak.search import fulltext
from samsprak.search.fulltext import Clause, FullText

DOCUMENTS = [
    ("stod barn", "sv 1 2"),
    ("stod", "sv 1"),
    ("barn grupp", "en 2"),
    ("stodgrupp", "sv"),
]


@pytest.fixture(scope="module")
def text() -> FullText:
    return FullText(["words"], DOCUMENTS, len(DOCUMENTS))


def word(text: str, worth: float = 1.0) -> Clause:
    return Clause("words", text, worth)


def test_documents_come_by_score_then_in_the_order_of_their_numbers(text: FullText) -> None:
    found = text.search([[word("stod")], [word("barn", 0.5)]], [], 10)
    assert list(found.scored) == [(1.5, 0), (1.0, 1), (0.5, 2)]
    assert (found.total, found.complete) == (3, True)


def test_word_counts_as_its_best_clause(text: FullText) -> None:
    found = text.search([[word("stod"), word("barn", 0.5)]], [], 10)
    assert list(found.scored) == [(1.0, 0), (1.0, 1), (0.5, 2)]


def test_demanded_marks_are_borne_by_all(text: FullText) -> None:
    assert [number for _, number in text.search([[word("barn")]], ["sv", "2"], 10).scored] == [0]
    assert text.search([[word("barn")]], ["-"], 10).scored == []


def test_total_is_told_where_there_are_more_than_asked_for(text: FullText) -> None:
    found = text.search([[word("stod")]], [], 1)
    assert ([number for _, number in found.scored], found.total, found.complete) == ([0], 2, False)


@pytest.mark.parametrize(
    ("clause", "numbers"),
    [
        (Clause("words", "stod", 1.0, prefix=True), [0, 1, 3]),
        (Clause("words", "stid", 1.0, errors=1), [0, 1]),
        (Clause("words", "stid", 1.0, prefix=True, errors=1), [0, 1, 3]),
        (Clause("words", "AND", 1.0), []),
        (Clause("words", "stod* OR (barn", 1.0), []),
    ],
)
def test_beginnings_and_errors_are_found_and_no_query_language(
    text: FullText, clause: Clause, numbers: list[int]
) -> None:
    assert [number for _, number in text.search([[clause]], [], 10).scored] == numbers
    assert text.exists(clause) is bool(numbers)


def test_nothing_asked_is_nothing_found(text: FullText) -> None:
    assert (text.search([], [], 10).total, text.search([[]], [], 10).total) == (0, 0)


def test_common_words_find_nothing_alone_where_there_is_plenty(text: FullText, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(fulltext, "PLENTY", 3)
    monkeypatch.setattr(fulltext, "WORK", 2)
    monkeypatch.setattr(fulltext, "FEWEST", 1)
    words = [[word("stod")], [word("grupp", 0.5)]]
    found = text.search(words, [], 10)
    assert [number for _, number in found.scored] == [0, 1, 2]
    assert found.complete
    found = text.search([*words, [word("barn")]], [], 10)
    assert list(found.scored) == [(1.5, 2)]
    assert not found.complete
    assert [number for _, number in text.search([*words, [word("barn")]], ["en"], 10).scored] == [2]


MANY = st.lists(st.lists(st.sampled_from("abcdef"), max_size=4), min_size=1, max_size=6)


@given(
    MANY,
    st.lists(
        st.lists(st.tuples(st.sampled_from("abcdef"), st.sampled_from([0.3, 0.45, 0.6])), max_size=3), max_size=20
    ),
)
def test_each_word_is_told_what_it_is_worth_in_each_document(
    documents: list[list[str]], asked: list[list[tuple[str, float]]]
) -> None:
    text = FullText(["words"], ((" ".join(words), "") for words in documents), len(documents), numbered=True)
    some = list(range(0, len(documents), 2))
    found = text.worths(some, [[word(*each) for each in clauses] for clauses in asked])
    for number in some:
        wanted = [
            max((worth for each, worth in clauses if each in documents[number]), default=0.0) for clauses in asked
        ]
        assert list(found.get(number, [0.0] * len(asked))) == wanted
    assert found.keys() <= set(some)
