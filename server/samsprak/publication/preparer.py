"""Prepares all downloads once a service has loaded, in a process beside it."""

from __future__ import annotations

import logging
from collections.abc import Iterable, Iterator
from contextlib import ExitStack, contextmanager
from functools import partial
from pathlib import Path

from samsprak.publication.beside import beside
from samsprak.publication.download import prepare
from samsprak.publication.downloads import turn
from samsprak.vocabulary.formats import OF_WHOLE
from samsprak.vocabulary.protocol import Vocabulary

log = logging.getLogger(__name__)

# A quarter of a processor where there is more to do than it can, all that is left over else.
NICENESS = 5


@contextmanager
def preparing(vocabularies: Iterable[Vocabulary], folder: Path) -> Iterator[None]:
    """Prepare every download in a process of its own, which is stopped at the end if it is not done before.

    It has the turn from the very beginning: the lock is taken here, and lives on in the process that is forked.
    """
    with ExitStack() as stack:
        with turn(folder):
            stack.enter_context(beside(partial(_prepare, tuple(vocabularies), folder), NICENESS))
        yield


def _prepare(vocabularies: tuple[Vocabulary, ...], folder: Path) -> None:
    # Small ones first, so that most are ready soon.
    for vocabulary in sorted(vocabularies, key=lambda each: len(each.concepts)):
        for form in OF_WHOLE:
            try:
                prepare(vocabulary, form, folder)
            except Exception:
                # Whatever it is, the others can be written; whoever asks for this one is told.
                log.exception("cannot prepare %s.%s", vocabulary.id, form.suffix)
