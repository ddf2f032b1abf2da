"""Terms that are all but the same as another concept's: an inflection, a spelling variant, a compound twin."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass

import pyoxigraph as ox

from samsprak.language.folding import without_case
from samsprak.language.stems import stem
from samsprak.language.tags import primary
from samsprak.validation.engine import key_of
from samsprak.validation.findings import Raw
from samsprak.validation.rules import Profile, Rule, Severity
from samsprak.vocabulary.namespaces import DCTERMS, RDF, SKOS

NEAR_DUPLICATE = Rule(
    id="label-near-duplicate",
    severity=Severity.WARNING,
    profile=Profile.RECORD,
    labels={"sv": "termen finns redan, nästan", "en": "the term exists already, nearly"},
    descriptions={
        "sv": (
            "Termen skiljer sig från ett annat begrepps bara i böjning, mellanslag, bindestreck eller en bokstav; "
            "kanske fanns begreppet redan. Varje par nämns en gång, på det yngre begreppet, och korta ord som skiljer "
            "sig i en bokstav berörs inte."
        ),
        "en": (
            "The term differs from another concept's only in inflection, spaces, hyphens or one letter; perhaps the "
            "concept was there already. Each pair is named once, on the younger concept, and short words that differ "
            "in a letter are not concerned."
        ),
    },
    messages={
        "sv": "Termen är nästan densamma som ett annat begrepps. Är det samma begrepp?",
        "en": "The term is nearly the same as another concept's. Is it the same concept?",
    },
    templates={
        "sv": "”{label}” är nästan detsamma som ”{twin}” på ”{other}” ({kind}). Är det samma begrepp?",
        "en": "“{label}” is nearly the same as “{twin}” of “{other}” ({kind}). Is it the same concept?",
    },
    source="own; ISO 25964-1 (variants lead to one concept)",
)
LABELS = (SKOS + "prefLabel", SKOS + "altLabel")
WORDS = re.compile(r"[^\W\d_]+|\d+")
# What inflection adds to nouns and adjectives; derivations (-are, -ing, -ning) make another word.
ENDINGS = {
    "sv": frozenset(
        (
            *("", "a", "e", "n", "s", "t", "r", "ar", "er", "or", "en", "et", "na", "as", "es", "ns", "ts", "rs"),
            *("arna", "erna", "orna", "ars", "ers", "ors", "ens", "ets", "nas", "arnas", "ernas", "ornas"),
        )
    ),
    "en": frozenset(("", "s", "es", "ies", "y")),
}
INFLECTION, COMPOUND, SPELLING = "inflection", "compound", "spelling"
# Shorter words differ in one letter and mean different things: stöd, nöd.
SHORTEST_VARIANT = 9
# What is left of a word without its ending must say something.
SHORTEST_BASE = 4


@dataclass(frozen=True, slots=True)
class _Term:
    subject: str
    predicate: str
    text: str
    lang: str
    created: str


def run(store: ox.Store, only: Collection[str] | None = None) -> Iterator[Raw]:
    """Yield one warning a pair of concepts, on the younger of them; with `only`, pairs that hold one of those."""
    told: set[frozenset[str]] = set()
    terms = _terms(store)
    for kind, groups in (
        (COMPOUND, _twins(terms)),
        (INFLECTION, _inflections(terms)),
        (SPELLING, _variants(terms, only)),
    ):
        for one, two in groups:
            pair = frozenset((one.subject, two.subject))
            if pair in told or without_case(one.text) == without_case(two.text):
                continue
            if only is not None and not pair & set(only):
                continue
            told.add(pair)
            younger, older = sorted((one, two), key=lambda term: (term.created, term.subject), reverse=True)
            details = {"label": younger.text, "twin": older.text, "other": older.subject, "kind": kind}
            yield Raw(NEAR_DUPLICATE, younger.subject, younger.predicate, younger.text, details)


def _terms(store: ox.Store) -> list[_Term]:
    concept = ox.NamedNode(SKOS + "Concept")
    created = {
        key_of(quad.subject): key_of(quad.object)
        for quad in store.quads_for_pattern(None, ox.NamedNode(DCTERMS + "created"), None)
    }
    concepts = {key_of(quad.subject) for quad in store.quads_for_pattern(None, ox.NamedNode(RDF + "type"), concept)}
    found = [
        _Term(
            key_of(quad.subject),
            name,
            quad.object.value,
            quad.object.language or "",
            created.get(key_of(quad.subject), ""),
        )
        for name in LABELS
        for quad in store.quads_for_pattern(None, ox.NamedNode(name), None)
        if isinstance(quad.object, ox.Literal) and key_of(quad.subject) in concepts
    ]
    return sorted(found, key=lambda term: (term.subject, term.predicate != LABELS[0], term.text))


def _groups(terms: list[_Term], keys: dict[_Term, str]) -> Iterator[tuple[_Term, _Term]]:
    by_key: dict[tuple[str, str], list[_Term]] = {}
    for term in terms:
        if keys[term]:
            by_key.setdefault((term.lang, keys[term]), []).append(term)
    for group in by_key.values():
        for place, one in enumerate(group):
            yield from ((one, two) for two in group[place + 1 :] if two.subject != one.subject)


def _words(term: _Term) -> list[str]:
    # A qualifier tells homonyms apart, so it must count where both have one.
    return WORDS.findall(without_case(term.text))


def _twins(terms: list[_Term]) -> Iterator[tuple[_Term, _Term]]:
    """Return terms that differ in spaces, hyphens and signs only: `föräldra stöd`, `råd och stödsamtal`."""
    return _groups(terms, {term: "".join(_words(term)) for term in terms})


def _inflections(terms: list[_Term]) -> Iterator[tuple[_Term, _Term]]:
    """Return terms whose words differ in endings of inflection only: `tidig insats` and `tidiga insatser`.

    Stems alone would also join a deed and its doer, `fältarbete` and `fältarbetare`, and part some inflections
    (Snowball: `insat`, `insats`); they serve the languages whose endings are not listed.
    """
    keys = _Lemmas(terms)
    for one, two in _groups(terms, {term: keys.of(term) for term in terms}):
        endings = ENDINGS.get(primary(one.lang))
        pairs = zip(_words(one), _words(two), strict=False)
        if endings is None or all(_endings(first, second) <= endings for first, second in pairs):
            yield one, two


class _Lemmas:
    """Which words of the terms may be forms of one word, by what is left when an ending is taken off."""

    def __init__(self, terms: list[_Term]) -> None:
        self._roots: dict[tuple[str, str], str] = {}
        self._kin: dict[str, str] = {}
        for term in terms:
            for word in _words(term):
                for base in _bases(word, term.lang):
                    root = self._roots.setdefault((primary(term.lang), base), word)
                    self._kin[self._find(word)] = self._find(root)

    def of(self, term: _Term) -> str:
        """Return the same text for terms whose words are of the same kin."""
        return " ".join(self._find(word) for word in _words(term))

    def _find(self, word: str) -> str:
        while self._kin.setdefault(word, word) != word:
            word = self._kin[word]
        return word


def _bases(word: str, lang: str) -> set[str]:
    endings = ENDINGS.get(primary(lang))
    if endings is None:
        return {stem(word, lang)}
    return {
        word[: len(word) - len(end)] for end in endings if word.endswith(end) and len(word) - len(end) >= SHORTEST_BASE
    }


def _endings(first: str, second: str) -> set[str]:
    """Return what is left of two words without their common beginning."""
    same = _common(first, second)
    return {first[same:], second[same:]}


def _common(first: str, second: str) -> int:
    """Return how many letters two words begin with in common."""
    pairs = zip(first, second, strict=False)
    return next((place for place, (a, b) in enumerate(pairs) if a != b), min(len(first), len(second)))


def _variants(terms: list[_Term], only: Collection[str] | None) -> Iterator[tuple[_Term, _Term]]:
    """Return long terms that are one typing error apart, found by the words that one letter less leaves."""
    if only is not None:
        words = [(term, _joined(term)) for term in terms]
        few = [(term, word) for term, word in words if term.subject in only and _long(word)]
        yield from (
            (one, two)
            for one, first in few
            for two, second in words
            if one.subject != two.subject and one.lang == two.lang and _long(second) and _one_error_apart(first, second)
        )
        return
    by_rest: dict[tuple[str, str], list[tuple[_Term, str]]] = {}
    for term in terms:
        word = _joined(term)
        if not _long(word):
            continue
        for rest in {word, *(word[:place] + word[place + 1 :] for place in range(len(word)))}:
            by_rest.setdefault((term.lang, rest), []).append((term, word))
    for group in by_rest.values():
        for place, (one, first) in enumerate(group):
            for two, second in group[place + 1 :]:
                if one.subject != two.subject and _one_error_apart(first, second):
                    yield one, two


def _joined(term: _Term) -> str:
    return "".join(_words(term))


def _long(word: str) -> bool:
    return len(word) >= SHORTEST_VARIANT and not any(char.isdigit() for char in word)


def _one_error_apart(first: str, second: str) -> bool:
    """Tell whether one letter added, left out, changed, or two neighbours swapped makes one word the other."""
    if first == second or abs(len(first) - len(second)) > 1:
        return False
    start = next(
        (i for i, (a, b) in enumerate(zip(first, second, strict=False)) if a != b), min(len(first), len(second))
    )
    rest1, rest2 = first[start:], second[start:]
    swapped = rest1[:2] == rest2[:2][::-1] and rest1[2:] == rest2[2:]
    return swapped or rest1[1:] == rest2[1:] or rest1[1:] == rest2 or rest1 == rest2[1:]
