from __future__ import annotations

import pyoxigraph as ox
import pytest
from hypothesis import given
from hypothesis import strategies as st

from samsprak.vocabulary.ntriples import STRING, Literal, labelling, link, taken_apart, value_of
from samsprak.vocabulary.records import Label

A, P = "https://example.org/a", "https://example.org/p"
# Any text that UTF-8 can hold, control characters and all.
TEXTS = st.text(st.characters(codec="utf-8"))


def stored(term: ox.Literal) -> str:
    """What the store writes of a literal."""
    store = ox.Store()
    store.add(ox.Quad(ox.NamedNode(A), ox.NamedNode(P), term))
    content = store.dump(format=ox.RdfFormat.N_TRIPLES, from_graph=ox.DefaultGraph())
    assert content is not None
    return content.decode().removesuffix("\n")


@given(text=TEXTS, lang=st.sampled_from(["", "sv", "en-GB", "zh-Hant-TW"]))
def test_label_is_written_as_the_store_writes_it(text: str, lang: str) -> None:
    assert labelling(A, P, Label(text, lang)) == stored(ox.Literal(text, language=lang or None))


@given(text=TEXTS)
def test_text_is_read_back_whole(text: str) -> None:
    for term, lang, datatype in [
        (ox.Literal(text), "", STRING),
        (ox.Literal(text, language="en-gb"), "en-GB", ""),
        (ox.Literal(text, datatype=ox.NamedNode(P)), "", P),
    ]:
        assert value_of(taken_apart(stored(term))[2]) == Literal(text, lang, datatype)


@pytest.mark.parametrize(("written", "value"), [(f"<{A}>", A), ("_:b0", "_:b0")])
def test_node_is_its_address_or_its_name(written: str, value: str) -> None:
    assert value_of(written) == value


def test_direction_of_a_text_is_left_out() -> None:
    assert value_of('"a"@ar--rtl') == Literal("a", "ar", "")


def test_link_is_a_statement_between_addresses() -> None:
    (quad,) = ox.parse(link(A, P, A), ox.RdfFormat.N_TRIPLES)
    assert quad.triple == ox.Triple(ox.NamedNode(A), ox.NamedNode(P), ox.NamedNode(A))
