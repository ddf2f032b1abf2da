"""Labels, notes and other values of a graph as read, by subject: one pass a predicate, no graph in between."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from samsprak.vocabulary.namespaces import DC, DCTERMS, RDF, RDFS, SKOS, SKOSXL
from samsprak.vocabulary.ntriples import Literal, Value, as_written, is_blank, is_iri, node_of, value_of
from samsprak.vocabulary.records import Label, LabelKind, Note, NoteKind
from samsprak.vocabulary.statements import Pairs, Statements, by_predicate

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


class Literals:
    """The values that files give, by predicate, with the types that records hold."""

    def __init__(self, statements: Statements, pairs: Pairs) -> None:
        """Take statements by predicate, and all of them for what is said of nodes."""
        self._statements = statements
        self._by_predicate = pairs

    def about(self, subjects: Iterable[str]) -> Literals:
        """Return the values of these IRIs and `_:nodes` alone: for a few it is not worth while to read all."""
        lines = (line for subject in subjects for line in self._statements.about(as_written(subject)))
        return Literals(self._statements, by_predicate(lines))

    def _pairs(self, predicate: str) -> Iterable[tuple[str, str]]:
        return self._by_predicate.get(predicate, ())

    def values(self, *predicates: str) -> dict[str, tuple[str, ...]]:
        """Return texts and IRIs alike, without language, sorted."""
        found: dict[str, set[str]] = {}
        for predicate in predicates:
            for subject, written in self._pairs(predicate):
                found.setdefault(subject, set()).add(_text(value_of(written)))
        return {subject: tuple(sorted(values)) for subject, values in found.items()}

    def iris(self, *predicates: str) -> dict[str, tuple[str, ...]]:
        """Return IRIs only, sorted."""
        found: dict[str, set[str]] = {}
        for predicate in predicates:
            for subject, written in self._pairs(predicate):
                if is_iri(written):
                    found.setdefault(subject, set()).add(node_of(written))
        return {subject: tuple(sorted(values)) for subject, values in found.items()}

    def labels(self, *predicates: str) -> LabelsBySubject:
        """Return texts with their languages, without repeats, sorted by language and text."""
        found: dict[str, set[Label]] = {}
        for predicate in predicates:
            for subject, written in self._pairs(predicate):
                value = value_of(written)
                if isinstance(value, Literal):
                    found.setdefault(subject, set()).add(Label(value.text, value.lang))
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
            found.setdefault(subject, set()).update(forms.get(node_of(node), ()))
        return _sorted({subject: labels for subject, labels in found.items() if labels})

    def notes(self, subjects: Iterable[str]) -> dict[str, tuple[Note, ...]]:
        """Return all notes of the subjects wanted; a note that is a node gives its text and its sources."""
        wanted = set(subjects)
        found: dict[str, set[Note]] = {}
        for predicate, kind in NOTE_PREDICATES:
            for subject, written in self._pairs(predicate):
                if subject in wanted:
                    found.setdefault(subject, set()).update(self._as_notes(kind, written))
        order = {kind: place for place, kind in enumerate(NoteKind)}
        return {
            subject: tuple(sorted(notes, key=lambda note: (order[note.kind], note.lang, note.text)))
            for subject, notes in found.items()
        }

    def _as_notes(self, kind: NoteKind, written: str) -> Iterator[Note]:
        value = value_of(written)
        if isinstance(value, Literal):
            yield Note(kind, value.text, value.lang)
            return
        pairs = by_predicate(self._statements.about(written))
        texts = [value_of(text) for predicate in NODE_TEXT for _, text in pairs.get(predicate, ())]
        named = [text for predicate in NODE_SOURCE for _, text in pairs.get(predicate, ()) if not is_blank(text)]
        sources = tuple(sorted(_text(value_of(text)) for text in named))
        literals = [text for text in texts if isinstance(text, Literal)]
        for text in literals:
            yield Note(kind, text.text, text.lang, sources)
        if not literals and is_iri(written):
            yield Note(kind, value, "", sources)


def _text(value: Value) -> str:
    return value.text if isinstance(value, Literal) else value


def _sorted(found: dict[str, set[Label]]) -> LabelsBySubject:
    return {
        subject: tuple(labels)
        if len(labels) == 1
        else tuple(sorted(labels, key=lambda label: (label.lang, label.text)))
        for subject, labels in found.items()
    }
