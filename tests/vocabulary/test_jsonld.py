from __future__ import annotations

import json
from io import BytesIO
from typing import Any

import pytest
import rdflib
from rdflib.compare import isomorphic

from samsprak.vocabulary.formats import JSON_LD, N_TRIPLES
from samsprak.vocabulary.protocol import Vocabulary
from tests.conftest import EX, Turtle
from tests.vocabulary.graphs import graph_of

CONCEPT = """
    ex:a a skos:Concept ; skos:prefLabel "stöd"@sv, "support"@en-gb ; skos:altLabel "hjälp"@sv ; skos:broader ex:b ;
      skos:notation "1" ; dcterms:created "2025-01-02"^^xsd:date ; skos:definition [ rdf:value "d"@sv ] .
    ex:b a skos:Concept ; skos:prefLabel "insats"@sv .
"""


def document(vocabulary: Vocabulary, name: str = "a") -> dict[str, Any]:
    content = json.loads(vocabulary.data(EX + name, JSON_LD))
    assert isinstance(content, dict)
    return content


def test_document_reads_as_a_person_would_write_it(turtle: Turtle) -> None:
    found = document(turtle(CONCEPT))
    note = found["skos:definition"].pop("id")
    assert note.startswith("_:")
    assert found.pop("@context")
    assert found == {
        "id": EX + "a",
        "type": "Concept",
        "prefLabel": {"en-GB": "support", "sv": "stöd"},
        "altLabel": {"sv": ["hjälp"]},
        "broader": [{"id": EX + "b", "prefLabel": {"sv": "insats"}}],
        "notation": {"@value": "1"},
        "created": "2025-01-02",
        "skos:definition": {"rdf:value": {"@value": "d", "@language": "sv"}},
    }


def test_text_without_language_stands_under_none(turtle: Turtle) -> None:
    found = document(turtle('ex:a a skos:Concept ; skos:prefLabel "a", "b", "c"@sv .'))
    assert found["prefLabel"] == {"@none": ["a", "b"], "sv": "c"}


def test_ordered_collection_is_a_list(turtle: Turtle) -> None:
    found = document(
        turtle(
            "ex:c a skos:OrderedCollection ; skos:memberList ( ex:b ex:a ) .ex:a a skos:Concept . ex:b a skos:Concept ."
        ),
        "c",
    )
    assert found["skos:memberList"] == {"@list": [{"id": EX + "b"}, {"id": EX + "a"}]}


def test_what_the_concept_does_not_lead_to_stands_beside_it(turtle: Turtle) -> None:
    found = document(
        turtle('ex:a a skos:Concept . ex:c a skos:Collection ; skos:prefLabel "c"@sv ; skos:member ex:a .')
    )
    assert found["graph"] == [
        {"id": EX + "a", "type": "Concept"},
        {"id": EX + "c", "prefLabel": {"sv": "c"}, "member": [{"id": EX + "a"}]},
    ]


# rdflib warns of its own parser.
@pytest.mark.filterwarnings("ignore:ConjunctiveGraph is deprecated:DeprecationWarning")
@pytest.mark.parametrize("name", ["a", "b"])
def test_rdflib_reads_the_same_as_pyld(name: str, turtle: Turtle) -> None:
    """Two processors of JSON-LD that share no code."""
    content = turtle(CONCEPT).data(EX + name, JSON_LD)
    read = rdflib.Graph()
    read.parse(data=content, format="json-ld")
    # rdflib joins @none to texts as no language, as PyLD does; tags are compared without case.
    plain = graph_of(read.serialize(format="nt", encoding="utf-8"), N_TRIPLES)
    assert isomorphic(plain, graph_of(content, JSON_LD))


def test_dump_is_one_document(turtle: Turtle) -> None:
    out = BytesIO()
    turtle(CONCEPT).dump(JSON_LD, out)
    content = json.loads(out.getvalue())
    assert content.keys() == {"@context", "graph"}
    assert {EX + "a", EX + "b"} <= {node["id"] for node in content["graph"]}
