"""Single facts of records, by subject: agents, dates, status, members of lists, declared namespaces."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence

from samsprak.vocabulary.literals import Literals
from samsprak.vocabulary.namespaces import ADMS, ADMS_STATUS, DCTERMS, FOAF, OWL, RDF, RDFS, SKOS, VANN
from samsprak.vocabulary.records import Agent, History, Status


def lists(literals: Literals) -> dict[str, tuple[str, ...]]:
    """Return the members of ordered collections, read off their RDF lists; a list in a circle ends."""
    heads = literals.values(SKOS + "memberList")
    if not heads:
        return {}
    first, rest = literals.values(RDF + "first"), literals.values(RDF + "rest")
    found = {}
    for collection, (head, *_) in heads.items():
        members: list[str] = []
        node, seen = head, set[str]()
        while node in first and node not in seen:
            seen.add(node)
            members.append(first[node][0])
            node = rest.get(node, ("",))[0]
        found[collection] = tuple(members)
    return found


def inverse(subjects: Iterable[str], *relations: Mapping[str, Sequence[str]]) -> dict[str, tuple[str, ...]]:
    """Return `{member: (collection, …)}` of the collections that have a record; anonymous ones have none."""
    found: dict[str, set[str]] = {}
    for subject in subjects:
        for links in relations:
            for other in links.get(subject, ()):
                found.setdefault(other, set()).add(subject)
    return {iri: tuple(sorted(holders)) for iri, holders in found.items()}


def refining(above: Mapping[str, Sequence[str]], known: Collection[str]) -> dict[str, tuple[str, ...]]:
    """Return the classes that refine a known one, at any distance, each with those that it refines directly."""
    below: dict[str, list[str]] = {}
    for name, over in above.items():
        for each in over:
            below.setdefault(each, []).append(name)
    found: dict[str, tuple[str, ...]] = {}
    pending = list(known)
    for each in pending:
        for name in below.get(each, ()):
            if name not in known and name not in found and not name.startswith("_:"):
                found[name] = tuple(above[name])
                pending.append(name)
    return found


def named(links: Mapping[str, Sequence[str]]) -> dict[str, tuple[str, ...]]:
    """Return links without the blank nodes that they lead to, which have no address."""
    shared: dict[tuple[str, ...], tuple[str, ...]] = {}
    found = {}
    for subject, objects in links.items():
        named = tuple(other for other in objects if not other.startswith("_:"))
        found[subject] = shared.setdefault(named, named)
    return found


def statuses(literals: Literals) -> dict[str, Status]:
    """Return the status of what has one; `owl:deprecated true` retires whatever else is said."""
    by_iri = {ADMS_STATUS + status.value: status for status in Status}
    found = {iri: by_iri[values[0]] for iri, values in literals.iris(ADMS + "status").items() if values[0] in by_iri}
    for iri, values in literals.values(OWL + "deprecated").items():
        if values[0] in {"true", "1"} and found.get(iri) is not Status.WITHDRAWN:
            found[iri] = Status.RETIRED
    return found


def histories(literals: Literals, wanted: Mapping[str, str]) -> dict[str, History]:
    """Return the dates and deciding bodies of the subjects wanted; equal histories are one object."""
    created, modified = literals.values(DCTERMS + "created"), literals.values(DCTERMS + "modified")
    accepted, valid = literals.values(DCTERMS + "dateAccepted"), literals.values(DCTERMS + "valid")
    deciders = agents(literals, DCTERMS + "publisher")
    shared: dict[History, History] = {}
    found = {}
    for iri in created.keys() | modified.keys() | accepted.keys() | valid.keys() | deciders.keys():
        if iri in wanted:
            history = History(
                created=min(created.get(iri, ("",))),
                modified=max(modified.get(iri, ("",))),
                accepted=max(accepted.get(iri, ("",))),
                valid=max(valid.get(iri, ("",))),
                decided_by=deciders.get(iri, ()),
            )
            found[iri] = shared.setdefault(history, history)
    return found


def agents(literals: Literals, *predicates: str) -> dict[str, tuple[Agent, ...]]:
    """Return agents by what names them; one that is a node gets the name that the files give it."""
    stated = literals.values(*predicates)
    iris = {iri for values in literals.iris(*predicates).values() for iri in values}
    nodes = iris | {value for values in stated.values() for value in values if value.startswith("_:")}
    names = literals.about(nodes).values(FOAF + "name", SKOS + "prefLabel", RDFS + "label", DCTERMS + "title")

    def agent(value: str) -> Agent:
        if value in iris or value.startswith("_:"):
            return Agent(names.get(value, ("",))[0], value if value in iris else "")
        return Agent(value)

    return {
        subject: tuple(known for known in map(agent, values) if known.name or known.iri)
        for subject, values in stated.items()
    }


def declared_namespaces(literals: Literals) -> dict[str, tuple[str, str]]:
    """Return `{scheme IRI: (namespace, prefix)}` as vann declares them, empty strings where it does not."""
    namespaces = literals.values(VANN + "preferredNamespaceUri")
    prefixes = literals.values(VANN + "preferredNamespacePrefix")
    return {
        iri: (namespaces.get(iri, ("",))[0], prefixes.get(iri, ("",))[0]) for iri in namespaces.keys() | prefixes.keys()
    }
