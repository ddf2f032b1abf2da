"""States: a vocabulary as it stood at one time, with what a comparison needs of it and nothing that a search does."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from samsprak.errors import N_, UnfitVocabulary, UsageError
from samsprak.settings import VocabularyInput
from samsprak.vocabulary.collector import collector_off
from samsprak.vocabulary.guide import Guide
from samsprak.vocabulary.loader import assemble, guides_of
from samsprak.vocabulary.protocol import Vocabulary
from samsprak.vocabulary.reader import Reading, read
from samsprak.vocabulary.records import Finding
from samsprak.vocabulary.remainder import Said, referring, remainder
from samsprak.vocabulary.revisions import commit, read_revision

# What a vocabulary is called whose file's name is a word of the service's addresses.
UNNAMED = "vocabulary"


@dataclass(frozen=True, slots=True, kw_only=True)
class State:
    """A vocabulary at one time.

    `title` says which, as a reader knows it. `guide_broken` says that there is a guide which cannot be followed;
    `dangling` who refers to what is no concept here; `rest` what the records do not hold, by IRI.
    """

    title: str
    vocabulary: Vocabulary
    guides: tuple[Guide, ...] = ()
    guide_broken: bool = False
    dangling: Mapping[str, tuple[str, ...]]
    rest: Mapping[str, Said]


def state_of_files(path: Path, title: str = "") -> State:
    """Read the state of a folder or file; raises `UnreadableInput` and `UnfitVocabulary`."""
    return state_of(read([path]), path, title or str(path))


def state_of_revision(path: Path, revision: str) -> State:
    """Read what a folder or file was at a revision in git; raises `UsageError` too, where git cannot tell."""
    found = commit(path, revision)
    reading = read_revision([path], found.name)
    if not reading.files:
        raise UsageError(N_("There is nothing to read in {path} at {revision}."), path=path, revision=found.title)
    return state_of(reading, path, found.title)


def state_of(reading: Reading, path: Path, title: str) -> State:
    """Return the state that files as read describe."""
    with collector_off():
        vocabulary = _assembled(reading, path)
        broken = False
        try:
            guides = guides_of(reading, vocabulary)
        except UnfitVocabulary:
            guides, broken = (), True
        parts: frozenset[str] = frozenset().union(*(guide.parts for guide in guides))
        rest = remainder(reading.statements, vocabulary)
        return State(
            title=title,
            vocabulary=vocabulary,
            guides=guides,
            guide_broken=broken,
            dangling=referring(reading.statements, _unmet(vocabulary)),
            rest={iri: said for iri, said in rest.items() if iri not in parts},
        )


def _assembled(reading: Reading, path: Path) -> Vocabulary:
    try:
        return assemble(reading, VocabularyInput(path))
    except UnfitVocabulary:
        # A file may be called what no service could have as an address: that is no matter here.
        return assemble(reading, VocabularyInput(path, UNNAMED))


def _unmet(vocabulary: Vocabulary) -> Iterable[str]:
    """Yield what relations and replacements lead to and is no concept here."""
    for remark in vocabulary.remarks:
        if remark.finding is Finding.DANGLING:
            yield from remark.subjects
    known = {concept.iri for concept in vocabulary.concepts}
    yield from {iri for concept in vocabulary.concepts for iri in concept.replaced_by if iri not in known}
