from __future__ import annotations

from tests.web.rest.conftest import Read


def test_vocabularies_are_listed_by_id_with_a_title_in_the_language(read: Read) -> None:
    listed = read("vocabularies?lang=en")["vocabularies"]
    assert [(each["uri"], each["id"], each["title"]) for each in listed] == [
        ("foreign", "foreign", "foreign"),
        ("mixed", "mixed", "Vehicles"),
        ("small", "small", "Small vocabulary"),
    ]


def test_vocabularies_need_a_language(read: Read) -> None:
    assert read("vocabularies", 400)["status"] == 400
    assert read("vocabularies?lang=", 400)["status"] == 400


def test_vocabulary_tells_its_languages_and_schemes(read: Read) -> None:
    told = read("mixed/?lang=sv")
    assert (told["id"], told["title"], told["defaultLanguage"]) == ("mixed", "Fordon", "en")
    assert told["languages"][:2] == ["en", "sv"]
    schemes = {each["uri"]: each for each in told["conceptschemes"]}
    main = schemes["https://example.org/mixed"]
    assert (main["type"], main["prefLabel"], main["label"], main["title"]) == ("skos:ConceptScheme", *["Fordon"] * 3)
    assert schemes["https://example.org/mixed/uses"]["title"] == "Uses of vehicles"


def test_vocabulary_without_a_scheme_has_none(read: Read) -> None:
    told = read("foreign/")
    assert (told["conceptschemes"], told["defaultLanguage"]) == ([], "de")


def test_unknown_vocabulary_is_not_found(read: Read) -> None:
    assert read("nothing/", 404)["status"] == 404
