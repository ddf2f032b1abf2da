"""What a query gave as a page shows it: rows in a table, what is known here by its name; a graph as text."""

from __future__ import annotations

from dataclasses import dataclass

from samsprak.errors import UnknownResource
from samsprak.sparql.evaluator import Answer
from samsprak.sparql.formats import TSV
from samsprak.sparql.question import Form, Question
from samsprak.sparql.results import Value, ValueKind, table
from samsprak.vocabulary.formats import TURTLE, Format
from samsprak.web.context import service
from samsprak.web.presentation import Link, Reader

MAX_ROWS = 500
MAX_CHARACTERS = 100_000


@dataclass(frozen=True, slots=True)
class Download:
    """The same answer in another format."""

    form: Format
    address: str


@dataclass(frozen=True, slots=True)
class Shown:
    """An answer on a page: a table of `columns` and `rows`, a `text`, or yes or no; `left_out` tells of more."""

    seconds: float
    downloads: tuple[Download, ...]
    columns: tuple[str, ...] = ()
    rows: tuple[tuple[Link, ...], ...] = ()
    total: int = 0
    text: str = ""
    verdict: bool | None = None
    left_out: bool = False


def page_format(question: Question) -> Format:
    """Return the format that a page reads."""
    return TURTLE if question.form.gives_graph else TSV


def shown(answer: Answer, question: Question, lang: str, downloads: tuple[Download, ...]) -> Shown:
    """Return an answer in the format that a page reads as the page shows it."""
    with answer.file as file:
        if question.form is Form.ASK:
            return Shown(answer.seconds, downloads, verdict=file.read().strip() == b"true")
        if question.form.gives_graph:
            text = file.read(MAX_CHARACTERS).decode(errors="ignore")
            return Shown(answer.seconds, downloads, text=text, left_out=answer.size > MAX_CHARACTERS)
        found = table(file, MAX_ROWS)
    rows = tuple(tuple(_cell(value, lang) for value in row) for row in found.rows)
    return Shown(answer.seconds, downloads, found.columns, rows, found.total, left_out=found.total > len(rows))


def _cell(value: Value, lang: str) -> Link:
    """Return a value: what is known here by its name, with a link to its page; a text in its language."""
    if value.kind is not ValueKind.IRI:
        return Link(value.text, value.lang, "")
    here = service()
    try:
        vocabulary, _ = here.snapshot.find(value.text)
    except UnknownResource:
        return Link(value.text, "", value.text if value.text.startswith(("http://", "https://")) else "")
    return Reader(vocabulary, here.addresses, lang).link(value.text)
