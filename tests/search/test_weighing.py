from __future__ import annotations

import pytest

from samsprak.search.lexicon import Lexicon
from samsprak.search.notes import NoteWords
from samsprak.search.query import understand
from samsprak.search.rows import rows_of
from samsprak.search.weighing import Weigher
from tests.conftest import Turtle

VOCABULARY = "".join(
    f'ex:c{number} a skos:Concept ; skos:prefLabel "{label}"@sv .'
    for number, label in enumerate(["barn", "barn i skola", "barn i hem", "barngrupp", "placering"])
)


@pytest.fixture(scope="module")
def weigher(turtle: Turtle) -> Weigher:
    rows = rows_of([turtle(VOCABULARY)])
    return Weigher(understand("placering av barn", Lexicon(rows, NoteWords(rows).words)))


def test_a_concept_with_all_words_stands_before_one_with_the_commonest(weigher: Weigher) -> None:
    one = weigher.score(0.6, {2: 1.0}, [0.0, 0.0], met=1.0)
    both = weigher.score(0.6, {2: 1.0}, [0.6, 0.0], met=1.0)
    rare = weigher.score(0.6, {0: 1.0}, [0.0, 0.0], met=1.0)
    assert one < rare
    assert one < both


def test_what_label_and_text_both_say_counts_once(weigher: Weigher) -> None:
    label = weigher.score(0.6, {0: 1.0}, [0.0, 0.0], met=1.0)
    assert weigher.score(0.6, {0: 1.0}, [0.6, 0.0], met=1.0) == label
    assert weigher.score(0.6, {0: 0.3}, [0.6, 0.0], met=1.0) > weigher.score(0.6, {0: 0.3}, [0.0, 0.0], met=1.0)


def test_words_of_a_label_that_were_not_asked_for_take_away(weigher: Weigher) -> None:
    said = {0: 1.0, 2: 1.0}
    scores = [weigher.score(0.6, said, [0.0, 0.0], met=met) for met in (0.2, 0.5, 1.0)]
    assert scores == sorted(scores)
    assert scores[0] < scores[-1]
