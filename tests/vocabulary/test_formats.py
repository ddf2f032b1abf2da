from __future__ import annotations

import pytest

from samsprak.vocabulary.formats import (
    CSV,
    FORMATS,
    JSON_LD,
    N_TRIPLES,
    OF_WHOLE,
    RDF_XML,
    TURTLE,
    Format,
    named,
    of_file,
)


@pytest.mark.parametrize(
    ("wanted", "form"),
    [
        ("ttl", TURTLE),
        ("text/turtle", TURTLE),
        (" TTL ", TURTLE),
        ("application/rdf+xml", RDF_XML),
        ("application/rdf xml", RDF_XML),
        ("application/json", JSON_LD),
        ("n-triples", N_TRIPLES),
        ("csv", CSV),
        ("pdf", None),
        ("", None),
    ],
)
def test_a_format_is_known_by_suffix_name_or_media_type(wanted: str, form: Format | None) -> None:
    assert named(wanted, OF_WHOLE) is form


def test_tables_are_none_of_the_formats_of_a_record() -> None:
    assert named("csv", FORMATS) is None


def test_tables_are_not_read_as_vocabularies() -> None:
    assert of_file("v.csv", named=True) is None
    assert of_file("v.xlsx", named=True) is None


def test_no_two_formats_share_a_suffix_or_a_media_type() -> None:
    types = [name for form in OF_WHOLE for name in (form.media_type, *form.aliases)]
    assert len(types) == len(set(types))
    assert len({form.suffix for form in OF_WHOLE}) == len(OF_WHOLE)
