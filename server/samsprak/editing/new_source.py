"""A source that has no record yet: its record, and the sentence that says where in a source something stands."""

from __future__ import annotations

import re

import pyoxigraph as ox

from samsprak.editing.amendment import Amendment
from samsprak.editing.draft import Draft
from samsprak.editing.properties import ISSUED, PUBLISHER, SOURCE, TYPE, prose, term
from samsprak.editing.settling import namespace_of, shelf
from samsprak.errors import N_, UsageError
from samsprak.language.folding import without_case
from samsprak.language.slugs import slug
from samsprak.vocabulary.namespaces import DCTERMS, FOAF, XSD
from samsprak.vocabulary.records import Label, Source

FOLDER = "sources"
PART = "source/"
LANG = "sv"
RECORD, TITLE = ox.NamedNode(DCTERMS + "BibliographicResource"), ox.NamedNode(DCTERMS + "title")
PAGE = ox.NamedNode(FOAF + "page")
YEAR = ox.NamedNode(XSD + "gYear")
DIGITS = re.compile(r"(1[5-9]|20)\d\d")
ADDRESS = re.compile(r"https?://[^\s<>\"{}|\\^`]+")
NO_ADDRESS = N_("“{text}” is no whole web address. It begins with https:// and has no spaces.")


class UnfitSource(UsageError):
    """A part of what is said of a source cannot be followed; `part` is the one to correct."""

    def __init__(self, part: str, template: str, **values: object) -> None:
        super().__init__(template, **values)
        self.part = part


def is_address(text: str) -> bool:
    """Tell whether a text is a whole web address."""
    return bool(ADDRESS.fullmatch(text))


def cite(amendment: Amendment, iri: str, draft: Draft, sources: list[str]) -> Label | None:
    """Make a record of a new source and let a concept cite it; return the sentence with the place, if one is given.

    Raises `UnfitSource` where something of the source cannot be followed.
    """
    title, place = draft.one("title"), draft.one("place")
    if title:
        amendment.add(iri, SOURCE, ox.NamedNode(_record(amendment, draft, title)))
        publisher = draft.one("publisher")
        name = f"{publisher} {draft.one('year')}".strip() if publisher else title
    elif any(draft.one(part) for part in ("publisher", "year", "page")):
        raise UnfitSource("title", N_("Give the new source a title."))
    elif place and not sources:
        raise UnfitSource("source", N_("Say which source the place is in."))
    else:
        name = _called(amendment, sources[-1]) if sources else ""
    return Label(f"Källan: {name} ({_line(place)}).", LANG) if place else None


def _record(amendment: Amendment, draft: Draft, title: str) -> str:
    folder = amendment.folder
    year, page = draft.one("year"), draft.one("page")
    if year and not DIGITS.fullmatch(year):
        raise UnfitSource("year", N_("Write the year with four digits."))
    if page and not is_address(page):
        raise UnfitSource("page", NO_ADDRESS, text=page[:100])
    words = slug(" ".join(part for part in (draft.one("publisher"), year, title) if part))
    if not words:
        raise UnfitSource("title", N_("Give the new source a title."))
    titles = {without_case(label.text) for each in folder.vocabulary.sources for label in each.preferred}
    name = (shelf(folder, FOLDER) / f"{words}.ttl").as_posix()
    iri = f"{_namespace(amendment)}{words}"
    known = amendment.taken(name) or amendment.about(iri) or folder.vocabulary.holds(iri)
    if known or without_case(_line(title)) in titles:
        raise UnfitSource("title", N_("There is such a source already: choose it from the list."))
    amendment.create(name, iri, {})
    amendment.add(iri, TYPE, RECORD)
    amendment.add(iri, TITLE, prose(_line(title), LANG))
    if draft.one("publisher"):
        amendment.add(iri, PUBLISHER, ox.Literal(term(draft.one("publisher"), LANG).value))
    if year:
        amendment.add(iri, ISSUED, ox.Literal(year, datatype=YEAR))
    if page:
        amendment.add(iri, PAGE, ox.NamedNode(page))
    return iri


def _namespace(amendment: Amendment) -> str:
    """Return where the addresses of source records begin: as those that there are."""
    folder = amendment.folder
    begun = {each.iri.rpartition("/")[0] + "/" for each in folder.vocabulary.sources}
    return begun.pop() if len(begun) == 1 else namespace_of(folder) + PART


def _called(amendment: Amendment, iri: str) -> str:
    """Return what a source is called in a sentence: who published it and when, else its title."""
    vocabulary = amendment.folder.vocabulary
    found = vocabulary.resource(iri) if vocabulary.holds(iri) else None
    if not isinstance(found, Source):
        return iri
    publisher = next((each.name for each in found.publishers if each.name), "")
    if publisher:
        return f"{publisher} {found.issued}".strip()
    return found.preferred[0].text if found.preferred else found.id


def _line(text: str) -> str:
    return " ".join(text.split())
