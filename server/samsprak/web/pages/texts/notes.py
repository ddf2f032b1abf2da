"""Long notes in parts that can be read: when to use which term, then what stands under a label, then paragraphs.

A scope note is one string in the data. Here it is taken apart for the page, and nothing is left out or put in.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import lru_cache

from samsprak.language.sentences import sentences
from samsprak.language.tags import primary
from samsprak.vocabulary.records import Note

# How a note on usage begins, and how an example begins that lies inside the concept or outside it.
USAGE = {"sv": "använd", "en": "use"}
CASES = {"sv": ("ja", "nej"), "en": ("yes", "no")}
# Up to two words before a colon are a label (Gränsfall: …); more words only begin a new paragraph.
LABEL = re.compile(r"(?P<label>[^\W\d_][\w-]*(?: [\w-]+)?): +(?=\S)")
LEAD = re.compile(r"[^\W\d_][^,;:.()]{0,70}: ")
CASE = re.compile(r"(\w+): +")
MAX_SENTENCES = 4
MAX_CHARACTERS = 440


@dataclass(frozen=True, slots=True)
class Remark:
    """What a note says under a label of its own; `label` is empty for what stands under none."""

    label: str
    paragraphs: tuple[Note, ...]


@dataclass(frozen=True, slots=True)
class Guidance:
    """A note in parts, each a note of its own: which term to use when, a choice each, then the remarks."""

    usage: tuple[Note, ...]
    remarks: tuple[Remark, ...]


@dataclass(frozen=True, slots=True)
class Cases:
    """Examples by what they show, each without the word that says so."""

    inside: tuple[Note, ...]
    outside: tuple[Note, ...]
    other: tuple[Note, ...]


@lru_cache(maxsize=4096)
def guidance(note: Note) -> Guidance:
    """Return a note in parts."""
    parts = [sentence.text for sentence in sentences(note.text)]
    word = USAGE.get(primary(note.lang), "")
    count = 0
    while word and count < len(parts) and parts[count].casefold().startswith(f"{word} "):
        count += 1
    usage = tuple(replace(note, text=clause) for part in parts[:count] for clause in _clauses(part, word))
    remarks = (
        Remark(label, tuple(replace(note, text=paragraph) for paragraph in paragraphs))
        for label, paragraphs in _remarks(parts[count:])
    )
    return Guidance(usage, tuple(remarks))


def _clauses(sentence: str, word: str) -> Iterator[str]:
    """Yield each choice of a sentence: `Use a when …; use b when …` is two."""
    for clause in re.split(rf"; (?={word} )", sentence, flags=re.IGNORECASE):
        yield _begun(clause if clause.endswith((".", "!", "?", "”", ")")) else f"{clause}.")


def _begun(text: str) -> str:
    return text[:1].upper() + text[1:]


def _remarks(parts: Iterable[str]) -> Iterator[tuple[str, list[str]]]:
    """Yield what stands under each label, in paragraphs; what begins with more words and a colon stands under none."""
    label, said = "", list[str]()
    for part in parts:
        labelled = LABEL.match(part)
        if said and (labelled or LEAD.match(part)):
            yield label, list(_paragraphs(said))
            label, said = "", []
        if labelled:
            label = labelled["label"]
        said.append(_begun(part[labelled.end() :]) if labelled else part)
    if said:
        yield label, list(_paragraphs(said))


def _paragraphs(parts: list[str]) -> Iterator[str]:
    """Yield sentences in paragraphs of about the same length, none longer than can be read at a glance."""
    characters = sum(map(len, parts))
    number = max(-(-len(parts) // MAX_SENTENCES), -(-characters // MAX_CHARACTERS))
    paragraphs: dict[int, list[str]] = {}
    place = 0
    for part in parts:
        middle = place + len(part) / 2
        paragraphs.setdefault(int(middle * number / characters), []).append(part)
        place += len(part)
    yield from map(" ".join, paragraphs.values())


def cases(notes: Iterable[Note]) -> Cases:
    """Return examples parted into those inside the concept, those outside it, and those that do not say."""
    inside, outside, other = list[Note](), list[Note](), list[Note]()
    for note in notes:
        found = CASE.match(note.text)
        yes, no = CASES.get(primary(note.lang), ("", ""))
        word = found[1].casefold() if found else ""
        if found and word in {yes, no}:
            said = replace(note, text=_begun(note.text[found.end() :]))
            (inside if word == yes else outside).append(said)
        else:
            other.append(note)
    return Cases(tuple(inside), tuple(outside), tuple(other))
