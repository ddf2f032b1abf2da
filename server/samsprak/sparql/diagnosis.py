"""What is wrong with a query that the engine does not take, in words that help to mend it.

The engine tells the place that it came to, which is often beyond the mistake, and what it would have taken there by the
names of its grammar. The commonest mistakes are found in the tokens, exactly.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from samsprak.errors import N_
from samsprak.sparql.question import declared
from samsprak.sparql.refusals import Malformed
from samsprak.sparql.tokens import Kind, Token, place, tokens

PLACE = re.compile(r"error at (\d+):(\d+): expected (.*)", re.DOTALL)
KEYWORD = re.compile(r"\b[A-Z][A-Z_]+\b")
# Characters that it would have taken: then the place is exact.
SIGNS = re.compile(r"""["']""")
ANYTHING = "[_]"
CLOSING = {"{": "}", "(": ")", "[": "]"}
UNBOUND = "variable that is unbound"
# The words of the grammar (SPARQL 1.1 §19.8), functions included.
GRAMMAR = """
A ABS ADD ALL AS ASC ASK AVG BASE BIND BNODE BOUND BY CEIL COALESCE CONCAT CONSTRUCT CONTAINS COUNT DATATYPE DAY DESC
DESCRIBE DISTINCT ENCODE_FOR_URI EXISTS FALSE FILTER FLOOR FROM GRAPH GROUP GROUP_CONCAT HAVING HOURS IF IN IRI ISBLANK
ISIRI ISLITERAL ISNUMERIC ISURI LANG LANGMATCHES LCASE LIMIT MAX MD5 MIN MINUS MINUTES MONTH NAMED NOT NOW OFFSET
OPTIONAL ORDER PREFIX RAND REDUCED REGEX REPLACE ROUND SAMETERM SAMPLE SECONDS SELECT SEPARATOR SHA1 SHA256 SHA384
SHA512 SILENT STR STRAFTER STRBEFORE STRDT STRENDS STRLANG STRLEN STRSTARTS STRUUID SUBSTR SUM TIMEZONE TRUE TZ UCASE
UNDEF UNION URI UUID VALUES WHERE YEAR
"""
WORDS = frozenset(GRAMMAR.split())


def diagnose(text: str, said: str) -> Malformed:
    """Return the first mistake that can be named, else the place that the engine gives."""
    found = list(tokens(text))
    for mistakes in (_unclosed_texts, _unknown_prefixes, _unpaired_brackets, _unknown_words):
        for offset, reason, word in mistakes(found):
            return Malformed(*place(text, offset), reason, found=word)
    if UNBOUND in said:
        return Malformed(
            *place(text, 0),
            N_("SELECT names a variable that is grouped by nothing: add GROUP BY, or an aggregate such as COUNT."),
        )
    return _engines(text, found, said)


Mistakes = Iterator[tuple[int, str, str]]


def _unclosed_texts(found: Sequence[Token]) -> Mistakes:
    for token in found:
        if token.kind is Kind.SIGN and token.text in "\"'":
            yield token.start, N_("Line {line}, column {column}: the text that begins here has no end."), token.text


def _unknown_prefixes(found: Sequence[Token]) -> Mistakes:
    known = declared(found)
    for at, token in enumerate(found):
        if token.kind is Kind.NAME and token.prefix not in known and not (at and found[at - 1].says("PREFIX")):
            yield (
                token.start,
                N_("Line {line}, column {column}: the prefix “{found}:” is declared nowhere. Add PREFIX {found}: <…>."),
                token.prefix,
            )


def _unpaired_brackets(found: Sequence[Token]) -> Mistakes:
    opened: list[Token] = []
    for token in found:
        if token.kind is not Kind.SIGN:
            continue
        if token.text in CLOSING:
            opened.append(token)
        elif token.text in CLOSING.values():
            if not opened or CLOSING[opened[-1].text] != token.text:
                yield token.start, N_("Line {line}, column {column}: “{found}” closes nothing."), token.text
                return
            opened.pop()
    for token in opened[-1:]:
        yield token.start, N_("Line {line}, column {column}: “{found}” is never closed."), token.text


def _unknown_words(found: Sequence[Token]) -> Mistakes:
    for token in found:
        if token.kind is Kind.WORD and token.text.upper() not in WORDS:
            yield token.start, N_("Line {line}, column {column}: “{found}” is no word of SPARQL."), token.text[:40]


def _engines(text: str, found: Sequence[Token], said: str) -> Malformed:
    """Return the place of the token that the engine stopped at.

    It counts a keyword that it would have taken as read, so that the place is beyond by as much.
    """
    told = PLACE.match(said)
    if told is None or told[3].strip() == ANYTHING:
        return Malformed(
            *place(text, 0),
            N_("The query breaks a rule of SPARQL that has no place, such as a variable that is given two values."),
        )
    line, column, expected = int(told[1]), int(told[2]), told[3]
    offset = sum(len(each) + 1 for each in text.split("\n")[: line - 1]) + column - 1
    if not SIGNS.search(expected):
        offset -= min(map(len, KEYWORD.findall(expected)), default=0)
    token = next((each for each in found if each.start + len(each.text) > offset), None)
    if token is None:
        return Malformed(*place(text, len(text)), N_("Line {line}, column {column}: the query ends too early."))
    return Malformed(
        *place(text, token.start),
        N_("Line {line}, column {column}: something is missing before “{found}”, or it does not belong there."),
        found=token.text[:40],
    )
