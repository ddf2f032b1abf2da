"""The graphs of the store: one for each vocabulary, by its scheme's IRI; all of them together are the default graph."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from samsprak.vocabulary.protocol import Vocabulary


def graphs(vocabularies: Iterable[Vocabulary]) -> Mapping[str, Vocabulary]:
    """Return each vocabulary by the IRI of its graph: its main scheme, else a name made of its id."""
    found: dict[str, Vocabulary] = {}
    for vocabulary in vocabularies:
        iri = vocabulary.schemes[0].iri if vocabulary.schemes else ""
        found[iri if iri and iri not in found else f"urn:samsprak:vocabulary:{vocabulary.id}"] = vocabulary
    return found
