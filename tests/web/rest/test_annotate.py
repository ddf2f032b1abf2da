from __future__ import annotations

from pathlib import Path

import pytest
from flask.testing import FlaskClient

from tests.conftest import PREFIXES
from tests.web.conftest import make_client

TERMS = """
    ex:s a skos:ConceptScheme ; dcterms:conformsTo <https://w3id.org/samsprak/shapes/record> .
    ex:samtal a skos:Concept ; skos:prefLabel "råd- och stödsamtal"@sv ; skos:altLabel "rådgivning"@sv ;
      skos:hiddenLabel "pratstund"@sv .
    ex:gammal a skos:Concept ; skos:prefLabel "stödprat"@sv ; adms:status status:Deprecated ; owl:deprecated true ;
      dcterms:isReplacedBy ex:samtal .
"""
TEXT = "Råd- och stödsamtalen är ingen pratstund och inget stödprat, men rådgivning."


@pytest.fixture(scope="module")
def terms(tmp_path_factory: pytest.TempPathFactory) -> FlaskClient:
    path: Path = tmp_path_factory.mktemp("annotate") / "ord.ttl"
    path.write_text(PREFIXES + TERMS, encoding="utf-8")
    return make_client(path)


def test_text_is_annotated_with_offsets_and_advice(terms: FlaskClient) -> None:
    reply = terms.post("/rest/v1/annotate", json={"text": TEXT, "lang": "sv"})
    assert reply.json is not None
    found = reply.json["annotations"]
    assert [TEXT[each["start"] : each["end"]] for each in found] == [each["text"] for each in found]
    assert [
        (each["text"], each["matched"]["kind"], each["how"], each["instead"], each["discouraged"]) for each in found
    ] == [
        ("Råd- och stödsamtalen", "prefLabel", "inflected", [], False),
        ("pratstund", "hiddenLabel", "exact", ["råd- och stödsamtal"], True),
        ("stödprat", "prefLabel", "exact", ["råd- och stödsamtal"], True),
        ("rådgivning", "altLabel", "exact", ["råd- och stödsamtal"], False),
    ]


def test_plain_text_is_taken_too(terms: FlaskClient) -> None:
    reply = terms.post("/rest/v1/annotate?lang=sv&vocab=ord", data=TEXT.encode(), content_type="text/plain")
    assert reply.json is not None
    assert len(reply.json["annotations"]) == 4


@pytest.mark.parametrize(
    ("arguments", "status"),
    [
        ({"json": {"lang": "sv"}}, 400),
        ({"json": ["x"]}, 400),
        ({"data": b"{", "content_type": "application/json"}, 400),
        ({"data": b""}, 400),
        ({"json": {"text": "x", "vocab": "none"}}, 404),
        ({"data": b"x" * 1_000_001, "content_type": "text/plain"}, 413),
    ],
)
def test_what_cannot_be_annotated(terms: FlaskClient, arguments: dict[str, object], status: int) -> None:
    assert terms.post("/rest/v1/annotate", **arguments).status_code == status


def test_annotate_is_not_read_with_get(terms: FlaskClient) -> None:
    reply = terms.get("/rest/v1/annotate")
    assert reply.status_code == 405
    assert set(reply.headers["Allow"].split(", ")) == {"POST", "OPTIONS"}
