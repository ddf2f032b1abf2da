from __future__ import annotations

from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from samsprak.language.folding import fold
from samsprak.language.inflections import in_dictionary, is_inflection, lemma, possible_bases, root, same_term

FORMS = """
insats insatsen insatser insatserna insatsernas
förälder föräldern föräldrar föräldrarna föräldrars
barn barnet barnen barnens
stöd stödet stöden
grupp gruppen grupper grupperna
samtal samtalet samtalen samtalens
familj familjen familjer familjernas
utredning utredningen utredningar utredningarna
verksamhet verksamheten verksamheter
program programmet programmen
metod metoden metoder metoderna
behov behovet behoven
ungdom ungdomen ungdomar ungdomarna
skola skolan skolor skolorna
lärare läraren lärarna lärares
beslut beslutet besluten
åtgärd åtgärden åtgärder åtgärdernas
öppen öppet öppna
tidig tidigt tidiga
biståndsbedömd biståndsbedömt biståndsbedömda
anhörig anhöriga anhörigas
vän vännen vänner vännerna
rum rummet rummen
syskon syskonet syskonen
problem problemet problemen
risk risken risker riskerna
kommun kommunen kommuner kommunernas
pojke pojken pojkar pojkarna
flicka flickan flickor flickorna
anmälan anmälningar anmälningarna
man mannen män männen
bok boken böcker böckerna
våld våldet våldets
mottagning mottagningen mottagningar
föräldragrupp föräldragruppen föräldragrupper
familjehem familjehemmet familjehemmen
socialtjänst socialtjänsten socialtjänstens
nämnd nämnden nämnder
missbruk missbruket missbrukets
öga ögat ögon
"""
SETS = [line.split() for line in FORMS.split("\n") if line]
OTHERS = [("insats", "insatt"), ("barn", "bar"), ("vård", "värd"), ("grupp", "grop"), ("samtal", "samhälle")]


@pytest.mark.parametrize("forms", SETS, ids=[forms[0] for forms in SETS])
def test_forms_of_a_word_have_a_root_or_an_ending_in_common(forms: list[str]) -> None:
    first = forms[0]
    alone = [
        form
        for form in forms
        if root(form, "sv") != root(first, "sv") and fold(first) not in possible_bases(fold(form), "sv")
    ]
    assert alone == []


def test_word_that_the_dictionary_takes_for_a_form_of_a_function_word_is_a_word_of_its_own() -> None:
    assert root("första", "sv") != root("en", "sv")


def test_most_words_have_one_root() -> None:
    apart = [forms[0] for forms in SETS if len({root(form, "sv") for form in forms}) > 1]
    assert apart == ["biståndsbedömd", "anmälan", "nämnd"]


@pytest.mark.parametrize(("one", "two"), OTHERS)
def test_other_words_have_other_roots(one: str, two: str) -> None:
    assert root(one, "sv") != root(two, "sv")


def test_roots_of_different_words_differ() -> None:
    roots = [root(forms[0], "sv") for forms in SETS]
    assert [pair for pair in combinations(roots, 2) if len(set(pair)) == 1] == []


@pytest.mark.parametrize(
    ("one", "two", "lang"),
    [("families", "family", "en"), ("counselled", "counselling", "en"), ("häuser", "haus", "de")],
)
def test_other_languages_have_their_own_analysis(one: str, two: str, lang: str) -> None:
    assert root(one, lang) == root(two, lang)


def test_language_without_dictionary_and_stemmer_keeps_its_words() -> None:
    assert (lemma("перила", "uk"), root("перила", "uk"), in_dictionary("перила", "uk")) == ("перила", "перила", False)
    assert list(possible_bases("words", "uk")) == []
    assert is_inflection("any", "thing", "uk")


@pytest.mark.parametrize(
    ("one", "two", "same"),
    [
        ("insats", "insatserna", True),
        ("utreda", "utredare", False),
        ("vän", "vännen", True),
        ("behandla", "behandling", False),
    ],
)
def test_deed_and_doer_are_no_inflections(one: str, two: str, same: bool) -> None:
    assert is_inflection(one, two, "sv") is same


@pytest.mark.parametrize(
    ("one", "two", "same"),
    [
        ("öppen insats", "Öppna insatser", True),
        ("öppen insats", "öppen", False),
        ("öppen insats", "sluten insats", False),
    ],
)
def test_terms_are_the_same_where_only_inflection_differs(one: str, two: str, same: bool) -> None:
    assert same_term(one, two, "sv") is same


def test_possible_bases_come_in_the_same_order_and_begin_with_the_word() -> None:
    assert list(possible_bases("atgarderna", "sv"))[:2] == ["atgarderna", "atgardern"]
    assert "atgard" in possible_bases("atgarderna", "sv")
    assert list(possible_bases("ab", "sv")) == []


@given(st.text(max_size=80), st.sampled_from(["sv", "en", ""]))
def test_any_word_may_be_a_form_of_something(word: str, lang: str) -> None:
    assert len(root(word.lower(), lang)) <= 2 * len(word) + 20
    assert all(len(each) > 1 for each in possible_bases(fold(word), lang))
