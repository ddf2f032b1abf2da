"""Written: the record of a concept as an amendment would leave it, before any file is."""

from __future__ import annotations

from collections.abc import Iterator

import pyoxigraph as ox

from samsprak.editing.amendment import Amendment
from samsprak.editing.new_source import TITLE
from samsprak.editing.properties import ALTERNATIVE, HIDDEN, LINKS, MEMBER, PREFERRED, RELATED, SOURCE
from samsprak.vocabulary.namespaces import SKOS
from samsprak.vocabulary.records import Broader, Concept, Label, Note, NoteKind


def written(amendment: Amendment, iri: str) -> Concept:
    """Return what the files would say of a concept, as far as its own file says it."""
    return Concept(
        iri=iri,
        id=iri,
        preferred=_labels(amendment, iri, PREFERRED),
        alternative=_labels(amendment, iri, ALTERNATIVE),
        hidden=_labels(amendment, iri, HIDDEN),
        notes=tuple(_notes(amendment, iri)),
        broader=tuple(
            Broader(above, kind) for kind, predicate in LINKS.items() for above in _iris(amendment, iri, predicate)
        ),
        related=tuple(_iris(amendment, iri, RELATED)),
        sources=tuple(_iris(amendment, iri, SOURCE)),
        member_of=tuple(
            each.subject.value
            for each in amendment.about(iri)
            if each.predicate == MEMBER and isinstance(each.subject, ox.NamedNode)
        ),
    )


def title_of(amendment: Amendment, iri: str) -> str:
    """Return the title of a source that an amendment describes, else nothing."""
    return next((each.value for each in amendment.literals(iri, TITLE)), "")


def _labels(amendment: Amendment, iri: str, predicate: ox.NamedNode) -> tuple[Label, ...]:
    return tuple(Label(each.value, each.language or "") for each in amendment.literals(iri, predicate))


def _notes(amendment: Amendment, iri: str) -> Iterator[Note]:
    for kind in NoteKind:
        for each in amendment.literals(iri, ox.NamedNode(SKOS + kind.value)):
            yield Note(kind, each.value, each.language or "")


def _iris(amendment: Amendment, iri: str, predicate: ox.NamedNode) -> Iterator[str]:
    return (each.value for each in amendment.objects(iri, predicate) if isinstance(each, ox.NamedNode))
