from __future__ import annotations

from collections.abc import Callable, Sequence

import pytest

from samsprak.errors import UnknownResource
from samsprak.snapshot import Snapshot
from samsprak.tagging.groups import Grouping, default_groupings, found_collection, grouping
from samsprak.tagging.outline import outline
from samsprak.tagging.registers import opened
from samsprak.tagging.tallying import Tally, tally
from tests.conftest import EX
from tests.tagging.conftest import Load

Table = Callable[[str | bytes], str]

# d stands below both b and c, which both stand below a; f and g lie in a circle.
HIERARCHY = """
ex:s a skos:ConceptScheme .
ex:a a skos:Concept ; skos:prefLabel "a"@sv . ex:b a skos:Concept ; skos:prefLabel "b"@sv ; skos:broader ex:a .
ex:c a skos:Concept ; skos:prefLabel "c"@sv ; skos:broader ex:a .
ex:d a skos:Concept ; skos:prefLabel "d"@sv ; skos:broader ex:b , ex:c .
ex:e a skos:Concept ; skos:prefLabel "e"@sv .
ex:f a skos:Concept ; skos:prefLabel "f"@sv ; skos:broader ex:g .
ex:g a skos:Concept ; skos:prefLabel "g"@sv ; skos:broader ex:f .
ex:old a skos:Concept ; skos:prefLabel "old"@sv ; adms:status status:Deprecated ; dcterms:isReplacedBy ex:d .
ex:split a skos:Concept ; skos:prefLabel "split"@sv ; adms:status status:Deprecated ; dcterms:isReplacedBy ex:d , ex:e .
ex:list a skos:Collection ; skos:prefLabel "lista (alla)"@sv ; skos:member ex:b , ex:c , ex:e .
ex:one a skos:Collection ; skos:prefLabel "ett"@sv ; skos:member ex:a .
ex:two a skos:Collection ; skos:prefLabel "två"@sv ; skos:member ex:d , ex:e , ex:old , ex:split .
ex:parting a skos:OrderedCollection ; skos:prefLabel "facetter"@sv ; skos:memberList ( ex:one ex:two ) .
"""


@pytest.fixture(scope="module")
def hierarchy(loaded: Load) -> Snapshot:
    return loaded(HIERARCHY)


def count(
    snapshot: Snapshot, name: str, groupings: Sequence[Grouping] = (), columns: Sequence[str] = ("URI",)
) -> Tally:
    with opened(name, columns) as register:
        return tally(register, columns, groupings, snapshot=snapshot, lang="sv", progress=lambda _done, _whole: None)


def rows(found: Tally) -> dict[str, tuple[int, int]]:
    return {iri.removeprefix(EX): (each.own, each.rows) for iri, each in found.counts.items()}


def test_row_counts_once_in_each_concept_above_whatever_the_ways(hierarchy: Snapshot, table: Table) -> None:
    found = count(hierarchy, table(f"URI\n{EX}d\n{EX}b|{EX}d\n{EX}e\n\n"))
    assert (found.rows, found.tagged) == (3, 3)
    assert rows(found) == {"d": (2, 2), "b": (1, 2), "c": (0, 2), "a": (0, 2), "e": (1, 1)}


def test_circle_is_counted_once(hierarchy: Snapshot, table: Table) -> None:
    assert rows(count(hierarchy, table(f"URI\n{EX}f\n"))) == {"f": (1, 1), "g": (0, 1)}


def test_retired_tag_counts_with_its_successor_and_is_told(hierarchy: Snapshot, table: Table) -> None:
    found = count(hierarchy, table(f"URI\n{EX}old\nhttp://example.org/v/e\n"))
    assert rows(found)["d"] == (1, 1)
    assert (found.moved, found.corrected, found.uncounted) == (1, 1, 0)


def test_tag_that_needs_a_person_is_told_and_not_counted(hierarchy: Snapshot, table: Table) -> None:
    found = count(hierarchy, table(f"URI\n{EX}split\n{EX}split\nhej hopp\n"))
    assert (found.tagged, found.counts, found.uncounted) == (0, {}, 3)
    assert [(given, times) for given, times, _ in found.examples] == [(EX + "split", 2), ("hej hopp", 1)]


def test_several_columns_are_counted_together(hierarchy: Snapshot, table: Table) -> None:
    found = count(hierarchy, table(f"x;y\n{EX}d;{EX}e\n;\n"), columns=("x", "y"))
    assert (found.rows, found.tagged) == (2, 1)
    assert rows(found)["e"] == (1, 1)


def test_list_of_concepts_counts_what_is_below_them_too(hierarchy: Snapshot, table: Table) -> None:
    by = grouping(*found_collection(hierarchy, "lista"), "sv")
    [grouped] = count(hierarchy, table(f"URI\n{EX}d\n{EX}b\n{EX}a\n"), [by]).groups
    assert [(line.part.name, line.own, line.rows) for line in grouped.lines] == [("b", 1, 2), ("c", 0, 1), ("e", 0, 0)]
    assert (grouped.none, grouped.several) == (1, 1)


def test_collections_count_what_is_nearest(hierarchy: Snapshot, table: Table) -> None:
    by = grouping(*found_collection(hierarchy, EX + "parting"), "sv")
    [grouped] = count(hierarchy, table(f"URI\n{EX}d\n{EX}c\n{EX}f\n"), [by]).groups
    assert [(line.part.name, line.rows) for line in grouped.lines] == [("ett", 1), ("två", 1)]
    assert (grouped.none, grouped.several) == (1, 0)


def test_facets_are_the_default_where_there_is_no_table(hierarchy: Snapshot) -> None:
    [found] = default_groupings(hierarchy.vocabulary("v"), hierarchy.facets["v"], "sv")
    assert [part.name for part in found.parts] == ["ett", "två"]


def test_columns_of_the_table_are_the_default(own: Snapshot) -> None:
    found = default_groupings(own.vocabulary("prevention"), own.facets["prevention"], "sv")
    assert [part.name for part in found[-1].parts] == [
        "universell prevention",
        "selektiv prevention",
        "indikerad prevention",
    ]


def test_collection_that_nothing_has_is_unknown(hierarchy: Snapshot) -> None:
    with pytest.raises(UnknownResource):
        found_collection(hierarchy, "nej")


def test_outline_shows_every_concept_once_below_the_commonest(hierarchy: Snapshot, table: Table) -> None:
    found = count(hierarchy, table(f"URI\n{EX}d\n{EX}c\n{EX}f\n"))
    lines = [(entry.name, entry.depth, entry.also_below) for entry in outline(found, hierarchy, "sv")]
    assert lines == [("a", 0, ()), ("c", 1, ()), ("d", 2, ("b",)), ("b", 1, ()), ("f", 0, ()), ("g", 1, ())]
