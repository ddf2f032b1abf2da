"""Character encoding of what is read: UTF-8, with or without a byte order mark, or what RDF/XML declares."""

from __future__ import annotations

import codecs
import re

from samsprak.errors import N_
from samsprak.vocabulary.faults import Fault
from samsprak.vocabulary.formats import RDF_XML, Format

DECLARATION = re.compile(rb"""^\s*<\?xml[^>]*?encoding\s*=\s*["']([A-Za-z0-9._-]+)["'][^>]*\?>""")


def decode(content: bytes, form: Format) -> bytes:
    """Return `content` as UTF-8 without a byte order mark, or raise the fault that an editor can mend."""
    if content.startswith(codecs.BOM_UTF8):
        content = content.removeprefix(codecs.BOM_UTF8)
    if form is RDF_XML:
        content = _as_declared(content)
    elif content.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        raise Fault(1, N_("the file is saved as UTF-16; save it again as UTF-8"))
    try:
        content.decode("utf-8")
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        raise Fault(
            line,
            N_("the file is not UTF-8 (the byte {byte} stands here, as in Latin-1); save it again as UTF-8"),
            byte=f"0x{content[error.start]:02X}",
        ) from None
    return content


def _as_declared(content: bytes) -> bytes:
    """Recode XML that declares another encoding than UTF-8 (XML 1.0 §4.3.3)."""
    if content.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        recoded = content.decode("utf-16", errors="replace")
        return re.sub(r"^(\s*<\?xml[^>]*?)\s+encoding\s*=\s*[\"'][^\"']*[\"']", r"\1", recoded).encode()
    declared = DECLARATION.match(content)
    if declared is None or declared[1].lower() in {b"utf-8", b"utf8"}:
        return content
    name = declared[1].decode("ascii")
    try:
        text = content.decode(name)
        return text.replace(declared[0].decode("ascii"), '<?xml version="1.0"?>', 1).encode()
    except LookupError:
        raise Fault(1, N_("the file declares the encoding {name}, which is unknown; use UTF-8"), name=name) from None
    except UnicodeError as error:
        before = content[: error.start] if isinstance(error, UnicodeDecodeError) else b""
        raise Fault(
            before.count(b"\n") + 1,
            N_("the file declares the encoding {name}, but is not in it"),
            name=name,
        ) from None
