"""Values: what an editor has written in a cell, as a record has it."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Mapping

import pyoxigraph as ox

from samsprak.editing.addition import source_of
from samsprak.editing.folder import Folder
from samsprak.editing.properties import prose, term
from samsprak.editing.reference import concept_of, facet_of
from samsprak.editing.spreadsheets.cells import CONTROL, plain
from samsprak.editing.spreadsheets.columns import Column, Shape
from samsprak.errors import N_, UnknownResource, UsageError
from samsprak.language.folding import without_case
from samsprak.language.messages import say
from samsprak.settings import UI_LANGUAGES
from samsprak.vocabulary.records import Collection, Concept, Resource, Source
from samsprak.vocabulary.statuses import STATUS_NAMES

NAMED = re.compile(r"(.*?)\s*\[([^\[\]]+)\]")
ADDRESS = re.compile(r"https?://[^\s<>\"{}|\\^`]+")
LONGEST_PLAIN = 200
KINDS: dict[Shape, type[Resource]] = {
    Shape.CONCEPT: Concept,
    Shape.COLLECTION: Collection,
    Shape.SOURCE: Source,
}


class Values:
    """Reads cells. `called` are terms that rows of the table give, with the concepts that they are to name."""

    def __init__(self, folder: Folder, called: Mapping[str, str]) -> None:
        self._folder = folder
        self._called = called
        self._terms: dict[str, set[str]] = {}
        for concept in folder.vocabulary.concepts:
            for label in concept.preferred:
                self._terms.setdefault(without_case(label.text), set()).add(concept.iri)
        self._statuses = {
            without_case(say(name, lang)): status.value
            for status, name in STATUS_NAMES.items()
            for lang in UI_LANGUAGES
        }

    def value(self, column: Column, text: str) -> str:
        """Return a value as records hold it; raises `UsageError` or `NotFound` where it cannot be one."""
        if CONTROL.search(text):
            raise UsageError(
                N_("“{text}” holds signs that are no letters. Write it anew."), text=CONTROL.sub("?", text)
            )
        said = plain(text)
        shape = column.part.shape
        if shape in KINDS:
            return self._record(shape, said)
        if shape is Shape.STATUS:
            return self._status(said)
        return _READERS[shape](said, column.lang or "und")

    def _record(self, shape: Shape, text: str) -> str:
        """Return the IRI of a record that is named by term and id, by one of them, or by address."""
        found = NAMED.fullmatch(text)
        if found:
            record = self._by_id(found[2], KINDS[shape])
            if record:
                self._check_name(record, found[1])
                return _unordered(record).iri
        if shape is Shape.CONCEPT:
            wanted = without_case(text)
            if wanted in self._called:
                return self._called[wanted]
            known = self._terms.get(wanted, set())
            return next(iter(known)) if len(known) == 1 else concept_of(self._folder, text).iri
        if shape is Shape.COLLECTION:
            return _unordered(facet_of(self._folder, text)).iri
        source = source_of(self._folder, text)
        assert isinstance(source, ox.NamedNode)  # noqa: S101 - an address or a record's
        return source.value

    def _by_id(self, name: str, kind: type[Resource]) -> Resource | None:
        try:
            record = self._folder.vocabulary.by_id(name.strip())
        except UnknownResource:
            return None
        return record if isinstance(record, kind) else None

    def _check_name(self, record: Resource, name: str) -> None:
        """Raise `UsageError` where a term stands before the id of another record: which was meant is not known."""
        said = without_case(name)
        labels = [*record.preferred, *(getattr(record, "alternative", ())), *(getattr(record, "hidden", ()))]
        if not said or said in {without_case(label.text) for label in labels} or self._called.get(said) == record.iri:
            return
        raise UsageError(
            N_(
                "“{name}” stands before the id {id}, which is “{term}”. Write the one that you mean; "
                "a term alone is enough."
            ),
            name=name,
            id=record.id,
            term=self._folder.name_of(record.iri) if isinstance(record, Concept) else record.preferred[0].text,
        )

    def _status(self, text: str) -> str:
        found = self._statuses.get(without_case(text))
        if found is None:
            names = ", ".join(say(name, self._folder.language) for name in STATUS_NAMES.values())
            raise UsageError(N_("“{text}” is no status. There are: {list}."), text=text, list=names)
        return found


def _unordered(record: Resource) -> Resource:
    if isinstance(record, Collection) and record.ordered:
        raise UsageError(
            N_(
                "“{name}” has an order of its own, which a table does not show. Put the concept in "
                "it in the file itself."
            ),
            name=record.preferred[0].text if record.preferred else record.id,
        )
    return record


def _term(text: str, lang: str) -> str:
    return term(text, lang).value


def _prose(text: str, lang: str) -> str:
    return prose(text, lang).value


def _plain(text: str, _lang: str) -> str:
    if len(text) > LONGEST_PLAIN:
        raise UsageError(N_("“{text}” is too long here."), text=text)
    return text


def _date(text: str, _lang: str) -> str:
    try:
        return dt.date.fromisoformat(text).isoformat() if len(text) == len("2026-01-31") else _no_date(text)
    except ValueError:
        return _no_date(text)


def _no_date(text: str) -> str:
    raise UsageError(N_("“{text}” is no date. Write it as 2026-01-31."), text=text)


def _address(text: str, _lang: str) -> str:
    try:
        return ox.NamedNode(text).value if ADDRESS.fullmatch(text) else _no_address(text)
    except ValueError:
        return _no_address(text)


def _no_address(text: str) -> str:
    raise UsageError(N_("“{text}” is no address. Write the whole of it, from https://."), text=text)


_READERS = {
    Shape.TERM: _term,
    Shape.PROSE: _prose,
    Shape.PLAIN: _plain,
    Shape.DATE: _date,
    Shape.ADDRESS: _address,
}
