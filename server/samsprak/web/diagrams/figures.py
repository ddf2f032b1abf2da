"""Figures as they stand in a page, finished ones kept: laying out and drawing costs as much as the rest of a page."""

from __future__ import annotations

import zlib
from typing import cast

from flask import current_app
from markupsafe import Markup

from samsprak.language.messages import translations
from samsprak.vocabulary.records import Concept
from samsprak.web.context import service
from samsprak.web.diagrams.layout import diagram_of
from samsprak.web.presentation import Reader

EXTENSION = "samsprak.diagrams"
# About 1.5 kB each, in every worker.
KEPT = 8192
FASTEST = 1


class Figures:
    """Finished figures by snapshot, concept and language, compressed; thrown away together when there are too many.

    Workers may answer in several threads: nothing is taken out one by one, so nothing needs a lock.
    """

    def __init__(self, most: int = KEPT) -> None:
        self._most = most
        self._kept: dict[tuple[str, ...], bytes] = {}

    def __len__(self) -> int:
        return len(self._kept)

    def figure(self, reader: Reader, concept: Concept) -> Markup:
        """Return a concept's diagram with its legend and its words; empty where it has no neighbours."""
        key = (service().snapshot.version, reader.vocabulary.id, concept.iri, reader.lang)
        kept = self._kept.get(key)
        if kept is None:
            drawn = _draw(reader, concept)
            if len(self._kept) >= self._most:
                self._kept = {}
            self._kept[key] = zlib.compress(drawn.encode(), FASTEST)
            return Markup(drawn)  # noqa: S704 - a template's output
        return Markup(zlib.decompress(kept).decode())  # noqa: S704 - likewise


def concept_figure(reader: Reader, concept: Concept) -> Markup:
    """Return a concept's figure from those that the app at hand keeps."""
    return cast(Figures, current_app.extensions[EXTENSION]).figure(reader, concept)


def _draw(reader: Reader, concept: Concept) -> str:
    diagram = diagram_of(reader, concept)
    if diagram is None:
        return ""
    template = current_app.jinja_env.get_template(f"{reader.lang}/diagram.html")
    return template.render(diagram=diagram, lang=reader.lang, _=translations(reader.lang).gettext)
