"""A new concept: its id, its record, its file, and what stops it."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from samsprak.editing.addition import Fields, add, add_text
from samsprak.editing.folder import read_folder
from samsprak.editing.proposal import Proposal
from samsprak.editing.writing import write
from samsprak.errors import SamsprakError, UnreadableInput, UsageError
from samsprak.vocabulary.records import Hierarchy
from tests.editing.folders import NAMESPACE, contents, green, small

TODAY = dt.date(2025, 3, 4)
HOSTILE = (
    '"@sv . <https://example.org/ord> a <urn:x> . #',
    '""" . o:ccccc4 a o:x . """',
    "<script>alert(1)</script>",
    "../../../etc/passwd",
    "..\\..\\windows",
    "/etc/passwd",
    "con",
    "barn\ngrupp",
    "barn\r\n\tgrupp",
    "grupp\u202egpj.exe",
    "\ufeffgrupp",
    "a\\u0022b",
    "\\",
    '"',
    "'",
    "漢字",
    "…",
    "-",
    "# inte ett ord",
    "grupp {x}",
    "100 %s",
    "https://example.org/ord/ccccc4",
    "versions/1.0.0",
    ".dold",
    "\udcff",
    "a\0b",
    "e\u0301",
    "x" * 10_000,
)


def fields(text: str = "pappagrupp", **changed: object) -> Fields:
    given: dict[str, object] = {
        "terms": {"sv": text, "en": "fathers' group"},
        "definitions": {"sv": "föräldragrupp för pappor"},
        "broader": ["föräldragrupp"],
        "sources": ["rapport"],
    }
    return Fields(**{**given, **changed})  # type: ignore[arg-type]


def added(folder: Path, wanted: Fields) -> Proposal:
    return add(read_folder(folder), wanted, today=TODAY, draw=lambda: "ddddd2")


def test_record_is_canonical_a_proposal_and_in_a_file_of_its_own(folder: Path) -> None:
    done = write(
        added(folder, fields(synonyms=["pappagrupper"], related=["stödsamtal"], examples=["Ja: fyra pappor."]))
    )
    assert [path.relative_to(folder).as_posix() for path in done] == ["concepts/pappagrupp.ttl"]
    assert (folder / "concepts/pappagrupp.ttl").read_text("utf-8") == (
        """\
@prefix adms: <http://www.w3.org/ns/adms#> .
@prefix dcterms: <http://purl.org/dc/terms/> .
@prefix o: <https://example.org/ord/> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .

o:ddddd2 a skos:Concept ;
    skos:prefLabel "pappagrupp"@sv ,
        "fathers' group"@en ;
    skos:altLabel "pappagrupper"@sv ;
    skos:definition "föräldragrupp för pappor"@sv ;
    skos:example "Ja: fyra pappor."@sv ;
    skos:broader o:ccccc5 ;  # föräldragrupp
    skos:related o:ccccc6 ;  # stödsamtal
    dcterms:source <https://example.org/ord/source/rapport> ;
    adms:status <http://purl.org/adms/status/UnderDevelopment> ;
    dcterms:created "2025-03-04"^^xsd:date ;
    dcterms:modified "2025-03-04"^^xsd:date ;
    skos:inScheme <https://example.org/ord> .

o:bbbbb2 skos:member o:ddddd2 .  # innehåll (vad som görs)
"""
    )
    green(folder)


def test_link_upwards_says_what_it_means(folder: Path) -> None:
    write(added(folder, fields(hierarchy=Hierarchy.INSTANTIAL)))
    assert "iso-thes:broaderInstantial o:ccccc5" in (folder / "concepts/pappagrupp.ttl").read_text("utf-8")
    green(folder)


def test_without_a_broader_concept_it_stands_at_the_top_of_its_facet(folder: Path) -> None:
    write(added(folder, fields(broader=[], facets=["innehåll"])))
    assert "skos:topConceptOf <https://example.org/ord>" in (folder / "concepts/pappagrupp.ttl").read_text("utf-8")
    green(folder)


def test_facet_must_be_known(folder: Path) -> None:
    with pytest.raises(UsageError, match=r"--facet.*innehåll \(vad som görs\)"):
        added(folder, fields(broader=[]))


def test_record_without_definition_or_source_is_not_written(folder: Path) -> None:
    before = contents(folder)
    proposal = added(folder, fields(definitions={}, sources=[]))
    assert {each.rule.id for each in proposal.findings} == {"definition-required", "source-required"}
    assert {each.place.file for each in proposal.findings} == {"concepts/pappagrupp.ttl"}
    with pytest.raises(UsageError):
        write(proposal)
    assert contents(folder) == before


def test_term_that_is_nearly_there_is_a_warning(folder: Path) -> None:
    proposal = added(folder, fields("barngruppen"))
    assert (proposal.valid, proposal.clean) == (True, False)
    assert [each.rule.id for each in proposal.findings] == ["label-near-duplicate"]


def test_source_may_be_a_web_address_and_nothing_else_unknown(folder: Path) -> None:
    for source in ("okänd", "ftp://x", "https://a b", "\udcff"):
        with pytest.raises(UsageError):
            added(folder, fields(sources=[source]))
    write(added(folder, fields(sources=["https://example.org/källa", "Rapporten"])))
    green(folder)


def test_file_of_a_taken_name_gets_the_id_too(folder: Path) -> None:
    proposal = added(folder, fields("Barn-grupp"))
    assert [each.name for each in proposal.alterations] == ["concepts/barn-grupp.ttl"]
    (folder / "concepts/pappagrupp.ttl").mkdir()
    assert [each.name for each in added(folder, fields()).alterations] == ["concepts/pappagrupp-ddddd2.ttl"]


def test_what_was_wrong_before_stops_nothing(folder: Path) -> None:
    path = folder / "concepts/krissamtal.ttl"
    path.write_text(path.read_text("utf-8").replace("i samtal efter", "som är krissamtal efter"), encoding="utf-8")
    assert added(folder, fields()).clean


def test_two_proposals_at_once_change_no_file_in_common(folder: Path) -> None:
    one = added(folder, fields())
    other = add(read_folder(folder), fields("mammagrupp", definitions={"sv": "föräldragrupp för mammor"}), today=TODAY)
    assert not {each.name for each in one.alterations} & {each.name for each in other.alterations}
    write(one)
    write(other)
    assert {"pappagrupp.ttl", "mammagrupp.ttl"} <= {path.name for path in (folder / "concepts").iterdir()}


@pytest.mark.parametrize("text", HOSTILE, ids=lambda text: ascii(text)[:24])
def test_hostile_terms_change_nothing_but_their_own_file(text: str, folder: Path) -> None:
    assert_own_file_only(folder, text)


@settings(max_examples=25, suppress_health_check=list(HealthCheck))
@given(text=st.text(max_size=60) | st.text(alphabet="\"'\\<>@.#/{}\n\u202e\u200b åÅ", max_size=20))
def test_whatever_a_term_holds_it_is_refused_or_written_as_it_is(
    text: str, tmp_path_factory: pytest.TempPathFactory
) -> None:
    assert_own_file_only(small(tmp_path_factory.mktemp("any") / "ord"), text)


def assert_own_file_only(folder: Path, text: str) -> None:
    before = contents(folder)
    try:
        proposal = added(folder, fields(text))
        assert proposal.about == NAMESPACE + "ddddd2"
        if proposal.clean:
            write(proposal)
    except SamsprakError as error:
        assert len(str(error)) < 400  # noqa: PT017 - what is raised depends on the text
    after = contents(folder)
    new = after.keys() - before.keys()
    assert {name: after[name] for name in before} == before
    assert len(new) <= 1
    for name in new:
        assert name.startswith("concepts/")
        assert name.count("/") == 1
        assert name.removeprefix("concepts/")[:1].isalnum()
        green(folder)
        concept = read_folder(folder).vocabulary.concept(NAMESPACE + "ddddd2")
        assert " ".join(text.split()) in {label.text for label in concept.preferred}


@pytest.mark.parametrize("text", [each for each in HOSTILE if each.strip()], ids=lambda text: ascii(text)[:24])
def test_hostile_definitions_are_refused_or_written_as_they_are(text: str, folder: Path) -> None:
    before = contents(folder)
    try:
        proposal = added(folder, fields(definitions={"sv": text}))
        if proposal.valid:
            write(proposal)
    except SamsprakError:
        pass
    after = contents(folder)
    assert {name: after[name] for name in before} == before
    if len(after) > len(before):
        concept = read_folder(folder).vocabulary.concept(NAMESPACE + "ddddd2")
        assert text.strip().replace("\r\n", "\n") in {note.text for note in concept.notes}


def test_filled_in_record_is_added_without_its_empty_fields(folder: Path) -> None:
    record = added(folder, fields()).alterations[0].after or b""
    text = "#: hjälp\n" + record.decode().replace(
        "    skos:broader", '    skos:scopeNote ""@sv ;\n    skos:example "Nej: fyra mammor."@sv ;\n    skos:broader'
    )
    write(add_text(read_folder(folder), text, NAMESPACE + "ddddd2", today=TODAY))
    written = (folder / "concepts/pappagrupp.ttl").read_text("utf-8")
    assert "scopeNote" not in written
    assert 'skos:example "Nej: fyra mammor."@sv' in written
    green(folder)


@pytest.mark.parametrize(
    ("change", "error"),
    [
        ((" ;", " "), UnreadableInput),
        (("o:ddddd2", "o:ddddd3"), UsageError),
        (('"pappagrupp"@sv ,\n        "fathers\' group"@en', '""@sv'), UsageError),
        (("o:bbbbb2 skos:member o:ddddd2 .", "o:ccccc4 skos:related o:ccccc5 ."), UsageError),
        (("skos:broader o:ccccc5", "skos:broader [ a skos:Concept ]"), UsageError),
    ],
)
def test_record_that_was_spoilt_is_refused(change: tuple[str, str], error: type[SamsprakError], folder: Path) -> None:
    record = (added(folder, fields()).alterations[0].after or b"").decode()
    assert change[0] in record
    with pytest.raises(error):
        add_text(read_folder(folder), record.replace(*change), NAMESPACE + "ddddd2", today=TODAY)
