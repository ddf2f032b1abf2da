from __future__ import annotations

from io import BytesIO
from xml.etree import ElementTree as ET

import pyoxigraph as ox
import pytest
from hypothesis import given
from hypothesis import strategies as st

from samsprak.vocabulary.rdfxml import write

A, P = ox.NamedNode("https://a.org/a"), ox.NamedNode("https://a.org/p")


def xml(*triples: ox.Triple) -> ET.Element:
    out = BytesIO()
    write(triples, {}, out)
    return ET.fromstring(out.getvalue())


@given(st.text(st.characters(exclude_categories=["Cs"])))
def test_any_text_makes_xml_that_can_be_read(text: str) -> None:
    (element,) = xml(ox.Triple(A, P, ox.Literal(text)))[0]
    assert len(element.text or "") == len(text)


@pytest.mark.parametrize("text", ["a\rb", "a\r\nb", "\r", "a\tb\nc", "\x7f\x85\u2028"])
def test_line_ends_come_back_as_they_were(text: str) -> None:
    (element,) = xml(ox.Triple(A, P, ox.Literal(text, language="sv")))[0]
    assert element.text == text


@given(st.text(alphabet="ab1-._~%/#:·ö²é\u0300\u2c00", max_size=5))
def test_any_predicate_makes_xml_that_can_be_read(local: str) -> None:
    try:
        predicate = ox.NamedNode("https://a.org/" + local)
    except ValueError:
        return
    for element in xml(ox.Triple(A, predicate, ox.Literal("x")), ox.Triple(A, P, ox.Literal("y")))[0]:
        namespace, _, name = element.tag.removeprefix("{").partition("}")
        assert namespace + name in {predicate.value, P.value}
