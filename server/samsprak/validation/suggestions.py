"""What an editor may have meant: the nearest word, a fresh id."""

from __future__ import annotations

import hashlib
from difflib import get_close_matches

from samsprak.language.slugs import slug
from samsprak.validation.names import Names
from samsprak.vocabulary.namespaces import RDF, SKOS

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
# Two ids of six signs of which one is mistyped, or two have changed places, are 0.83 alike.
LIKENESS = 0.8
MEANT = {"sv": "Menade du {guess}? ", "en": "Did you mean {guess}? "}


def did_you_mean(guess: str, lang: str) -> str:
    """Return the question, with a space after it, or nothing where there is no guess."""
    return MEANT[lang].format(guess=guess) if guess else ""


def nearest_concept(iri: str, names: Names) -> str:
    """Return the concept whose id, or whose term, is most like the last part of a broken reference, else nothing."""
    wanted = _last(iri)
    known: dict[str, str] = {}
    for concept in names.instances(SKOS + "Concept"):
        known.setdefault(slug(names.term(concept)), concept)
        known[_last(concept)] = concept
    found = get_close_matches(wanted, known, 1, LIKENESS) or get_close_matches(slug(wanted), known, 1, LIKENESS)
    return known[found[0]] if found else ""


def _last(iri: str) -> str:
    return iri.rstrip("/#").replace("#", "/").rpartition("/")[2]


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
