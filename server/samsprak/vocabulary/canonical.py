"""Canonical Turtle: the one form of a file of the thesaurus, whoever wrote it and with what.

Used prefixes only; predicates in the order in which an editor reads a record; sorted values, Swedish first; the term
of what is referred to as a comment; memberships last. Records and blank nodes keep the order of the file. Writing
twice gives the same, on every machine.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

import pyoxigraph as ox

from samsprak.vocabulary.comments import Comments, Key, statements
from samsprak.vocabulary.namespaces import ADMS, DC, DCTERMS, FOAF, GUIDE, ISOTHES, OWL, RDFS, SKOS, SKOSXL, VANN
from samsprak.vocabulary.nodes import Nodes, Record
from samsprak.vocabulary.term_comments import TermComments
from samsprak.vocabulary.turtle_syntax import Comment
from samsprak.vocabulary.turtle_terms import NIL, TYPE, Prefixes, Statement, Subject, Term, literal, sort_key

# One order for concepts, collections, schemes, sources, agents and guides; what is not here stands last, by IRI.
ORDER = (
    TYPE,
    DCTERMS + "title",
    SKOS + "prefLabel",
    SKOSXL + "prefLabel",
    SKOS + "altLabel",
    SKOSXL + "altLabel",
    SKOS + "hiddenLabel",
    SKOSXL + "hiddenLabel",
    SKOSXL + "literalForm",
    RDFS + "label",
    SKOS + "definition",
    DCTERMS + "description",
    RDFS + "comment",
    FOAF + "name",
    *(SKOS + name for name in ("scopeNote", "example", "historyNote", "changeNote", "editorialNote", "note")),
    SKOS + "notation",
    SKOS + "broader",
    *(ISOTHES + name for name in ("broaderGeneric", "broaderPartitive", "broaderInstantial")),
    SKOS + "broaderTransitive",
    SKOS + "narrower",
    *(ISOTHES + name for name in ("narrowerGeneric", "narrowerPartitive", "narrowerInstantial")),
    SKOS + "narrowerTransitive",
    ISOTHES + "superOrdinate",
    ISOTHES + "subordinateArray",
    SKOS + "memberList",
    SKOS + "member",
    SKOS + "related",
    *(SKOS + name for name in ("exactMatch", "closeMatch", "broadMatch", "narrowMatch", "relatedMatch")),
    RDFS + "seeAlso",
    *(GUIDE + name for name in ("first", "groups", "answers", "leadsTo", "suggests", "leavesOpen")),
    *(GUIDE + name for name in ("concept", "certainty", "reason", "given")),
    DCTERMS + "conformsTo",
    DCTERMS + "license",
    DCTERMS + "source",
    DC + "source",
    GUIDE + "place",
    ADMS + "status",
    DCTERMS + "publisher",
    DCTERMS + "dateAccepted",
    DCTERMS + "valid",
    DCTERMS + "replaces",
    DCTERMS + "isReplacedBy",
    OWL + "deprecated",
    DCTERMS + "issued",
    DCTERMS + "created",
    DCTERMS + "modified",
    OWL + "versionInfo",
    VANN + "preferredNamespacePrefix",
    VANN + "preferredNamespaceUri",
    FOAF + "page",
    SKOS + "hasTopConcept",
    SKOS + "topConceptOf",
    SKOS + "inScheme",
)
PLACES = {predicate: place for place, predicate in enumerate(ORDER)}
INDENT = 4


def write(nodes: Nodes, declared: Mapping[str, str], comments: Comments, terms: TermComments) -> str:
    """Return the canonical text of a file; it is written once to see which prefixes it needs."""
    every = Prefixes(declared)
    _Writer(nodes, every, comments, terms).body()
    prefixes = every.narrowed(declared)
    body = _Writer(nodes, prefixes, comments, terms).body()
    lines = list(_freely(comments.head))
    lines.extend(prefixes.declarations())
    if body and prefixes.used:
        lines.append("")
    lines.extend(body)
    if comments.tail:
        lines.extend(["", *_freely(comments.tail)])
    text = "\n".join(lines).strip("\n")
    return text and text + "\n"


def _freely(comments: list[Comment]) -> Iterator[str]:
    """Yield comments that stand at the margin, with the empty lines between them."""
    for comment in comments:
        yield comment.text
        if comment.gap:
            yield ""


class _Writer:
    def __init__(self, nodes: Nodes, prefixes: Prefixes, comments: Comments, terms: TermComments) -> None:
        self._nodes = nodes
        self._prefixes = prefixes
        self._comments = comments
        self._terms = terms
        self._labels: dict[ox.BlankNode, str] = {}
        self._commented = {key[0] for key in (*comments.leading, *comments.trailing)} | set(comments.above)

    def body(self) -> list[str]:
        """Return the lines of all records, an empty one between them, and of the memberships."""
        lines: list[str] = []
        for root in self._nodes.roots:
            if root not in self._nodes.memberships:
                lines.extend(["", *self._record(root)])
        memberships = list(self._memberships())
        if memberships:
            lines.extend(["", *memberships])
        return lines[1:]

    def _record(self, subject: Subject) -> Iterator[str]:
        yield from _freely(self._comments.above.get(subject, []))
        ordered = self._in_order(subject)
        name, last = self._subject(subject), len(ordered) - 1
        predicate = None
        for number, (key, statement) in enumerate(ordered):
            new, predicate = statement.predicate != predicate, statement.predicate
            start = f"{self._predicate(predicate)} " if new else ""
            if number == 0:
                indent, start = 0, f"{name} {start}"
            else:
                indent = INDENT if new else 2 * INDENT
            more = number < last and ordered[number + 1][1].predicate == predicate
            end = "." if number == last else "," if more else ";"
            yield from self._line(key, statement, indent, start, end)

    def _memberships(self) -> Iterator[str]:
        for subject in sorted(self._nodes.memberships, key=lambda each: each.value):
            for key, statement in self._in_order(subject):
                start = f"{self._subject(subject)} {self._predicate(statement.predicate)} "
                yield from self._line(key, statement, 0, start, ".")

    def _in_order(self, subject: Subject) -> list[tuple[Key, Statement]]:
        found = statements(self._nodes, subject)
        return sorted(found.items(), key=lambda item: (_place(item[1].predicate), sort_key(item[1].object)))

    def _line(self, key: Key, statement: Statement, indent: int, start: str, end: str) -> Iterator[str]:
        margin = " " * indent
        for comment in self._comments.leading.get(key, []):
            yield margin + comment.text
        beside = self._terms.written(self._nodes.references(statement))
        if not beside and key in self._comments.trailing:
            beside = self._comments.trailing[key].text
        text = self._object(statement.object, 2 * INDENT)
        yield f"{margin}{start}{text} {end}" + (f"  {beside}" if beside else "")

    def _subject(self, subject: Subject) -> str:
        if isinstance(subject, ox.NamedNode):
            return self._prefixes.short(subject.value)
        if self._nodes.is_anonymous(subject) and subject not in self._commented:
            return "[]"
        return self._label(subject)

    def _label(self, node: ox.BlankNode) -> str:
        return self._labels.setdefault(node, f"_:b{len(self._labels) + 1}")

    def _predicate(self, predicate: ox.NamedNode) -> str:
        return "a" if predicate.value == TYPE else self._prefixes.short(predicate.value)

    def _object(self, term: Term, indent: int) -> str:
        if isinstance(term, ox.NamedNode):
            return "()" if term.value == NIL else self._prefixes.short(term.value)
        if isinstance(term, ox.Literal):
            return literal(term, self._prefixes)
        if term in self._nodes.lists:
            return " ".join(["(", *(self._object(each, indent) for each in self._nodes.lists[term]), ")"])
        if term in self._nodes.nested:
            return self._nested(self._nodes.records.get(term, {}), indent)
        return self._label(term)

    def _nested(self, record: Record, indent: int) -> str:
        """Return a node within brackets, a line for each value; `indent` is where its own line begins."""
        if not record:
            return "[]"
        lines = []
        for predicate in sorted(record, key=_place):
            values = [self._object(each, indent + 2 * INDENT) for each in sorted(record[predicate], key=sort_key)]
            between = " ,\n" + " " * (indent + 2 * INDENT)
            lines.append(" " * (indent + INDENT) + f"{self._predicate(predicate)} {between.join(values)}")
        return "[\n" + " ;\n".join(lines) + "\n" + " " * indent + "]"


def _place(predicate: ox.NamedNode) -> tuple[int, str]:
    return PLACES.get(predicate.value, len(ORDER)), predicate.value
