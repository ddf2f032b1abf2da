"""Concepts side by side: what each record says under the same headings, and the words that tell them apart."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from samsprak.errors import N_
from samsprak.language.differences import Difference, Span, difference
from samsprak.language.messages import say
from samsprak.language.sentences import Sentence, sentences
from samsprak.language.tags import primary
from samsprak.search.annotation import Annotator
from samsprak.search.closeness import Closeness
from samsprak.search.snippets import Piece, pieces
from samsprak.vocabulary.kinship import kinship
from samsprak.vocabulary.records import Collection, Concept, Note, NoteKind
from samsprak.web.pages.collections.report_table import tables_with
from samsprak.web.presentation import Link, Reader

FEWEST, MOST = 2, 4


@dataclass(frozen=True, slots=True)
class Text:
    """A text in pieces, those marked that tell it from the others, and its language."""

    pieces: tuple[Piece, ...]
    lang: str = ""

    @property
    def marked(self) -> str:
        """What is marked, for who does not see it."""
        return "; ".join(piece.text for piece in self.pieces if piece.marked)


@dataclass(frozen=True, slots=True)
class Cell:
    """What one record says under a heading: texts, links, or links under headings of their own."""

    texts: tuple[Text, ...] = ()
    links: tuple[Link, ...] = ()
    groups: tuple[tuple[str, tuple[Link, ...]], ...] = ()

    @property
    def empty(self) -> bool:
        """Whether the record says nothing here."""
        return not (self.texts or self.links or self.groups)


@dataclass(frozen=True, slots=True)
class Row:
    """A heading and what each record says under it; `note` explains.

    `kind` is how the cells are shown: as a `definition`, `texts`, `links`, `groups`, or a `way` down.
    """

    heading: str
    kind: str
    cells: tuple[Cell, ...]
    note: str = ""

    @property
    def same(self) -> bool:
        """Whether all records say the same."""
        return all(cell == self.cells[0] for cell in self.cells[1:])

    @property
    def empty(self) -> bool:
        """Whether no record says anything."""
        return all(cell.empty for cell in self.cells)


@dataclass(frozen=True, slots=True)
class Comparison:
    """Who compares which concepts; `facets` are the IRIs of the vocabulary's."""

    reader: Reader
    concepts: tuple[Concept, ...]
    annotator: Annotator
    facets: Sequence[str]

    def rows(self) -> list[Row]:
        """Return the headings under which any of the records says something."""
        return [row for row in self._rows() if not row.empty]

    def _rows(self) -> Iterator[Row]:
        yield self._definitions()
        yield self._row(N_("Choosing between them"), "texts", self._choosing)
        yield self._row(N_("Examples"), "texts", lambda each: self._notes(each, NoteKind.EXAMPLE))
        yield self._row(N_("Also called"), "texts", self._alternatives)
        yield from self._places()
        yield self._row(N_("Facet"), "links", lambda each: self._collections(each, facets=True))
        yield self._row(N_("In the same table"), "groups", self._table)
        yield self._row(N_("Stands in"), "links", lambda each: self._collections(each, facets=False))
        yield self._row(N_("In other languages"), "texts", self._other_languages)
        yield self._row(N_("Sources"), "links", lambda each: Cell(links=tuple(self.reader.sources(each.sources))))

    def _row(self, heading: str, kind: str, cell: Callable[[Concept], Cell], note: str = "") -> Row:
        return Row(say(heading, self.reader.lang), kind, tuple(cell(concept) for concept in self.concepts), note)

    def _definitions(self) -> Row:
        """Return the definitions, the words marked that set them apart where they are in one language."""
        chosen = [self._first(concept, NoteKind.DEFINITION) for concept in self.concepts]
        notes = [note for note in chosen if note]
        compared = _compared(notes)
        spans = iter(compared.spans if compared and compared.alike else [()] * len(notes))
        cells = tuple(_text_cell(note, next(spans)) if note else Cell() for note in chosen)
        return Row(
            say(N_("Definition"), self.reader.lang), "definition", cells, self._shared(compared) if compared else ""
        )

    def _shared(self, compared: Difference) -> str:
        if not any(compared.spans):
            return ""
        message = N_("In common: {words}. Marked: what only one of them says.")
        if not compared.alike:
            message = N_("They have no word in common.")
        elif not compared.shared:
            message = N_("Marked: what only one of them says.")
        return say(message, self.reader.lang, words=" · ".join(compared.shared))

    def _first(self, concept: Concept, kind: NoteKind) -> Note | None:
        return next(iter(self.reader.texts(concept.notes, kind)), None)

    def _choosing(self, concept: Concept) -> Cell:
        """Return how the scope notes begin, and their sentences that name any of the other concepts."""
        others = {each.iri for each in self.concepts if each is not concept}
        notes = self.reader.texts(concept.notes, NoteKind.SCOPE)
        return Cell(tuple(text for note in notes for text in self._sentences_to_choose_by(note, others)))

    def _sentences_to_choose_by(self, note: Note, others: set[str]) -> Iterator[Text]:
        found = self.annotator.annotate(note.text, note.lang, self.reader.vocabulary.id)
        spans = [
            (each.start, each.end)
            for each in found
            if each.row.concept.iri in others and each.closeness is not Closeness.PART
        ]
        for number, sentence in enumerate(sentences(note.text)):
            within = _within(sentence, spans)
            if within:
                yield Text(pieces(sentence.text, within), note.lang)
            elif number == 0:
                yield Text((Piece(_first_clause(sentence.text)),), note.lang)

    def _notes(self, concept: Concept, kind: NoteKind) -> Cell:
        return Cell(tuple(Text((Piece(note.text),), note.lang) for note in self.reader.texts(concept.notes, kind)))

    def _alternatives(self, concept: Concept) -> Cell:
        return Cell(tuple(Text((Piece(label.text),), label.lang) for label in self.reader.labels(concept.alternative)))

    def _other_languages(self, concept: Concept) -> Cell:
        spoken = self.reader.other_languages(concept)
        return Cell(tuple(Text((Piece(label.text),), label.lang) for each in spoken for label in each.terms))

    def _places(self) -> Iterator[Row]:
        """Yield the ways down from the nearest concept above all, and what divides that where the ways part."""
        found = kinship(self.reader.vocabulary, [concept.iri for concept in self.concepts])
        if max(map(len, found.ways)) > 1:
            ways = tuple(Cell(links=tuple(map(self.reader.link, way))) for way in found.ways)
            heading = say(N_("Place in the hierarchy"), self.reader.lang)
            yield Row(heading, "way", ways, self._kinship_in_words(found.common))
        steps = [way[1] if found.common and len(way) > 1 else "" for way in found.ways]
        divisions = tuple(Cell(links=self._divisions(step)) for step in steps)
        yield Row(say(N_("Divided by"), self.reader.lang), "links", divisions)

    def _kinship_in_words(self, common: str) -> str:
        if not common:
            return say(N_("They have no broader concept in common."), self.reader.lang)
        compared = any(concept.iri == common for concept in self.concepts)
        message = N_("{term} is the broader of them.") if compared else N_("Nearest in common: {term}.")
        return say(message, self.reader.lang, term=self.reader.link(common).text)

    def _divisions(self, iri: str) -> tuple[Link, ...]:
        """Return the characteristics of division that a concept stands in."""
        if not iri:
            return ()
        held_by = self.reader.vocabulary.concept(iri).member_of
        return tuple(self.reader.links(each.iri for each in self._records(held_by) if each.array))

    def _collections(self, concept: Concept, *, facets: bool) -> Cell:
        """Return the facets that a concept stands in, or the other collections that are neither division nor table."""
        found = [
            each.iri
            for each in self._records(concept.member_of)
            if (each.iri in self.facets) is facets and (facets or not (each.array or self._is_row(each)))
        ]
        return Cell(links=tuple(self.reader.links(found)))

    def _table(self, concept: Concept) -> Cell:
        """Return what stands on the rows of tables with a concept, by column."""
        groups: dict[str, dict[str, Link]] = {}
        for table in tables_with(self.reader, concept):
            for row in table.rows:
                for column, cell in zip(table.columns, row.cells, strict=True):
                    others = {entry.link.address: entry.link for entry in cell if not entry.here}
                    groups.setdefault(column.link.text, {}).update(others)
        return Cell(groups=tuple((column, tuple(links.values())) for column, links in groups.items() if links))

    def _is_row(self, collection: Collection) -> bool:
        """Tell whether a collection is part of an ordered one, as the rows of a table are."""
        return any(each.ordered for each in self._records(collection.member_of))

    def _records(self, iris: Iterable[str]) -> Iterator[Collection]:
        for iri in iris:
            record = self.reader.vocabulary.resource(iri)
            if isinstance(record, Collection):
                yield record


def _compared(notes: Sequence[Note]) -> Difference | None:
    """Return how notes differ, where there are several in one language."""
    if len(notes) < FEWEST or len({primary(note.lang) for note in notes}) > 1:
        return None
    return difference([note.text for note in notes], notes[0].lang)


def _text_cell(note: Note, spans: Sequence[Span]) -> Cell:
    return Cell((Text(pieces(note.text, spans), note.lang),))


def _first_clause(sentence: str) -> str:
    """Return a sentence up to its first semicolon, with a sign that it goes on."""
    clause, more, _ = sentence.partition(";")
    return f"{clause} …" if more else sentence


def _within(sentence: Sentence, spans: Iterable[Span]) -> list[Span]:
    """Return the spans of a text that lie in a sentence, as offsets there."""
    return [(a - sentence.start, b - sentence.start) for a, b in spans if sentence.start <= a and b <= sentence.end]
