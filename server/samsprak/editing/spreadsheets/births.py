"""Births: the rows without an id, which become new concepts."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

import pyoxigraph as ox

from samsprak.editing.amendment import Amendment
from samsprak.editing.folder import Folder
from samsprak.editing.minting import new_id
from samsprak.editing.properties import (
    CONCEPT,
    CREATED,
    IN_SCHEME,
    MEMBER,
    MODIFIED,
    STATUS,
    TOP_OF,
    TYPE,
    date,
    status,
)
from samsprak.editing.renaming import file_name
from samsprak.editing.settling import namespace_of, neighbourhood
from samsprak.editing.spreadsheets.columns import TERM
from samsprak.editing.spreadsheets.edits import Edit, add
from samsprak.language.tags import best
from samsprak.vocabulary.facets import facets_of
from samsprak.vocabulary.records import Hierarchy, Label, Status
from samsprak.vocabulary.survey import NAMING_LANGUAGES


def minted(folder: Folder, n: int, draw: Callable[[], str]) -> list[str]:
    """Return ids for new concepts, no two alike."""
    found: dict[str, None] = {}
    while len(found) < n:
        found[new_id(folder, draw)] = None
    return list(found)


class Births:
    """Creates the files of new concepts, as `samsprak new` does."""

    def __init__(self, amendment: Amendment) -> None:
        folder = amendment.folder
        self._amendment = amendment
        self._facets = facets_of(folder.vocabulary)
        self._memberships = {each.iri: each.member_of for each in folder.vocabulary.concepts}
        self._has_tops = any(each.top_of for each in folder.vocabulary.concepts)
        self._parent, self._prefixes = neighbourhood(amendment)

    def create(self, iri: str, edits: Sequence[Edit]) -> None:
        """Create one concept, in a file that is called by its term."""
        amendment, scheme = self._amendment, self._amendment.folder.known.scheme
        concept_id = iri.removeprefix(namespace_of(amendment.folder))
        amendment.create(file_name(amendment, self._parent, _called(edits), concept_id), iri, self._prefixes)
        amendment.add(iri, TYPE, CONCEPT)
        for edit in edits:
            for value in edit.gained:
                add(amendment, iri, edit.column, value)
        said = {edit.column.part.name: edit.gained for edit in edits}
        if "status" not in said:
            amendment.add(iri, STATUS, status(Status.PROPOSED))
        for predicate in (CREATED, MODIFIED):
            amendment.put(iri, predicate, date(amendment.today))
        broader = [each for name in Hierarchy for each in said.get(name, ())]
        if scheme:
            amendment.add(iri, IN_SCHEME, ox.NamedNode(scheme))
            if not broader and self._has_tops:
                amendment.add(iri, TOP_OF, ox.NamedNode(scheme))
        if "facet" not in said:
            self._inherit(iri, broader)

    def _inherit(self, iri: str, broader: Iterable[str]) -> None:
        """Put a concept in the facet of the broader one, where none is said."""
        found = [facet for each in broader for facet in self._memberships.get(each, ()) if facet in self._facets]
        for facet in found[:1]:
            self._amendment.add(facet, MEMBER, ox.NamedNode(iri), beside=iri)


def _called(edits: Iterable[Edit]) -> str:
    terms = [Label(value, edit.column.lang) for edit in edits if edit.column.part.name == TERM for value in edit.gained]
    named = best(terms, NAMING_LANGUAGES)
    return named.text if named else ""
