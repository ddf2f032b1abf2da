"""The page of a concept: what is on it, what is left out, and what it says of other languages."""

from __future__ import annotations

import gzip
import re
from collections.abc import Callable
from pathlib import Path

from flask.testing import FlaskClient

from samsprak.settings import Settings
from samsprak.web.app import create_app
from tests.conftest import PREFIXES
from tests.web.conftest import make_client
from tests.web.pages.shown import Page

Write = Callable[[str, str | bytes], Path]
LARGEST = 40 * 1024
RECORD = """
<https://example.org/v> a skos:ConceptScheme ; dcterms:conformsTo <https://w3id.org/samsprak/shapes/record> .
ex:a a skos:Concept ; skos:prefLabel "stöd"@sv , "support"@en ; skos:hiddenLabel "bistick"@sv , "knuff"@sv ;
    skos:definition "hjälp"@sv , "help"@en ; skos:scopeNote "Använd stöd. Gränsfall: ett råd."@sv ;
    skos:historyNote "Förr skrev man bistick. Det gör man inte nu."@sv ;
    skos:example "Ja: ett samtal."@sv , "Nej: ett brev."@sv ; skos:related ex:b .
ex:b a skos:Concept ; skos:prefLabel "råd"@sv .
ex:old a skos:Concept ; skos:prefLabel "äldre"@sv ; adms:status status:Deprecated ; owl:deprecated true ;
    dcterms:isReplacedBy ex:a .
"""


def record(write: Write, address: str = "/sv/v/a/stod", body: str = RECORD) -> str:
    return make_client(write("v.ttl", PREFIXES + body)).get(address).text


def test_notes_are_parted_under_their_labels(write: Write) -> None:
    text = record(write)
    assert re.search(r'<div class="usage">\s*<p>Använd stöd\.</p>', text)
    assert re.search(r"<h3>Gränsfall</h3>\s*<div>\s*<p>Ett .*?råd.*?\.</p>", text)
    assert '<dd class="inside">Ett samtal.</dd>' in text
    assert '<dd class="outside">Ett brev.</dd>' in text


def test_discouraged_term_is_struck_with_the_sentence_that_says_why(write: Write) -> None:
    text = record(write)
    assert '<s>bistick</s> <span class="why">Förr skrev man bistick.</span>' in text
    assert '<s>knuff</s> <span class="unseen">avrådd term</span>' in text


def test_page_in_another_language_says_what_is_not_in_it(write: Write) -> None:
    english = record(write, "/en/v/a/support")
    assert "Parts of this record are only in Swedish." in english
    assert re.search(r'<p lang="sv">Använd stöd\.</p>', english)
    assert '<h3 lang="sv">Gränsfall</h3>' in english
    assert "finns bara på" not in record(write)


def test_retired_term_says_so_first_and_what_to_use(write: Write) -> None:
    text = record(write, "/sv/v/old/aldre")
    assert '<h1 class="retired">äldre</h1>' in text
    assert 0 < text.index("Termen används inte längre.") < text.index("Hänvisa")
    assert 'Använd i stället: <a href="/sv/v/a/stod">stöd</a>' in text


def test_each_neighbour_can_be_compared_with(write: Write) -> None:
    client = make_client(write("v.ttl", PREFIXES + RECORD))
    (address,) = re.findall(r'<a class="compare" href="([^"]+)"', client.get("/sv/v/a/stod").text)
    reply = client.get(address.replace("&amp;", "&"))
    assert reply.status_code == 200
    assert "stöd" in reply.text
    assert "råd" in reply.text


def test_bare_concept_has_no_empty_headings(write: Write) -> None:
    text = record(write, "/en/v/x/thing", 'ex:x a skos:Concept ; skos:prefLabel "thing"@de .')
    assert Page(text).headings == ["thing", "To cite", "Address", "Data"]
    assert '<nav class="path"' not in text
    assert "<aside" not in text


def test_what_is_copied_is_on_the_page(client: FlaskClient) -> None:
    text = client.get("/sv/small/stod/foraldrastod").text
    for name in re.findall(r'data-copy="([^"]+)"', text):
        assert text.count(f'id="{name}"') == 1
    assert "(Liten vokabulär, beslutad 2026-01-01, https://example.org/small/stod)" in text


def test_pages_of_the_thesaurus_are_light_and_ids_unique() -> None:
    app = create_app(Settings())
    client = app.test_client()
    vocabulary = app.extensions["samsprak"].snapshot.vocabularies["prevention"]
    for concept in vocabulary.concepts[::7]:
        reply = client.get(f"/sv/prevention/{concept.id}", follow_redirects=True)
        assert len(gzip.compress(reply.data)) < LARGEST / 3
        assert len(reply.data) < LARGEST
        ids = re.findall(r' id="([^"]+)"', reply.text)
        assert len(ids) == len(set(ids))
