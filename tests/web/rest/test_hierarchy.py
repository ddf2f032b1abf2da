from __future__ import annotations

from tests.web.rest.conftest import BOAT, M, Read

SCHEME = "https://example.org/mixed"


def test_top_concepts_are_those_of_the_main_scheme(read: Read) -> None:
    told = read("mixed/topConcepts?lang=en")
    assert told["uri"] == SCHEME
    assert told["topconcepts"] == [
        {
            "uri": M + "transport",
            "label": "transport",
            "lang": "en",
            "hasChildren": True,
            "topConceptOf": SCHEME,
        },
        {
            "uri": M + "vehicle",
            "label": "vehicle",
            "lang": "en",
            "hasChildren": True,
            "notation": "V",
            "topConceptOf": SCHEME,
        },
    ]


def test_top_concepts_of_another_scheme(read: Read) -> None:
    told = read(f"mixed/topConcepts?lang=sv&scheme={M}uses")
    assert [(each["label"], each["topConceptOf"]) for each in told["topconcepts"]] == [
        ("räddning", M + "uses"),
        ("transport", M + "uses"),
    ]


def test_unknown_scheme_has_no_top_concepts(read: Read) -> None:
    assert read("mixed/topConcepts?scheme=https://example.org/none")["topconcepts"] == []


def test_without_a_scheme_trees_begin_at_the_roots(read: Read) -> None:
    told = read("foreign/topConcepts")
    assert told["uri"] == ""
    assert [each["uri"].partition("#")[2] for each in told["topconcepts"]] == ["data.ttl", "a", "nameless", "å/ä?ö"]
    assert "topConceptOf" not in told["topconcepts"][0]


def test_children_say_whether_anything_is_below_them(read: Read) -> None:
    told = read(f"mixed/children?uri={M}vehicle&lang=sv")
    assert told["uri"] == M + "vehicle"
    assert told["narrower"] == [
        {"uri": M + "car", "prefLabel": "bil", "lang": "sv", "hasChildren": True},
        {"uri": M + "boat", "prefLabel": "båt", "lang": "sv", "hasChildren": True, "notation": "V1"},
    ]
    assert [each["hasChildren"] for each in read(f"mixed/children?uri={M}amphibian")["narrower"]] == [False, False]


def test_who_opens_every_child_of_a_circle_comes_to_an_end(read: Read) -> None:
    opened, pending = [], [M + "transport"]
    while pending:
        opened.append(pending.pop())
        assert len(opened) < 10
        pending += [each["uri"] for each in read(f"mixed/children?uri={opened[-1]}")["narrower"]]
    assert opened == [M + each for each in ("transport", "haul", "tow", "pull")]
    assert read(f"mixed/children?uri={M}tow")["narrower"][0]["hasChildren"] is False


def test_hierarchy_has_all_above_with_what_is_right_below_it(read: Read) -> None:
    told = read(f"mixed/hierarchy?uri={M}amphibian&lang=sv")
    places = told["broaderTransitive"]
    assert (told["uri"], sorted(places)) == (
        M + "amphibian",
        [M + each for each in ("amphibian", "boat", "car", "rescue", "vehicle")],
    )
    boat = places[M + "boat"]
    assert (boat["prefLabel"], boat["lang"], boat["notation"], boat["hasChildren"]) == ("båt", "sv", "V1", True)
    assert boat["broader"] == [M + "vehicle"]
    assert [(each["label"], each["hasChildren"]) for each in boat["narrower"]] == [
        ("amfibiefordon", True),
        ("flotte", False),
    ]
    assert (places[M + "vehicle"]["top"], places[M + "vehicle"]["tops"]) == (SCHEME, [SCHEME])
    assert places[M + "rescue"]["top"] == M + "uses"
    assert "top" not in boat


def test_top_of_two_schemes_names_both_and_the_main_one_as_top(read: Read) -> None:
    place = read(f"mixed/hierarchy?uri={M}transport")["broaderTransitive"][M + "transport"]
    assert (place["top"], sorted(place["tops"])) == (SCHEME, [SCHEME, M + "uses"])


def test_hierarchy_never_leads_round(read: Read) -> None:
    places = read(f"mixed/hierarchy?uri={M}pull")["broaderTransitive"]
    assert {iri.removeprefix(M): place.get("broader") for iri, place in places.items()} == {
        "pull": [M + "tow"],
        "tow": [M + "haul"],
        "haul": [M + "transport"],
        "transport": None,
    }
    assert places[M + "pull"]["hasChildren"] is False


def test_missing_and_unknown_parameters(read: Read) -> None:
    assert read("mixed/hierarchy", 400)["status"] == 400
    assert read("mixed/children?uri=", 400)["status"] == 400
    assert read(f"nothing/children?uri={BOAT}", 404)["status"] == 404
    assert read(f"mixed/children?uri={BOAT}&language=sv&limit=none&format=x")["uri"] == M + "boat"
