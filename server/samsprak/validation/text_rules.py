"""Rules on text that SHACL cannot say: Unicode, words, languages. Same form as the shapes, same findings."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection, Iterator

import pyoxigraph as ox
from babel import Locale

from samsprak.language.folding import without_case
from samsprak.language.tags import matches, primary
from samsprak.validation.engine import key_of
from samsprak.validation.findings import Raw
from samsprak.validation.rules import Profile
from samsprak.validation.text_rulebook import CASE_TWINS, CIRCULAR, CONTROL, LOWERCASE, NFC, UNKNOWN_LANGUAGE
from samsprak.vocabulary.namespaces import OWL, RDF, SKOS

LABELS = tuple(SKOS + name for name in ("prefLabel", "altLabel", "hiddenLabel"))
NOTES = tuple(
    SKOS + name for name in ("definition", "scopeNote", "example", "historyNote", "changeNote", "editorialNote", "note")
)
DEFINITION = SKOS + "definition"
# Joiners are part of the spelling after letters that have no case (Arabic, Persian, Indic scripts).
JOINERS, UNCASED = "\u200c\u200d", frozenset({"Lo", "Mn", "Mc"})
WORD = re.compile(r"[^\W\d_]+(?:[-'’][^\W\d_]+)*")
QUALIFIER = re.compile(r"\s*\([^)]*\)\s*$")
LEADING_PARENTHESIS = re.compile(r"^\s*\([^)]*\)\s*")
WITHIN_SENTENCE = re.compile(r"(?<=[a-zåäö,] )[A-ZÅÄÖ][a-zåäöé]+")
# Languages that a tag may name though CLDR has no name for them: private use and those not of one language (BCP 47),
# sign languages and the varieties of Romani in Sweden.
SPECIAL_LANGUAGES = frozenset(
    {"mis", "mul", "und", "zxx", "x", "i", "sgn", "swl", "fss", "rmf", "rmu", "rmy", "rmn", "rml", "sje", "sju"}
)

Literals = list[tuple[str, str, ox.Literal]]


def run(store: ox.Store, profile: Profile = Profile.RECORD, only: Collection[str] | None = None) -> Iterator[Raw]:
    """Yield what the text rules of a profile find in a graph as read; with `only`, of those resources."""
    if profile is Profile.SKOS:
        return
    labels = _literals(store, LABELS)
    concepts = _concepts(store)
    yield from (raw for raw in _case_twins(concepts - _retired(store), labels) if only is None or raw.focus in only)
    if profile is Profile.THESAURUS:
        return
    notes = _literals(store, NOTES)
    asked = [entry for entry in (*labels, *notes) if only is None or entry[0] in only]
    definitions = [entry for entry in asked if entry[1] == DEFINITION and entry[0] in concepts]
    for check in (_unicode, _languages):
        yield from check(asked)
    yield from _lowercase(definitions, labels, notes)
    yield from _circular(definitions, asked)


def _literals(store: ox.Store, predicates: tuple[str, ...]) -> Literals:
    """Return subject, property and text; a note that is a node gives its `rdf:value`."""
    found: Literals = []
    for predicate in predicates:
        for quad in store.quads_for_pattern(None, ox.NamedNode(predicate), None):
            if isinstance(quad.object, ox.Literal):
                found.append((key_of(quad.subject), predicate, quad.object))
            elif isinstance(quad.object, ox.NamedNode | ox.BlankNode):
                found += [
                    (key_of(quad.subject), predicate, inner.object)
                    for inner in store.quads_for_pattern(quad.object, ox.NamedNode(RDF + "value"), None)
                    if isinstance(inner.object, ox.Literal)
                ]
    return found


def _unicode(literals: Literals) -> Iterator[Raw]:
    for subject, predicate, text in literals:
        if not text.value.isascii() and not unicodedata.is_normalized("NFC", text.value):
            yield Raw(NFC, subject, predicate, text.value, {"text": text.value})
        if text.value.isprintable():
            continue
        allowed = "" if predicate in LABELS else "\n\t"
        for place, char in enumerate(text.value, 1):
            if unicodedata.category(char).startswith("C") and char not in allowed and not _joins(text.value, place):
                details = {"text": text.value, "code": f"U+{ord(char):04X}", "n": str(place)}
                yield Raw(CONTROL, subject, predicate, text.value, details)
                break


def _joins(text: str, place: int) -> bool:
    """Tell whether the character at a place, counted from 1, is a joiner where its script wants one."""
    return place > 1 and text[place - 1] in JOINERS and unicodedata.category(text[place - 2]) in UNCASED


def _languages(literals: Literals) -> Iterator[Raw]:
    known = Locale("en").languages
    for subject, predicate, text in literals:
        if text.language and primary(text.language) not in known and primary(text.language) not in SPECIAL_LANGUAGES:
            yield Raw(UNKNOWN_LANGUAGE, subject, predicate, text.value, {"lang": text.language, "text": text.value})


def _lowercase(definitions: Literals, labels: Literals, notes: Literals) -> Iterator[Raw]:
    """Names are recognised by their use: a label, or a sentence further on than its start, has them with a capital."""
    capitals = []
    for subject, predicate, text in definitions:
        first = WORD.match(LEADING_PARENTHESIS.sub("", text.value).lstrip())
        german = matches(text.language or "", "de")
        if first is not None and first[0][0].isupper() and first[0][1:].islower() and not german:
            capitals.append((subject, predicate, text.value, first[0]))
    names = _names(labels, notes) if capitals else set()
    for subject, predicate, value, word in capitals:
        if word not in names and word.removesuffix("s") not in names:
            yield Raw(LOWERCASE, subject, predicate, value, {"word": word, "text": value})


def _names(labels: Literals, notes: Literals) -> set[str]:
    written = {word for _, _, label in labels for word in WORD.findall(label.value)}
    within = {word for _, _, note in notes for word in WITHIN_SENTENCE.findall(note.value)}
    common = {word for _, _, note in notes for word in WORD.findall(note.value) if word.islower()}
    return {word for word in written if word[:1].isupper()} | {word for word in within if word.lower() not in common}


def _circular(definitions: Literals, labels: Literals) -> Iterator[Raw]:
    terms: dict[tuple[str, str], list[str]] = {}
    for subject, predicate, label in labels:
        if predicate == LABELS[0]:
            terms.setdefault((subject, label.language or ""), []).append(label.value)
    for subject, predicate, text in definitions:
        folded = without_case(text.value)
        for term in terms.get((subject, text.language or ""), ()):
            # The qualifier of a homonym is no part of the term.
            wanted = WORD.findall(without_case(QUALIFIER.sub("", term)))
            # Few definitions hold the first word anywhere: only those need to be taken apart.
            if wanted and wanted[0] in folded and f" {' '.join(wanted)} " in f" {' '.join(WORD.findall(folded))} ":
                yield Raw(CIRCULAR, subject, predicate, text.value, {"label": term, "text": text.value})


def _concepts(store: ox.Store) -> set[str]:
    concept = ox.NamedNode(SKOS + "Concept")
    return {key_of(quad.subject) for quad in store.quads_for_pattern(None, ox.NamedNode(RDF + "type"), concept)}


def _retired(store: ox.Store) -> set[str]:
    """Return what is out of use: its term may live on with what replaces it."""
    return {
        key_of(quad.subject)
        for quad in store.quads_for_pattern(None, ox.NamedNode(OWL + "deprecated"), None)
        if key_of(quad.object) == "true"
    }


def _case_twins(concepts: set[str], labels: Literals) -> Iterator[Raw]:
    twins: dict[tuple[str, str], dict[str, str]] = {}
    for subject, predicate, label in labels:
        if predicate == LABELS[0] and subject in concepts:
            twins.setdefault((label.language or "", without_case(label.value)), {})[subject] = label.value
    for same in twins.values():
        for subject, text in same.items():
            for other, twin in same.items():
                if other != subject and twin != text:
                    yield Raw(CASE_TWINS, subject, LABELS[0], text, {"label": text, "other": other})
