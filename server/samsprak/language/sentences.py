"""Sentences: where they begin and end in a running text, abbreviations with full stops told apart from its end."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

# Abbreviations that lead on to what they introduce: a sentence never ends with them.
LEADING = frozenset(
    """
    a bl bl.a ca cf dr dvs d.v.s e.g ex ev f.d fr.o.m g.m i.e ibl inkl jfr jmf m.a.o mr mrs prof resp s.k t t.ex t.o.m
    t.v tex vs
    """.split()  # noqa: SIM905 - a list of words is read as one
)
# These are abbreviations before a number, and may be words elsewhere: prop. 2024/25:89, s. 3, no. 7.
NUMBERING = frozenset(
    "art avd avs bet bil dir ds fig kap mom no nr p pp prop rskr s sid skr sou st tab vol §".split()  # noqa: SIM905
)
# A sign that may end a sentence, what may close after it, and the space before what follows.
STOP = re.compile(r"(?P<sign>[.!?…]+)(?P<closing>[\"'”’»›)\]]*)(?=\s)|[。！？]+[”」』）]*|\n\s*\n")
# What stands before the next sentence's first letter or digit.
OPENING = "\"'“”‘’«»‹›([–—- \t\r\n\u00a0"
BEFORE = re.compile(r"[^\s(\[\"“”«»/–—]+$")
LIST_NUMBER = re.compile(r"\s*\(?\d{1,3}$")


class Sentence(NamedTuple):
    """A sentence and its place in the text, as character offsets; `end` is the first character after it."""

    text: str
    start: int
    end: int


def sentences(text: str) -> Iterator[Sentence]:
    """Yield the sentences of a text without the space around them; a text without a full stop is one."""
    start = 0
    for stop in STOP.finditer(text):
        if _ends(text, start, stop):
            yield from _trimmed(text, start, stop.end())
            start = stop.end()
    yield from _trimmed(text, start, len(text))


def _ends(text: str, start: int, stop: re.Match[str]) -> bool:
    """Tell whether a sentence that began at `start` ends here: not within it, nor after its number in a list."""
    if not stop["sign"]:
        return True
    following = text[stop.end() :].lstrip(OPENING)[:1]
    if following.islower():
        return False
    if stop["sign"] != "." or stop["closing"]:
        return True
    before = text[start : stop.start()]
    return not LIST_NUMBER.fullmatch(before) and not _abbreviated(before, following)


def _abbreviated(before: str, following: str) -> bool:
    """Tell whether the full stop between these belongs to an abbreviation that goes on; m.m. and etc. may end."""
    found = BEFORE.search(before)
    if not found:
        return False
    word = found[0].casefold()
    return word in LEADING or (word in NUMBERING and following.isdigit()) or _initial(found[0])


def _initial(word: str) -> bool:
    return len(word) == 1 and word.isupper()


def _trimmed(text: str, start: int, end: int) -> Iterator[Sentence]:
    within = text[start:end]
    bare = within.strip()
    if bare:
        begin = start + within.index(bare)
        yield Sentence(bare, begin, begin + len(bare))
