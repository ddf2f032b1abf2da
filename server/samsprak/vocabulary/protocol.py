"""What pages, data and search need of a vocabulary; kept in memory today, behind other stores later."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import BinaryIO, Protocol

from samsprak.vocabulary.formats import Format
from samsprak.vocabulary.guide import Guide
from samsprak.vocabulary.records import (
    Class,
    Collection,
    Concept,
    Label,
    LabelKind,
    Remark,
    Resource,
    Scheme,
    Source,
)


@dataclass(frozen=True, slots=True)
class Entry:
    """A line of the alphabetical index: a label and the concept that it leads to."""

    label: Label
    kind: LabelKind
    iri: str


class Vocabulary(Protocol):
    """An immutable vocabulary. A look-up returns the record or raises `UnknownResource`."""

    @property
    def id(self) -> str:
        """The id that the vocabulary is served under."""

    @property
    def namespace(self) -> str:
        """The namespace of its IRIs; empty where they share none."""

    @property
    def digest(self) -> str:
        """A digest of the contents of its files."""

    @property
    def languages(self) -> tuple[str, ...]:
        """The languages of preferred labels, commonest first."""

    @property
    def default_language(self) -> str:
        """The commonest language; empty where no label has one."""

    @property
    def schemes(self) -> tuple[Scheme, ...]:
        """The concept schemes, the main one first."""

    @property
    def concepts(self) -> tuple[Concept, ...]:
        """Every concept, in the order of IRIs."""

    @property
    def collections(self) -> tuple[Collection, ...]:
        """Every collection, in the order of IRIs."""

    @property
    def sources(self) -> tuple[Source, ...]:
        """Every source record, in the order of IRIs."""

    @property
    def classes(self) -> tuple[Class, ...]:
        """The classes of concepts and collections besides those of SKOS, in the order of IRIs."""

    @property
    def remarks(self) -> tuple[Remark, ...]:
        """What the loader noticed."""

    @property
    def roots(self) -> tuple[str, ...]:
        """Where a tree begins so that every concept is in it."""

    @property
    def closing_links(self) -> frozenset[tuple[str, str]]:
        """The links, narrower and broader, that close a circle: a walk that leaves them out ends."""

    @property
    def titles(self) -> tuple[Label, ...]:
        """The vocabulary's title in the languages that it has."""

    @property
    def term_records(self) -> bool:
        """Whether the vocabulary follows the record profile, so that a hidden label is a discouraged term."""

    @property
    def has_guide(self) -> bool:
        """Whether the vocabulary has a guided path."""

    @property
    def guide(self) -> Guide:
        """The guided path; raises `NoGuide` where there is none."""

    def resource(self, iri: str) -> Resource:
        """Return the record with this IRI."""

    def by_id(self, resource_id: str) -> Resource:
        """Return the record with this id."""

    def concept(self, iri: str) -> Concept:
        """Return the concept with this IRI."""

    def holds(self, iri: str) -> bool:
        """Tell whether there is a record with this IRI."""

    def paths(self, iri: str) -> tuple[tuple[str, ...], ...]:
        """Return the ways down to a concept from the top, as IRIs, the concept itself last."""

    def alphabet(self, lang: str) -> Mapping[str, Sequence[Entry]]:
        """Return the index in `lang`: initials in order, each with its entries in order."""

    def display_language(self, wanted: str) -> str:
        """Return the language in which to show labels to a reader of `wanted`."""

    def data(self, iri: str, form: Format) -> bytes:
        """Return the description of one resource, with the labels of what it names."""

    def dump(self, form: Format, out: BinaryIO) -> int:
        """Write the whole vocabulary, relations in full, and return how many triples it has."""
