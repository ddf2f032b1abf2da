"""Rewriting: the text of one file with other statements in it, its comments kept."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import pyoxigraph as ox

from samsprak.errors import N_, Problem, UnreadableInput
from samsprak.vocabulary.bookkeeping import Settled
from samsprak.vocabulary.canonical import write
from samsprak.vocabulary.comments import place
from samsprak.vocabulary.faults import Fault
from samsprak.vocabulary.formatting import UNSAFE
from samsprak.vocabulary.nodes import Nodes
from samsprak.vocabulary.survey import Survey
from samsprak.vocabulary.term_comments import TermComments
from samsprak.vocabulary.turtle_terms import Statement, statements_of


def rewritten(
    name: str,
    text: str,
    prefixes: Mapping[str, str],
    statements: Sequence[Statement],
    swapped: Mapping[Statement, Statement],
    known: Survey,
) -> bytes:
    """Return a file's text with these statements.

    `swapped` are statements that are gone with those in their place: an editor's comment follows to the new one, else
    it goes before the record. Raises `UnreadableInput` where a comment has no place, or a value cannot be written.
    """
    try:
        nodes = Nodes(statements)
        terms = TermComments(known.names, known.terms)
        settled = Settled(tuple(statements), dict(swapped), ())
        written = write(nodes, prefixes, place(text, nodes, settled, terms), terms)
    except Fault as fault:
        raise UnreadableInput((Problem(name, fault.line, fault.template, fault.values),)) from None
    except UnicodeEncodeError:
        told = N_("the file cannot be written: it would hold what is no text")
        raise UnreadableInput((Problem(name, None, told),)) from None
    if not _says(statements, written):
        raise UnreadableInput((Problem(name, None, UNSAFE),))
    return written.encode()


def _says(statements: Sequence[Statement], written: str) -> bool:
    """Tell whether a text says what it is to say, blank nodes by how many statements they are in."""
    try:
        again = list(statements_of(ox.parse(written, ox.RdfFormat.TURTLE)))
    except SyntaxError:
        return False
    named = {each for each in statements if not _is_blank(each)}
    return named == {each for each in again if not _is_blank(each)} and len(set(statements)) == len(set(again))


def _is_blank(statement: Statement) -> bool:
    return isinstance(statement.subject, ox.BlankNode) or isinstance(statement.object, ox.BlankNode)
