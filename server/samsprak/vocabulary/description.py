"""The statements that make up a data reply: what is said of a resource, its relations in full, and labels.

They are lines of N-Triples without their ends (`ntriples`).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby

from samsprak.vocabulary.namespaces import DCTERMS, OWL, SKOS, SKOSXL, XSD
from samsprak.vocabulary.ntriples import Literal, labelling, link, statement, subject_of, taken_apart
from samsprak.vocabulary.protocol import Vocabulary
from samsprak.vocabulary.records import Collection, Concept, Label, LabelKind, NoteKind, Resource, Scheme
from samsprak.vocabulary.statements import Statements

# Lines in order, each once.
Lines = dict[str, None]

MEMBER = SKOS + "member"
NODE_VALUED = frozenset(
    {f"<{SKOSXL}{kind.value}>" for kind in LabelKind} | {f"<{SKOS}{kind.value}>" for kind in NoteKind}
)


@dataclass(frozen=True, slots=True)
class Description:
    """What is said of a resource and of the nodes that are part of it, and the records that this names."""

    own: tuple[str, ...]
    named: tuple[Resource, ...]

    def lines(self) -> Iterable[str]:
        """Return all of it, what is named by its labels."""
        lines = dict.fromkeys(self.own)
        for resource in self.named:
            lines |= dict.fromkeys(_labels(resource.iri, naming(resource), resource.preferred))
        return lines


def describe(statements: Statements, vocabulary: Vocabulary, resource: Resource) -> Description:
    """Return the description of a resource, with inferred relations."""
    lines = own_statements(statements, resource) | _placed(vocabulary, resource)
    if isinstance(resource, Concept | Collection):
        for collection in resource.member_of:
            lines[link(collection, MEMBER, resource.iri)] = None
    iris = {node[1:-1] for node in _nodes(lines) if node.startswith("<")}
    iris.discard(resource.iri)
    return Description(tuple(lines), tuple(vocabulary.resource(iri) for iri in sorted(iris) if vocabulary.holds(iri)))


def own_statements(statements: Statements, resource: Resource) -> Lines:
    """Return what the files say of a resource, the nodes that are part of it, and what is inferred of it."""
    lines: Lines = {}
    pending = [f"<{resource.iri}>"]
    seen = set(pending)
    while pending:
        for line in statements.about(pending.pop()):
            lines[line] = None
            part = _part(line)
            if part and part not in seen:
                seen.add(part)
                pending.append(part)
    lines |= dict.fromkeys(line for line in _inferred_labels(resource) if not _said_otherwise(line, lines))
    lines |= dict.fromkeys(_inferred_links(resource))
    return lines


def all_statements(statements: Statements, vocabulary: Vocabulary) -> Iterator[list[str]]:
    """Yield the whole vocabulary once, in groups: records first, then whatever else the files say, by subject."""
    described: set[str] = set()
    for resource in (*vocabulary.schemes, *vocabulary.collections, *vocabulary.concepts, *vocabulary.sources):
        lines = own_statements(statements, resource) | _placed(vocabulary, resource)
        # A blank node that two resources share is written with the first.
        yield [line for line in lines if subject_of(line) not in described]
        described.update(map(subject_of, lines))
    for subject, rest in groupby(statements, key=subject_of):
        if subject not in described:
            yield list(rest)


def naming(resource: Resource) -> str:
    """Return the property that a record is named with in the descriptions of others."""
    return SKOS + "prefLabel" if isinstance(resource, Concept | Collection) else DCTERMS + "title"


def _placed(vocabulary: Vocabulary, resource: Resource) -> Lines:
    """Say that what is in no scheme is in the vocabulary's own, where it has but one: what reads SKOS asks for it."""
    if len(vocabulary.schemes) != 1 or not isinstance(resource, Concept | Collection) or resource.schemes:
        return {}
    return {link(resource.iri, SKOS + "inScheme", vocabulary.schemes[0].iri): None}


def _nodes(lines: Iterable[str]) -> set[str]:
    """Return the nodes that lines have as subject or object."""
    nodes = set()
    for line in lines:
        subject, _, value = taken_apart(line)
        nodes.add(subject)
        if not value.startswith('"'):
            nodes.add(value)
    return nodes


def _part(line: str) -> str:
    """Return the node that is part of the record: a blank one, or a label or note that is a node; else nothing."""
    _, predicate, value = taken_apart(line)
    return value if value.startswith("_:") or (value.startswith("<") and predicate in NODE_VALUED) else ""


def _said_otherwise(label: str, lines: Lines) -> bool:
    """Tell whether a label is in the files already, as a literal with a datatype or a direction."""
    stem = label.removesuffix(" .")
    return label not in lines and any(line.startswith((stem + "^^", stem + "--")) for line in lines)


def _inferred_labels(resource: Resource) -> Iterator[str]:
    if isinstance(resource, Concept):
        yield from _labels(resource.iri, SKOS + "prefLabel", resource.preferred)
        yield from _labels(resource.iri, SKOS + "altLabel", resource.alternative)
        yield from _labels(resource.iri, SKOS + "hiddenLabel", resource.hidden)


def _inferred_links(resource: Resource) -> Iterator[str]:
    iri = resource.iri
    if isinstance(resource, Concept):
        yield from _links(iri, SKOS + "broader", (each.iri for each in resource.broader))
        yield from _links(iri, SKOS + "narrower", resource.narrower)
        yield from _links(iri, SKOS + "related", resource.related)
        yield from _links(iri, SKOS + "topConceptOf", resource.top_of)
        yield from _links(iri, SKOS + "inScheme", resource.schemes)
        for mapping in resource.mappings:
            yield link(iri, SKOS + mapping.kind.value, mapping.target)
        if resource.retired:
            # What programs go by that know nothing of status, such as Annif.
            yield statement(iri, OWL + "deprecated", Literal("true", "", XSD + "boolean"))
    elif isinstance(resource, Collection):
        yield from _links(iri, MEMBER, resource.members)
    elif isinstance(resource, Scheme):
        yield from _links(iri, SKOS + "hasTopConcept", resource.top_concepts)


def _links(iri: str, predicate: str, others: Iterable[str]) -> Iterator[str]:
    return (link(iri, predicate, other) for other in others)


def _labels(iri: str, predicate: str, labels: Iterable[Label]) -> Iterator[str]:
    return (labelling(iri, predicate, label) for label in labels)
