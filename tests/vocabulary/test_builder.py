from __future__ import annotations

import pytest

from samsprak.vocabulary.namespaces import SKOS
from samsprak.vocabulary.records import (
    Agent,
    Broader,
    Collection,
    Concept,
    Finding,
    Hierarchy,
    History,
    Label,
    Mapping,
    MappingKind,
    Note,
    NoteKind,
    Remark,
    Scheme,
    Source,
    Status,
)
from tests.conftest import EX, Turtle


def concept(turtle: Turtle, body: str, name: str = "a") -> Concept:
    return turtle(body).concept(EX + name)


def collection(turtle: Turtle, body: str, name: str = "c") -> Collection:
    found = turtle(body).resource(EX + name)
    assert isinstance(found, Collection)
    return found


def names(iris: tuple[str, ...]) -> list[str]:
    return [iri.removeprefix(EX) for iri in iris]


def test_labels_keep_their_languages_and_kinds(turtle: Turtle) -> None:
    found = concept(
        turtle,
        """ex:a a skos:Concept ; skos:prefLabel "stöd"@sv, "support"@en-gb, "support?" ;
          skos:altLabel "hjälp"@SV, "hjälp"@sv ; skos:hiddenLabel "stöd"@sv .""",
    )
    assert found.preferred == (Label("support?", ""), Label("support", "en-GB"), Label("stöd", "sv"))
    assert found.alternative == (Label("hjälp", "sv"),)
    assert found.hidden == (Label("stöd", "sv"),)


def test_label_without_language_is_not_given_one(turtle: Turtle) -> None:
    vocabulary = turtle('ex:a a skos:Concept ; skos:prefLabel "stöd" .')
    assert vocabulary.concept(EX + "a").preferred == (Label("stöd", ""),)
    assert (vocabulary.languages, vocabulary.default_language) == ((), "")


def test_labels_of_skos_xl_are_labels(turtle: Turtle) -> None:
    found = concept(
        turtle,
        """ex:a a skos:Concept ; skosxl:prefLabel ex:l1 ; skosxl:altLabel [ skosxl:literalForm "hjälp"@sv ] ;
          skosxl:hiddenLabel ex:missing ; skos:altLabel "bistånd"@sv .
        ex:l1 a skosxl:Label ; skosxl:literalForm "stöd"@sv .""",
    )
    assert found.preferred == (Label("stöd", "sv"),)
    assert found.alternative == (Label("bistånd", "sv"), Label("hjälp", "sv"))
    assert found.hidden == ()


def test_concept_without_a_preferred_label_is_called_by_its_rdfs_label(turtle: Turtle) -> None:
    assert concept(turtle, 'ex:a a skos:Concept ; rdfs:label "stöd"@sv .').preferred == (Label("stöd", "sv"),)
    both = 'ex:a a skos:Concept ; rdfs:label "annat"@sv ; skos:prefLabel "stöd"@sv .'
    assert concept(turtle, both).preferred == (Label("stöd", "sv"),)


def test_concept_without_a_label_is_kept_and_noted(turtle: Turtle) -> None:
    vocabulary = turtle('ex:a a skos:Concept . ex:b a skos:Concept ; skos:prefLabel "b"@sv .')
    assert vocabulary.concept(EX + "a").preferred == ()
    assert Remark(Finding.UNLABELLED, (EX + "a",)) in vocabulary.remarks


def test_notes_stand_by_kind_with_their_languages(turtle: Turtle) -> None:
    found = concept(
        turtle,
        """ex:a a skos:Concept ; skos:note "n" ; skos:scopeNote "avgränsning"@sv ;
          skos:definition "mening"@sv, "meaning"@en ; dcterms:description "mer" .""",
    )
    assert found.notes_of(NoteKind.DEFINITION) == (
        Note(NoteKind.DEFINITION, "meaning", "en"),
        Note(NoteKind.DEFINITION, "mening", "sv"),
    )
    assert [note.text for note in found.notes] == ["meaning", "mening", "avgränsning", "mer", "n"]


@pytest.mark.parametrize("node", ["[ {} ]", "ex:note . ex:note {}", "_:n . _:n {}"])
def test_note_that_is_a_node_gives_its_text_and_sources(node: str, turtle: Turtle) -> None:
    said = 'rdf:value "mening"@sv, "meaning"@en ; dcterms:source ex:s, "SOSFS 2014:5", [ dcterms:title "lost" ]'
    found = concept(turtle, f"ex:a a skos:Concept ; skos:definition {node.format(said)} .")
    sources = ("SOSFS 2014:5", EX + "s")
    assert found.notes == (
        Note(NoteKind.DEFINITION, "meaning", "en", sources),
        Note(NoteKind.DEFINITION, "mening", "sv", sources),
    )


def test_note_elsewhere_is_shown_by_its_address(turtle: Turtle) -> None:
    found = concept(turtle, "ex:a a skos:Concept ; skos:definition <https://other.org/d>, [ rdfs:seeAlso ex:x ] .")
    assert found.notes == (Note(NoteKind.DEFINITION, "https://other.org/d", ""),)


def test_relations_are_there_both_ways(turtle: Turtle) -> None:
    vocabulary = turtle("""
        ex:a a skos:Concept ; skos:broader ex:b ; skos:related ex:c .
        ex:b a skos:Concept ; skos:narrower ex:c . ex:c a skos:Concept .
    """)
    assert vocabulary.concept(EX + "b").narrower == (EX + "a", EX + "c")
    assert vocabulary.concept(EX + "c").broader == (Broader(EX + "b"),)
    assert vocabulary.concept(EX + "c").related == (EX + "a",)


@pytest.mark.parametrize(
    ("said", "kind"),
    [
        ("ex:a skos:broader ex:b .", Hierarchy.GENERIC),
        ("ex:a iso-thes:broaderGeneric ex:b .", Hierarchy.GENERIC),
        ("ex:a iso-thes:broaderPartitive ex:b .", Hierarchy.PARTITIVE),
        ("ex:b iso-thes:narrowerPartitive ex:a .", Hierarchy.PARTITIVE),
        ("ex:a iso-thes:broaderInstantial ex:b .", Hierarchy.INSTANTIAL),
        ("ex:b iso-thes:narrowerInstantial ex:a .", Hierarchy.INSTANTIAL),
        ("ex:partOf rdfs:subPropertyOf iso-thes:broaderPartitive . ex:a ex:partOf ex:b .", Hierarchy.PARTITIVE),
        ("ex:a skos:broader ex:b ; iso-thes:broaderPartitive ex:b .", Hierarchy.PARTITIVE),
    ],
)
def test_kind_of_hierarchy_is_known_from_either_end(said: str, kind: Hierarchy, turtle: Turtle) -> None:
    vocabulary = turtle(f"ex:a a skos:Concept . ex:b a skos:Concept . {said}")
    assert vocabulary.concept(EX + "a").broader == (Broader(EX + "b", kind),)
    assert vocabulary.concept(EX + "b").narrower == (EX + "a",)


def test_relation_to_what_is_no_concept_here_is_left_out_and_noted(turtle: Turtle) -> None:
    vocabulary = turtle("""
        ex:a a skos:Concept ; skos:broader ex:gone, ex:b, [ ] ; skos:related <https://other.org/x> .
        ex:b a skos:Concept .
    """)
    assert vocabulary.concept(EX + "a").broader == (Broader(EX + "b"),)
    assert vocabulary.concept(EX + "a").related == ()
    (dangling,) = [remark for remark in vocabulary.remarks if remark.finding is Finding.DANGLING]
    assert [iri for iri in dangling.subjects if not iri.startswith("_:")] == [EX + "gone", "https://other.org/x"]


def test_concept_is_not_related_to_itself(turtle: Turtle) -> None:
    vocabulary = turtle("ex:a a skos:Concept ; skos:broader ex:a ; skos:related ex:a .")
    found = vocabulary.concept(EX + "a")
    assert (found.broader, found.narrower, found.related) == ((), (), ())
    assert vocabulary.roots == (EX + "a",)
    assert Finding.DANGLING not in {remark.finding for remark in vocabulary.remarks}


def test_mappings_stand_closest_first_and_out_of_the_hierarchy(turtle: Turtle) -> None:
    found = concept(
        turtle,
        """skos:broadMatch rdfs:subPropertyOf skos:broader .
        ex:same rdfs:subPropertyOf skos:exactMatch .
        ex:a a skos:Concept ; skos:broadMatch <https://other.org/b> ; ex:same <https://other.org/e> ;
          skos:closeMatch <https://other.org/c>, [ skos:prefLabel "nowhere" ] .""",
    )
    assert found.mappings == (
        Mapping(MappingKind.EXACT, "https://other.org/e"),
        Mapping(MappingKind.CLOSE, "https://other.org/c"),
        Mapping(MappingKind.BROAD, "https://other.org/b"),
    )
    assert found.broader == ()


def test_members_of_a_collection_know_it(turtle: Turtle) -> None:
    vocabulary = turtle("""
        ex:a a skos:Concept . ex:b a skos:Concept .
        ex:c a skos:Collection ; skos:prefLabel "nivå"@sv ; skos:member ex:b, ex:a, ex:d, ex:gone .
        ex:d a iso-thes:ThesaurusArray ; skos:member ex:a .
    """)
    found = vocabulary.resource(EX + "c")
    assert isinstance(found, Collection)
    assert (names(found.members), found.ordered, found.preferred) == (["a", "b", "d"], False, (Label("nivå", "sv"),))
    assert vocabulary.concept(EX + "a").member_of == (EX + "c", EX + "d")


def test_ordered_collection_keeps_its_order(turtle: Turtle) -> None:
    vocabulary = turtle("""
        ex:a a skos:Concept . ex:b a skos:Concept . ex:d a skos:Concept .
        ex:c a skos:OrderedCollection ; skos:memberList ( ex:d ex:a ex:gone ex:b ) .
    """)
    found = vocabulary.resource(EX + "c")
    assert isinstance(found, Collection)
    assert (names(found.members), found.ordered) == (["d", "a", "b"], True)
    assert vocabulary.concept(EX + "a").member_of == (EX + "c",)


@pytest.mark.parametrize(
    ("members", "expected"),
    [
        ("( )", []),
        ("_:l . _:l rdf:first ex:a ; rdf:rest _:l", ["a"]),
        ("_:l . _:l rdf:first ex:a", ["a"]),
        ("ex:nowhere", []),
        ('( ex:a "b" )', ["a"]),
    ],
)
def test_list_that_is_no_proper_one_ends_all_the_same(members: str, expected: list[str], turtle: Turtle) -> None:
    found = collection(turtle, f"ex:a a skos:Concept . ex:c a skos:OrderedCollection ; skos:memberList {members} .")
    assert (names(found.members), found.ordered) == (expected, True)


def test_anonymous_collections_and_schemes_are_passed_over(turtle: Turtle) -> None:
    found = concept(
        turtle,
        """ex:a a skos:Concept ; skos:inScheme ex:s, [ a skos:ConceptScheme ] ; skos:topConceptOf [ ] .
        [] a skos:Collection ; skos:member ex:a . [] a skos:OrderedCollection ; skos:memberList ( ex:a ) .""",
    )
    assert (found.member_of, found.schemes, found.top_of) == ((), (EX + "s",), ())


def test_blank_concepts_are_left_out_and_noted(turtle: Turtle) -> None:
    vocabulary = turtle("ex:a a skos:Concept . [] a skos:Concept . [] a skos:Concept .")
    assert [each.iri for each in vocabulary.concepts] == [EX + "a"]
    (blank,) = [remark for remark in vocabulary.remarks if remark.finding is Finding.BLANK_CONCEPT]
    assert len(blank.subjects) == 2


def test_own_classes_of_concepts_are_concepts(turtle: Turtle) -> None:
    vocabulary = turtle("ex:Programme rdfs:subClassOf skos:Concept . ex:a a ex:Programme .")
    assert [each.iri for each in vocabulary.concepts] == [EX + "a"]


def test_what_claims_two_kinds_is_a_concept_first(turtle: Turtle) -> None:
    vocabulary = turtle("ex:a a skos:Concept, skos:Collection, skos:ConceptScheme, dcterms:BibliographicResource .")
    assert isinstance(vocabulary.resource(EX + "a"), Concept)
    assert (vocabulary.collections, vocabulary.schemes, vocabulary.sources) == ((), (), ())


@pytest.mark.parametrize(
    ("said", "status"),
    [
        ("skos:note 'x'", None),
        ("adms:status status:UnderDevelopment", Status.PROPOSED),
        ("adms:status status:Completed", Status.DECIDED),
        ("adms:status status:Deprecated", Status.RETIRED),
        ("adms:status status:Withdrawn", Status.WITHDRAWN),
        ("adms:status ex:myOwn", None),
        ("owl:deprecated true", Status.RETIRED),
        ('owl:deprecated "true"', Status.RETIRED),
        ("owl:deprecated false", None),
        ("owl:deprecated true ; adms:status status:Completed", Status.RETIRED),
        ("owl:deprecated true ; adms:status status:Withdrawn", Status.WITHDRAWN),
    ],
)
def test_status_is_read(said: str, status: Status | None, turtle: Turtle) -> None:
    found = concept(turtle, f"ex:a a skos:Concept ; {said} .")
    assert found.status is status
    assert found.retired is (status in {Status.RETIRED, Status.WITHDRAWN})


def test_record_of_a_term_is_whole(turtle: Turtle) -> None:
    found = concept(
        turtle,
        """ex:a a skos:Concept ; skos:notation "0012", "A" ; dcterms:created "2025-01-02"^^xsd:date ;
          dcterms:modified "2025-02-01"^^xsd:date, "2025-03-01"^^xsd:date ;
          dcterms:dateAccepted "2025-04-01"^^xsd:date ; dcterms:valid "2026-01-01"^^xsd:date ;
          dcterms:publisher ex:board, [ foaf:name "Rådet" ], "Nämnden", [ ] ;
          dcterms:isReplacedBy ex:b ; dcterms:replaces ex:c ; rdfs:seeAlso <https://other.org/page> ;
          dcterms:source ex:s, "Prop. 2024/25:89", [ dcterms:title "no address" ] .
        ex:board foaf:name "Styrelsen" .""",
    )
    assert found.notations == ("0012", "A")
    assert found.history == History(
        created="2025-01-02",
        modified="2025-03-01",
        accepted="2025-04-01",
        valid="2026-01-01",
        decided_by=found.history.decided_by,
    )
    assert set(found.history.decided_by) == {Agent("Styrelsen", EX + "board"), Agent("Rådet"), Agent("Nämnden")}
    assert (found.replaced_by, found.replaces) == ((EX + "b",), (EX + "c",))
    assert found.see_also == ("https://other.org/page",)
    assert found.sources == ("Prop. 2024/25:89", EX + "s")


def test_scheme_tells_about_itself(turtle: Turtle) -> None:
    vocabulary = turtle("""
        ex:s a skos:ConceptScheme ; dcterms:title "Begrepp"@sv ; skos:prefLabel "annat"@sv ; rdfs:comment "Om"@sv ;
          dcterms:publisher ex:org ; dcterms:license <https://cc.org/0> ; owl:versionInfo "1.2" ;
          skos:hasTopConcept ex:a, ex:gone ; dcterms:conformsTo <https://w3id.org/samsprak/shapes/record> .
        ex:org rdfs:label "Organisationen" .
        ex:a a skos:Concept .
    """)
    (scheme,) = vocabulary.schemes
    assert scheme == Scheme(
        iri=EX + "s",
        id="s",
        preferred=(Label("Begrepp", "sv"),),
        notes=(Note(NoteKind.GENERAL, "Om", "sv"),),
        descriptions=(Label("Om", "sv"),),
        history=History(decided_by=(Agent("Organisationen", EX + "org"),)),
        publishers=(Agent("Organisationen", EX + "org"),),
        licences=("https://cc.org/0",),
        version="1.2",
        top_concepts=(EX + "a",),
        conforms_to=("https://w3id.org/samsprak/shapes/record",),
    )
    assert vocabulary.concept(EX + "a").schemes == (EX + "s",)
    assert vocabulary.term_records


def test_sources_are_what_is_cited_and_described(turtle: Turtle) -> None:
    vocabulary = turtle("""
        ex:a a skos:Concept ; dcterms:source ex:s, ex:unknown ;
          skos:definition [ rdf:value "x" ; dcterms:source ex:t ] .
        ex:s dcterms:title "Proposition"@sv ; dcterms:issued "2025"^^xsd:gYear ; foaf:page <https://riksdagen.se/> .
        ex:t dcterms:title "Lag" . ex:u a dcterms:BibliographicResource .
    """)
    assert [each.id for each in vocabulary.sources] == ["s", "t", "u"]
    first = vocabulary.sources[0]
    assert isinstance(first, Source)
    assert (first.preferred, first.issued, first.pages) == (
        (Label("Proposition", "sv"),),
        "2025",
        ("https://riksdagen.se/",),
    )


def test_classes_of_concepts_are_kept_with_what_they_refine(turtle: Turtle) -> None:
    vocabulary = turtle(
        """
        ex:Place rdfs:subClassOf skos:Concept ; rdfs:label "plats"@sv .
        ex:Town rdfs:subClassOf ex:Place .
        ex:Empty rdfs:subClassOf skos:Concept .
        ex:Other rdfs:subClassOf owl:Thing .
        ex:a a ex:Town , ex:Other ; skos:prefLabel "a"@sv .
        ex:b a skos:Concept .
        ex:Row rdfs:subClassOf skos:Collection .
        ex:c a ex:Row .
        """
    )
    assert [(each.iri, each.preferred, each.broader) for each in vocabulary.classes] == [
        (EX + "Place", (Label("plats", "sv"),), (SKOS + "Concept",)),
        (EX + "Row", (), (SKOS + "Collection",)),
        (EX + "Town", (), (EX + "Place",)),
    ]
    assert vocabulary.concept(EX + "a").classes == (EX + "Place", EX + "Town")
    assert vocabulary.concept(EX + "b").classes == ()
    assert vocabulary.resource(EX + "c").classes == (EX + "Row",)


def test_classes_in_a_circle_end(turtle: Turtle) -> None:
    vocabulary = turtle(
        """
        ex:A rdfs:subClassOf ex:B , skos:Concept . ex:B rdfs:subClassOf ex:A .
        ex:a a ex:A , skos:Concept .
        """
    )
    assert [each.iri for each in vocabulary.classes] == [EX + "A", EX + "B"]
