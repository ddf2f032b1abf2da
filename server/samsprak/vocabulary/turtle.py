"""Whole vocabularies as Turtle for readers: a block a resource, in the order of canonical Turtle, terms beside IRIs.

Written from lines of N-Triples as text, one resource after the other: what is already written is forgotten, so that
memory does not grow with the vocabulary.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from functools import lru_cache
from typing import BinaryIO

from samsprak.language.tags import canonical_tag
from samsprak.vocabulary.canonical import INDENT, ORDER, PLACES
from samsprak.vocabulary.namespaces import RDF
from samsprak.vocabulary.ntriples import Literal, taken_apart, value_of
from samsprak.vocabulary.turtle_terms import LANGUAGES, LOCAL_NAME, NIL, SHORT_FORMS, TYPE, quoted

FIRST, REST = f"<{RDF}first>", f"<{RDF}rest>"
CELL = {FIRST, REST}
# Nodes stand inside each other so deeply; what lies deeper is written by itself.
DEEPEST = 16
REFERENCE = re.compile(rb" (_:[^ \n]+) \.$", re.MULTILINE)
IRI_FIRST, TEXT, PLAIN_TEXT, NODE = range(4)
# An object as N-Triples has it, by predicate, by subject.
Said = dict[str, dict[str, list[str]]]
# The term of an IRI; empty where it has none.
Names = Callable[[str], str]


def references(text: bytes) -> Counter[str]:
    """Count how often each blank node stands as an object in N-Triples."""
    return Counter(found.decode() for found in REFERENCE.findall(text))


def write(
    groups: Iterable[Iterable[str]], prefixes: Mapping[str, str], blank: Mapping[str, int], names: Names, out: BinaryIO
) -> None:
    """Write groups of lines, a subject each with the nodes that are part of it.

    `blank` says how often each blank node is referred to in all groups together: one that is referred to once stands
    where it is, within brackets.
    """
    declarations = "".join(f"@prefix {name}: <{prefixes[name]}> .\n" for name in sorted(prefixes))
    out.write(declarations.encode())
    writer = _Writer(prefixes, blank, names)
    out.writelines(writer.blocks(lines).encode() for lines in groups)


class _Writer:
    def __init__(self, prefixes: Mapping[str, str], blank: Mapping[str, int], names: Names) -> None:
        self._prefixes = {namespace: name for name, namespace in prefixes.items()}
        self._blank = blank
        self._names = names
        self._labels: dict[str, str] = {}
        self._said: Said = {}
        self._shown: set[str] = set()

    def blocks(self, lines: Iterable[str]) -> str:
        """Return a block for each subject that does not stand within another, an empty line before it."""
        self._said = _by_subject(lines)
        self._shown = set()
        # What stands within others comes last here, and so only where nothing here holds it.
        order = sorted(self._said, key=lambda node: node.startswith("_:") and 1 + (self._blank.get(node) == 1))
        return "".join([f"\n{self._block(node)}" for node in order if node not in self._shown])

    def _block(self, node: str) -> str:
        self._shown.add(node)
        subject = self._short(node) if node.startswith("<") else self._label(node) if self._blank.get(node) else "[]"
        text: list[str] = []
        start, beside = f"{subject} ", ""
        for predicate in _in_order(self._said[node]):
            values = self._said[node][predicate]
            start += f"{self._verb(predicate)} "
            for value in sorted(values, key=_sort_key) if len(values) > 1 else values:
                text.append(f"{start}{self._object(value, 2 * INDENT)}")
                # What ends a line is known when the next one begins.
                beside = self._beside(value)
                start = f" ,{beside}\n{' ' * 2 * INDENT}"
            start = f" ;{beside}\n{' ' * INDENT}"
        return f"{''.join(text)} .{beside}\n"

    def _beside(self, value: str) -> str:
        """Return the term of what is referred to, as a comment."""
        term = self._names(value[1:-1]) if value.startswith("<") else ""
        return f"  # {term}" if term and term.isprintable() else ""

    def _verb(self, predicate: str) -> str:
        return "a" if predicate[1:-1] == TYPE else self._short(predicate)

    def _short(self, node: str) -> str:
        """Return an IRI by its prefix, or as it is written."""
        end = max(node.rfind("/"), node.rfind("#")) + 1
        name = self._prefixes.get(node[1:end])
        if name is not None and LOCAL_NAME.fullmatch(node, end, len(node) - 1):
            return f"{name}:{node[end:-1]}"
        return node

    def _label(self, node: str) -> str:
        return self._labels.setdefault(node, f"_:b{len(self._labels) + 1}")

    def _object(self, value: str, indent: int) -> str:
        if value.startswith('"'):
            return self._literal(value)
        if value.startswith("_:"):
            return self._node(value, indent)
        return "()" if value[1:-1] == NIL else self._short(value) if value.startswith("<") else value

    def _literal(self, value: str) -> str:
        """Return a literal; N-Triples' own form will do but for line breaks, datatypes and the case of languages."""
        end = value.rindex('"') + 1
        text, suffix = value[:end], value[end:]
        if "\\n" in text:
            read = value_of(value)
            text = quoted(read.text) if isinstance(read, Literal) else text
        if suffix.startswith("@"):
            return text + _tag(suffix)
        if not suffix:
            return text
        form = SHORT_FORMS.get(suffix[3:-1])
        return text[1:-1] if form and form.fullmatch(text[1:-1]) else f"{text}^^{self._short(suffix[2:])}"

    def _node(self, node: str, indent: int) -> str:
        if self._blank.get(node) != 1 or node not in self._said or node in self._shown or indent > DEEPEST * 2 * INDENT:
            return self._label(node)
        cells = self._cells(node)
        if cells:
            self._shown.update(cells)
            return f"( {' '.join([self._object(self._said[cell][FIRST][0], indent) for cell in cells])} )"
        self._shown.add(node)
        margin, lines = " " * indent, []
        for predicate in _in_order(self._said[node]):
            values = sorted(self._said[node][predicate], key=_sort_key)
            between = f" ,\n{margin}{' ' * 2 * INDENT}"
            objects = between.join([self._object(value, indent + 2 * INDENT) for value in values])
            lines.append(f"{margin}{' ' * INDENT}{self._verb(predicate)} {objects}")
        return "[\n" + " ;\n".join(lines) + f"\n{margin}]"

    def _cells(self, head: str) -> list[str]:
        """Return the cells of a proper list, each named only once; else none."""
        cells: list[str] = []
        node = head
        while node.startswith("_:") and self._blank.get(node) == 1 and node not in self._shown and node not in cells:
            said = self._said.get(node, {})
            if said.keys() != CELL or any(len(values) > 1 for values in said.values()):
                return []
            cells.append(node)
            node = said[REST][0]
        return cells if node == f"<{NIL}>" else []


def _by_subject(lines: Iterable[str]) -> Said:
    said: Said = {}
    for line in lines:
        subject, predicate, value = taken_apart(line)
        said.setdefault(subject, {}).setdefault(predicate, []).append(value)
    return said


def _in_order(predicates: Iterable[str]) -> list[str]:
    return sorted(predicates, key=_place)


@lru_cache(maxsize=1024)
def _place(predicate: str) -> tuple[int, str]:
    return PLACES.get(predicate[1:-1], len(ORDER)), predicate


@lru_cache(maxsize=1024)
def _tag(suffix: str) -> str:
    """Return `@` and a language in its usual case, the direction of the text as it was."""
    lang, dashes, direction = suffix[1:].partition("--")
    return f"@{canonical_tag(lang)}{dashes}{direction}"


def _sort_key(value: str) -> tuple[int, int, str, str]:
    """Sort as canonical Turtle does: IRIs, texts by language, values without one, nodes as they came."""
    if value.startswith("_:"):
        return NODE, 0, "", ""
    if not value.startswith('"'):
        return IRI_FIRST, 0, "", value
    text, _, suffix = value.rpartition('"')
    if not suffix.startswith("@"):
        return PLAIN_TEXT, 0, suffix, text
    lang = suffix[1:]
    rank = LANGUAGES.index(lang) if lang in LANGUAGES else len(LANGUAGES)
    return TEXT, rank, lang, text
