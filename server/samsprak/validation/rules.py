"""The rules, as records: those of `shapes/`, and those that SHACL cannot say, in one form."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

import pyoxigraph as ox

from samsprak.vocabulary.namespaces import DCTERMS, RDF, RDFS

SHAPES = "https://w3id.org/samsprak/shapes/"
SH = "http://www.w3.org/ns/shacl#"
LANGUAGES = ("sv", "en")


class Severity(StrEnum):
    """How grave a finding is, the gravest first."""

    VIOLATION = "violation"
    WARNING = "warning"
    INFO = "info"

    @property
    def order(self) -> int:
        """0 for the gravest."""
        return list(Severity).index(self)


class Profile(StrEnum):
    """Which rules hold: each profile holds the rules of those before it."""

    SKOS = "skos"
    THESAURUS = "thesaurus"
    RECORD = "record"

    @property
    def files(self) -> tuple[str, ...]:
        """The names of the shape files that this profile uses."""
        profiles = list(Profile)[: list(Profile).index(self) + 1]
        return tuple(name for name, profile in SHAPE_FILES.items() if profile in profiles)


# The files of `shapes/` in order, each with the lowest profile that uses it.
SHAPE_FILES = {
    "skos": Profile.SKOS,
    "thesaurus": Profile.THESAURUS,
    "record": Profile.RECORD,
    "guide": Profile.RECORD,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """A rule at one severity.

    `descriptions` say by language what is found and why it matters. `messages` are whole sentences by language,
    `templates` richer ones with braces that a report fills in, empty where there is nothing to fill in. `shape` is the
    IRI of its shape and `query` the SELECT that finds its faults, both empty for a rule that is not said that way.
    """

    id: str
    severity: Severity
    profile: Profile
    labels: Mapping[str, str]
    descriptions: Mapping[str, str]
    messages: Mapping[str, str]
    templates: Mapping[str, str]
    source: str
    shape: str = ""
    query: str = ""


@dataclass(frozen=True, slots=True)
class RuleBook:
    """The shape rules of a profile, and the shapes without queries as a graph for a SHACL engine."""

    rules: tuple[Rule, ...]
    core: ox.Store

    def by_shape(self) -> dict[str, Rule]:
        """Return the rules by the IRI of their shape."""
        return {rule.shape: rule for rule in self.rules}


def text_rule(
    rule_id: str,
    severity: Severity,
    labels: tuple[str, str],
    descriptions: tuple[str, str],
    messages: tuple[str, str],
    templates: tuple[str, str] | None,
    source: str,
    profile: Profile = Profile.RECORD,
) -> Rule:
    """Return a rule that is no shape; texts are in Swedish and English, a template is the message where it is None."""

    def both(texts: tuple[str, str]) -> dict[str, str]:
        return {"sv": texts[0], "en": texts[1]}

    return Rule(
        id=rule_id,
        severity=severity,
        profile=profile,
        labels=both(labels),
        descriptions=both(descriptions),
        messages=both(messages),
        templates=both(templates or messages),
        source=source,
    )


def read_rules(folder: Path, profile: Profile) -> RuleBook:
    """Read the shapes of a profile from its files, in the order of the files."""
    rules: list[Rule] = []
    core = ox.Store()
    prefixes: dict[str, str] = {}
    for name in profile.files:
        shapes = ox.Store()
        shapes.load(path=str(folder / f"{name}.ttl"), format=ox.RdfFormat.TURTLE)
        prefixes |= _prefixes(shapes)
        found = [
            _rule(shapes, quad.subject, SHAPE_FILES[name], prefixes)
            for quad in shapes.quads_for_pattern(None, ox.NamedNode(SHAPES + "rule"), None)
        ]
        rules += sorted(found, key=lambda rule: rule.shape)
        _keep_core(shapes, core)
    return RuleBook(tuple(rules), core)


def _rule(shapes: ox.Store, shape: object, profile: Profile, prefixes: Mapping[str, str]) -> Rule:
    node = _named(shape)
    constraint = _objects(shapes, node, SH + "sparql")
    holders = [*constraint, *_objects(shapes, node, SH + "property"), node]
    query = _texts(shapes, constraint[:1], SH + "select").get("", "")
    header = "".join(f"PREFIX {prefix}: <{iri}>\n" for prefix, iri in sorted(prefixes.items()))
    return Rule(
        id=_texts(shapes, [node], SHAPES + "rule")[""],
        severity=Severity(_iri(shapes, node, SH + "severity").removeprefix(SH).lower()),
        profile=profile,
        labels=_texts(shapes, [node], RDFS + "label"),
        descriptions=_texts(shapes, [node], RDFS + "comment"),
        messages=_texts(shapes, holders, SH + "message"),
        templates=_texts(shapes, [node], SHAPES + "template"),
        source=_texts(shapes, [node], DCTERMS + "source").get("", ""),
        shape=node.value,
        query=header + query if query else "",
    )


def _keep_core(shapes: ox.Store, core: ox.Store) -> None:
    """Copy the shapes that have no query; what they lead to comes along."""
    queried = {quad.subject for quad in shapes.quads_for_pattern(None, ox.NamedNode(SH + "sparql"), None)}
    starts = shapes.quads_for_pattern(None, ox.NamedNode(RDF + "type"), ox.NamedNode(SH + "NodeShape"))
    pending = [quad.subject for quad in starts if quad.subject not in queried]
    seen: set[object] = set(pending)
    while pending:
        for quad in shapes.quads_for_pattern(pending.pop(), None, None):
            core.add(quad)
            if isinstance(quad.object, ox.BlankNode) and quad.object not in seen:
                seen.add(quad.object)
                pending.append(quad.object)


def _prefixes(shapes: ox.Store) -> dict[str, str]:
    declared = shapes.quads_for_pattern(None, ox.NamedNode(SH + "declare"), None)
    return {
        _texts(shapes, [quad.object], SH + "prefix")[""]: _texts(shapes, [quad.object], SH + "namespace")[""]
        for quad in declared
    }


def _objects(shapes: ox.Store, node: object, predicate: str) -> list[object]:
    assert isinstance(node, ox.NamedNode | ox.BlankNode)  # noqa: S101 - subjects of shapes
    return [quad.object for quad in shapes.quads_for_pattern(node, ox.NamedNode(predicate), None)]


def _texts(shapes: ox.Store, nodes: Iterable[object], predicate: str) -> dict[str, str]:
    """Return literals by language, empty for those without one."""
    found: dict[str, str] = {}
    for node in nodes:
        for value in _objects(shapes, node, predicate):
            if isinstance(value, ox.Literal):
                found.setdefault(value.language or "", value.value)
    return found


def _iri(shapes: ox.Store, node: object, predicate: str) -> str:
    return _named(_objects(shapes, node, predicate)[0]).value


def _named(node: object) -> ox.NamedNode:
    assert isinstance(node, ox.NamedNode)  # noqa: S101 - our own shapes are named
    return node
