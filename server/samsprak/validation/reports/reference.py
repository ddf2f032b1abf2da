"""The list of all rules as a page, made from the shapes and the text rules themselves."""

from __future__ import annotations

from collections.abc import Iterator

from samsprak.validation.catalogue import all_rules
from samsprak.validation.rules import Profile, Rule

INTRODUCTIONS = {
    Profile.SKOS: "What the SKOS Reference requires of any vocabulary (`shapes/skos.ttl`).",
    Profile.THESAURUS: "Good practice beyond SKOS (`shapes/thesaurus.ttl`); includes the rules of profile skos.",
    Profile.RECORD: "The term record (`shapes/record.ttl` and text rules) and guided paths (`shapes/guide.ttl`); "
    "includes the rules of the other profiles.",
}
HEAD = """# The rules of `samsprak check`

Made by `samsprak rules`; a test keeps it fresh. A rule's id is what reports, waivers and discussions cite. Each is a
shape in `shapes/` where SHACL can say it, else a text rule. **Violation** breaks SKOS, a mandatory field, or a form
that a machine can decide; **warning** may be right in the single case; **info** is shown with `--info`.

`one-way-relation` is no rule: SKOS infers the other direction, so one is enough, and nothing complains.

## Switching a rule off

For one concept, with a reason, in `vocab/waivers.ttl`; the report counts what is switched off:

    p:7kq2mx samsprak:waives [ samsprak:rule "hier-redundant" ; rdfs:comment "varför"@sv ] .
"""


def page() -> str:
    """Return the page in Markdown."""
    return "\n".join(_lines()) + "\n"


def _lines() -> Iterator[str]:
    yield HEAD
    rules = all_rules()
    for profile in Profile:
        yield f"## {profile.value}\n\n{INTRODUCTIONS[profile]}\n"
        by_id: dict[str, list[Rule]] = {}
        for rule in rules:
            if rule.profile is profile:
                by_id.setdefault(rule.id, []).append(rule)
        for rule_id, same in by_id.items():
            yield from _rule(rule_id, same)


def _rule(rule_id: str, rules: list[Rule]) -> Iterator[str]:
    severities = sorted({rule.severity for rule in rules}, key=lambda severity: severity.order)
    yield f"### {rule_id}\n"
    yield f"{' or '.join(severity.value for severity in severities)} · {rules[0].labels['en']} · {_kind(rules)}\n"
    for description in dict.fromkeys((rule.descriptions["sv"], rule.descriptions["en"]) for rule in rules):
        yield f"{description[0]}\n\n{description[1]}\n"
    for message in dict.fromkeys((rule.messages["sv"], rule.messages["en"]) for rule in rules):
        yield f"- {message[0]}\n- {message[1]}\n"
    yield f"Source: {rules[0].source}\n"


def _kind(rules: list[Rule]) -> str:
    return "shape" if all(rule.shape for rule in rules) else "text rule" if not any(r.shape for r in rules) else "both"
