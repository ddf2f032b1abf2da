"""The form of the gold lists for search, annotation and reconciliation; results are measured elsewhere."""

from __future__ import annotations

import csv
import re
from collections import Counter
from functools import cache
from itertools import pairwise
from pathlib import Path

import pytest

from samsprak.settings import VocabularyInput, project_folder
from samsprak.vocabulary.loader import load
from tests.search.gold import CONCEPTS, DATA, MarkedText, concept_id, lookups, marked_texts, start

SLUGS = {path.stem for path in CONCEPTS.glob("*.ttl")}
LANGUAGES = {"sv", "en"}
WANTED_QUERIES, WANTED_OF_A_KIND, ASIDE_OF = 300, 12, 10
WANTED_TEXTS, WANTED_ENGLISH_TEXTS = 32, 5
WANTED_ROWS = 60
LOOKUPS = ["kind", "lang", "query", "rank", "concepts", "set"]
INTERVENTIONS = ["nr", "namn", "beskrivning", "förväntat begrepp"]
KINDS = {
    *("exact", "synonym", "discouraged", "older", "inflected", "typo", "compound-part", "compound-apart", "ascii"),
    *("case", "abbreviation", "english", "definition", "phrase", "prefix", "iri", "mixed", "staff", "deed"),
}


def interventions() -> tuple[list[str], list[list[str]]]:
    with (DATA / "interventions.csv").open(encoding="utf-8", newline="") as file:
        head, *rows = csv.reader(file)
    return head, rows


HEAD, QUERIES = lookups()
TEXTS = marked_texts()
each_text = pytest.mark.parametrize("marked", TEXTS, ids=[text.id for text in TEXTS])


@cache
def labels() -> dict[str, tuple[set[str], set[str]]]:
    """Return, by file name, what a concept's preferred and its alternative labels are when case is disregarded."""
    vocabulary = load(VocabularyInput(project_folder("vocab")))
    ids = {slug: concept_id(concept_file(slug)) for slug in SLUGS}
    concepts = {concept.id: concept for concept in vocabulary.concepts}
    return {
        slug: (
            {label.text.casefold() for label in concepts[id_].preferred},
            {label.text.casefold() for label in concepts[id_].alternative},
        )
        for slug, id_ in ids.items()
    }


def concept_file(slug: str) -> Path:
    return CONCEPTS / f"{slug}.ttl"


def test_queries_have_the_columns_that_are_promised() -> None:
    assert HEAD == LOOKUPS
    assert {query.lang for query in QUERIES} == LANGUAGES
    assert {query.rank for query in QUERIES} <= {"1", "3", "5"}
    assert {query.set for query in QUERIES} == {"work", "aside"}
    assert all(query.query == query.query.strip() != "" for query in QUERIES)


def test_queries_are_many_and_of_every_kind() -> None:
    kinds = Counter(query.kind for query in QUERIES)
    assert len(QUERIES) >= WANTED_QUERIES
    assert set(kinds) == KINDS
    assert {kind: count for kind, count in kinds.items() if count < WANTED_OF_A_KIND} == {}


def test_a_tenth_of_every_kind_is_kept_aside() -> None:
    kinds = Counter(query.kind for query in QUERIES)
    aside = Counter(query.kind for query in QUERIES if query.set == "aside")
    assert {kind: count for kind, count in kinds.items() if aside[kind] * ASIDE_OF < count} == {}


def test_no_query_is_asked_twice() -> None:
    asked = Counter((query.lang, query.query) for query in QUERIES)
    assert [query for query, count in asked.items() if count > 1] == []


def test_answers_to_queries_are_concepts() -> None:
    assert {slug for query in QUERIES for slug in query.concepts.split(",")} - SLUGS == set()


@pytest.mark.parametrize(("kind", "which"), [("exact", 0), ("synonym", 1)])
def test_exact_queries_and_synonyms_are_labels_of_the_answer(kind: str, which: int) -> None:
    asked = [query for query in QUERIES if query.kind == kind]
    wrong = [q.query for q in asked if not any(q.query.casefold() in labels()[s][which] for s in q.concepts.split(","))]
    assert wrong == []


def test_pasted_addresses_hold_the_id_of_the_answer() -> None:
    asked = [query for query in QUERIES if query.kind == "iri"]
    assert [q.query for q in asked if concept_id(concept_file(q.concepts)) not in q.query.casefold()] == []


def test_texts_are_many_in_both_languages_and_named_once() -> None:
    assert len(TEXTS) >= WANTED_TEXTS
    assert {text.lang for text in TEXTS} == LANGUAGES
    assert sum(text.lang == "en" for text in TEXTS) >= WANTED_ENGLISH_TEXTS
    assert len({text.id for text in TEXTS}) == len(TEXTS)


@each_text
def test_marked_places_stand_in_the_text_in_order_and_apart(marked: MarkedText) -> None:
    spans = [(start(marked.text, place), place) for place in marked.places]
    assert all(at + len(place.text) <= following for (at, place), (following, _) in pairwise(spans))


@each_text
def test_marked_places_are_whole_words_and_name_concepts(marked: MarkedText) -> None:
    for place in marked.places:
        at = start(marked.text, place)
        around = marked.text[max(at - 1, 0) : at] + marked.text[at + len(place.text) :][:1]
        assert re.search(r"\w", around) is None, place
        assert set(place.concepts) <= SLUGS, place


def test_interventions_have_the_columns_that_are_promised() -> None:
    head, rows = interventions()
    assert head == INTERVENTIONS
    assert [row[0] for row in rows] == [str(number) for number in range(1, len(rows) + 1)]
    assert len(rows) >= WANTED_ROWS
    assert all(len(row) == len(head) and row[1] and row[2] for row in rows)


def test_some_interventions_fit_no_concept_and_the_others_name_one() -> None:
    answers = {row[3] for row in interventions()[1]}
    assert "" in answers
    assert answers - {""} <= SLUGS
