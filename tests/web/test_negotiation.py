from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from samsprak.vocabulary.formats import FORMATS, JSON_LD, N_TRIPLES, RDF_XML, TURTLE, Format
from samsprak.web.negotiation import HTML, OFFERED, choose, choose_language


@pytest.mark.parametrize(
    ("header", "wanted"),
    [
        ("", HTML),
        ("*/*", HTML),
        ("text/*", HTML),
        ("text/turtle", TURTLE),
        ("TEXT/Turtle", TURTLE),
        ("application/ld+json", JSON_LD),
        ('application/ld+json;profile="http://www.w3.org/ns/json-ld#compacted"', JSON_LD),
        ('application/ld+json; profile="a,b;q=0"; q=0.9, text/turtle;q=0.8', JSON_LD),
        ("application/json", JSON_LD),
        ("application/rdf+xml", RDF_XML),
        ("application/n-triples", N_TRIPLES),
        ("text/plain", N_TRIPLES),
        ("text/n3", TURTLE),
        ("application/rdf+xml;q=0.5, text/turtle;q=0.9", TURTLE),
        ("text/turtle;q=0.9, application/rdf+xml", RDF_XML),
        ("text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8", HTML),
        ("text/html;q=0, */*", JSON_LD),
        ("*/*;q=0.1, text/turtle", TURTLE),
        ("text/*;q=0.9, text/html;q=0.1, application/n-triples;q=0.5", TURTLE),
        ("garbage", HTML),
        (",;=,", HTML),
        ("text/turtle;q=banana", TURTLE),
    ],
)
def test_most_wanted_format_is_chosen(header: str, wanted: Format) -> None:
    assert choose(header) is wanted


@pytest.mark.parametrize("header", ["image/png", "text/turtle;q=0", "*/*;q=0", "application/pdf, image/*"])
def test_nothing_acceptable_gives_none(header: str) -> None:
    assert choose(header) is None


@given(st.text(max_size=300))
def test_any_header_is_answered(header: str) -> None:
    assert choose(header) in {*OFFERED, None}


@given(st.lists(st.sampled_from([*FORMATS, HTML]), min_size=1, max_size=4, unique=True), st.data())
def test_highest_quality_wins_whatever_the_order(forms: list[Format], data: st.DataObject) -> None:
    qualities = data.draw(st.permutations(range(1, len(forms) + 1)))
    header = ", ".join(f"{form.media_type};q=0.{quality}" for form, quality in zip(forms, qualities, strict=True))
    assert choose(header) is forms[qualities.index(max(qualities))]


@pytest.mark.parametrize(
    ("header", "lang"),
    [
        ("", "sv"),
        ("en", "en"),
        ("en-GB,en;q=0.9,sv;q=0.8", "en"),
        ("sv,en;q=0.9", "sv"),
        ("de,fr", "sv"),
        ("en;q=0.1,sv;q=0.2", "sv"),
        ("en;q=0", "sv"),
        ("*", "sv"),
        (";;;,q=", "sv"),
    ],
)
def test_language_most_wanted_is_chosen_and_swedish_is_the_default(header: str, lang: str) -> None:
    assert choose_language(header) == lang
