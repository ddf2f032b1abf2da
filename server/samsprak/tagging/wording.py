"""Wording: a verdict as a sentence that says what has happened and what to do."""

from __future__ import annotations

from collections.abc import Iterable

from samsprak.errors import N_, UnknownResource
from samsprak.language.messages import say
from samsprak.snapshot import Snapshot
from samsprak.tagging.naming import term
from samsprak.tagging.verdicts import Slip, Standing, Verdict

SLIPS = {
    Slip.SCHEME: N_("http and https differ"),
    Slip.SLASH: N_("a slash or # at the end differs"),
    Slip.CAPITALS: N_("capital letters differ"),
    Slip.ENCODING: N_("it is percent-encoded"),
    Slip.WRITING: N_("it is written in another way"),
    Slip.SUFFIX: N_("it has the suffix of a file"),
    Slip.QUERY: N_("a query or fragment is added"),
    Slip.PAGE: N_("it is the address of a page"),
    Slip.PREFIXED: N_("it is an abbreviated name"),
    Slip.ID: N_("it is an id alone"),
    Slip.OLD: N_("it is an older address of the concept"),
    Slip.MAPPING: N_("it is a concept of another vocabulary that means exactly the same"),
    Slip.NOTATION: N_("it is a code"),
    Slip.ELSEWHERE: N_("the address is foreign, but holds the id"),
    Slip.MISTYPED: N_("a letter or two differ"),
    Slip.TERM: N_("it is a term, not an address"),
}
EMPTY = N_("the cell is empty")
UNKNOWN = N_("no vocabulary here has it, nor anything like it")
NO_CONCEPT = N_("this is “{term}”, which is no concept but a collection, a scheme or a source")
STANDS_FOR = N_("stands for “{terms}”: {how}")
MAY_BE = N_("unknown; the nearest is “{terms}”: {how}")
WITHDRAWN = N_("“{term}” is withdrawn")
RETIRED = N_("“{term}” is no longer used")
REPLACED = N_("write “{term}”")
CHOOSE = N_("choose among “{terms}”")
NOTHING_REPLACES = N_("nothing replaces it")
STEPS = N_("replaced in steps: {steps}")
DEAD_END = N_("“{term}” is no longer used either")
OR = N_("” or “")


def in_words(verdict: Verdict, snapshot: Snapshot, lang: str) -> str:
    """Return what is to be said of a stored URI, in one line."""
    if verdict.standing is Standing.EMPTY:
        return say(EMPTY, lang)
    if not verdict.meant:
        return say(UNKNOWN, lang)
    names = _Names(snapshot, lang)
    if Slip.NO_CONCEPT in verdict.slips:
        return say(NO_CONCEPT, lang, term=names.of(verdict.meant[0]))
    if verdict.standing is Standing.CURRENT:
        return names.of(verdict.meant[0])
    said = []
    if verdict.standing is Standing.UNKNOWN:
        how = ", ".join(say(SLIPS[slip], lang) for slip in verdict.slips)
        sure = not verdict.needs_person or bool(verdict.ways)
        said.append(say(STANDS_FOR if sure else MAY_BE, lang, terms=names.joined(verdict.meant), how=how))
    if verdict.standing is Standing.WITHDRAWN:
        said.append(say(WITHDRAWN, lang, term=names.of(verdict.meant[0])))
    elif verdict.standing is Standing.RETIRED or verdict.now != verdict.meant:
        said.append(say(RETIRED, lang, term=names.of(verdict.meant[0])))
    if verdict.now != verdict.meant:
        said += _successors(verdict, names, lang)
    return "; ".join(said)


def _successors(verdict: Verdict, names: _Names, lang: str) -> Iterable[str]:
    """Yield what to write instead, and by which steps that came about where there were several."""
    if not verdict.now:
        yield say(NOTHING_REPLACES, lang)
    elif len(verdict.now) == 1:
        yield say(REPLACED, lang, term=names.of(verdict.now[0]))
    else:
        yield say(CHOOSE, lang, terms=names.joined(verdict.now))
    longer = [way for way in verdict.ways if len(way) > 2]  # noqa: PLR2004 - more than the old and the new
    if longer:
        yield say(STEPS, lang, steps=", ".join(" > ".join(names.of(iri) for iri in way) for way in longer))
    for way in verdict.ways:
        if way[-1] not in verdict.now:
            yield say(DEAD_END, lang, term=names.of(way[-1]))


class _Names:
    """What concepts are called in one language; one that is not loaded is called by its IRI."""

    def __init__(self, snapshot: Snapshot, lang: str) -> None:
        self._snapshot = snapshot
        self._lang = lang

    def of(self, iri: str) -> str:
        try:
            return term(*self._snapshot.find(iri), self._lang)
        except UnknownResource:
            return iri

    def joined(self, iris: Iterable[str]) -> str:
        return say(OR, self._lang).join(map(self.of, iris))
