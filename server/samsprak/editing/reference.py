"""References: what an editor writes for a concept – a term, a synonym, an id, an address or a file."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from difflib import get_close_matches

from samsprak.editing.folder import Folder
from samsprak.errors import N_, UnknownTerm, UsageError
from samsprak.language.folding import without_case
from samsprak.vocabulary.records import Collection, Concept, Label

MOST = 12
IN_AN_ADDRESS = re.compile(r"[/:#?&=]+")
NEAREST = 3


def concept_of(folder: Folder, reference: str) -> Concept:
    """Return the concept that is meant.

    An address or id comes first, then a file, then a preferred term, a synonym, a discouraged term; among concepts of
    one term, one in use. Raises `UnknownTerm`, and `UsageError` where several may be meant.
    """
    asked = reference.strip()
    concepts = folder.vocabulary.concepts
    by_name = [each for each in concepts if asked in (each.iri, each.id, f"<{each.iri}>")]
    found = by_name or _in_file(folder, asked)
    if not found:
        wanted = without_case(asked)
        kinds: Sequence[Callable[[Concept], Iterable[Label]]] = (
            lambda each: each.preferred,
            lambda each: each.alternative,
            lambda each: each.hidden,
        )
        for labels in kinds:
            every = [each for each in concepts if any(without_case(label.text) == wanted for label in labels(each))]
            found = [each for each in every if not each.retired] or every
            if found:
                break
    if len(found) > 1:
        raise UsageError(
            N_("“{term}” may mean several concepts. Give the id of one of them: {list}."),
            term=_short(asked),
            list=listed(folder, found),
        )
    if not found:
        _refuse(folder, asked)
    return found[0]


def facet_of(folder: Folder, reference: str) -> Collection:
    """Return the collection that is meant, by address, id or name; raises `UsageError` with those that there are."""
    asked = reference.strip()
    wanted = without_case(asked)
    every = folder.vocabulary.collections
    found = [each for each in every if asked in (each.iri, each.id)]
    found = found or [each for each in every if any(without_case(label.text) == wanted for label in each.preferred)]
    # What stands in parentheses is an explanation of the name.
    found = found or [
        each for each in every if any(without_case(label.text.partition(" (")[0]) == wanted for label in each.preferred)
    ]
    if len(found) != 1:
        names = ", ".join(folder.name_of(each.iri) for each in every)
        raise UsageError(N_("No facet or list is called “{name}”. There are: {list}."), name=_short(asked), list=names)
    return found[0]


def listed(folder: Folder, concepts: Iterable[Concept]) -> str:
    """Return concepts with their ids, for a message."""
    every = [f"{folder.name_of(each.iri)} ({each.id})" for each in concepts]
    return ", ".join(every[:MOST]) + (" …" if len(every) > MOST else "")


def _in_file(folder: Folder, asked: str) -> list[Concept]:
    """Return the concepts that a file describes, by its path or its name."""
    if not asked.endswith(".ttl"):
        return []
    names = {name for name in folder.sources if name == asked or name.rpartition("/")[2] == asked}
    names = names or {name for name in folder.sources if asked.endswith("/" + name)}
    homes = {folder.sources[name].path for name in names}
    return [each for each in folder.vocabulary.concepts if folder.known.homes.get(each.iri) in homes]


def _refuse(folder: Folder, asked: str) -> None:
    terms = {label.text for each in folder.vocabulary.concepts for label in (*each.preferred, *each.alternative)}
    near = _in_address(folder, asked) or ", ".join(get_close_matches(asked[:MAX_COMPARED], sorted(terms), NEAREST))
    if not near:
        raise UnknownTerm(_short(asked))
    raise UsageError(N_("No concept is called “{term}”. Did you mean {list}?"), term=_short(asked), list=near)


def _in_address(folder: Folder, asked: str) -> str:
    """Return the concepts whose id is in the address of a page, or in one written with a prefix."""
    parts = set(IN_AN_ADDRESS.split(asked[:LONGEST_ADDRESS]))
    return listed(folder, (each for each in folder.vocabulary.concepts if each.id in parts)) if len(parts) > 1 else ""


MAX_COMPARED = 100
LONGEST_ADDRESS = 2000


def _short(text: str) -> str:
    return text if len(text) <= MAX_COMPARED else text[:MAX_COMPARED] + " …"
