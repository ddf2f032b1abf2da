from __future__ import annotations

import pytest

from samsprak.search.closeness import Closeness
from samsprak.search.filters import ANYTHING, Marker
from samsprak.search.lexicon import Lexicon
from samsprak.search.notes import NoteWords
from samsprak.search.query import understand
from samsprak.search.rows import Row, rows_of
from samsprak.search.texts import Explainer, TextIndex
from samsprak.vocabulary.protocol import Vocabulary
from tests.conftest import EX, Turtle

VOCABULARY = """
    ex:long a skos:Concept ; skos:prefLabel "ett"@sv ; skos:definition "Möten där föräldrar övar, och mycket mer."@sv .
    ex:short a skos:Concept ; skos:prefLabel "två"@sv ; skos:definition "Föräldramöten, möten."@sv .
    ex:note a skos:Concept ; skos:prefLabel "tre"@sv, "three"@en ; skos:scopeNote "Inte möten."@sv, "Not meetings."@en ;
      skos:editorialNote "Om hemligheter."@sv .
    ex:name a skos:Concept ; skos:prefLabel "fyra"@sv ; skos:definition "Namn på en metod."@sv .
    ex:board a skos:Concept ; skos:prefLabel "fem"@sv ; skos:definition "Nämnd i en kommun."@sv .
"""


@pytest.fixture(scope="module")
def vocabulary(turtle: Turtle) -> Vocabulary:
    return turtle(VOCABULARY)


@pytest.fixture(scope="module")
def rows(vocabulary: Vocabulary) -> list[Row]:
    return rows_of([vocabulary])


@pytest.fixture(scope="module")
def lexicon(rows: list[Row]) -> Lexicon:
    return Lexicon(rows, NoteWords(rows).words)


@pytest.fixture(scope="module")
def texts(vocabulary: Vocabulary, rows: list[Row], lexicon: Lexicon) -> TextIndex:
    marker = Marker({"v": vocabulary})
    return TextIndex(NoteWords(rows), rows, lexicon, list(marker.marks(rows)), marker)


@pytest.mark.parametrize(
    ("query", "ids"),
    [
        ("mötet", ["short", "long", "note"]),
        ("moten", ["short", "long", "note"]),
        ("föräldrarna övade på möten", ["long", "short", "note"]),
        ("meeting", ["note"]),
        ("nämnd", ["board"]),
        ("namn", ["name", "board"]),
        ("hemligheter", []),
        ("", []),
    ],
)
def test_definitions_come_before_notes_and_short_ones_first(
    texts: TextIndex, rows: list[Row], lexicon: Lexicon, query: str, ids: list[str]
) -> None:
    found, everything = texts.search(understand(query, lexicon), ANYTHING, 10)
    assert [rows[number].concept.id for _, number in found] == ids
    assert everything.total == len(ids)


def test_frequency_says_in_how_many_texts_a_word_stands(texts: TextIndex) -> None:
    assert [texts.frequency(word) for word in ("moten", "meetings", "hemligheter")] == [3, 1, 0]


@pytest.mark.parametrize(
    ("query", "lang", "concept", "marked"),
    [
        ("mötena för föräldrarna", "sv", "long", ["Möten", "föräldrar"]),
        ("moten", "sv", "short", ["möten"]),
        ("meetings", "sv", "note", ["meetings"]),
        ("nämnder", "sv", "board", ["Nämnd"]),
    ],
)
def test_note_that_holds_most_is_shown_with_its_places(
    texts: TextIndex, vocabulary: Vocabulary, lexicon: Lexicon, query: str, lang: str, concept: str, marked: list[str]
) -> None:
    explainer = Explainer(understand(query, lexicon), lexicon.analyser.form, lang)
    match = explainer.explain(vocabulary.concept(EX + concept))
    assert match
    assert [match.note.text[start:end] for start, end in match.marks] == marked
    assert match.closeness is (Closeness.NOTE if concept == "note" else Closeness.DEFINITION)


def test_concept_whose_notes_hold_none_of_it_is_not_explained(
    texts: TextIndex, vocabulary: Vocabulary, lexicon: Lexicon
) -> None:
    explainer = Explainer(understand("bilar", lexicon), lexicon.analyser.form, "sv")
    assert explainer.explain(vocabulary.concept(EX + "long")) is None
    explainer = Explainer(understand("nämnd", lexicon), lexicon.analyser.form, "sv")
    assert explainer.explain(vocabulary.concept(EX + "name")) is None
