"""A file as the body of a reply: in pieces, packed where the client takes it so, from where it left off."""

from __future__ import annotations

from collections.abc import Iterator
from http import HTTPStatus
from pathlib import Path

from flask import request
from werkzeug.exceptions import RequestedRangeNotSatisfiable

from samsprak.publication.download import Download
from samsprak.web.packing import GZIP, takes_gzip
from samsprak.web.replies import Reply

# Bytes read at a time.
PIECE = 256 * 1024


def send(download: Download, media_type: str) -> Reply:
    """Return a prepared download, or 304, or a part of it, as the request says (RFC 9110 §13, §14).

    Raises `RequestedRangeNotSatisfiable`.
    """
    packed = download.packed_size > 0 and takes_gzip()
    etag = f"{download.digest}-{GZIP}" if packed else download.digest
    if request.if_none_match.contains_weak(etag):
        reply = Reply(status=HTTPStatus.NOT_MODIFIED)
        del reply.headers["Content-Type"]
    else:
        path, size = (download.packed, download.packed_size) if packed else (download.path, download.size)
        reply = _body(path, size, etag)
        reply.headers["Content-Type"] = media_type
        if packed:
            reply.headers["Content-Encoding"] = GZIP
    reply.set_etag(etag)
    reply.headers["Accept-Ranges"] = "bytes"
    reply.headers["Cache-Control"] = "no-cache"
    if download.packed_size:
        reply.headers["Vary"] = "Accept-Encoding"
    return reply


def _body(path: Path, size: int, etag: str) -> Reply:
    start, end = 0, size
    status = HTTPStatus.OK
    headers: dict[str, str] = {}
    if _wants_part(etag):
        asked = request.range.range_for_length(size) if request.range else None
        if asked is None:
            raise RequestedRangeNotSatisfiable(size)
        start, end = asked
        status, headers["Content-Range"] = HTTPStatus.PARTIAL_CONTENT, f"bytes {start}-{end - 1}/{size}"
    headers["Content-Length"] = str(end - start)
    return Reply(_pieces(path, start, end), status=status, headers=headers, direct_passthrough=True)


def _wants_part(etag: str) -> bool:
    """Tell whether one range is asked for, of this version of the file; several at once are answered with all of it."""
    asked = request.range
    if request.method != "GET" or asked is None or asked.units != "bytes" or len(asked.ranges) != 1:
        return False
    return "If-Range" not in request.headers or request.if_range.etag == etag


def _pieces(path: Path, start: int, end: int) -> Iterator[bytes]:
    with path.open("rb", buffering=0) as file:
        file.seek(start)
        while start < end and (piece := file.read(min(PIECE, end - start))):
            start += len(piece)
            yield piece
