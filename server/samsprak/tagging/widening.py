"""Widening: a register with columns added, everything else in it left as it was written, byte for byte."""

from __future__ import annotations

import os
import shutil
import sys
import tempfile
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO
from urllib.parse import quote

from samsprak.errors import N_, Problem, UnreadableInput, UsageError
from samsprak.tagging.registers import STANDARD_INPUT, Register, Row

# What a spreadsheet program takes for the beginning of a formula.
FORMULA = ("=", "+", "-", "@", "\t", "\r")
# Python's default mode for a new file is not that of mkstemp, which only its owner may read.
NEW_FILE = 0o666


def free_names(taken: Iterable[str], wanted: Sequence[str]) -> list[str]:
    """Return names for columns to add, with a number where the table has one of that name."""
    known = {name.strip().casefold() for name in taken}
    found = []
    for name in wanted:
        free, number = name, 2
        while free.casefold() in known:
            free, number = f"{name}_{number}", number + 1
        known.add(free.casefold())
        found.append(free)
    return found


def harmless(cell: str) -> str:
    """Return a cell on one line that no spreadsheet program takes for a formula."""
    text = " ".join(cell.split())
    return f"'{text}" if cell.startswith(FORMULA) or text.startswith(FORMULA) else text


class Widened:
    """A register that is written again with further columns."""

    def __init__(self, register: Register, names: Sequence[str], out: BinaryIO) -> None:
        """Write the row of column names, with those that are added."""
        self._register = register
        self._form = register.form
        self._out = out
        self._out.write(self._form.mark)
        self._write(register.preamble)
        self.add(register.head, free_names(register.columns, names))

    def add(self, row: Row, cells: Sequence[str]) -> None:
        """Write a row with these cells after its own; a blank line stays as it is."""
        if not row.cells:
            self._write(row.written)
            return
        body = row.written.rstrip("\r\n")
        ending = row.written[len(body) :]
        missing = len(self._register.columns) - len(row.cells)
        if missing < 0:
            body = self._joined(row.cells[:missing])
        added = [self._quoted(harmless(cell)) for cell in cells]
        self._write(self._form.delimiter.join([body, *[""] * max(missing, 0), *added]) + ending)

    def _joined(self, cells: Sequence[str]) -> str:
        return self._form.delimiter.join(map(self._quoted, cells))

    def _quoted(self, cell: str) -> str:
        if self._form.quoted or any(mark in cell for mark in (self._form.delimiter, '"', "\r", "\n")):
            return '"' + cell.replace('"', '""') + '"'
        return cell

    def _write(self, text: str) -> None:
        encoding = self._form.encoding
        try:
            encoded = text.encode(encoding)
        except UnicodeEncodeError:
            encoded = "".join(_encodable(char, encoding) for char in text).encode(encoding)
        self._out.write(encoded)


def _encodable(char: str, encoding: str) -> str:
    """Return a character, or the address form of one that the file's encoding does not have."""
    try:
        char.encode(encoding)
    except UnicodeEncodeError:
        return quote(char)
    return char


@contextmanager
def finished(output: str, source: str) -> Iterator[BinaryIO]:
    """Open what is put under its name when all is written, and not at all if anything fails; `-` is standard output.

    Raises `UsageError` where that is the file that is read, `UnreadableInput` where it cannot be written.
    """
    if STANDARD_INPUT not in {output, source} and _same(Path(output), Path(source)):
        raise UsageError(N_("{file} is what is read, and is not overwritten. Name another file."), file=output)
    if output == STANDARD_INPUT:
        with tempfile.TemporaryFile() as unfinished:
            yield unfinished
            unfinished.seek(0)
            shutil.copyfileobj(unfinished, sys.stdout.buffer)
            sys.stdout.buffer.flush()
        return
    target = Path(output).resolve()
    try:
        descriptor, name = tempfile.mkstemp(dir=target.parent, prefix=".", suffix=".tmp")
        try:
            with os.fdopen(descriptor, "wb") as file:
                yield file
            _permit(Path(name), target)
            Path(name).replace(target)
        except BaseException:
            Path(name).unlink(missing_ok=True)
            raise
    except OSError as error:
        values = (("reason", error.strerror or error),)
        raise UnreadableInput((Problem(output, None, N_("the file cannot be written: {reason}"), values),)) from None


def _same(one: Path, two: Path) -> bool:
    return one.exists() and two.exists() and one.samefile(two)


def _permit(unfinished: Path, target: Path) -> None:
    """Give a new file the permissions of the one that it replaces, else those that new files have here."""
    if target.exists():
        shutil.copymode(target, unfinished)
        return
    mask = os.umask(0)
    os.umask(mask)
    unfinished.chmod(NEW_FILE & ~mask)
