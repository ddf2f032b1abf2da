"""Headings: which column of a sheet is which part of a record, in either language of the interface."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from difflib import get_close_matches

from samsprak.editing.spreadsheets.columns import CHECK_HEADING, ID_HEADING, Column, Part, columns, parts
from samsprak.editing.spreadsheets.naming import language_of
from samsprak.editing.spreadsheets.notices import Notice, notice
from samsprak.editing.spreadsheets.table import Table
from samsprak.errors import N_
from samsprak.language.folding import without_case
from samsprak.language.messages import language_name, say
from samsprak.language.tags import canonical_tag
from samsprak.settings import UI_LANGUAGES
from samsprak.vocabulary.protocol import Vocabulary

# A working group's own column, which is passed over.
COMMENTS = ("kommentar", "comment")
TAGGED = re.compile(r"(.+?) ?\(([A-Za-z]{2,8}(?:-[A-Za-z0-9]{1,8})*)\)")
LIKE = 0.6


@dataclass(frozen=True, slots=True)
class Layout:
    """Where in a sheet things stand, by the number of the column; 0 is nowhere."""

    id: int
    check: int
    columns: Mapping[int, Column]


def is_table(headings: Mapping[int, str]) -> bool:
    """Tell whether a row is one of headings: whether it has the id, and a term."""
    found = {_plain(text) for text in headings.values()}
    return bool(found & _names(ID_HEADING)) and any(_has_term(text) for text in found)


def layout(table: Table, vocabulary: Vocabulary) -> tuple[Layout, tuple[Notice, ...]]:
    """Return which column is which, and what is wrong with the headings."""
    return _Matching(table, vocabulary).layout()


class _Matching:
    def __init__(self, table: Table, vocabulary: Vocabulary) -> None:
        self._table = table
        self._lang = language_of(vocabulary)
        self._own = {column.key: column for column in columns(vocabulary)}
        self._parts: dict[str, Part] = {}
        for part in parts(vocabulary):
            for name in _names(part.heading):
                self._parts[name] = part

    def layout(self) -> tuple[Layout, tuple[Notice, ...]]:
        notices: list[Notice] = []
        found: dict[int, Column] = {}
        seen: dict[str, int] = {}
        special = {ID_HEADING: 0, CHECK_HEADING: 0}
        for number, heading in self._table.headings.items():
            name = _plain(heading)
            which = next((each for each in special if name in _names(each)), None)
            column = None if which else self._column(name)
            key = which or (column.key if column else "")
            if key and key in seen:
                notices.append(
                    self._notice(
                        number, N_("the heading “{heading}” stands here too. Keep one of the columns."), heading
                    )
                )
            elif which:
                special[which] = number
            elif column:
                found[number] = column
            elif name.startswith(COMMENTS):
                notices.append(self._notice(number, N_("the column “{heading}” is not read."), heading, fault=False))
            else:
                notices.append(self._unknown(number, heading))
            seen.setdefault(key, number)
        notices += self._of_all(found, special[ID_HEADING], special[CHECK_HEADING])
        return Layout(special[ID_HEADING], special[CHECK_HEADING], found), tuple(notices)

    def _column(self, name: str) -> Column | None:
        """Return the column that a heading means: one of the vocabulary's own, or one of a language that it lacks."""
        part = self._parts.get(name)
        if part:
            return Column(part) if not part.tagged or f"{part.name}@" in self._own else None
        tagged = TAGGED.fullmatch(name)
        part = self._parts.get(tagged[1]) if tagged else None
        if not tagged or not part or not part.tagged:
            return None
        column = Column(part, canonical_tag(tagged[2]))
        return column if column.key in self._own or language_name(column.lang, "en") != column.lang else None

    def _unknown(self, number: int, heading: str) -> Notice:
        names = {_plain(text): text for text in self._headings()}
        near = get_close_matches(_plain(heading), names, 1, LIKE)
        if near:
            template = N_("the heading “{heading}” is unknown. Should it be “{near}”?")
            return self._notice(number, template, heading, near=names[near[0]])
        template = N_(
            "the heading “{heading}” is unknown. Take the column away, or let its heading begin with "
            "“Comment”: then it "
            "is not read."
        )
        return self._notice(number, template, heading)

    def _of_all(self, found: Mapping[int, Column], id_column: int, check: int) -> Iterator[Notice]:
        place = self._table.place(1)
        if not id_column:
            heading = say(ID_HEADING, self._lang)
            yield notice(place, N_("the heading “{heading}” is missing."), heading=heading)
        missing = [self._own[key] for key in self._own.keys() - {column.key for column in found.values()}]
        names = sorted(column.heading(self._lang) for column in missing if not column.part.fixed)
        if names:
            template = N_("columns that are missing: {list}. What they held stays as it is.")
            yield notice(place, template, fault=False, list=", ".join(names))
        if not check:
            template = N_(
                "the column “{heading}” is missing. What has changed in the vocabulary since the table was exported "
                "cannot be told from what was changed in the table."
            )
            yield notice(place, template, fault=False, heading=say(CHECK_HEADING, self._lang))

    def _headings(self) -> Iterator[str]:
        yield say(ID_HEADING, self._lang)
        yield say(CHECK_HEADING, self._lang)
        yield from (column.heading(self._lang) for column in self._own.values())

    def _notice(self, number: int, template: str, heading: str, *, fault: bool = True, **values: str) -> Notice:
        return notice(self._table.place(1, number), template, fault=fault, heading=heading, **values)


def _names(heading: str) -> set[str]:
    return {_plain(say(heading, lang)) for lang in UI_LANGUAGES}


def _has_term(name: str) -> bool:
    tagged = TAGGED.fullmatch(name)
    return bool({name, tagged[1] if tagged else name} & _names(N_("Recommended term")))


def _plain(heading: str) -> str:
    return without_case(" ".join(heading.split()))
