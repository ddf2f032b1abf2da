from __future__ import annotations

from tests.web.rest.conftest import M, Read

SKOS = "http://www.w3.org/2004/02/skos/core#"


def test_concepts_collections_and_classes_are_counted(read: Read) -> None:
    told = read("mixed/vocabularyStatistics?lang=sv")
    assert (told["id"], told["title"]) == ("mixed", "Fordon")
    assert told["concepts"] == {"class": SKOS + "Concept", "label": "Begrepp", "count": 12, "deprecatedCount": 2}
    assert told["conceptGroups"] == {"class": SKOS + "Collection", "label": "Samling", "count": 3, "deprecatedCount": 0}
    model, old = told["subTypes"]
    assert model == {"type": M + "Model", "label": "modell", "count": 2, "deprecatedCount": 1}
    assert (old["type"], old["count"], old["deprecatedCount"]) == (M + "OldModel", 1, 0)


def test_vocabulary_without_collections_counts_none(read: Read) -> None:
    told = read("foreign/vocabularyStatistics")
    assert (told["concepts"]["count"], told["subTypes"], "conceptGroups" in told) == (6, [], False)


def test_labels_are_counted_by_language_and_kind(read: Read) -> None:
    told = read("mixed/labelStatistics?lang=sv")
    languages = {each["language"]: each for each in told["languages"]}
    assert list(languages) == ["de", "en", "en-GB", "fi", "sv", "und"]
    assert languages["sv"]["literal"] == "svenska"
    assert languages["sv"]["properties"] == [
        {"property": "skos:prefLabel", "labels": 6},
        {"property": "skos:altLabel", "labels": 3},
        {"property": "skos:hiddenLabel", "labels": 1},
    ]
    assert languages["und"]["properties"] == [{"property": "skos:prefLabel", "labels": 1}]


def test_language_names_are_english_where_the_service_does_not_speak_the_language(read: Read) -> None:
    told = read("mixed/labelStatistics?lang=fr")
    assert (told["languages"][4]["literal"], told["@context"]["literal"]["@language"]) == ("Swedish", "en")
