"""Addition: a new concept, as a canonical record with an id of its own."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

import pyoxigraph as ox

from samsprak.editing.amendment import Advice, Amendment
from samsprak.editing.filling import filled
from samsprak.editing.folder import Folder
from samsprak.editing.minting import drawn, new_id
from samsprak.editing.properties import (
    ALTERNATIVE,
    CONCEPT,
    CREATED,
    DEFINITION,
    EXAMPLE,
    IN_SCHEME,
    LINKS,
    MEMBER,
    MODIFIED,
    PREFERRED,
    RELATED,
    SCOPE,
    SOURCE,
    STATUS,
    TOP_OF,
    TYPE,
    date,
    encodable,
    prose,
    status,
    term,
)
from samsprak.editing.proposal import Proposal, proposal
from samsprak.editing.reference import concept_of, facet_of
from samsprak.editing.renaming import file_name
from samsprak.editing.settling import namespace_of, neighbourhood
from samsprak.errors import N_, UsageError
from samsprak.language.folding import without_case
from samsprak.vocabulary.facets import facets_of
from samsprak.vocabulary.records import Concept, Hierarchy, Status
from samsprak.vocabulary.turtle_terms import Term

# How many sources a message names.
SHOWN = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class Fields:
    """What an editor fills in of a term record; references as `samsprak.editing.reference` reads them.

    `terms` and `definitions` are by language, the first of `terms` what the concept is called; `hierarchy` says what
    the link to `broader` means. Without `facets`, the facet of the broader concept is taken.
    """

    terms: Mapping[str, str]
    definitions: Mapping[str, str]
    lang: str = "sv"
    synonyms: Sequence[str] = ()
    scope_note: str = ""
    examples: Sequence[str] = ()
    broader: Sequence[str] = ()
    hierarchy: Hierarchy = Hierarchy.GENERIC
    related: Sequence[str] = ()
    sources: Sequence[str] = ()
    facets: Sequence[str] = ()


def add(folder: Folder, fields: Fields, *, today: dt.date, draw: Callable[[], str] = drawn) -> Proposal:
    """Propose a new concept; raises `UsageError` where what it refers to is not here, or something is missing."""
    concept_id = new_id(folder, draw)
    iri = namespace_of(folder) + concept_id
    broader = [concept_of(folder, each) for each in fields.broader]
    amendment = Amendment(folder, today)
    path, prefixes = neighbourhood(amendment)
    first = next(iter(fields.terms.values()), "")
    amendment.create(file_name(amendment, path, term(first, fields.lang).value, concept_id), iri, prefixes)
    for predicate, value in _said(folder, fields, broader, today):
        amendment.add(iri, predicate, value)
    # In the new file alone: two proposals at once then never change the same file.
    for text in fields.related:
        amendment.add(iri, RELATED, ox.NamedNode(concept_of(folder, text).iri))
    for facet in _facets(folder, fields.facets, broader):
        amendment.add(facet, MEMBER, ox.NamedNode(iri), beside=iri)
    _advise_of_form(amendment, fields)
    return proposal(amendment, iri)


def add_text(folder: Folder, text: str, iri: str, *, today: dt.date) -> Proposal:
    """Propose the record of a new concept as it was filled in as Turtle; lines left empty are left out.

    Raises `UnreadableInput` where it cannot be read, `UsageError` where it is not about the concept.
    """
    statements, prefixes = filled(text, iri)
    name = next((each.object.value for each in statements if each.predicate == PREFERRED), "")
    amendment = Amendment(folder, today)
    path, _ = neighbourhood(amendment)
    concept_id = iri.removeprefix(namespace_of(folder))
    amendment.create(file_name(amendment, path, term(name, "sv").value, concept_id), iri, prefixes)
    for each in statements:
        amendment.add(each.subject.value, each.predicate, each.object, beside=iri)
    return proposal(amendment, iri)


def _said(
    folder: Folder, fields: Fields, broader: Sequence[Concept], today: dt.date
) -> Iterator[tuple[ox.NamedNode, Term]]:
    yield TYPE, CONCEPT
    yield from _texts(fields)
    for each in broader:
        yield LINKS[fields.hierarchy], ox.NamedNode(each.iri)
    for text in fields.sources:
        yield SOURCE, source_of(folder, text)
    yield STATUS, status(Status.PROPOSED)
    yield CREATED, date(today)
    yield MODIFIED, date(today)
    scheme = folder.known.scheme
    if scheme:
        yield IN_SCHEME, ox.NamedNode(scheme)
        if not broader and any(each.top_of for each in folder.vocabulary.concepts):
            yield TOP_OF, ox.NamedNode(scheme)


def _texts(fields: Fields) -> Iterator[tuple[ox.NamedNode, Term]]:
    known = {without_case(text) for text in fields.terms.values()}
    for lang, text in fields.terms.items():
        yield PREFERRED, term(text, lang)
    for text in fields.synonyms:
        if without_case(text) not in known:
            yield ALTERNATIVE, term(text, fields.lang)
    for lang, text in fields.definitions.items():
        yield DEFINITION, prose(text, lang)
    if fields.scope_note:
        yield SCOPE, prose(fields.scope_note, fields.lang)
    for text in fields.examples:
        yield EXAMPLE, prose(text, fields.lang)


def source_of(folder: Folder, reference: str) -> Term:
    """Return a source by its address, id or title among the records, or a web address as it is."""
    asked = " ".join(encodable(reference).split())
    wanted = without_case(asked)
    for each in folder.vocabulary.sources:
        titles = {without_case(label.text) for label in each.preferred}
        if asked in (each.iri, each.id, each.iri.rpartition("/")[2]) or wanted in titles:
            return ox.NamedNode(each.iri)
    if asked.startswith(("https://", "http://")) and " " not in asked:
        try:
            return ox.NamedNode(asked)
        except ValueError:
            raise UsageError(N_("{text} is no complete web address."), text=asked) from None
    names = ", ".join(sorted(each.iri.rpartition("/")[2] for each in folder.vocabulary.sources)[:SHOWN])
    raise UsageError(
        N_("No source is called “{name}”. Give a web address, or one of the sources here, such as {list}."),
        name=asked[:100],
        list=names or "–",
    )


def _facets(folder: Folder, references: Sequence[str], broader: Sequence[Concept]) -> list[str]:
    if references:
        return [facet_of(folder, each).iri for each in references]
    facets = facets_of(folder.vocabulary)
    taken = [iri for each in broader for iri in each.member_of if iri in facets]
    if facets and not taken:
        names = ", ".join(folder.name_of(iri) for iri in facets)
        raise UsageError(N_("Say which facet the concept stands in (--facet): {list}."), list=names)
    return list(dict.fromkeys(taken))[:1]


def _advise_of_form(amendment: Amendment, fields: Fields) -> None:
    if not fields.scope_note:
        advice = N_("There is no scope note yet: say when the term is used, and when its neighbour is.")
        amendment.advice.append(Advice(advice))
