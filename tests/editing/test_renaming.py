"""Another term for the same concept: what becomes of the old one, of the file, and of the comments elsewhere."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from samsprak.editing.decision import decide
from samsprak.editing.folder import read_folder
from samsprak.editing.renaming import rename
from samsprak.editing.writing import write
from samsprak.errors import UsageError
from tests.editing.folders import contents, green

TODAY = dt.date(2025, 3, 4)


def test_old_term_becomes_a_synonym_and_the_record_says_since_when(folder: Path) -> None:
    write(rename(read_folder(folder), "barngrupp", "grupp för barn", today=TODAY, because="Så skriver alla"))
    text = (folder / "concepts/grupp-for-barn.ttl").read_text("utf-8")
    assert '    skos:prefLabel "grupp för barn"@sv ,' in text
    assert '    skos:altLabel "barngrupp"@sv ,\n        "barngrupper"@sv ;' in text
    assert (
        "Fram till den 4 mars 2025 var ”barngrupp” den rekommenderade termen; sedan dess är det ”grupp för barn”. "
        "Så skriver alla."
    ) in text
    assert 'dcterms:modified "2025-03-04"^^xsd:date' in text
    assert text.count("o:ccccc4 a skos:Concept") == 1
    assert "# varför den finns" in text
    assert not (folder / "concepts/barngrupp.ttl").exists()
    green(folder)


def test_references_elsewhere_name_the_new_term(folder: Path) -> None:
    done = write(rename(read_folder(folder), "gruppverksamhet", "verksamhet i grupp", today=TODAY))
    assert "skos:broader o:ccccc3 ;  # verksamhet i grupp" in (folder / "concepts/barngrupp.ttl").read_text("utf-8")
    # What only names it is not changed, and keeps its date.
    assert '"2024-01-02"^^xsd:date ;\n    skos:inScheme' in (folder / "concepts/barngrupp.ttl").read_text("utf-8")
    assert {path.name for path in done} == {
        "gruppverksamhet.ttl",
        "verksamhet-i-grupp.ttl",
        "barngrupp.ttl",
        "foraldragrupp.ttl",
    }
    green(folder)


def test_discouraged_term_is_hidden_and_needs_a_source(folder: Path) -> None:
    proposal = rename(read_folder(folder), "barngrupp", "grupp för barn", today=TODAY, discouraged=True)
    assert any("advises against" in advice.template for advice in proposal.advice)
    write(proposal)
    assert 'skos:hiddenLabel "barngrupp"@sv' in (folder / "concepts/grupp-for-barn.ttl").read_text("utf-8")
    green(folder)


def test_synonym_may_become_the_preferred_term(folder: Path) -> None:
    write(rename(read_folder(folder), "ccccc4", "barngrupper", today=TODAY))
    text = (folder / "concepts/barngrupper.ttl").read_text("utf-8")
    assert 'skos:altLabel "barngrupp"@sv ;' in text
    green(folder)


def test_change_of_capitals_leaves_no_second_term_and_the_file_where_it_is(folder: Path) -> None:
    write(rename(read_folder(folder), "barngrupp", "Barngrupp", today=TODAY))
    text = (folder / "concepts/barngrupp.ttl").read_text("utf-8")
    assert '"Barngrupp"@sv' in text
    assert '"barngrupp"@sv' not in text
    green(folder)


def test_english_term_changes_without_the_file(folder: Path) -> None:
    write(rename(read_folder(folder), "barngrupp", "group for children", lang="en", today=TODAY))
    text = (folder / "concepts/barngrupp.ttl").read_text("utf-8")
    assert '"group for children"@en' in text
    assert '"children\'s group"@en ;' in text
    green(folder)


def test_decided_concept_is_a_proposal_again_and_remembers_who_decided(folder: Path) -> None:
    write(decide(read_folder(folder), ["barngrupp"], by="Provnämnden", on=TODAY, today=TODAY))
    proposal = rename(read_folder(folder), "barngrupp", "grupp för barn", today=TODAY)
    write(proposal)
    text = (folder / "concepts/grupp-for-barn.ttl").read_text("utf-8")
    assert "status/UnderDevelopment" in text
    assert "dateAccepted" not in text
    assert "det förra beslutet fattades 2025-03-04 av Provnämnden." in text
    assert any("proposal again" in advice.template for advice in proposal.advice)
    green(folder)


def test_texts_that_hold_the_old_term_are_named(folder: Path) -> None:
    proposal = rename(read_folder(folder), "gruppverksamhet", "verksamhet i grupp", today=TODAY)
    (values,) = (dict(advice.values) for advice in proposal.advice)
    assert values["list"] == "barngrupp, föräldragrupp"


def test_term_of_another_concept_is_refused_by_the_check_and_nothing_written(folder: Path) -> None:
    before = contents(folder)
    proposal = rename(read_folder(folder), "barngrupp", "föräldragrupp", today=TODAY)
    assert not proposal.valid
    assert {finding.rule.id for finding in proposal.findings} == {"preflabel-unique"}
    with pytest.raises(UsageError, match="breaks a rule"):
        write(proposal)
    assert contents(folder) == before


def test_file_of_another_name_keeps_it(folder: Path) -> None:
    (folder / "concepts/barngrupp.ttl").rename(folder / "concepts/ett-annat-namn.ttl")
    done = write(rename(read_folder(folder), "barngrupp", "grupp för barn", today=TODAY))
    assert [path.name for path in done] == ["ett-annat-namn.ttl"]


def test_file_that_is_there_already_is_never_overwritten(folder: Path) -> None:
    (folder / "concepts/grupp-for-barn.ttl").mkdir()
    write(rename(read_folder(folder), "barngrupp", "grupp för barn", today=TODAY))
    assert (folder / "concepts/grupp-for-barn-ccccc4.ttl").is_file()
    green(folder)


@pytest.mark.parametrize(
    ("new", "lang", "told"),
    [
        ("barngrupp", "sv", "already called"),
        ("ord", "fi", "no preferred term"),
        (" ", "sv", "letter"),
        ("x" * 201, "sv", "200"),
    ],
)
def test_what_cannot_be_done_is_said(new: str, lang: str, told: str, folder: Path) -> None:
    with pytest.raises(UsageError, match=told):
        rename(read_folder(folder), "barngrupp", new, lang=lang, today=TODAY)


def test_record_says_in_which_language_the_term_was_another(folder: Path) -> None:
    write(rename(read_folder(folder), "barngrupp", "group of children", lang="en", today=TODAY))
    text = (folder / "concepts/barngrupp.ttl").read_text("utf-8")
    assert "Fram till den 4 mars 2025 var ”children's group” den rekommenderade termen på engelska;" in text
    green(folder)


def test_own_thesaurus_stays_green(thesaurus: Path) -> None:
    today = dt.datetime.now().astimezone().date()
    write(rename(read_folder(thesaurus), "serviceinsats", "servicebaserad insats", today=today))
    guide = (thesaurus / "guide.ttl").read_text("utf-8")
    assert "guide:concept p:kjcg7r ;  # servicebaserad insats" in guide
    green(thesaurus)
