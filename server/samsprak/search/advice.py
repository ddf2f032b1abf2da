"""Advice: what to write where a text uses a word that is not the recommended one."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial

from samsprak.language.inflections import same_term
from samsprak.language.tags import best
from samsprak.search.annotation import Annotation
from samsprak.vocabulary.protocol import Vocabulary
from samsprak.vocabulary.records import Concept, LabelKind
from samsprak.vocabulary.succession import succession


@dataclass(frozen=True, slots=True)
class Advice:
    """The terms to choose among; `discouraged` where the word is advised against or its concept retired.

    Where it is not, the word is a synonym, and the advice is one of taste. `write` is empty where nothing replaces a
    retired concept.
    """

    write: tuple[str, ...]
    discouraged: bool


def advice(annotation: Annotation, vocabulary: Vocabulary, lang: str) -> Advice | None:
    """Return what to write instead of an annotated word, or None where it is the recommended term."""
    concept, kind = annotation.row.concept, annotation.row.kind
    if concept.retired:
        followed = succession(concept.iri, partial(_successors, vocabulary), partial(_in_use, vocabulary))
        successors = (vocabulary.resource(iri).preferred for iri in followed.finals)
        names = (best(labels, (lang, vocabulary.default_language)) for labels in successors)
        return Advice(tuple(name.text for name in names if name), discouraged=True)
    if kind is LabelKind.PREFERRED:
        return None
    name = best(concept.preferred, (annotation.row.label.lang or lang, vocabulary.default_language))
    discouraged = kind is LabelKind.HIDDEN and vocabulary.term_records
    if not name or (kind is LabelKind.HIDDEN and not discouraged):
        return None
    # A plural that is kept as a label of its own is no other word.
    if same_term(annotation.row.label.text, name.text, name.lang):
        return None
    return Advice((name.text,), discouraged)


def _successors(vocabulary: Vocabulary, iri: str) -> Sequence[str]:
    record = vocabulary.resource(iri)
    named = record.replaced_by if isinstance(record, Concept) else ()
    return [each for each in named if vocabulary.holds(each)]


def _in_use(vocabulary: Vocabulary, iri: str) -> bool:
    record = vocabulary.resource(iri)
    return not (isinstance(record, Concept) and record.retired)


def as_json(annotation: Annotation, written: str, term: str, instead: Advice | None) -> dict[str, object]:
    """Return an annotation of a text as programs read it: the text as `written` there, and the concept's `term`."""
    row = annotation.row
    return {
        "start": annotation.start,
        "end": annotation.end,
        "text": written,
        "uri": row.concept.iri,
        "vocab": row.vocabulary,
        "prefLabel": term,
        "matched": {"value": row.label.text, "lang": row.label.lang, "kind": row.kind.value},
        "how": annotation.closeness.name.lower(),
        "instead": list(instead.write) if instead else [],
        "discouraged": bool(instead and instead.discouraged),
    }
