from __future__ import annotations

from urllib.parse import quote

import pytest

from tests.web.rest.conftest import M, Read


def labels(read: Read, address: str) -> list[str]:
    return [each.get("altLabel", each["prefLabel"]) for each in read(address)["indexConcepts"]]


def test_letters_stand_in_the_order_of_the_language(read: Read) -> None:
    assert read("mixed/index/?lang=sv")["indexLetters"] == ["A", "B", "F", "R", "0-9", "!*"]
    assert read("mixed/index/?lang=fi")["indexLetters"] == ["K"]
    assert read("mixed/index/")["indexLetters"] == read("mixed/index/?lang=en")["indexLetters"]


def test_language_that_the_vocabulary_does_not_speak_has_no_letters(read: Read) -> None:
    assert read("mixed/index/?lang=fr")["indexLetters"] == []
    assert read("mixed/index/B?lang=fr")["indexConcepts"] == []


@pytest.mark.parametrize(
    ("letter", "lang", "found"),
    [
        ("B", "sv", ["bil", "båt"]),
        ("b", "sv", ["bil", "båt"]),
        ("F", "sv", ["farkost", "fordon"]),
        ("0-9", "sv", ["4-hjuling"]),
        ("!*", "sv", ["&"]),
        ("B", "de", ["Boot"]),
        ("V", "en", ["vehicle", "vessel"]),
        ("Q", "en", []),
    ],
)
def test_labels_of_a_letter(read: Read, letter: str, lang: str, found: list[str]) -> None:
    assert labels(read, f"mixed/index/{quote(letter)}?lang={lang}") == found


def test_star_is_every_letter_and_parts_can_be_asked_for(read: Read) -> None:
    everything = labels(read, "mixed/index/*?lang=sv")
    assert len(everything) == 8
    assert labels(read, "mixed/index/*?lang=sv&offset=2&limit=3") == everything[2:5]
    assert labels(read, "mixed/index/*?lang=sv&offset=100") == []
    assert labels(read, "mixed/index/*?lang=sv&limit=0") == everything


def test_other_label_leads_to_its_concept(read: Read) -> None:
    (entry,) = [each for each in read("mixed/index/F?lang=sv")["indexConcepts"] if "altLabel" in each]
    assert entry == {
        "uri": M + "boat",
        "localname": "boat",
        "prefLabel": "båt",
        "altLabel": "farkost",
        "lang": "sv",
    }


@pytest.mark.parametrize("query", ["limit=-1", "offset=-1", "limit=many", "limit=10001"])
def test_part_is_whole_numbers(read: Read, query: str) -> None:
    assert read(f"mixed/index/B?{query}", 400)["status"] == 400


def test_labels_without_language_have_an_index_too(read: Read) -> None:
    assert read("foreign/index/?lang=de")["indexLetters"] == ["A"]
