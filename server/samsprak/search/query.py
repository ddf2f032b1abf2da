"""A query: what was typed, word by word, with everything that each word may mean."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from samsprak.language.compounds import NO_PARTS
from samsprak.language.endings import LONGEST_ENDING
from samsprak.language.folding import fold
from samsprak.language.inflections import possible_bases
from samsprak.language.words import word_texts
from samsprak.search.analysis import Form
from samsprak.search.lexicon import LEAST_WEIGHT, Lexicon

# What is longer than this is no term; the rest of it is left out.
MAX_LENGTH = 250
MAX_WORDS = 16
# A word that comes oftener counts no further.
REPEATED = 2
# Shorter words are too like each other for errors to be guessed at, and longer ones no words.
ONE_ERROR, TWO_ERRORS, NO_ERRORS = 4, 8, 40
# How letters are typed where the keyboard lacks them.
LETTERS = {"aa": "å", "ae": "ä", "oe": "ö"}
DIGRAPH = re.compile("|".join(LETTERS), re.IGNORECASE)
# Linking letters that are forgotten when a compound is written apart.
LINKS = ("", "s")
# Half of a word that is not known may be: so long a half, so long the rest, and what may link them.
SHORTEST_HALF, SHORTEST_REST, LINKING = 4, 3, ("s", "o", "a", "e", "u")


@dataclass(frozen=True, slots=True)
class Asked:
    """A word of a query.

    `stems` and `bases` are those of the word in each language; `candidates` are words of labels that it may be a form
    of by its ending, `deeds` the bases of nouns for what it does where it is a verb, `endings` words of labels that end
    so, `parts` the bases of its parts where it is a compound, with how much each says. `in_texts` are what it is looked
    up by in notes. `weight` is how much it says, and `errors` how many typing errors are forgiven: none where the word
    is known. `part` says whether it may be the beginning or the end of a word of a label too.
    """

    text: str
    folded: str
    stems: frozenset[str]
    bases: frozenset[str]
    candidates: frozenset[str]
    deeds: frozenset[str]
    endings: frozenset[str]
    parts: Mapping[str, float]
    in_texts: frozenset[str]
    weight: float
    errors: int
    part: bool = True


@dataclass(frozen=True, slots=True)
class Query:
    """A query in words; `joined` are neighbours written together, by the place of the first."""

    words: tuple[Asked, ...]
    joined: dict[int, tuple[Asked, ...]]
    together: str

    @property
    def weight(self) -> float:
        """How much the words say in all."""
        return sum(word.weight for word in self.words)

    @property
    def telling(self) -> list[int]:
        """The places of the words that are no function words, or of all where there are no others."""
        places = range(len(self.words))
        return [place for place in places if self.words[place].weight > LEAST_WEIGHT] or list(places)


def understand(text: str, lexicon: Lexicon, *, forgiving: bool = False) -> Query:
    """Return the words of a query; where `forgiving`, known words may be misspelt, and half of others be enough."""
    times: Counter[str] = Counter()
    found = []
    for typed in word_texts(text[:MAX_LENGTH]):
        word = _spelt(typed, lexicon)
        folded = fold(word).replace(" ", "")
        times[folded] += 1
        if folded and times[folded] <= REPEATED:
            found.append((word, folded))
    found = found[:MAX_WORDS]
    asked = tuple(_asked(word, lexicon, forgiving=forgiving) for word, _ in found)
    # A function word is a word of its own, but for the last one, which may not be typed to its end.
    asked = (*(replace(each, part=each.weight > LEAST_WEIGHT) for each in asked[:-1]), *asked[-1:])
    joined = {place: pairs for place in range(len(found) - 1) if (pairs := tuple(_joined(found, place, lexicon)))}
    return Query(asked, joined, "".join(folded for _, folded in found))


def _spelt(word: str, lexicon: Lexicon) -> str:
    """Return a word with the letters that its digraphs stand for, where that makes it one of the labels or notes."""
    if not DIGRAPH.search(word) or not word.isascii() or _met(word, lexicon):
        return word
    meant = DIGRAPH.sub(lambda found: LETTERS[found[0].lower()], word)
    return meant if _met(meant, lexicon) else word


def _met(word: str, lexicon: Lexicon) -> bool:
    folded = fold(word)
    return bool(lexicon.begins(folded) or lexicon.known(folded, _bases(word, lexicon)) or lexicon.in_texts(folded))


def _joined(found: Sequence[tuple[str, str]], place: int, lexicon: Lexicon) -> Iterator[Asked]:
    """Yield what two neighbours are when written together, where a label has such a word."""
    (one, folded), (two, rest) = found[place], found[place + 1]
    for link in LINKS:
        head = folded + link
        # Its forms begin alike: that is looked up at once, whereas to analyse each pair takes long.
        if lexicon.begins(head + rest[: max(len(rest) - LONGEST_ENDING, 1)]):
            asked = _asked(f"{one}{link}{two}", lexicon, forgiving=False)
            if lexicon.has(asked.folded) or asked.candidates or any(map(lexicon.has_base, asked.bases)):
                yield asked


def _asked(word: str, lexicon: Lexicon, *, forgiving: bool) -> Asked:
    # A word that is met in some languages is none of the others: as English, `behandling` would be `behandlare`.
    spoken = [lang for lang in lexicon.languages if lexicon.analyser.met(word, lang)] or lexicon.languages
    forms = [lexicon.analyser.form(word, lang) for lang in spoken] or [_plain(word)]
    folded = forms[0].folded
    stems = frozenset(form.stem for form in forms)
    known = lexicon.known(folded, (form.base for form in forms))
    begun = lexicon.begins(folded) > 0
    if begun and not known:
        # Half a word must not be stemmed: `socialn` is on its way to `socialnämnd`, and not a form of `social`.
        forms = [_plain(word)]
    bases = frozenset(form.base for form in forms)
    endings = frozenset(lexicon.ending_with(folded)) - {folded}
    candidates = frozenset[str]() if begun else frozenset(_candidates(folded, lexicon))
    deeds = frozenset(base for lang in spoken for base in lexicon.deeds(folded, lang)) - bases
    weight = lexicon.weight(folded, bases | deeds | {base for each in candidates for base in _bases(each, lexicon)})
    sound = known or begun or endings or candidates or deeds or lexicon.in_texts(folded)
    parts = {part for form in forms for part in form.parts}
    # å, ä and ö that were typed are meant: who types `nämnd` does not look for `namn`.
    told = bases | {folded} if word.isascii() else stems | {word.lower()}
    if forgiving and not parts and not sound:
        parts = set(_halves(word.lower(), lexicon))
    return Asked(
        text=word.lower(),
        folded=folded,
        stems=frozenset(form.stem for form in forms),
        bases=bases,
        candidates=candidates,
        deeds=deeds,
        endings=endings,
        parts={part: lexicon.weight(part, {part}) for part in parts},
        in_texts=told,
        weight=weight,
        errors=errors_in(folded) if weight > LEAST_WEIGHT and (forgiving or not sound) else 0,
    )


def _halves(word: str, lexicon: Lexicon) -> Iterator[str]:
    """Yield the bases of words of labels that a word ends and begins with, the longest: `hedersvåld` gives `våld`."""
    length = min(len(word), NO_ERRORS)
    tails = [word[place:length] for place in range(SHORTEST_REST, length - SHORTEST_HALF + 1)]
    heads = [word[:place] for place in range(length - SHORTEST_REST, SHORTEST_HALF - 1, -1)]
    heads += [head[:-1] for head in heads if head.endswith(LINKING) and len(head) > SHORTEST_HALF]
    for halves in (tails, sorted(heads, key=len, reverse=True)):
        words = (half for half in halves if half not in NO_PARTS)
        bases = ([base for base in _bases(half, lexicon) if lexicon.known(base, (base,))] for half in words)
        yield from next(filter(None, bases), ())


def _bases(word: str, lexicon: Lexicon) -> Iterator[str]:
    return (lexicon.analyser.form(word, lang).base for lang in lexicon.languages)


def _candidates(folded: str, lexicon: Lexicon) -> Iterator[str]:
    for lang in lexicon.languages:
        yield from (word for word in possible_bases(folded, lang) if lexicon.has(word))


def errors_in(folded: str) -> int:
    """Return how many typing errors are forgiven in a word of this form."""
    if not ONE_ERROR <= len(folded) <= NO_ERRORS or not folded.isalpha():
        return 0
    return 1 if len(folded) < TWO_ERRORS else 2


def _plain(word: str) -> Form:
    folded = fold(word).replace(" ", "")
    return Form(word.lower(), folded, word.lower(), folded)
