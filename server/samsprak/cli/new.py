"""`samsprak new`."""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

import click

from samsprak.cli.failures import explained_in, report
from samsprak.cli.misuse import reworded
from samsprak.cli.proposals import REFUSED, agrees, chosen, finish, options, tell, today
from samsprak.cli.wording import Command
from samsprak.editing.addition import Fields, add, add_text
from samsprak.editing.filling import to_fill_in
from samsprak.editing.folder import Folder, read_folder
from samsprak.editing.proposal import Proposal
from samsprak.editing.twins import SAME, Twin, twins
from samsprak.errors import N_, SamsprakError, UsageError
from samsprak.language.messages import say, terminal_language
from samsprak.vocabulary.records import Hierarchy, LabelKind

KINDS = {"kind": Hierarchy.GENERIC, "part": Hierarchy.PARTITIVE, "instance": Hierarchy.INSTANTIAL}
TOLD = {
    LabelKind.PREFERRED: N_("“{text}” is here already: the preferred term of {concept}."),
    LabelKind.ALTERNATIVE: N_("“{text}” is here already: a synonym of {concept}."),
    LabelKind.HIDDEN: N_("“{text}” is here already: a discouraged term of {concept}."),
}
NEARLY = N_("“{text}” of {concept} is nearly the same term. Is it the same concept?")
OUT_OF_USE = N_("“{text}” is a term of {concept}, which is out of use.")

NO_EDITOR = N_(
    "No editor can be opened ({reason}). Name one in EDITOR, or fill in the record with options and --no-edit. "
    "So far it is kept in {file}."
)


@click.command(cls=Command)
@click.argument("term")
@click.option("--broader", multiple=True, metavar="TERM", help="The concept above it: a term, id, address or file.")
@click.option(
    "--as", "kind", type=click.Choice(list(KINDS)), default="kind", show_default=True, help="What it is of the broader."
)
@click.option("--facet", "facets", multiple=True, metavar="NAME", help="Its facet; else that of the broader concept.")
@click.option("--definition", default="", metavar="TEXT", help="What it is: no article first, no full stop last.")
@click.option("--english", default="", metavar="TERM", help="The English term, where an established one exists.")
@click.option("--english-definition", default="", metavar="TEXT", help="The definition in English.")
@click.option("--synonym", "synonyms", multiple=True, metavar="TERM", help="Another term for the same concept.")
@click.option("--note", default="", metavar="TEXT", help="When it is used, and when its neighbour is.")
@click.option("--example", "examples", multiple=True, metavar="TEXT", help="A case just inside or just outside.")
@click.option("--related", multiple=True, metavar="TERM", help="A concept to compare with.")
@click.option("--source", "sources", multiple=True, metavar="SOURCE", help="A source record's name, or a web address.")
@click.option("--lang", default="sv", show_default=True, metavar="TAG", help="The language of term and texts.")
@click.option("--edit/--no-edit", default=None, help="Open the record in $EDITOR; the default on a terminal.")
@options
def new(
    term: str,
    english: str,
    definition: str,
    english_definition: str,
    note: str,
    kind: str,
    lang: str,
    path: Path | None,
    *,
    edit: bool | None,
    anyway: bool,
    dry_run: bool,
    **several: tuple[str, ...],
) -> None:
    """Add a concept: an id of its own, and a record to fill in.

    Says first what is here already under the term or one nearly the same. On a terminal the record is opened in your
    editor; what you leave empty is left out. Nothing is written before the whole vocabulary passes the check with the
    new record in it; else the exit code is 1.

    Example: samsprak new pappagrupp --broader föräldragrupp --definition "föräldragrupp för pappor" --english
    "fathers' group" --source stockholm-2012-serviceinsatser
    """
    language = terminal_language()
    with explained_in(language):
        folder = read_folder(chosen(path))
        _warn(folder, twins(folder, term, lang), language)
        fields = Fields(
            terms={lang: term} | ({"en": english} if english else {}),
            definitions={name: text for name, text in ((lang, definition), ("en", english_definition)) if text},
            lang=lang,
            scope_note=note,
            hierarchy=KINDS[kind],
            **several,
        )
        proposal = add(folder, fields, today=today())
        if sys.stdin.isatty() and sys.stdout.isatty() if edit is None else edit:
            proposal = _edited(folder, proposal, language, anyway=anyway)
        finish(proposal, language, dry_run=dry_run, anyway=anyway)


def _warn(folder: Folder, found: tuple[Twin, ...], lang: str) -> None:
    for twin in found:
        template = OUT_OF_USE if twin.retired else TOLD[twin.kind] if twin.likeness == SAME else NEARLY
        concept = f"{folder.name_of(twin.iri)} ({folder.vocabulary.resource(twin.iri).id})"
        click.echo(say(template, lang, text=twin.text, concept=concept), err=True)


def _edited(folder: Folder, proposal: Proposal, lang: str, *, anyway: bool) -> Proposal:
    """Open the record until it passes the check or the editor gives up; the words are kept then, and where is told."""
    record = next(each.after for each in proposal.alterations if each.before is None) or b""
    with tempfile.NamedTemporaryFile("w", encoding="utf-8", prefix="samsprak-", suffix=".ttl", delete=False) as file:
        file.write(to_fill_in(record.decode(), folder, lang))
    draft = Path(file.name)
    while True:
        try:
            click.edit(filename=str(draft))
        except click.ClickException as error:
            raise UsageError(NO_EDITOR, reason=reworded(error.message, lang), file=draft) from None
        try:
            filled = add_text(folder, draft.read_text("utf-8", "replace"), proposal.about, today=today())
        except SamsprakError as error:
            report(error, lang)
        else:
            if filled.clean or (anyway and filled.valid):
                draft.unlink()
                return filled
            tell(filled, lang)
        if not (sys.stdin.isatty() and agrees(N_("Open the record again?"), lang, default=True)):
            click.echo(say(N_("Nothing is written."), lang), err=True)
            click.echo(say(N_("What you wrote is kept in {file}."), lang, file=draft), err=True)
            sys.exit(REFUSED)
