from __future__ import annotations

import gc
import gzip
from collections.abc import Callable, Iterable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from samsprak.errors import SamsprakError, UnfitVocabulary, UnreadableInput
from samsprak.settings import Settings, VocabularyInput, project_folder
from samsprak.snapshot import take
from samsprak.vocabulary.formats import FORMATS
from samsprak.vocabulary.loader import load
from samsprak.vocabulary.records import Finding, Remark
from tests.conftest import EX, PREFIXES, Turtle

Write = Callable[[str, str | bytes], Path]
SUFFIXES = [suffix for form in FORMATS for suffix in (*form.file_suffixes, *form.named_only)]
CONCEPT = PREFIXES + "ex:a a skos:Concept ."


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("karna.ttl", "karna"),
        ("Kärn begrepp.ttl", "karn-begrepp"),
        ("uat.v5.ttl", "uat-v5"),
        ("UAT.TTL", "UAT"),
    ],
)
def test_vocabulary_is_called_by_its_file(name: str, expected: str, write: Write) -> None:
    assert load(VocabularyInput(write(name, CONCEPT))).id == expected


@pytest.mark.parametrize("name", ["uat.ttl.gz", "uat.ttl.GZ"])
def test_gzipped_vocabulary_is_called_by_its_file_too(name: str, write: Write) -> None:
    assert load(VocabularyInput(write(name, gzip.compress(CONCEPT.encode())))).id == "uat"


def test_folder_is_called_by_its_name(write: Write, tmp_path: Path) -> None:
    write("begrepp/a.ttl", CONCEPT)
    assert load(VocabularyInput(tmp_path / "begrepp")).id == "begrepp"


def test_declared_prefix_goes_before_the_file_and_a_given_id_before_both(write: Write) -> None:
    path = write("fil.ttl", CONCEPT + ' ex:s a skos:ConceptScheme ; vann:preferredNamespacePrefix "karna" .')
    assert load(VocabularyInput(path)).id == "karna"
    assert load(VocabularyInput(path, "mitt")).id == "mitt"


def test_vocabulary_called_as_an_address_is_refused_with_the_way_out(write: Write) -> None:
    path = write("sparql.ttl", CONCEPT)
    with pytest.raises(UnfitVocabulary, match="id=path"):
        load(VocabularyInput(path))
    assert load(VocabularyInput(path, "other")).id == "other"


@pytest.mark.parametrize(
    ("declared", "namespace", "concept_id"),
    [
        ('"https://example.org/"', "https://example.org/", "v/a"),
        ("<https://example.org/v/>", EX, "a"),
        ('"https://example.org/v"', "https://example.org/v", "a"),
        ('"https://elsewhere.org/"', EX, "a"),
        ('"no address at all"', EX, "a"),
        ('"https"', EX, "a"),
    ],
)
def test_declared_namespace_is_stripped_where_it_fits(
    declared: str, namespace: str, concept_id: str, turtle: Turtle
) -> None:
    vocabulary = turtle(f"ex:s a skos:ConceptScheme ; vann:preferredNamespaceUri {declared} . ex:a a skos:Concept .")
    assert (vocabulary.namespace, vocabulary.concepts[0].id) == (namespace, concept_id)
    for form in FORMATS:
        assert vocabulary.data(EX + "a", form)


@pytest.mark.parametrize(
    ("iri", "concept_id"),
    [
        ("https://a.org/v#term", "term"),
        ("https://a.org/v/r%C3%A5d", "r%C3%A5d"),
        ("https://a.org/v/råd", "råd"),
        ("https://a.org/v/a(b)'c", "a(b)'c"),
        ("urn:uuid:1b", "1b"),
    ],
)
def test_concept_answers_to_its_id_however_it_is_written(iri: str, concept_id: str, turtle: Turtle) -> None:
    vocabulary = turtle(f"<{iri}> a skos:Concept .")
    assert vocabulary.by_id(concept_id).iri == iri


def test_ids_that_clash_are_told_apart(turtle: Turtle) -> None:
    vocabulary = turtle(
        "ex:x a skos:Concept . <https://b.org/x> a skos:Concept . <https://c.org/x> a skos:Collection ."
    )
    ids = {resource.id for resource in (*vocabulary.concepts, *vocabulary.collections)}
    assert len(ids) == 3
    assert all(vocabulary.by_id(each).id == each for each in ids)


def test_several_schemes_are_served_the_one_of_the_namespace_first(turtle: Turtle) -> None:
    vocabulary = turtle("""
        ex:a1 a skos:ConceptScheme ; skos:hasTopConcept ex:a . <https://example.org/v> a skos:ConceptScheme .
        ex:a a skos:Concept ; skos:inScheme ex:a1, <https://example.org/v> . ex:b a skos:Concept .
    """)
    assert [scheme.iri for scheme in vocabulary.schemes] == ["https://example.org/v", EX + "a1"]
    assert vocabulary.concept(EX + "a").schemes == ("https://example.org/v", EX + "a1")
    assert vocabulary.concept(EX + "b").schemes == ()


def test_vocabulary_without_a_scheme_is_served_and_noted(turtle: Turtle) -> None:
    vocabulary = turtle("ex:a a skos:Concept .")
    assert vocabulary.schemes == ()
    assert Remark(Finding.NO_SCHEME) in vocabulary.remarks


def test_circles_in_the_hierarchy_are_noted_and_walked_once(turtle: Turtle) -> None:
    vocabulary = turtle("""
        ex:a a skos:Concept ; skos:broader ex:b . ex:b a skos:Concept ; skos:broader ex:c .
        ex:c a skos:Concept ; skos:broader ex:a . ex:d a skos:Concept ; skos:broader ex:a .
    """)
    assert Remark(Finding.CYCLE, (EX + "a", EX + "b", EX + "c")) in vocabulary.remarks
    assert vocabulary.roots == (EX + "a",)
    assert vocabulary.paths(EX + "d") == ((EX + "c", EX + "b", EX + "a", EX + "d"),)


def test_vocabulary_in_order_has_no_remarks(turtle: Turtle) -> None:
    assert (
        turtle("""
        ex:s a skos:ConceptScheme .
        ex:a a skos:Concept ; skos:prefLabel "a"@sv ; skos:inScheme ex:s .
    """).remarks
        == ()
    )


def test_duplicate_files_are_noted(write: Write, tmp_path: Path) -> None:
    write("v/a.ttl", CONCEPT)
    write("v/b.ttl", CONCEPT)
    remarks = load(VocabularyInput(tmp_path / "v")).remarks
    assert [remark for remark in remarks if remark.finding is Finding.DUPLICATE_FILE]


def test_concept_split_over_files_is_one(write: Write, tmp_path: Path) -> None:
    write("v/a.ttl", CONCEPT)
    write("v/b.nt", f'<{EX}a> <http://www.w3.org/2004/02/skos/core#prefLabel> "a"@sv .')
    (concept,) = load(VocabularyInput(tmp_path / "v")).concepts
    assert concept.preferred[0].text == "a"


def test_projects_own_vocabulary_loads() -> None:
    vocabulary = load(VocabularyInput(project_folder("vocab")))
    assert len(vocabulary.concepts) > 30
    assert {remark.finding for remark in vocabulary.remarks} <= {Finding.DANGLING}


def test_collector_is_left_as_it_was(turtle: Turtle) -> None:
    turtle("ex:a a skos:Concept .")
    assert gc.isenabled()


def test_several_vocabularies_are_taken_together(write: Write) -> None:
    one, two = write("one.ttl", CONCEPT), write("two.ttl", CONCEPT.replace("ex:a a", "ex:b a"))
    snapshot = take(Settings((VocabularyInput(one), VocabularyInput(two), VocabularyInput(two, "again"))))
    assert list(snapshot.vocabularies) == ["one", "two", "again"]
    assert snapshot.concepts == 3
    assert snapshot.find(EX + "b")[0].id == "two"


def test_unreadable_files_of_all_vocabularies_are_named_at_once(write: Write, tmp_path: Path) -> None:
    paths = [write("a/a.ttl", "oj").parent, write("good.ttl", CONCEPT), tmp_path / "missing", write("b.ttl", "oj")]
    with pytest.raises(UnreadableInput) as error:
        take(Settings(tuple(map(VocabularyInput, paths))))
    assert [Path(problem.file).name for problem in error.value.problems] == ["a.ttl", "missing", "b.ttl"]


def test_two_vocabularies_of_one_id_are_refused_with_the_way_out(write: Write) -> None:
    paths = [write("one/v.ttl", CONCEPT), write("two/v.ttl", CONCEPT)]
    with pytest.raises(UnfitVocabulary, match=r"other=.*two/v\.ttl"):
        take(Settings(tuple(map(VocabularyInput, paths))))


def load_or_refuse(path: Path) -> None:
    """Load, and ask for everything that can be asked; whatever is wrong is one of our own errors."""
    try:
        vocabulary = load(VocabularyInput(path, "v"))
    except SamsprakError:
        return
    for resource in (*vocabulary.schemes, *vocabulary.collections, *vocabulary.concepts, *vocabulary.sources):
        assert vocabulary.by_id(resource.id) is resource
        for form in FORMATS:
            assert vocabulary.data(resource.iri, form)
    for concept in vocabulary.concepts:
        assert vocabulary.paths(concept.iri)


SLOW = settings(max_examples=300, suppress_health_check=[HealthCheck.function_scoped_fixture])


@SLOW
@given(suffix=st.sampled_from([*SUFFIXES, "ttl.gz"]), content=st.binary(max_size=200))
def test_arbitrary_bytes_are_read_or_refused(suffix: str, content: bytes, tmp_path: Path) -> None:
    path = tmp_path / f"v.{suffix}"
    path.write_bytes(content)
    load_or_refuse(path)


RESOURCES = st.sampled_from(
    ["ex:a", "ex:b", "ex:c", "ex:s", "<https://other.org/a>", "<urn:x:1>", "_:n", "_:m", "rdf:nil"]
)
LITERALS = st.builds(
    lambda text, tag: '"' + "".join(f"\\U{ord(char):08X}" for char in text) + '"' + tag,
    st.text(alphabet=st.characters(exclude_categories=["Cs"]), max_size=6),
    st.sampled_from(
        ["", "@sv", "@en-GB", "@zh-hant-tw", "@x-y", "^^xsd:date", "^^xsd:boolean", "^^ex:own", "^^rdf:HTML"]
    ),
)
PREDICATES = st.sampled_from(
    [
        *("a", "ex:own", "<https://other.org/1>"),
        *("skos:prefLabel", "skos:altLabel", "skos:definition", "skos:notation", "skosxl:prefLabel"),
        *("skos:broader", "skos:narrower", "skos:related", "skos:exactMatch", "iso-thes:broaderPartitive"),
        *("skos:member", "skos:memberList", "skos:inScheme", "skos:topConceptOf", "skosxl:literalForm"),
        *("rdf:first", "rdf:rest", "rdf:value", "rdfs:subPropertyOf", "rdfs:subClassOf", "rdfs:label"),
        *("dcterms:source", "dcterms:title", "dcterms:publisher", "dcterms:created", "foaf:name"),
        *("owl:deprecated", "adms:status", "vann:preferredNamespaceUri"),
    ]
)
CLASSES = st.sampled_from(
    ["skos:Concept", "skos:Collection", "skos:OrderedCollection", "skos:ConceptScheme", "dcterms:BibliographicResource"]
)
STATEMENTS = st.one_of(
    st.tuples(RESOURCES, st.just("a"), CLASSES),
    st.tuples(RESOURCES, PREDICATES, st.one_of(RESOURCES, LITERALS, CLASSES)),
)


@SLOW
@given(statements=st.lists(STATEMENTS, max_size=20))
def test_whatever_turtle_says_is_served_or_refused(statements: Iterable[tuple[str, str, str]], tmp_path: Path) -> None:
    body = "\n".join(f"{' '.join(statement)} ." for statement in [("ex:a", "a", "skos:Concept"), *statements])
    path = tmp_path / "v.ttl"
    path.write_text(PREFIXES + body, encoding="utf-8")
    load_or_refuse(path)


SMALL_TURTLE = '''\
@prefix s: <http://www.w3.org/2004/02/skos/core#> .
<https://a.org/å> a s:Concept ;
  s:prefLabel "å\\n"@sv, """ä
"""@sv-FI ; s:broader [ ] , _:b .
_:b s:member ( 1 <https://a.org/b> ) .
'''


@SLOW
@given(
    cut=st.integers(0, 400),
    insert=st.text(alphabet="\"'<>.;,@[]()\\{}”\n\räx:^_=|#", max_size=4),
    gap=st.integers(0, 9),
)
def test_mistyped_turtle_is_read_or_refused(cut: int, insert: str, gap: int, tmp_path: Path) -> None:
    whole = SMALL_TURTLE
    cut %= len(whole)
    path = tmp_path / "v.ttl"
    path.write_bytes((whole[:cut] + insert + whole[cut + gap :]).encode())
    load_or_refuse(path)
