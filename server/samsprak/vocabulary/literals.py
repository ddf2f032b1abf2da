"""Labels, notes and other values of a graph as read, by subject: one pass a predicate, no graph in between."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import pyoxigraph as ox

from samsprak.language.tags import canonical_tag
from samsprak.vocabulary.namespaces import DC, DCTERMS, RDF, RDFS, SKOS, SKOSXL
from samsprak.vocabulary.records import Label, LabelKind, Note, NoteKind

LabelsBySubject = dict[str, tuple[Label, ...]]

# Where a note is a node of its own: what holds its text, and what says where it comes from.
NODE_TEXT = (RDF + "value", RDFS + "comment", DCTERMS + "description", SKOSXL + "literalForm", RDFS + "label")
NODE_SOURCE = (DCTERMS + "source", DC + "source")
# Beside SKOS's own, descriptions that vocabularies in the wild give.
NOTE_PREDICATES = (
    *((SKOS + kind.value, kind) for kind in NoteKind),
    (DCTERMS + "description", NoteKind.GENERAL),
    (RDFS + "comment", NoteKind.GENERAL),
)


def key(node: object) -> str:
    """Return the text that stands for a node: an IRI, or `_:id`."""
    if isinstance(node, ox.NamedNode):
        return node.value
    return f"_:{node.value}" if isinstance(node, ox.BlankNode) else str(node)


def _node(text: str) -> ox.NamedNode | ox.BlankNode:
    return ox.BlankNode(text.removeprefix("_:")) if text.startswith("_:") else ox.NamedNode(text)


class Literals:
    """The values of a store by predicate, with the types that records hold."""

    def __init__(self, store: ox.Store, subjects: Iterable[str] | None = None) -> None:
        """Read a store; with `subjects`, what is said of these alone."""
        self._store = store
        self._subjects = (None,) if subjects is None else tuple(map(_node, subjects))

    def about(self, subjects: Iterable[str]) -> Literals:
        """Return the values of these subjects alone, IRIs or `_:id`: for a few it is not worth while to read all."""
        return Literals(self._store, subjects)

    def _pairs(self, predicate: str) -> Iterator[tuple[str, object]]:
        relation = ox.NamedNode(predicate)
        for subject in self._subjects:
            for quad in self._store.quads_for_pattern(subject, relation, None):
                yield key(quad.subject), quad.object

    def values(self, *predicates: str) -> dict[str, tuple[str, ...]]:
        """Return texts and IRIs alike, without language, sorted."""
        found: dict[str, set[str]] = {}
        for predicate in predicates:
            for subject, obj in self._pairs(predicate):
                found.setdefault(subject, set()).add(obj.value if isinstance(obj, ox.Literal) else key(obj))
        return {subject: tuple(sorted(values)) for subject, values in found.items()}

    def iris(self, *predicates: str) -> dict[str, tuple[str, ...]]:
        """Return IRIs only, sorted."""
        found: dict[str, set[str]] = {}
        for predicate in predicates:
            for subject, obj in self._pairs(predicate):
                if isinstance(obj, ox.NamedNode):
                    found.setdefault(subject, set()).add(obj.value)
        return {subject: tuple(sorted(values)) for subject, values in found.items()}

    def labels(self, *predicates: str) -> LabelsBySubject:
        """Return texts with their languages, without repeats, sorted by language and text."""
        found: dict[str, set[Label]] = {}
        for predicate in predicates:
            for subject, obj in self._pairs(predicate):
                if isinstance(obj, ox.Literal):
                    found.setdefault(subject, set()).add(Label(obj.value, canonical_tag(obj.language or "")))
        return _sorted(found)

    def first_labels(self, *predicates: str) -> LabelsBySubject:
        """Return, for each subject, the labels of the first of the predicates that it has."""
        found: LabelsBySubject = {}
        for predicate in predicates:
            for subject, labels in self.labels(predicate).items():
                found.setdefault(subject, labels)
        return found

    def terms(self, kind: LabelKind) -> LabelsBySubject:
        """Return the labels of one kind, those that SKOS-XL keeps in nodes of their own among them."""
        plain = self.labels(SKOS + kind.value)
        forms = self.labels(SKOSXL + "literalForm")
        if not forms:
            return plain
        found = {subject: set(labels) for subject, labels in plain.items()}
        for subject, node in self._pairs(SKOSXL + kind.value):
            found.setdefault(subject, set()).update(forms.get(key(node), ()))
        return _sorted({subject: labels for subject, labels in found.items() if labels})

    def notes(self, subjects: Iterable[str]) -> dict[str, tuple[Note, ...]]:
        """Return all notes of the subjects wanted; a note that is a node gives its text and its sources."""
        wanted = set(subjects)
        found: dict[str, set[Note]] = {}
        for predicate, kind in NOTE_PREDICATES:
            for subject, obj in self._pairs(predicate):
                if subject in wanted:
                    found.setdefault(subject, set()).update(self._as_notes(kind, obj))
        order = {kind: place for place, kind in enumerate(NoteKind)}
        return {
            subject: tuple(sorted(notes, key=lambda note: (order[note.kind], note.lang, note.text)))
            for subject, notes in found.items()
        }

    def _as_notes(self, kind: NoteKind, obj: object) -> Iterator[Note]:
        if isinstance(obj, ox.Literal):
            yield Note(kind, obj.value, canonical_tag(obj.language or ""))
            return
        texts = [text for predicate in NODE_TEXT for text in self._of_node(obj, predicate)]
        sources = tuple(
            sorted(
                text.value if isinstance(text, ox.Literal) else key(text)
                for predicate in NODE_SOURCE
                for text in self._of_node(obj, predicate)
                if not isinstance(text, ox.BlankNode)
            )
        )
        literals = [text for text in texts if isinstance(text, ox.Literal)]
        for text in literals:
            yield Note(kind, text.value, canonical_tag(text.language or ""), sources)
        if not literals and isinstance(obj, ox.NamedNode):
            yield Note(kind, obj.value, "", sources)

    def _of_node(self, node: object, predicate: str) -> list[object]:
        if not isinstance(node, ox.NamedNode | ox.BlankNode):
            return []
        return [quad.object for quad in self._store.quads_for_pattern(node, ox.NamedNode(predicate), None)]


def _sorted(found: dict[str, set[Label]]) -> LabelsBySubject:
    return {
        subject: tuple(labels)
        if len(labels) == 1
        else tuple(sorted(labels, key=lambda label: (label.lang, label.text)))
        for subject, labels in found.items()
    }
