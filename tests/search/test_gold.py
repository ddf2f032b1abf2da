"""What staff type finds what they mean: the gold list of queries."""

from __future__ import annotations

from collections import Counter

from samsprak.search.index import Index
from tests.search.gold import Lookup, found, holds, lookups

WORK = 0.97
ASIDE = 0.9
# Of these kinds every query must hold.
ALWAYS = ("exact", "synonym")


def fallen(index: Index, which: str) -> tuple[list[Lookup], str]:
    """Return the queries of a set that do not hold, and a report of them by kind."""
    asked = [lookup for lookup in lookups()[1] if lookup.set == which]
    answers = {lookup: found(index, lookup) for lookup in asked}
    fell = [lookup for lookup in asked if not holds(lookup, answers[lookup])]
    by_kind, fell_by_kind = Counter(each.kind for each in asked), Counter(each.kind for each in fell)
    lines = [f"{1 - len(fell) / len(asked):.1%} of {len(asked)} hold"]
    lines += [f"{kind}: {count - fell_by_kind[kind]} of {count}" for kind, count in by_kind.items()]
    lines += [
        f"{each.kind}, {each.lang}: {each.query!r} wants {each.concepts} among {each.rank}, got {answers[each][:5]}"
        for each in fell
    ]
    return fell, "\n".join(lines)


def share(index: Index, which: str) -> tuple[float, str]:
    fell, report = fallen(index, which)
    return 1 - len(fell) / sum(lookup.set == which for lookup in lookups()[1]), report


def test_queries_of_the_gold_list_find_what_is_meant(own_index: Index) -> None:
    held, report = share(own_index, "work")
    assert held >= WORK, report


def test_terms_and_synonyms_as_they_stand_are_always_found(own_index: Index) -> None:
    for which in ("work", "aside"):
        fell, report = fallen(own_index, which)
        assert [each for each in fell if each.kind in ALWAYS] == [], report


def test_queries_that_were_kept_aside_find_what_is_meant(own_index: Index) -> None:
    held, report = share(own_index, "aside")
    assert held >= ASIDE, report
