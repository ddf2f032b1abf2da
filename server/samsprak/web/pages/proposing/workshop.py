"""The files of a vocabulary as proposals are written from them: read when somebody first proposes something."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from threading import Lock
from typing import cast

from flask import Flask, current_app

from samsprak.editing.folder import Folder, read_folder
from samsprak.editing.forge import Forge
from samsprak.errors import N_, SamsprakError
from samsprak.settings import Settings, VocabularyInput, project_folder
from samsprak.sparql.refusals import Busy
from samsprak.validation.background import Background
from samsprak.validation.single import load_background
from samsprak.vocabulary.protocol import Vocabulary
from samsprak.vocabulary.states import State, state_of
from samsprak.web.context import service_of

EXTENSION = "samsprak.proposing"
# Of a larger vocabulary one proposal would take longer than anybody waits.
MOST_CONCEPTS = 5000
# Seconds that a proposal waits for another, and after which to try again.
PATIENCE, AGAIN = 20.0, 10


class NotProposable(SamsprakError):
    """The files of a vocabulary are not such that a proposal can be written from them."""


class Occupied(Busy):
    """Another proposal is being written, and one more would take the processor from those who read."""

    def __init__(self, after: int) -> None:
        super().__init__(after)
        self.template = N_("Other proposals are being written. Please try again in {after} seconds.")


@dataclass(slots=True)
class Workshop:
    """The files in a folder, what they are checked against, and what they are compared with."""

    path: Path
    _reading: Lock = field(default_factory=Lock, repr=False)
    _working: Lock = field(default_factory=Lock, repr=False)
    _folder: Folder | None = None
    _background: Background | None = None
    _state: State | None = None

    @property
    def folder(self) -> Folder:
        """The files; raises `NotProposable` where they cannot be read."""
        with self._reading:
            if self._folder is None:
                try:
                    self._folder = read_folder(self.path)
                except SamsprakError:
                    raise NotProposable(
                        N_("The files of the vocabulary cannot be read right now. Please try again later.")
                    ) from None
            return self._folder

    @property
    def background(self) -> Background:
        """What single texts are checked against."""
        folder = self.folder
        with self._reading:
            if self._background is None:
                self._background = load_background([self.path], folder.profile)
            return self._background

    @property
    def state(self) -> State:
        """What a proposal is compared with."""
        folder = self.folder
        with self._reading:
            if self._state is None:
                self._state = state_of(folder.reading, self.path, "")
            return self._state

    @property
    def place(self) -> str:
        """Where the folder lies in its repository, else its name."""
        real = self.path.resolve()
        root = next((parent for parent in (real, *real.parents) if (parent / ".git").exists()), None)
        if root is None:
            return real.name
        place = real.relative_to(root).as_posix()
        return "" if place == "." else place

    @contextmanager
    def alone(self) -> Iterator[None]:
        """Let one proposal at a time be written, since each takes a second of the processor; raises `Occupied`."""
        if not self._working.acquire(timeout=PATIENCE):
            raise Occupied(AGAIN)
        try:
            yield
        finally:
            self._working.release()


@dataclass(frozen=True, slots=True)
class Workshops:
    """The workshops by vocabulary, the forge that the vocabularies live on, and who keeps them; if they are known."""

    by_vocabulary: dict[str, Workshop]
    forge: Forge | None
    contact: str = ""

    def of(self, vocabulary: Vocabulary) -> Workshop | None:
        """Return the workshop of a vocabulary, or none where its records are not written in this form."""
        found = self.by_vocabulary.get(vocabulary.id)
        fitting = vocabulary.term_records and len(vocabulary.concepts) <= MOST_CONCEPTS
        return found if fitting else None


def set_up(app: Flask, settings: Settings) -> None:
    """Give an app the workshops of the vocabularies that are folders of files."""
    inputs = settings.vocabularies or (VocabularyInput(project_folder("vocab")),)
    loaded = service_of(app).snapshot.vocabularies
    found = {name: Workshop(each.path) for name, each in zip(loaded, inputs, strict=False) if each.path.is_dir()}
    forge = Forge.parse(settings.forge) if settings.forge else None
    app.extensions[EXTENSION] = Workshops(found, forge, settings.contact)


def workshops() -> Workshops:
    """Return the workshops of the app at hand."""
    return cast(Workshops, current_app.extensions[EXTENSION])
