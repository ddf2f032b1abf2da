"""The shapes hold for the project's own vocabulary, and each finds what it is there to find."""

from __future__ import annotations

import pytest
from pyshacl import validate
from rdflib import Graph
from rdflib.namespace import SH

from samsprak.settings import project_folder

PREFIXES = """
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
@prefix e: <https://example.org/> .
"""
BROKEN = {
    "preflabel-unique-lang": 'e:a a skos:Concept ; skos:prefLabel "a"@sv , "b"@sv .',
    "label-disjoint": 'e:a a skos:Concept ; skos:prefLabel "a"@sv ; skos:altLabel "a"@sv .',
    "class-disjoint": 'e:a a skos:Concept , skos:ConceptScheme ; skos:prefLabel "a"@sv .',
}


@pytest.fixture(scope="module")
def shapes() -> Graph:
    graph = Graph()
    for path in sorted(project_folder("shapes").glob("*.ttl")):
        graph.parse(path)
    return graph


def test_own_vocabulary_conforms(shapes: Graph) -> None:
    data = Graph()
    for path in sorted(project_folder("vocab").rglob("*.ttl")):
        data.parse(path)
    conforms, _, report = validate(data, shacl_graph=shapes)
    assert conforms, report


@pytest.mark.parametrize("rule", BROKEN)
def test_each_shape_finds_its_fault(shapes: Graph, rule: str) -> None:
    conforms, results, _ = validate(Graph().parse(data=PREFIXES + BROKEN[rule], format="turtle"), shacl_graph=shapes)
    assert not conforms
    languages = {message.language for message in results.objects(None, SH.resultMessage)}
    assert languages == {"sv", "en"}
    found = {
        str(value)
        for shape in results.objects(None, SH.sourceShape)
        for owner in (shape, *shapes.subjects(SH.property, shape))
        for value in shapes.objects(owner, None)
    }
    assert rule in found
