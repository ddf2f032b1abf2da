"""The check of one concept's text against a loaded vocabulary, as a form asks for it at each change."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import pyoxigraph as ox

from samsprak.errors import Problem, UnreadableInput
from samsprak.settings import project_folder
from samsprak.validation import engine, near_duplicates, text_rules
from samsprak.validation.findings import Finding, Raw
from samsprak.validation.location import Locator
from samsprak.validation.messages import messages
from samsprak.validation.names import Names
from samsprak.validation.rules import Profile, RuleBook, Severity, read_rules
from samsprak.validation.waivers import read_waivers, without_waived
from samsprak.vocabulary.encoding import decode
from samsprak.vocabulary.faults import Fault, explain_syntax
from samsprak.vocabulary.formats import TURTLE
from samsprak.vocabulary.namespaces import RDF, SKOS
from samsprak.vocabulary.reader import read

CONCEPT = ox.NamedNode(SKOS + "Concept")
TYPE = ox.NamedNode(RDF + "type")


@dataclass(frozen=True, slots=True)
class Background:
    """A vocabulary as read, to check single concepts against; nothing changes it."""

    store: ox.Store
    book: RuleBook


def load_background(paths: list[Path], profile: Profile = Profile.RECORD) -> Background:
    """Read what concepts are checked against; raises `UnreadableInput`."""
    return Background(read(paths).store, read_rules(project_folder("shapes"), profile))


def check_text(text: bytes, name: str, background: Background) -> tuple[Finding, ...]:
    """Return what a whole check would find of the concepts that a Turtle text describes.

    What the vocabulary said of them is set aside; `name` is what the text is called in the findings. Raises
    `UnreadableInput` where the text is no Turtle.
    """
    quads = _parse(text, name)
    described = {quad.subject for quad in quads if quad.predicate == TYPE and quad.object == CONCEPT}
    store = ox.Store()
    store.bulk_extend(quad for quad in background.store if quad.subject not in described)
    store.bulk_extend(quads)
    wanted = {engine.key_of(subject) for subject in described}
    names = Names(store)
    raws: list[Raw] = [*text_rules.run(store), *near_duplicates.run(store, wanted)]
    engine.prepare(store)
    for iri in sorted(wanted):
        if not iri.startswith("_:"):
            raws += engine.run(store, background.book, ox.NamedNode(iri))
    raws = [raw for raw in raws if raw.focus in wanted and raw.rule.severity is not Severity.INFO]
    standing, _ = without_waived(raws, read_waivers(store))
    locator = Locator([Path(name)], {Path(name): text})
    findings = (
        Finding(raw.rule, raw.focus, raw.path, raw.value, messages(raw, names), locator.place(raw)) for raw in standing
    )
    return tuple(sorted(findings, key=lambda finding: (finding.severity.order, finding.place.line, finding.rule.id)))


def _parse(text: bytes, name: str) -> list[ox.Quad]:
    try:
        return list(ox.parse(decode(text, TURTLE), ox.RdfFormat.TURTLE, rename_blank_nodes=True))
    except Fault as fault:
        raise _unreadable(name, fault) from None
    except (SyntaxError, ValueError) as error:
        raise _unreadable(name, explain_syntax(error, text, TURTLE)) from None


def _unreadable(name: str, fault: Fault) -> UnreadableInput:
    return UnreadableInput((Problem(name, fault.line, fault.template, fault.values),))
