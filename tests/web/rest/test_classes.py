from __future__ import annotations

import pytest

from tests.web.rest.conftest import M, Read

SKOS = "http://www.w3.org/2004/02/skos/core#"


@pytest.mark.parametrize("address", ["mixed/types?lang=sv", "types?lang=sv"])
def test_types_have_labels_and_what_they_refine(read: Read, address: str) -> None:
    types = {each["uri"]: each for each in read(address)["types"]}
    assert next(iter(types)) == SKOS + "Concept"
    assert (types[SKOS + "Concept"]["label"], types[SKOS + "Collection"]["label"]) == ("Begrepp", "Samling")
    assert (types[M + "Model"]["label"], types[M + "Model"]["superclass"]) == ("modell", SKOS + "Concept")
    assert types[M + "OldModel"] == {"uri": M + "OldModel", "superclass": M + "Model"}


def test_types_state_the_language_that_clients_read(read: Read) -> None:
    assert read("types?lang=en")["@context"]["@language"] == "en"


def test_types_of_all_vocabularies_need_a_language(read: Read) -> None:
    assert read("types", 400)["status"] == 400


def test_characteristic_of_division_is_a_type_where_there_is_one(read: Read) -> None:
    assert [each["uri"] for each in read("foreign/types")["types"]] == [SKOS + "Concept"]
