from __future__ import annotations

import pytest

from samsprak.search import labels as module
from samsprak.search.filters import ANYTHING, Filters, Marker
from samsprak.search.labels import LabelIndex
from samsprak.search.lexicon import Lexicon
from samsprak.search.notes import NoteWords
from samsprak.search.query import understand
from samsprak.search.rows import rows_of
from tests.conftest import Turtle

VOCABULARY = """
    ex:a a skos:Concept ; skos:prefLabel "stöd"@sv ; skos:altLabel "stöd för barn"@sv .
    ex:b a skos:Concept ; skos:prefLabel "stödgrupp"@sv .
    ex:c a skos:Concept ; skos:prefLabel "familjehem"@sv, "foster home"@en .
"""


def candidates(turtle: Turtle, query: str, filters: Filters = ANYTHING, limit: int = 10) -> list[str]:
    vocabulary = turtle(VOCABULARY)
    rows = rows_of([vocabulary])
    lexicon, marker = Lexicon(rows, NoteWords(rows).words), Marker({"v": vocabulary})
    index = LabelIndex(rows, lexicon, list(marker.marks(rows)), marker)
    found, _ = index.candidates(understand(query, lexicon), filters, limit)
    return [rows[number].label.text for number in found]


@pytest.mark.parametrize(
    ("query", "texts"),
    [
        ("stödet", ["stöd", "stöd för barn"]),
        ("stöd", ["stöd", "stöd för barn", "stödgrupp"]),
        ("familje hem", ["familjehem"]),
        ("fosterhome", ["foster home"]),
        ("familjehme", ["familjehem"]),
        ("fa", ["familjehem"]),
        ("bil", []),
    ],
)
@pytest.mark.parametrize("many", [1000, 0])
def test_labels_that_may_match_come_likeliest_first(
    turtle: Turtle, monkeypatch: pytest.MonkeyPatch, query: str, texts: list[str], many: int
) -> None:
    """Whether beginnings are looked up word by word, or as words of their own because many words have them."""
    monkeypatch.setattr(module, "MANY", many)
    assert candidates(turtle, query) == texts


def test_a_label_that_a_run_of_the_query_is_the_whole_of_is_among_them_in_any_case(turtle: Turtle) -> None:
    assert "stöd för barn" in candidates(turtle, "familjehem stöd för barn stöd", limit=1)
    assert "stöd för barn" in candidates(turtle, "familjehem stödförbarn", limit=1)
    assert candidates(turtle, "foster home", Filters(lang="en"), limit=1) == ["foster home"]
    assert candidates(turtle, "foster home", Filters(lang="sv"), limit=1) == []


def test_only_so_many_words_are_taken_for_misspelt(turtle: Turtle, monkeypatch: pytest.MonkeyPatch) -> None:
    assert candidates(turtle, "zzzzzz familjehme") == ["familjehem"]
    monkeypatch.setattr(module, "MAX_MISSPELT", 1)
    assert candidates(turtle, "zzzzzz familjehme") == []
