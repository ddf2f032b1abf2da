"""Abbreviations: what hurried people leave out of words, put back where a vocabulary's own words tell what it is."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Iterator
from functools import lru_cache

from samsprak.language.tags import primary
from samsprak.language.words import word_texts
from samsprak.search.rows import labels_of
from samsprak.snapshot import Snapshot

# Words that Swedish and English offices write by a letter or a few, whatever they write about.
_SWEDISH = """
    m=med o=och f=för t=till el=eller ngn=någon u=under ca=cirka fr=från ev=eventuellt inkl=inklusive exkl=exklusive
    tfn=telefon tel=telefon ggr=gånger ggn=gången v=vecka tim=timmar åk=årskurs pers=personer st=stycken kl=klockan
    bl=bland resp=respektive soc=social fsk=förskola fam=familj ungd=ungdomar föräldr=föräldrar komm=kommun
    avd=avdelning grp=grupp verks=verksamhet utb=utbildning prg=program beh=behandling rådg=rådgivning
    förebygg=förebyggande org=organisation
"""
_ENGLISH = "w=with grp=group prog=programme info=information incl=including"
COMMON = {
    lang: dict(pair.split("=") for pair in written.split()) for lang, written in (("sv", _SWEDISH), ("en", _ENGLISH))
}
# A beginning must be so long before the rest is guessed, and a word so much longer than what was left of it.
SHORTEST, LEFT_OUT = 3, 2
LAST = "\U0010ffff"
WRITTEN = re.compile(r"[^\W\d_]+(?:\.[^\W\d_]+)*\.?|&")
SIGNS = {"sv": "och", "en": "and"}


class Expander:
    """Writes abbreviated words out, in one language: by a short list, and by the words of labels that begin so."""

    def __init__(self, snapshot: Snapshot, lang: str) -> None:
        counts = Counter(_words(snapshot, lang))
        self._counts = counts
        self._sorted = sorted(counts)
        self._common = COMMON.get(primary(lang), {})
        self._and = SIGNS.get(primary(lang), "&")
        self._written_out = lru_cache(maxsize=16384)(self._whole)

    def expand(self, text: str) -> str:
        """Return a text with its abbreviations written out where it is known what they are."""
        return WRITTEN.sub(lambda match: self._written_out(match.group()), text)

    def _whole(self, written: str) -> str:
        if written == "&":
            return self._and
        dotted = written.endswith(".")
        parts = [part for part in written.split(".") if part]
        if len(parts) > 1:
            known = self._beginning_and_end(parts[0].lower(), parts[-1].lower())
            return known or " ".join(self._whole(f"{part}.") for part in parts[:-1]) + f" {parts[-1]}"
        word = parts[0].lower()
        if word in self._common:
            return self._common[word]
        if word in self._counts:
            return written
        ending, begun = self._ending(word), self._begun(word) if dotted else ""
        # A word that a label has in another form is that word: kontaktpers. is kontaktperson.
        return begun if begun and ending.startswith(begun) else ending or begun or written

    def _begun(self, word: str) -> str:
        """Return the shortest word of a label that begins so."""
        found = [each for each in self._beginning(word) if len(each) >= len(word) + LEFT_OUT]
        return min(found, key=lambda each: (len(each), -self._counts[each]), default="")

    def _ending(self, word: str) -> str:
        """Return a compound whose last part is abbreviated: `killgrp`, `föräldrarådg`."""
        for place in range(SHORTEST, len(word) - SHORTEST + 1):
            if word[place:] in self._common:
                return word[:place] + self._common[word[place:]]
        return ""

    def _beginning_and_end(self, begin: str, end: str) -> str:
        """Return the word of a label of which a full stop leaves out the middle: `fam.behandling`."""
        found = [each for each in self._beginning(begin) if each.endswith(end) and len(each) >= len(begin) + len(end)]
        return min(found, key=len, default="")

    def _beginning(self, word: str) -> Iterator[str]:
        if len(word) < SHORTEST:
            return
        place = bisect_left(self._sorted, word)
        end = bisect_left(self._sorted, word + LAST, place)
        yield from self._sorted[place:end]


def _words(snapshot: Snapshot, lang: str) -> Iterable[str]:
    for vocabulary in snapshot.vocabularies.values():
        for concept in vocabulary.concepts:
            for _, label in labels_of(concept):
                if primary(label.lang) in {primary(lang), ""}:
                    yield from map(str.lower, word_texts(label.text))
