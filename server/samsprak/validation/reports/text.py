"""A report for people: by file, violations before warnings, a summary line."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import groupby
from pathlib import Path

from samsprak.errors import N_
from samsprak.language.messages import say
from samsprak.validation.findings import Finding, Report
from samsprak.validation.rules import Severity

SEVERITIES = {
    Severity.VIOLATION: N_("fault"),
    Severity.WARNING: N_("warning"),
    Severity.INFO: N_("hint"),
}
Painter = Callable[[str, Severity | None], str]


def lines(report: Report, lang: str, seconds: float, paint: Painter = lambda text, _: text) -> Iterator[str]:
    """Yield the report's lines; `paint` colours a word by its severity, and a file's name by none."""
    for file, findings in groupby(report.findings, key=lambda finding: finding.place.file):
        if file:
            yield paint(shown(file), None)
        for finding in findings:
            yield from _finding(finding, lang, paint)
        yield ""
    if report.context:
        yield say(
            N_("Checked as part of {folder}; only what concerns the named files is shown."),
            lang,
            folder=shown(report.context),
        )
    if report.waived:
        rules = ", ".join(f"{rule} ({n})" for rule, n in report.waived.items())
        yield say(N_("Switched off by waivers: {rules}"), lang, rules=rules)
    if report.profile:
        yield say(N_("Rules: {profile}."), lang, profile=report.profile) + " " + _compared(report, lang)
    yield say(
        N_("Checked in {seconds:.1f} s: concepts {n}, files {files}, faults {faults}, warnings {warnings}."),
        lang,
        n=report.concepts,
        files=report.files,
        seconds=seconds,
        faults=report.count(Severity.VIOLATION),
        warnings=report.count(Severity.WARNING),
    )


def _compared(report: Report, lang: str) -> str:
    if report.base:
        return say(N_("Compared with {base}."), lang, base=report.base)
    return say(N_("Not compared with an earlier version: there is no release yet (--base names another)."), lang)


def _finding(finding: Finding, lang: str, paint: Painter) -> Iterator[str]:
    line = say(N_("line"), lang)
    where = f"{line} {finding.place.line}: " if finding.place.line else ""
    word = paint(say(SEVERITIES[finding.severity], lang), finding.severity)
    yield f"  {where}{word}: {finding.messages[lang]} [{finding.rule.id}]"


def shown(file: str) -> str:
    """Return a file's path from where one stands, where it is below."""
    try:
        return str(Path(file).resolve().relative_to(Path.cwd()))
    except ValueError:
        return file
