from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from samsprak.language.sentences import sentences


def texts(text: str) -> list[str]:
    return [sentence.text for sentence in sentences(text)]


@pytest.mark.parametrize(
    "parts",
    [
        ["Använd ordet här.", "Använd ett annat där."],
        ["Vem är det till för?", "Alla!", "Och … då…", "Just det."],
        ["Barn i kö, t.ex. Anna, räknas.", "Andra, bl.a. Stockholm, gör inte det."],
        ["Stöd, dvs. hjälp, ges.", "D.v.s. Ingen placeras."],
        ["Samtal, grupper m.m.", "Råd m.m. räknas också.", "Skolor etc. är något annat."],
        ["Se prop. 2024/25:89 s. 12 och 4 kap. 1 §.", "Se även SOU 2023:34."],
        ["Lagen gäller från den 1.", "Sedan gäller den inte."],
        ["Det gäller fr.o.m. 1 juli 2025.", "T.o.m. Stockholm säger så."],
        ["Han kör bil.", "Det är av samma art.", "Se fig. 3."],
        ["(Inom parentes.)", "”Ett citat.”", "– Ett svar."],
        ["Enligt A. Andersson är det så.", "Slut"],
        ["Adressen är 1.2.3 eller a.b.c i texten"],
        ["Use it here, e.g. London, not there.", "Cf. Article 3, i.e. the first."],
        ["1. Först detta.", "2. Sedan detta."],
        ["utan punkt"],
    ],
)
def test_sentences_end_where_a_reader_stops(parts: list[str]) -> None:
    assert texts(" ".join(parts)) == parts


def test_blank_lines_and_full_width_stops_end_sentences() -> None:
    assert texts("Rubrik\n\nbrödtext\nsom fortsätter") == ["Rubrik", "brödtext\nsom fortsätter"]
    assert texts("一です。二です。") == ["一です。", "二です。"]


@given(st.text(alphabet="abA1. ?!)”\n\t。…§", max_size=60))
def test_nothing_of_a_text_is_lost_but_space(text: str) -> None:
    place = 0
    for sentence in sentences(text):
        assert text[sentence.start : sentence.end] == sentence.text
        assert not text[place : sentence.start].strip()
        place = sentence.end
    assert not text[place:].strip()
