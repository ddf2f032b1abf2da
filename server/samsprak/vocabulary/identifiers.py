"""Ids: what stands in an address for a concept's IRI.

The vocabulary's namespace stripped, else the IRI's last part; a clash gets a short hash of the IRI, so that an
id depends on its own IRI alone and stays when other concepts come and go.
"""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterable

from samsprak.errors import N_, UnfitVocabulary
from samsprak.language.slugs import slug

# First parts of the service's own addresses (docs/design.md, "Addresses").
RESERVED_VOCABULARIES = frozenset(
    [
        ".well-known",
        "api",
        "changes",  # changes.jsonld would be all of it as data, and so with context.jsonld
        "changes.jsonld",
        "context",
        "context.jsonld",
        "dcat",
        "en",
        "entity",
        "favicon.ico",
        "feed.atom",
        "healthz",
        "openapi.json",
        "readyz",
        "reconcile",
        "rest",
        "robots.txt",
        "shapes",
        "sitemap.xml",
        "sparql",
        "static",
        "suggestions",
        "sv",
    ]
)
# Second parts of the addresses below a vocabulary.
RESERVED_IDS = frozenset(
    [
        "a-o",
        "a-z",
        "andringar",
        "changes",
        "changes.jsonld",
        "collections",
        "compare",
        "diagram",
        "diagrams",
        "differences",
        "facets",
        "facetter",
        "feed.atom",
        "guide",
        "hierarchy",
        "hierarki",
        "jamfor",
        "samlingar",
        "skillnader",
        "statistics",
        "statistik",
        "vagledning",
        "versioner",
        "versions",
    ]
)
HASH_BYTES = 4


def short_hash(iri: str) -> str:
    """Return eight hexadecimal digits that stand for an IRI."""
    return hashlib.blake2b(iri.encode(), digest_size=HASH_BYTES).hexdigest()


def vocabulary_id(wanted: str) -> str:
    """Return the id that a vocabulary is served under, or refuse a word that the service uses itself."""
    name = wanted if wanted.isascii() and wanted.replace("-", "").replace("_", "").isalnum() else slug(wanted)
    if not name:
        raise UnfitVocabulary(
            N_("“{wanted}” gives no id to serve a vocabulary under. Name one, as in id=path."), wanted=wanted
        )
    if name in RESERVED_VOCABULARIES:
        raise UnfitVocabulary(
            N_("A vocabulary cannot be called “{name}”: that is an address of the service. Name another: id=path."),
            name=name,
        )
    return name


def common_namespace(iris: Iterable[str]) -> str:
    """Return the namespace that most IRIs share, up to the last `#` or `/`; empty where there is none."""
    counts = Counter(iri[: len(iri) - len(_local(iri))] for iri in iris)
    return min(counts, key=lambda name: (-counts[name], name), default="")


def assign_ids(iris: Iterable[str], namespace: str) -> dict[str, str]:
    """Return `{IRI: id}`; raises `UnfitVocabulary` where an id is a word of the service's addresses."""
    inside: dict[str, str] = {}
    outside: dict[str, str] = {}
    for iri in iris:
        local = iri.removeprefix(namespace)
        if namespace and local and local != iri and local[0] not in "/#":
            inside[iri] = local
        else:
            outside[iri] = _local(iri.rstrip("/#"))
    counts = Counter((*inside.values(), *outside.values()))
    ids = dict(inside)
    for iri, local in outside.items():
        name = local
        while not name or counts[name] > (name == local):
            name = f"{name}-{short_hash(iri)}".lstrip("-")
        ids[iri] = name
        counts[name] += name != local
    for iri, name in ids.items():
        if name in RESERVED_IDS or not name:
            raise UnfitVocabulary(
                N_("<{iri}> cannot be served: its id “{id}” is an address of the service. Give it another id."),
                iri=iri,
                id=name,
            )
    return ids


def _local(iri: str) -> str:
    for mark in "#/:":
        _, found, local = iri.rpartition(mark)
        if found:
            return local
    return iri
