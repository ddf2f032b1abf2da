"""The facets of a vocabulary as a list to begin from: what each is called, and the question that it answers."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from samsprak.language.collation import sort_key
from samsprak.vocabulary.records import Collection, Note, NoteKind
from samsprak.web.pages.collections.headings import Heading, heading
from samsprak.web.presentation import Link, Reader

# Two texts that begin alike may do so by chance.
FEW = 2


@dataclass(frozen=True, slots=True)
class Shelf:
    """A collection in a list: its name and question, what it is, and how many members it has."""

    heading: Heading
    definitions: tuple[Note, ...]
    count: int


@dataclass(frozen=True, slots=True)
class Shelves:
    """Collections of one sort; `link` is the collection or the concept that they belong to, where there is one."""

    link: Link | None
    inside: tuple[Shelf, ...]


def shelves(reader: Reader, iris: Iterable[str]) -> tuple[Shelf, ...]:
    """Return collections in the order given; an opening that most of their definitions share is not repeated."""
    found = [_shelf(reader, iri) for iri in iris]
    opening = shared_opening([note.text for shelf in found for note in shelf.definitions])
    return tuple(_without(opening, shelf) for shelf in found)


def shared_opening(texts: Sequence[str]) -> str:
    """Return the longest beginning in whole words, two at least, that more than half of the texts share."""
    beginnings = Counter(
        " ".join(words[:count]) + " " for text in texts if (words := text.split()) for count in range(2, len(words))
    )
    shared = [each for each, count in beginnings.items() if 2 * count > len(texts) and count > FEW]
    return max(shared, key=len, default="")


def _without(opening: str, shelf: Shelf) -> Shelf:
    if not opening:
        return shelf
    shorter = (replace(note, text=note.text.removeprefix(opening)) for note in shelf.definitions)
    return replace(shelf, definitions=tuple(shorter))


def _shelf(reader: Reader, iri: str) -> Shelf:
    collection = reader.vocabulary.resource(iri)
    count = len(collection.members) if isinstance(collection, Collection) else 0
    return Shelf(heading(reader.link(iri)), tuple(reader.texts(collection.notes, NoteKind.DEFINITION)), count)


def other_collections(reader: Reader, shown: Iterable[str]) -> list[Shelves]:
    """Return the collections but those shown: those that hold collections with what they hold, then the rest.

    What divides a concept is left out, see `divisions`.
    """
    left = {each.iri: each for each in reader.vocabulary.collections if not each.array}
    taken = set(shown)
    groups = []
    for each in left.values():
        inside = [iri for iri in each.members if iri in left]
        if inside and each.iri not in taken and not taken.issuperset(inside):
            groups.append(Shelves(reader.link(each.iri), shelves(reader, inside)))
            taken |= {each.iri, *inside}
        elif inside:
            taken.add(each.iri)
    rest = [iri for iri in left if iri not in taken]
    if rest:
        groups.append(Shelves(None, _alphabetical(reader, rest)))
    return groups


def divisions(reader: Reader) -> tuple[Shelf, ...]:
    """Return the characteristics of division in alphabetical order."""
    return _alphabetical(reader, (each.iri for each in reader.vocabulary.collections if each.array))


def _alphabetical(reader: Reader, iris: Iterable[str]) -> tuple[Shelf, ...]:
    found = shelves(reader, iris)
    return tuple(sorted(found, key=lambda shelf: sort_key(shelf.heading.link.text, reader.shown)))
