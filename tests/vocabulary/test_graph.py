from __future__ import annotations

import json

import pytest
from rdflib import Graph as Read
from rdflib import Literal as Text
from rdflib import URIRef
from rdflib.namespace import DCAT, DCTERMS, XSD

from samsprak.vocabulary import graph
from samsprak.vocabulary.formats import FORMATS, JSON_LD, TURTLE
from samsprak.vocabulary.graph import Graph
from samsprak.vocabulary.namespaces import CATALOGUE_PREFIXES
from samsprak.vocabulary.ntriples import Literal
from samsprak.vocabulary.records import Label
from tests.vocabulary.graphs import same_in_every_format

HERE = "https://example.org/dcat"


def made() -> Graph:
    found = Graph(CATALOGUE_PREFIXES)
    found.add(HERE, f"{DCTERMS}type", f"{DCAT}Catalog")
    found.add(HERE, f"{DCTERMS}title", *map(graph.label, (Label('a "b"\n', "sv"), Label("c", ""))))
    found.add(HERE, f"{DCTERMS}issued", *graph.date("2025-01-02"))
    found.add(HERE, f"{DCTERMS}extent", graph.integer(7))
    return found


def test_every_format_says_the_same() -> None:
    said = same_in_every_format({form: made().written(form) for form in FORMATS})
    assert (URIRef(HERE), DCTERMS.title, Text('a "b"\n', lang="sv")) in said
    assert len(said) == len(made()) == 5


def test_json_ld_has_the_prefixes_of_what_it_says() -> None:
    (node,) = json.loads(made().written(JSON_LD))["graph"]
    assert node["dcterms:extent"] == {"@value": "7", "@type": str(XSD.integer)}


def test_statements_are_made_once() -> None:
    twice = made()
    twice.add(HERE, f"{DCTERMS}extent", graph.integer(7))
    assert twice.written(TURTLE) == made().written(TURTLE)


@pytest.mark.parametrize("word", ["", "free for all", "no-colon", "https://example.org/a b", "https://example.org/<x>"])
def test_what_is_no_address_is_not_said_to_be_one(word: str) -> None:
    found = Graph(CATALOGUE_PREFIXES)
    found.add(HERE, f"{DCTERMS}license", word)
    assert len(found) == 0
    assert len(Read().parse(data=found.written(TURTLE), format="turtle")) == 0


@pytest.mark.parametrize(
    ("written", "kind"),
    [
        ("2025", XSD.gYear),
        ("2025-01", XSD.gYearMonth),
        ("2025-01-02", XSD.date),
        ("2025-01-02T03:04:05Z", XSD.dateTime),
        ("2025-01-02T03:04:05.6+01:00", XSD.dateTime),
    ],
)
def test_dates_have_the_type_that_fits(written: str, kind: URIRef) -> None:
    assert graph.date(written) == (Literal(written, "", str(kind)),)


@pytest.mark.parametrize("written", ["", "i fjol", "2025-1-2", "20250102"])
def test_what_is_no_date_is_left_out(written: str) -> None:
    assert graph.date(written) == ()
