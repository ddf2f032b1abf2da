"""Whole vocabularies as files, each written once when it is first asked for, then sent from disk."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path

from flask import Response, request, send_file

from samsprak.vocabulary.formats import Format
from samsprak.vocabulary.protocol import Vocabulary
from samsprak.web.context import service
from samsprak.web.replies import conditional


def dump(vocabulary: Vocabulary, form: Format) -> Response:
    """Return a whole vocabulary as a download that is sent in pieces."""
    version = service().snapshot.version
    if request.if_none_match.contains_weak(f"{version}-{form.suffix}"):
        return conditional(version, form.suffix, form.media_type, bytes)
    path = _prepared(vocabulary, form)
    response = send_file(path, mimetype=form.media_type, etag=f"{version}-{form.suffix}", conditional=False)
    response.headers["Cache-Control"] = "no-cache"
    response.headers["Content-Type"] = f"{form.media_type}; charset=utf-8"
    return response


def _prepared(vocabulary: Vocabulary, form: Format) -> Path:
    """Return the file, writing it where no worker has yet; a half-written one is never seen under its name."""
    path = service().dumps / f"{vocabulary.id}.{form.suffix}"
    if not path.exists():
        handle, unfinished = tempfile.mkstemp(dir=path.parent)
        with os.fdopen(handle, "wb") as out:
            vocabulary.dump(form, out)
        Path(unfinished).replace(path)
    return path
