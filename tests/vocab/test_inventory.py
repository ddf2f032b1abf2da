"""docs/inventering.md says of each term in the documents what has become of it: held against the thesaurus."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass

import pytest

from samsprak.settings import project_folder
from samsprak.vocabulary.protocol import Vocabulary
from samsprak.vocabulary.records import Concept

PAGE = (project_folder("docs") / "inventering.md").read_text(encoding="utf-8")
ROW = re.compile(r"^\| (?P<term>.+) \| (?P<place>.+) \| ”(?P<quote>.+)” \| (?P<decision>.+) \| [12] \|$", re.MULTILINE)
DECISION = re.compile(
    r"(?P<kind>begrepp|variant av|äldre benämning för|läsning, nämns under|samling) \*(?P<name>[^*]+)\*"
    r"(?: \((?P<facet>.+)\)|, i formen (?P<forms>.+))?"
)
MAX_QUOTED_WORDS = 15


@dataclass(frozen=True)
class Row:
    term: str
    quote: str
    decision: str
    kind: str
    name: str = ""
    facet: str = ""
    forms: tuple[str, ...] = ()


def read(found: re.Match[str]) -> Row:
    """Return one row; its decision names a concept or collection, a source record, or why the term was left out."""
    decision = found["decision"]
    named = DECISION.fullmatch(decision)
    if named is None:
        kind = re.match("källpost(?= `)|utelämnad(?=: )", decision)
        return Row(found["term"], found["quote"], decision, kind[0] if kind else "")
    forms = (named["forms"] or found["term"]).split(", ")
    return Row(
        found["term"], found["quote"], decision, named["kind"], named["name"], named["facet"] or "", tuple(forms)
    )


ROWS = [read(found) for found in ROW.finditer(PAGE)]


@pytest.fixture(scope="module")
def concepts(thesaurus: Vocabulary) -> dict[str, Concept]:
    return {label.text: each for each in thesaurus.concepts for label in each.preferred if label.lang == "sv"}


def test_every_row_has_a_decision() -> None:
    assert ROWS
    assert [row.term for row in ROWS if not row.kind] == []


def test_every_row_quotes_a_few_words() -> None:
    assert [row.quote for row in ROWS if len(row.quote.split()) > MAX_QUOTED_WORDS] == []


def test_every_decision_names_a_concept_collection_or_source_that_exists(
    thesaurus: Vocabulary, concepts: dict[str, Concept]
) -> None:
    collections = {label.text for each in thesaurus.collections for label in each.preferred}
    known = {"samling": collections}
    assert [row for row in ROWS if row.name and row.name not in known.get(row.kind, set(concepts))] == []
    cited = [stem for row in ROWS if row.kind == "källpost" for stem in re.findall("`(.+?)`", row.decision)]
    assert [stem for stem in cited if not (project_folder("vocab") / "sources" / f"{stem}.ttl").is_file()] == []


def test_every_concept_stands_in_the_facet_that_its_row_says(
    thesaurus: Vocabulary, concepts: dict[str, Concept]
) -> None:
    held = {
        (label.text.split(" (", maxsplit=1)[0], member)
        for each in thesaurus.collections
        for label in each.preferred
        for member in each.members
    }
    stated = [row for row in ROWS if row.kind == "begrepp"]
    assert stated
    assert [row for row in stated if (row.facet, concepts[row.name].iri) not in held] == []


def test_every_variant_and_older_term_is_a_label_of_its_concept(concepts: dict[str, Concept]) -> None:
    def labels(concept: Concept) -> set[str]:
        return {label.text.casefold() for label in (*concept.preferred, *concept.alternative)}

    stated = [row for row in ROWS if row.kind in {"variant av", "äldre benämning för"}]
    forms = [(form, concepts[row.name]) for row in stated for form in row.forms]
    assert [form for form, concept in forms if form.casefold() not in labels(concept)] == []


def test_sums_of_the_page_are_those_of_its_rows() -> None:
    def said(name: str) -> int:
        found = re.search(rf"^\| {re.escape(name)} \| (\d+) \|$", PAGE, re.MULTILINE)
        assert found, name
        return int(found[1])

    counted = Counter(row.kind for row in ROWS)
    assert {kind: said(kind) for kind in counted} == counted


def test_every_concept_is_in_the_register_or_among_those_not_in_the_documents(concepts: dict[str, Concept]) -> None:
    register = PAGE.partition("## Register")[2]
    assert [term for term in concepts if f"\n| {term} | " not in register] == []
