"""What an editor may have meant: the nearest word, a fresh id."""

from __future__ import annotations

import hashlib

from samsprak.validation.names import Names

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
MEANT = {"sv": "Menade du {guess}? ", "en": "Did you mean {guess}? "}


def did_you_mean(guess: str, lang: str) -> str:
    """Return the question, with a space after it, or nothing where there is no guess."""
    return MEANT[lang].format(guess=guess) if guess else ""


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
        if not names.iris(names.namespace + letters, "http://www.w3.org/1999/02/22-rdf-syntax-ns#type"):
            return letters
        salt += 1
