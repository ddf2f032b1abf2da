"""Data extension: the values of properties, for records by their ids."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from itertools import islice
from typing import NotRequired

from typing_extensions import TypedDict

from samsprak.errors import N_, UnknownResource
from samsprak.web.context import service
from samsprak.web.failures import TooMuch
from samsprak.web.reconciliation.describing import Kind, found, kind, name_of_language, said
from samsprak.web.reconciliation.properties import BY_ID, PREFIX, Property, Shown, Value
from samsprak.web.reconciliation.questions import MAX_IDS, MAX_PROPERTIES, Extension, Fetched


class Meta(TypedDict):
    """A property that was fetched, and the type of the records that it leads to."""

    id: str
    name: str
    type: NotRequired[Kind]


class Extended(TypedDict):
    """The values of properties: by the id of a record, then by that of a property."""

    meta: list[Meta]
    rows: dict[str, dict[str, list[Value]]]


@dataclass(frozen=True, slots=True)
class Column:
    """A property to fetch as it was asked for; `wanted` is the language of texts, `limit` 0 for all values."""

    id: str
    property: Property
    wanted: str
    limit: int


def extended(asked: Extension, lang: str, vocabulary: str) -> Extended:
    """Return the values of properties; an unknown id has none. Raises `TooMuch`."""
    if len(asked.ids) > MAX_IDS or len(asked.properties) > MAX_PROPERTIES:
        raise TooMuch(
            N_("At most {ids} ids and {properties} properties are fetched at once."),
            ids=MAX_IDS,
            properties=MAX_PROPERTIES,
        )
    columns = [_column(each) for each in asked.properties]
    return Extended(
        meta=[_meta(each, lang) for each in columns],
        rows={each: _row(each, columns, lang, vocabulary) for each in asked.ids},
    )


def name_of_property(identifier: str, lang: str) -> str:
    """Return what a property is called, with the language that its id names."""
    bare, _, wanted = identifier.removeprefix(PREFIX).partition("@")
    name = said(BY_ID[bare].name, lang)
    return f"{name} ({name_of_language(wanted, lang)})" if wanted else name


def _column(asked: Fetched) -> Column:
    bare, _, wanted = asked.id.removeprefix(PREFIX).partition("@")
    settings = asked.settings or {}
    return Column(asked.id, BY_ID[bare], wanted or str(settings.get("language") or ""), _number(settings))


def _number(settings: Mapping[str, object]) -> int:
    """Return the limit that settings state, as a number or as a form writes it; 0 for none."""
    try:
        return max(int(float(str(settings.get("limit") or 0))), 0)
    except (ValueError, OverflowError):
        return 0


def _meta(column: Column, lang: str) -> Meta:
    meta = Meta(id=column.id, name=name_of_property(column.id, lang))
    if column.property.leads_to:
        meta["type"] = kind(column.property.leads_to, lang)
    return meta


def _row(identifier: str, columns: list[Column], lang: str, vocabulary: str) -> dict[str, list[Value]]:
    try:
        holder, record = found(identifier, vocabulary)
    except UnknownResource:
        return {each.id: [] for each in columns}
    return {
        each.id: list(islice(each.property.read(Shown(holder, record, lang, each.wanted)), each.limit or None))
        for each in columns
    }


def languages(vocabulary: str) -> list[str]:
    """Return the languages that there are terms in."""
    snapshot = service().snapshot
    asked = [snapshot.vocabulary(vocabulary)] if vocabulary else snapshot.vocabularies.values()
    return list(dict.fromkeys(lang for each in asked for lang in each.languages))
