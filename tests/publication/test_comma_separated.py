from __future__ import annotations

import csv
import io

import pytest

from samsprak.publication.comma_separated import harmless, write
from samsprak.vocabulary.protocol import Vocabulary
from tests.conftest import EX, Turtle


def rows(vocabulary: Vocabulary) -> list[dict[str, str]]:
    out = io.BytesIO()
    write(vocabulary, out)
    return list(csv.DictReader(io.StringIO(out.getvalue().decode("utf-8-sig"), newline=""), strict=True))


def test_excel_is_told_that_it_is_utf8_and_rows_end_as_rfc_4180_says(foreign: Vocabulary) -> None:
    out = io.BytesIO()
    write(foreign, out)
    content = out.getvalue()
    assert content.startswith(b"\xef\xbb\xbfAddress (URI),")
    assert content.endswith(b"\r\n")
    assert not out.closed


def test_every_concept_is_a_row_in_alphabetical_order(foreign: Vocabulary) -> None:
    found = rows(foreign)
    assert [row["Id"] for row in found] == ["apple", "food", "pear", "gone", "tree"]
    assert found[0]["Address (URI)"] == EX + "apple"


def test_columns_follow_the_languages_of_the_vocabulary(foreign: Vocabulary) -> None:
    apple = rows(foreign)[0]
    assert apple["Recommended term (Finnish)"] == "omena"
    assert apple["Recommended term (English)"] == "apple tree"
    assert apple["When to use it (English)"] == 'A "quoted", comma\nand a line'
    assert "When to use it (Finnish)" not in apple
    assert "Discouraged terms (English)" not in apple, "no term record profile: hidden labels are never shown"


def test_relations_stand_as_terms_and_as_addresses(foreign: Vocabulary) -> None:
    apple, _, pear, _, tree = rows(foreign)
    assert apple["Broader"] == "ruoka | puu"
    assert apple["Broader (URI)"] == f"{EX}food | {EX}tree"
    assert tree["Narrower"] == "omena | päärynä"
    assert apple["Stands in"] == "Hedelmät"
    assert apple["Close match (URI)"] == "http://other.example/pome | urn:x:1"
    assert pear["Replaced by"] == "omena"
    assert pear["Status"] == "No longer used"
    assert tree["Notation"] == "1"
    assert apple["Changed"] == "2024-04-05"


@pytest.mark.parametrize("cell", ["=1+1", "+46", "-1", "@SUM(A1)", "\tx", "\r=1", "＝1"])
def test_what_looks_like_a_formula_is_made_harmless(cell: str) -> None:
    assert harmless(cell) == f"'{cell}"
    assert harmless(f"a{cell}") == f"a{cell}"


def test_formulas_in_labels_are_harmless(foreign: Vocabulary) -> None:
    assert rows(foreign)[0]["Synonyms (English)"] == "'-apple | =1+1"


def test_swedish_vocabularies_have_swedish_headings_and_discouraged_terms(thesaurus: Vocabulary) -> None:
    found = rows(thesaurus)
    assert len(found) == len(thesaurus.concepts)
    assert found[0].keys() >= {"Rekommenderad term (svenska)", "Avrådda termer (svenska)", "Källor", "Ingår i"}
    assert all(row["Status"] for row in found)


def test_labels_without_a_language_have_a_column_of_their_own(turtle: Turtle) -> None:
    (row,) = rows(turtle('ex:a a skos:Concept ; skos:prefLabel "alpha" .'))
    assert row["Recommended term"] == "alpha"
