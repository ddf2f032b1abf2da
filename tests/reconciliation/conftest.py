"""A vocabulary with namesakes, a past and facets, and one that shares a term with it."""

from __future__ import annotations

from typing import Any

import pytest

from samsprak.reconciliation.question import Candidate, Known, Question
from samsprak.reconciliation.reconciler import Reconciler
from samsprak.settings import Settings, VocabularyInput
from samsprak.snapshot import Snapshot, take
from tests.conftest import EX, PREFIXES

VOCABULARY = """
ex: a skos:ConceptScheme ; vann:preferredNamespaceUri "https://example.org/v/" ; vann:preferredNamespacePrefix "v" .
ex:c1 a skos:Concept ; skos:inScheme ex: ; skos:prefLabel "stödsamtal"@sv , "support talk"@en ; skos:notation "7B" ;
  skos:altLabel "samtalsstöd"@sv ; skos:hiddenLabel "pratstöd"@sv ; skos:broader ex:c9 ; adms:status status:Completed ;
  skos:definition "samtal som ger stöd"@sv .
ex:c2 a skos:Concept ; skos:inScheme ex: ; skos:prefLabel "kontakt (person)"@sv ; skos:broader ex:c9 .
ex:c3 a skos:Concept ; skos:inScheme ex: ; skos:prefLabel "kontakt (insats)"@sv ; skos:broader ex:c8 .
ex:c4 a skos:Concept ; skos:inScheme ex: ; skos:prefLabel "öppen förskola"@sv .
ex:c5 a skos:Concept ; skos:prefLabel "pratstund"@sv ; adms:status status:Deprecated ; dcterms:isReplacedBy ex:c6 .
ex:c6 a skos:Concept ; skos:prefLabel "samtal"@sv ; adms:status status:Deprecated ; dcterms:isReplacedBy ex:c1 .
ex:c7 a skos:Concept ; skos:prefLabel "misstag"@sv ; adms:status status:Withdrawn .
ex:c8 a skos:Concept ; skos:prefLabel "insats"@sv .
ex:c9 a skos:Concept ; skos:prefLabel "hjälp"@sv ; skos:broader ex:c8 .
ex:alla a skos:Concept ; skos:inScheme ex: ; skos:prefLabel "alla barn"@sv .
ex:g1 a skos:Collection ; skos:prefLabel "innehåll (vad)"@sv , "content"@en ; skos:member ex:c1 , ex:c3 .
ex:g2 a skos:Collection ; skos:prefLabel "aktörer (vem)"@sv ; skos:member ex:g3 .
ex:g3 a skos:Collection ; skos:prefLabel "personal"@sv ; skos:member ex:c2 .
"""
OTHER = """
<https://example.com/o> a skos:ConceptScheme .
<https://example.com/o/1> a skos:Concept ; skos:inScheme <https://example.com/o> ; skos:prefLabel "öppen förskola"@sv .
<https://example.com/o/2> a skos:Concept ; skos:inScheme <https://example.com/o> ; skos:prefLabel "avoin ryhmä"@fi .
"""


@pytest.fixture(scope="session")
def snapshot(tmp_path_factory: pytest.TempPathFactory) -> Snapshot:
    folder = tmp_path_factory.mktemp("reconciliation")
    for name, body in {"v": VOCABULARY, "o": OTHER}.items():
        (folder / f"{name}.ttl").write_text(PREFIXES + body, encoding="utf-8")
    return take(Settings((VocabularyInput(folder / "v.ttl", "v"), VocabularyInput(folder / "o.ttl", "o"))))


@pytest.fixture(scope="session")
def reconciler(snapshot: Snapshot) -> Reconciler:
    return Reconciler(snapshot)


class Asking:
    """Asks a reconciler, mostly about the first vocabulary, and returns ids with what is to be known of them."""

    def __init__(self, reconciler: Reconciler) -> None:
        self._reconciler = reconciler

    def matched(self, text: str, *known: tuple[str, str], **more: Any) -> str:
        """Return the id of the one that is certain, or nothing."""
        return next((each.iri.removeprefix(EX) for each in self.found(text, *known, **more) if each.match), "")

    def scores(self, text: str, *known: tuple[str, str], **more: Any) -> dict[str, float]:
        """Return the score of each candidate by its id, in their order."""
        return {each.iri.removeprefix(EX): each.score for each in self.found(text, *known, **more)}

    def found(
        self, text: str, *known: tuple[str, str], lang: str = "sv", vocabulary: str = "v", **more: Any
    ) -> tuple[Candidate, ...]:
        question = Question(text, known=tuple(Known(name, (value,)) for name, value in known), **more)
        return self._reconciler.reconcile(question, lang, vocabulary)


@pytest.fixture(scope="session")
def asking(reconciler: Reconciler) -> Asking:
    return Asking(reconciler)
