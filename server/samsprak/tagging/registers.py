"""Registers: other systems' tables as CSV, read row by row, each row with the text that it was written as."""

from __future__ import annotations

import csv
import io
import shutil
import sys
import tempfile
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from samsprak.errors import N_, Problem, UnreadableInput, UsageError
from samsprak.tagging.csv_form import Form, form_of

STANDARD_INPUT = "-"

Progress = Callable[[int, int], None]


@dataclass(frozen=True, slots=True)
class Row:
    """A row: its first line, counted from 1, its cells, and the text that it was written as, line end and all."""

    line: int
    cells: list[str]
    written: str


class _Lines:
    """Hands lines to the CSV reader and remembers those of the row that is being read."""

    def __init__(self, lines: Iterable[str]) -> None:
        self._lines = iter(lines)
        self.taken: list[str] = []

    def __iter__(self) -> _Lines:
        return self

    def __next__(self) -> str:
        line = next(self._lines)
        self.taken.append(line)
        return line


class Register:
    """A table whose first row names its columns. Opened by `opened`."""

    def __init__(self, name: str, file: BinaryIO, form: Form) -> None:
        self.name = name
        self.form = form
        file.seek(len(form.mark))
        self._text = io.TextIOWrapper(file, encoding=form.encoding, errors="strict", newline="")
        self.preamble = self._text.readline() if form.declared else ""
        self._rows = self._read()
        self.head = next((row for row in self._rows if row.cells), Row(1, [], ""))

    def close(self) -> None:
        """Close the file."""
        self._text.close()

    @property
    def columns(self) -> list[str]:
        """The names of the columns."""
        return self.head.cells

    def place(self, column: str) -> int:
        """Return the place of a column, whatever its capitals; raises `UsageError` that names those there are."""
        for key in (str, lambda name: name.strip().casefold()):
            names = [key(each) for each in self.columns]
            if key(column) in names:
                return names.index(key(column))
        raise UsageError(
            N_("{file} has no column “{name}”. There are: {known}."),
            file=self.name,
            name=column,
            known=", ".join(self.columns),
        )

    def rows(self, progress: Progress) -> Iterator[Row]:
        """Yield the rows below the first, blank lines too; raises `UnreadableInput` at one that is broken."""
        width = len(self.columns)
        for number, row in enumerate(self._rows):
            if number % 256 == 0:
                progress(row.line, self.form.lines)
            if any(row.cells[width:]):
                raise self._broken(
                    row.line,
                    N_("the row has {n} cells, but the table has {width} columns; is a delimiter not in quotes?"),
                    n=len(row.cells),
                    width=width,
                )
            yield row

    def _read(self) -> Iterator[Row]:
        lines = _Lines(self._text)
        reader = csv.reader(lines, delimiter=self.form.delimiter, strict=True)
        before = bool(self.preamble)
        while True:
            line = reader.line_num + before + 1
            try:
                cells = next(reader)
            except StopIteration:
                return
            except csv.Error:
                template = N_("a cell that begins with a quotation mark does not end with one; the row cannot be read")
                raise self._broken(line, template) from None
            yield Row(line, cells, "".join(lines.taken))
            lines.taken.clear()

    def _broken(self, line: int, template: str, **values: object) -> UnreadableInput:
        return UnreadableInput((Problem(self.name, line, template, tuple(values.items())),))


@contextmanager
def opened(name: str, wanted: Sequence[str]) -> Iterator[Register]:
    """Open a table, or standard input as `-`; `wanted` are columns that it is to have.

    Raises `UnreadableInput`, or `UsageError` for a column that is not there.
    """
    with ExitStack() as stack:
        try:
            file = _again(sys.stdin.buffer, stack) if name == STANDARD_INPUT else stack.enter_context(_file(name))
        except FileNotFoundError:
            raise UnreadableInput((Problem(name, None, N_("there is no such file")),)) from None
        except OSError as error:
            template = N_("the file cannot be read: {reason}")
            raise UnreadableInput((Problem(name, None, template, (("reason", error.strerror),)),)) from None
        register = Register(name, file, form_of(file, name, wanted))
        stack.callback(register.close)
        for column in wanted:
            register.place(column)
        yield register


def _file(name: str) -> BinaryIO:
    return Path(name).open("rb")


def _again(stream: BinaryIO, stack: ExitStack) -> BinaryIO:
    """Return a copy of a stream that can be read twice, on disk where it is large."""
    copy = tempfile.TemporaryFile()  # noqa: SIM115 - the stack closes it
    stack.callback(copy.close)
    shutil.copyfileobj(stream, copy)
    return copy


def cells_of(row: Row, places: Sequence[int]) -> list[str]:
    """Return the cells of a row at some places; what a short row leaves out is empty."""
    return [row.cells[place] if place < len(row.cells) else "" for place in places]
