"""Where the comments of a file go when it is written anew: each has one place, and none is lost."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field

import pyoxigraph as ox

from samsprak.errors import N_
from samsprak.vocabulary.bookkeeping import Settled
from samsprak.vocabulary.faults import Fault
from samsprak.vocabulary.nodes import Nodes
from samsprak.vocabulary.term_comments import TermComments
from samsprak.vocabulary.turtle_syntax import Comment, Place, layout
from samsprak.vocabulary.turtle_terms import Statement, Subject, Term, statements_of

# An object without a name of its own is told by its number among those of its subject and predicate.
Key = tuple[Subject, ox.NamedNode, Term | int]


@dataclass(slots=True)
class Comments:
    """The comments to write, by place.

    `above`: before a whole record; `leading`: on lines of their own before an object; `trailing`: behind it. `terms`
    holds the term comments that were recognised, and are written anew; `misplaced` those that stood where a term
    comment stands and were moved before the line.
    """

    head: list[Comment] = field(default_factory=list)
    above: dict[Subject, list[Comment]] = field(default_factory=dict)
    leading: dict[Key, list[Comment]] = field(default_factory=dict)
    trailing: dict[Key, Comment] = field(default_factory=dict)
    tail: list[Comment] = field(default_factory=list)
    terms: list[Comment] = field(default_factory=list)
    misplaced: list[Comment] = field(default_factory=list)


def statements(nodes: Nodes, subject: Subject) -> dict[Key, Statement]:
    """Return the statements of one subject by their keys, in the order of the file."""
    found: dict[Key, Statement] = {}
    for predicate, objects in nodes.records[subject].items():
        number = 0
        for obj in objects:
            key: Term | int = obj
            if isinstance(obj, ox.BlankNode):
                key, number = number, number + 1
            found[subject, predicate, key] = Statement(subject, predicate, obj)
    return found


def place(text: str, nodes: Nodes, settled: Settled, terms: TermComments) -> Comments:
    """Give every comment of a file its place. Raises the fault of a comment that has none."""
    return _Placing(text, nodes, settled, terms).comments


class _Placing:
    def __init__(self, text: str, nodes: Nodes, settled: Settled, terms: TermComments) -> None:
        self.comments = Comments()
        self._nodes = nodes
        self._terms = terms
        self._places = {key: statement for root in nodes.roots for key, statement in statements(nodes, root).items()}
        self._replaced: dict[Key, Key] = {(*old,): (*new,) for old, new in settled.replaced.items()}
        self._numbers: Counter[tuple[Subject, ox.NamedNode]] = Counter()
        self._labelled: set[tuple[str, str, str]] = set()
        written = layout(text)
        self.comments.head, self.comments.tail = written.head, written.tail
        opened: set[str] = set()
        for each in written.places:
            first = each.opens and each.subject not in opened
            opened.add(each.subject)
            if each.leading or each.trailing or self._is_numbered(each):
                self._put(each, first=first)

    def _is_numbered(self, each: Place) -> bool:
        return bool(each.subject) and each.object.startswith(("[", "(", "_:"))

    def _put(self, each: Place, *, first: bool) -> None:
        comments = [*each.leading, *each.trailing]
        if not each.subject:
            self._refuse([each for each in comments if not self._terms.recognises(each.text, ())])
            self.comments.terms.extend(comments)
            return
        key = self._key(each)
        statement = self._places.get(key)
        if not comments:
            return
        if statement is None:
            self._put_elsewhere(key, comments)
            return
        is_membership = statement.subject in self._nodes.memberships
        if first and not is_membership:
            self.comments.above.setdefault(key[0], []).extend(each.leading)
        else:
            self.comments.leading.setdefault(key, []).extend(each.leading)
        self._put_behind(key, statement, each.trailing)

    def _refuse(self, comments: list[Comment]) -> None:
        if comments:
            raise Fault(comments[0].line, N_("a comment stands at a node without a name, where it cannot be kept"))

    def _put_behind(self, key: Key, statement: Statement, trailing: list[Comment]) -> None:
        """Keep what stands behind an object; where a term comment will stand, that is regenerated, the rest moves."""
        iris = self._nodes.references(statement)
        if self._terms.written(iris):
            old = [each for each in trailing if self._terms.recognises(each.text, iris)]
            rest = [each for each in trailing if each not in old]
            self.comments.terms.extend(old)
            self.comments.misplaced.extend(rest)
        else:
            earlier = [self.comments.trailing.pop(key)] if key in self.comments.trailing else []
            rest = earlier + trailing
            if len(rest) == 1:
                self.comments.trailing[key] = rest.pop()
        if rest:
            self.comments.leading.setdefault(key, []).extend(rest)

    def _put_elsewhere(self, key: Key, comments: list[Comment]) -> None:
        """Find a place for the comments of a statement that is not written: its inverse, its record, the end."""
        subject, _, obj = key
        iris = (obj.value,) if isinstance(obj, ox.NamedNode) else ()
        old = [each for each in comments if self._terms.written(iris) and self._terms.recognises(each.text, iris)]
        rest = [each for each in comments if each not in old]
        self.comments.terms.extend(old)
        inverse = self._replaced.get(key)
        if not rest:
            return
        if inverse is not None and inverse in self._places:
            self.comments.leading.setdefault(inverse, []).extend(rest)
        elif subject in self._nodes.roots and subject not in self._nodes.memberships:
            self.comments.above.setdefault(subject, []).extend(rest)
        else:
            self.comments.tail.extend(rest)

    def _key(self, each: Place) -> Key:
        """Ask the parser what a place says."""
        text = f"{each.head}\n{each.subject} {each.predicate}\n{each.object}\n."
        quads = ox.parse(text, ox.RdfFormat.TURTLE)
        subject, predicate, obj = next(found for found in statements_of(quads) if self._is_of(found, each))
        if not isinstance(obj, ox.BlankNode):
            return subject, predicate, obj
        number = self._numbers[subject, predicate]
        if each.object.startswith("_:"):
            label = (each.subject, each.predicate, each.object)
            if label in self._labelled:
                return subject, predicate, number - 1
            self._labelled.add(label)
        self._numbers[subject, predicate] += 1
        return subject, predicate, number

    def _is_of(self, statement: Statement, each: Place) -> bool:
        if each.subject.startswith("_:"):
            return statement.subject == ox.BlankNode(each.subject[2:])
        return isinstance(statement.subject, ox.NamedNode)
