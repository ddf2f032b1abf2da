"""A query: what was typed, word by word, with everything that each word may mean."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

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
# Linking letters that are forgotten when a compound is written apart.
LINKS = ("", "s")


@dataclass(frozen=True, slots=True)
class Asked:
    """A word of a query.

    `stems` and `bases` are those of the word in each language; `candidates` are words of labels that it may be a form
    of by its ending, `endings` words of labels that end so, `parts` the bases of its parts where it is a compound.
    `weight` is how much it says, and `errors` how many typing errors are forgiven: none where the word is known.
    `part` says whether it may be the beginning or the end of a word of a label too.
    """

    text: str
    folded: str
    stems: frozenset[str]
    bases: frozenset[str]
    candidates: frozenset[str]
    endings: frozenset[str]
    parts: frozenset[str]
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
    """Return the words of a query; where `forgiving`, known words may be misspelt too."""
    times: Counter[str] = Counter()
    found = []
    for word in word_texts(text[:MAX_LENGTH]):
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
    forms = [lexicon.analyser.form(word, lang) for lang in lexicon.languages] or [_plain(word)]
    folded = forms[0].folded
    known = lexicon.known(folded, (form.base for form in forms))
    begun = lexicon.begins(folded) > 0
    if begun and not known:
        # Half a word must not be stemmed: `socialn` is on its way to `socialnämnd`, and not a form of `social`.
        forms = [_plain(word)]
    bases = frozenset(form.base for form in forms)
    endings = frozenset(lexicon.ending_with(folded)) - {folded}
    candidates = frozenset[str]() if begun else frozenset(_candidates(folded, lexicon))
    weight = lexicon.weight(folded, bases | {base for each in candidates for base in _bases(each, lexicon)})
    sound = known or begun or endings or candidates or lexicon.in_texts(folded)
    return Asked(
        text=word.lower(),
        folded=folded,
        stems=frozenset(form.stem for form in forms),
        bases=bases,
        candidates=candidates,
        endings=endings,
        parts=frozenset(part for form in forms for part in form.parts),
        weight=weight,
        errors=_errors(folded) if weight > LEAST_WEIGHT and (forgiving or not sound) else 0,
    )


def _bases(word: str, lexicon: Lexicon) -> Iterator[str]:
    return (lexicon.analyser.form(word, lang).base for lang in lexicon.languages)


def _candidates(folded: str, lexicon: Lexicon) -> Iterator[str]:
    for lang in lexicon.languages:
        yield from (word for word in possible_bases(folded, lang) if lexicon.has(word))


def _errors(folded: str) -> int:
    if not ONE_ERROR <= len(folded) <= NO_ERRORS or not folded.isalpha():
        return 0
    return 1 if len(folded) < TWO_ERRORS else 2


def _plain(word: str) -> Form:
    folded = fold(word).replace(" ", "")
    return Form(word.lower(), folded, word.lower(), folded)
