"""A whole check: reads, runs shapes and text rules, words and places what they find."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from samsprak.settings import project_folder
from samsprak.validation import engine, history, near_duplicates, text_rules
from samsprak.validation.findings import Finding, Report
from samsprak.validation.location import Locator
from samsprak.validation.messages import messages
from samsprak.validation.names import Names
from samsprak.validation.rules import Profile, Severity, read_rules
from samsprak.validation.waivers import read_waivers, without_waived
from samsprak.vocabulary.namespaces import SKOS
from samsprak.vocabulary.reader import read


def check(
    paths: Sequence[Path],
    profile: Profile,
    *,
    base: str | None = None,
    hints: bool = False,
    progress: engine.Progress = lambda _done, _all: None,
) -> Report:
    """Check files and folders as one vocabulary.

    `base` is a git revision to compare with, `hints` adds what is neither fault nor warning, `progress` is told how
    many rules of how many are done. Raises `UnreadableInput`, and `UsageError` where git does not know the revision.
    """
    reading = read(paths)
    names = Names(reading.store)
    raws = [*text_rules.run(reading.store, profile)]
    if profile is Profile.RECORD:
        raws += near_duplicates.run(reading.store)
    if base is not None:
        raws += history.compare(history.read_revision(paths, base), reading.store)
    engine.prepare(reading.store)
    raws += engine.run(reading.store, read_rules(project_folder("shapes"), profile), progress=progress)
    if not hints:
        raws = [raw for raw in raws if raw.rule.severity is not Severity.INFO]
    standing, waived = without_waived(raws, read_waivers(reading.store))
    locator = Locator(reading.files)
    findings = [
        Finding(raw.rule, raw.focus, raw.path, raw.value, messages(raw, names), locator.place(raw)) for raw in standing
    ]
    findings.sort(key=_order)
    concepts = len(names.instances(SKOS + "Concept"))
    return Report(tuple(findings), waived, concepts, len(reading.files), profile.value, base or "")


def _order(finding: Finding) -> tuple[object, ...]:
    place = finding.place
    return (place.file, finding.severity.order, place.line, finding.rule.id, finding.focus, finding.messages["sv"])
