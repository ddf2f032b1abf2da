"""Rewordings: a text before and after, word by word, so that both can be read off one line."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum

# A word or sign with the space behind it, so that the many spaces need not be matched with one another.
TOKENS = re.compile(r"\w+\s*|[^\w\s]\s*|\s+")
WORD = re.compile(r"\w")
# Texts that share less than this are easier to read one after the other.
ALIKE = 0.35
# Longer texts than this many words and signs are not compared word by word: the time grows with the square.
LONGEST = 2000
# More texts than this of one kind are not paired.
PAIRED = 12


class Mark(StrEnum):
    """What has become of a stretch of text."""

    KEPT = "kept"
    LOST = "lost"
    GAINED = "gained"


@dataclass(frozen=True, slots=True)
class Stretch:
    """Some words, and what has become of them."""

    text: str
    mark: Mark


def reword(before: str, after: str) -> tuple[Stretch, ...]:
    """Return what is kept, lost and gained, in order.

    What is kept and lost is the text before, what is kept and gained the text after, to the letter.
    """
    old, new = TOKENS.findall(before), TOKENS.findall(after)
    whole = (Stretch(before, Mark.LOST), Stretch(after, Mark.GAINED))
    if max(len(old), len(new)) > LONGEST:
        return tuple(each for each in whole if each.text)
    matcher = SequenceMatcher(None, [_bare(token) for token in old], [_bare(token) for token in new], autojunk=False)
    if matcher.ratio() < ALIKE:
        return tuple(each for each in whole if each.text)
    return tuple(_merged(_steps(matcher, old, new)))


def pair(lost: Sequence[str], gained: Sequence[str]) -> Iterator[tuple[str, str]]:
    """Yield texts with what they have become, the most alike together; an empty text is the other half of none."""
    left = list(gained)
    for text in lost:
        found = _nearest(text, left) if len(lost) + len(gained) <= PAIRED else ""
        if found:
            left.remove(found)
        yield text, found
    yield from (("", text) for text in left)


def _nearest(text: str, others: Sequence[str]) -> str:
    if len(others) == 1:
        return others[0]
    words = [_bare(token) for token in TOKENS.findall(text)]
    rated = [(SequenceMatcher(None, words, list(map(_bare, TOKENS.findall(each)))).ratio(), each) for each in others]
    return max((each for each in rated if each[0] >= ALIKE), default=(0.0, ""))[1]


def _steps(matcher: SequenceMatcher[str], old: Sequence[str], new: Sequence[str]) -> Iterator[Stretch]:
    """Yield the steps; a space or sign between two changes belongs to both of them."""
    codes = matcher.get_opcodes()
    for place, (tag, start, end, from_, to) in enumerate(codes):
        between = 0 < place < len(codes) - 1 and not WORD.search("".join(old[start:end]))
        if tag == "equal" and not between:
            for before, after in zip(old[start:end], new[from_:to], strict=True):
                yield from _same(before, after)
            continue
        yield Stretch("".join(old[start:end]), Mark.LOST)
        yield Stretch("".join(new[from_:to]), Mark.GAINED)


def _same(before: str, after: str) -> Iterator[Stretch]:
    """Yield a word that is kept, and the space behind it where that is another."""
    if before == after:
        yield Stretch(before, Mark.KEPT)
        return
    word = _bare(before)
    yield Stretch(word, Mark.KEPT)
    yield Stretch(before[len(word) :], Mark.LOST)
    yield Stretch(after[len(word) :], Mark.GAINED)


def _bare(token: str) -> str:
    return token.rstrip() or " "


def _merged(steps: Iterator[Stretch]) -> Iterator[Stretch]:
    """Yield neighbours as one: all that is lost between two kept stretches, then all that is gained."""
    kept = lost = gained = ""
    for step in steps:
        if step.mark is Mark.KEPT:
            if lost or gained:
                tail = _shared_end(lost, gained)
                yield from _changed(lost.removesuffix(tail), gained.removesuffix(tail))
                lost, gained, kept = "", "", tail
            kept += step.text
        elif step.text:
            yield from _kept(kept)
            kept = ""
            lost += step.text if step.mark is Mark.LOST else ""
            gained += step.text if step.mark is Mark.GAINED else ""
    tail = _shared_end(lost, gained)
    yield from _changed(lost.removesuffix(tail), gained.removesuffix(tail))
    yield from _kept(kept + tail)


def _shared_end(one: str, other: str) -> str:
    """Return the space that both end in, which has not changed."""
    ends = one[len(one.rstrip()) :], other[len(other.rstrip()) :]
    return ends[0] if ends[0] == ends[1] else ""


def _kept(text: str) -> Iterator[Stretch]:
    if text:
        yield Stretch(text, Mark.KEPT)


def _changed(lost: str, gained: str) -> Iterator[Stretch]:
    if lost:
        yield Stretch(lost, Mark.LOST)
    if gained:
        yield Stretch(gained, Mark.GAINED)
