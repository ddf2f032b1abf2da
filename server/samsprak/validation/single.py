"""The check of one concept's text against a loaded vocabulary, as a form asks for it at each change."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from pathlib import Path

import pyoxigraph as ox

from samsprak.errors import Problem, UnreadableInput
from samsprak.settings import project_folder
from samsprak.validation import engine, near_duplicates, text_rules, waivers
from samsprak.validation.background import Background
from samsprak.validation.findings import Finding, Raw
from samsprak.validation.location import Locator
from samsprak.validation.messages import messages
from samsprak.validation.names import Names
from samsprak.validation.rules import Profile, RuleBook, Severity, read_rules
from samsprak.validation.terms import Term, read_terms
from samsprak.vocabulary.encoding import decode
from samsprak.vocabulary.faults import Fault, explain_syntax
from samsprak.vocabulary.formats import TURTLE
from samsprak.vocabulary.namespaces import RDF, SKOS
from samsprak.vocabulary.reader import read_store

CONCEPT = ox.NamedNode(SKOS + "Concept")
TYPE = ox.NamedNode(RDF + "type")


def load_background(paths: list[Path], profile: Profile = Profile.RECORD) -> Background:
    """Read what concepts are checked against; raises `UnreadableInput`."""
    store, _ = read_store(paths)
    return Background(store, read_rules(project_folder("shapes"), profile), tuple(read_terms(store)))


def check_text(text: bytes, name: str, background: Background) -> tuple[Finding, ...]:
    """Return what a whole check would find of the concepts that a Turtle text describes.

    What the vocabulary said of them is set aside; `name` is what the text is called in the findings. Raises
    `UnreadableInput` where the text is no Turtle.
    """
    quads = _parse(text, name)
    described = {quad.subject for quad in quads if quad.predicate == TYPE and quad.object == CONCEPT}
    with background.with_text(quads, described) as store:
        terms = background.terms_with_text(store, {quad.subject for quad in quads})
        raws = _faults(store, terms, background.book, {engine.key_of(subject) for subject in described})
        if any(quad.predicate == waivers.WAIVES for quad in quads):
            raws += waivers.unknown(store)
        standing, _ = waivers.without_waived(raws, waivers.read_waivers(store))
        places = Locator([Path(name)], {Path(name): text}).places(standing)
        names = Names(store)
        findings = [
            Finding(raw.rule, raw.focus, raw.path, raw.value, messages(raw, names), place)
            for raw, place in zip(standing, places, strict=True)
        ]
    return tuple(sorted(findings, key=lambda finding: (finding.severity.order, finding.place.line, finding.rule.id)))


def _faults(store: ox.Store, terms: Sequence[Term], book: RuleBook, wanted: Collection[str]) -> list[Raw]:
    raws = [*text_rules.run(store, only=wanted), *near_duplicates.run(terms, wanted)]
    for iri in sorted(wanted):
        if not iri.startswith("_:"):
            raws += engine.run(store, book, ox.NamedNode(iri))
    return [raw for raw in raws if raw.focus in wanted and raw.rule.severity is not Severity.INFO]


def _parse(text: bytes, name: str) -> list[ox.Quad]:
    try:
        return list(ox.parse(decode(text, TURTLE), ox.RdfFormat.TURTLE, rename_blank_nodes=True))
    except Fault as fault:
        raise _unreadable(name, fault) from None
    except (SyntaxError, ValueError) as error:
        raise _unreadable(name, explain_syntax(error, text, TURTLE)) from None


def _unreadable(name: str, fault: Fault) -> UnreadableInput:
    return UnreadableInput((Problem(name, fault.line, fault.template, fault.values),))
