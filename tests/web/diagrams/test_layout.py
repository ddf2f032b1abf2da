"""What diagrams show and where: on the thesaurus itself, on small hierarchies, and on random ones."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from samsprak.settings import VocabularyInput
from samsprak.vocabulary.loader import load
from samsprak.vocabulary.protocol import Vocabulary
from samsprak.web.addresses import Addresses
from samsprak.web.diagrams.arrangement import arranged
from samsprak.web.diagrams.channels import Run, ordered
from samsprak.web.diagrams.layout import diagram_of, laid_out
from samsprak.web.diagrams.lettering import FULL, MAX_LINES, WIDEST, lettered, width
from samsprak.web.diagrams.neighbourhood import NARROWER, clusters, neighbourhood
from samsprak.web.diagrams.records import Box, Diagram, Point, Role, Sketch, Tie
from samsprak.web.diagrams.spreading import spread
from samsprak.web.diagrams.statements import Statement, in_words
from samsprak.web.presentation import Reader
from tests.conftest import EX, Turtle

THESAURUS = Path(__file__).parents[3] / "vocab"
DIVIDED = """
ex:insats a skos:Concept ; skos:prefLabel "insats"@sv .
ex:a a skos:Concept ; skos:prefLabel "a-insats"@sv ; skos:broader ex:insats ; skos:related ex:b , ex:else .
ex:b a skos:Concept ; skos:prefLabel "b-insats"@sv ; skos:broader ex:insats .
ex:c a skos:Concept ; skos:prefLabel "c-insats"@sv ; iso-thes:broaderPartitive ex:insats .
ex:d a skos:Concept ; skos:prefLabel "d-insats"@sv ; iso-thes:broaderInstantial ex:a .
ex:else a skos:Concept ; skos:prefLabel "annat"@sv .
ex:alone a skos:Concept ; skos:prefLabel "ensamt"@sv .
ex:by a skos:Collection , iso-thes:ThesaurusArray ; skos:prefLabel "insats efter väg"@sv ; skos:member ex:a , ex:b .
"""


def reading(vocabulary: Vocabulary, lang: str = "sv") -> Reader:
    return Reader(vocabulary, Addresses(), lang)


def drawn(vocabulary: Vocabulary, name: str) -> Diagram:
    diagram = diagram_of(reading(vocabulary), vocabulary.concept(EX + name))
    assert diagram is not None
    return diagram


def ties(diagram: Diagram) -> set[tuple[str, str, Tie]]:
    names = [box.member.link.text for box in diagram.boxes]
    return {(names[edge.source], names[edge.target], edge.tie) for edge in diagram.edges}


def check_geometry(diagram: Diagram) -> None:
    """Boxes and captions apart and inside, lines level or upright, from box to box and through none."""
    for box in diagram.boxes:
        assert box.x >= 3
        assert box.y >= 3
        assert box.x + box.width <= diagram.width - 3
        assert box.y + box.height <= diagram.height - 3
        assert max(map(width, box.lines)) <= box.width
        assert len(box.lines) * 18 <= box.height
    for one, other in combinations(diagram.boxes, 2):
        assert apart(one, other), (one, other)
    for caption in diagram.captions:
        assert caption.y - 14 >= 0
        assert not any(inside(box, (caption.x + 1, caption.y)) for box in diagram.boxes)
    for edge in diagram.edges:
        source, target = diagram.boxes[edge.source], diagram.boxes[edge.target]
        assert edge.points[0][0] == source.x + source.width
        assert source.y < edge.points[0][1] < source.y + source.height
        assert edge.points[-1][0] in {target.x, target.x + target.width}
        assert target.y < edge.points[-1][1] < target.y + target.height
        for start, end in zip(edge.points, edge.points[1:], strict=False):
            assert start[0] == end[0] or start[1] == end[1]
            assert not any(crossed(box, start, end) for box in diagram.boxes), edge


def apart(one: Box, other: Box) -> bool:
    return (
        one.x + one.width < other.x
        or other.x + other.width < one.x
        or one.y + one.height < other.y
        or other.y + other.height < one.y
    )


def inside(box: Box, point: Point) -> bool:
    return box.x < point[0] < box.x + box.width and box.y < point[1] < box.y + box.height


def crossed(box: Box, start: Point, end: Point) -> bool:
    left, right = sorted((start[0], end[0]))
    top, bottom = sorted((start[1], end[1]))
    return left < box.x + box.width and right > box.x and top < box.y + box.height and bottom > box.y


def sketches(vocabulary: Vocabulary) -> Iterator[Sketch]:
    for lang in ("sv", "en"):
        reader = reading(vocabulary, lang)
        for concept in vocabulary.concepts:
            yield neighbourhood(reader, concept)
        yield from clusters(reader)


@pytest.fixture(scope="module")
def thesaurus() -> Vocabulary:
    return load(VocabularyInput(THESAURUS))


def test_every_diagram_of_the_thesaurus_is_drawn_cleanly(thesaurus: Vocabulary) -> None:
    drawn_ones = [laid_out(sketch) for sketch in sketches(thesaurus)]
    assert len(drawn_ones) > 2 * len(thesaurus.concepts)
    for diagram in drawn_ones:
        check_geometry(diagram)
        assert len(diagram.edges) == len(diagram.sketch.relations) + len(diagram.sketch.related)


def test_clusters_hold_everything_narrower(thesaurus: Vocabulary) -> None:
    found = [sketch.members[each.below].iri for sketch in clusters(reading(thesaurus)) for each in sketch.relations]
    assert {concept.iri for concept in thesaurus.concepts if concept.broader} == set(found)


def test_neighbourhood_is_two_up_one_down_and_beside(turtle: Turtle) -> None:
    vocabulary = turtle(DIVIDED)
    roles = {box.member.link.text: box.member.role for box in drawn(vocabulary, "a").boxes}
    assert roles == {
        "a-insats": Role.CURRENT,
        "insats": Role.BROADER,
        "b-insats": Role.SIBLING,
        "c-insats": Role.SIBLING,
        "d-insats": Role.NARROWER,
        "annat": Role.RELATED,
    }
    assert "insats" in {box.member.link.text for box in drawn(vocabulary, "d").boxes}


def test_lines_tell_the_kinds_of_relation_apart(turtle: Turtle) -> None:
    diagram = drawn(turtle(DIVIDED), "a")
    assert ties(diagram) == {
        ("insats", "a-insats", Tie.GENERIC),
        ("insats", "b-insats", Tie.GENERIC),
        ("insats", "c-insats", Tie.PARTITIVE),
        ("a-insats", "d-insats", Tie.INSTANTIAL),
        ("a-insats", "b-insats", Tie.ASSOCIATIVE),
        ("a-insats", "annat", Tie.ASSOCIATIVE),
    }
    signs = [mark.tie for mark in diagram.marks]
    assert signs.count(Tie.ASSOCIATIVE) == 4, "an association has a sign at both ends"
    assert signs.count(Tie.GENERIC) == signs.count(Tie.PARTITIVE) == signs.count(Tie.INSTANTIAL) == 1


def test_division_is_written_on_its_branch_without_the_term_that_it_divides(turtle: Turtle) -> None:
    diagram = drawn(turtle(DIVIDED), "insats")
    assert [caption.member.link.text for caption in diagram.captions] == ["efter väg"]
    caption = diagram.captions[0]
    below = [box for box in diagram.boxes if box.y > caption.y and box.x > caption.x - 20]
    assert {"a-insats", "b-insats"} <= {box.member.link.text for box in below}


def test_concept_without_neighbours_has_no_diagram(turtle: Turtle) -> None:
    vocabulary = turtle(DIVIDED)
    assert diagram_of(reading(vocabulary), vocabulary.concept(EX + "alone")) is None


@pytest.mark.parametrize("count", [NARROWER + 1, NARROWER + 2, 150])
def test_many_narrower_are_counted_never_just_one(turtle: Turtle, count: int) -> None:
    lines = [f'ex:n{n} a skos:Concept ; skos:prefLabel "n{n:03}"@sv ; skos:broader ex:top .' for n in range(count)]
    vocabulary = turtle('ex:top a skos:Concept ; skos:prefLabel "topp"@sv .\n' + "\n".join(lines))
    diagram = drawn(vocabulary, "top")
    rest = [box.member.link for box in diagram.boxes if box.member.role is Role.REST]
    if count == NARROWER + 1:
        assert rest == []
        assert len(diagram.boxes) == count + 1
    else:
        assert [link.text for link in rest] == [f"… {count - NARROWER} till"]
        assert rest[0].address == "/sv/v/hierarki?under=top"
    last = drawn(vocabulary, f"n{count - 1}")
    assert last.boxes[0].member.link.text == f"n{count - 1:03}"
    assert ("topp", f"n{count - 1:03}", Tie.GENERIC) in ties(last)


def test_rest_of_another_kind_is_not_drawn_as_a_sibling_of_this_kind(turtle: Turtle) -> None:
    body = 'ex:top a skos:Concept ; skos:prefLabel "topp"@sv .\n'
    body += "".join(f"ex:p{n} a skos:Concept ; iso-thes:broaderPartitive ex:top .\n" for n in range(3))
    diagram = drawn(turtle(body + "ex:k a skos:Concept ; skos:broader ex:top ."), "k")
    rest = {(source, target): tie for source, target, tie in ties(diagram)}
    assert rest[("topp", "… 3 till")] is Tie.PARTITIVE
    assert rest[("topp", "k")] is Tie.GENERIC


def test_parents_stand_in_one_column_and_long_lines_go_around_boxes(turtle: Turtle) -> None:
    diagram = drawn(
        turtle(
            """
            ex:old a skos:Concept . ex:up a skos:Concept ; skos:broader ex:old .
            ex:other a skos:Concept . ex:us a skos:Concept ; skos:broader ex:up , ex:other , ex:old .
            """
        ),
        "us",
    )
    left = {box.member.link.text: box.x for box in diagram.boxes}
    assert left["old"] < left["up"] == left["other"] < left["us"]
    check_geometry(diagram)


def test_circle_is_drawn_once_around_and_ends(turtle: Turtle) -> None:
    vocabulary = turtle(
        "ex:a a skos:Concept ; skos:broader ex:b . ex:b a skos:Concept ; skos:broader ex:a , ex:b ."
        "ex:c a skos:Concept ; skos:broader ex:c ."
    )
    assert ties(drawn(vocabulary, "a")) == {("b", "a", Tie.GENERIC)}
    assert diagram_of(reading(vocabulary), vocabulary.concept(EX + "c")) is None


def test_words_say_what_the_picture_says(turtle: Turtle) -> None:
    def said(statements: tuple[Statement, ...]) -> Iterator[tuple[str, str, str]]:
        for statement in statements:
            for each in statement.objects:
                yield statement.phrase, statement.division, each.link.text
                yield from said(each.statements)

    sketch = drawn(turtle(DIVIDED), "a").sketch
    assert set(said(in_words(sketch))) == {
        ("is a kind of", "", "insats"),
        ("has these kinds too", "efter väg", "b-insats"),
        ("has these parts too", "", "c-insats"),
        ("has the named examples", "", "d-insats"),
        ("goes together with", "", "annat"),
        ("goes together with", "", "b-insats"),
    }


LABELS = ("x", "stöd- och behandlingsinsats", "barn till förälder med psykisk funktionsnedsättning", "y" * 60, "&<b>")
KINDS = ("skos:broader", "iso-thes:broaderPartitive", "iso-thes:broaderInstantial", "skos:related")


@settings(max_examples=100)
@given(data=st.data())
def test_any_hierarchy_is_drawn_cleanly(turtle: Turtle, data: st.DataObject) -> None:
    size = data.draw(st.integers(2, 9))
    places = st.integers(0, size - 1)
    facts = data.draw(st.lists(st.tuples(places, st.sampled_from(KINDS), places), min_size=1, max_size=2 * size))
    divided = data.draw(st.sets(places))
    body = [f'ex:c{n} a skos:Concept ; skos:prefLabel "{LABELS[n % len(LABELS)]} {n}"@sv .' for n in range(size)]
    body += [f"ex:c{one} {kind} ex:c{other} ." for one, kind, other in facts]
    body += [f"ex:by a skos:Collection , iso-thes:ThesaurusArray ; skos:member ex:c{n} ." for n in divided]
    for sketch in sketches(turtle("\n".join(body))):
        if len(sketch.members) > 1:
            diagram = laid_out(sketch)
            check_geometry(diagram)
            assert len(diagram.edges) == len(sketch.relations) + len(sketch.related)


def test_columns_have_every_place_and_every_line_that_passes() -> None:
    assert arranged(4, ((0, 1), (1, 2), (0, 2), (2, 3))) == ((0,), (1, -3), (2,), (3,))


def test_columns_are_the_same_every_time() -> None:
    """Pages of one snapshot have one entity tag, whichever worker draws them."""
    lines = ((4, 1), (2, 1), (5, 2), (4, 3), (1, 6), (1, 0), (1, 7), (2, 6), (2, 0), (2, 8), (3, 6), (3, 0))
    kept = []
    found = set()
    for number in range(40):
        # What hangs on where objects lie in memory differs when others lie between them.
        kept.append([object() for _ in range(7 * number % 13)])
        found.add(arranged.__wrapped__(9, lines))
    assert len(found) == 1


def test_concepts_of_one_shape_are_drawn_alike_but_for_their_texts(turtle: Turtle) -> None:
    body = [
        f'ex:{top} a skos:Concept ; skos:prefLabel "{top * 9}"@sv .'
        f'ex:{top}1 a skos:Concept ; skos:prefLabel "{top * 30}"@sv ; skos:broader ex:{top} .'
        f'ex:{top}2 a skos:Concept ; skos:prefLabel "{top}"@sv ; skos:broader ex:{top} .'
        for top in ("i", "m")
    ]
    vocabulary = turtle("\n".join(body))
    narrow, wide = drawn(vocabulary, "i"), drawn(vocabulary, "m")
    assert [(edge.source, edge.target) for edge in narrow.edges] == [(edge.source, edge.target) for edge in wide.edges]
    assert narrow.width < wide.width
    for diagram in (narrow, wide):
        check_geometry(diagram)


def test_trunks_are_ordered_so_that_they_do_not_cross() -> None:
    upper, lower = Run((10,), (50,)), Run((40,), (90,))
    assert ordered([upper, lower]) == (1, 0)
    assert ordered([lower, upper]) == (0, 1)
    assert ordered([Run((50,), (75, 80)), Run((100,), (60,))]) == (1, 0)


def test_things_stand_where_they_want_to_unless_that_is_taken() -> None:
    assert spread([10, 100], [5, 5], [5, 5]) == [10, 100]
    assert spread([50, 50], [5, 5], [5, 5]) == [45, 55]
    assert spread([None, 50, None], [5, 5, 5], [5, 5, 5]) == [40, 50, 60]


def test_words_are_broken_where_a_reader_would() -> None:
    assert lettered("barn till förälder").lines == ("barn till förälder",)
    assert lettered("barn- och ungdomsenhet").lines == ("barn- och", "ungdomsenhet")
    long = lettered("verksamhetsutvecklingsorganisationen").lines
    assert long[0].endswith("-")
    assert "".join(line.rstrip("-") for line in long) == "verksamhetsutvecklingsorganisationen"
    assert lettered("a\x00b\u00adc\n d").lines == ("a bc d",)


@given(st.text(max_size=300))
def test_no_text_is_wider_than_it_may_be(text: str) -> None:
    lettering = lettered(text)
    assert 1 <= len(lettering.lines) <= MAX_LINES
    assert lettering.width <= max(FULL, WIDEST) + 14
