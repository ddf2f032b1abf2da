"""Statements as lines of N-Triples, in the one way that the store writes them: made here, and taken apart again.

Data replies are put together from such lines, since text is compared, joined and split in a fraction of the time that
a parser's terms take.
"""

from __future__ import annotations

from typing import NamedTuple

import pyoxigraph as ox

from samsprak.language.tags import canonical_tag
from samsprak.vocabulary.namespaces import XSD
from samsprak.vocabulary.records import Label

STRING = XSD + "string"


class Literal(NamedTuple):
    """A text with its language, else with the IRI of its datatype."""

    text: str
    lang: str
    datatype: str


# A node is its IRI, or `_:name` where it has none.
Value = str | Literal


def link(iri: str, predicate: str, other: str) -> str:
    """Return the line that says how one resource is related to another."""
    return f"<{iri}> <{predicate}> <{other}> ."


def labelling(iri: str, predicate: str, label: Label) -> str:
    """Return the line that gives a resource a label."""
    text = label.text
    if label.lang and text.isprintable() and '"' not in text and "\\" not in text:
        return f'<{iri}> <{predicate}> "{text}"@{label.lang.lower()} .'
    return f"<{iri}> <{predicate}> {ox.Literal(text, language=label.lang or None)} ."


def statement(subject: str, predicate: str, value: Value) -> str:
    """Return the line that says something of a resource."""
    if not isinstance(value, Literal):
        return link(subject, predicate, value)
    if value.lang:
        return labelling(subject, predicate, Label(value.text, value.lang))
    return f"<{subject}> <{predicate}> {ox.Literal(value.text, datatype=ox.NamedNode(value.datatype))} ."


def subject_of(line: str) -> str:
    """Return the subject as it is written, `<iri>` or `_:name`."""
    return line.partition(" ")[0]


def taken_apart(line: str) -> tuple[str, str, str]:
    """Return subject, predicate and object as they are written; a literal begins with a quotation mark."""
    subject, predicate, written = line.split(" ", 2)
    return subject, predicate, written.removesuffix(" .")


def value_of(written: str) -> Value:
    """Return the object that was written so; the direction of a text, which our formats cannot all say, is left out."""
    if not written.startswith('"'):
        return node_of(written)
    end = written.rindex('"')
    text, suffix = written[1:end], written[end + 1 :]
    if "\\" in text:
        text = _unescaped(text)
    if suffix.startswith("@"):
        return Literal(text, canonical_tag(suffix[1:].partition("--")[0]), "")
    return Literal(text, "", suffix[3:-1] if suffix else STRING)


def is_iri(written: str) -> bool:
    """Tell whether a node that is written so is an IRI."""
    # A statement about a statement, which no format of ours has but a file may, begins so too.
    return written[0] == "<" and written[1] != "<"


def is_blank(written: str) -> bool:
    """Tell whether a node that is written so has no name of its own."""
    return written.startswith("_:")


def key(node: object) -> str:
    """Return the text that stands for a parser's node: an IRI, or `_:id`."""
    if isinstance(node, ox.NamedNode):
        return node.value
    return f"_:{node.value}" if isinstance(node, ox.BlankNode) else str(node)


def as_written(node: str) -> str:
    """Return how a node is written: `<iri>`, or `_:id` as it stands."""
    return node if is_blank(node) else f"<{node}>"


def node_of(written: str) -> str:
    """Return the node that was written so."""
    return written[1:-1] if is_iri(written) else written


def _unescaped(text: str) -> str:
    (quad,) = ox.parse(f'<x:s> <x:p> "{text}" .', ox.RdfFormat.N_TRIPLES)
    assert isinstance(quad.object, ox.Literal)  # noqa: S101 - it is written as one
    return quad.object.value
