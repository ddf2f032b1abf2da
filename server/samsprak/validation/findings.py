"""What is wrong where: raw findings as an engine gives them, and findings as a report shows them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from samsprak.validation.rules import Rule, Severity


@dataclass(frozen=True, slots=True)
class Raw:
    """A fault as found: the resource at fault, the property and value, and what else the rule saw.

    Nodes are written as in N-Triples, without brackets for IRIs: an IRI, `_:id`, or a literal's text.
    """

    rule: Rule
    focus: str
    path: str = ""
    value: str = ""
    details: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Place:
    """Where a fault stands; an empty file means nowhere in particular, `line` counts from 1."""

    file: str = ""
    line: int = 0


@dataclass(frozen=True, slots=True)
class Finding:
    """A fault with its place and its message by language."""

    rule: Rule
    focus: str
    path: str
    value: str
    messages: Mapping[str, str]
    place: Place

    @property
    def severity(self) -> Severity:
        """How grave it is."""
        return self.rule.severity


@dataclass(frozen=True, slots=True)
class Report:
    """All findings of a check, sorted; how many were switched off by waivers, by rule; what was checked how.

    `profile` names the rules, `base` the revision that was compared with, empty where there was none. `context` is the
    folder that files were checked as part of, empty where all that was checked is reported.
    """

    findings: tuple[Finding, ...]
    waived: Mapping[str, int]
    concepts: int
    files: int
    profile: str = ""
    base: str = ""
    context: str = ""

    def count(self, severity: Severity) -> int:
        """Return how many findings there are of a severity."""
        return sum(finding.severity is severity for finding in self.findings)

    @property
    def conforms(self) -> bool:
        """Tell whether nothing is a violation."""
        return self.count(Severity.VIOLATION) == 0
