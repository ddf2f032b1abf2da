"""The statements of one file by subject, and how its blank nodes can be written: as lists, nested, or by a label."""

from __future__ import annotations

from collections.abc import Iterable

import pyoxigraph as ox

from samsprak.errors import N_
from samsprak.vocabulary.faults import Fault
from samsprak.vocabulary.namespaces import RDF, SKOS
from samsprak.vocabulary.turtle_terms import NIL, Statement, Subject, Term

FIRST, REST = ox.NamedNode(RDF + "first"), ox.NamedNode(RDF + "rest")
END = ox.NamedNode(NIL)
MEMBER = ox.NamedNode(SKOS + "member")
DEEPEST = 64

Record = dict[ox.NamedNode, list[Term]]


class Nodes:
    """What a file says, in the order in which it says it."""

    def __init__(self, statements: Iterable[Statement]) -> None:
        self.records: dict[Subject, Record] = {}
        self._references: dict[ox.BlankNode, list[Subject]] = {}
        for statement in statements:
            self.records.setdefault(statement.subject, {}).setdefault(statement.predicate, []).append(statement.object)
            if isinstance(statement.object, ox.BlankNode):
                self._references.setdefault(statement.object, []).append(statement.subject)
        self.lists: dict[ox.BlankNode, list[Term]] = {}
        self._heads: dict[ox.BlankNode, ox.BlankNode] = {}  # each cell of a list: its first cell
        self._find_lists()
        self.nested = self._find_nested()
        apart = self.nested | self._heads.keys()
        self.roots = dict.fromkeys(each for each in self.records if each not in apart)
        self.memberships = frozenset(
            each for each in self.roots if isinstance(each, ox.NamedNode) and self._only_has_members(each)
        )

    def references(self, statement: Statement) -> tuple[str, ...]:
        """Return the IRIs whose terms stand beside a statement: what it refers to, the parts of a list each.

        Beside a membership that stands by itself it is the collection, where the member is described here.
        """
        subject, obj = statement.subject, statement.object
        if subject in self.memberships and isinstance(obj, ox.NamedNode) and obj in self.records:
            obj = subject
        parts = self.lists.get(obj, [obj]) if isinstance(obj, ox.BlankNode) else [obj]
        iris = tuple(part.value for part in parts if isinstance(part, ox.NamedNode))
        return iris if len(iris) == len(parts) else ()

    @property
    def blank_nodes(self) -> bool:
        """Tell whether there are blank nodes that are no lists."""
        return bool(self.nested) or any(isinstance(each, ox.BlankNode) for each in self.roots)

    def is_anonymous(self, node: ox.BlankNode) -> bool:
        """Tell whether nothing refers to a node."""
        return node not in self._references

    def _is_cell(self, node: Term) -> bool:
        if not isinstance(node, ox.BlankNode) or len(self._references.get(node, ())) != 1:
            return False
        record = self.records.get(node, {})
        return record.keys() == {FIRST, REST} and len(record[FIRST]) == len(record[REST]) == 1

    def _find_lists(self) -> None:
        for head in self.records:
            if not isinstance(head, ox.BlankNode) or not self._is_cell(head):
                continue
            before = self._references[head][0]
            if self._is_cell(before) and self.records[before][REST] == [head]:
                continue
            cells: list[ox.BlankNode] = []
            cell: Term = head
            while isinstance(cell, ox.BlankNode) and self._is_cell(cell):
                cells.append(cell)
                cell = self.records[cell][REST][0]
            if cell == END:
                self.lists[head] = [self.records[each][FIRST][0] for each in cells]
                self._heads.update(dict.fromkeys(cells, head))

    def _find_nested(self) -> set[ox.BlankNode]:
        """Return the nodes that are referred to once, from outside themselves; no list in a circle stays one."""
        nested = set()
        circles: set[ox.BlankNode] = set()
        for node in self._references:
            if self._heads.get(node, node) != node or len(self._references[node]) != 1 or node in circles:
                continue
            circle = self._circle(node)
            circles |= circle
            if not circle:
                nested.add(node)
        for head in circles & self.lists.keys():
            del self.lists[head]
            cells = [cell for cell, its_head in self._heads.items() if its_head == head]
            for cell in cells:
                del self._heads[cell]
            nested.update(cell for cell in cells if cell != head)
        return nested - circles - self.lists.keys()

    def _circle(self, node: ox.BlankNode) -> set[ox.BlankNode]:
        """Follow references back to what stands by itself; return the nodes of the circle where there is none."""
        passed = [node]
        while len(passed) <= DEEPEST:
            before = self._references[passed[-1]][0]
            if not isinstance(before, ox.BlankNode):
                return set()
            before = self._heads.get(before, before)
            if len(self._references.get(before, ())) != 1:
                return set()
            if before in passed:
                return set(passed[passed.index(before) :]) if before == node else set()
            passed.append(before)
        raise Fault(None, N_("blank nodes stand inside each other too deeply to be written in order"))

    def _only_has_members(self, subject: ox.NamedNode) -> bool:
        record = self.records[subject]
        return record.keys() == {MEMBER} and all(isinstance(member, ox.NamedNode) for member in record[MEMBER])
