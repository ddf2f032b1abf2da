from __future__ import annotations

import pyoxigraph as ox
import pytest

from samsprak.settings import project_folder
from samsprak.validation import near_duplicates
from samsprak.validation.terms import read_terms, terms_of
from samsprak.vocabulary.reader import read

HEAD = """@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
@prefix dcterms: <http://purl.org/dc/terms/> .
@prefix e: <https://example.org/> .
"""


def found(old: str, new: str, lang: str = "sv", kind: str = "prefLabel") -> list[dict[str, str]]:
    store = ox.Store()
    text = (
        f'e:a a skos:Concept ; skos:prefLabel "{old}"@{lang} ; dcterms:created "2020-01-01" .\n'
        f'e:b a skos:Concept ; skos:{kind} "{new}"@{lang} ; dcterms:created "2021-01-01" .\n'
    )
    store.load((HEAD + text).encode(), ox.RdfFormat.TURTLE)
    raws = list(near_duplicates.run(read_terms(store)))
    assert all(raw.focus == "https://example.org/b" for raw in raws), "the younger one is told"
    few = list(near_duplicates.run(read_terms(store), {"https://example.org/b"}))
    assert few == raws, "asking for one concept finds the same"
    return [dict(raw.details) for raw in raws]


@pytest.mark.parametrize(
    ("old", "new", "kind"),
    [
        ("barngrupp", "barngrupper", "inflection"),
        ("barngrupp", "barngrupperna", "inflection"),
        ("tidig insats", "tidiga insatser", "inflection"),
        ("stödsamtal", "stödsamtalet", "inflection"),
        ("råd- och stödsamtal", "råd och stödsamtal", "compound"),
        ("föräldrastöd", "föräldra stöd", "compound"),
        ("nätverksarbete", "nätverks-arbete", "compound"),
        ("föräldrautbildning", "föräldarutbildning", "spelling"),
        ("uppföljning", "uppfölning", "spelling"),
        ("familjebehandling", "familjbehandling", "spelling"),
    ],
)
def test_near_duplicate_is_found_and_its_kind_named(old: str, new: str, kind: str) -> None:
    (only,) = found(old, new)
    assert (only["label"], only["twin"], only["kind"]) == (new, old, kind)
    assert found(old, new, kind="altLabel")


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("fältarbete", "fältarbetare"),
        ("missbruk", "missbrukare"),
        ("stöd", "nöd"),
        ("indikator", "indikerad"),
        ("uppföljning", "utvärdering"),
        ("barngrupp", "föräldragrupp"),
        ("stödgrupp (barn)", "stödgrupp (vuxna)"),
        ("bilaga 1, kapitel 12", "bilaga 1, kapitel 13"),
        ("samma term", "samma term"),
    ],
)
def test_different_terms_are_left_alone(old: str, new: str) -> None:
    assert found(old, new) == []


def test_languages_are_kept_apart_and_derivations_are_other_words() -> None:
    assert found("parent support", "parenting support", "en") == []
    assert found("home visit", "home visits", "en")


def test_pair_with_several_likenesses_is_told_once_by_its_preferred_terms() -> None:
    store = ox.Store()
    text = """e:a a skos:Concept ; skos:prefLabel "samtalsgrupp"@sv ; skos:altLabel "barngrupp"@sv .
e:b a skos:Concept ; skos:prefLabel "samtalsgrupper"@sv ; skos:altLabel "barngrupper"@sv ."""
    store.load((HEAD + text).encode(), ox.RdfFormat.TURTLE)
    (raw,) = near_duplicates.run(read_terms(store))
    assert (raw.details["label"], raw.details["twin"]) == ("samtalsgrupper", "samtalsgrupp")


def test_labels_of_one_concept_are_no_duplicates_of_each_other() -> None:
    store = ox.Store()
    text = 'e:a a skos:Concept ; skos:prefLabel "barngrupp"@sv ; skos:altLabel "barngrupper"@sv .'
    store.load((HEAD + text).encode(), ox.RdfFormat.TURTLE)
    assert list(near_duplicates.run(read_terms(store))) == []


def test_terms_of_a_retired_concept_may_live_on_nearly_the_same() -> None:
    store = ox.Store()
    text = """e:a a skos:Concept ; skos:prefLabel "barngrupp"@sv ; <http://www.w3.org/2002/07/owl#deprecated> true .
e:b a skos:Concept ; skos:prefLabel "samtalsgrupp"@sv ; skos:altLabel "barngrupper"@sv ."""
    store.load((HEAD + text).encode(), ox.RdfFormat.TURTLE)
    assert list(near_duplicates.run(read_terms(store))) == []
    assert [term.text for term in terms_of(store, ox.NamedNode("https://example.org/a"))] == []


def test_the_real_thesaurus_gives_no_false_alarm() -> None:
    assert list(near_duplicates.run(read_terms(read([project_folder("vocab")]).store))) == []
