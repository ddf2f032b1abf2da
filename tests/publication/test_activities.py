from __future__ import annotations

import json
from typing import Any

import pytest
from pyld import jsonld
from rdflib import Graph, Literal, URIRef
from rdflib.namespace import DCTERMS, OWL, RDF, Namespace

from samsprak.publication.activities import changes
from samsprak.publication.news import Chronicle
from samsprak.vocabulary.protocol import Vocabulary
from tests.conftest import EX
from tests.publication.conftest import BASE

AS = Namespace("https://www.w3.org/ns/activitystreams#")


def address(offset: int) -> str:
    return f"{BASE}/changes.jsonld?offset={offset}"


def items(vocabulary: Vocabulary, **limits: Any) -> list[dict[str, Any]]:
    page = changes(Chronicle([vocabulary]), address, **limits)
    return json.loads(json.dumps(page))["orderedItems"]  # type: ignore[no-any-return]


def test_changes_are_newest_first(foreign: Vocabulary) -> None:
    assert [(each["published"][:10], each["type"], each["object"]["id"]) for each in items(foreign)] == [
        ("2024-07-01", "Delete", EX + "gone"),
        ("2024-06-01", "Update", EX + "pear"),
        ("2024-04-05", "Update", EX + "apple"),
        ("2023-03-01", "Create", EX + "apple"),
        ("2023-02-01", "Create", EX + "tree"),
        ("2023-01-01", "Create", EX + "food"),
    ]


@pytest.mark.parametrize(
    ("since", "count"),
    [("", 6), ("2023-01-01", 6), ("2023-02-02", 5), ("2024-06-01", 2), ("2024-07-31", 1), ("2025", 0)],
)
def test_since_a_date_takes_that_day_and_what_may_be_later(since: str, count: int, foreign: Vocabulary) -> None:
    assert len(items(foreign, since=since)) == count


def test_a_retired_concept_says_so_and_names_its_successor(foreign: Vocabulary) -> None:
    retired = items(foreign)[1]["object"]
    assert retired["deprecated"] is True
    assert retired["isReplacedBy"] == [EX + "apple"]
    assert retired["prefLabel"] == {"fi": "päärynä"}


def test_pages_follow_each_other(foreign: Vocabulary) -> None:
    first = changes(Chronicle([foreign]), address, most=4)
    assert first["next"] == address(4)
    second = changes(Chronicle([foreign]), address, offset=4, most=4)
    assert "next" not in second
    assert len(first["orderedItems"]) + len(second["orderedItems"]) == 6


def test_it_is_json_ld_without_asking_another_site(foreign: Vocabulary) -> None:
    quads = jsonld.to_rdf(changes(Chronicle([foreign]), address), {"format": "application/n-quads"})
    graph = Graph().parse(data=quads, format="nt")
    assert (URIRef(address(0)), RDF.type, AS.OrderedCollectionPage) in graph
    (deletion,) = graph.subjects(RDF.type, AS.Delete)
    assert (deletion, AS.object, URIRef(EX + "gone")) in graph
    assert (URIRef(EX + "gone"), RDF.type, AS.Tombstone) in graph
    assert (URIRef(EX + "pear"), OWL.deprecated, Literal(True)) in graph
    assert (URIRef(EX + "pear"), DCTERMS.isReplacedBy, URIRef(EX + "apple")) in graph
    assert len(list(graph.objects(None, AS.published))) == 6


def test_summaries_are_in_both_languages(thesaurus: Vocabulary) -> None:
    for each in items(thesaurus, most=20):
        assert each["summary"].keys() == {"sv", "en"}
