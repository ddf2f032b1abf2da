"""The properties of a term record, as RDF terms, and the values that editors' commands write."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping

import pyoxigraph as ox

from samsprak.errors import N_, UsageError
from samsprak.language.tags import canonical_tag
from samsprak.vocabulary.namespaces import (
    ADMS,
    ADMS_STATUS,
    DCTERMS,
    GUIDE,
    ISOTHES,
    OWL,
    RDF,
    SKOS,
    SUBPROPERTIES,
    XSD,
)
from samsprak.vocabulary.records import Hierarchy, Status

TYPE, FIRST = ox.NamedNode(RDF + "type"), ox.NamedNode(RDF + "first")
CONCEPT, SCHEME = ox.NamedNode(SKOS + "Concept"), ox.NamedNode(SKOS + "ConceptScheme")
PREFERRED, ALTERNATIVE, HIDDEN = (ox.NamedNode(SKOS + name) for name in ("prefLabel", "altLabel", "hiddenLabel"))
LABELS = (PREFERRED, ALTERNATIVE, HIDDEN)
DEFINITION, SCOPE, EXAMPLE = (ox.NamedNode(SKOS + name) for name in ("definition", "scopeNote", "example"))
HISTORY, CHANGE, EDITORIAL = (ox.NamedNode(SKOS + name) for name in ("historyNote", "changeNote", "editorialNote"))
RELATED, MEMBER, TOP_OF = (ox.NamedNode(SKOS + name) for name in ("related", "member", "topConceptOf"))
IN_SCHEME = ox.NamedNode(SKOS + "inScheme")
MAPPINGS = tuple(ox.NamedNode(SKOS + f"{name}Match") for name in ("exact", "close", "broad", "narrow", "related"))
SOURCE, PUBLISHER, ACCEPTED, VALID = (
    ox.NamedNode(DCTERMS + name) for name in ("source", "publisher", "dateAccepted", "valid")
)
CREATED, MODIFIED, ISSUED = (ox.NamedNode(DCTERMS + name) for name in ("created", "modified", "issued"))
REPLACED_BY, REPLACES = ox.NamedNode(DCTERMS + "isReplacedBy"), ox.NamedNode(DCTERMS + "replaces")
STATUS, RETIRED = ox.NamedNode(ADMS + "status"), ox.NamedNode(OWL + "deprecated")
VERSION = ox.NamedNode(OWL + "versionInfo")
SUGGESTED, SUGGESTS, LEAVES_OPEN, PLACE, CERTAINTY, GIVEN = (
    ox.NamedNode(GUIDE + name) for name in ("concept", "suggests", "leavesOpen", "place", "certainty", "given")
)
TRUE = ox.Literal("true", datatype=ox.NamedNode(XSD + "boolean"))
BROADER, NARROWER = ox.NamedNode(SKOS + "broader"), ox.NamedNode(SKOS + "narrower")
# The links upwards and downwards with their inverses.
UPWARDS: Mapping[ox.NamedNode, ox.NamedNode] = {
    ox.NamedNode(name): ox.NamedNode(name.replace("broader", "narrower"))
    for name in (SKOS + "broader", *(name for name, of in SUBPROPERTIES.items() if of == SKOS + "broader"))
}
LINKS = {
    Hierarchy.GENERIC: BROADER,
    Hierarchy.PARTITIVE: ox.NamedNode(ISOTHES + "broaderPartitive"),
    Hierarchy.INSTANTIAL: ox.NamedNode(ISOTHES + "broaderInstantial"),
}
LONGEST_TERM = 200
LONGEST_TEXT = 20_000


def status(name: Status) -> ox.NamedNode:
    """Return a status as a record has it."""
    return ox.NamedNode(ADMS_STATUS + name.value)


def date(day: dt.date) -> ox.Literal:
    """Return a day as a record has it."""
    return ox.Literal(day.isoformat(), datatype=ox.NamedNode(XSD + "date"))


def term(text: str, lang: str) -> ox.Literal:
    """Return a term with single spaces; raises `UsageError` where it is empty, too long or no text."""
    single = " ".join(encodable(text).split())
    if not single:
        raise UsageError(N_("A term has at least one letter."))
    if len(single) > LONGEST_TERM:
        raise UsageError(N_("A term has at most {n} characters, not {given}."), n=LONGEST_TERM, given=len(single))
    return _literal(single, lang)


def prose(text: str, lang: str) -> ox.Literal:
    """Return a definition or note without space at its edges; raises `UsageError` as `term` does."""
    stripped = encodable(text).replace("\r\n", "\n").strip()
    if not stripped:
        raise UsageError(N_("A definition or note cannot be empty."))
    if len(stripped) > LONGEST_TEXT:
        raise UsageError(
            N_("A definition or note has at most {n} characters, not {given}."), n=LONGEST_TEXT, given=len(stripped)
        )
    return _literal(stripped, lang)


def _literal(text: str, lang: str) -> ox.Literal:
    try:
        return ox.Literal(text, language=canonical_tag(lang))
    except ValueError:
        raise UsageError(N_("“{lang}” is no language tag: write sv, en or the like."), lang=lang) from None


def encodable(text: str) -> str:
    """Return a text that can be written as UTF-8; raises `UsageError` where the terminal gave other bytes."""
    try:
        text.encode()
    except UnicodeEncodeError:
        raise UsageError(N_("The text holds bytes that are no characters. Write it as UTF-8.")) from None
    return text
