"""Drafts: what somebody types of one concept, part by part, before any of it is looked up or checked."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

import pyoxigraph as ox

from samsprak.editing.amendment import Amendment
from samsprak.editing.properties import (
    ALTERNATIVE,
    DEFINITION,
    EXAMPLE,
    HIDDEN,
    HISTORY,
    LABELS,
    PREFERRED,
    SCOPE,
    SOURCE,
    UPWARDS,
)
from samsprak.language.tags import canonical_tag
from samsprak.vocabulary.facets import facets_of
from samsprak.vocabulary.records import Concept, Hierarchy

# How an example begins that lies inside the concept or outside it, in the language that examples are written in.
INSIDE, OUTSIDE = "Ja: ", "Nej: "
GENERIC, PARTITIVE, INSTANTIAL = (each.value for each in Hierarchy)


@dataclass(frozen=True, slots=True)
class Slot:
    """A part of the record whose values are text: its property and language, whether it takes `many`, one a line.

    `mark` is how a value begins in the record that stands in this part and in no other of the property.
    """

    name: str
    predicate: ox.NamedNode
    lang: str
    many: bool = False
    mark: str = ""

    @property
    def is_label(self) -> bool:
        """Whether its values are terms."""
        return self.predicate in LABELS

    def holds(self, literal: ox.Literal) -> bool:
        """Tell whether a value of the property stands in this part."""
        return canonical_tag(literal.language or "") == self.lang and literal.value.startswith(self.mark)

    def shown(self, literal: ox.Literal) -> str:
        """Return a value as one types it: those of which there are many each on one line."""
        text = literal.value.removeprefix(self.mark)
        return " ".join(text.split()) if self.many or self.is_label else text.strip()


SLOTS = (
    Slot("term_sv", PREFERRED, "sv"),
    Slot("term_en", PREFERRED, "en"),
    Slot("also_sv", ALTERNATIVE, "sv", many=True),
    Slot("also_en", ALTERNATIVE, "en", many=True),
    Slot("not_sv", HIDDEN, "sv", many=True),
    Slot("definition_sv", DEFINITION, "sv"),
    Slot("definition_en", DEFINITION, "en"),
    Slot("scope_sv", SCOPE, "sv"),
    Slot("inside_sv", EXAMPLE, "sv", many=True, mark=INSIDE),
    Slot("outside_sv", EXAMPLE, "sv", many=True, mark=OUTSIDE),
    Slot("history_sv", HISTORY, "sv", many=True),
)
# The kind of each link upwards stands in `kind`, in the order of `broader`.
REFERENCES = ("broader", "kind", "related", "facet", "source")
# A source that has no record yet, and the place in it.
NEW_SOURCE = ("title", "publisher", "year", "page", "place")
NAMES = (*(slot.name for slot in SLOTS), *REFERENCES, *NEW_SOURCE)


@dataclass(frozen=True, slots=True)
class Draft:
    """What is typed, by the names of the parts; a part that is not there is empty."""

    values: Mapping[str, tuple[str, ...]]

    def many(self, name: str) -> tuple[str, ...]:
        """Return what is typed in a part, without what is empty."""
        return tuple(text for text in self.values.get(name, ()) if text.strip())

    def one(self, name: str) -> str:
        """Return the first that is typed in a part, or nothing."""
        return next(iter(self.many(name)), "").strip()

    def broader(self) -> Iterator[tuple[str, Hierarchy]]:
        """Yield what the concept is below, each with what that means; of no known kind is a kind of."""
        kinds = self.values.get("kind", ())
        for place, text in enumerate(self.values.get("broader", ())):
            kind = kinds[place] if place < len(kinds) and kinds[place] in tuple(Hierarchy) else GENERIC
            if text.strip():
                yield text, Hierarchy(kind)


def draft_of(amendment: Amendment, concept: Concept) -> Draft:
    """Return the record of a concept as one would have typed it."""
    values: dict[str, tuple[str, ...]] = {}
    for slot in SLOTS:
        texts = tuple(slot.shown(each) for each in owned(amendment, concept.iri, slot))
        values[slot.name] = texts
    folder = amendment.folder
    # In the order of the record, which is that of its links.
    values["broader"] = tuple(folder.name_of(each.iri) for each in concept.broader)
    values["kind"] = tuple(each.hierarchy.value for each in concept.broader)
    values["related"] = tuple(folder.name_of(iri) for iri in concept.related)
    facets = set(facets_of(folder.vocabulary))
    values["facet"] = tuple(folder.vocabulary.resource(iri).id for iri in concept.member_of if iri in facets)[:1]
    values["source"] = tuple(
        _titled(amendment, each.value)
        for each in amendment.objects(concept.iri, SOURCE)
        if isinstance(each, ox.NamedNode)
    )
    return Draft(values)


def _titled(amendment: Amendment, iri: str) -> str:
    """Return what a source is called, where nothing else is called that; else its address."""
    sources = amendment.folder.vocabulary.sources
    titles = [label.text for each in sources for label in each.preferred[:1] if each.iri == iri]
    alike = [each for each in sources if titles and titles[0] in {label.text for label in each.preferred}]
    return titles[0] if len(alike) == 1 else iri


def owned(amendment: Amendment, iri: str, slot: Slot) -> list[ox.Literal]:
    """Return the values of a record that a part shows: all of those it may hold many of, else the first."""
    found = [each for each in amendment.literals(iri, slot.predicate) if slot.holds(each)]
    return found if slot.many else found[:1]


def upwards(amendment: Amendment, iri: str) -> dict[str, ox.NamedNode]:
    """Return what the file of a concept says that it is below, with the property that says so."""
    return {
        each.value: predicate
        for predicate in UPWARDS
        for each in amendment.objects(iri, predicate)
        if isinstance(each, ox.NamedNode)
    }
