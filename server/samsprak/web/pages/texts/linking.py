"""Terms in definitions and notes as links to their concepts, with the definitions that show on hover and focus."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import cast

from flask import current_app
from markupsafe import Markup

from samsprak.search.annotation import Annotation, Annotator
from samsprak.search.closeness import Closeness
from samsprak.vocabulary.records import Concept, Note, NoteKind, Resource
from samsprak.web.context import service
from samsprak.web.keeping import Kept
from samsprak.web.markup import as_tag, escaped
from samsprak.web.presentation import Reader

EXTENSION = "samsprak.linking"
# Texts kept in every worker, some 1 kB each: finding the terms costs more than the page.
MOST = 8192
# A definition that shows on hover is cut after so many characters.
LONGEST = 400
TextsKept = Kept[tuple[str, str, str, str, tuple[Note, ...]], Markup]


def linked_paragraphs(reader: Reader, resource: Resource, notes: Iterable[Note]) -> Markup:
    """Return notes of a record, a paragraph each, in which the first mention of each other concept is a link."""
    kept = cast(TextsKept, current_app.extensions[EXTENSION])
    snapshot, text = service().snapshot, tuple(notes)
    key = (snapshot.version, reader.vocabulary.id, resource.iri, reader.lang, text)
    return kept.get(key, lambda: _linked(reader, resource, text, snapshot.index.annotator))


def _linked(reader: Reader, resource: Resource, notes: Iterable[Note], annotator: Annotator) -> Markup:
    seen = {resource.iri}
    written = [_paragraph(reader, note, _first_mentions(note, reader, annotator, seen)) for note in notes]
    return Markup("".join(written))  # noqa: S704 - every part is escaped


def _first_mentions(note: Note, reader: Reader, annotator: Annotator, seen: set[str]) -> Iterator[Annotation]:
    """Yield where a concept not seen is named first, and note it; a word that only ends in a term does not name it."""
    for each in annotator.annotate(note.text, note.lang, reader.vocabulary.id):
        iri = each.row.concept.iri
        if iri not in seen and each.closeness is not Closeness.PART:
            seen.add(iri)
            yield each


def _paragraph(reader: Reader, note: Note, mentions: Iterable[Annotation]) -> str:
    parts = []
    place = 0
    for each in mentions:
        parts += [escaped(note.text[place : each.start]), _link(reader, each, note.text[each.start : each.end])]
        place = each.end
    return f"<p{as_tag(note.lang, reader.lang)}>{''.join(parts)}{escaped(note.text[place:])}</p>\n"


def _link(reader: Reader, found: Annotation, text: str) -> str:
    concept = found.row.concept
    return f'<a class="named" href="{escaped(reader.address(concept))}"{_data(reader, concept)}>{escaped(text)}</a>'


def _data(reader: Reader, concept: Concept) -> str:
    """Return the definition as the script finds it, and its language where that is not the page's."""
    definition = next(iter(reader.texts(concept.notes, NoteKind.DEFINITION)), None)
    if definition is None:
        return ""
    text = definition.text if len(definition.text) <= LONGEST else f"{definition.text[:LONGEST].rstrip()}…"
    tag = as_tag(definition.lang, reader.lang).replace("lang", "data-lang", 1)
    return f' data-definition="{escaped(text)}"{tag}'
