from __future__ import annotations

import pytest

from samsprak.snapshot import Snapshot
from samsprak.tagging.triage import Triage
from samsprak.tagging.verdicts import Slip, Standing
from samsprak.tagging.wording import in_words
from tests.conftest import EX


@pytest.fixture(scope="module")
def triage(changed: Snapshot) -> Triage:
    return Triage(changed, "sv")


def told(triage: Triage, snapshot: Snapshot, given: str, lang: str = "sv") -> str:
    return in_words(triage.check(given), snapshot, lang)


def iris(*ids: str) -> tuple[str, ...]:
    return tuple(EX + each for each in ids)


def test_current_concept_is_told_with_todays_label(triage: Triage, changed: Snapshot) -> None:
    verdict = triage.check(EX + "c1042")
    assert (verdict.standing, verdict.now, verdict.needs_person) == (Standing.CURRENT, iris("c1042"), False)
    assert told(triage, changed, EX + "c1042") == "stödsamtal"
    assert told(triage, changed, EX + "c1042", "en") == "support talk"


def test_retired_concept_leads_through_a_chain_to_its_final_successor(triage: Triage, changed: Snapshot) -> None:
    verdict = triage.check(EX + "c1050")
    assert (verdict.standing, verdict.now, verdict.needs_person) == (Standing.RETIRED, iris("c1042"), False)
    assert verdict.ways == (iris("c1050", "c1051", "c1042"),)
    assert told(triage, changed, EX + "c1050") == (
        "”pratstund” används inte längre; skriv ”stödsamtal”; ersatt i flera steg: pratstund > samtal > stödsamtal"
    )


def test_concept_that_was_divided_leaves_a_choice_to_a_person(triage: Triage, changed: Snapshot) -> None:
    verdict = triage.check(EX + "c1052")
    assert (verdict.standing, verdict.now, verdict.needs_person) == (Standing.RETIRED, iris("c1042", "c1043"), True)
    assert told(triage, changed, EX + "c1052") == (
        "”kontakt” används inte längre; välj mellan ”stödsamtal” eller ”råd- och stödsamtal”"
    )


@pytest.mark.parametrize("concept_id", ["c1053", "c1054"])
def test_nothing_replaces_a_dead_end_or_a_circle(triage: Triage, changed: Snapshot, concept_id: str) -> None:
    verdict = triage.check(EX + concept_id)
    assert (verdict.standing, verdict.now, verdict.needs_person) == (Standing.RETIRED, (), True)
    assert "inget ersätter det" in told(triage, changed, EX + concept_id)


def test_successor_that_is_not_loaded_needs_a_person(triage: Triage) -> None:
    verdict = triage.check(EX + "c1057")
    assert (verdict.now, verdict.needs_person) == (("https://elsewhere.example/x",), True)


def test_division_with_a_dead_end_needs_a_person_though_one_is_left(triage: Triage, changed: Snapshot) -> None:
    verdict = triage.check(EX + "c1058")
    assert (verdict.now, verdict.needs_person) == (iris("c1042"), True)
    assert "inte heller ”kuratorsprat” används längre" in told(triage, changed, EX + "c1058")


def test_withdrawn_concept(triage: Triage, changed: Snapshot) -> None:
    verdict = triage.check(EX + "c1056")
    assert (verdict.standing, verdict.needs_person) == (Standing.WITHDRAWN, True)
    assert told(triage, changed, EX + "c1056") == "”misstag” är återkallat; inget ersätter det"


@pytest.mark.parametrize(
    ("given", "slip"),
    [
        ("http://example.org/v/c1042", Slip.SCHEME),
        (f"{EX}c1042/", Slip.SLASH),
        (f"{EX}c1042#", Slip.SLASH),
        (f"{EX}c1042.ttl", Slip.SUFFIX),
        (f"{EX}c1042.jsonld", Slip.SUFFIX),
        ("http://127.0.0.1:8000/sv/v/c1042/stodsamtal", Slip.PAGE),
        ("http://127.0.0.1:8000/v/c1042.jsonld", Slip.PAGE),
        ("https://skosmos.example/v/sv/page/c1042", Slip.PAGE),
        ("https%3A%2F%2Fexample.org%2Fv%2Fc1042", Slip.ENCODING),
        (f"{EX}C1042", Slip.CAPITALS),
        ("https://EXAMPLE.org/v/c1042", Slip.CAPITALS),
        (f"{EX}c1042?lang=sv", Slip.QUERY),
        (f"http://127.0.0.1:8000/entity?uri={EX}c1042", Slip.QUERY),
        ("v:c1042", Slip.PREFIXED),
        ("c1042", Slip.ID),
        ("C1042", Slip.ID),
    ],
)
def test_other_spellings_of_an_address_are_certain(triage: Triage, given: str, slip: Slip) -> None:
    verdict = triage.check(given)
    assert (verdict.standing, verdict.now, verdict.needs_person) == (Standing.UNKNOWN, iris("c1042"), False)
    assert slip in verdict.slips


@pytest.mark.parametrize(
    ("given", "now", "slip"),
    [
        ("http://id.example.com/D005193", "c1043", Slip.MAPPING),
        ("7.1", "c1042", Slip.NOTATION),
        ("https://other.example/terms/c1042", "c1042", Slip.ELSEWHERE),
        (f"{EX}c10421", "c1042", Slip.MISTYPED),
        ("https://exmple.org/v/c1042x", "", None),
        ("Stödsamtalen", "c1042", Slip.TERM),
        ("rådgivning", "c1043", Slip.TERM),
        ("stödsamtl", "c1042", Slip.TERM),
        (f"{EX}stodsamtal", "c1042", Slip.TERM),
    ],
)
def test_guesses_name_the_nearest_and_need_a_person(triage: Triage, given: str, now: str, slip: Slip | None) -> None:
    verdict = triage.check(given)
    assert (verdict.standing, verdict.needs_person) == (Standing.UNKNOWN, True)
    assert verdict.now == (iris(now) if now else ())
    assert verdict.slips == ((slip,) if slip else ())


def test_older_address_that_only_the_successor_knows(triage: Triage) -> None:
    verdict = triage.check(EX + "c0001")
    assert (verdict.now, verdict.slips, verdict.needs_person) == (iris("c1044"), (Slip.OLD,), False)


def test_letters_that_are_as_near_to_many_concepts_are_no_guess(triage: Triage) -> None:
    assert triage.check(EX + "c105x").now == ()


def test_misspelt_address_of_a_retired_concept_leads_to_its_successor(triage: Triage, changed: Snapshot) -> None:
    verdict = triage.check("http://example.org/v/c1051")
    assert (verdict.standing, verdict.now, verdict.needs_person) == (Standing.UNKNOWN, iris("c1042"), False)
    assert told(triage, changed, "http://example.org/v/c1051") == (
        "står för ”samtal”: http och https skiljer; ”samtal” används inte längre; skriv ”stödsamtal”"
    )


def test_collection_is_no_concept(triage: Triage, changed: Snapshot) -> None:
    verdict = triage.check(EX + "g1")
    assert (verdict.standing, verdict.slips, verdict.needs_person) == (Standing.UNKNOWN, (Slip.NO_CONCEPT,), True)
    assert "samtalsformer" in told(triage, changed, EX + "g1")


@pytest.mark.parametrize("given", ["", "   ", "<>", "\ufeff"])
def test_empty_cell_needs_nobody(triage: Triage, given: str) -> None:
    verdict = triage.check(given)
    assert (verdict.standing, verdict.needs_person) == (Standing.EMPTY, False)


@pytest.mark.parametrize("given", ["\x00", "://", "http://[", "%", "a" * 100_000, "?uri=" * 50, "http://" * 500])
def test_nonsense_is_unknown(triage: Triage, given: str) -> None:
    assert triage.check(given).standing is Standing.UNKNOWN


@pytest.mark.parametrize(
    "cell",
    [
        f"{EX}c1042 {EX}c1043",
        f"{EX}c1042;{EX}c1043",
        f"{EX}c1042 | {EX}c1043",
        f"{EX}c1042\n{EX}c1043",
        f"{EX}c1042, {EX}c1043",
        f"{EX}c1042,{EX}c1043",
        "c1042 c1043",
    ],
)
def test_cell_with_several_is_taken_apart(triage: Triage, cell: str) -> None:
    assert [each.now for each in triage.check_cell(cell)] == [iris("c1042"), iris("c1043")]


def test_term_with_spaces_is_not_taken_apart(triage: Triage) -> None:
    assert [each.given for each in triage.check_cell("råd- och stödsamtal")] == ["råd- och stödsamtal"]
    assert [each.now for each in triage.check_cell("råd- och stödsamtal | c1042")] == [iris("c1043"), iris("c1042")]
    assert [each.now for each in triage.check_cell(f"råd och stödsamtal {EX}c1042")] == [iris("c1043"), iris("c1042")]
