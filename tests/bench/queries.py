"""What is searched for: queries of every kind, made from generated terms by rule; same seed, same queries."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from samsprak.language.folding import fold
from tests.bench.generator import NAMESPACE, Generator, Sketch
from tests.bench.words import CIRCUMSTANCES, DOINGS, FIRST

# So many queries of each kind.
A_KIND = 60
ALPHABET = "abdefghijklmnoprstuvyåäö"
# The definite forms of the heads of generated terms.
DEFINITE = {
    **dict.fromkeys(("grupp", "insats", "plan", "enhet", "metod", "verksamhet", "kurs", "modell", "process"), "en"),
    **dict.fromkeys(("utredning", "behandling", "rådgivning", "bedömning", "uppgift", "träff", "mottagning"), "en"),
    **dict.fromkeys(("person", "tjänst", "kompetens", "åtgärd", "övning"), "en"),
    **dict.fromkeys(("stöd", "samtal", "team", "behov", "skydd", "nätverk", "ansvar"), "et"),
    "program": "met",
    "ärende": "t",
    "faktor": "n",
    "arbete": "t",
}
ABOUT = ("vad är", "hur får man", "blankett för", "vem beslutar om", "skillnaden mellan insats och")
# What nobody means, but what a service on the web is sent all the same.
ADVERSARIAL = (
    "",
    " ",
    "*",
    "a",
    "s*",
    '"',
    "AND OR NOT (",
    "words:a* OR bases:[a TO z]",
    "\x00\x01\x7f",
    "{}[]()^~\\/",
    "e " * 200,
    "en i och att som på av för med till det är den om inte ett de " * 4,
    "barn " * 50,
    "stöd" * 60,
    "barnstödsgrupp" * 18,
    "stöds samtals behandlings utrednings vårds råds utvecklings risk skydds kunskaps besöks informations insats grupp",
    "bran sotd insast grpup famlij ugndom skloa vuold hlsäo stdöet smatal utrednign",
    "ö" * 250,
    "å ä ö " * 40,
    "sa sb sc sd se sf sg sh si sj sk sl sm sn so sp",
    "x" * 10_000,
    "föräldrastöd " * 770,
    "\u0301" * 10_000,
    "𝐀" * 250,
    "*a*a*a*a*a*a*a*a*a*b",
    "*" * 10_000,
    "*e*r*d*",
)


@dataclass(frozen=True, slots=True)
class Query:
    """A text to search for, and the id of the concept that is meant; empty where any answer or none will do."""

    text: str
    concept: str = ""


Rule = Callable[[random.Random, Sketch], str]


def generated(size: int) -> Mapping[str, Sequence[Query]]:
    """Return queries by kind for the vocabulary of a size, spread over all of it."""
    chance = random.Random(f"queries/{size}")
    concepts = Generator(size).concepts
    with_synonym = [concept for concept in concepts if concept.alternative]
    compounds = [concept for concept in concepts if _tail(concept)]
    found = {
        kind: [
            Query(rule(chance, concept), "" if kind in OPEN else concept.id)
            for concept in chance.sample(_fit(kind, concepts, with_synonym, compounds), A_KIND)
        ]
        for kind, rule in RULES.items()
    }
    return found | {"nothing": [Query(_nonsense(chance)) for _ in range(A_KIND)]}


def beginnings(size: int) -> list[str]:
    """Return what is in the search field while terms are typed: their first letters, one to all."""
    chance = random.Random(f"beginnings/{size}")
    found = []
    for concept in chance.sample(Generator(size).concepts, A_KIND):
        text = chance.choice((concept.term.sv, concept.term.en, fold(concept.term.sv)))
        found += [text[:length] for length in range(1, len(text) + 1)]
    return found


def _fit(
    kind: str, concepts: Sequence[Sketch], with_synonym: Sequence[Sketch], compounds: Sequence[Sketch]
) -> Sequence[Sketch]:
    return {"synonym": with_synonym, "part": compounds, "apart": compounds}.get(kind, concepts)


def _tail(concept: Sketch) -> str:
    """Return a compound without its first part, or nothing."""
    word = concept.term.sv.split()[-1]
    return next((word.removeprefix(first) for first, _ in FIRST if word.startswith(first)), "")


def _inflected(chance: random.Random, concept: Sketch) -> str:
    text = concept.term.sv
    return text + next(ending for head, ending in DEFINITE.items() if text.endswith(head))


def _misspelt(chance: random.Random, concept: Sketch) -> str:
    """Return a term in which two letters have changed places, or one is missing or another."""
    text = concept.term.sv
    place = chance.randrange(2, len(text) - 2)
    changes = (text[place + 1] + text[place], text[place], text[place] + chance.choice(ALPHABET))
    return text[:place] + chance.choice(changes) + text[place + 2 :]


def _phrase(chance: random.Random, concept: Sketch) -> str:
    return f"{chance.choice(ABOUT)} {concept.term.sv} {chance.choice(CIRCUMSTANCES)}"


def _nonsense(chance: random.Random) -> str:
    words = ("".join(chance.choices(ALPHABET, k=chance.randint(3, 14))) for _ in range(chance.randint(1, 3)))
    return " ".join(words)


RULES: Mapping[str, Rule] = {
    "exact": lambda _, concept: concept.term.sv,
    "synonym": lambda _, concept: (concept.alternative or concept.term).sv,
    "English": lambda _, concept: concept.term.en,
    "prefix": lambda chance, concept: concept.term.sv[: chance.randint(2, len(concept.term.sv) - 1)],
    "inflected": _inflected,
    "typo": _misspelt,
    "part": lambda _, concept: _tail(concept),
    "apart": lambda _, concept: concept.term.sv.removesuffix(_tail(concept)) + " " + _tail(concept),
    "ascii": lambda _, concept: fold(concept.term.sv),
    "phrase": _phrase,
    "definition": lambda chance, _: f"{chance.choice(DOINGS)} {chance.choice(CIRCUMSTANCES)}",
    "address": lambda _, concept: NAMESPACE + concept.id,
}
# Kinds whose queries many concepts answer.
OPEN = frozenset(("prefix", "part", "definition"))


def all_texts(size: int) -> Iterator[str]:
    """Yield the generated queries of every kind."""
    return (query.text for queries in generated(size).values() for query in queries)
