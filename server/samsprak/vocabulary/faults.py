"""What is wrong with one file, said so that an editor can mend it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from xml.parsers import expat

from samsprak.errors import N_

if TYPE_CHECKING:
    from samsprak.vocabulary.formats import Format

CONFLICT = re.compile(rb"^(<{7} |={7}\r?$|>{7} )", re.MULTILINE)
UNDECLARED = re.compile(r"[Tt]he prefix (\S*):? has not been declared")
PLACE = re.compile(
    r"^Parser error .*?(?:column|columns|line) \d+(?: and \d+)?(?: and line \d+ column \d+)?: ", re.DOTALL
)
QUOTES = "“”„‟"
# Parsers' words that say little to an editor, and what to say instead.
RECOGNISED = (
    (
        "remote contexts",
        N_("the JSON-LD names a context on the web, which is never fetched; write the context into the file"),
    ),
    (
        "No scheme found",
        N_("an address here is not complete: write it whole, <https://…>, or give the file a @base"),
    ),
    (
        "Unexpected end",
        N_("the file ends in the middle of a statement: a full stop or a closing quotation mark is missing"),
    ),
)


class Fault(Exception):
    """One fault in the file at hand, at `line` (from 1) where a line is to blame."""

    def __init__(self, line: int | None, template: str, **values: object) -> None:
        super().__init__(template)
        self.line = line
        self.template = template
        self.values = tuple(values.items())


def explain_syntax(error: Exception, text: bytes, form: Format) -> Fault:
    """Turn a parser's error into a fault that says what an editor should look for.

    The commonest causes are recognised in the text itself, since the parser's own words do not help there:
    merge-conflict marks, another format under this suffix, typographic quotation marks, an undeclared prefix.
    """
    conflict = CONFLICT.search(text)
    if conflict:
        return Fault(
            _line_of(text, conflict.start()),
            N_("git left the marks of a merge conflict here; choose one of the two versions and remove the marks"),
        )
    other = _other_format(text)
    if other and other != form.title:
        return Fault(1, N_("this is {other}, but the file's suffix says {format}"), other=other, format=form.title)
    line = getattr(error, "lineno", None)
    reason = PLACE.sub("", error.msg if isinstance(error, SyntaxError) else str(error))
    if line is None and form.name == "rdf-xml":
        line, reason = _xml_fault(text, reason)
    for words, template in RECOGNISED:
        if words in reason:
            return Fault(line, template)
    undeclared = UNDECLARED.search(reason)
    if undeclared:
        return Fault(line, N_("the prefix {prefix} has no @prefix line at the head of the file"), prefix=undeclared[1])
    if line and any(quote in _text_of_line(text, line) for quote in QUOTES):
        return Fault(
            line,
            N_('cannot be read as {format}: {reason} (text stands within straight quotation marks, "…")'),
            format=form.title,
            reason=reason,
        )
    return Fault(line, N_("cannot be read as {format}: {reason}"), format=form.title, reason=reason)


def _line_of(text: bytes, offset: int) -> int:
    return text.count(b"\n", 0, offset) + 1


def _text_of_line(text: bytes, line: int) -> str:
    lines = text.splitlines()
    return lines[line - 1].decode("utf-8", "replace") if line <= len(lines) else ""


def _other_format(text: bytes) -> str | None:
    head = text[:2000].lstrip()
    if head[:1] == b"<" and re.match(rb"<(!doctype html|html)", head, re.IGNORECASE):
        return "HTML"
    if head.startswith(b"<?xml") or b"<rdf:RDF" in head:
        return "RDF/XML"
    if re.match(rb"""\{\s*["}]|\[\s*\{""", head):
        return "JSON-LD"
    return None


def _xml_fault(text: bytes, reason: str) -> tuple[int | None, str]:
    """Ask expat where XML breaks, since the RDF/XML parser does not say."""
    parser = expat.ParserCreate(namespace_separator=" ")
    try:
        parser.Parse(text, True)
    except expat.ExpatError as error:
        return error.lineno, expat.errors.messages[error.code]
    return None, reason
