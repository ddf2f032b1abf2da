"""Two states of a small vocabulary, written as Turtle where they are tested."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from samsprak.editing.comparison import compare
from samsprak.editing.differences import Comparison, Difference
from samsprak.vocabulary.states import state_of_files
from tests.conftest import EX, PREFIXES

SCHEME = 'ex:s a skos:ConceptScheme ; dcterms:title "Ord"@sv .\n'
TREE = (
    SCHEME
    + """
ex:top a skos:Concept ; skos:prefLabel "stöd"@sv ; skos:topConceptOf ex:s .
ex:mid a skos:Concept ; skos:prefLabel "samtal"@sv ; skos:altLabel "samtalsstöd"@sv ; skos:broader ex:top ;
    skos:definition "stöd som består i att två personer talar med varandra"@sv .
ex:one a skos:Concept ; skos:prefLabel "rådgivning"@sv ; skos:broader ex:mid .
ex:two a skos:Concept ; skos:prefLabel "krissamtal"@sv ; skos:broader ex:mid .
ex:other a skos:Concept ; skos:prefLabel "kurs"@sv ; skos:broader ex:top .
"""
)
OUT = "adms:status status:Deprecated ; owl:deprecated true"

Compare = Callable[[str, str], Comparison]


def written(folder: Path, base: str, head: str) -> tuple[Path, Path]:
    """Write two states as files."""
    paths = folder / "base.ttl", folder / "head.ttl"
    for path, body in zip(paths, (base, head), strict=True):
        path.write_text(PREFIXES + body, encoding="utf-8")
    return paths


def compared(folder: Path, base: str, head: str) -> Comparison:
    """Compare two states written as Turtle, their prefixes given."""
    one, other = written(folder, base, head)
    return compare(state_of_files(one), state_of_files(other))


def of(comparison: Comparison, name: str) -> Difference:
    """Return the one difference of `ex:name`."""
    (found,) = (each for each in comparison.differences if each.iri == EX + name)
    return found
