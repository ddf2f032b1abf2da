"""From a graph as read to the frozen records of its guide; the terms are those of `shapes/guide.ttl`."""

from __future__ import annotations

from collections.abc import Iterable

from samsprak.errors import N_, UnfitVocabulary
from samsprak.vocabulary.guide import Answer, Certainty, Citation, Guide, OpenPoint, Question, Suggestion, Texts
from samsprak.vocabulary.namespaces import DCTERMS, GUIDE, RDF, RDFS
from samsprak.vocabulary.ntriples import Literal, Value, as_written, node_of, subject_of, taken_apart, value_of
from samsprak.vocabulary.records import Label
from samsprak.vocabulary.statements import Statements

TITLE, DESCRIPTION, SOURCE = DCTERMS + "title", DCTERMS + "description", DCTERMS + "source"
LABEL, COMMENT = RDFS + "label", RDFS + "comment"


def guides(statements: Statements, concepts: Iterable[str], collections: Iterable[str]) -> tuple[Guide, ...]:
    """Return the guides of a graph, most often none or one.

    Raises `UnfitVocabulary` where one cannot be followed; `samsprak check` says all that is wrong with it.
    """
    is_guide = f" <{RDF}type> <{GUIDE}Guide> ."
    if is_guide.encode() not in statements.text:
        return ()
    found = (subject_of(line) for line in statements if line.endswith(is_guide))
    holders = frozenset(concepts), frozenset(collections)
    return tuple(_Reading(statements, iri, *holders).guide() for iri in sorted(map(node_of, found)))


class _Reading:
    """Reads one guide."""

    def __init__(
        self, statements: Statements, guide: str, concepts: frozenset[str], collections: frozenset[str]
    ) -> None:
        self._statements = statements
        self._guide = guide
        self._concepts = concepts
        self._collections = collections
        self._parts = {guide}

    def guide(self) -> Guide:
        """Return the guide with every question that its first one leads to, in the order in which they are met."""
        first = self._one(self._guide, "first")
        pending, questions = [first], dict[str, Question]()
        while pending:
            iri = pending.pop(0)
            if iri not in questions:
                questions[iri] = self._question(iri)
                answers = self._listed(iri, "answers")
                pending += [then for answer in answers for then in self._links(answer, GUIDE + "leadsTo")]
        return Guide(
            iri=self._guide,
            title=self._texts(self._guide, TITLE),
            introduction=self._texts(self._guide, DESCRIPTION),
            first=self._id(first),
            groups=tuple(self._known(iri, self._collections) for iri in self._listed(self._guide, "groups")),
            questions=tuple(questions.values()),
            parts=frozenset(self._parts),
        )

    def _question(self, iri: str) -> Question:
        self._parts.add(iri)
        answers = tuple(self._answer(answer) for answer in self._listed(iri, "answers"))
        if not answers:
            raise self._unfit(iri)
        return Question(id=self._id(iri), text=self._texts(iri, LABEL), help=self._texts(iri, COMMENT), answers=answers)

    def _answer(self, iri: str) -> Answer:
        self._parts.add(iri)
        leads_to = [self._id(question) for question in self._links(iri, GUIDE + "leadsTo")]
        if len(leads_to) > 1:
            raise self._unfit(iri)
        return Answer(
            id=self._id(iri),
            text=self._texts(iri, LABEL),
            explanation=self._texts(iri, COMMENT),
            leads_to="".join(leads_to),
            suggestions=tuple(self._suggestion(each) for each in self._links(iri, GUIDE + "suggests")),
            open_points=tuple(self._open_point(each) for each in self._links(iri, GUIDE + "leavesOpen")),
            citation=self._citation(iri) if self._links(iri, SOURCE) else None,
        )

    def _suggestion(self, iri: str) -> Suggestion:
        self._parts.add(iri)
        try:
            certainty = Certainty(self._one(iri, "certainty").removeprefix(GUIDE))
        except ValueError:
            raise self._unfit(iri) from None
        return Suggestion(
            concept=self._known(self._one(iri, "concept"), self._concepts),
            certainty=certainty,
            reason=self._texts(iri, GUIDE + "reason"),
            citation=self._citation(iri),
            given=self._given(iri),
        )

    def _open_point(self, iri: str) -> OpenPoint:
        self._parts.add(iri)
        return OpenPoint(text=self._texts(iri, LABEL), citation=self._citation(iri), given=self._given(iri))

    def _citation(self, iri: str) -> Citation:
        sources = self._links(iri, SOURCE)
        if not sources:
            raise self._unfit(iri)
        return Citation(sources[0], self._texts(iri, GUIDE + "place"))

    def _given(self, iri: str) -> tuple[str, ...]:
        return tuple(self._id(answer) for answer in self._links(iri, GUIDE + "given"))

    def _one(self, iri: str, term: str) -> str:
        found = self._links(iri, GUIDE + term)
        if len(found) != 1:
            raise self._unfit(iri)
        return found[0]

    def _known(self, iri: str, holders: frozenset[str]) -> str:
        if iri not in holders:
            raise self._unfit(iri)
        return iri

    def _links(self, iri: str, predicate: str) -> list[str]:
        return sorted(each for each in self._objects(iri, predicate) if not isinstance(each, Literal))

    def _listed(self, iri: str, term: str) -> list[str]:
        """Return the members of a list in order; one in a circle ends."""
        members: list[str] = []
        nodes, seen = self._links(iri, GUIDE + term), set[str]()
        while nodes and nodes[0] not in seen:
            seen.add(nodes[0])
            members += self._links(nodes[0], RDF + "first")
            nodes = self._links(nodes[0], RDF + "rest")
        return members

    def _texts(self, iri: str, predicate: str) -> Texts:
        found = (each for each in self._objects(iri, predicate) if isinstance(each, Literal))
        labels = {Label(each.text, each.lang) for each in found}
        return tuple(sorted(labels, key=lambda label: (label.lang, label.text)))

    def _objects(self, iri: str, predicate: str) -> list[Value]:
        lines = self._statements.about(as_written(iri))
        return [value_of(other) for _, name, other in map(taken_apart, lines) if name == as_written(predicate)]

    def _id(self, iri: str) -> str:
        """Return what stands for a question or an answer in a link: its IRI, without the guide's where it is below."""
        return iri.removeprefix(f"{self._guide}/")

    def _unfit(self, iri: str) -> UnfitVocabulary:
        return UnfitVocabulary(
            N_("The guide cannot be followed: something is missing or wrong at <{iri}>. “samsprak check” says what."),
            iri=iri,
        )
