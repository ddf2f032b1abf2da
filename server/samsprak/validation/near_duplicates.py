"""Terms that are all but the same as another concept's: an inflection, a spelling variant, a compound twin."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence

from samsprak.validation.findings import Raw
from samsprak.validation.likeness import alike
from samsprak.validation.rules import Profile, Rule, Severity
from samsprak.validation.terms import Term

NEAR_DUPLICATE = Rule(
    id="label-near-duplicate",
    severity=Severity.WARNING,
    profile=Profile.RECORD,
    labels={"sv": "termen finns redan, nästan", "en": "the term exists already, nearly"},
    descriptions={
        "sv": (
            "Termen skiljer sig från ett annat begrepps bara i böjning, mellanslag, bindestreck eller en bokstav; "
            "kanske fanns begreppet redan. Varje par nämns en gång, på det yngre begreppet; korta ord som skiljer sig "
            "i en bokstav, och avförda begrepp, berörs inte."
        ),
        "en": (
            "The term differs from another concept's only in inflection, spaces, hyphens or one letter; perhaps the "
            "concept was there already. Each pair is named once, on the younger concept; short words that differ in a "
            "letter, and retired concepts, are not concerned."
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


def run(terms: Sequence[Term], only: Collection[str] | None = None) -> Iterator[Raw]:
    """Yield one warning a pair of concepts, on the younger of them; with `only`, pairs that hold one of those.

    Where two concepts have several terms that are alike, the first are named, as `alike` orders them.
    """
    told: set[frozenset[str]] = set()
    for kind, one, two in alike(terms, only):
        pair = frozenset((one.subject, two.subject))
        if pair in told:
            continue
        told.add(pair)
        younger, older = sorted((one, two), key=lambda term: (term.created, term.subject), reverse=True)
        details = {"label": younger.text, "twin": older.text, "other": older.subject, "kind": kind}
        yield Raw(NEAR_DUPLICATE, younger.subject, younger.predicate, younger.text, details)
