"""Files brought to canonical form: read, written anew, proved to say the same, and only then replaced.

Several files and folders are one vocabulary, since the form of a file depends on the terms in the others. Where they
lie within a larger vocabulary (a folder with `scheme.ttl`), that is read as well and left alone.
"""

from __future__ import annotations

import os
import shutil
import tempfile
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

import pyoxigraph as ox

from samsprak.errors import N_, Problem, UnreadableInput
from samsprak.language.slugs import slug
from samsprak.vocabulary.bookkeeping import Settled, settle
from samsprak.vocabulary.canonical import write
from samsprak.vocabulary.comments import Comments, place
from samsprak.vocabulary.encoding import decode
from samsprak.vocabulary.faults import Fault, explain_syntax
from samsprak.vocabulary.formats import TURTLE
from samsprak.vocabulary.nodes import Nodes
from samsprak.vocabulary.reader import PARSERS, content_of, files, format_of
from samsprak.vocabulary.survey import CONCEPT, SCHEME, Survey, survey
from samsprak.vocabulary.term_comments import TermComments
from samsprak.vocabulary.turtle_syntax import comments_of
from samsprak.vocabulary.turtle_terms import TYPE, Statement, statements_of

SCHEME_FILE = "scheme.ttl"
UNSAFE = N_("the file is left as it is: written anew it would not say the same (a fault of this program)")


@dataclass(frozen=True, slots=True)
class Source:
    """One file as it is: its bytes, its text as UTF-8, what it says without repeats, and its prefixes."""

    path: Path
    content: bytes
    text: bytes
    is_turtle: bool
    statements: tuple[Statement, ...]
    prefixes: dict[str, str]


@dataclass(frozen=True, slots=True)
class Formatted:
    """One file and what becomes of it; `hints` are for people, and no errors."""

    path: Path
    before: bytes
    after: bytes
    hints: tuple[Problem, ...] = ()

    @property
    def changed(self) -> bool:
        """Tell whether the file is not in canonical form yet."""
        return self.before != self.after


def format_files(paths: Sequence[Path]) -> tuple[Formatted, ...]:
    """Return what becomes of each file, without writing any.

    Raises `UnreadableInput`, naming every file that cannot be read or safely written anew; then nothing is claimed
    about the others.
    """
    problems: list[Problem] = []
    sources = read_sources(paths, problems)
    if problems:
        raise UnreadableInput(tuple(problems))
    whole = sources | _around(sources)
    known = survey((whole[real].path, whole[real].statements) for real in sorted(whole))
    alone = len(sources) == 1
    formatted = []
    for source in sources.values():
        try:
            formatted.append(_format(source, known, alone=alone))
        except Fault as fault:
            problems.append(Problem(str(source.path), fault.line, fault.template, fault.values))
    if problems:
        raise UnreadableInput(tuple(problems))
    return tuple(formatted)


def replace(formatted: Formatted) -> None:
    """Put the new text in the file's place, whole or not at all. Raises `UnreadableInput` where that is not allowed."""
    target = formatted.path.resolve()
    try:
        descriptor, name = tempfile.mkstemp(dir=target.parent, prefix=".", suffix=".tmp")
        try:
            with os.fdopen(descriptor, "wb") as file:
                file.write(formatted.after)
                file.flush()
                os.fsync(file.fileno())
            shutil.copymode(target, name)
            Path(name).replace(target)
        except BaseException:
            Path(name).unlink(missing_ok=True)
            raise
    except OSError as error:
        template = N_("the file cannot be written: {reason}")
        values = (("reason", error.strerror or error),)
        raise UnreadableInput((Problem(str(formatted.path), None, template, values),)) from None


def read_sources(paths: Iterable[Path], problems: list[Problem]) -> dict[Path, Source]:
    """Read each file once, by where it really is."""
    found: dict[Path, Source] = {}
    for path, named in files(paths, problems):
        if path.resolve() in found:
            continue
        try:
            found[path.resolve()] = _source(path, named=named)
        except Fault as fault:
            problems.append(Problem(str(path), fault.line, fault.template, fault.values))
    return {real: found[real] for real in sorted(found)}


def _source(path: Path, *, named: bool) -> Source:
    content = content_of(path)
    form = format_of(path, named)
    text = decode(content, form)
    try:
        parser = ox.parse(text, PARSERS[form], rename_blank_nodes=form is not TURTLE)
        statements = tuple(dict.fromkeys(statements_of(parser)))
    except (SyntaxError, ValueError) as error:
        raise explain_syntax(error, text, form) from None
    return Source(
        path, content, text, form is TURTLE and not path.name.lower().endswith(".gz"), statements, parser.prefixes
    )


def _around(sources: dict[Path, Source]) -> dict[Path, Source]:
    """Return the rest of the vocabulary that the files lie in; what cannot be read there is passed over."""
    folders = {parent for real in sources for parent in real.parents if (parent / SCHEME_FILE).is_file()}
    return {real: source for real, source in read_sources(sorted(folders), []).items() if real not in sources}


def _format(source: Source, known: Survey, *, alone: bool) -> Formatted:
    if not source.is_turtle:
        left = Problem(str(source.path), None, N_("left as it is: only plain Turtle has a canonical form"))
        return Formatted(source.path, source.content, source.content, (left,))
    text = source.text.decode("utf-8")
    settled = settle(source.statements, source.path, known)
    nodes = Nodes(settled.statements)
    terms = TermComments(known.names, known.terms)
    comments = place(text, nodes, settled, terms)
    after = write(nodes, source.prefixes, comments, terms)
    if not _says_the_same(settled, after) or not _keeps_comments(text, after, comments):
        raise Fault(None, UNSAFE)
    hints = [*_hints(source, settled, nodes, comments), *([] if alone else _name_hint(source, known))]
    return Formatted(source.path, source.content, after.encode(), tuple(hints))


def _says_the_same(settled: Settled, text: str) -> bool:
    """Compare with what the new text says when it is read again, blank nodes by their place in the graph."""
    try:
        read_again = set(statements_of(ox.parse(text, ox.RdfFormat.TURTLE)))
    except SyntaxError:
        return False
    statements = set(settled.statements)
    if read_again == statements:
        return True
    return _canonical(statements) == _canonical(read_again)


def _canonical(statements: Iterable[Statement]) -> set[ox.Quad]:
    dataset = ox.Dataset(ox.Quad(*statement) for statement in statements)
    dataset.canonicalize(ox.CanonicalizationAlgorithm.RDFC_1_0)
    return set(dataset)


def _keeps_comments(before: str, after: str, comments: Comments) -> bool:
    wanted = Counter(each.text for each in comments_of(before))
    wanted.subtract(each.text for each in comments.terms)
    written = Counter(each.text for each in comments_of(after))
    return all(written[text] >= count for text, count in wanted.items())


def _hints(source: Source, settled: Settled, nodes: Nodes, comments: Comments) -> Iterable[Problem]:
    path = str(source.path)
    for comment in comments.misplaced:
        template = N_("this comment is not the term of what the line refers to, and is kept before the line: {comment}")
        yield Problem(path, comment.line, template, (("comment", comment.text),))
    for statement in settled.kept:
        template = N_("{relation} is kept: say {inverse} in the file of {concept}, and it can go")
        inverse = "skos:broader" if statement.predicate.value.endswith("narrower") else "skos:topConceptOf"
        relation = "skos:narrower" if statement.predicate.value.endswith("narrower") else "skos:hasTopConcept"
        values = (("relation", relation), ("inverse", inverse), ("concept", str(statement.object)))
        yield Problem(path, None, template, values)
    if nodes.blank_nodes:
        yield Problem(path, None, N_("there are blank nodes here, which are kept; give them addresses of their own"))


def _name_hint(source: Source, known: Survey) -> Iterable[Problem]:
    """Yield a hint where a file that holds one concept is not called by its term."""
    typed = [
        (statement.subject.value, statement.object.value)
        for statement in source.statements
        if statement.predicate.value == TYPE
        and isinstance(statement.subject, ox.NamedNode)
        and isinstance(statement.object, ox.NamedNode)
    ]
    concepts = [subject for subject, kind in typed if kind == CONCEPT]
    if len(concepts) != 1 or any(kind == SCHEME for _, kind in typed):
        return
    wanted = slug(known.names.get(concepts[0], ""))
    own_id = concepts[0].replace("#", "/").rpartition("/")[2]
    if wanted and source.path.stem not in {wanted, f"{wanted}-{own_id}"}:
        template = N_("the file is no longer called by its term; it would be {name}")
        yield Problem(str(source.path), None, template, (("name", wanted + source.path.suffix),))
