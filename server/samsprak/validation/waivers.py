"""Rules switched off for one concept, each with its reason, in a file of the vocabulary itself.

A waiver is `<concept> samsprak:waives [ samsprak:rule "rule-id" ; rdfs:comment "why"@sv ] .`
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from difflib import get_close_matches

import pyoxigraph as ox

from samsprak.validation.catalogue import all_rules
from samsprak.validation.engine import key_of
from samsprak.validation.findings import Raw
from samsprak.validation.rules import SHAPES
from samsprak.validation.text_rulebook import UNKNOWN_WAIVER
from samsprak.vocabulary.namespaces import RDFS

WAIVES = ox.NamedNode(SHAPES + "waives")
RULE = ox.NamedNode(SHAPES + "rule")
COMMENT = ox.NamedNode(RDFS + "comment")


def read_waivers(store: ox.Store) -> dict[tuple[str, str], str]:
    """Return `{(resource, rule id): reason}`; a waiver without a reason does not count."""
    found: dict[tuple[str, str], str] = {}
    for quad in store.quads_for_pattern(None, WAIVES, None):
        if not isinstance(quad.object, ox.NamedNode | ox.BlankNode):
            continue
        reasons = [
            each.object
            for each in store.quads_for_pattern(quad.object, COMMENT, None)
            if isinstance(each.object, ox.Literal) and each.object.value.strip()
        ]
        for rule in store.quads_for_pattern(quad.object, RULE, None):
            if reasons:
                found[key_of(quad.subject), key_of(rule.object)] = key_of(reasons[0])
    return found


def unknown(store: ox.Store) -> Iterator[Raw]:
    """Yield a fault for each rule that a waiver names and that there is not."""
    named = [
        (key_of(quad.subject), key_of(rule.object))
        for quad in store.quads_for_pattern(None, WAIVES, None)
        if isinstance(quad.object, ox.NamedNode | ox.BlankNode)
        for rule in store.quads_for_pattern(quad.object, RULE, None)
    ]
    # The rules are read where there is a waiver only.
    known = {rule.id for rule in all_rules()} if named else frozenset()
    for concept, rule in named:
        if rule not in known:
            near = next(iter(get_close_matches(rule, sorted(known), 1)), "")
            yield Raw(UNKNOWN_WAIVER, concept, WAIVES.value, rule, {"text": rule, "nearest": near})


def without_waived(raws: Iterable[Raw], waivers: dict[tuple[str, str], str]) -> tuple[list[Raw], dict[str, int]]:
    """Return the faults that stand, and how many of each rule are waived."""
    standing: list[Raw] = []
    waived: Counter[str] = Counter()
    for raw in raws:
        if (raw.focus, raw.rule.id) in waivers:
            waived[raw.rule.id] += 1
        else:
            standing.append(raw)
    return standing, dict(sorted(waived.items()))
