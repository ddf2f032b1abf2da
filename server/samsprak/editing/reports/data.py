"""A comparison as JSON, for programs: docs/cli.md describes the form, which only grows."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Iterator
from typing import Any

from samsprak.editing.differences import Change, Comparison, Difference, Happening
from samsprak.editing.reports.consequences import sentence
from samsprak.editing.reports.entries import Writer
from samsprak.vocabulary.records import Label, Resource
from samsprak.vocabulary.states import State

VERSION = 1


def as_json(comparison: Comparison, lang: str, preview: str = "") -> Iterator[str]:
    """Yield a comparison in pieces of text; the sentences of consequences are in one language, the rest in none.

    A difference is a piece: the whole of two vocabularies that have nothing in common would take gigabytes.
    """
    writer = Writer(comparison, lang, preview)
    counts = Counter(happening for each in comparison.differences for happening in each.happenings)
    whole = {
        "version": VERSION,
        "language": lang,
        "base": _state(comparison.base),
        "head": _state(comparison.head),
        "counts": {happening.value: counts[happening] for happening in Happening if counts[happening]},
        "alarms": sum(each.alarming for each in comparison.differences),
    }
    yield _written(whole).removesuffix("\n}") + ',\n "differences": ['
    for number, each in enumerate(comparison.differences):
        told = _written(_difference(each, comparison, writer, lang)).replace("\n", "\n  ")
        yield (",\n  " if number else "\n  ") + told
    yield ("\n ]" if comparison.differences else "]") + "\n}"


def _written(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, indent=1)


def _state(state: State) -> dict[str, Any]:
    return {"title": state.title, "digest": state.vocabulary.digest, "concepts": len(state.vocabulary.concepts)}


def _difference(each: Difference, comparison: Comparison, writer: Writer, lang: str) -> dict[str, Any]:
    told: dict[str, Any] = {
        "uri": each.iri,
        "sort": each.sort.value,
        "happenings": [happening.value for happening in each.happenings],
        "names": _labels(each.names),
        "before": _names(each.before),
        "after": _names(each.after),
        "changes": [_change(change) for change in each.changes],
        "consequences": [
            {
                "effect": one.effect.value,
                "alarming": one.effect.alarming,
                "about": list(one.about),
                "texts": list(one.texts),
                "n": one.n or len(one.about),
                "message": "".join(piece.text for piece in sentence(one, lang, writer.reference)),
            }
            for one in each.consequences
        ],
    }
    if each.successors:
        told |= {"replacedBy": list(each.successors), "mergedWith": list(each.together)}
    if Happening.MOVED in each.happenings:
        told["paths"] = {
            "before": [list(way) for way in comparison.base.vocabulary.paths(each.iri)],
            "after": [list(way) for way in comparison.head.vocabulary.paths(each.iri)],
        }
    return told


def _names(record: Resource | None) -> dict[str, Any] | None:
    return None if record is None else {"id": record.id, "prefLabel": _labels(record.preferred)}


def _labels(labels: Iterable[Label]) -> list[dict[str, str]]:
    return [{"value": label.text, "lang": label.lang} for label in labels]


def _change(change: Change) -> dict[str, Any]:
    told: dict[str, Any] = {"aspect": change.aspect.value}
    if change.lang:
        told["lang"] = change.lang
    if change.detail:
        told["detail"] = change.detail
    return told | {"lost": list(change.lost), "gained": list(change.gained)}
