"""Statements that the service makes itself, about its vocabularies, as a graph in every format of the table."""

from __future__ import annotations

import re
from collections.abc import Mapping
from io import BytesIO

import pyoxigraph as ox

from samsprak.vocabulary import jsonld, rdfxml, turtle
from samsprak.vocabulary.formats import JSON_LD, N_TRIPLES, RDF_XML, Format
from samsprak.vocabulary.namespaces import PREFIXES, XSD
from samsprak.vocabulary.ntriples import STRING, Literal, Value, statement
from samsprak.vocabulary.records import Label

# An absolute IRI (RFC 3987), as far as N-Triples asks (IRIREF): vocabularies in the wild give words where one belongs.
IRI = re.compile(r"[a-z][a-z0-9+.-]*:[^\x00-\x20<>\"{}|^`\\]+", re.IGNORECASE)
# The datatypes of dates by how much of one is written.
DATES = {
    re.compile(r"\d{4}"): XSD + "gYear",
    re.compile(r"\d{4}-\d\d"): XSD + "gYearMonth",
    re.compile(r"\d{4}-\d\d-\d\d"): XSD + "date",
    re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)?"): XSD + "dateTime",
}


class Graph:
    """Statements in the order in which they were made, each once."""

    def __init__(self, prefixes: Mapping[str, str]) -> None:
        self._prefixes = prefixes
        self._lines: dict[str, dict[str, None]] = {}

    def add(self, subject: str, predicate: str, *values: Value) -> None:
        """Say something of a resource: what is no IRI where one is meant is not said."""
        lines = self._lines.setdefault(subject, {})
        for value in values:
            if isinstance(value, Literal) or IRI.fullmatch(value):
                lines[statement(subject, predicate, value)] = None

    def __len__(self) -> int:
        return sum(len(lines) for lines in self._lines.values())

    def written(self, form: Format) -> bytes:
        """Return the graph in a format, subjects in the order in which they were first spoken of."""
        groups = [lines for lines in self._lines.values() if lines]
        out = BytesIO()
        if form is JSON_LD:
            jsonld.write(groups, out, {**PREFIXES, **self._prefixes})
            return out.getvalue()
        text = "".join(f"{line}\n" for lines in groups for line in lines).encode()
        if form is N_TRIPLES:
            return text
        if form is RDF_XML:
            quads = ox.parse(text, ox.RdfFormat.N_TRIPLES, lenient=True)
            rdfxml.write((quad.triple for quad in quads), self._prefixes, out)
        else:
            used = {name: iri for name, iri in self._prefixes.items() if iri.encode() in text}
            turtle.write(groups, used, {}, lambda _: "", out)
        return out.getvalue()


def label(text: Label) -> Literal:
    """Return a text in its language."""
    return Literal(text.text, text.lang, "" if text.lang else STRING)


def date(written: str) -> tuple[Literal, ...]:
    """Return a date with the datatype that fits how much of one is written; nothing where it is none."""
    return tuple(Literal(written, "", kind) for form, kind in DATES.items() if form.fullmatch(written))


def integer(number: int) -> Literal:
    """Return a number."""
    return Literal(str(number), "", XSD + "integer")
