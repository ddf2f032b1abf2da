"""Edits: what a changed cell adds to a record and takes from it, as statements of the files."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

import pyoxigraph as ox

from samsprak.editing.amendment import Amendment
from samsprak.editing.properties import (
    LINKS,
    MEMBER,
    REPLACED_BY,
    REPLACES,
    RETIRED,
    SOURCE,
    STATUS,
    TOP_OF,
    TRUE,
    UPWARDS,
    VALID,
    date,
    status,
)
from samsprak.editing.retirement import put_out_of_use
from samsprak.editing.spreadsheets.columns import Column, Shape
from samsprak.errors import N_, UsageError
from samsprak.language.tags import canonical_tag
from samsprak.vocabulary.namespaces import DC, DCTERMS, ISOTHES, RDFS, SKOS
from samsprak.vocabulary.records import Concept, Hierarchy, Status
from samsprak.vocabulary.turtle_terms import Statement, Term

ELSEWHERE = N_("“{text}” is written in the files in a way that the table does not know. Change it in the file itself.")
SIMPLE = {
    "related": ox.NamedNode(SKOS + "related"),
    "source": SOURCE,
    "seeAlso": ox.NamedNode(RDFS + "seeAlso"),
    "replacedBy": REPLACED_BY,
    "replaces": REPLACES,
    "valid": VALID,
    "status": STATUS,
}
# Further properties that records read for the same part.
ALSO = {
    "source": (ox.NamedNode(DC + "source"),),
    "note": (ox.NamedNode(DCTERMS + "description"), ox.NamedNode(RDFS + "comment")),
}
HAS_TOP = ox.NamedNode(SKOS + "hasTopConcept")
GENERIC = (ox.NamedNode(SKOS + "broader"), ox.NamedNode(ISOTHES + "broaderGeneric"))


@dataclass(frozen=True, slots=True)
class Edit:
    """What a cell has lost and gained: values as records hold them."""

    column: Column
    lost: tuple[str, ...]
    gained: tuple[str, ...]


def apply(amendment: Amendment, concept: Concept, edits: Iterable[Edit]) -> None:
    """Change the files as the edits of one concept say; raises `UsageError` where a value is not plainly stated."""
    ordered = sorted(edits, key=lambda each: each.column.part.shape is Shape.STATUS)
    for edit in ordered:
        if edit.column.part.shape is Shape.STATUS:
            continue
        old = [statement for value in edit.lost for statement in stated(amendment, concept.iri, edit.column, value)]
        new = [said(concept.iri, edit.column, value) for value in edit.gained]
        if len(old) == len(new) == 1 and (old[0].subject == new[0].subject or new[0].predicate == MEMBER):
            amendment.exchange(old[0], new[0])
            _touch(amendment, old[0], concept.iri)
            continue
        for statement in old:
            amendment.remove(statement)
            _touch(amendment, statement, concept.iri)
    # What is said anew comes after all that is no longer said: a link may only have changed its kind.
    for edit in ordered:
        if edit.column.part.shape is Shape.STATUS:
            _set_status(amendment, concept, edit, _successors(concept, ordered))
        else:
            for value in edit.gained:
                add(amendment, concept.iri, edit.column, value)
    amendment.touch(concept.iri)


def add(amendment: Amendment, iri: str, column: Column, value: str) -> None:
    """Say a value of a concept in its own file, unless the files say so already."""
    statement = said(iri, column, value)
    if column.part.name == "related" and amendment.says(Statement(_node(value), statement.predicate, _node(iri))):
        return
    amendment.add(statement.subject.value, statement.predicate, statement.object, beside=iri)


def said(iri: str, column: Column, value: str) -> Statement:
    """Return the statement that says a value."""
    name, shape, node = column.part.name, column.part.shape, _node(iri)
    if shape is Shape.COLLECTION:
        return Statement(_node(value), MEMBER, node)
    obj: Term
    if column.part.tagged:
        obj = ox.Literal(value, language=column.lang) if column.lang else ox.Literal(value)
    elif shape is Shape.DATE:
        obj = date(dt.date.fromisoformat(value))
    elif shape is Shape.PLAIN:
        obj = ox.Literal(value)
    else:
        obj = status(Status(value)) if shape is Shape.STATUS else _node(value)
    return Statement(node, _property(name), obj)


def follow_hierarchy(amendment: Amendment, concept: Concept, edits: Iterable[Edit]) -> None:
    """Make what has lost all above it a top concept, and what has gained something none, where there are such."""
    links = [edit for edit in edits if edit.column.part.name in set(Hierarchy)]
    before = {link.iri for link in concept.broader}
    lost = {value for edit in links for value in edit.lost}
    after = (before - lost).union(*(edit.gained for edit in links))
    if not links or bool(before) == bool(after):
        return
    node, scheme = _node(concept.iri), amendment.folder.known.scheme
    if before and scheme and any(each.top_of for each in amendment.folder.vocabulary.concepts):
        amendment.add(concept.iri, TOP_OF, _node(scheme))
    for iri in concept.top_of if after else ():
        for statement in (Statement(node, TOP_OF, _node(iri)), Statement(_node(iri), HAS_TOP, node)):
            if amendment.says(statement):
                amendment.remove(statement)


def _property(name: str) -> ox.NamedNode:
    if name in SIMPLE:
        return SIMPLE[name]
    if name in set(Hierarchy):
        return LINKS[Hierarchy(name)]
    return ox.NamedNode(SKOS + name)


def stated(amendment: Amendment, iri: str, column: Column, value: str) -> list[Statement]:
    """Return the statements that say a value; raises `UsageError` where none does."""
    found = [each for each in _candidates(amendment, iri, column, value) if amendment.says(each)]
    if not found:
        raise UsageError(ELSEWHERE, text=value)
    return list(dict.fromkeys(found))


def _candidates(amendment: Amendment, iri: str, column: Column, value: str) -> Iterator[Statement]:
    name, node = column.part.name, _node(iri)
    if column.part.shape is Shape.COLLECTION:
        yield Statement(_node(value), MEMBER, node)
    elif name in set(Hierarchy):
        generic = Hierarchy(name) is Hierarchy.GENERIC
        for up, down in UPWARDS.items():
            if up in GENERIC or not generic:
                yield Statement(node, up, _node(value))
                yield Statement(_node(value), down, node)
    else:
        for predicate in (_property(name), *ALSO.get(name, ())):
            for obj in amendment.objects(iri, predicate):
                if _is(obj, value, column):
                    yield Statement(node, predicate, obj)
        if name == "related":
            yield Statement(_node(value), _property(name), node)


def _is(obj: Term, value: str, column: Column) -> bool:
    if isinstance(obj, ox.Literal):
        fits = not column.part.tagged or canonical_tag(obj.language or "") == column.lang
        return fits and (obj.value == value or (column.part.shape is Shape.DATE and obj.value.startswith(value)))
    return isinstance(obj, ox.NamedNode) and obj.value == value


def _successors(concept: Concept, edits: Iterable[Edit]) -> list[str]:
    """Return what replaces a concept when the edits are made."""
    found = dict.fromkeys(concept.replaced_by)
    for edit in edits:
        if edit.column.part.name == "replacedBy":
            found = {iri: None for iri in (*found, *edit.gained) if iri not in edit.lost}
    return list(found)


def _set_status(amendment: Amendment, concept: Concept, edit: Edit, successors: list[str]) -> None:
    wanted = Status(edit.gained[0]) if edit.gained else None
    if wanted is Status.RETIRED:
        put_out_of_use(amendment, concept, successors, "")
        return
    if wanted is None:
        amendment.clear(concept.iri, STATUS)
    else:
        amendment.put(concept.iri, STATUS, status(wanted))
    if wanted is Status.WITHDRAWN:
        amendment.put(concept.iri, RETIRED, TRUE)
    else:
        amendment.clear(concept.iri, RETIRED)


def _touch(amendment: Amendment, statement: Statement, iri: str) -> None:
    """Date the other record as changed where what is no longer said stood in it."""
    subject = statement.subject
    if isinstance(subject, ox.NamedNode) and subject.value != iri and statement.predicate != MEMBER:
        amendment.touch(subject.value)


def _node(iri: str) -> ox.NamedNode:
    return ox.NamedNode(iri)
