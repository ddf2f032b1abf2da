"""Aspects: a record taken apart into what can change of it, and how two records differ."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import cache

from samsprak.editing.differences import Aspect, Change
from samsprak.vocabulary.guide import Answer, Guide, Question, Texts
from samsprak.vocabulary.records import Collection, Concept, Label, LabelKind, Resource, Scheme, Source
from samsprak.vocabulary.remainder import Said

# Aspect, language, detail.
Key = tuple[Aspect, str, str]
Values = dict[Key, tuple[str, ...]]
ORDER = {aspect: place for place, aspect in enumerate(Aspect)}
# How a list of texts is compared: as a set, but for what stands in an order.
ORDERED = frozenset({Aspect.ORDER, Aspect.ANSWERS})
# What a guide says of a suggestion, by its concept.
OF_SUGGESTIONS = frozenset({Aspect.NOTE, Aspect.SOURCE, Aspect.PLACE})
PARTS = {"array": Aspect.KIND, "ordered": Aspect.KIND}


def values_of(resource: Resource) -> Values:
    """Return what a record says, part by part."""
    found: dict[Key, list[str]] = {}
    for aspect, lang, detail, value in _said(resource):
        if value and not value.startswith("_:"):
            found.setdefault((aspect, lang, detail), []).append(value)
    return {key: tuple(values) for key, values in found.items()}


def changes(before: Mapping[Key, tuple[str, ...]], after: Mapping[Key, tuple[str, ...]]) -> tuple[Change, ...]:
    """Return what two sets of values do not share, in the order of aspects, languages as a reader has them."""
    found = []
    if not before or not after:
        # A whole record, of which there may be as many as a vocabulary has.
        found = [Change(key[0], before.get(key, ()), after.get(key, ()), key[1], key[2]) for key in before or after]
        return tuple(sorted(found, key=_place))
    for key in before.keys() | after.keys():
        old, new = before.get(key, ()), after.get(key, ())
        if old == new:
            continue
        aspect, lang, detail = key
        lost, gained = _without(old, new), _without(new, old)
        if aspect in ORDERED:
            # Members that came or went are told as such; what the others do is another matter.
            if aspect is Aspect.ANSWERS or _without(old, lost) != _without(new, gained):
                found.append(Change(aspect, old, new, lang, detail))
            continue
        if lost or gained:
            found.append(Change(aspect, lost, gained, lang, detail))
    return tuple(sorted(_not_carried(found, before, after), key=_place))


def rest_values(said: Said) -> Values:
    """Return what no record holds, by property."""
    found: Values = {}
    for predicate, value in sorted(said):
        key = (Aspect.OTHER, "", predicate)
        found[key] = (*found.get(key, ()), value)
    return found


def guide_values(guide: Guide) -> dict[str, tuple[Texts, Values]]:
    """Return what a guide says by the id of its parts, with what they are called: itself, questions and answers."""
    itself = _texts(Aspect.PREFERRED, guide.title) | _texts(Aspect.DESCRIPTION, guide.introduction)
    itself |= _one(Aspect.LEADS_TO, guide.first) | _listed(Aspect.ORDER, guide.groups)
    itself |= _listed(Aspect.MEMBER, sorted(guide.groups))
    found: dict[str, tuple[Texts, Values]] = {"": (guide.title, itself)}
    for question in guide.questions:
        found[question.id] = question.text, _question(question)
        for answer in question.answers:
            found[answer.id] = answer.text, _answer(answer)
    return found


def _not_carried(found: list[Change], before: Mapping[Key, object], after: Mapping[Key, object]) -> Iterator[Change]:
    """Yield changes but for the reasons that a guide gives, word for word, for a concept in the place of another."""
    gone, come = set(), set()
    for each in found:
        if each.detail and each.aspect in OF_SUGGESTIONS:
            key = (each.aspect, each.lang, each.detail)
            if key not in after:
                gone.add((each.aspect, each.lang, each.lost))
            if key not in before:
                come.add((each.aspect, each.lang, each.gained))
    for each in found:
        said = (each.aspect, each.lang, each.lost or each.gained)
        if not (each.detail and said in gone & come and not (each.lost and each.gained)):
            yield each


def _place(change: Change) -> tuple[int, bool, str, str]:
    return ORDER[change.aspect], change.lang != "sv", change.lang, change.detail


def _without(values: tuple[str, ...], others: tuple[str, ...]) -> tuple[str, ...]:
    taken = set(others)
    return tuple(value for value in values if value not in taken)


@cache
def _of_name(name: str) -> Aspect:
    return Aspect(name)


def _said(resource: Resource) -> Iterator[tuple[Aspect, str, str, str]]:
    yield from _labels(Aspect.PREFERRED, resource.preferred)
    for note in resource.notes:
        yield _of_name(note.kind.value), note.lang, "", note.text
        for source in note.sources:
            yield Aspect.NOTE_SOURCE, note.lang, note.kind.value, source
    history = resource.history
    yield Aspect.CREATED, "", "", history.created
    yield Aspect.MODIFIED, "", "", history.modified
    yield Aspect.ACCEPTED, "", "", history.accepted
    yield Aspect.VALID, "", "", history.valid
    yield from ((Aspect.CLASS, "", "", iri) for iri in resource.classes)
    if not isinstance(resource, Scheme | Source):
        yield from ((Aspect.DECIDED_BY, "", "", agent.name or agent.iri) for agent in history.decided_by)
    if isinstance(resource, Concept):
        yield from _said_of_concept(resource)
    elif isinstance(resource, Collection):
        yield from _said_of_collection(resource)
    elif isinstance(resource, Scheme):
        yield from _said_of_scheme(resource)
    elif isinstance(resource, Source):
        yield from _labels(Aspect.DESCRIPTION, resource.descriptions)
        yield from ((Aspect.PUBLISHER, "", "", agent.name or agent.iri) for agent in resource.publishers)
        yield Aspect.ISSUED, "", "", resource.issued
        yield from _each(Aspect.PAGE, resource.pages)


def _said_of_concept(concept: Concept) -> Iterator[tuple[Aspect, str, str, str]]:
    yield from _labels(_of_name(LabelKind.ALTERNATIVE.value), concept.alternative)
    yield from _labels(_of_name(LabelKind.HIDDEN.value), concept.hidden)
    for link in concept.broader:
        yield Aspect.BROADER, "", link.hierarchy.value, link.iri
    for mapping in concept.mappings:
        yield Aspect.MAPPING, "", mapping.kind.value, mapping.target
    yield from _each(Aspect.RELATED, concept.related)
    yield from _each(Aspect.NOTATION, concept.notations)
    yield from _each(Aspect.SEE_ALSO, concept.see_also)
    yield from _each(Aspect.SOURCE, concept.sources)
    yield from _each(Aspect.SCHEME, concept.schemes)
    yield from _each(Aspect.TOP, concept.top_of)
    yield from _each(Aspect.COLLECTION, concept.member_of)
    yield from _each(Aspect.REPLACED_BY, concept.replaced_by)
    yield from _each(Aspect.REPLACES, concept.replaces)
    yield Aspect.STATUS, "", "", concept.status.value if concept.status else ""


def _said_of_collection(collection: Collection) -> Iterator[tuple[Aspect, str, str, str]]:
    yield from _each(Aspect.MEMBER, sorted(collection.members))
    if collection.ordered:
        yield from _each(Aspect.ORDER, collection.members)
    yield from ((Aspect.KIND, "", "", name) for name in PARTS if getattr(collection, name))
    yield from _each(Aspect.COLLECTION, collection.member_of)
    yield from _each(Aspect.SCHEME, collection.schemes)
    yield from _each(Aspect.NOTATION, collection.notations)
    yield from _each(Aspect.SOURCE, collection.sources)


def _said_of_scheme(scheme: Scheme) -> Iterator[tuple[Aspect, str, str, str]]:
    yield from _labels(Aspect.DESCRIPTION, scheme.descriptions)
    yield from ((Aspect.PUBLISHER, "", "", agent.name or agent.iri) for agent in scheme.publishers)
    yield from _each(Aspect.LICENCE, scheme.licences)
    yield Aspect.VERSION, "", "", scheme.version
    yield from _each(Aspect.CONFORMS, scheme.conforms_to)


def _labels(aspect: Aspect, labels: Iterable[Label]) -> Iterator[tuple[Aspect, str, str, str]]:
    return ((aspect, label.lang, "", label.text) for label in labels)


def _each(aspect: Aspect, values: Iterable[str]) -> Iterator[tuple[Aspect, str, str, str]]:
    return ((aspect, "", "", value) for value in values)


def _texts(aspect: Aspect, texts: Texts, detail: str = "") -> Values:
    found: Values = {}
    for text in texts:
        key = (aspect, text.lang, detail)
        found[key] = (*found.get(key, ()), text.text)
    return found


def _one(aspect: Aspect, value: str) -> Values:
    return {(aspect, "", ""): (value,)} if value else {}


def _listed(aspect: Aspect, values: Iterable[str], detail: str = "") -> Values:
    listed = tuple(values)
    return {(aspect, "", detail): listed} if listed else {}


def _question(question: Question) -> Values:
    told = _texts(Aspect.PREFERRED, question.text) | _texts(Aspect.HELP, question.help)
    return told | _listed(Aspect.ANSWERS, (answer.id for answer in question.answers))


def _answer(answer: Answer) -> Values:
    told = _texts(Aspect.PREFERRED, answer.text) | _texts(Aspect.HELP, answer.explanation)
    told |= _one(Aspect.LEADS_TO, answer.leads_to)
    if answer.citation:
        told |= _listed(Aspect.SOURCE, [answer.citation.source]) | _texts(Aspect.PLACE, answer.citation.place)
    found: dict[Key, list[str]] = {key: list(values) for key, values in told.items()}
    for each in answer.suggestions:
        condition = " ".join((each.certainty.value, *sorted(each.given)))
        found.setdefault((Aspect.SUGGESTION, "", condition), []).append(each.concept)
        for reason in each.reason:
            found.setdefault((Aspect.NOTE, reason.lang, each.concept), []).append(reason.text)
        found.setdefault((Aspect.SOURCE, "", each.concept), []).append(each.citation.source)
        for place in each.citation.place:
            found.setdefault((Aspect.PLACE, place.lang, each.concept), []).append(place.text)
    for point in answer.open_points:
        for text in point.text:
            found.setdefault((Aspect.OPEN_POINT, text.lang, " ".join(sorted(point.given))), []).append(text.text)
        found.setdefault((Aspect.SOURCE, "", "open"), []).append(point.citation.source)
        for place in point.citation.place:
            found.setdefault((Aspect.PLACE, place.lang, "open"), []).append(place.text)
    return {key: tuple(sorted(values)) for key, values in found.items()}
