"""The page that sets two to four concepts side by side, all that is asked for in its address."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace

from flask import Blueprint, redirect, request
from werkzeug.wrappers import Response

from samsprak.errors import N_, UnknownResource
from samsprak.language.messages import say
from samsprak.language.writing import written_list
from samsprak.search.closeness import Closeness
from samsprak.search.filters import Filters
from samsprak.vocabulary.protocol import Vocabulary
from samsprak.vocabulary.records import Concept, Status
from samsprak.web.addresses import PAGES
from samsprak.web.context import service
from samsprak.web.failures import Withdrawn
from samsprak.web.pages.comparing.comparison import FEWEST, MOST, Comparison
from samsprak.web.presentation import Link, Reader
from samsprak.web.rendering import Alike, page

blueprint = Blueprint("compare", __name__)

MAX_QUERY = 200
CANDIDATES = 8
# A concept that is typed is taken at once if it is found so; else the reader chooses among what is found.
CERTAIN = (Closeness.ADDRESS, Closeness.EXACT, Closeness.FOLDED, Closeness.INFLECTED, Closeness.APART)


@dataclass(frozen=True, slots=True)
class Choice:
    """The concepts chosen so far, what is typed to add one, and the id of the one that it is to stand in for."""

    reader: Reader
    concepts: tuple[Concept, ...]
    typed: str = ""
    instead: str = ""

    @property
    def shown(self) -> tuple[Concept, ...]:
        """The concepts that fit side by side."""
        return self.concepts[:MOST]

    @property
    def left_out(self) -> tuple[Concept, ...]:
        """The concepts that do not fit."""
        return self.concepts[MOST:]

    @property
    def enough(self) -> bool:
        """Whether there are concepts enough to compare."""
        return len(self.concepts) >= FEWEST

    @property
    def full(self) -> bool:
        """Whether another concept would be too many."""
        return len(self.concepts) >= MOST

    @property
    def removable(self) -> bool:
        """Whether there is enough to compare without one of them."""
        return len(self.shown) > FEWEST

    def address(self, lang: str = "") -> str:
        """Return the address of this comparison."""
        ids = [concept.id for concept in self.concepts]
        return self.reader.addresses.comparison(self.reader.vocabulary.id, lang or self.reader.lang, ids)

    def without(self, concept: Concept) -> str:
        """Return the address of the comparison without one of its concepts."""
        return replace(self, concepts=tuple(each for each in self.shown if each is not concept)).address()

    def with_another(self, concept: Concept) -> str:
        """Return the address with another concept: in place of the one that was pointed out, else beside the rest."""
        kept = [concept if each.id == self.instead else each for each in self.shown]
        chosen = dict.fromkeys(each.iri for each in (*kept, concept))
        return replace(self, concepts=tuple(map(self.reader.vocabulary.concept, chosen))).address()

    def link_to(self, concept: Concept) -> Link:
        """Return a link that adds a concept."""
        name = self.reader.name(concept)
        return Link(name.text, name.lang, self.with_another(concept), concept.retired)

    def nearby(self) -> list[Link]:
        """Return links that add what is easily taken for the concepts chosen, for most of them first."""
        related = Counter(iri for concept in self.concepts for iri in concept.related)
        chosen = {concept.iri for concept in self.concepts}
        others = [self.reader.vocabulary.concept(iri) for iri, _ in related.most_common() if iri not in chosen]
        return [self.link_to(concept) for concept in others[:CANDIDATES]]

    def question(self) -> str:
        """Return what the page answers, as its heading."""
        names = [self.reader.name(concept).text for concept in self.shown]
        if not self.enough:
            return say(N_("Compare concepts"), self.reader.lang)
        if len(names) == FEWEST:
            return say(N_("What is the difference between {a} and {b}?"), self.reader.lang, a=names[0], b=names[1])
        return say(N_("What sets {terms} apart?"), self.reader.lang, terms=written_list(names, self.reader.lang))


@blueprint.get(f"/sv/<vocabulary_id>/{PAGES['compare']['sv']}", defaults={"lang": "sv"})
@blueprint.get(f"/en/<vocabulary_id>/{PAGES['compare']['en']}", defaults={"lang": "en"})
def compare(lang: str, vocabulary_id: str) -> Response:
    """Show concepts side by side; a term that was typed is looked up, and the reader led to the address with it."""
    vocabulary = service().snapshot.vocabulary(vocabulary_id)
    given = [name for name in request.args.getlist("concept") if name]
    concepts = tuple(_concept(vocabulary, name) for name in dict.fromkeys(given))
    reader = Reader(vocabulary, service().addresses, lang)
    typed = request.args.get("add", "").strip()[:MAX_QUERY]
    choice = Choice(reader, concepts, typed, request.args.get("instead", ""))
    candidates = _candidates(choice) if typed else []
    certain = [concept for concept, sure in candidates if sure]
    if certain:
        return redirect(choice.with_another(certain[0]), 303)
    if not typed and len(concepts) < len(given):
        return redirect(choice.address(), 303)
    snapshot = service().snapshot
    comparison = Comparison(reader, choice.shown, snapshot.index.annotator, snapshot.facets[vocabulary.id])
    return page(
        "compare.html",
        lang,
        Alike(choice.address, indexed=False),
        vocabulary=vocabulary,
        reader=reader,
        choice=choice,
        candidates=[choice.link_to(concept) for concept, _ in candidates],
        comparison=comparison,
    )


def _concept(vocabulary: Vocabulary, name: str) -> Concept:
    """Return the concept with an id; raises `UnknownResource` for others, `Withdrawn` for one that is not shown."""
    found = vocabulary.by_id(name)
    if not isinstance(found, Concept):
        raise UnknownResource(name)
    if found.status is Status.WITHDRAWN:
        raise Withdrawn(vocabulary, found)
    return found


def _candidates(choice: Choice) -> Sequence[tuple[Concept, bool]]:
    """Return the concepts that may be meant by what was typed, the likeliest first, and whether it is surely meant."""
    index, reader = service().snapshot.index, choice.reader
    found = index.search(choice.typed, reader.lang, Filters(vocabulary=reader.vocabulary.id), limit=CANDIDATES)
    return [(hit.concept, hit.closeness in CERTAIN) for hit in found.hits if hit.concept.status is not Status.WITHDRAWN]
