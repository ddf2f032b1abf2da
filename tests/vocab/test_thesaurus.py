"""What every record of the thesaurus promises: form, places, and that its parts fit together."""

from __future__ import annotations

import csv
import re
from collections import Counter
from collections.abc import Iterator
from functools import cache
from itertools import product
from pathlib import Path

import pyoxigraph as ox
import pytest

from samsprak.language.slugs import slug
from samsprak.settings import project_folder
from samsprak.vocabulary.protocol import Vocabulary
from samsprak.vocabulary.records import Collection, Concept, NoteKind, Resource, Source, Status

VOCAB = project_folder("vocab")
FILES = sorted((VOCAB / "concepts").glob("*.ttl"))
PAIRS = Path(__file__).parents[1] / "data" / "pairs.tsv"
CORE = Path(__file__).with_name("core.txt")
NAMESPACE = "https://w3id.org/samsprak/prevention/"
SKOS = "http://www.w3.org/2004/02/skos/core#"
SUPER_ORDINATE = ox.NamedNode("http://purl.org/iso25964/skos-thes#superOrdinate")
TABLE = "tabell över målgrupper och preventionsnivåer"
COLUMNS = "kolumner i tabellen över målgrupper och preventionsnivåer"
ARTICLES = {"sv": "en|ett|den|det|de", "en": "a|an|the"}
CORE_CONCEPTS = 90
MAX_QUOTED_WORDS = 15

each_file = pytest.mark.parametrize("path", FILES, ids=[path.stem for path in FILES])


def term(resource: Resource, lang: str = "sv") -> str:
    return next((label.text for label in resource.preferred if label.lang == lang), "")


def texts(resource: Resource, kind: NoteKind, lang: str = "sv") -> list[str]:
    return [note.text for note in resource.notes_of(kind) if note.lang == lang]


def labels(concept: Concept, lang: str = "sv") -> list[str]:
    every = (*concept.preferred, *concept.alternative, *concept.hidden)
    return [label.text for label in every if label.lang == lang]


def bare(text: str) -> str:
    """Return a term without its qualifier, in lower case: `stödgrupp (barn)` gives `stödgrupp`."""
    return text.split(" (", maxsplit=1)[0].casefold()


def stands_in(words: str, text: str) -> bool:
    """Tell whether whole words stand in a text, whatever their case."""
    return re.search(rf"(?<!\w){re.escape(words.casefold())}(?!\w)", text.casefold()) is not None


def collection(thesaurus: Vocabulary, name: str) -> Collection:
    return next(each for each in thesaurus.collections if term(each) == name)


def members(thesaurus: Vocabulary, name: str) -> list[Collection]:
    found = [thesaurus.resource(iri) for iri in collection(thesaurus, name).members]
    return [each for each in found if isinstance(each, Collection)]


@cache
def statements(path: Path) -> tuple[ox.Triple, ...]:
    parsed = ox.parse(path.read_bytes(), format=ox.RdfFormat.TURTLE)
    return tuple(quad.triple for quad in parsed)


def objects(path: Path, name: str) -> Iterator[tuple[str, str]]:
    """Yield the two ends of a SKOS relation as one file states it."""
    for triple in statements(path):
        if triple.predicate.value == SKOS + name and isinstance(triple.object, ox.NamedNode):
            assert isinstance(triple.subject, ox.NamedNode)
            yield triple.subject.value, triple.object.value


def test_loader_has_nothing_to_remark(thesaurus: Vocabulary) -> None:
    assert thesaurus.remarks == ()
    assert thesaurus.namespace == NAMESPACE


# --- Every record -----------------------------------------------------------------------------------------------------


def test_every_concept_has_a_term_in_swedish_and_english(thesaurus: Vocabulary) -> None:
    assert [concept.iri for concept in thesaurus.concepts if not (term(concept) and term(concept, "en"))] == []


def test_every_concept_has_one_swedish_definition_and_at_most_one_english(thesaurus: Vocabulary) -> None:
    def count(concept: Concept, lang: str) -> int:
        return len(texts(concept, NoteKind.DEFINITION, lang))

    assert [term(each) for each in thesaurus.concepts if count(each, "sv") != 1 or count(each, "en") > 1] == []


def test_every_concept_has_one_swedish_scope_note(thesaurus: Vocabulary) -> None:
    assert [term(each) for each in thesaurus.concepts if len(texts(each, NoteKind.SCOPE)) != 1] == []


def test_every_concept_cites_a_source_record(thesaurus: Vocabulary) -> None:
    def cites(concept: Concept) -> bool:
        return bool(concept.sources) and all(
            thesaurus.holds(iri) and isinstance(thesaurus.resource(iri), Source) for iri in concept.sources
        )

    assert [term(concept) for concept in thesaurus.concepts if not cites(concept)] == []


def test_every_concept_is_a_proposal_and_says_when_it_was_made(thesaurus: Vocabulary) -> None:
    assert [term(each) for each in thesaurus.concepts if each.status is not Status.PROPOSED] == []
    assert [term(each) for each in thesaurus.concepts if not (each.history.created and each.history.modified)] == []


def test_every_concept_stands_in_exactly_one_facet(thesaurus: Vocabulary) -> None:
    held = Counter(iri for facet in members(thesaurus, "facetter") for iri in facet.members)
    assert [term(concept) for concept in thesaurus.concepts if held[concept.iri] != 1] == []


def test_no_term_leads_to_two_concepts(thesaurus: Vocabulary) -> None:
    owners: dict[tuple[str, str], set[str]] = {}
    for concept in thesaurus.concepts:
        for lang in ("sv", "en"):
            for text in labels(concept, lang):
                owners.setdefault((lang, text.casefold()), set()).add(term(concept))
    assert {text: found for (_, text), found in owners.items() if len(found) > 1} == {}


def test_quotations_are_short(thesaurus: Vocabulary) -> None:
    quoted = [
        (term(resource), quotation)
        for resource in (*thesaurus.concepts, *thesaurus.collections)
        for note in resource.notes
        for quotation in re.findall("”([^”]*)”", note.text)
    ]
    assert quoted
    assert [each for each in quoted if len(each[1].split()) > MAX_QUOTED_WORDS] == []


# --- Definitions ------------------------------------------------------------------------------------------------------


def definitions(thesaurus: Vocabulary) -> Iterator[tuple[Concept, str, str]]:
    for concept in thesaurus.concepts:
        for lang in ("sv", "en"):
            for text in texts(concept, NoteKind.DEFINITION, lang):
                yield concept, lang, text


def test_definitions_have_the_form_of_a_definition(thesaurus: Vocabulary) -> None:
    def fault(text: str, lang: str) -> str:
        first = text.split(maxsplit=1)[0]
        if first[0].isupper() and not first.split("-", maxsplit=1)[0].isupper():
            return "capital"
        if re.match(rf"(?:{ARTICLES[lang]})\b", text):
            return "article"
        if text.endswith("."):
            return "full stop"
        return "space" if text != " ".join(text.split()) else ""

    found = [(term(concept), fault(text, lang)) for concept, lang, text in definitions(thesaurus)]
    assert [each for each in found if each[1]] == []


def test_no_definition_uses_its_own_term(thesaurus: Vocabulary) -> None:
    circular = [
        (term(concept), label)
        for concept, lang, text in definitions(thesaurus)
        for label in labels(concept, lang)
        if stands_in(bare(label), text)
    ]
    assert circular == []


def test_no_two_concepts_share_a_definition(thesaurus: Vocabulary) -> None:
    counted = Counter(text for _, _, text in definitions(thesaurus))
    assert [text for text, count in counted.items() if count > 1] == []


# --- Core concepts ----------------------------------------------------------------------------------------------------


def core(thesaurus: Vocabulary) -> list[Concept]:
    """Return the concepts that core.txt lists: those that are worked to full depth."""
    by_term = {term(concept): concept for concept in thesaurus.concepts}
    return [by_term[each] for each in CORE.read_text(encoding="utf-8").splitlines()]


def test_there_are_as_many_core_concepts_as_the_field_needs(thesaurus: Vocabulary) -> None:
    assert len({concept.iri for concept in core(thesaurus)}) >= CORE_CONCEPTS


def starts(concept: Concept) -> list[str]:
    return sorted(example.split(":", maxsplit=1)[0] for example in texts(concept, NoteKind.EXAMPLE))


def test_core_concepts_have_an_example_inside_and_one_outside(thesaurus: Vocabulary) -> None:
    assert [term(concept) for concept in core(thesaurus) if starts(concept) != ["Ja", "Nej"]] == []


def test_other_concepts_have_both_examples_or_none(thesaurus: Vocabulary) -> None:
    assert [term(concept) for concept in thesaurus.concepts if starts(concept) not in ([], ["Ja", "Nej"])] == []


def test_core_concepts_say_when_to_use_the_term_and_decide_a_borderline_case(thesaurus: Vocabulary) -> None:
    def fit(note: str) -> bool:
        return note.startswith("Använd ") and "; använd " in note and "Gränsfall: " in note

    assert [term(concept) for concept in core(thesaurus) if not fit(texts(concept, NoteKind.SCOPE)[0])] == []


def test_core_concepts_have_an_english_definition(thesaurus: Vocabulary) -> None:
    assert [term(each) for each in core(thesaurus) if not texts(each, NoteKind.DEFINITION, "en")] == []


# --- Pairs that people confuse ----------------------------------------------------------------------------------------


def pairs() -> list[tuple[str, str]]:
    with PAIRS.open(encoding="utf-8", newline="") as file:
        return [(row["term_a"], row["term_b"]) for row in csv.DictReader(file, delimiter="\t")]


@pytest.mark.parametrize(("first", "second"), pairs())
def test_scope_notes_of_a_pair_name_each_other(first: str, second: str, thesaurus: Vocabulary) -> None:
    by_term = {term(concept): concept for concept in thesaurus.concepts}
    assert names(by_term[first], by_term[second], thesaurus)
    assert names(by_term[second], by_term[first], thesaurus)


def names(concept: Concept, other: Concept, thesaurus: Vocabulary) -> bool:
    """Tell whether a scope note names another concept; `generellt förebyggande arbete` is no `förebyggande arbete`."""
    wanted = {bare(label) for label in labels(other)}
    longer = {
        label.casefold()
        for each in thesaurus.concepts
        if each is not other
        for label in labels(each)
        if label.casefold() not in wanted and any(stands_in(each_wanted, label) for each_wanted in wanted)
    }
    note = " ".join(texts(concept, NoteKind.SCOPE)).casefold()
    for label in sorted(longer, key=len, reverse=True):
        note = re.sub(rf"(?<!\w){re.escape(label)}(?!\w)", "…", note)
    return any(stands_in(label, note) for label in wanted)


# --- Hierarchy and collections ----------------------------------------------------------------------------------------


def test_no_concept_has_a_broader_one_both_directly_and_through_another(thesaurus: Vocabulary) -> None:
    def above(iri: str) -> set[str]:
        direct = {link.iri for link in thesaurus.concept(iri).broader}
        return direct.union(*(above(each) for each in direct))

    redundant = [
        (term(concept), term(thesaurus.concept(link.iri)))
        for concept in thesaurus.concepts
        for link in concept.broader
        if any(link.iri in above(other.iri) for other in concept.broader if other != link)
    ]
    assert redundant == []


def test_characteristic_of_division_holds_kinds_of_what_it_divides(thesaurus: Vocabulary, store: ox.Store) -> None:
    arrays = [each for each in thesaurus.collections if each.array]
    assert arrays
    for array in arrays:
        divided = [quad.object for quad in store.quads_for_pattern(ox.NamedNode(array.iri), SUPER_ORDINATE, None)]
        assert len(divided) == 1, term(array)
        assert isinstance(divided[0], ox.NamedNode)
        assert set(array.members) <= set(thesaurus.concept(divided[0].value).narrower), term(array)


def test_every_collection_has_members_and_a_name_in_both_languages(thesaurus: Vocabulary) -> None:
    assert [term(each) for each in thesaurus.collections if not each.members] == []
    assert [each.iri for each in thesaurus.collections if not (term(each) and term(each, "en"))] == []


def test_table_can_be_drawn_from_the_data(thesaurus: Vocabulary) -> None:
    rows, columns = members(thesaurus, TABLE), members(thesaurus, COLUMNS)
    assert (len(rows), len(columns)) == (3, 4)
    cells = {
        (term(row), term(column)): set(row.members) & set(column.members) for row, column in product(rows, columns)
    }
    assert [place for place, cell in cells.items() if not cell] == []
    for row in rows:
        assert set(row.members) == set().union(*(cells[term(row), term(column)] for column in columns))


# --- Files ------------------------------------------------------------------------------------------------------------


@each_file
def test_file_is_called_by_its_term(path: Path, thesaurus: Vocabulary) -> None:
    (concept,) = {
        triple.subject.value
        for triple in statements(path)
        if triple.predicate.value == SKOS + "inScheme" and isinstance(triple.subject, ox.NamedNode)
    }
    name = slug(term(thesaurus.concept(concept)))
    assert path.stem in {name, f"{name}-{concept.removeprefix(NAMESPACE)}"}


@each_file
def test_file_states_memberships_of_its_own_concept_only(path: Path, thesaurus: Vocabulary) -> None:
    stated = list(objects(path, "member"))
    assert stated
    assert {term(thesaurus.concept(member)) for _, member in stated} == {term(own_concept(path, thesaurus))}
    ordered = [holder for holder, _ in stated if collection_of(thesaurus, holder).ordered]
    assert ordered == []


def own_concept(path: Path, thesaurus: Vocabulary) -> Concept:
    return thesaurus.concept(next(subject for subject, _ in objects(path, "inScheme")))


def collection_of(thesaurus: Vocabulary, iri: str) -> Collection:
    found = thesaurus.resource(iri)
    assert isinstance(found, Collection)
    return found


@each_file
def test_related_is_written_once_in_the_file_whose_name_comes_first(path: Path, thesaurus: Vocabulary) -> None:
    others = [slug(term(thesaurus.concept(other))) for _, other in objects(path, "related")]
    assert [other for other in others if other < path.stem] == []


@pytest.mark.parametrize("path", [*FILES, VOCAB / "facets.ttl"], ids=lambda path: path.stem)
def test_comment_after_a_reference_is_the_term_that_it_refers_to(path: Path, thesaurus: Vocabulary) -> None:
    for line in path.read_text(encoding="utf-8").splitlines():
        code, hash_sign, comment = line.partition("  # ")
        references = re.findall(r"\bp:(\w{6})\b", code)
        if code.endswith('"@sv ;') or not references or " a " in code:
            continue
        assert hash_sign, line
        named = [term(thesaurus.by_id(each)) for each in references]
        # A membership is commented with the collection, a list with all that it holds.
        assert comment == (named[0] if "skos:member " in code else ", ".join(named)), line


@pytest.mark.parametrize("path", sorted((VOCAB / "sources").glob("*.ttl")), ids=lambda path: path.stem)
def test_source_file_is_called_by_the_end_of_its_address(path: Path) -> None:
    assert {str(triple.subject) for triple in statements(path)} == {f"<{NAMESPACE}source/{path.stem}>"}


def test_identifiers_are_opaque(thesaurus: Vocabulary) -> None:
    records = (*thesaurus.concepts, *thesaurus.collections)
    assert [each.id for each in records if not re.fullmatch("[bcdfghjkmnpqrstvwxz23456789]{6}", each.id)] == []
