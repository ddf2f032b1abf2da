from __future__ import annotations

from tests.web.rest.conftest import M, Read


def test_groups_have_their_collections_and_say_whether_they_have_members(read: Read) -> None:
    told = read("mixed/groups?lang=en")["groups"]
    assert told == [
        {"uri": M + "g2", "prefLabel": "by size", "lang": "en", "hasMembers": True},
        {"uri": M + "g3", "prefLabel": "empty", "lang": "en", "hasMembers": False},
        {
            "uri": M + "g1",
            "prefLabel": "on water",
            "lang": "en",
            "hasMembers": True,
            "notation": "G",
            "childGroups": [M + "g2"],
        },
    ]


def test_members_are_concepts_and_collections(read: Read) -> None:
    collection, boat = read(f"mixed/groupMembers?uri={M}g1&lang=sv")["members"]
    assert (collection["uri"], collection["type"], collection["hasMembers"]) == (M + "g2", ["skos:Collection"], True)
    assert boat == {
        "uri": M + "boat",
        "prefLabel": "båt",
        "lang": "sv",
        "type": ["skos:Concept"],
        "isSuper": False,
        "hasMembers": False,
        "notation": "V1",
    }


def test_members_of_an_ordered_collection_stand_in_its_order(read: Read) -> None:
    members = read(f"mixed/groupMembers?uri={M}g2")["members"]
    assert [each["uri"].removeprefix(M) for each in members] == ["float", "duck", "amphibian"]
    assert members[0]["type"] == ["skos:Concept", M + "Model", M + "OldModel"]


def test_empty_group_has_no_members_and_a_concept_is_no_group(read: Read) -> None:
    assert read(f"mixed/groupMembers?uri={M}g3")["members"] == []
    assert read(f"mixed/groupMembers?uri={M}boat", 404)["status"] == 404
    assert read("mixed/groupMembers", 400)["status"] == 400
