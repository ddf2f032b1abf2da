"""Folders: a vocabulary as its files have it, with the records that they describe."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from samsprak.errors import N_, Problem, UnreadableInput, UsageError
from samsprak.settings import VocabularyInput, project_folder
from samsprak.validation.rules import Profile
from samsprak.vocabulary.formatting import SCHEME_FILE, Source, read_sources
from samsprak.vocabulary.loader import assemble
from samsprak.vocabulary.protocol import Vocabulary
from samsprak.vocabulary.reader import Reading, read
from samsprak.vocabulary.survey import Survey, survey

# What the vocabulary is called here; the service's own rules for ids do not matter to an editor.
ANY_ID = "vocabulary"


@dataclass(frozen=True, slots=True)
class Folder:
    """The files by their path within the folder, what their form depends on, and the records."""

    path: Path
    sources: Mapping[str, Source]
    known: Survey
    vocabulary: Vocabulary
    reading: Reading

    @property
    def profile(self) -> Profile:
        """The rules that the vocabulary is checked with: those of a term record where it says that it has such."""
        own = self.path.resolve() == project_folder("vocab").resolve()
        return Profile.RECORD if own or self.vocabulary.term_records else Profile.THESAURUS

    @property
    def language(self) -> str:
        """The language that notes are written in: Swedish where the vocabulary has terms in it."""
        languages = {tag.partition("-")[0] for tag in self.vocabulary.languages}
        return "sv" if not languages or "sv" in languages else "en"

    def name_of(self, iri: str) -> str:
        """Return what a record is called, else its IRI."""
        return self.known.names.get(iri) or iri


def read_folder(path: Path) -> Folder:
    """Read the vocabulary in a folder. Raises `UsageError` where it is none, `UnreadableInput`, `UnfitVocabulary`."""
    if not _is_folder(path):
        raise UsageError(N_("{path} is no folder. Name the folder of the vocabulary, such as vocab/."), path=path)
    _refuse_part(path)
    problems: list[Problem] = []
    sources = read_sources([path], problems)
    if problems:
        raise UnreadableInput(tuple(problems))
    known = survey((each.path, each.statements) for each in sources.values())
    reading = read([path])
    vocabulary = assemble(reading, VocabularyInput(path, ANY_ID))
    named = {each.path.relative_to(path).as_posix(): each for each in sources.values()}
    return Folder(path, named, known, vocabulary, reading)


def _refuse_part(path: Path) -> None:
    """Raise `UsageError` for a part of a vocabulary: what refers to its records from outside would not follow."""
    real = path.resolve()
    if not (real / SCHEME_FILE).is_file():
        for parent in real.parents:
            if (parent / SCHEME_FILE).is_file():
                template = N_("{path} is only a part of a vocabulary. Name the whole folder: {whole}.")
                raise UsageError(template, path=path, whole=parent)


def _is_folder(path: Path) -> bool:
    try:
        return path.is_dir()
    except (OSError, ValueError):  # a name that is too long or holds NUL
        return False
