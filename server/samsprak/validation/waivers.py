"""Rules switched off for one concept, each with its reason, in a file of the vocabulary itself.

A waiver is `<concept> samsprak:waives [ samsprak:rule "rule-id" ; rdfs:comment "why"@sv ] .`
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

import pyoxigraph as ox

from samsprak.validation.engine import key_of
from samsprak.validation.findings import Raw
from samsprak.validation.rules import SHAPES
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
