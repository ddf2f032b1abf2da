"""The data about a record as a flat JSON-LD graph in the keys of the field's API, which its clients read as JSON."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import lru_cache

from samsprak.vocabulary.namespaces import DC, DCTERMS, ISOTHES, OWL, RDF, RDFS, SKOS
from samsprak.vocabulary.ntriples import STRING, Literal, Value, node_of, taken_apart, value_of

NAMESPACES = {"skos": SKOS, "isothes": ISOTHES, "rdfs": RDFS, "owl": OWL, "dct": DCTERMS, "dc11": DC}
OF_SKOS = (
    *("prefLabel", "altLabel", "hiddenLabel", "broader", "narrower", "related", "inScheme"),
    *("exactMatch", "closeMatch", "broadMatch", "narrowMatch", "relatedMatch"),
)
CONTEXT: Mapping[str, object] = {
    **NAMESPACES,
    "uri": "@id",
    "type": "@type",
    "lang": "@language",
    "value": "@value",
    "graph": "@graph",
    "label": "rdfs:label",
    **{name: f"skos:{name}" for name in OF_SKOS},
}
KEYS = {RDF + "type": "type", RDFS + "label": "label", **{SKOS + name: name for name in OF_SKOS}}
# What may stand behind a prefix.
LOCAL = re.compile(r"[A-Za-z_][\w.-]*")
Node = dict[str, object]


def graph(lines: Iterable[str], first: str) -> list[Node]:
    """Return lines of N-Triples as nodes, that of the IRI `first` first; one value stands without a list."""
    found: dict[str, dict[str, list[object]]] = {first: {}}
    for line in lines:
        subject, predicate, written = taken_apart(line)
        if not written.startswith("<<"):  # statements about statements (RDF 1.2) have no form in JSON-LD 1.1
            key = _key(predicate)
            value = value_of(written)
            found.setdefault(node_of(subject), {}).setdefault(key, []).append(
                in_short(value) if key == "type" and isinstance(value, str) else _told(value)
            )
    return [
        {"uri": node, **{key: values[0] if len(values) == 1 else values for key, values in said.items()}}
        for node, said in found.items()
        if said
    ]


@lru_cache(maxsize=1024)
def _key(written: str) -> str:
    predicate = written[1:-1]
    return KEYS.get(predicate) or in_short(predicate)


@lru_cache(maxsize=1024)
def in_short(iri: str) -> str:
    """Return an IRI by its prefix in the context, else whole."""
    for prefix, namespace in NAMESPACES.items():
        if iri.startswith(namespace) and LOCAL.fullmatch(iri, len(namespace)):
            return f"{prefix}:{iri.removeprefix(namespace)}"
    return iri


def _told(value: Value) -> object:
    if not isinstance(value, Literal):
        return {"uri": value}
    if value.lang:
        return {"lang": value.lang, "value": value.text}
    return value.text if value.datatype == STRING else {"type": value.datatype, "value": value.text}
