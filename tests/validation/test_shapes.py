"""The shapes as a public artefact: each says in two languages what it asks for, and where that comes from."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from pyshacl import validate
from rdflib import Graph, Literal, URIRef
from rdflib.namespace import DCTERMS, RDF, RDFS, SH
from rdflib.term import Node

from samsprak.settings import project_folder
from samsprak.validation.engine import BOUND
from samsprak.validation.findings import Raw
from samsprak.validation.messages import messages
from samsprak.validation.names import Names
from samsprak.validation.rules import SHAPES, Profile, Rule, RuleBook, read_rules
from samsprak.validation.text_rulebook import TEXT_RULES
from tests.validation.conftest import INVALID, prepared

RULE, TEMPLATE = URIRef(SHAPES + "rule"), URIRef(SHAPES + "template")
TEXT_DETAILS = ("text", "label", "lang", "code", "n", "word", "other")
ALL = read_rules(project_folder("shapes"), Profile.RECORD).rules


def languages(values: Iterator[Node]) -> list[str]:
    return sorted(value.language or "" for value in values if isinstance(value, Literal))


@pytest.mark.parametrize("rule", ALL, ids=lambda rule: rule.shape.removeprefix(SHAPES))
def test_shape_says_what_it_is(rule: Rule, shapes: Graph) -> None:
    shape = URIRef(rule.shape)
    assert rule.shape.startswith(SHAPES)
    assert (shape, RDF.type, SH.NodeShape) in shapes
    assert rule.shape.removeprefix(SHAPES).startswith(rule.id)
    assert len(list(shapes.objects(shape, RULE))) == len(list(shapes.objects(shape, SH.severity))) == 1
    assert languages(shapes.objects(shape, RDFS.label)) == ["en", "sv"]
    assert languages(shapes.objects(shape, RDFS.comment)) == ["en", "sv"]
    assert str(shapes.value(shape, DCTERMS.source)).strip()
    assert languages(shapes.objects(shape, TEMPLATE)) in ([], ["en", "sv"])


@pytest.mark.parametrize("rule", ALL, ids=lambda rule: rule.shape.removeprefix(SHAPES))
def test_message_is_a_whole_sentence_in_both_languages(rule: Rule, shapes: Graph) -> None:
    shape = URIRef(rule.shape)
    constraints = [*shapes.objects(shape, SH.sparql), *shapes.objects(shape, SH.property)]
    assert constraints
    for constraint in constraints:
        assert languages(shapes.objects(constraint, SH.message)) == ["en", "sv"]
        for message in map(str, shapes.objects(constraint, SH.message)):
            # Braces would be filled in by some engines and shown by others.
            assert not set("{}") & set(message)
            assert message[0].isupper()
            assert message[-1] in ".?)", message


def test_every_node_shape_names_a_rule_and_has_an_address(shapes: Graph) -> None:
    named = set(shapes.subjects(RULE))
    assert set(shapes.subjects(RDF.type, SH.NodeShape)) == named
    assert all(isinstance(shape, URIRef) for shape in named)
    assert len(ALL) == len(named)


@pytest.mark.parametrize("name", Profile.RECORD.files)
def test_file_is_valid_shacl(name: str) -> None:
    """SHACL's own shapes of shapes find nothing: pyshacl raises where they do."""
    shapes = Graph().parse(project_folder("shapes") / f"{name}.ttl", format="turtle")
    if name != "skos":
        # The other files use the prefixes that this one declares.
        shapes.parse(project_folder("shapes") / "skos.ttl", format="turtle")
    conforms, _, _ = validate(Graph(), shacl_graph=shapes, meta_shacl=True, advanced=True)
    assert not conforms  # a graph without a concept is an empty vocabulary


@pytest.mark.parametrize("rule", ALL, ids=lambda rule: rule.shape.removeprefix(SHAPES))
def test_query_keeps_to_what_shacl_allows(rule: Rule) -> None:
    """SHACL, appendix A: no MINUS, VALUES or SERVICE, and every sub-query returns $this."""
    if not rule.query:
        return
    assert not re.search(r"\b(MINUS|VALUES|SERVICE)\b", rule.query)
    assert not re.search(r"AS \?this\b", rule.query)
    for select in re.findall(r"SELECT\s+(?:DISTINCT\s+)?(\S+)", rule.query):
        assert select == "$this"


@pytest.mark.parametrize("rule", [*ALL, *TEXT_RULES], ids=lambda rule: f"{rule.id}-{rule.severity}")
def test_braces_of_templates_are_filled_whatever_is_found(rule: Rule) -> None:
    """Every name in braces is one that the query, the text rule or messages.py knows."""
    seen = re.findall(r"\?(\w+)", rule.query.partition("WHERE")[0]) if rule.query else TEXT_DETAILS
    details = dict.fromkeys(set(seen) - BOUND, "https://example.org/v/b2")
    raw = Raw(rule, "https://example.org/v/c3", _path(rule), "https://example.org/v/b2", details)
    for message in messages(raw, Names(prepared(INVALID[0]))).values():
        assert not set("{}") & set(message), message


def _path(rule: Rule) -> str:
    return {
        "decision-recorded": str(DCTERMS.publisher),
        "scheme-metadata": str(DCTERMS.license),
    }.get(rule.id, "http://www.w3.org/2004/02/skos/core#prefLabel")


def test_rules_of_one_id_agree_in_label_and_source(book: RuleBook) -> None:
    by_id: dict[str, set[str]] = {}
    for rule in book.rules:
        by_id.setdefault(rule.id, set()).add(rule.source)
    assert [rule for rule, sources in by_id.items() if len(sources) > 1] == []
