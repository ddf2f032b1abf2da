"""A guide and its outcome as a page shows them: texts in the reader's language, concepts under their groups."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from samsprak.errors import N_
from samsprak.language.collation import sort_key
from samsprak.vocabulary.guide import Advice, Certainty, Citation, Guide, Outcome, Step, Texts
from samsprak.vocabulary.records import Concept, Label, Source
from samsprak.web.presentation import Link, Reader

CERTAINTY_NAMES = {
    Certainty.CERTAIN: N_("certain"),
    Certainty.USUALLY: N_("usually"),
    Certainty.POSSIBLE: N_("possible"),
}
# So many characters make a title long.
LONG_TITLE = 60


@dataclass(frozen=True, slots=True)
class Cited:
    """A text with the source that it is taken from and the place in it."""

    text: Label
    source: Link
    place: Label


@dataclass(frozen=True, slots=True)
class ShownAdvice:
    """A concept to tag with, in the words of the page; `certainty` is a message to translate."""

    concept: Concept
    link: Link
    certainty: str
    grounds: tuple[Cited, ...]


@dataclass(frozen=True, slots=True)
class Group:
    """The concepts of one collection; those that belong to none have no `link`."""

    link: Link | None
    advice: tuple[ShownAdvice, ...]


@dataclass(frozen=True, slots=True)
class ShownStep:
    """A question that was answered, its answer, and the address where it is answered anew."""

    question: Label
    answer: Label
    change: str
    citation: Cited | None


@dataclass(frozen=True, slots=True)
class Guided:
    """Who follows which guide, and how far."""

    reader: Reader
    guide: Guide
    outcome: Outcome

    @property
    def on_the_path(self) -> tuple[str, ...]:
        """The ids of the answers that count."""
        return tuple(step.answer.id for step in self.outcome.steps)

    @property
    def given(self) -> tuple[str, ...]:
        """The ids of all answers given, those put aside last."""
        return (*self.on_the_path, *(answer.id for answer in self.outcome.aside))

    def address(self, answers: Sequence[str], lang: str = "") -> str:
        """Return the address of the guide with these answers."""
        reader = self.reader
        return reader.addresses.vocabulary_page("guide", reader.vocabulary.id, lang or reader.lang, answer=answers)

    def steps(self) -> list[ShownStep]:
        """Return what was answered so far."""
        return [self._step(step) for step in self.outcome.steps]

    def _step(self, step: Step) -> ShownStep:
        others = tuple(answer for answer in self.given if answer != step.answer.id)
        citation = step.answer.citation
        return ShownStep(
            self.reader.text(step.question.text),
            self.reader.text(step.answer.text),
            self.address(others),
            self._cited((), citation) if citation else None,
        )

    def groups(self) -> list[Group]:
        """Return the concepts to tag with under the guide's groups, those of no group last."""
        by_group: dict[str, list[Advice]] = {iri: [] for iri in (*self.guide.groups, "")}
        for advice in self.outcome.advice:
            by_group[self._group_of(advice)].append(advice)
        return [
            Group(self.reader.link(iri) if iri else None, self._sorted(advice))
            for iri, advice in by_group.items()
            if advice
        ]

    def silent(self) -> list[Link]:
        """Return the groups that the answers say nothing of."""
        spoken = {self._group_of(advice) for advice in self.outcome.advice}
        return [self.reader.link(iri) for iri in self.guide.groups if iri not in spoken]

    def open_points(self) -> list[Cited]:
        """Return what remains open."""
        return [self._cited(point.text, point.citation) for point in self.outcome.open_points]

    def _group_of(self, advice: Advice) -> str:
        held_by = self.reader.vocabulary.concept(advice.concept).member_of
        return next((iri for iri in self.guide.groups if iri in held_by), "")

    def _sorted(self, advice: Sequence[Advice]) -> tuple[ShownAdvice, ...]:
        """Return the surest first, then in alphabetical order."""
        shown = [(each.certainty.order, self._advice(each)) for each in advice]
        shown.sort(key=lambda pair: (pair[0], sort_key(pair[1].link.text, self.reader.shown)))
        return tuple(each for _, each in shown)

    def _advice(self, advice: Advice) -> ShownAdvice:
        return ShownAdvice(
            self.reader.vocabulary.concept(advice.concept),
            self.reader.link(advice.concept),
            CERTAINTY_NAMES[advice.certainty],
            tuple(self._cited(ground.reason, ground.citation) for ground in advice.grounds),
        )

    def sources(self) -> list[Link]:
        """Return the sources of all that the page says, each once and in full."""
        outcome = self.outcome
        citations = [ground.citation for advice in outcome.advice for ground in advice.grounds]
        citations += [point.citation for point in outcome.open_points]
        citations += [step.answer.citation for step in outcome.steps if step.answer.citation]
        links = self.reader.sources(dict.fromkeys(citation.source for citation in citations))
        return sorted(links, key=lambda link: sort_key(link.text, self.reader.shown))

    def _cited(self, text: Texts, citation: Citation) -> Cited:
        return Cited(self.reader.text(text), self._short(citation.source), self.reader.text(citation.place))

    def _short(self, iri: str) -> Link:
        """Return a source by its title, a long one by publisher and year: a page cites the same one many times."""
        source = self.reader.vocabulary.resource(iri)
        link = self.reader.link(iri)
        if len(link.text) < LONG_TITLE or not isinstance(source, Source) or not source.issued:
            return link
        publisher = next((agent.name for agent in source.publishers if agent.name), "")
        return link._replace(text=f"{publisher}, {source.issued}", lang="") if publisher else link
