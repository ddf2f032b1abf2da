"""A report for programs: JSON of our own, and SARIF 2.1.0 for code review."""

from __future__ import annotations

import json
from collections.abc import Iterable
from pathlib import Path
from typing import Any
from urllib.parse import quote

from samsprak import __version__
from samsprak.validation.findings import Finding, Report
from samsprak.validation.reports.text import shown
from samsprak.validation.rules import Rule, Severity

SARIF_SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
LEVELS = {Severity.VIOLATION: "error", Severity.WARNING: "warning", Severity.INFO: "note"}


def as_json(report: Report, lang: str) -> str:
    """Return `{"conforms": bool, "results": [...]}`."""
    results = [
        {
            "severity": finding.severity.value,
            "focus": finding.focus,
            "path": finding.path or None,
            "value": finding.value or None,
            "code": finding.rule.id,
            "message": finding.messages[lang],
            "file": shown(finding.place.file) if finding.place.file else None,
            "line": finding.place.line or None,
        }
        for finding in report.findings
    ]
    return json.dumps({"conforms": report.conforms, "results": results}, ensure_ascii=False, indent=1)


def as_sarif(report: Report, lang: str) -> str:
    """Return a SARIF log with one run; every rule that has findings is described."""
    rules: dict[str, list[Rule]] = {}
    for finding in report.findings:
        rules.setdefault(finding.rule.id, []).append(finding.rule)
    driver = {
        "name": "samsprak",
        "version": __version__,
        "rules": [
            {
                "id": rule_id,
                "shortDescription": {"text": same[0].labels[lang]},
                "fullDescription": {"text": _joined(rule.descriptions[lang] for rule in same)},
                "help": {
                    "text": _joined(text for rule in same for text in (rule.descriptions[lang], rule.messages[lang]))
                },
                "properties": {"source": same[0].source},
            }
            for rule_id, same in rules.items()
        ],
    }
    run = {"tool": {"driver": driver}, "results": [_result(finding, lang) for finding in report.findings]}
    return json.dumps({"$schema": SARIF_SCHEMA, "version": "2.1.0", "runs": [run]}, ensure_ascii=False, indent=1)


def _joined(texts: Iterable[str]) -> str:
    """Return each text once, a paragraph each: a rule of two severities has two."""
    return "\n\n".join(dict.fromkeys(texts))


def _result(finding: Finding, lang: str) -> dict[str, Any]:
    result: dict[str, Any] = {
        "ruleId": finding.rule.id,
        "level": LEVELS[finding.severity],
        "message": {"text": finding.messages[lang]},
        "partialFingerprints": {"focus/v1": f"{finding.rule.id} {finding.focus} {finding.value}"},
    }
    if finding.place.file:
        location: dict[str, Any] = {"artifactLocation": {"uri": _uri(finding.place.file)}}
        if finding.place.line:
            location["region"] = {"startLine": finding.place.line}
        result["locations"] = [{"physicalLocation": location}]
    return result


def _uri(file: str) -> str:
    """Return a path as an address: relative to where one stands, else in full (SARIF 2.1.0 §3.4.3)."""
    path = Path(shown(file))
    return path.as_uri() if path.is_absolute() else quote(path.as_posix())


def as_annotations(report: Report, lang: str) -> str:
    """Return GitHub's workflow commands, one a finding."""
    commands = {Severity.VIOLATION: "error", Severity.WARNING: "warning", Severity.INFO: "notice"}
    lines = []
    for finding in report.findings:
        place = finding.place
        where = f" file={_property(shown(place.file))},line={place.line or 1}" if place.file else " "
        title = f"{',' if place.file else ''}title={_property(finding.rule.id)}"
        lines.append(f"::{commands[finding.severity]}{where}{title}::{_data(finding.messages[lang])}")
    return "\n".join(lines)


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
