"""Comparison with an earlier revision in git: what must never happen to a published term."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

import pyoxigraph as ox

from samsprak.errors import UsageError
from samsprak.validation.engine import key_of
from samsprak.validation.findings import Raw
from samsprak.validation.rules import Severity, text_rule
from samsprak.vocabulary import revisions
from samsprak.vocabulary.namespaces import DCTERMS, RDF, SKOS

MODIFIED, CREATED = DCTERMS + "modified", DCTERMS + "created"
PREFERRED, DEFINITION = SKOS + "prefLabel", SKOS + "definition"
TAGS = "v*"


REMOVED = text_rule(
    "iri-removed",
    Severity.VIOLATION,
    ("inget begrepp försvinner", "no concept disappears"),
    (
        (
            "Ett begrepp i förra utgåvan finns inte kvar, så de som har taggat med det eller länkat till det står "
            "utan svar. Att avföra ett begrepp, eller flytta det till en annan fil, är inget fel."
        ),
        (
            "A concept of the last release is gone, so those who tagged with it or linked to it are left without an "
            "answer. To retire a concept, or to move it to another file, is no fault."
        ),
    ),
    (
        "{value} (”{label}”) fanns i förra utgåvan men är borta. Avför begreppet i stället för att radera det.",
        "{value} (“{label}”) was in the last release but is gone. Deprecate the concept instead of deleting it.",
    ),
    None,
    "voc4cat check_for_removed_iris",
)
REUSED = text_rule(
    "iri-reused",
    Severity.VIOLATION,
    ("ett id betyder ett begrepp", "an id means one concept"),
    (
        (
            "Ett id som är utgivet har fått ny term, ny definition och nytt skapandedatum, så gamla taggar byter tyst "
            "betydelse. Bara en ny term, eller bara en omskriven definition, är inget fel."
        ),
        (
            "A published id has got a new term, a new definition and a new date of creation, so old tags silently "
            "change their meaning. A new term alone, or a reworded definition alone, is no fault."
        ),
    ),
    (
        "{value} betydde ”{label}” i förra utgåvan och är nu ett annat begrepp. Ge det nya begreppet ett eget id.",
        "{value} meant “{label}” in the last release and is now another concept. Give the new one an id of its own.",
    ),
    None,
    "project; DIGG on persistent identifiers",
)
UNDATED = text_rule(
    "date-follows-content",
    Severity.WARNING,
    ("ändringsdatum följer innehållet", "the date of modification follows the content"),
    (
        (
            "Begreppet har ändrats sedan förra utgåvan utan nytt ändringsdatum, så de som hämtar bara det nya missar "
            "ändringen. Nya begrepp, och ändringar samma dag som utgåvan, berörs inte."
        ),
        (
            "The concept has changed since the last release without a new date of modification, so those who fetch "
            "only what is new miss the change. New concepts, and changes on the day of the release, are not concerned."
        ),
    ),
    (
        "”{term}” har ändrats sedan förra utgåvan, men dcterms:modified är detsamma. Skriv dagens datum.",
        "“{term}” has changed since the last release, but dcterms:modified has not. Write today's date.",
    ),
    None,
    "project",
)
DATED = text_rule(
    "date-follows-content",
    Severity.WARNING,
    ("ändringsdatum följer innehållet", "the date of modification follows the content"),
    (
        (
            "Ändringsdatumet är nytt fastän inget annat är ändrat sedan förra utgåvan, så de som hämtar bara det nya "
            "läser posten i onödan. Nya begrepp berörs inte."
        ),
        (
            "The date of modification is new though nothing else has changed since the last release, so those who "
            "fetch only what is new read the record for nothing. New concepts are not concerned."
        ),
    ),
    (
        "dcterms:modified på ”{term}” är nytt, men inget annat har ändrats. Ta tillbaka det gamla datumet.",
        "dcterms:modified of “{term}” is new, but nothing else has changed. Put the old date back.",
    ),
    None,
    "project",
)
HISTORY_RULES = (REMOVED, REUSED, UNDATED, DATED)
Record = dict[str, frozenset[str]]


def latest_release(paths: Sequence[Path]) -> str | None:
    """Return the latest release tag of the repository that holds the paths, or None where there is none."""
    try:
        found = revisions.git(paths[0], "describe", "--tags", "--abbrev=0", "--match", TAGS)
    except UsageError:
        return None
    return found.decode().strip() or None


def read_revision(paths: Sequence[Path], revision: str) -> ox.Store:
    """Return what the paths said at a revision; raises `UsageError` where git cannot tell."""
    return revisions.read_revision(paths, revision).store


def day_of(paths: Sequence[Path], revision: str) -> str:
    """Return the day of a revision (an ISO date), empty where git cannot tell."""
    try:
        name = revisions.commit(paths[0], revision).name
        return revisions.git(paths[0], "show", "--no-patch", "--format=%cs", name).decode().strip()
    except UsageError:
        return ""


def day_of_snapshot(snapshot: ox.Store) -> str:
    """Return the day that a release was made (an ISO date), empty where its snapshot does not say."""
    schemes = snapshot.quads_for_pattern(None, ox.NamedNode(RDF + "type"), ox.NamedNode(SKOS + "ConceptScheme"))
    issued = ox.NamedNode(DCTERMS + "issued")
    days = [
        quad.object.value
        for scheme in schemes
        for quad in snapshot.quads_for_pattern(scheme.subject, issued, None)
        if isinstance(quad.object, ox.Literal)
    ]
    return max(days, default="")


def compare(base: ox.Store, now: ox.Store, day: str = "") -> Iterator[Raw]:
    """Yield what went wrong with concepts of the base.

    What was changed on the base's own `day`, after it, has the date that it had: no later one could be written.
    """
    before, after = _records(base), _records(now)
    for iri, old in before.items():
        label = next(iter(sorted(old.get(PREFERRED, ()))), "").partition("@")[0]
        new = after.get(iri)
        if new is None:
            yield Raw(REMOVED, iri, "", iri, {"label": label})
        elif (
            old.get(CREATED) != new.get(CREATED)
            and not _share(old, new, PREFERRED)
            and not _share(old, new, DEFINITION)
        ):
            yield Raw(REUSED, iri, PREFERRED, iri, {"label": label})
        else:
            yield from _dates(iri, old, new, day)


def _dates(iri: str, old: Record, new: Record, day: str) -> Iterator[Raw]:
    changed = {name: values for name, values in old.items() if name != MODIFIED} != {
        name: values for name, values in new.items() if name != MODIFIED
    }
    dated = old.get(MODIFIED) != new.get(MODIFIED)
    same_day = bool(day) and any(value[: len(day)] >= day for value in new.get(MODIFIED, ()))
    if changed and not dated and not same_day:
        yield Raw(UNDATED, iri, MODIFIED)
    elif dated and not changed:
        yield Raw(DATED, iri, MODIFIED)


def _share(old: Record, new: Record, name: str) -> bool:
    return bool(old.get(name, frozenset()) & new.get(name, frozenset()))


def _records(store: ox.Store) -> dict[str, Record]:
    """Return what is said of each concept; values with language or datatype as `text@sv`."""
    concept = ox.NamedNode(SKOS + "Concept")
    found: dict[str, Record] = {}
    for quad in store.quads_for_pattern(None, ox.NamedNode(RDF + "type"), concept):
        if isinstance(quad.subject, ox.NamedNode):
            said: dict[str, set[str]] = {}
            for each in store.quads_for_pattern(quad.subject, None, None):
                said.setdefault(each.predicate.value, set()).add(_written(each.object))
            found[quad.subject.value] = {name: frozenset(values) for name, values in said.items()}
    return found


def _written(node: object) -> str:
    if isinstance(node, ox.Literal):
        return f"{node.value}@{node.language or node.datatype.value}"
    return "_:" if isinstance(node, ox.BlankNode) else key_of(node)
