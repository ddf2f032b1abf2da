from __future__ import annotations

import pytest

from tests.web.rest.conftest import BOAT, M, Read


def labels(told: dict[str, object]) -> dict[str, object]:
    return {key: value for key, value in told.items() if key.endswith("Label")}


@pytest.mark.parametrize("path", ["label", "mixed/label"])
def test_labels_in_a_language(read: Read, path: str) -> None:
    told = read(f"{path}?uri={BOAT}&lang=sv")
    assert told["uri"] == M + "boat"
    assert labels(told) == {"prefLabel": "båt", "altLabel": ["farkost"], "hiddenLabel": ["bot"]}
    assert labels(read(f"{path}?uri={BOAT}&lang=de")) == {"prefLabel": "Boot"}


def test_language_falls_back_to_the_vocabulary_s_own_and_says_so(read: Read) -> None:
    for lang in ("", "&lang=fr", "&lang=not a language", "&lang="):
        told = read(f"mixed/label?uri={BOAT}{lang}")
        assert (told["prefLabel"], told["@context"]["@language"]) == ("boat", "en")


def test_variety_of_a_language_is_found(read: Read) -> None:
    told = read(f"mixed/label?uri={M}float&lang=en")
    assert (told["prefLabel"], told["@context"]["@language"]) == ("Float 2", "en-GB")


def test_label_without_language_is_told_without(read: Read) -> None:
    told = read(f"mixed/label?uri={M}duck&lang=en")
    assert told["prefLabel"] == "Duck"
    assert "@language" not in told["@context"]


def test_collections_and_schemes_have_labels_too(read: Read) -> None:
    assert read(f"label?uri={M}g1&lang=sv")["prefLabel"] == "på vatten"
    assert read(f"label?uri={M}uses")["prefLabel"] == "Uses of vehicles"


def test_what_stands_in_for_a_label_is_no_label(read: Read) -> None:
    told = read("foreign/label?uri=http://foreign.example/v%23nameless")
    assert (told["prefLabel"], told["@context"]["prefLabel"]) == ("N1", None)


@pytest.mark.parametrize(
    ("address", "status"),
    [
        ("label", 400),
        ("label?uri=", 400),
        ("mixed/label", 400),
        ("label?uri=https://example.org/nothing", 404),
        ("mixed/label?uri=https://example.org/small/stod", 404),
        (f"nothing/label?uri={BOAT}", 404),
    ],
)
def test_what_cannot_be_labelled(read: Read, address: str, status: int) -> None:
    assert read(address, status)["status"] == status
