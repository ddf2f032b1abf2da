"""The whole of the REST API: each of these modules offers its part to the one interface."""

from __future__ import annotations

from samsprak.web.rest import (
    alphabet,
    changed,
    classes,
    counts,
    data,
    groups,
    hierarchy,
    labels,
    mappings,
    relations,
    search,
    slashes,
    transitive,
    vocabularies,
)
from samsprak.web.rest.interface import interface

__all__ = [
    "alphabet",
    "changed",
    "classes",
    "counts",
    "data",
    "groups",
    "hierarchy",
    "interface",
    "labels",
    "mappings",
    "relations",
    "search",
    "slashes",
    "transitive",
    "vocabularies",
]
