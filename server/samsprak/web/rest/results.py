"""Results of a search as the field's clients read them, told truly as JSON-LD."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import NotRequired

from typing_extensions import TypedDict

from samsprak.language.tags import best, matches
from samsprak.search.rows import Row
from samsprak.vocabulary.protocol import Vocabulary
from samsprak.vocabulary.records import Concept, Label, LabelKind, MappingKind, NoteKind, Status
from samsprak.web.context import service
from samsprak.web.rest.classes import types_of
from samsprak.web.rest.replies import NOTATION, ONKI, context
from samsprak.web.rest.speech import SKOS_LABEL, Speech, Told

# A label that matches and is not the one that a result is called by.
MATCHED = {
    LabelKind.PREFERRED: ("matchedPrefLabel", "skos:prefLabel"),
    LabelKind.ALTERNATIVE: ("altLabel", "skos:altLabel"),
    LabelKind.HIDDEN: ("hiddenLabel", "skos:hiddenLabel"),
}
LINKS: dict[str, Callable[[Concept], Iterable[str]]] = {
    "broader": lambda concept: (link.iri for link in concept.broader),
    "narrower": lambda concept: concept.narrower,
    "related": lambda concept: concept.related,
    "inScheme": lambda concept: concept.schemes,
    "topConceptOf": lambda concept: concept.top_of,
}
LABELS: dict[str, Callable[[Concept], tuple[Label, ...]]] = {
    "altLabel": lambda concept: concept.alternative,
    "hiddenLabel": lambda concept: concept.hidden,
}
NOTES = frozenset(kind.value for kind in NoteKind)
MAPPINGS = frozenset(kind.value for kind in MappingKind)
# What `fields` may ask for besides.
FIELDS = ("prefLabel", *LABELS, *LINKS, *sorted(NOTES), *sorted(MAPPINGS))


class Result(TypedDict):
    """A concept that was found. `lang` is the language of the label that matched."""

    uri: str
    type: list[str]
    localname: str
    vocab: str
    prefLabel: NotRequired[str]
    lang: NotRequired[str]
    altLabel: NotRequired[str]
    hiddenLabel: NotRequired[str]
    matchedPrefLabel: NotRequired[str]
    notation: NotRequired[str]
    prefLabels: NotRequired[dict[str, str]]


@dataclass(frozen=True, slots=True)
class Wanted:
    """How results are told: the language of labels, empty for that of the label that matched, and further fields."""

    lang: str
    fields: tuple[str, ...] = ()


def result_context(wanted: Wanted, **terms: object) -> dict[str, object]:
    """Return the context of results under a key of their own."""
    names = dict(MATCHED.values())
    fields = {
        field: f"skos:{field}" for field in wanted.fields if field in FIELDS and field not in {"prefLabel", *names}
    }
    several = {f"{field}s": f"skos:{field}" for field in ("prefLabel", *LABELS) if field in wanted.fields}
    return {
        **context(
            wanted.lang,
            isothes="http://purl.org/iso25964/skos-thes#",
            onki=ONKI,
            prefLabel="skos:prefLabel",
            notation=NOTATION,
            **names,
            **fields,
            **{key: {"@id": predicate, "@container": "@language"} for key, predicate in several.items()},
            **terms,
        )
    }


def result(row: Row, wanted: Wanted) -> Told:
    """Return a label that was found, with its concept."""
    vocabulary = service().snapshot.vocabulary(row.vocabulary)
    concept, label = row.concept, row.label
    told: Told = {"uri": concept.iri, "type": types_of(concept), "localname": concept.id}
    preferred = best(concept.preferred, (wanted.lang or label.lang, label.lang))
    labels: dict[str, tuple[str, Label]] = {}
    if preferred:
        labels["prefLabel"] = ("skos:prefLabel", preferred)
    if label != preferred:
        key, predicate = MATCHED[row.kind]
        labels[key] = (predicate, label)
    told |= {key: each.text for key, (_, each) in labels.items()}
    told["lang"] = label.lang
    if concept.notations:
        told["notation"] = concept.notations[0]
    told["vocab"] = row.vocabulary
    others = {
        key: {"@id": predicate, "@language": each.lang or None}
        for key, (predicate, each) in labels.items()
        if each.lang != wanted.lang
    }
    if others:
        told["@context"] = others
    return told | _fields(Speech(vocabulary, wanted.lang), concept, wanted.fields)


def _fields(speech: Speech, concept: Concept, fields: Iterable[str]) -> Told:
    """Return the further fields that are asked for; those that nobody knows are ignored."""
    found: Told = {}
    for field in fields:
        if field == "prefLabel":
            found["prefLabels"] = {label.lang or "@none": label.text for label in concept.preferred}
        elif field in LABELS:
            found[f"{field}s"] = _by_language(LABELS[field](concept))
        elif field in LINKS:
            found[field] = [_linked(speech, iri) for iri in LINKS[field](concept)]
        elif field in NOTES:
            found[field] = _texts(speech, concept, NoteKind(field))
        elif field in MAPPINGS:
            found[field] = [{"uri": each.target} for each in concept.mappings if each.kind.value == field]
    return found


def _by_language(labels: Iterable[Label]) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for label in labels:
        found.setdefault(label.lang or "@none", []).append(label.text)
    return found


def _linked(speech: Speech, iri: str) -> Told:
    if not speech.vocabulary.holds(iri):
        return {"uri": iri}
    told = speech.named(speech.vocabulary.resource(iri))
    # Always its own language: the result around it may have stated one for this key.
    return {"@context": {"prefLabel": {"@id": SKOS_LABEL, "@language": told["lang"] or None}}} | told


def _texts(speech: Speech, concept: Concept, kind: NoteKind) -> list[object]:
    """Return notes in the language that is asked for; where none is, each with its own."""
    notes = concept.notes_of(kind)
    if speech.lang:
        return [note.text for note in notes if matches(note.lang, speech.lang)]
    return [{"@value": note.text, "@language": note.lang} if note.lang else note.text for note in notes]


def whole_labels(vocabulary: Vocabulary, text: str, lang: str, rows: Iterable[Row]) -> list[Row]:
    """Return the rows that a text names: by a preferred label as written, else whatever its capitals, else by another.

    Without a language, a preferred label in any language comes before the others.
    """
    offered = [row for row in rows if row.concept.status is not Status.WITHDRAWN]
    listed = [row for row in offered if not lang or matches(row.label.lang, lang)]
    own = vocabulary.default_language
    preferred = [row for row in listed if row.kind is LabelKind.PREFERRED]
    named = [row for row in preferred if lang or row.label.lang in {own, ""}]
    others = [row for row in listed if row.kind is LabelKind.ALTERNATIVE]
    for choice in (named, preferred, others):
        same = [row for row in choice if row.label.text.casefold() == text.casefold()]
        if same:
            return [row for row in same if row.label.text == text] or same
    return []
