"""Figures as they stand in a page: a diagram, its legend, and what it says in words."""

from __future__ import annotations

from flask import current_app
from markupsafe import Markup

from samsprak.language.messages import translations
from samsprak.vocabulary.records import Concept
from samsprak.web.diagrams.layout import diagram_of
from samsprak.web.presentation import Reader
from samsprak.web.templating import rendered


def concept_figure(reader: Reader, concept: Concept) -> Markup:
    """Return a concept's diagram with its legend and its words; empty where it has no neighbours."""
    diagram = diagram_of(reader, concept)
    if diagram is None:
        return Markup()
    shown = {"diagram": diagram, "lang": reader.lang, "_": translations(reader.lang).gettext}
    return Markup(rendered(current_app.jinja_env, f"{reader.lang}/diagram.html", shown))  # noqa: S704 - a template's
