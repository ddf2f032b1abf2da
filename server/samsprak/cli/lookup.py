"""`samsprak lookup`."""

from __future__ import annotations

import json
import textwrap

import click

from samsprak.cli.wording import Command
from samsprak.errors import N_, UnknownTerm
from samsprak.language.messages import say, terminal_language
from samsprak.language.tags import best
from samsprak.search.closeness import Closeness
from samsprak.search.index import Hit
from samsprak.search.reasons import reason
from samsprak.search.snippets import snippet
from samsprak.settings import UI_LANGUAGES, Settings, VocabularyInput
from samsprak.snapshot import Snapshot, take
from samsprak.vocabulary.records import Label, Note, NoteKind
from samsprak.vocabulary.statuses import STATUS_NAMES

# Up to here it is the label as a whole that matched.
WHOLE = Closeness.APART


@click.command(cls=Command)
@click.argument("term", nargs=-1, required=True)
@click.option("--vocab", "vocabularies", multiple=True, metavar="VOCAB", help="Look in this file or folder instead.")
@click.option("--lang", type=click.Choice(UI_LANGUAGES), help="The language to answer in.")
@click.option(
    "--limit", type=click.IntRange(1), default=3, show_default=True, help="How many concepts to show at most."
)
@click.option("--json", "as_json", is_flag=True, help="Print JSON, for programs.")
def lookup(
    term: tuple[str, ...], vocabularies: tuple[str, ...], lang: str | None, limit: int, *, as_json: bool
) -> None:
    """Look a term up and print its definition.

    A term that is met whole, whatever its form, is shown alone; else the nearest come first. Exits with 1 where no
    concept is found.

    Example: samsprak lookup råd- och stödsamtal
    """
    language = lang or terminal_language()
    query = " ".join(term)
    snapshot = take(Settings(tuple(VocabularyInput.parse(each) for each in vocabularies)))
    results = snapshot.index.search(query, language, limit=limit)
    hits = [hit for hit in results.hits if hit.closeness <= WHOLE or results.hits[0].closeness > WHOLE]
    if as_json:
        answer = {"query": query, "total": results.total, "results": [_as_json(hit) for hit in hits]}
        click.echo(json.dumps(answer, ensure_ascii=False, indent=1))
    if not hits:
        raise UnknownTerm(query)
    if not as_json:
        click.echo("\n\n".join(_in_words(hit, snapshot, language) for hit in hits))


def _in_words(hit: Hit, snapshot: Snapshot, lang: str) -> str:
    vocabulary, concept = snapshot.vocabulary(hit.vocabulary), hit.concept
    wanted = (lang, vocabulary.default_language)
    name = best(concept.preferred, wanted) or Label(concept.id, "")
    lines = []
    why = reason(hit, name, term_records=vocabulary.term_records)
    if why:
        excerpt = "".join(piece.text for piece in snippet(hit.text.note.text, hit.text.marks)) if hit.text else ""
        told = say(why, lang, label=hit.label.text, name=name.text)
        lines.append(textwrap.fill(f"{told}: {excerpt}" if excerpt else told, 78))
    status = f"  [{say(STATUS_NAMES[concept.status], lang)}]" if concept.status else ""
    lines.append(click.style(name.text, bold=True) + status)
    definition: Note | None = best(concept.notes_of(NoteKind.DEFINITION), wanted)
    if definition:
        lines.append(textwrap.fill(definition.text, 78, initial_indent="  ", subsequent_indent="  "))
    for iri in concept.replaced_by:
        if vocabulary.holds(iri):
            successor = best(vocabulary.resource(iri).preferred, wanted) or Label(iri, "")
            lines.append("  " + say(N_("Use instead: {term}"), lang, term=successor.text))
    lines.append(f"  {concept.iri}")
    return "\n".join(lines)


def _as_json(hit: Hit) -> dict[str, object]:
    concept = hit.concept
    return {
        "uri": concept.iri,
        "vocab": hit.vocabulary,
        "prefLabel": {label.lang: label.text for label in concept.preferred},
        "altLabel": [{"value": label.text, "lang": label.lang} for label in concept.alternative],
        "definition": {note.lang: note.text for note in concept.notes_of(NoteKind.DEFINITION)},
        "status": concept.status.value if concept.status else None,
        "replacedBy": list(concept.replaced_by),
        "matched": {"value": hit.label.text, "lang": hit.label.lang, "kind": hit.kind.value},
        "how": hit.closeness.name.lower(),
    }
