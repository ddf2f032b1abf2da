"""All the rules that there are: those of the shapes, and those that SHACL cannot say."""

from __future__ import annotations

from samsprak.settings import project_folder
from samsprak.validation.history import HISTORY_RULES
from samsprak.validation.near_duplicates import NEAR_DUPLICATE
from samsprak.validation.rules import Profile, Rule, read_rules
from samsprak.validation.text_rulebook import TEXT_RULES, UNKNOWN_WAIVER


def all_rules() -> tuple[Rule, ...]:
    """Return every rule at every severity, in the order of profiles, ids and gravity."""
    shapes = read_rules(project_folder("shapes"), Profile.RECORD).rules
    rules = (*shapes, *TEXT_RULES, UNKNOWN_WAIVER, NEAR_DUPLICATE, *HISTORY_RULES)
    order = list(Profile)
    return tuple(sorted(rules, key=lambda rule: (order.index(rule.profile), rule.id, rule.severity.order)))
