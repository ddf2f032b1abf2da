"""`samsprak annotate`."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import click

from samsprak.cli.wording import Command
from samsprak.errors import N_, Problem, UnreadableInput
from samsprak.language.messages import say, terminal_language
from samsprak.language.tags import best
from samsprak.search.advice import Advice, advice, as_json
from samsprak.search.annotation import Annotation
from samsprak.settings import UI_LANGUAGES, Settings, VocabularyInput
from samsprak.snapshot import Snapshot, take
from samsprak.vocabulary.records import Label

DISCOURAGED = 1
STANDARD_INPUT = "-"


@dataclass(frozen=True, slots=True)
class Place:
    """An annotation in a file, with line and column counted from 1, and what to write instead."""

    file: str
    line: int
    column: int
    text: str
    annotation: Annotation
    term: str
    advice: Advice | None


@click.command(cls=Command)
@click.argument("files", nargs=-1, required=True, metavar="FILE…")
@click.option("--vocab", "vocabularies", multiple=True, metavar="VOCAB", help="Annotate with this file or folder.")
@click.option("--lang", type=click.Choice(UI_LANGUAGES), help="The language of the texts and of the answer.")
@click.option(
    "--check", is_flag=True, help="Tell discouraged and retired terms only, and exit with 1 if there are any."
)
@click.option("--json", "as_json", is_flag=True, help="Print JSON, for programs.")
def annotate(
    files: tuple[str, ...], vocabularies: tuple[str, ...], lang: str | None, *, check: bool, as_json: bool
) -> None:
    """Tell which concepts texts name, and what to write instead.

    FILE is a text in UTF-8; - reads standard input. Each place is told with file, line and column.

    Example: samsprak annotate --check report.txt
    """
    language = lang or terminal_language()
    texts = _read(files)
    snapshot = take(Settings(tuple(VocabularyInput.parse(each) for each in vocabularies)))
    places = [place for name, text in texts for place in _places(name, text, snapshot, language)]
    if check:
        places = [place for place in places if place.advice and place.advice.discouraged]
    if as_json:
        click.echo(json.dumps([_as_json(place) for place in places], ensure_ascii=False, indent=1))
    else:
        for place in places:
            click.echo(_in_words(place, language))
    if check and places:
        sys.exit(DISCOURAGED)


def _read(files: Sequence[str]) -> list[tuple[str, str]]:
    """Return the names and texts of all files; raises `UnreadableInput` with all that cannot be read."""
    texts, problems = [], []
    for name in files:
        try:
            content = sys.stdin.buffer.read() if name == STANDARD_INPUT else Path(name).read_bytes()
            texts.append((name, content.decode("utf-8-sig")))
        except FileNotFoundError:
            problems.append(Problem(name, None, N_("there is no such file")))
        except OSError as error:
            problems.append(Problem(name, None, N_("the file cannot be read: {reason}"), (("reason", error.strerror),)))
        except UnicodeDecodeError as error:
            line = content.count(b"\n", 0, error.start) + 1
            problems.append(Problem(name, line, N_("the file is not UTF-8; save it again as UTF-8")))
    if problems:
        raise UnreadableInput(tuple(problems))
    return texts


def _places(file: str, text: str, snapshot: Snapshot, lang: str) -> Iterator[Place]:
    line, line_start, read = 1, 0, 0
    for each in snapshot.index.annotator.annotate(text, lang):
        breaks = text.count("\n", read, each.start)
        if breaks:
            line += breaks
            line_start = text.rfind("\n", read, each.start) + 1
        read = each.start
        vocabulary = snapshot.vocabulary(each.row.vocabulary)
        name = best(each.row.concept.preferred, (lang, vocabulary.default_language)) or Label(each.row.concept.id, "")
        instead = advice(each, vocabulary, lang)
        yield Place(file, line, each.start - line_start + 1, text[each.start : each.end], each, name.text, instead)


def _in_words(place: Place, lang: str) -> str:
    where = f"{place.file}:{place.line}:{place.column}"
    instead = say(N_(" or "), lang).join(f"”{term}”" for term in place.advice.write) if place.advice else ""
    if place.advice is None:
        said = say(N_("“{text}” is {term}"), lang, text=place.text, term=place.term)
    elif place.advice.discouraged and not instead:
        said = say(N_("“{text}” is no longer used, and nothing replaces it"), lang, text=place.text)
    elif place.advice.discouraged:
        said = say(N_("“{text}” is discouraged: write {instead}"), lang, text=place.text, instead=instead)
    else:
        said = say(
            N_("“{text}” is a synonym: the recommended term is {instead}"), lang, text=place.text, instead=instead
        )
    return f"{where}: {said}  <{place.annotation.row.concept.iri}>"


def _as_json(place: Place) -> dict[str, object]:
    where: dict[str, object] = {"file": place.file, "line": place.line, "column": place.column}
    return where | as_json(place.annotation, place.text, place.term, place.advice)
