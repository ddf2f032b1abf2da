"""Rewordings: a text before and after, word by word, so that both can be read off one line."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum

TOKENS = re.compile(r"\w+|\s+|[^\w\s]")
WORD = re.compile(r"\w")
# Texts that share less than this are easier to read one after the other.
ALIKE = 0.35
# Longer texts than this many words and signs are not compared word by word: the time grows with the square.
LONGEST = 4000
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
    matcher = SequenceMatcher(None, old, new, autojunk=False)
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
    rated = [(SequenceMatcher(None, TOKENS.findall(text), TOKENS.findall(each)).ratio(), each) for each in others]
    return max((each for each in rated if each[0] >= ALIKE), default=(0.0, ""))[1]


def _steps(matcher: SequenceMatcher[str], old: Sequence[str], new: Sequence[str]) -> Iterator[Stretch]:
    """Yield the steps; a space or sign between two changes belongs to both of them."""
    codes = matcher.get_opcodes()
    for place, (tag, start, end, from_, to) in enumerate(codes):
        same = "".join(old[start:end])
        between = tag == "equal" and 0 < place < len(codes) - 1 and not WORD.search(same)
        if tag == "equal" and not between:
            yield Stretch(same, Mark.KEPT)
            continue
        yield Stretch(same, Mark.LOST)
        yield Stretch("".join(new[from_:to]), Mark.GAINED)


def _merged(steps: Iterator[Stretch]) -> Iterator[Stretch]:
    """Yield neighbours as one: all that is lost between two kept stretches, then all that is gained."""
    lost = gained = ""
    for step in steps:
        if step.mark is Mark.KEPT:
            yield from _changed(lost, gained)
            lost = gained = ""
            yield step
        elif step.mark is Mark.LOST:
            lost += step.text
        else:
            gained += step.text
    yield from _changed(lost, gained)


def _changed(lost: str, gained: str) -> Iterator[Stretch]:
    if lost:
        yield Stretch(lost, Mark.LOST)
    if gained:
        yield Stretch(gained, Mark.GAINED)
