from __future__ import annotations

import pytest

from samsprak.search import labels as module
from samsprak.search.filters import ANYTHING, Marker
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


def candidates(turtle: Turtle, query: str) -> list[str]:
    vocabulary = turtle(VOCABULARY)
    rows = rows_of([vocabulary])
    lexicon, marker = Lexicon(rows, NoteWords(rows).words), Marker({"v": vocabulary})
    index = LabelIndex(lexicon, list(marker.marks(rows)), marker)
    found = index.candidates(understand(query, lexicon), ANYTHING, 10)
    return [rows[number].label.text for _, number in found.scored]


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


def test_only_so_many_words_are_taken_for_misspelt(turtle: Turtle, monkeypatch: pytest.MonkeyPatch) -> None:
    assert candidates(turtle, "zzzzzz familjehme") == ["familjehem"]
    monkeypatch.setattr(module, "MAX_MISSPELT", 1)
    assert candidates(turtle, "zzzzzz familjehme") == []
