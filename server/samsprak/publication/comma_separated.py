"""A vocabulary as CSV (RFC 4180): for spreadsheets that are not Excel, and for programs that want a table.

Commas, quotation marks where they are needed, CRLF, UTF-8. It begins with a byte order mark, since Excel takes what
has none for another encoding and shows å, ä and ö as other signs; whoever reads it in Python says `utf-8-sig`.
"""

from __future__ import annotations

import codecs
import csv
import io
from typing import BinaryIO

from samsprak.publication.columns import columns
from samsprak.publication.table import rows
from samsprak.vocabulary.protocol import Vocabulary

# What spreadsheets take for the beginning of a formula (OWASP, "CSV Injection").
DANGEROUS = ("=", "+", "-", "@", "\t", "\r", "\n", "\uff1d", "\uff0b", "\uff0d", "\uff20")


def write(vocabulary: Vocabulary, out: BinaryIO) -> None:
    """Write the concepts, a row each, below a row of headings."""
    shown = columns(vocabulary)
    out.write(codecs.BOM_UTF8)
    text = io.TextIOWrapper(out, encoding="utf-8", newline="", write_through=False)
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow([column.heading for column in shown])
    for row in rows(vocabulary, shown):
        writer.writerow([harmless(cell) for cell in row])
    # The stream belongs to the caller.
    text.detach()


def harmless(cell: str) -> str:
    """Return a cell that no spreadsheet runs as a formula: an apostrophe before what looks like one."""
    return f"'{cell}" if cell.startswith(DANGEROUS) else cell.replace("\0", "")
