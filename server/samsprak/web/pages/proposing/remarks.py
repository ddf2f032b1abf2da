"""Remarks beside the fields: what the rules find, what there is already, what cannot be followed, in plain words."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from samsprak.editing.draft import SLOTS, Draft
from samsprak.editing.folder import Folder
from samsprak.editing.hints import hints, hints_on_note, hints_on_term
from samsprak.editing.properties import LINKS, MEMBER, RELATED, SOURCE
from samsprak.editing.twins import SAME, twins
from samsprak.editing.underway import Fault
from samsprak.errors import N_, SamsprakError
from samsprak.language.messages import say
from samsprak.validation.findings import Finding
from samsprak.validation.rules import Severity
from samsprak.vocabulary.records import LabelKind
from samsprak.web.presentation import Link, Reader

# What the twins beside a field say better, with a link.
SAID_BY_TWINS = {"preflabel-unique", "altlabel-is-preflabel", "altlabel-shared", "label-near-duplicate"}
# So many terms of a field are looked up, and so many twins of each told.
LOOKED_UP, TOLD = 8, 3
PARTS = {
    **{predicate.value: "broader" for predicate in LINKS.values()},
    RELATED.value: "related",
    MEMBER.value: "facet",
    SOURCE.value: "source",
}
# What the properties are called in the form.
PROPERTIES = {
    "skos:prefLabel": N_("term"),
    "skos:altLabel": N_("other words"),
    "skos:hiddenLabel": N_("words to avoid"),
    "skos:definition": N_("definition"),
    "skos:scopeNote": N_("the note"),
    "skos:example": N_("example"),
    "skos:broader": N_("broader concept"),
    "skos:related": N_("“Compare with”"),
    "dcterms:source": N_("source"),
    "dcterms:isReplacedBy": N_("what replaces it"),
}
# Sentences of rules that say what an editor of files is to do, by what one does in the form instead.
INSTEAD = {
    "concept-reachable": N_("Write the broader concept, so that the term is found in the hierarchy."),
    "source-required": N_("Say where you have read the word: a source from the list, a web address or a new source."),
    "definition-required": N_("Write a definition in Swedish."),
    "preflabel-required": N_("Write the term."),
    "preflabel-unique": N_(
        "Another concept has this term already. Propose a change of that one, or add a word in brackets that tells "
        "them apart."
    ),
    "language-coverage": N_(
        "Nearly all other concepts have a term in English. Write it if there is an established one."
    ),
}
AT_THE_TOP = N_("Without a broader concept the term stands at the top of the hierarchy. Is that meant?")
# Where a rule's remark stands, if not at the first field of its property.
ELSEWHERE = {"language-coverage": "term_en"}
IN_BRACKETS = re.compile(r" \((?:skos|dcterms|adms|owl|iso-thes):\w+\)")
LANGUAGE = re.compile(r"(?<=[”\"])@[a-z]{2,3}\b")
PROPERTY = re.compile(r"\b(?:skos|dcterms|adms|owl|iso-thes):\w+")


class Weight(StrEnum):
    """How grave a remark is."""

    MUST = "must"
    LOOK = "look"
    EXISTS = "exists"


WEIGHTS = {Weight.MUST: N_("To correct"), Weight.LOOK: N_("Look again"), Weight.EXISTS: N_("Is here already")}


@dataclass(frozen=True, slots=True)
class Remark:
    """A sentence beside a field, and what it leads to; `field` is empty for the proposal as a whole."""

    field: str
    weight: Weight
    text: str
    link: Link | None = None

    @property
    def heading(self) -> str:
        """What the remark begins with, a message to translate."""
        return WEIGHTS[self.weight]


@dataclass(frozen=True, slots=True)
class Remarks:
    """All remarks, by field in order."""

    by_field: Mapping[str, Sequence[Remark]]

    @classmethod
    def of(cls, remarks: Iterable[Remark]) -> Remarks:
        """Sort remarks by field, each said once, the gravest first."""
        by_field: dict[str, list[Remark]] = {}
        for each in dict.fromkeys(remarks):
            by_field.setdefault(each.field, []).append(each)
        order = list(Weight)
        return cls({name: sorted(some, key=lambda each: order.index(each.weight)) for name, some in by_field.items()})

    def with_others(self, others: Remarks) -> Remarks:
        """Return these remarks and others, each said once."""
        return Remarks.of(each for remarks in (self, others) for each in (*remarks.to_correct, *remarks.others))

    def at(self, field: str) -> Sequence[Remark]:
        """Return the remarks beside a field."""
        return self.by_field.get(field, ())

    def grave(self, field: str) -> bool:
        """Tell whether a field must be corrected."""
        return any(each.weight is Weight.MUST for each in self.at(field))

    @property
    def to_correct(self) -> list[Remark]:
        """What must be corrected before anything is sent."""
        return [each for some in self.by_field.values() for each in some if each.weight is Weight.MUST]

    @property
    def others(self) -> list[Remark]:
        """What one should look at, but may send."""
        return [each for some in self.by_field.values() for each in some if each.weight is not Weight.MUST]


def of_fault(fault: Fault, lang: str) -> Remark:
    """Return what cannot be followed."""
    return Remark(fault.part, Weight.MUST, say(fault.template, lang, **dict(fault.values)))


def of_error(field: str, error: SamsprakError, lang: str) -> Remark:
    """Return what an error says, beside a field."""
    return Remark(field, Weight.MUST, say(error.template, lang, **error.values))


def of_findings(findings: Iterable[Finding], draft: Draft, reader: Reader, told: Iterable[str]) -> Iterator[Remark]:
    """Yield what the rules find; `told` are fields whose twins are told with links."""
    told = set(told)
    for each in findings:
        field = _field(each, draft)
        grave = each.severity is Severity.VIOLATION
        if each.rule.id in SAID_BY_TWINS and field in told and not grave:
            continue
        yield Remark(field, Weight.MUST if grave else Weight.LOOK, _plain(each, reader))


def of_others(findings: Iterable[Finding], reader: Reader) -> Iterator[Remark]:
    """Yield what the rules find in records that have no fields of their own in the form: each names its term."""
    for each in findings:
        weight = Weight.MUST if each.severity is Severity.VIOLATION else Weight.LOOK
        yield Remark("", weight, _worded(each.messages[reader.lang], reader))


def of_twins(folder: Folder, draft: Draft, iri: str, reader: Reader) -> Iterator[Remark]:
    """Yield what there is already under the terms that are typed."""
    for slot in SLOTS:
        if not slot.is_label:
            continue
        for text in draft.many(slot.name)[:LOOKED_UP]:
            try:
                found = [each for each in twins(folder, text, slot.lang) if each.iri != iri]
            except SamsprakError:
                continue
            for each in found[:TOLD]:
                told = N_("“{text}” is nearly the same as “{twin}”:")
                if each.likeness == SAME:
                    told = N_("“{text}” is here already, as the term of")
                    told = told if each.kind is LabelKind.PREFERRED else N_("“{text}” is here already, as a word for")
                sentence = say(told, reader.lang, text=text, twin=each.text)
                yield Remark(slot.name, Weight.EXISTS, sentence, reader.link(each.iri))


def of_hints(draft: Draft, lang: str, *, new: bool) -> Iterator[Remark]:
    """Yield what the form of a definition, a note and the terms of a new concept asks for besides the rules."""
    for name in ("definition_sv", "definition_en"):
        if draft.one(name):
            for template in hints(draft.one(name), name.rpartition("_")[2]):
                yield Remark(name, Weight.LOOK, say(template, lang))
    if new and not draft.many("broader"):
        yield Remark("broader", Weight.LOOK, say(AT_THE_TOP, lang))
    for template in hints_on_note(draft.one("scope_sv")):
        yield Remark("scope_sv", Weight.LOOK, say(template, lang))
    for name in ("term_sv", "also_sv", "term_en", "also_en") if new else ():
        for template in dict.fromkeys(each for text in draft.many(name)[:LOOKED_UP] for each in hints_on_term(text)):
            yield Remark(name, Weight.LOOK, say(template, lang))


def _field(finding: Finding, draft: Draft) -> str:
    """Return the field that a finding is about: by its property, and by the value where several have that."""
    if finding.rule.id in ELSEWHERE:
        return ELSEWHERE[finding.rule.id]
    if finding.path in PARTS:
        return PARTS[finding.path]
    slots = [slot for slot in SLOTS if slot.predicate.value == finding.path]
    for slot in slots:
        if any(slot.mark + " ".join(text.split()) == " ".join(finding.value.split()) for text in draft.many(slot.name)):
            return slot.name
    return slots[0].name if slots else ""


def _plain(finding: Finding, reader: Reader) -> str:
    """Return a rule's sentence as somebody understands it who sees the form and not the file."""
    lang = reader.lang
    if finding.rule.id in INSTEAD:
        return say(INSTEAD[finding.rule.id], lang)
    text = re.sub(r"^[”“\"][^”]{0,200}”: ", "", finding.messages[lang])
    return _worded(text, reader)


def _worded(text: str, reader: Reader) -> str:
    """Return a sentence with names and words in the place of short addresses and properties."""
    lang = reader.lang
    text = _with_names(LANGUAGE.sub("", IN_BRACKETS.sub("", text)), reader)
    return PROPERTY.sub(lambda found: say(PROPERTIES[found[0]], lang) if found[0] in PROPERTIES else found[0], text)


def _with_names(text: str, reader: Reader) -> str:
    """Put the names of concepts in the place of their short addresses."""

    def named(found: re.Match[str]) -> str:
        iri = reader.vocabulary.namespace + found[1]
        if not reader.vocabulary.holds(iri):
            return found[0]
        return f"”{reader.name(reader.vocabulary.resource(iri)).text}”"

    return re.sub(r"\bp:([\w-]+)", named, text)
