"""JSON-LD 1.1 for readers: an inline context, texts by language, and what is named shown with its labels.

Written here and not by a library because those that compact (PyLD, rdflib) take tens of milliseconds a reply and
cannot embed what a resource names; the output is checked against both in the tests.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Mapping
from itertools import groupby
from typing import Any, BinaryIO

import pyoxigraph as ox

from samsprak.language.tags import canonical_tag
from samsprak.vocabulary.context import (
    CLASS_TERMS,
    CONTEXT_TEXT,
    LINK_TERMS,
    PLACES,
    PLAIN_TERMS,
    SINGLE,
    TEXT_TERMS,
    TYPE,
    TYPED_TERMS,
    compact,
)
from samsprak.vocabulary.namespaces import RDF, XSD

Node = ox.NamedNode | ox.BlankNode
Value = Node | ox.Literal
Statements = dict[Node, dict[str, list[Value]]]

FIRST, REST, NIL = RDF + "first", RDF + "rest", ox.NamedNode(RDF + "nil")
CELL = {FIRST, REST}
NO_LANGUAGE = "@none"


def document(triples: Iterable[ox.Triple], iri: str) -> bytes:
    """Return one resource as a JSON-LD document; what it names stands inside it, once, with its labels."""
    statements = _statements(triples)
    writer = _Writer(statements)
    body = writer.node(ox.NamedNode(iri))
    # Whatever the resource does not lead to, such as the collections that it is a member of.
    others = [writer.node(node) for node in sorted(statements, key=str) if node not in writer.shown]
    content = json.dumps({"graph": [body, *others]} if others else body, ensure_ascii=False, indent=1)
    return f'{{\n "@context": {CONTEXT_TEXT},{content.removeprefix("{")}\n'.encode()


def write(triples: Iterable[ox.Triple], out: BinaryIO) -> None:
    """Write many resources, grouped by subject, as one document with a flat graph."""
    out.write(f'{{"@context": {CONTEXT_TEXT},\n"graph": ['.encode())
    separator = b"\n"
    for _, group in groupby(triples, key=lambda triple: triple.subject):
        statements = _statements(group)
        for node in statements:
            out.write(separator + json.dumps(_Writer(statements).node(node), ensure_ascii=False).encode())
            separator = b",\n"
    out.write(b"\n]}\n")


def _statements(triples: Iterable[ox.Triple]) -> Statements:
    statements: Statements = {}
    for triple in triples:
        if isinstance(triple.subject, ox.Triple) or isinstance(triple.object, ox.Triple):
            continue  # statements about statements (RDF 1.2) have no form in JSON-LD 1.1
        statements.setdefault(triple.subject, {}).setdefault(triple.predicate.value, []).append(triple.object)
    return statements


class _Writer:
    """Writes nodes, each in full where it is first met and by its id after that."""

    def __init__(self, statements: Statements) -> None:
        self._statements = statements
        self._references = Counter(
            value
            for said in statements.values()
            for values in said.values()
            for value in values
            if isinstance(value, ox.BlankNode)
        )
        self.shown: set[Node] = set()

    def node(self, node: Node) -> dict[str, Any]:
        """Return a node object; an already shown node, or one that nothing is said of, is its id alone."""
        body: dict[str, Any] = {"id": _id(node)}
        said = self._statements.get(node)
        if said is None or node in self.shown:
            return body
        self.shown.add(node)
        for predicate in sorted(said, key=_place):
            self._add(body, predicate, said[predicate])
        return body

    def _add(self, body: dict[str, Any], predicate: str, values: list[Value]) -> None:
        values = sorted(values, key=str)
        if predicate == TYPE:
            names = [CLASS_TERMS.get(_id(value), _id(value)) for value in values if not isinstance(value, ox.Literal)]
            body["type"] = _one_or_many(names)
        elif predicate in TEXT_TERMS:
            strings = [value for value in values if _is_text(value)]
            if strings:
                name = TEXT_TERMS[predicate]
                body[name] = _by_language(strings, single=name in SINGLE)
            self._plain(body, compact(predicate), [value for value in values if not _is_text(value)])
        elif predicate in LINK_TERMS:
            body[LINK_TERMS[predicate]] = [self._value(value) for value in values]
        elif predicate in TYPED_TERMS:
            name, kind = TYPED_TERMS[predicate]
            fitting = [value.value for value in values if isinstance(value, ox.Literal) and _is_of(value, kind)]
            if fitting:
                body[name] = _one_or_many(fitting)
            rest = [value for value in values if not (isinstance(value, ox.Literal) and _is_of(value, kind))]
            self._plain(body, compact(predicate), rest)
        elif predicate == REST:
            # By id alone: a list can be longer than objects may be nested.
            body[compact(REST)] = _one_or_many(
                [_literal(value) if isinstance(value, ox.Literal) else {"id": _id(value)} for value in values]
            )
        else:
            self._plain(body, PLAIN_TERMS.get(predicate) or compact(predicate), values)

    def _plain(self, body: dict[str, Any], name: str, values: list[Value]) -> None:
        if values:
            body[name] = _one_or_many([self._value(value) for value in values])

    def _value(self, value: Value) -> object:
        if isinstance(value, ox.Literal):
            return _literal(value)
        cells = self._cells(value)
        if not cells:
            return self.node(value)
        self.shown.update(cells)
        return {"@list": [self._value(self._statements[cell][FIRST][0]) for cell in cells]}

    def _cells(self, head: Node) -> list[Node]:
        """Return the cells of a list that JSON-LD can write as one, else none: each whole, and named only once."""
        cells: list[Node] = []
        node: Value = head
        while isinstance(node, ox.BlankNode) and self._references[node] == 1 and node not in self.shown:
            said = self._statements.get(node, {})
            if said.keys() != CELL or any(len(values) > 1 for values in said.values()):
                return []
            cells.append(node)
            node = said[REST][0]
        return cells if node == NIL else []


def _id(node: Value) -> str:
    return f"_:{node.value}" if isinstance(node, ox.BlankNode) else node.value


def _place(predicate: str) -> tuple[int, str]:
    """Order keys as a reader expects them: type, texts, links, values, and the unknown last."""
    return PLACES.get(predicate, len(PLACES)), predicate


def _is_text(value: Value) -> bool:
    return isinstance(value, ox.Literal) and (bool(value.language) or value.datatype.value == XSD + "string")


def _is_of(value: ox.Literal, kind: str) -> bool:
    return value.datatype.value == kind


def _by_language(values: Iterable[Value], *, single: bool) -> Mapping[str, object]:
    found: dict[str, list[str]] = {}
    for value in values:
        language = value.language if isinstance(value, ox.Literal) else None
        found.setdefault(canonical_tag(language) if language else NO_LANGUAGE, []).append(value.value)
    return {lang: _one_or_many(texts) if single else texts for lang, texts in sorted(found.items())}


def _literal(value: ox.Literal) -> object:
    if value.language:
        return {"@value": value.value, "@language": canonical_tag(value.language)}
    if value.datatype.value == XSD + "string":
        return {"@value": value.value}
    return {"@value": value.value, "@type": value.datatype.value}


def _one_or_many(values: list[Any]) -> Any:
    return values[0] if len(values) == 1 else values
