from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from samsprak.language.folding import without_case
from samsprak.search.patterns import Patterns
from samsprak.search.rows import Row
from samsprak.vocabulary.records import Concept, Label, LabelKind

LABELS = ["stöd", "Föräldrastöd", "stöd i hem", "råd- och stödsamtal", "a*b", "stod", "x"]


def patterns(texts: list[str]) -> Patterns:
    concept = Concept(iri="https://example.org/a", id="a")
    return Patterns([Row("v", concept, Label(text, "sv"), LabelKind.PREFERRED) for text in texts])


@pytest.mark.parametrize(
    ("pattern", "fitting"),
    [
        ("stöd", ["stöd"]),
        ("STÖD*", ["stöd", "stöd i hem"]),
        ("*stöd", ["stöd", "Föräldrastöd"]),
        ("*stöd*", ["stöd", "Föräldrastöd", "stöd i hem", "råd- och stödsamtal"]),
        ("stöd *", ["stöd i hem"]),
        ("*d*i*", ["stöd i hem"]),
        ("*", LABELS),
        ("**", LABELS),
        ("?", []),
        ("", []),
        ("x", ["x"]),
        ("*x", ["x"]),
        ("x*x", []),
        ("hem*stöd", []),
        (".*", []),
    ],
)
def test_whole_labels_fit(pattern: str, fitting: list[str]) -> None:
    assert [LABELS[number] for number in patterns(LABELS).fitting(pattern)] == fitting


@given(
    st.lists(st.text(alphabet="aåB *\n-", max_size=8), max_size=6),
    st.text(alphabet="aåb* ", max_size=6),
)
def test_pattern_means_what_its_regular_expression_does(texts: list[str], pattern: str) -> None:
    parts = re.split(r"\*+", without_case(f"|{pattern.strip()}|")[1:-1])
    expression = re.compile(".*".join(map(re.escape, parts)), re.DOTALL)
    expected = [number for number, text in enumerate(texts) if expression.fullmatch(without_case(text))]
    assert list(patterns(texts).fitting(pattern)) == expected
