"""Whole vocabularies: files that were prepared when the service started, sent from disk."""

from __future__ import annotations

from samsprak.vocabulary.formats import CSV, TABLES, Format
from samsprak.vocabulary.protocol import Vocabulary
from samsprak.web.context import service
from samsprak.web.data.sending import send
from samsprak.web.replies import Reply

# Formats of bytes have no charset; CSV says that its first row is one of headings (RFC 4180 §3).
BINARY = "application/vnd."


def dump(vocabulary: Vocabulary, form: Format) -> Reply:
    """Return a whole vocabulary as a download. Raises `DownloadNotReady` just after a service has started."""
    reply = send(service().downloads.get(vocabulary, form), _content_type(form))
    if form in TABLES:
        reply.headers["Content-Disposition"] = f'attachment; filename="{vocabulary.id}.{form.suffix}"'
    return reply


def _content_type(form: Format) -> str:
    if form.media_type.startswith(BINARY):
        return form.media_type
    return f"{form.media_type}; charset=utf-8{'; header=present' if form is CSV else ''}"
