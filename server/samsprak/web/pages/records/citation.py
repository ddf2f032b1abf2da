"""A concept as one cites it: term, definition, where it stands, how far it is decided, and its address."""

from __future__ import annotations

from samsprak.errors import N_
from samsprak.language.messages import say
from samsprak.vocabulary.records import Concept, NoteKind, Status
from samsprak.web.presentation import Reader

DAY = len("2026-01-01")
STANDING = {
    Status.PROPOSED: N_("proposal"),
    Status.DECIDED: N_("decided"),
    Status.RETIRED: N_("no longer used"),
    Status.WITHDRAWN: N_("withdrawn"),
}


def citation(reader: Reader, concept: Concept) -> str:
    """Return a reference with the definition: `term: definition (publisher, proposal 2026-11-21, address)`."""
    definitions = reader.texts(concept.notes, NoteKind.DEFINITION)
    name = reader.name(concept).text
    said = f"{name}: {definitions[0].text}" if definitions else name
    history = concept.history
    day = (history.accepted or history.modified or history.created)[:DAY]
    standing = say(STANDING[concept.status], reader.lang) if concept.status else ""
    details = (_place(reader), f"{standing} {day}".strip(), concept.iri)
    return f"{said} ({', '.join(part for part in details if part)})"


def _place(reader: Reader) -> str:
    """Return who publishes the vocabulary, else what it is called."""
    schemes = reader.vocabulary.schemes
    names = [agent.name for agent in schemes[0].publishers if agent.name] if schemes else []
    return names[0] if names else reader.vocabulary_title.text
