"""Amendments: statements added, removed and exchanged in the files of a vocabulary, none of them written yet."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import PurePosixPath

import pyoxigraph as ox

from samsprak.editing.folder import Folder
from samsprak.editing.properties import MODIFIED, PREFERRED, TYPE, date
from samsprak.editing.rewriting import rewritten
from samsprak.errors import N_, UsageError
from samsprak.vocabulary.namespaces import PREFIXES
from samsprak.vocabulary.turtle_terms import Statement, Subject, Term


@dataclass(frozen=True, slots=True)
class Advice:
    """What the editor should know of a change, as a template and its values."""

    template: str
    values: tuple[tuple[str, object], ...] = ()


class Amendment:
    """Collects what becomes of the files of a folder on one day.

    A statement stands in the file that describes its subject; a membership in the file of its member.
    """

    def __init__(self, folder: Folder, today: dt.date) -> None:
        self.folder = folder
        self.today = today
        self.advice: list[Advice] = []
        self.renamed: dict[str, str] = {}
        self._edited: dict[str, dict[Statement, None]] = {}
        self._swapped: dict[str, dict[Statement, Statement]] = {}
        self._created: dict[str, dict[str, str]] = {}
        self._files: dict[Statement, list[str]] = {}
        self._of: dict[Subject, dict[Statement, None]] = {}
        self._to: dict[Term, dict[Statement, None]] = {}
        self._homes: dict[Subject, str] = {}
        for name, source in folder.sources.items():
            for statement in source.statements:
                self._index(statement, name)

    def objects(self, subject: str, predicate: ox.NamedNode) -> list[Term]:
        """Return the values of a property, in the order of the files."""
        said = self._of.get(ox.NamedNode(subject), {})
        return [each.object for each in said if each.predicate == predicate]

    def literals(self, subject: str, predicate: ox.NamedNode) -> list[ox.Literal]:
        """Return those values that are text."""
        return [each for each in self.objects(subject, predicate) if isinstance(each, ox.Literal)]

    def said(self, subject: str) -> list[Statement]:
        """Return all that is said of a resource, in the order of the files."""
        return list(self._of.get(ox.NamedNode(subject), {}))

    def name_of(self, iri: str) -> str:
        """Return what a record is called, one that is made here too, else its IRI."""
        known = self.folder.name_of(iri)
        made = self.literals(iri, PREFERRED) if known == iri else []
        return made[0].value if made else known

    def says(self, statement: Statement) -> bool:
        """Tell whether any file says something."""
        return statement in self._files

    def about(self, iri: str) -> list[Statement]:
        """Return what refers to a resource."""
        return list(self._to.get(ox.NamedNode(iri), {}))

    def add(self, subject: str, predicate: ox.NamedNode, obj: Term, *, beside: str = "") -> None:
        """Say something in the file that describes its subject, or what it stands `beside`; twice is once."""
        statement = Statement(ox.NamedNode(subject), predicate, obj)
        if statement not in self._files:
            self._insert(statement, self.home(beside or subject))

    def remove(self, statement: Statement) -> None:
        """Take a statement out of every file that has it."""
        for name in self._files.pop(statement, []):
            del self._statements(name)[statement]
        self._of.get(statement.subject, {}).pop(statement, None)
        self._to.get(statement.object, {}).pop(statement, None)

    def exchange(self, old: Statement, new: Statement) -> None:
        """Put a statement in the place of another, in the same file; comments follow it."""
        names = list(self._files.get(old, []))
        self.remove(old)
        for name in names:
            self._swapped.setdefault(name, {})[old] = new
            if new not in self._files:
                self._insert(new, name)

    def put(self, subject: str, predicate: ox.NamedNode, obj: Term) -> bool:
        """Make a value the only one of a property; tell whether it was not."""
        node = ox.NamedNode(subject)
        new = Statement(node, predicate, obj)
        old = [Statement(node, predicate, each) for each in self.objects(subject, predicate)]
        if old == [new]:
            return False
        for each in old[1:]:
            self.remove(each)
        if old:
            self.exchange(old[0], new)
        else:
            self.add(subject, predicate, obj)
        return True

    def clear(self, subject: str, predicate: ox.NamedNode) -> None:
        """Take away every value of a property."""
        for each in self.objects(subject, predicate):
            self.remove(Statement(ox.NamedNode(subject), predicate, each))

    def touch(self, subject: str) -> None:
        """Date a record as changed today."""
        self.put(subject, MODIFIED, date(self.today))

    def create(self, name: str, subject: str, prefixes: dict[str, str]) -> None:
        """Begin a file that describes a new resource."""
        self._created[name] = prefixes
        self._edited[name] = {}
        self._homes[ox.NamedNode(subject)] = name

    def rename(self, old: str, new: str) -> None:
        """Give a file another name; what becomes of its content is told by the old one."""
        self.renamed[old] = new

    def home(self, iri: str) -> str:
        """Return the file that describes a resource; raises `UsageError` where none does, or one that is no Turtle."""
        name = self._homes.get(ox.NamedNode(iri))
        if name is None:
            raise UsageError(N_("No file here describes <{iri}>."), iri=iri)
        if name not in self._created and not self.folder.sources[name].is_turtle:
            raise UsageError(N_("{file} is no plain Turtle file, and cannot be edited here."), file=name)
        return name

    def taken(self, name: str) -> bool:
        """Tell whether there is, or will be, a file or folder of a name."""
        names = {each.casefold() for each in (*self.folder.sources, *self._created, *self.renamed.values())}
        return name.casefold() in names or (self.folder.path / PurePosixPath(name)).exists()

    def texts(self) -> Iterator[tuple[str, bytes]]:
        """Yield the files that say something else now, by their old name, with their new text."""
        for name, statements in self._edited.items():
            if name in self._created:
                prefixes, text = {**PREFIXES, **self._created[name]}, ""
            else:
                source = self.folder.sources[name]
                if list(statements) == list(source.statements):
                    continue
                prefixes, text = source.prefixes, source.text.decode("utf-8")
            swapped = self._swapped.get(name, {})
            yield name, rewritten(name, text, prefixes, list(statements), swapped, self.folder.known)

    def _statements(self, name: str) -> dict[Statement, None]:
        if name not in self._edited:
            self._edited[name] = dict.fromkeys(self.folder.sources[name].statements)
        return self._edited[name]

    def _insert(self, statement: Statement, name: str) -> None:
        self._statements(name)[statement] = None
        self._index(statement, name)

    def _index(self, statement: Statement, name: str) -> None:
        self._files.setdefault(statement, []).append(name)
        self._of.setdefault(statement.subject, {})[statement] = None
        self._to.setdefault(statement.object, {})[statement] = None
        if statement.predicate == TYPE:
            self._homes.setdefault(statement.subject, name)
