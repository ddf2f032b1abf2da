"""What is told to have happened between two states."""

from __future__ import annotations

import random
from pathlib import Path

import pyoxigraph as ox
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from samsprak.editing.comparison import compare
from samsprak.editing.differences import Aspect, Change, Happening, Sort
from samsprak.settings import project_folder
from samsprak.vocabulary.states import state_of_files
from tests.conftest import EX, PREFIXES
from tests.editing.states import OUT, SCHEME, TREE, compared, of


def happenings(folder: Path, base: str, head: str) -> dict[str, tuple[Happening, ...]]:
    return {each.iri.removeprefix(EX): each.happenings for each in compared(folder, base, head).differences}


def edited(old: str, new: str) -> str:
    assert old in TREE
    return TREE.replace(old, new)


OTHER = 'ex:other a skos:Concept ; skos:prefLabel "kurs"@sv ; skos:broader ex:top .'
COLLECTION = "ex:c a skos:Collection ; skos:member ex:mid ."
MID_RETIRED = edited("ex:mid a skos:Concept ;", f"ex:mid a skos:Concept ; {OUT} ;")


@pytest.mark.parametrize(
    ("head", "happened"),
    [
        (TREE, {}),
        (TREE + 'ex:new a skos:Concept ; skos:prefLabel "grupp"@sv .', {"new": (Happening.ADDED,)}),
        (edited(OTHER, ""), {"other": (Happening.LOST,)}),
        (edited('"kurs"@sv', '"utbildning"@sv'), {"other": (Happening.RENAMED,)}),
        (edited('"kurs"@sv', '"kurs"@sv , "course"@en'), {"other": (Happening.CHANGED,)}),
        (edited("två personer", "flera personer"), {"mid": (Happening.REDEFINED,)}),
        (edited('"kurs"@sv ; skos:broader ex:top', '"kurs"@sv ; skos:broader ex:mid'), {"other": (Happening.MOVED,)}),
        (edited("skos:broader ex:top .", "iso-thes:broaderPartitive ex:top ."), {"other": (Happening.CHANGED,)}),
        (MID_RETIRED, {"mid": (Happening.RETIRED,)}),
        (edited('"kurs"@sv ;', '"kurs"@sv ; adms:status status:Completed ;'), {"other": (Happening.STATUS,)}),
        (edited('"kurs"@sv ;', '"kurs"@sv ; skos:notation "7" ;'), {"other": (Happening.CHANGED,)}),
        (edited('"kurs"@sv ;', '"kurs"@sv ; ex:own ex:thing ;'), {"other": (Happening.CHANGED,)}),
        (TREE + 'ex:agent foaf:name "Nämnden" .', {"agent": (Happening.ADDED,)}),
        (TREE + COLLECTION, {"c": (Happening.ADDED,), "mid": (Happening.CHANGED,)}),
        (edited('"Ord"@sv', '"Ord"@sv ; owl:versionInfo "2"'), {"s": (Happening.CHANGED,)}),
    ],
    ids=["nothing", "new", "lost", "renamed", "translated", "redefined", "moved", "kind of hierarchy", "retired",
         "decided", "notation", "own property", "agent", "collection", "scheme"],
)  # fmt: skip
def test_each_happening_is_told_and_nothing_else(
    head: str, happened: dict[str, tuple[Happening, ...]], tmp_path: Path
) -> None:
    assert happenings(tmp_path, TREE, head) == happened


def test_retired_concept_with_two_successors_is_split(tmp_path: Path) -> None:
    comparison = compared(tmp_path, TREE, MID_RETIRED + "ex:mid dcterms:isReplacedBy ex:one , ex:two .\n")
    assert of(comparison, "mid").happenings == (Happening.SPLIT, Happening.RETIRED)
    assert of(comparison, "mid").successors == (EX + "one", EX + "two")


def test_concepts_that_give_way_to_the_same_one_are_merged(tmp_path: Path) -> None:
    head = TREE + 'ex:new a skos:Concept ; skos:prefLabel "tal"@sv ; dcterms:replaces ex:two .\n'
    for name in ("one", "two"):
        head = head.replace(f"ex:{name} a skos:Concept ;", f"ex:{name} a skos:Concept ; {OUT} ;")
    comparison = compared(tmp_path, TREE, head + "ex:one dcterms:isReplacedBy ex:new .\n")
    assert of(comparison, "one").happenings == (Happening.MERGED, Happening.RETIRED)
    assert of(comparison, "one").together == (EX + "two",)
    assert of(comparison, "two").successors == (EX + "new",)


def test_concept_replaced_by_one_that_was_there_is_merged_into_it_and_by_a_new_one_only_retired(tmp_path: Path) -> None:
    assert of(
        compared(tmp_path, TREE, MID_RETIRED + "ex:mid dcterms:isReplacedBy ex:one ."), "mid"
    ).happenings == (Happening.MERGED, Happening.RETIRED)  # fmt: skip
    new = 'ex:new a skos:Concept ; skos:prefLabel "tal"@sv . ex:mid dcterms:isReplacedBy ex:new .'
    assert of(compared(tmp_path, TREE, MID_RETIRED + new), "mid").happenings == (Happening.RETIRED,)


def test_lost_and_gained_values_are_told_by_aspect_and_language(tmp_path: Path) -> None:
    head = edited('skos:altLabel "samtalsstöd"@sv', 'skos:altLabel "talk"@en ; skos:hiddenLabel "snack"@sv')
    assert of(compared(tmp_path, TREE, head), "mid").changes == (
        Change(Aspect.ALTERNATIVE, ("samtalsstöd",), (), "sv"),
        Change(Aspect.ALTERNATIVE, (), ("talk",), "en"),
        Change(Aspect.HIDDEN, (), ("snack",), "sv"),
    )


def test_mappings_are_told_apart_by_kind(tmp_path: Path) -> None:
    base, head = (
        edited('"kurs"@sv ;', f'"kurs"@sv ; skos:{kind} <http://e.org/x> ;') for kind in ("exactMatch", "closeMatch")
    )
    assert of(compared(tmp_path, base, head), "other").changes == (
        Change(Aspect.MAPPING, (), ("http://e.org/x",), detail="closeMatch"),
        Change(Aspect.MAPPING, ("http://e.org/x",), (), detail="exactMatch"),
    )


def test_order_of_an_ordered_collection_is_told_only_where_members_changed_places(tmp_path: Path) -> None:
    def listed(members: str) -> str:
        return TREE + f"ex:c a skos:OrderedCollection ; skos:memberList ( {members} ) .\n"

    swapped = of(compared(tmp_path, listed("ex:one ex:two"), listed("ex:two ex:one")), "c")
    assert [change.aspect for change in swapped.changes] == [Aspect.ORDER]
    shorter = of(compared(tmp_path, listed("ex:one ex:two"), listed("ex:two")), "c")
    assert [change.aspect for change in shorter.changes] == [Aspect.MEMBER]


def test_nodes_without_a_name_are_told_by_what_they_say(tmp_path: Path) -> None:
    def waived(reason: str) -> str:
        return TREE + f'ex:one ex:waives [ ex:rule "x" ; rdfs:comment "{reason}"@sv ] .\n'

    assert not compared(tmp_path, waived("därför"), waived("därför"))
    (change,) = of(compared(tmp_path, waived("därför"), waived("annars")), "one").changes
    assert change.aspect is Aspect.OTHER
    assert "annars" in change.gained[0]


def test_concept_that_became_a_collection_is_lost_as_a_concept(tmp_path: Path) -> None:
    head = edited("ex:other a skos:Concept", "ex:other a skos:Collection")
    found = {(each.sort, each.first) for each in compared(tmp_path, TREE, head).differences if each.iri == EX + "other"}
    assert found == {(Sort.CONCEPT, Happening.LOST), (Sort.COLLECTION, Happening.ADDED)}


def test_parts_of_the_guide_are_compared(tmp_path: Path) -> None:
    text = (project_folder("vocab") / "guide.ttl").read_text(encoding="utf-8")
    for name in ("base", "head"):
        folder = tmp_path / name
        folder.mkdir()
        for file in project_folder("vocab").rglob("*.ttl"):
            (folder / file.name).write_text(file.read_text(encoding="utf-8"), encoding="utf-8")
    (tmp_path / "head" / "guide.ttl").write_text(
        text.replace('"Vet inte"@sv', '"Jag vet inte"@sv', 1), encoding="utf-8"
    )
    comparison = compare(state_of_files(tmp_path / "base"), state_of_files(tmp_path / "head"))
    (difference,) = comparison.differences
    assert difference.sort is Sort.GUIDE
    assert [change.gained for change in difference.changes] == [("Jag vet inte",)]


# Statements of which any choice is a vocabulary, each a whole block of Turtle.
BLOCKS = [
    SCHEME,
    'ex:a skos:prefLabel "ett"@sv , "one"@en ; skos:topConceptOf ex:s .',
    'ex:a skos:altLabel "ettan"@sv ; skos:definition "talet före två"@sv .',
    'ex:b a skos:Concept ; skos:prefLabel "två"@sv ; skos:broader ex:a .',
    'ex:c a skos:Concept ; skos:prefLabel "tre"@sv ; skos:related ex:b ; skos:broader ex:a .',
    "ex:c skos:broader ex:b . ex:b skos:exactMatch <http://e.org/2> .",
    f"ex:b {OUT} ; dcterms:isReplacedBy ex:c .",
    f"ex:c {OUT} ; dcterms:isReplacedBy ex:a , ex:d .",
    'ex:d a skos:Concept ; skos:prefLabel "fyra"@sv ; dcterms:source [ rdfs:label "bok" ] .',
    "ex:a ex:odd [ ex:x [ ex:y 1 ] ] .",
    'ex:a skos:scopeNote [ rdf:value "anmärkning"@sv ; dcterms:source ex:book ] .',
    'ex:k a skos:Collection ; skos:prefLabel "klunga"@sv ; skos:member ex:a , ex:b .',
    "ex:o a skos:OrderedCollection ; skos:memberList ( ex:a ex:b ex:c ) .",
    'ex:b adms:status status:Completed ; dcterms:publisher [ foaf:name "Nämnden" ] ; dcterms:dateAccepted "2026" .',
    'ex:book a dcterms:BibliographicResource ; dcterms:title "Boken"@sv . ex:agent foaf:name "Någon" .',
]
ALWAYS = "ex:a a skos:Concept .\n"
chosen = st.lists(st.sampled_from(BLOCKS), unique=True)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("states")


@given(
    blocks=chosen,
    seed=st.integers(0, 10_000),
    parts=st.integers(1, 3),
    form=st.sampled_from(["ttl", "nt", "rdf", "jsonld"]),
)
@settings(max_examples=60)
def test_vocabulary_does_not_differ_from_itself(
    folder: Path, blocks: list[str], seed: int, parts: int, form: str
) -> None:
    """Whatever the order of its statements, the files that they stand in and the format."""
    whole = folder / "whole.ttl"
    whole.write_text(PREFIXES + ALWAYS + "\n".join(blocks), encoding="utf-8")
    quads = list(ox.parse(whole.read_bytes(), ox.RdfFormat.TURTLE))
    random.Random(seed).shuffle(quads)
    split = folder / "split"
    split.mkdir(exist_ok=True)
    for old in split.iterdir():
        old.unlink()
    kind = {
        "ttl": ox.RdfFormat.TURTLE,
        "nt": ox.RdfFormat.N_TRIPLES,
        "rdf": ox.RdfFormat.RDF_XML,
        "jsonld": ox.RdfFormat.JSON_LD,
    }
    # A node without a name belongs to one file; what has a name may be told of in several.
    private = {str(node) for quad in quads for node in (quad.subject, quad.object) if isinstance(node, ox.BlankNode)}
    files: list[list[ox.Triple]] = [[] for _ in range(parts)]
    for place, quad in enumerate(quads):
        nameless = str(quad.subject) in private or str(quad.object) in private
        files[0 if nameless else place % parts].append(quad.triple)
    for place, triples in enumerate(files):
        ox.serialize(triples, str(split / f"{place}.{form}"), kind[form])
    assert not compare(state_of_files(whole), state_of_files(split)).differences


MIRRORED = {
    Happening.LOST: Happening.ADDED,
    Happening.ADDED: Happening.LOST,
    Happening.RETIRED: Happening.REINSTATED,
    Happening.REINSTATED: Happening.RETIRED,
}
# What only has a direction: the way back from a merger is no split.
ONE_WAY = {Happening.SPLIT, Happening.MERGED}


@given(one=chosen, other=chosen)
@settings(max_examples=60)
def test_way_back_mirrors_the_way_there(folder: Path, one: list[str], other: list[str]) -> None:
    there = compared(folder, ALWAYS + "\n".join(one), ALWAYS + "\n".join(other))
    back = compare(there.head, there.base)
    assert {
        (each.iri, each.sort): (
            {MIRRORED.get(happening, happening) for happening in each.happenings} - ONE_WAY,
            {(c.aspect, c.lang, c.detail, c.gained, c.lost) for c in each.changes},
        )
        for each in there.differences
    } == {
        (each.iri, each.sort): (
            set(each.happenings) - ONE_WAY,
            {(c.aspect, c.lang, c.detail, c.lost, c.gained) for c in each.changes},
        )
        for each in back.differences
    }
