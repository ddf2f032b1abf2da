"""The shapes mean the same in every engine: pyshacl alone, the Rust engine `shacl`, and ours (Oxigraph and pyshacl)."""

from __future__ import annotations

import importlib.util
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path

import pyoxigraph as ox
import pytest
import shacl
from pyshacl import validate
from rdflib import BNode, Graph
from rdflib.namespace import RDF, SH
from rdflib.plugins.sparql import prepareQuery, processor
from rdflib.term import Node

from samsprak.errors import UsageError
from samsprak.settings import project_folder
from samsprak.validation import engine, rules
from samsprak.validation.checker import check
from samsprak.validation.engine import Engine
from samsprak.validation.findings import Finding
from samsprak.validation.rules import Profile, RuleBook
from samsprak.vocabulary.namespaces import DCTERMS, SKOS
from tests.validation.conftest import DATA, INVALID, n_triples, prepared

Faults = set[tuple[str, str]]
# A scheme without an address, and with faults that shapes without queries find.
NAMELESS = """@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
@prefix dcterms: <http://purl.org/dc/terms/> .
[] a skos:ConceptScheme ; dcterms:title "prov"@sv ; dcterms:license "en licens" .
"""


@pytest.fixture(scope="module", autouse=True)
def queries_parsed_once() -> Iterator[None]:
    """Let rdflib parse each query once in all: it takes ten times as long as to answer it."""
    parsed = cache(prepareQuery)
    answer: Callable[..., object] = processor.SPARQLProcessor.query

    def query(self: object, text: object, *rest: object, **options: object) -> object:
        return answer(self, parsed(text) if isinstance(text, str) else text, *rest, **options)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(processor.SPARQLProcessor, "query", query)
        yield


@pytest.fixture(scope="module")
def compiled(shapes_text: str) -> shacl.Shapes:
    return shacl.Shapes.from_turtle(shapes_text)


def of_ours(store: ox.Store, book: RuleBook) -> Faults:
    return {(raw.rule.shape, _blank(raw.focus)) for raw in engine.run(store, book)}


def of_pyshacl(store: ox.Store, shapes: Graph) -> Faults:
    data = Graph().parse(data=n_triples(store), format="nt")
    _, results, _ = validate(data, shacl_graph=shapes, advanced=True, inplace=True)
    assert isinstance(results, Graph)
    found = set()
    for result in results.subjects(RDF.type, SH.ValidationResult):
        shape = results.value(result, SH.sourceShape)
        while isinstance(shape, BNode):
            shape = shapes.value(None, SH.property, shape)
        focus, value = results.value(result, SH.focusNode), results.value(result, SH.value)
        found.add((str(shape), _focus(_text(focus), _text(value))))
    return found


def of_rust(store: ox.Store, compiled: shacl.Shapes) -> Faults:
    report = compiled.validate_text(n_triples(store).decode(), "ntriples")
    return {(_plain(each.root_shape), _focus(_plain(each.focus_node), _plain(each.value))) for each in report.results}


def _focus(focus: str, value: str) -> str:
    """Return what a result is about: a query's result carries it as its value."""
    return _blank(value if focus == SKOS + "Concept" else focus)


def _blank(node: str) -> str:
    return "_:" if node.startswith("_:") else node


def _text(node: Node | None) -> str:
    return f"_:{node}" if isinstance(node, BNode) else str(node)


def _plain(node: str | None) -> str:
    return (node or "").removeprefix("<").removesuffix(">")


@pytest.mark.parametrize(
    "path", [project_folder("vocab"), *INVALID, *sorted((DATA / "valid").glob("*.ttl"))], ids=lambda path: path.stem
)
def test_rust_engine_finds_the_same(path: Path, book: RuleBook, compiled: shacl.Shapes) -> None:
    store = prepared(path)
    assert of_rust(store, compiled) == of_ours(store, book)


@pytest.mark.parametrize("path", [project_folder("vocab"), *INVALID], ids=lambda path: path.stem)
def test_pyshacl_alone_finds_the_same(path: Path, book: RuleBook, shapes: Graph) -> None:
    store = prepared(path)
    assert of_pyshacl(store, shapes) == of_ours(store, book)


@pytest.mark.parametrize("path", [project_folder("vocab"), *INVALID], ids=lambda path: path.stem)
def test_fast_engine_finds_the_same_to_the_letter(path: Path) -> None:
    """But for the names of blank nodes, which a parser gives anew each time."""
    standard, fast = (check([path], Profile.RECORD, using=using).findings for using in Engine)
    assert [told(finding) for finding in fast] == [told(finding) for finding in standard]


def told(finding: Finding) -> tuple[object, ...]:
    messages = [*finding.messages.values()]
    return (finding.rule, _blank(finding.focus), finding.path, _blank(finding.value), finding.place, messages)


@pytest.fixture
def nameless() -> ox.Store:
    store = ox.Store()
    store.load(NAMELESS.encode(), ox.RdfFormat.TURTLE)
    return store


def test_blank_scheme_keeps_its_name_in_the_fast_engine(nameless: ox.Store, book: RuleBook) -> None:
    store = nameless
    (scheme,) = {quad.subject for quad in store if quad.object == ox.NamedNode(SKOS + "ConceptScheme")}
    faults = [raw for raw in engine.run(store, book, engine=Engine.FAST) if raw.rule.id == "scheme-metadata"]
    standard = [raw for raw in engine.run(store, book) if raw.rule.id == "scheme-metadata"]
    assert {(raw.focus, raw.path, raw.value) for raw in faults} == {
        (raw.focus, raw.path, raw.value) for raw in standard
    }
    assert {raw.focus for raw in faults} == {str(scheme)}
    assert {raw.path for raw in faults} == {DCTERMS + name for name in ("license", "publisher", "description")}
    assert "en licens" in {raw.value for raw in faults}


def test_engine_that_is_not_installed_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(importlib.util, "find_spec", lambda name: None)
    with pytest.raises(UsageError, match=r"samsprak\[fast\]"):
        check([project_folder("vocab")], Profile.RECORD, using=Engine.FAST)


def test_shapes_without_queries_are_targeted_at_classes_only(book: RuleBook) -> None:
    """So that they need not run where nothing is of those classes."""
    targets = {quad.predicate.value for quad in book.core if "#target" in quad.predicate.value}
    assert targets == {rules.SH + "targetClass"}


def test_iso_kinds_of_hierarchy_and_collection_are_those_of_skos(book: RuleBook) -> None:
    """What `prepare` adds is what these shapes cannot know: without it, a concept below a part is out of reach."""
    path = DATA / "valid" / "concept-reachable.ttl"
    unprepared = ox.Store()
    unprepared.load(path=str(path), format=ox.RdfFormat.TURTLE)
    assert any(shape.endswith("concept-reachable") for shape, _ in of_ours(unprepared, book))
    assert not any(shape.endswith("concept-reachable") for shape, _ in of_ours(prepared(path), book))
