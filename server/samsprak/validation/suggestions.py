"""What an editor may have meant: the nearest word, a fresh id."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from difflib import get_close_matches

from samsprak.language.slugs import slug
from samsprak.validation.names import Names, last_part
from samsprak.vocabulary.namespaces import RDF

SKOS_WORDS = (
    *("Concept", "ConceptScheme", "Collection", "OrderedCollection", "inScheme", "hasTopConcept", "topConceptOf"),
    *("prefLabel", "altLabel", "hiddenLabel", "notation", "note", "changeNote", "definition", "editorialNote"),
    *("example", "historyNote", "scopeNote", "semanticRelation", "broader", "narrower", "related"),
    *("broaderTransitive", "narrowerTransitive", "member", "memberList", "mappingRelation"),
    *("exactMatch", "closeMatch", "broadMatch", "narrowMatch", "relatedMatch"),
)
# No vowels, so that no id is a word by accident; no digits that look like letters (docs/redaktion.md).
ID_LETTERS = "bcdfghjkmnpqrstvwxz23456789"
ID_LENGTH = 6
# So many references are not broken by slips of the pen, and to guess at each would take minutes.
MOST_GUESSES = 200
# Two ids of six signs of which one is mistyped, or two have changed places, are 0.83 alike.
LIKENESS = 0.8
MEANT = {"sv": "Menade du {guess}? ", "en": "Did you mean {guess}? "}


def did_you_mean(guess: str, lang: str) -> str:
    """Return the question, with a space after it, or nothing where there is no guess."""
    return MEANT[lang].format(guess=guess) if guess else ""


def nearest_concept(iri: str, names: Names) -> str:
    """Return the concept whose id, or whose term, is most like the last part of a broken reference, else nothing."""
    return _guess(iri, names, names.concepts_by_name, (last_part(iri), slug(last_part(iri))))


def nearest_source(iri: str, names: Names) -> str:
    """Return the source record whose id is most like the last part of a broken reference, else nothing."""
    return _guess(iri, names, names.sources_by_name, (last_part(iri),))


def _guess(iri: str, names: Names, known: Mapping[str, str], spellings: Sequence[str]) -> str:
    """Return what a spelling is most like, remembered; after many guesses, see `MOST_GUESSES`, nothing."""
    if iri not in names.guesses and len(names.guesses) < MOST_GUESSES:
        found = (get_close_matches(spelling, known, 1, LIKENESS) for spelling in spellings)
        names.guesses[iri] = next((known[best[0]] for best in found if best), "")
    return names.guesses.get(iri, "")


def fresh_id(iri: str, names: Names) -> str:
    """Return an id that nothing has, derived from what it would replace, so that a message stays the same."""
    salt = 0
    while True:
        digest = hashlib.blake2b(f"{iri} {salt}".encode(), digest_size=16).digest()
        number = int.from_bytes(digest, "big")
        letters = ""
        for _ in range(ID_LENGTH):
            number, place = divmod(number, len(ID_LETTERS))
            letters += ID_LETTERS[place]
        if not names.iris(names.namespace + letters, RDF + "type"):
            return letters
        salt += 1
