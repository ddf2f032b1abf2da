"""What templates call to set texts, added to an app like any surface."""

from __future__ import annotations

from flask import Blueprint
from flask.blueprints import BlueprintSetupState

from samsprak.web.pages.texts.linking import EXTENSION, MOST, TextsKept, linked_paragraphs
from samsprak.web.pages.texts.references import as_references

blueprint = Blueprint("texts", __name__)

FUNCTIONS = (linked_paragraphs, as_references)


@blueprint.record_once
def set_up(state: BlueprintSetupState) -> None:
    """Add the functions to an app, and the linked texts that it keeps."""
    state.app.jinja_env.globals.update({function.__name__: function for function in FUNCTIONS})
    state.app.extensions[EXTENSION] = TextsKept(MOST)
