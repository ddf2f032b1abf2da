"""A whole check: reads, runs shapes and text rules, words and places what they find."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from samsprak.settings import project_folder
from samsprak.validation import engine, history, near_duplicates, text_rules, waivers
from samsprak.validation.findings import Finding, Report
from samsprak.validation.location import Locator
from samsprak.validation.messages import messages
from samsprak.validation.names import Names
from samsprak.validation.rules import Profile, Severity, read_rules
from samsprak.validation.scope import scope_of
from samsprak.validation.terms import read_terms
from samsprak.vocabulary.namespaces import SKOS
from samsprak.vocabulary.reader import read_store


def check(
    paths: Sequence[Path],
    profile: Profile,
    *,
    base: str | Path | None = None,
    hints: bool = False,
    progress: engine.Progress = lambda _done, _all: None,
    using: engine.Engine = engine.Engine.STANDARD,
) -> Report:
    """Check files and folders as one vocabulary.

    `base` is a git revision to compare with, or the snapshot of a release, `hints` adds what is neither fault nor
    warning, `progress` is told how many rules of how many are done. A file of a vocabulary is checked with the rest
    of it. Raises `UnreadableInput`, and `UsageError` where git does not know the revision or the engine `using` is
    not installed.
    """
    engine.require(using)
    scope = scope_of(paths)
    store, files = read_store(scope.paths)
    names = Names(store)
    raws = [*text_rules.run(store, profile), *waivers.unknown(store)]
    if profile is Profile.RECORD:
        raws += near_duplicates.run(read_terms(store))
    if isinstance(base, Path):
        earlier, _ = read_store([base])
        raws += history.compare(earlier, store, history.day_of_snapshot(earlier))
    elif base is not None:
        earlier = history.read_revision(scope.paths, base)
        raws += history.compare(earlier, store, history.day_of(scope.paths, base))
    engine.prepare(store)
    book = read_rules(project_folder("shapes"), profile)
    raws += engine.run(store, book, progress=progress, engine=using)
    if not hints:
        raws = [raw for raw in raws if raw.rule.severity is not Severity.INFO]
    standing, waived = waivers.without_waived(raws, waivers.read_waivers(store))
    # Guesses are made for the first faults only: those should be the same each time.
    standing.sort(key=lambda raw: (raw.rule.id, raw.focus, raw.value))
    findings = [
        Finding(raw.rule, raw.focus, raw.path, raw.value, messages(raw, names), place)
        for raw, place in zip(standing, Locator(files).places(standing), strict=True)
    ]
    return Report(
        tuple(sorted(filter(scope.holds, findings), key=_order)),
        {} if scope.only else waived,
        len(names.instances(SKOS + "Concept")),
        len(files),
        profile.value,
        str(base or ""),
        scope.context,
    )


def _order(finding: Finding) -> tuple[object, ...]:
    place = finding.place
    return (place.file, finding.severity.order, place.line, finding.rule.id, finding.focus, finding.messages["sv"])
