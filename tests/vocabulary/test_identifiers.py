from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from samsprak.errors import UnfitVocabulary
from samsprak.vocabulary.identifiers import (
    RESERVED_IDS,
    RESERVED_VOCABULARIES,
    assign_ids,
    common_namespace,
    short_hash,
    vocabulary_id,
)
from tests.conftest import EX, Turtle

IRIS = st.builds(
    str.__add__,
    st.sampled_from(["https://a.org/", "https://a.org/v/", "https://a.org/v#", "https://b.org/", "urn:x:"]),
    st.text(alphabet="abx12-/#:.ö", max_size=6),
)


@pytest.mark.parametrize(
    ("iri", "expected"),
    [
        (EX + "p123", "p123"),
        (EX + "deep/p123", "deep/p123"),
        (EX + "råd", "råd"),
        (EX + "a%20b", "a%20b"),
        (EX + "a:b(c)", "a:b(c)"),
        ("https://other.org/x/p123", "p123"),
        ("https://other.org/x#p123", "p123"),
        ("https://other.org/x/", "x"),
        ("https://other.org/x#", "x"),
        ("urn:isbn:123", "123"),
    ],
)
def test_id_is_what_follows_the_namespace_or_else_the_last_part(iri: str, expected: str) -> None:
    assert assign_ids([iri], EX) == {iri: expected}


def test_namespace_written_without_its_last_sign_leaves_no_sign_in_ids() -> None:
    assert assign_ids(["https://a.org/v/x", "https://a.org/v#y"], "https://a.org/v") == {
        "https://a.org/v/x": "x",
        "https://a.org/v#y": "y",
    }


def test_scheme_is_called_by_the_last_part_of_the_namespace() -> None:
    assert assign_ids([EX.rstrip("/")], EX) == {EX.rstrip("/"): "v"}


def test_clash_gets_a_hash_of_its_own_iri() -> None:
    inside, one, other = EX + "x", "https://one.org/x", "https://other.org/x"
    ids = assign_ids([inside, one, other], EX)
    assert ids == {inside: "x", one: f"x-{short_hash(one)}", other: f"x-{short_hash(other)}"}


def test_id_in_the_namespace_stays_when_others_come() -> None:
    assert assign_ids([EX + "x"], EX)[EX + "x"] == assign_ids([EX + "x", "https://one.org/x"], EX)[EX + "x"]


def test_hash_that_is_taken_too_is_made_longer() -> None:
    outside = "https://other.org/x"
    taken = f"{EX}x-{short_hash(outside)}"
    ids = assign_ids([EX + "x", taken, outside], EX)
    assert len(set(ids.values())) == 3
    assert ids[taken] == taken.removeprefix(EX)


@given(st.lists(IRIS, unique=True), st.sampled_from(["", "https://a.org/", "https://a.org/v", "https://a.org/v/"]))
def test_no_two_iris_share_an_id(iris: list[str], namespace: str) -> None:
    ids = assign_ids(iris, namespace)
    assert list(ids) == [*dict.fromkeys(ids)]
    assert ids.keys() == set(iris)
    assert len(set(ids.values())) == len(iris)
    assert all(ids.values())


@given(st.lists(IRIS, unique=True))
def test_ids_do_not_depend_on_the_order_of_files(iris: list[str]) -> None:
    assert assign_ids(iris, "https://a.org/v/") == assign_ids(sorted(iris, reverse=True), "https://a.org/v/")


@pytest.mark.parametrize("name", sorted(RESERVED_IDS))
def test_id_that_is_an_address_of_the_service_is_refused(name: str) -> None:
    with pytest.raises(UnfitVocabulary, match="is an address of the service") as error:
        assign_ids([EX + name], EX)
    assert error.value.values == {"iri": EX + name, "id": name}


@pytest.mark.parametrize(
    ("wanted", "name"),
    [
        ("prevention", "prevention"),
        ("STW_2", "STW_2"),
        ("Mina begrepp", "mina-begrepp"),
        ("kärnbegrepp", "karnbegrepp"),
        ("v1.2", "v1-2"),
    ],
)
def test_vocabulary_id_can_stand_in_an_address(wanted: str, name: str) -> None:
    assert vocabulary_id(wanted) == name


@pytest.mark.parametrize("name", sorted(name for name in RESERVED_VOCABULARIES if name.isalnum()))
def test_vocabulary_called_as_an_address_of_the_service_is_refused(name: str) -> None:
    with pytest.raises(UnfitVocabulary, match="that is an address of the service"):
        vocabulary_id(name)
    with pytest.raises(UnfitVocabulary):
        vocabulary_id(f"«{name}»")


@pytest.mark.parametrize("wanted", ["", "…", "термины"])
def test_vocabulary_without_a_possible_id_is_refused(wanted: str) -> None:
    with pytest.raises(UnfitVocabulary, match="gives no id"):
        vocabulary_id(wanted)


@given(st.text())
def test_vocabulary_id_is_plain_or_refused(wanted: str) -> None:
    try:
        name = vocabulary_id(wanted)
    except UnfitVocabulary:
        return
    assert name.isascii()
    assert name.replace("-", "").replace("_", "").isalnum()
    assert name not in RESERVED_VOCABULARIES


def test_common_namespace_is_that_of_most() -> None:
    assert common_namespace([EX + "a", EX + "b", "https://other.org/c"]) == EX
    assert common_namespace(["https://a.org/v#a"]) == "https://a.org/v#"
    assert common_namespace(["urn:x:1", "urn:x:2"]) == "urn:x:"
    assert common_namespace([]) == ""


def test_refused_ids_stop_loading_with_the_reason(turtle: Turtle) -> None:
    with pytest.raises(UnfitVocabulary, match=r"<https://example\.org/v/hierarki> cannot be served"):
        turtle("ex:hierarki a skos:Concept .")
