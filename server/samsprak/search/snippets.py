"""Snippets: a text in pieces, with the places that matched set apart."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

# A snippet begins so many characters before its first marked place, and is at most so long.
LEAD, LENGTH = 60, 180
CUT = "…"


@dataclass(frozen=True, slots=True)
class Piece:
    """A piece of a text, and whether it matched."""

    text: str
    marked: bool = False


def pieces(text: str, marks: Sequence[tuple[int, int]]) -> tuple[Piece, ...]:
    """Return a whole text in pieces."""
    return tuple(piece for piece in _pieces(text, marks) if piece.text)


def snippet(text: str, marks: Sequence[tuple[int, int]]) -> tuple[Piece, ...]:
    """Return the part of a text around its first marked place, cut between words."""
    if len(text) <= LENGTH or not marks:
        return pieces(text[:LENGTH], marks)
    begin = _word_start(text, max(marks[0][0] - LEAD, 0))
    end = _word_end(text, min(begin + LENGTH, len(text)))
    inside = [(start - begin, stop - begin) for start, stop in marks if begin <= start and stop <= end]
    found = [Piece(CUT)] if begin else []
    found += pieces(text[begin:end], inside)
    return (*found, Piece(CUT)) if end < len(text) else tuple(found)


def _pieces(text: str, marks: Sequence[tuple[int, int]]) -> Iterator[Piece]:
    place = 0
    for start, end in marks:
        yield Piece(text[place:start])
        yield Piece(text[start:end], marked=True)
        place = end
    yield Piece(text[place:])


def _word_start(text: str, place: int) -> int:
    if place == 0:
        return 0
    space = text.find(" ", place, place + LEAD)
    return space + 1 if space >= 0 else place


def _word_end(text: str, place: int) -> int:
    if place == len(text):
        return place
    space = text.rfind(" ", place - LEAD, place)
    return space if space >= 0 else place
