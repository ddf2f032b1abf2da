"""Entries: one difference in words, as pieces that every form of report marks in its own way."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from urllib.parse import quote

from samsprak.editing.differences import PROSE, REFERENCES, Aspect, Change, Comparison, Difference, Happening
from samsprak.editing.reports.consequences import sentence
from samsprak.editing.reports.pieces import Entry, Line, Piece, visible
from samsprak.editing.reports.wording import ASPECTS, CERTAINTIES, DETAILS, KEPT_AS, NEW_OR_GONE, NOT_KEPT, TAGS
from samsprak.editing.rewordings import Mark, pair, reword
from samsprak.errors import N_
from samsprak.language.messages import language_name, say
from samsprak.language.tags import best
from samsprak.vocabulary.protocol import Vocabulary
from samsprak.vocabulary.records import Label, LabelKind, Status
from samsprak.vocabulary.statuses import STATUS_NAMES

# What a new or a lost thing is told by; the rest of a lost record stands in the history.
IN_SHORT = frozenset({Aspect.PREFERRED, Aspect.DEFINITION, Aspect.BROADER, Aspect.REPLACED_BY, Aspect.OTHER})
BOOKKEEPING = frozenset({Aspect.CREATED, Aspect.MODIFIED, Aspect.SCHEME})
WAYS = 3


class Writer:
    """Writes the differences of one comparison in one language."""

    def __init__(self, comparison: Comparison, lang: str, preview: str = "") -> None:
        self._comparison = comparison
        self._lang = lang
        self._preview = preview.rstrip("/")
        self._sides = (comparison.head.vocabulary, comparison.base.vocabulary)

    def entry(self, each: Difference) -> Entry:
        """Return a difference in words."""
        lines = tuple(self._lines(each))
        consequences = tuple(
            Line("", tuple(sentence(one, self._lang, self.reference)), one.effect.alarming) for one in each.consequences
        )
        tags = tuple(say(TAGS[happening], self._lang) for happening in each.happenings[1:])
        return Entry(self._term(each), each.iri, tags, lines, consequences)

    def title(self, vocabulary: Vocabulary) -> str:
        """Return what the vocabulary is called."""
        return visible(self._best(vocabulary.titles, vocabulary).text)

    def reference(self, iri: str, mark: Mark = Mark.KEPT) -> Piece:
        """Return the name of what an IRI stands for, else the IRI."""
        for vocabulary in self._sides:
            if vocabulary.holds(iri):
                record = vocabulary.resource(iri)
                named = self._best(record.preferred, vocabulary).text if record.preferred else record.id
                return Piece(visible(named), mark, self._address(iri))
        return Piece(visible(iri), mark)

    def _term(self, each: Difference) -> Piece:
        name = self._best(each.names, self._sides[0]).text if each.names else ""
        return Piece(visible(name or each.iri), address=self._address(each.iri))

    def _address(self, iri: str) -> str:
        head = self._sides[0]
        if not self._preview or not head.holds(iri):
            return ""
        return f"{self._preview}/{quote(head.id)}/{quote(head.resource(iri).id, safe='')}"

    def _best(self, labels: Sequence[Label], vocabulary: Vocabulary) -> Label:
        return best(labels, (vocabulary.display_language(self._lang), self._lang)) or Label("", "")

    def _lines(self, each: Difference) -> Iterator[Line]:
        whole = each.first in NEW_OR_GONE
        shown = [change for change in each.changes if change.aspect not in BOOKKEEPING]
        for change in shown or each.changes:
            if each.first is Happening.LOST and change.aspect not in IN_SHORT:
                continue
            if change.aspect is Aspect.BROADER and _moved(each):
                continue
            yield from self._line(each, change, whole=whole)
        if _moved(each):
            yield from self._ways(each)
        if each.together:
            yield Line(say(N_("merged with"), self._lang), tuple(self._list(each.together, Mark.KEPT)))

    def _line(self, each: Difference, change: Change, *, whole: bool) -> Iterator[Line]:
        heading = self._heading(change)
        if change.aspect in PROSE and not whole:
            for before, after in pair(change.lost, change.gained):
                pieces = tuple(Piece(visible(part.text), part.mark) for part in _reworded(before, after))
                yield Line(heading, pieces, lang=change.lang)
            return
        marks = (Mark.KEPT, Mark.KEPT) if whole else (Mark.LOST, Mark.GAINED)
        lost = list(self._values(change, change.lost, marks[0]))
        gained = list(self._values(change, change.gained, marks[1]))
        arrow = [Piece(" → ")] if lost and gained else []
        yield Line(heading, (*lost, *arrow, *gained, *self._kept(each, change)), lang=change.lang)

    def _heading(self, change: Change) -> str:
        name = say(ASPECTS[change.aspect], self._lang)
        if change.aspect is Aspect.OTHER:
            return f"{name} ({visible(change.detail)})"
        about = [language_name(change.lang, self._lang)] if change.lang else []
        if change.aspect is Aspect.SUGGESTION:
            about += self._conditions(change.detail)
        elif change.aspect is Aspect.OPEN_POINT and change.detail:
            about.append(self._given(change.detail.split()))
        elif change.detail in DETAILS:
            about.append(say(DETAILS[change.detail], self._lang))
        elif change.detail and change.aspect not in {Aspect.BROADER, Aspect.NOTE_SOURCE}:
            about.append(self.reference(change.detail).text)
        return f"{name} ({', '.join(about)})" if about else name

    def _conditions(self, detail: str) -> Iterator[str]:
        """Yield how surely a concept is suggested, and with which answers."""
        certainty, *given = detail.split()
        yield say(CERTAINTIES[certainty], self._lang)
        if given:
            yield self._given(given)

    def _given(self, answers: Iterable[str]) -> str:
        return say(N_("with the answer {answers}"), self._lang, answers=visible(", ".join(answers)))

    def _values(self, change: Change, values: Iterable[str], mark: Mark) -> Iterator[Piece]:
        if change.aspect in REFERENCES:
            return self._list(values, mark)
        if change.aspect is Aspect.STATUS:
            return self._texts((say(STATUS_NAMES[Status(value)], self._lang) for value in values), mark)
        return self._texts(values, mark)

    def _list(self, iris: Iterable[str], mark: Mark) -> Iterator[Piece]:
        for place, iri in enumerate(iris):
            if place:
                yield Piece(", ")
            yield self.reference(iri, mark)

    @staticmethod
    def _texts(values: Iterable[str], mark: Mark) -> Iterator[Piece]:
        for place, text in enumerate(values):
            if place:
                yield Piece(", ")
            yield Piece(visible(text), mark)

    def _kept(self, each: Difference, change: Change) -> Iterator[Piece]:
        """Yield what has become of the old term where there is a new one."""
        after = self._comparison.concepts(each)[1]
        if change.aspect is not Aspect.PREFERRED or after is None or not change.lost or not change.gained:
            return
        told = NOT_KEPT
        for kind, labels in ((LabelKind.HIDDEN, after.hidden), (LabelKind.ALTERNATIVE, after.alternative)):
            if {label.text for label in labels}.issuperset(change.lost):
                told = KEPT_AS[kind]
        yield Piece(f" ({say(told, self._lang)})")

    def _ways(self, each: Difference) -> Iterator[Line]:
        """Yield the ways down to a concept that was moved, before and after."""
        sides = (
            (self._comparison.base, N_("was found under"), Mark.LOST),
            (
                self._comparison.head,
                N_("is found under"),
                Mark.GAINED,
            ),
        )
        for state, heading, mark in sides:
            ways = [way[:-1] for way in state.vocabulary.paths(each.iri)[:WAYS]]
            steps = [" › ".join(self.reference(iri).text for iri in way) for way in ways if way]
            told = steps or [say(N_("nothing: it stands at the top"), self._lang)]
            yield Line(say(heading, self._lang), tuple(self._texts(told, mark)))


def _moved(each: Difference) -> bool:
    """Tell whether a concept stands elsewhere now: one that went out of use stands nowhere."""
    return Happening.MOVED in each.happenings and Happening.RETIRED not in each.happenings


def _reworded(before: str, after: str) -> Iterator[Piece]:
    if before and after:
        return (Piece(part.text, part.mark) for part in reword(before, after))
    return iter((Piece(before, Mark.LOST) if before else Piece(after, Mark.GAINED),))
