"""The statistics of a vocabulary as charts, in the words of the page; nothing is drawn that the vocabulary lacks."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from samsprak.errors import N_
from samsprak.language.messages import language_name, say
from samsprak.language.writing import written_date
from samsprak.vocabulary.records import NoteKind, Status
from samsprak.vocabulary.statistics import MANY_SYNONYMS, Statistics
from samsprak.vocabulary.statuses import STATUS_NAMES
from samsprak.web.pages.statistics.charts import PLAIN, Bar, Chart, Series, parted, whole
from samsprak.web.presentation import Link, Reader
from samsprak.web.rendering import MAPPING_NAMES

# How the part of a bar with a status is drawn.
STATUS_KINDS: dict[Status | None, str] = {
    Status.DECIDED: "decided",
    Status.PROPOSED: "proposed",
    Status.RETIRED: "retired",
    Status.WITHDRAWN: "withdrawn",
    None: "unsaid",
}
HELD_NAMES = {
    NoteKind.DEFINITION: N_("a definition"),
    NoteKind.SCOPE: N_("a note on use"),
    NoteKind.EXAMPLE: N_("examples"),
    NoteKind.GENERAL: N_("another note"),
    NoteKind.HISTORY: N_("a note on earlier use"),
    NoteKind.CHANGE: N_("a note on changes"),
    NoteKind.EDITORIAL: N_("a note from the editors"),
}


@dataclass(frozen=True, slots=True)
class Told:
    """Who reads which statistics."""

    reader: Reader
    counted: Statistics

    def charts(self) -> list[Chart]:
        """Return the charts that have something to show."""
        return [chart for chart in self._charts() if chart.bars]

    def _charts(self) -> Iterator[Chart]:
        counted = self.counted
        yield self._facets()
        if any(self._statuses()):
            yield self._chart("status", N_("Concepts by status"), N_("Status"), self._by_status())
        yield from self._languages()
        yield self._chart("filled", N_("Concepts that have"), N_("What"), self._filled(), of=counted.concepts)
        yield self._chart("synonyms", N_("Synonyms a concept"), N_("Synonyms"), self._synonyms())
        yield self._chart("mappings", N_("Links to other vocabularies"), N_("Kind"), self._mappings())
        yield self._chart("created", N_("When concepts were created"), N_("When"), self._timeline(counted.created))
        if counted.changed != counted.created:
            yield self._chart("changed", N_("When they were last changed"), N_("When"), self._timeline(counted.changed))

    def _chart(self, name: str, heading: str, first: str, bars: Iterator[Bar], of: int = 0) -> Chart:
        concepts = N_("Links") if name == "mappings" else N_("Concepts")
        series = (Series(PLAIN, self._say(concepts)),)
        return Chart(name, self._say(heading), self._say(first), series, tuple(bars), of)

    def _say(self, message: str, **values: object) -> str:
        return say(message, self.reader.lang, **values)

    def _plain(self, text: str) -> Link:
        return Link(text, self.reader.lang, "")

    def _statuses(self) -> list[Status | None]:
        """Return the statuses that any concept has, in the order in which they are shown."""
        return [status for status in STATUS_KINDS if self.counted.statuses.get(status)]

    def _status_name(self, status: Status | None) -> str:
        return self._say(STATUS_NAMES[status] if status else N_("No status"))

    def _facets(self) -> Chart:
        """Return the concepts of each facet, in parts where there are several statuses."""
        statuses = self._statuses()
        bars = tuple(self._facet(iri, counts, statuses) for iri, counts in self.counted.facets.items())
        series = tuple(Series(STATUS_KINDS[status], self._status_name(status)) for status in statuses)
        if len(series) < 2:  # noqa: PLR2004 - one status is nothing to tell apart
            series = (Series(PLAIN, self._say(N_("Concepts"))),)
        return Chart("facets", self._say(N_("Concepts by facet")), self._say(N_("Facet")), series, bars)

    def _facet(self, iri: str, counts: Mapping[Status | None, int], statuses: list[Status | None]) -> Bar:
        name = self.reader.link(iri) if iri else self._plain(self._say(N_("In no facet")))
        if len(statuses) > 1:
            return parted(name, [(STATUS_KINDS[status], counts.get(status, 0)) for status in statuses])
        return whole(name, sum(counts.values()))

    def _by_status(self) -> Iterator[Bar]:
        for status in self._statuses():
            yield whole(self._plain(self._status_name(status)), self.counted.statuses[status])

    def _languages(self) -> Iterator[Chart]:
        """Yield what there is in each language: terms, definitions, synonyms."""
        counts = self.counted.languages
        terms = [(each.lang, each.preferred) for each in counts]
        defined = [(each.lang, each.defined) for each in counts]
        others = [(each.lang, each.alternatives) for each in counts]
        of, lang = self.counted.concepts, N_("Language")
        yield self._chart("terms", N_("Concepts with a term, by language"), lang, self._shares(terms), of)
        yield self._chart("defined", N_("Concepts with a definition, by language"), lang, self._shares(defined), of)
        bars = (whole(self._language(tag), number) for tag, number in others if number)
        chart = self._chart("alternatives", N_("Synonyms by language"), lang, bars)
        yield Chart(chart.id, chart.heading, chart.first, (Series(PLAIN, self._say(N_("Synonyms"))),), chart.bars)

    def _shares(self, values: list[tuple[str, int]]) -> Iterator[Bar]:
        return (whole(self._language(lang), number, self._share(number)) for lang, number in values if number)

    def _language(self, tag: str) -> Link:
        return self._plain(language_name(tag, self.reader.lang) if tag else self._say(N_("No language given")))

    def _filled(self) -> Iterator[Bar]:
        """Yield how many concepts have each kind of note, and sources, in the order of the record."""
        for kind, name in HELD_NAMES.items():
            if self.counted.held.get(kind):
                number = self.counted.held[kind]
                yield whole(self._plain(self._say(name)), number, self._share(number))
        if self.counted.sourced:
            yield whole(self._plain(self._say(N_("a source"))), self.counted.sourced, self._share(self.counted.sourced))

    def _share(self, number: int) -> str:
        of = self.counted.concepts
        return self._say(N_("{number} of {of}"), number=number, of=of)

    def _synonyms(self) -> Iterator[Bar]:
        for number, concepts in self.counted.synonyms.items():
            name = self._say(N_("{n} or more"), n=number) if number == MANY_SYNONYMS else str(number)
            yield whole(self._plain(name), concepts)

    def _mappings(self) -> Iterator[Bar]:
        for kind, number in self.counted.mappings.items():
            yield whole(self._plain(self._say(MAPPING_NAMES[kind.value])), number)

    def _timeline(self, counts: Mapping[str, int]) -> Iterator[Bar]:
        for when, number in counts.items():
            yield whole(self._plain(written_date(when, self.reader.lang)), number)
