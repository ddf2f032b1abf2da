"""The prevention thesaurus, and a vocabulary that others might have written: polyhierarchical, in many languages."""

from __future__ import annotations

import pytest

from samsprak.publication.site import Published, Site
from samsprak.settings import VocabularyInput, project_folder
from samsprak.vocabulary.facets import facets_of
from samsprak.vocabulary.formats import OF_WHOLE
from samsprak.vocabulary.loader import load
from samsprak.vocabulary.protocol import Vocabulary
from tests.conftest import Turtle

BASE = "https://words.example"
FOREIGN = r"""
    ex:s a skos:ConceptScheme ; dcterms:title "Kasvit"@fi, "Plants"@en ; dcterms:description "About plants"@en ;
        dcterms:license <https://creativecommons.org/licenses/by/4.0/> ; dcterms:publisher "A garden" ;
        dcterms:created "2020" ; dcterms:modified "2024-05-06T10:00:00Z"^^xsd:dateTime ; owl:versionInfo "7" .
    ex:tree a skos:Concept ; skos:prefLabel "puu"@fi, "tree"@en, "träd"@sv ; skos:topConceptOf ex:s ;
        skos:notation "1" ; dcterms:created "2023-02-01"^^xsd:date ; skos:definition "kasvi"@fi ,
        "a plant with a trunk"@en .
    ex:food a skos:Concept ; skos:prefLabel "ruoka"@fi, "food"@en ; skos:topConceptOf ex:s ; dcterms:created "2023" .
    ex:apple a skos:Concept ; skos:prefLabel "omena"@fi, "apple tree"@en ; skos:altLabel "=1+1"@en, "-apple"@en ;
        skos:hiddenLabel "aple"@en ; skos:broader ex:tree, ex:food ; skos:related ex:pear ;
        skos:scopeNote "A \"quoted\", comma\nand a line"@en ; skos:changeNote "The definition is narrower."@en ;
        dcterms:created "2023-03-01"^^xsd:date ; dcterms:modified "2024-04-05"^^xsd:date ;
        skos:exactMatch <http://other.example/apple> ; skos:closeMatch <http://other.example/pome>, <urn:x:1> .
    ex:pear a skos:Concept ; skos:prefLabel "päärynä"@fi ; skos:broader ex:tree ;
        adms:status status:Deprecated ; owl:deprecated true ; dcterms:isReplacedBy ex:apple ;
        dcterms:modified "2024-06-01"^^xsd:date .
    ex:gone a skos:Concept ; skos:prefLabel "poissa"@fi ; adms:status status:Withdrawn ;
        dcterms:modified "2024-07"^^xsd:gYearMonth .
    ex:group a skos:Collection ; skos:prefLabel "Hedelmät"@fi, "Fruit & <more>"@en ; skos:member ex:apple, ex:pear .
"""


@pytest.fixture(scope="session")
def thesaurus() -> Vocabulary:
    return load(VocabularyInput(project_folder("vocab")))


@pytest.fixture(scope="session")
def foreign(turtle: Turtle) -> Vocabulary:
    return turtle(FOREIGN)


@pytest.fixture(scope="session")
def site() -> Site:
    return Site(
        homes={"sv": f"{BASE}/sv/", "en": f"{BASE}/en/"},
        catalogue=f"{BASE}/dcat",
        void=f"{BASE}/.well-known/void",
        sparql=f"{BASE}/sparql",
        rest=f"{BASE}/rest/v1/",
        openapi=f"{BASE}/openapi.json",
    )


def published(vocabulary: Vocabulary) -> Published:
    return Published(
        vocabulary,
        homes={lang: f"{BASE}/{lang}/{vocabulary.id}/" for lang in ("sv", "en")},
        files={form: f"{BASE}/{vocabulary.id}.{form.suffix}" for form in OF_WHOLE},
        facets=facets_of(vocabulary),
    )
