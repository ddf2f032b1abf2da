"""Notices: what is wrong or worth knowing in a table, by sheet and cell."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from samsprak.errors import N_, SamsprakError
from samsprak.language.messages import say

# How many cells one line names; values are cut where they are quoted.
SHOWN = 10
LONGEST = 80
LETTERS = 26


@dataclass(frozen=True, slots=True)
class Place:
    """A cell, row or sheet: rows and columns count from 1, and 0 is all of them. A file of one table has no sheet."""

    sheet: str = ""
    row: int = 0
    column: int = 0

    @property
    def address(self) -> str:
        """The cell as spreadsheets write it; empty where no single one is meant."""
        return f"{letters(self.column)}{self.row}" if self.row and self.column else ""


@dataclass(frozen=True, slots=True)
class Notice:
    """One thing to tell the editor: a fault, which stops everything, or a remark."""

    place: Place
    template: str
    values: tuple[tuple[str, object], ...] = ()
    fault: bool = True


def notice(place: Place, template: str, *, fault: bool = True, **values: object) -> Notice:
    """Return a notice, long values cut."""
    return Notice(place, template, tuple((name, quoted(value)) for name, value in values.items()), fault)


def from_error(place: Place, error: SamsprakError) -> Notice:
    """Return an error about what stands in a cell."""
    return Notice(place, error.template, tuple((name, quoted(value)) for name, value in error.values.items()))


def quoted(value: object) -> object:
    """Return a text as a message has it: on one line, and not too long."""
    if not isinstance(value, str):
        return value
    single = " ".join(value.split())
    return single if len(single) <= LONGEST else single[: LONGEST - 2] + " …"


def letters(column: int) -> str:
    """Return the letters of a column: `A` is 1, `AA` is 27."""
    name = ""
    while column:
        column, rest = divmod(column - 1, LETTERS)
        name = chr(ord("A") + rest) + name
    return name


def in_words(notices: Iterable[Notice], file: str, lang: str) -> Iterator[str]:
    """Yield a line for each thing that is said, with the cells that it is said of; faults first, then as they stand."""
    found: dict[tuple[bool, str, str], list[Place]] = {}
    ordered = sorted(notices, key=lambda each: (not each.fault, each.place.sheet, each.place.row, each.place.column))
    for each in ordered:
        text = say(each.template, lang, **dict(each.values))
        found.setdefault((not each.fault, each.place.sheet, text), []).append(each.place)
    for (_, sheet, text), places in found.items():
        yield f"{_where(sheet, places, file, lang)}: {text}"


def place_in_words(place: Place, file: str, lang: str) -> str:
    """Return where something is: `Blad Begrepp, cell D14`."""
    return _where(place.sheet, [place], file, lang)


def _where(sheet: str, places: list[Place], file: str, lang: str) -> str:
    return ", ".join(filter(None, (_sheet(sheet, file, lang), _cells(places, lang))))


def _sheet(sheet: str, file: str, lang: str) -> str:
    return say(N_("Sheet {name}"), lang, name=sheet) if sheet else file


def _cells(places: list[Place], lang: str) -> str:
    cells = [place.address for place in places if place.address]
    if cells:
        return _listed(cells, N_("cell {list}"), N_("cells {list}"), lang)
    rows = [str(place.row) for place in places if place.row]
    if rows:
        return _listed(rows, N_("row {list}"), N_("rows {list}"), lang)
    columns = [letters(place.column) for place in places if place.column]
    return _listed(columns, N_("column {list}"), N_("columns {list}"), lang) if columns else ""


def _listed(names: list[str], one: str, several: str, lang: str) -> str:
    shown = ", ".join(names[:SHOWN])
    if len(names) > SHOWN:
        shown = say(N_("{list} and {n} more"), lang, list=shown, n=len(names) - SHOWN)
    return say(one if len(names) == 1 else several, lang, list=shown)
