from __future__ import annotations

import pytest

from samsprak.language.derivations import deed_roots, is_doer, verb_roots


@pytest.mark.parametrize(
    ("verb", "noun"),
    [
        ("utvarderas", "utvardering"),
        ("hanvisa", "hanvisning"),
        ("samordnar", "samordning"),
        ("placerade", "placering"),
        ("bedomt", "bedomning"),
        ("anmaler", "anmalan"),
        ("dokumenterar", "dokumentation"),
    ],
)
def test_verb_and_its_deed_have_a_root_in_common(verb: str, noun: str) -> None:
    assert set(verb_roots(verb, "sv")) & set(deed_roots(noun, "sv"))


@pytest.mark.parametrize(("verb", "noun"), [("leda", "ledning"), ("metoder", "metod"), ("barnet", "barnning")])
def test_short_words_and_nouns_have_none(verb: str, noun: str) -> None:
    assert not set(verb_roots(verb, "sv")) & set(deed_roots(noun, "sv"))


def test_languages_without_a_list_have_no_roots() -> None:
    assert list(verb_roots("evaluates", "en")) == list(deed_roots("evaluation", "en")) == []


def test_doers_are_known_by_their_ending() -> None:
    assert [is_doer(word) for word in ("handlaggaren", "handlagga", "dagarna")] == [True, False, False]
