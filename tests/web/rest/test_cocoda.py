"""cocoda-sdk, as it is, on two vocabularies."""

from __future__ import annotations

from pathlib import Path
from typing import Any
from urllib.parse import quote

from tests.web.rest.conftest import PROGRAMS, M, run_program

SCRIPT = Path(__file__).parent / "cocoda.mjs"
SKOS_CONCEPT = "http://www.w3.org/2004/02/skos/core#Concept"
P = "https://w3id.org/samsprak/prevention"
CONNECT = f"{P}/x6m747"


def read(api: str, vocabulary: str, scheme: str, concept: str, word: str, lang: str) -> dict[str, Any]:
    found: dict[str, Any] = run_program(
        "node", str(SCRIPT), str(PROGRAMS), api, vocabulary, scheme, concept, word, lang
    )
    return found


def labels(concepts: list[dict[str, Any]], lang: str) -> list[str]:
    return [each["prefLabel"].get(lang, "") for each in concepts]


def test_cocoda_reads_the_thesaurus(api: str) -> None:
    found = read(api, "prevention", P, CONNECT, "föräldrast", "sv")
    assert found["schemes"][0]["prefLabel"]["sv"] == "Prevention i socialtjänsten: tesaurus"
    assert "insats" in labels(found["top"], "sv")
    intervention = next(each for each in found["top"] if each["prefLabel"]["sv"] == "insats")
    assert intervention["narrower"] == [None]
    concept = found["concept"]
    assert (concept["uri"], concept["prefLabel"]) == (CONNECT, {"sv": "Connect", "en": "Connect"})
    assert labels(concept["broader"], "sv") == ["föräldrautbildning"]
    assert labels(found["ancestors"], "sv") == ["föräldrautbildning", "föräldrastöd", "föräldraskapsstöd", "insats"]
    assert labels(found["search"], "sv")[0] == "föräldrastöd"
    assert "Samling" in labels(found["types"], "sv")


def test_cocoda_reads_several_broader_concepts_in_several_languages(api: str) -> None:
    found = read(api, "mixed", "https://example.org/mixed", M + "amphibian", "amph", "en")
    assert labels(found["top"], "en") == ["transport", "vehicle"]
    assert found["top"][1]["notation"] == ["V"]
    concept = found["concept"]
    assert concept["prefLabel"] == {"sv": "amfibiefordon", "en": "amphibious vehicle"}
    assert sorted(labels(concept["broader"], "en")) == ["boat", "car", "rescue"]
    assert concept["type"] == [SKOS_CONCEPT]
    assert found["narrower"][1]["prefLabel"] == {"en-GB": "Float 2"}
    assert [each["narrower"] for each in found["narrower"]] == [[], []]
    assert labels(found["ancestors"], "en") == ["boat", "vehicle"]
    assert labels(found["search"], "en") == ["amphibious vehicle"]
    model = next(each for each in found["types"] if each["uri"] == M + "Model")
    assert (model["prefLabel"], model["superclass"]) == ({"en": "model"}, SKOS_CONCEPT)


def test_cocoda_comes_to_the_end_of_a_circle(api: str) -> None:
    found = read(api, "mixed", "https://example.org/mixed", M + "pull", quote("nothing"), "de")
    assert [each["uri"].removeprefix(M) for each in found["ancestors"]] == ["tow", "haul", "transport"]
    # The labels are English, and known to be.
    assert labels(found["ancestors"], "en") == ["tow", "haul", "transport"]
    assert (found["narrower"], found["search"]) == ([], [])
