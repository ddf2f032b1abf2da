"""Descriptions and whole vocabularies as bytes, in every format of the table."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from io import BytesIO
from itertools import chain
from typing import BinaryIO

import pyoxigraph as ox

from samsprak.language.tags import best
from samsprak.vocabulary import jsonld, rdfxml, turtle
from samsprak.vocabulary.description import all_statements
from samsprak.vocabulary.description import describe as description_of
from samsprak.vocabulary.formats import JSON_LD, N_TRIPLES, RDF_XML, Format
from samsprak.vocabulary.namespaces import PREFIXES, SKOS
from samsprak.vocabulary.protocol import Vocabulary
from samsprak.vocabulary.records import Collection, Concept, Resource
from samsprak.vocabulary.statements import Statements

# Narrower than Turtle §6.5 (PN_PREFIX); names in "xml" are XML's own.
PREFIX = re.compile(r"(?!xml)[a-z][a-z0-9_-]*", re.IGNORECASE)


def describe(statements: Statements, vocabulary: Vocabulary, resource: Resource, form: Format) -> bytes:
    """Return the description of one resource; the four formats hold the same graph."""
    description = description_of(statements, vocabulary, resource)
    if form is JSON_LD:
        return jsonld.document(description, resource)
    text = _text(description.lines())
    if form is N_TRIPLES:
        return text
    out = BytesIO()
    _write(_quads(text), vocabulary, form, out)
    return out.getvalue()


def write(statements: Statements, vocabulary: Vocabulary, form: Format, out: BinaryIO) -> int:
    """Write the whole vocabulary, one resource after the other, without holding it all; return how many triples."""
    counts: list[int] = []
    groups = _counted(all_statements(statements, vocabulary), counts)
    if form is JSON_LD:
        jsonld.write(groups, out)
    elif form is N_TRIPLES:
        out.writelines(map(_text, groups))
    elif form is RDF_XML:
        _write(chain.from_iterable(_quads(_text(lines)) for lines in groups), vocabulary, form, out)
    else:
        prefixes = {
            name: namespace
            for name, namespace in _prefixes(vocabulary).items()
            if namespace == SKOS or namespace.encode() in statements.text
        }
        turtle.write(groups, prefixes, turtle.references(statements.text), _names(vocabulary), out)
    return sum(counts)


def _counted(groups: Iterable[list[str]], counts: list[int]) -> Iterator[list[str]]:
    for lines in groups:
        counts.append(len(lines))
        yield lines


def _names(vocabulary: Vocabulary) -> turtle.Names:
    """Return what tells the term of a concept or a collection in the vocabulary's main language."""

    def name(iri: str) -> str:
        record = vocabulary.resource(iri) if vocabulary.holds(iri) else None
        if not isinstance(record, Concept | Collection):
            return ""
        label = best(record.preferred, (vocabulary.default_language,))
        return label.text if label else ""

    return name


def _write(quads: Iterable[ox.Quad], vocabulary: Vocabulary, form: Format, out: BinaryIO) -> None:
    if form is RDF_XML:
        rdfxml.write((quad.triple for quad in quads), _prefixes(vocabulary), out)
    else:
        ox.serialize(quads, out, ox.RdfFormat.TURTLE, prefixes=_prefixes(vocabulary))


def _text(lines: Iterable[str]) -> bytes:
    return "".join([f"{line}\n" for line in lines]).encode()


def _quads(text: bytes) -> Iterator[ox.Quad]:
    """Parse what was once read or is inferred from it; lenient, since its IRIs were checked then."""
    return ox.parse(text, ox.RdfFormat.N_TRIPLES, lenient=True)


def _prefixes(vocabulary: Vocabulary) -> dict[str, str]:
    """Return the prefixes to write, the vocabulary's own among them where its id can be one in Turtle and XML."""
    if vocabulary.namespace and vocabulary.id not in PREFIXES and PREFIX.fullmatch(vocabulary.id):
        return PREFIXES | {vocabulary.id: vocabulary.namespace}
    return PREFIXES
