"""A concept's record as its page shows it: the notes in parts, and where the concept stands."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from samsprak.language.collation import sort_key
from samsprak.language.sentences import sentences
from samsprak.language.tags import primary
from samsprak.vocabulary.protocol import Vocabulary
from samsprak.vocabulary.records import Concept, Label, Note, NoteKind
from samsprak.web.addresses import segment
from samsprak.web.pages.collections.report_table import Table, tables_with
from samsprak.web.pages.records.place import Place, place_of
from samsprak.web.pages.texts.notes import Cases, Guidance, cases, guidance
from samsprak.web.pages.texts.references import Reference, matches, references
from samsprak.web.presentation import Link, Reader

# Where a discouraged term is explained, the likeliest first.
EXPLAINING = (NoteKind.HISTORY, NoteKind.CHANGE, NoteKind.SCOPE)


@dataclass(frozen=True, slots=True)
class Discouraged:
    """A term advised against, and the sentence that says why; empty where none names it."""

    label: Label
    why: str
    lang: str


@dataclass(frozen=True, slots=True)
class TermRecord:
    """What the page of a concept shows beside its terms.

    `related` has each concept with the address of a comparison, `other_languages` those of notes in another language.
    """

    definitions: Sequence[Note]
    scope: Sequence[Guidance]
    cases: Cases
    discouraged: Sequence[Discouraged]
    related: Sequence[tuple[Link, str]]
    place: Place
    tables: Sequence[Table]
    sources: Sequence[Reference]
    matches: Sequence[tuple[str, list[Link]]]
    other_languages: Sequence[str]


def term_record(reader: Reader, concept: Concept, vocabularies: Mapping[str, Vocabulary]) -> TermRecord:
    """Return the record of a concept for a reader; `vocabularies` are all that are loaded."""
    notes = concept.notes
    definitions = reader.texts(notes, NoteKind.DEFINITION)
    scope = reader.texts(notes, NoteKind.SCOPE)
    examples = reader.texts(notes, NoteKind.EXAMPLE)
    tables = tables_with(reader, concept) if concept.member_of else []
    in_tables = [row.iri for table in tables for row in table.rows]
    return TermRecord(
        definitions,
        [guidance(note) for note in scope],
        cases(examples),
        [_discouraged(reader, concept, label) for label in reader.labels(concept.hidden)]
        if reader.vocabulary.term_records
        else (),
        _related(reader, concept),
        place_of(reader, concept, in_tables),
        tables,
        references(reader, concept.sources),
        matches(reader, concept.mappings, vocabularies),
        _other_languages((*definitions, *scope, *examples), reader.lang),
    )


def _related(reader: Reader, concept: Concept) -> list[tuple[Link, str]]:
    """Return the concepts to compare with, in alphabetical order, each with the address of the comparison."""
    if not concept.related:
        return []
    comparison = reader.addresses.comparison(reader.vocabulary.id, reader.lang, (concept.id,))
    others = map(reader.vocabulary.concept, concept.related)
    found = [(reader.link(other.iri), f"{comparison}&concept={segment(other.id)}") for other in others]
    return sorted(found, key=lambda pair: sort_key(pair[0].text, reader.shown))


def _discouraged(reader: Reader, concept: Concept, label: Label) -> Discouraged:
    for kind in EXPLAINING:
        for note in reader.texts(concept.notes, kind):
            for sentence in sentences(note.text):
                if label.text.casefold() in sentence.text.casefold():
                    return Discouraged(label, sentence.text, note.lang)
    return Discouraged(label, "", "")


def _other_languages(notes: Iterable[Note], lang: str) -> list[str]:
    return list(dict.fromkeys(note.lang for note in notes if note.lang and primary(note.lang) != lang))
