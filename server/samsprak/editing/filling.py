"""Filling in: the record of a new concept as an editor opens it, with its fields empty and help beside them."""

from __future__ import annotations

from collections.abc import Iterator

import pyoxigraph as ox

from samsprak.editing.folder import Folder
from samsprak.editing.properties import CONCEPT, PREFERRED, TYPE
from samsprak.errors import N_, Problem, UnreadableInput, UsageError
from samsprak.language.messages import say
from samsprak.vocabulary.faults import explain_syntax
from samsprak.vocabulary.formats import TURTLE
from samsprak.vocabulary.turtle_terms import Statement, Term, statements_of

# Lines that begin so are help, and are gone from the record.
HELP = "#: "
NAME = "record.ttl"
FIELDS = (
    ("skos:prefLabel", N_("The preferred term, in Swedish and in English where an established one exists.")),
    ("skos:altLabel", N_("Synonyms and inflected forms, one a line.")),
    ("skos:definition", N_("What kind of thing it is and what sets it apart: no article, no full stop.")),
    ("skos:scopeNote", N_("Use X when …; use Y when …, a borderline case, and how the sources read the word.")),
    ("skos:example", N_("Just inside (“Yes: …”) and just outside (“No: …”).")),
)


def filled(text: str, iri: str) -> tuple[list[Statement], dict[str, str]]:
    """Return what a filled-in record says, without its empty fields, and its prefixes.

    Raises `UnreadableInput` where it is no Turtle, `UsageError` where it does not describe the concept, or is empty.
    """
    record = "".join(line for line in text.splitlines(keepends=True) if not line.startswith(HELP.rstrip()))
    try:
        parser = ox.parse(record.encode(), ox.RdfFormat.TURTLE)
        statements = [each for each in statements_of(parser) if not _is_empty(each.object)]
    except (SyntaxError, ValueError) as error:
        fault = explain_syntax(error, record.encode(), TURTLE)
        raise UnreadableInput((Problem(NAME, fault.line, fault.template, fault.values),)) from None
    node = ox.NamedNode(iri)
    if Statement(node, TYPE, CONCEPT) not in statements:
        raise UsageError(N_("The record no longer describes <{iri}>."), iri=iri)
    if not any(each.subject == node and each.predicate == PREFERRED for each in statements):
        raise UsageError(N_("The record has no preferred term."))
    if any(isinstance(each.subject, ox.BlankNode) for each in statements):
        raise UsageError(N_("A record has no nodes without a name."))
    others = {each.subject for each in statements if each.subject != node and node not in each}
    if others:
        raise UsageError(N_("The record describes other things too. Write them in files of their own."))
    return statements, dict(parser.prefixes)


def to_fill_in(record: str, folder: Folder, lang: str) -> str:
    """Return a record as an editor opens it: help above it, and an empty line for each field that it lacks."""
    head = [say(N_("Fill in the fields between the quotation marks. Lines left empty are left out."), lang)]
    head += [f"{name}: {say(text, lang)}" for name, text in FIELDS]
    head.append(say(N_("Sources here: {list}"), lang, list=", ".join(_sources(folder))))
    lines = [HELP + line for line in head]
    body = record.splitlines()
    missing = [f'    {name} ""@{folder.language} ;' for name, _ in FIELDS if f"    {name} " not in record]
    names = tuple(f"    {name} " for name, _ in FIELDS)
    after = next(place for place, line in enumerate(body) if _is_property(line) and not line.startswith(names))
    body[after:after] = missing
    return "\n".join([*lines, "", *body]) + "\n"


def _sources(folder: Folder) -> Iterator[str]:
    return (each.iri.rpartition("/")[2] for each in folder.vocabulary.sources)


def _is_property(line: str) -> bool:
    return line.startswith("    ") and not line.startswith("     ")


def _is_empty(value: Term) -> bool:
    return isinstance(value, ox.Literal) and not value.value.strip()
