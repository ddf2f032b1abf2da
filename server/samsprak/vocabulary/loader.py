"""From a path to a vocabulary: reads, normalises, builds, and says what is unfit."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from samsprak.errors import N_, Problem, UnreadableInput
from samsprak.settings import VocabularyInput
from samsprak.vocabulary.builder import Builder
from samsprak.vocabulary.collector import collector_off
from samsprak.vocabulary.facts import declared_namespaces
from samsprak.vocabulary.formats import of_file
from samsprak.vocabulary.guide import Guide
from samsprak.vocabulary.guide_builder import guides
from samsprak.vocabulary.hierarchy import cycles
from samsprak.vocabulary.identifiers import assign_ids, common_namespace, vocabulary_id
from samsprak.vocabulary.literals import Literals
from samsprak.vocabulary.memory import MemoryVocabulary
from samsprak.vocabulary.normaliser import normalise
from samsprak.vocabulary.protocol import Vocabulary
from samsprak.vocabulary.reader import Reading, read
from samsprak.vocabulary.records import Concept, Finding, Remark, Scheme
from samsprak.vocabulary.subjects import Subjects, subjects


def load(source: VocabularyInput) -> Vocabulary:
    """Load one vocabulary from a folder or a file.

    Raises `UnreadableInput` (every file that cannot be read, or none that holds a concept) and `UnfitVocabulary`.
    """
    reading = read([source.path])
    with collector_off():
        records = assemble(reading, source)
        vocabulary = replace(records, statements=reading.statements, guides=guides_of(reading, records))
        vocabulary.prepare()
    return vocabulary


def assemble(reading: Reading, source: VocabularyInput) -> MemoryVocabulary:
    """Return the records alone: without the guide, the statements and the look-ups that requests need."""
    with collector_off():
        pairs = reading.statements.by_predicate()
        links = normalise(pairs)
        literals = Literals(reading.statements, pairs)
        found = subjects(links, literals)
        if not found.concepts:
            raise UnreadableInput((_no_concept(source.path, found),))
        namespace, prefix = _namespace(found, literals)
        name = vocabulary_id(source.id or prefix or _stem(source.path))
        builder = Builder(links, literals, found, assign_ids(found.all, namespace))
        concepts = builder.concepts()
        return MemoryVocabulary(
            id=name,
            namespace=namespace,
            digest=reading.digest,
            concepts=concepts,
            collections=builder.collections(),
            schemes=_main_first(builder.schemes(), namespace),
            sources=builder.sources(),
            classes=builder.classes(),
            remarks=(*reading.remarks, *_remarks(concepts, found, builder.dangling)),
        )


def guides_of(reading: Reading, records: Vocabulary) -> tuple[Guide, ...]:
    """Return the guides that were read with these records; raises `UnfitVocabulary` where one cannot be followed."""
    concepts, collections = (tuple(each.iri for each in kind) for kind in (records.concepts, records.collections))
    return guides(reading.statements, concepts, collections)


def _no_concept(path: Path, found: Subjects) -> Problem:
    if found.blank_concepts:
        return Problem(
            str(path),
            None,
            N_("holds concepts ({n}), but none with an address of its own; give each one an IRI"),
            (("n", found.blank_concepts),),
        )
    return Problem(
        str(path),
        None,
        N_("holds no skos:Concept; is the prefix skos: right (http://www.w3.org/2004/02/skos/core#)?"),
    )


def _namespace(found: Subjects, literals: Literals) -> tuple[str, str]:
    """Return the namespace that a scheme declares, else the one that concepts share; and the declared prefix."""
    declared = declared_namespaces(literals)
    for scheme in found.schemes:
        namespace, prefix = declared.get(scheme, ("", ""))
        if namespace or prefix:
            # What no IRI here begins with is a slip of the pen, and strips nothing.
            fits = ":" in namespace and any(iri.startswith(namespace) for iri in found.concepts)
            return namespace if fits else common_namespace(found.concepts), prefix
    return common_namespace(found.concepts), ""


def _stem(path: Path) -> str:
    """Return the name of a file without its suffixes, or of a folder."""
    if path.is_file() and of_file(path.name, named=True):
        packed = path.suffix.lower() == ".gz"
        return (path.with_suffix("") if packed else path).stem
    return path.resolve().name


def _main_first(schemes: tuple[Scheme, ...], namespace: str) -> tuple[Scheme, ...]:
    bare = namespace.rstrip("/#")
    return tuple(sorted(schemes, key=lambda scheme: (scheme.iri.rstrip("/#") != bare, not scheme.top_concepts)))


def _remarks(concepts: tuple[Concept, ...], found: Subjects, dangling: set[str]) -> Iterator[Remark]:
    broader = {concept.iri: [link.iri for link in concept.broader] for concept in concepts}
    for group in cycles(broader):
        yield Remark(Finding.CYCLE, group)
    unlabelled = tuple(concept.iri for concept in concepts if not concept.preferred)
    if unlabelled:
        yield Remark(Finding.UNLABELLED, unlabelled)
    if found.blank_concepts:
        yield Remark(Finding.BLANK_CONCEPT, ("",) * found.blank_concepts)
    if dangling:
        yield Remark(Finding.DANGLING, tuple(sorted(dangling)))
    if not found.schemes:
        yield Remark(Finding.NO_SCHEME)
