"""The canonical text of one term in Turtle, and the prefixes of a file."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

import pyoxigraph as ox

from samsprak.errors import N_
from samsprak.language.tags import canonical_tag, primary
from samsprak.vocabulary.faults import Fault
from samsprak.vocabulary.namespaces import PREFIXES, RDF, XSD

Subject = ox.NamedNode | ox.BlankNode
Term = ox.NamedNode | ox.BlankNode | ox.Literal


class Statement(NamedTuple):
    """A statement of RDF 1.1: no statements about statements."""

    subject: Subject
    predicate: ox.NamedNode
    object: Term


# Turtle §6.5, PN_CHARS_BASE; what a local name would have to escape is written as a whole IRI instead.
LETTERS = (
    "A-Za-z\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u02ff\u0370-\u037d\u037f-\u1fff\u200c-\u200d\u2070-\u218f"
    "\u2c00-\u2fef\u3001-\ud7ff\uf900-\ufdcf\ufdf0-\ufffd\U00010000-\U000effff"
)
INSIDE = rf"{LETTERS}_0-9\u00b7\u0300-\u036f\u203f-\u2040-"
LOCAL_NAME = re.compile(rf"[{LETTERS}_0-9](?:[{INSIDE}.]*[{INSIDE}])?")
TYPE = RDF + "type"
NIL = RDF + "nil"
# Literals written without quotation marks (Turtle §2.5.2, §2.5.3): only where no reader makes another text of them,
# as rdflib does of 0012, -.5 and 1e3.
SHORT_FORMS = {
    XSD + "boolean": re.compile(r"true|false"),
    XSD + "integer": re.compile(r"0|-?[1-9][0-9]*"),
    XSD + "decimal": re.compile(r"-?(?:0|[1-9][0-9]*)\.[0-9]+"),
}
UNTYPED = {XSD + "string", RDF + "langString", RDF + "dirLangString"}
# Turtle asks for the first three; no editor shows the other control characters, and git takes NUL for a binary file.
ESCAPED = re.compile(r"[\\\"\r\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")
ESCAPED_IN_LONG = re.compile(r"[\\\r\x00-\x08\x0b\x0c\x0e-\x1f\x7f]|\"{3,}|\"+\Z")
NAMED_ESCAPES = {"\\": "\\\\", "\r": "\\r", '"': '\\"'}
LANGUAGES = ("sv", "en")
BEFORE_TEXT, TEXT, PLAIN_TEXT, NODE = range(4)
SortKey = tuple[int, int, str, str, str]


def statements_of(quads: Iterable[ox.Quad]) -> Iterator[Statement]:
    """Yield what a parser reads, in its order. Raises the fault of a file with statements about statements."""
    for quad in quads:
        if isinstance(quad.subject, ox.Triple) or isinstance(quad.object, ox.Triple):
            raise Fault(None, N_("the file has statements about statements (RDF 1.2), which cannot be formatted"))
        yield Statement(quad.subject, quad.predicate, quad.object)


class Prefixes:
    """The prefixes of one file: its own, and those that the field has names for.

    `used` collects the namespaces that were asked for. Names are stable: writing a file with the names that came
    out of it gives them again.
    """

    def __init__(self, declared: Mapping[str, str], used: frozenset[str] | None = None) -> None:
        self.used: set[str] = set()
        self._short: dict[str, str] = {}
        namespaces = {*declared.values(), *PREFIXES.values()} if used is None else used
        self._names = _named({name: iri for name, iri in declared.items() if iri in namespaces}, namespaces)
        self._namespaces = sorted(namespaces, key=lambda iri: (-len(iri), iri))

    def narrowed(self, declared: Mapping[str, str]) -> Prefixes:
        """Return the prefixes of those namespaces that have been asked for."""
        return Prefixes(declared, frozenset(self.used))

    def declarations(self) -> list[str]:
        """Return the `@prefix` lines of what has been asked for, in alphabetical order."""
        names = {self._names[iri]: iri for iri in self.used if iri in self._names}
        return [f"@prefix {name}: <{names[name]}> ." for name in sorted(names)]

    def short(self, iri: str) -> str:
        """Return an IRI as a prefixed name, or within angle brackets."""
        if iri not in self._short:
            self._short[iri] = self._shorten(iri)
        return self._short[iri]

    def _shorten(self, iri: str) -> str:
        for namespace in self._namespaces:
            if iri.startswith(namespace) and LOCAL_NAME.fullmatch(iri, len(namespace)):
                self.used.add(namespace)
                if namespace in self._names:
                    return f"{self._names[namespace]}:{iri.removeprefix(namespace)}"
                break
        return f"<{iri}>"


def _named(declared: Mapping[str, str], namespaces: set[str] | frozenset[str]) -> dict[str, str]:
    """Return `{namespace: name}`: the field's name, unless the file means something else by it, else its own."""
    usual = {iri: name for name, iri in PREFIXES.items()}
    names: dict[str, str] = {}
    for iri in sorted(namespaces):
        name = usual.get(iri)
        if name is not None and declared.get(name, iri) == iri:
            names[iri] = name
            continue
        own = sorted(name for name, other in declared.items() if other == iri)
        if own:
            names[iri] = own[0]
    return names


def literal(value: ox.Literal, prefixes: Prefixes) -> str:
    """Return a literal: short where Turtle allows it, on one line unless the text itself has line breaks."""
    datatype = value.datatype.value
    if datatype in SHORT_FORMS and SHORT_FORMS[datatype].fullmatch(value.value):
        return value.value
    text = quoted(value.value)
    if value.language:
        direction = f"--{value.direction}" if value.direction else ""
        return f"{text}@{canonical_tag(value.language)}{direction}"
    return text if datatype in UNTYPED else f"{text}^^{prefixes.short(datatype)}"


def quoted(text: str) -> str:
    """Return a text within quotation marks, three where it has line breaks."""
    if "\n" in text:
        return '"""' + ESCAPED_IN_LONG.sub(_escape, text) + '"""'
    return '"' + ESCAPED.sub(_escape, text) + '"'


def _escape(match: re.Match[str]) -> str:
    return "".join(NAMED_ESCAPES.get(char) or f"\\u{ord(char):04X}" for char in match[0])


def sort_key(term: Term) -> SortKey:
    """Sort IRIs, then texts in Swedish, English and other languages, then values without one; nodes keep their order.

    Texts sort by code point, as everything in a file that is to be the same on every machine.
    """
    if isinstance(term, ox.NamedNode):
        return BEFORE_TEXT, 0, "", term.value, ""
    if isinstance(term, ox.BlankNode):
        return NODE, 0, "", "", ""
    if not term.language:
        return PLAIN_TEXT, 0, "", term.value, term.datatype.value
    first = primary(term.language)
    rank = LANGUAGES.index(first) if first in LANGUAGES else len(LANGUAGES)
    return TEXT, rank, term.language, term.value, str(term.direction or "")
