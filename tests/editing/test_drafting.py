"""A draft becomes a record, or a change of one; what cannot be followed is told by its part."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pyoxigraph as ox
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from samsprak.editing.amendment import Amendment
from samsprak.editing.draft import NAMES, Draft, draft_of
from samsprak.editing.drafting import begin, change
from samsprak.editing.folder import Folder, read_folder
from samsprak.editing.underway import Drafting
from samsprak.settings import project_folder
from tests.editing.folders import NAMESPACE, small

TODAY = dt.date(2026, 11, 22)
IRI = NAMESPACE + "ddddd2"
WHOLE = {
    "term_sv": ("föräldraträff",),
    "also_sv": ("föräldraträffar",),
    "definition_sv": ("gruppverksamhet där föräldrar möts en gång",),
    "scope_sv": ("Använd föräldraträff när …",),
    "inside_sv": ("en kväll om skärmar",),
    "broader": ("gruppverksamhet",),
    "kind": ("partitive",),
    "related": ("föräldragrupp",),
    "facet": ("bbbbb2",),
    "source": ("Rapporten",),
}


@pytest.fixture(scope="module")
def small_folder(tmp_path_factory: pytest.TempPathFactory) -> Folder:
    return read_folder(small(tmp_path_factory.mktemp("small") / "ord"))


def new(folder: Folder, **texts: str) -> Drafting:
    return begin(folder, Draft(WHOLE | {name: (text,) for name, text in texts.items()}), "ddddd2", TODAY)


def changed(folder: Folder, reference: str, **texts: str) -> Drafting:
    concept = folder.vocabulary.concept(NAMESPACE + reference)
    values = dict(draft_of(Amendment(folder, TODAY), concept).values)
    values |= {name: (text,) if text else () for name, text in texts.items()}
    return change(folder, Draft(values), concept, TODAY)


def texts_of(drafting: Drafting) -> dict[str, str]:
    return {name: text.decode() for name, text in drafting.amendment.texts()}


def test_new_concept_is_one_canonical_file(small_folder: Folder) -> None:
    drafting = new(small_folder)
    assert drafting.faults == []
    texts = texts_of(drafting)
    assert texts.keys() == {"concepts/foraldratraff.ttl"}
    record = texts["concepts/foraldratraff.ttl"]
    assert 'skos:example "Ja: en kväll om skärmar"@sv' in record
    assert "iso-thes:broaderPartitive o:ccccc3" in record
    assert "o:bbbbb2 skos:member o:ddddd2 .  # innehåll (vad som görs)" in record
    proposal = drafting.proposal()
    assert proposal.valid
    assert {each.name: each.after for each in proposal.alterations} == {"concepts/foraldratraff.ttl": record.encode()}


def test_what_is_not_changed_is_no_change(small_folder: Folder) -> None:
    for concept in small_folder.vocabulary.concepts:
        drafting = changed(small_folder, concept.id)
        assert [fault.part for fault in drafting.faults] == [""]
        assert texts_of(drafting) == {}


def test_every_record_of_the_thesaurus_goes_through_the_form_unchanged() -> None:
    folder = read_folder(project_folder("vocab"))
    for concept in folder.vocabulary.concepts:
        if not concept.retired:
            drafting = change(folder, draft_of(Amendment(folder, TODAY), concept), concept, TODAY)
            assert texts_of(drafting) == {}, concept.id


def test_old_term_still_leads_to_a_concept_with_a_new_one(small_folder: Folder) -> None:
    drafting = changed(small_folder, "ccccc4", term_sv="grupp för barn")
    assert drafting.amendment.renamed == {"concepts/barngrupp.ttl": "concepts/grupp-for-barn.ttl"}
    record = texts_of(drafting)["concepts/barngrupp.ttl"]
    assert 'skos:altLabel "barngrupp"@sv' in record
    assert '"barngrupper"@sv' in record
    assert "rekommenderade termen" in record
    assert "# varför den finns" in record, "comments stay"


def test_part_that_is_emptied_goes_and_the_rest_stays(small_folder: Folder) -> None:
    record = texts_of(changed(small_folder, "ccccc4", also_sv="", definition_en="activity for children"))
    assert "barngrupper" not in record["concepts/barngrupp.ttl"]
    assert '"activity for children"@en' in record["concepts/barngrupp.ttl"]
    assert 'skos:definition "gruppverksamhet för barn"@sv' in record["concepts/barngrupp.ttl"]


def test_related_concept_is_let_go_wherever_it_is_said(small_folder: Folder) -> None:
    assert changed(small_folder, "ccccc6").draft.many("related") == ("krissamtal",)
    texts = texts_of(changed(small_folder, "ccccc6", related=""))
    assert "skos:related" not in texts["concepts/krissamtal.ttl"]


def test_concept_moves_to_another_broader_one(small_folder: Folder) -> None:
    record = texts_of(changed(small_folder, "ccccc4", broader="insats"))["concepts/barngrupp.ttl"]
    assert "skos:broader o:ccccc2" in record
    assert "o:ccccc3" not in record


def test_new_source_has_a_record_and_its_place_stands_in_the_note(small_folder: Folder) -> None:
    cited = {"title": "Råd i hemmet", "publisher": "Kommunen", "year": "2020", "page": "https://a.example/"}
    texts = texts_of(new(small_folder, **cited, place="s. 3"))
    assert "Använd föräldraträff när … Källan: Kommunen 2020 (s. 3)." in texts["concepts/foraldratraff.ttl"]
    source = texts["sources/kommunen-2020-rad-i-hemmet.ttl"]
    assert "<https://example.org/ord/source/kommunen-2020-rad-i-hemmet> a dcterms:BibliographicResource" in source
    assert '"2020"^^xsd:gYear' in source


@pytest.mark.parametrize(
    ("texts", "part"),
    [
        ({"term_sv": ""}, "term_sv"),
        ({"term_sv": "en\nterm"}, "term_sv"),
        ({"broader": "finns inte"}, "broader"),
        ({"related": "finns inte"}, "related"),
        ({"facet": "finns inte"}, "facet"),
        ({"facet": ""}, "facet"),
        ({"source": "finns inte"}, "source"),
        ({"source": "javascript:alert(1)"}, "source"),
        ({"publisher": "Kommunen"}, "title"),
        ({"title": "Rapport", "year": "tjugo"}, "year"),
        ({"title": "Rapport", "page": "ingenstans"}, "page"),
        ({"title": "—"}, "title"),
        ({"title": "RAPPORTEN"}, "title"),
        ({"source": "", "place": "s. 3"}, "source"),
        ({"definition_sv": "a" * 20_001}, "definition_sv"),
    ],
)
def test_fault_is_told_by_its_part(small_folder: Folder, texts: dict[str, str], part: str) -> None:
    assert [fault.part for fault in new(small_folder, **texts).faults] == [part]


def test_concept_is_not_linked_to_itself(small_folder: Folder) -> None:
    assert [fault.part for fault in changed(small_folder, "ccccc4", related="barngrupp").faults] == ["related"]


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.dictionaries(st.sampled_from(NAMES), st.lists(st.text(), max_size=3).map(tuple)))
def test_any_draft_describes_its_own_concept_and_source_alone(
    small_folder: Folder, values: dict[str, tuple[str, ...]]
) -> None:
    drafting = begin(small_folder, Draft({**WHOLE, **values}), "ddddd2", TODAY)
    texts = texts_of(drafting)
    assert len(texts) <= 2
    for name, text in texts.items():
        assert Path(name).parent.as_posix() in {"concepts", "sources"}
        quads = list(ox.parse(text, ox.RdfFormat.TURTLE))
        subjects = {quad.subject.value for quad in quads if not quad.predicate.value.endswith("#member")}
        assert len(subjects) == 1
        assert all(each == IRI or each.startswith(NAMESPACE[:-1] + "/source/") for each in subjects)
