"""When a name is certain, and when a person must choose."""

from __future__ import annotations

import pytest

from tests.conftest import EX
from tests.reconciliation.conftest import Asking


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("stödsamtal", "c1"),
        ("STÖDSAMTAL ", "c1"),
        ("samtalsstöd", "c1"),
        ("stödsamtalet", "c1"),
        ("öppna förskolan", "c4"),
        ("kontakt (insats)", "c3"),
        (f"{EX}c1", "c1"),
        ("7B", "c1"),
        ("c1", "c1"),
        # What takes the place of what was stored, in two steps.
        (f"{EX}c5", "c1"),
    ],
)
def test_certain(asking: Asking, text: str, meant: str) -> None:
    assert asking.matched(text) == meant
    assert next(iter(asking.scores(text))) == meant


@pytest.mark.parametrize(
    "text",
    [
        "stödsamtl",  # misspelt
        "stodsamtal",  # without its dots
        "stödsamtal vuxna",  # holds more
        "stödsamtal (par)",  # likewise
        "kontakt",  # two are called so
        "pratstöd",  # a search word
        "pratstund",  # replaced: is what replaces it meant?
        "support talk",  # in a language that was not asked for
        "alla",  # an id that is a word
        "misstag",
        f"{EX}c7",
        "https://elsewhere.example/c1",  # the id in another address
        "",
        "  ",
        "qqq",
    ],
)
def test_not_certain(asking: Asking, text: str) -> None:
    assert asking.matched(text) == ""


def test_language_that_is_asked_for_decides(asking: Asking) -> None:
    assert asking.matched("support talk", lang="en") == "c1"
    assert asking.matched("stödsamtal", lang="en") == ""


def test_concept_without_a_term_in_the_readers_language_goes_by_its_own(asking: Asking) -> None:
    assert asking.matched("avoin ryhmä", vocabulary="o", lang="sv") == "https://example.com/o/2"


def test_the_same_term_in_two_vocabularies_is_certain_in_one_of_them_only(asking: Asking) -> None:
    assert asking.matched("öppen förskola", vocabulary="") == ""
    assert asking.matched("öppen förskola", vocabulary="o") == "https://example.com/o/1"


def test_what_is_replaced_leads_to_what_replaces_it(asking: Asking) -> None:
    first, *_ = asking.found("pratstund")
    assert (first.iri, first.instead_of, first.match) == (f"{EX}c1", f"{EX}c5", False)


def test_what_is_out_of_use_is_still_found_by_its_iri(asking: Asking) -> None:
    assert list(asking.scores(f"{EX}c5")) == ["c1", "c5"]
    assert "c7" in asking.scores(f"{EX}c7")
