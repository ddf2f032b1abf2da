from __future__ import annotations

from typing import Any

import feedparser
import pytest

from samsprak.publication.feeds import Feed, atom
from samsprak.publication.news import Chronicle
from samsprak.vocabulary.protocol import Vocabulary
from tests.conftest import Turtle
from tests.publication.conftest import BASE

HERE = Feed(f"{BASE}/v/feed.atom", f"{BASE}/en/v/", lambda each: f"{BASE}/en/v/{each.event.concept.id}", "The service")


def read(vocabularies: list[Vocabulary], lang: str = "en", most: int = 100) -> Any:
    content = atom(Chronicle(vocabularies), lang, HERE, most)
    assert content == atom(Chronicle(vocabularies), lang, HERE, most)
    parsed = feedparser.parse(content)
    assert not parsed.bozo, parsed.get("bozo_exception")
    assert parsed.version == "atom10"
    return parsed


def test_a_feed_says_where_it_is_whose_and_of_what(foreign: Vocabulary) -> None:
    feed = read([foreign]).feed
    links = {link.rel: link.href for link in feed.links}
    assert links == {"self": HERE.address, "alternate": HERE.home}
    assert feed.id == HERE.address
    assert feed.author == "A garden"
    assert feed.title == "Plants: what is new"
    assert feed.language == "en"


def test_the_newest_comes_first_with_a_zoned_date(foreign: Vocabulary) -> None:
    parsed = read([foreign])
    dates = [entry.updated for entry in parsed.entries]
    assert dates == sorted(dates, reverse=True)
    assert dates[0] == "2024-07-01T00:00:00+00:00"
    assert parsed.feed.updated == dates[0]


def test_every_entry_has_an_id_of_its_own_that_stays(foreign: Vocabulary, thesaurus: Vocabulary) -> None:
    ids = [entry.id for entry in read([foreign, thesaurus], most=1000).entries]
    assert len(ids) == len(set(ids)) > 100
    assert all(each.startswith("urn:uuid:") for each in ids)
    assert ids == [entry.id for entry in read([foreign, thesaurus], "sv", 1000).entries]


def test_what_happened_is_said_in_words(foreign: Vocabulary) -> None:
    said = {entry.title: entry.summary for entry in read([foreign]).entries}
    assert said == {
        "No longer used: poissa": "The concept has been withdrawn.",
        "No longer used: päärynä": "The concept is no longer used. Use instead: “apple tree”.",
        "Changed: apple tree": "The definition is narrower.",
        "New: apple tree": "",
        "New: food": "",
        "New: tree": "a plant with a trunk",
    }


def test_in_swedish_it_is_said_in_swedish(foreign: Vocabulary) -> None:
    said = {entry.title: entry.summary for entry in read([foreign], "sv").entries}
    assert said["Används inte längre: päärynä"] == "Begreppet används inte längre. Använd i stället: ”apple tree”."


def test_of_all_vocabularies_the_latest(foreign: Vocabulary, thesaurus: Vocabulary) -> None:
    parsed = read([foreign, thesaurus], most=5)
    assert len(parsed.entries) == 5
    assert parsed.feed.title == "The service: what is new"
    assert parsed.feed.author == "The service"


@pytest.mark.parametrize("body", ["ex:a a skos:Concept .", 'ex:a a skos:Concept ; dcterms:created "i fjol" .'])
def test_without_dates_there_is_nothing_new(body: str, turtle: Turtle) -> None:
    parsed = read([turtle(body)])
    assert parsed.entries == []
    assert parsed.feed.updated


def test_signs_of_markup_and_control_stay_text(turtle: Turtle) -> None:
    vocabulary = turtle(
        r'ex:a a skos:Concept ; skos:prefLabel "a <b> & \u0001"@en ; skos:definition "<i>&"@en ;'
        r' dcterms:created "2025" .'
    )
    (entry,) = read([vocabulary]).entries
    assert entry.title == "New: a <b> & \ufffd"
    assert entry.summary_detail.value == "&lt;i&gt;&amp;"
