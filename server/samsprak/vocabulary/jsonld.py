"""JSON-LD 1.1 for readers: an inline context, texts by language, and what is named shown with its labels.

Written here and not by a library because those that compact (PyLD, rdflib) take tens of milliseconds a reply and
cannot embed what a resource names; the output is checked against both in the tests.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Mapping
from typing import Any, BinaryIO

from samsprak.vocabulary.context import (
    CLASS_TERMS,
    CONTEXT,
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
from samsprak.vocabulary.description import Description, naming
from samsprak.vocabulary.namespaces import PREFIXES, RDF
from samsprak.vocabulary.ntriples import STRING, Literal, Value, node_of, taken_apart, value_of
from samsprak.vocabulary.records import Resource

Statements = dict[str, dict[str, list[Value]]]

FIRST, REST, NIL = RDF + "first", RDF + "rest", RDF + "nil"
CELL = {FIRST, REST}
NO_LANGUAGE = "@none"
# The encoder that is written in C: it knows no indentation, so that lines are broken here.
ENCODER = json.JSONEncoder(ensure_ascii=False)


def document(description: Description, resource: Resource) -> bytes:
    """Return one resource as a JSON-LD document; what it names stands inside it, once, with its labels."""
    writer = _Writer(_statements(description.own), description.named)
    body = writer.node(resource.iri)
    # Whatever the resource does not lead to, such as the collections that it is a member of.
    others = [writer.node(node) for node in writer.left()]
    if others:
        nodes = ",\n".join(f"{{\n{_members(node)}\n}}" for node in [body, *others])
        content = f'"graph": [\n{nodes}\n]'
    else:
        content = _members(body)
    return f'{{\n"@context": {CONTEXT_TEXT},\n{content}\n}}\n'.encode()


def write(groups: Iterable[Iterable[str]], out: BinaryIO, prefixes: Mapping[str, str] = PREFIXES) -> None:
    """Write the lines of many resources, a group each, as one document with a flat graph.

    Prefixes other than the usual ones are added to the context.
    """
    context = CONTEXT_TEXT if prefixes is PREFIXES else json.dumps({**CONTEXT, **prefixes}, ensure_ascii=False)
    out.write(f'{{"@context": {context},\n"graph": ['.encode())
    separator = b"\n"
    for lines in groups:
        for node, said in _statements(lines).items():
            out.write(separator + ENCODER.encode(_Writer({node: said}, prefixes=prefixes).node(node)).encode())
            separator = b",\n"
    out.write(b"\n]}\n")


def _statements(lines: Iterable[str]) -> Statements:
    statements: Statements = {}
    for line in lines:
        subject, predicate, value = taken_apart(line)
        if value.startswith("<<"):
            continue  # statements about statements (RDF 1.2) have no form in JSON-LD 1.1
        said = statements.setdefault(node_of(subject), {})
        said.setdefault(predicate[1:-1], []).append(value_of(value))
    return statements


def _members(body: Mapping[str, object]) -> str:
    """Return what stands within an object in JSON, each member on a line."""
    return ",\n".join([f" {ENCODER.encode(key)}: {ENCODER.encode(value)}" for key, value in body.items()])


class _Writer:
    """Writes nodes, each in full where it is first met and by its id after that."""

    def __init__(
        self, statements: Statements, named: Iterable[Resource] = (), prefixes: Mapping[str, str] = PREFIXES
    ) -> None:
        self._statements = statements
        self._prefixes = prefixes
        self._named = {resource.iri: resource for resource in named}
        self._references = Counter(
            value for said in statements.values() for values in said.values() for value in values if _is_blank(value)
        )
        self._shown: set[str] = set()

    def node(self, node: str) -> dict[str, Any]:
        """Return a node object; an already shown node, or one that nothing is said of, is its id alone."""
        body: dict[str, Any] = {"id": node}
        if node in self._shown:
            return body
        self._shown.add(node)
        said = self._statements.get(node, {})
        for predicate in sorted(said, key=_place):
            self._add(body, predicate, said[predicate])
        if node in self._named:
            self._name(body, self._named[node], said)
        return body

    def left(self) -> list[str]:
        """Return the nodes that something is said of and that have not been shown."""
        return sorted((self._statements.keys() | self._named.keys()) - self._shown)

    def _name(self, body: dict[str, Any], resource: Resource, said: Mapping[str, list[Value]]) -> None:
        """Add the labels of a record that the description names, to those that it has of it."""
        labels = {Literal(label.text, label.lang, "" if label.lang else STRING) for label in resource.preferred}
        if labels:
            self._add(body, naming(resource), [*labels.union(said.get(naming(resource), ()))])

    def _add(self, body: dict[str, Any], predicate: str, values: list[Value]) -> None:
        if len(values) > 1:
            values = sorted(values, key=_order)
        if predicate == TYPE:
            names = [self._class(value) for value in values if isinstance(value, str)]
            body["type"] = _one_or_many(names)
        elif predicate in TEXT_TERMS:
            self._add_texts(body, predicate, values)
        elif predicate in LINK_TERMS:
            body[LINK_TERMS[predicate]] = [self._value(value) for value in values]
        elif predicate in TYPED_TERMS:
            name, kind = TYPED_TERMS[predicate]
            fitting = [value.text for value in values if isinstance(value, Literal) and value.datatype == kind]
            if fitting:
                body[name] = _one_or_many(fitting)
            rest = [value for value in values if not (isinstance(value, Literal) and value.datatype == kind)]
            self._add_plain(body, predicate, rest)
        elif predicate == REST:
            # By id alone: a list can be longer than objects may be nested.
            body[compact(REST)] = _one_or_many(
                [_literal(value) if isinstance(value, Literal) else {"id": value} for value in values]
            )
        else:
            self._add_plain(body, predicate, values)

    def _add_texts(self, body: dict[str, Any], predicate: str, values: list[Value]) -> None:
        texts = [value for value in values if isinstance(value, Literal) and (value.lang or value.datatype == STRING)]
        if texts:
            name = TEXT_TERMS[predicate]
            body[name] = _by_language(texts, single=name in SINGLE)
        self._add_plain(body, predicate, [value for value in values if value not in texts])

    def _add_plain(self, body: dict[str, Any], predicate: str, values: list[Value]) -> None:
        if values:
            name = PLAIN_TERMS.get(predicate) or compact(predicate, self._prefixes)
            body[name] = _one_or_many([self._value(value) for value in values])

    def _class(self, iri: str) -> str:
        """Return a class by its name in the context, by its prefix in a graph of other terms, else whole."""
        return CLASS_TERMS.get(iri) or (iri if self._prefixes is PREFIXES else compact(iri, self._prefixes))

    def _value(self, value: Value) -> object:
        if isinstance(value, Literal):
            return _literal(value)
        cells = self._cells(value)
        if not cells:
            return self.node(value)
        self._shown.update(cells)
        return {"@list": [self._value(self._statements[cell][FIRST][0]) for cell in cells]}

    def _cells(self, head: str) -> list[str]:
        """Return the cells of a list that JSON-LD can write as one, else none: each whole, and named only once."""
        cells: list[str] = []
        node: Value = head
        while isinstance(node, str) and self._references.get(node) == 1 and node not in self._shown:
            said = self._statements.get(node, {})
            if said.keys() != CELL or any(len(values) > 1 for values in said.values()):
                return []
            cells.append(node)
            node = said[REST][0]
        return cells if node == NIL else []


def _is_blank(value: Value) -> bool:
    return isinstance(value, str) and value.startswith("_:")


def _place(predicate: str) -> tuple[int, str]:
    """Order keys as a reader expects them: type, texts, links, values, and the unknown last."""
    return PLACES.get(predicate, len(PLACES)), predicate


def _order(value: Value) -> tuple[str, ...]:
    """Order texts by what they say, after nodes."""
    return value if isinstance(value, Literal) else ("", value)


def _by_language(texts: Iterable[Literal], *, single: bool) -> Mapping[str, object]:
    found: dict[str, list[str]] = {}
    for text in texts:
        found.setdefault(text.lang or NO_LANGUAGE, []).append(text.text)
    return {lang: _one_or_many(texts) if single else texts for lang, texts in sorted(found.items())}


def _literal(value: Literal) -> object:
    if value.lang:
        return {"@value": value.text, "@language": value.lang}
    if value.datatype == STRING:
        return {"@value": value.text}
    return {"@value": value.text, "@type": value.datatype}


def _one_or_many(values: list[Any]) -> Any:
    return values[0] if len(values) == 1 else values
