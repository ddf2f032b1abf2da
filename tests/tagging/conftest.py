"""Small vocabularies as snapshots, and the project's own."""

from __future__ import annotations

from collections.abc import Callable
from itertools import count
from pathlib import Path

import pytest

from samsprak.settings import Settings, VocabularyInput
from samsprak.snapshot import Snapshot, take
from tests.conftest import PREFIXES

Load = Callable[[str], Snapshot]

# A vocabulary with everything that can happen to a concept.
CHANGED = """
ex: a skos:ConceptScheme ; vann:preferredNamespaceUri "https://example.org/v/" ; vann:preferredNamespacePrefix "v" .
ex:c1042 a skos:Concept ; skos:inScheme ex: ; skos:prefLabel "stödsamtal"@sv , "support talk"@en ; skos:notation "7.1" .
ex:c1043 a skos:Concept ; skos:inScheme ex: ; skos:prefLabel "råd- och stödsamtal"@sv ; skos:altLabel "rådgivning"@sv ;
  skos:exactMatch <http://id.example.com/D005193> .
ex:c1044 a skos:Concept ; skos:prefLabel "familjesamtal"@sv ; dcterms:replaces ex:c0001 .
ex:c1050 a skos:Concept ; skos:prefLabel "pratstund"@sv ; adms:status status:Deprecated ;
  dcterms:isReplacedBy ex:c1051 .
ex:c1051 a skos:Concept ; skos:prefLabel "samtal"@sv ; adms:status status:Deprecated ; dcterms:isReplacedBy ex:c1042 .
ex:c1052 a skos:Concept ; skos:prefLabel "kontakt"@sv ; adms:status status:Deprecated ;
  dcterms:isReplacedBy ex:c1042 , ex:c1043 .
ex:c1053 a skos:Concept ; skos:prefLabel "kuratorsprat"@sv ; adms:status status:Deprecated .
ex:c1054 a skos:Concept ; skos:prefLabel "runt"@sv ; adms:status status:Deprecated ; dcterms:isReplacedBy ex:c1055 .
ex:c1055 a skos:Concept ; skos:prefLabel "runtom"@sv ; adms:status status:Deprecated ; dcterms:isReplacedBy ex:c1054 .
ex:c1056 a skos:Concept ; skos:prefLabel "misstag"@sv ; adms:status status:Withdrawn .
ex:c1057 a skos:Concept ; skos:prefLabel "utåt"@sv ; adms:status status:Deprecated ;
  dcterms:isReplacedBy <https://elsewhere.example/x> .
ex:c1058 a skos:Concept ; skos:prefLabel "halv"@sv ; adms:status status:Deprecated ;
  dcterms:isReplacedBy ex:c1053 , ex:c1042 .
ex:g1 a skos:Collection ; skos:prefLabel "samtalsformer"@sv ; skos:member ex:c1042 , ex:c1043 .
"""


@pytest.fixture(scope="session")
def loaded(tmp_path_factory: pytest.TempPathFactory) -> Load:
    """Return a function that takes a snapshot of Turtle, its prefixes given; the vocabulary is called `v`."""
    folder, numbers = tmp_path_factory.mktemp("snapshots"), count()

    def load(body: str) -> Snapshot:
        path = folder / f"{next(numbers)}.ttl"
        path.write_text(PREFIXES + body, encoding="utf-8")
        return take(Settings((VocabularyInput(path, "v"),)))

    return load


@pytest.fixture(scope="session")
def changed(loaded: Load) -> Snapshot:
    return loaded(CHANGED)


@pytest.fixture(scope="session")
def own() -> Snapshot:
    return take(Settings())


@pytest.fixture
def table(tmp_path: Path) -> Callable[[str | bytes], str]:
    """Return a function that writes a table and returns its name."""

    def write(content: str | bytes) -> str:
        path = tmp_path / "register.csv"
        path.write_bytes(content.encode() if isinstance(content, str) else content)
        return str(path)

    return write
