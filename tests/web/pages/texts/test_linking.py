"""Terms within definitions and notes: which are links, what the links carry, and how many are kept."""

from __future__ import annotations

import re
from html import unescape

import pytest
from flask.testing import FlaskClient
from markupsafe import Markup

from samsprak.vocabulary.records import Note, NoteKind
from samsprak.web.context import service
from samsprak.web.pages.texts.linking import EXTENSION, LONGEST, linked_paragraphs
from samsprak.web.presentation import Reader
from tests.conftest import PREFIXES
from tests.web.conftest import make_client

HOSTILE = "</p><script>alert(1)</script> \\\" onfocus='x'"
LINK = re.compile(r'<a class="named" href="([^"]+)"(?: data-definition="([^"]*)")?(?: data-lang="(\w+)")?>([^<]+)</a>')
BODY = f"""
ex:insats a skos:Concept ; skos:prefLabel "insats"@sv , "intervention"@en ; skos:definition "det som görs"@sv .
ex:beslut a skos:Concept ; skos:prefLabel "beslut"@sv , "decision"@en ;
    skos:definition "det som är bestämt"@sv , "what is decided"@en .
ex:stod a skos:Concept ; skos:prefLabel "stödinsats"@sv .
ex:bare a skos:Concept ; skos:prefLabel "namnet"@sv .
ex:long a skos:Concept ; skos:prefLabel "långt"@sv ; skos:definition "{"lång " * 200}"@sv .
ex:gold a skos:Concept ; skos:prefLabel "d'or"@sv .
ex:hostile a skos:Concept ; skos:prefLabel "farlig"@sv ; skos:definition "{HOSTILE}"@sv .
"""


@pytest.fixture(scope="module")
def client(tmp_path_factory: pytest.TempPathFactory) -> FlaskClient:
    path = tmp_path_factory.mktemp("linking") / "v.ttl"
    path.write_text(PREFIXES + BODY, "utf-8")
    return make_client(path)


def linked(client: FlaskClient, *texts: str, lang: str = "sv", of: str = "stod", read_in: str = "sv") -> Markup:
    with client.application.test_request_context("/"):
        vocabulary = service().snapshot.vocabulary("v")
        reader = Reader(vocabulary, service().addresses, read_in)
        return linked_paragraphs(
            reader, vocabulary.by_id(of), [Note(NoteKind.DEFINITION, text, lang) for text in texts]
        )


def test_terms_are_links_in_any_inflected_form_and_carry_their_definitions(client: FlaskClient) -> None:
    written = linked(client, "Insatserna följer av beslutet.")
    assert LINK.findall(written) == [
        ("/sv/v/insats/insats", "det som görs", "", "Insatserna"),
        ("/sv/v/beslut/beslut", "det som är bestämt", "", "beslutet"),
    ]
    assert re.sub("<[^>]+>", "", written) == "Insatserna följer av beslutet.\n"


def test_each_concept_is_linked_once_in_a_text(client: FlaskClient) -> None:
    assert linked(client, "insats, insats och", "insatser med beslut").count("<a ") == 2


def test_concept_itself_and_words_that_only_end_in_a_term_are_no_links(client: FlaskClient) -> None:
    assert linked(client, "Insats och insatser.", of="insats") == "<p>Insats och insatser.</p>\n"
    assert linked(client, "ett domstolsbeslut") == "<p>ett domstolsbeslut</p>\n"
    assert "domstolsbeslut" in linked(client, "ett domstolsbeslut"), "a compound stays whole"


def test_terms_are_looked_for_in_the_language_of_the_note(client: FlaskClient) -> None:
    assert [found[3] for found in LINK.findall(linked(client, "decision or beslut", lang="en"))] == ["decision"]
    assert [found[3] for found in LINK.findall(linked(client, "decision or beslut"))] == ["beslut"]


def test_links_and_definitions_are_in_the_language_of_the_page(client: FlaskClient) -> None:
    written = linked(client, "insats efter beslut", read_in="en")
    assert written.startswith('<p lang="sv">')
    assert LINK.findall(written) == [
        ("/en/v/insats/intervention", "det som görs", "sv", "insats"),
        ("/en/v/beslut/decision", "what is decided", "", "beslut"),
    ]


def test_concept_without_a_definition_is_only_a_link(client: FlaskClient) -> None:
    assert linked(client, "namnet") == '<p><a class="named" href="/sv/v/bare/namnet">namnet</a></p>\n'


def test_long_definitions_are_cut(client: FlaskClient) -> None:
    ((_, definition, _, _),) = LINK.findall(linked(client, "långt"))
    assert definition.endswith("lång…")
    assert len(definition) <= LONGEST + 1


def test_texts_are_shown_not_run(client: FlaskClient) -> None:
    written = linked(client, "farlig <b>insats</b> & 'beslut' <i> d'or")
    assert "<script" not in written
    assert "<b>" not in written
    assert unescape(LINK.findall(written)[0][1]) == HOSTILE.replace("\\", "")
    assert unescape(re.sub("<[^>]+>", "", written)) == "farlig <b>insats</b> & 'beslut' <i> d'or\n"
    assert "<i>" not in linked(client, "beslut <i>")
    assert ">d&#39;or</a>" in written


def test_paragraphs_are_kept(client: FlaskClient, monkeypatch: pytest.MonkeyPatch) -> None:
    first = linked(client, "en insats som finns kvar")
    with client.application.test_request_context("/"):
        annotator = service().snapshot.index.annotator
    monkeypatch.setattr(annotator, "annotate", lambda *_: pytest.fail("the paragraph was kept"))
    assert linked(client, "en insats som finns kvar") == first
    assert len(client.application.extensions[EXTENSION]) > 0
