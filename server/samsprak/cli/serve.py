"""`samsprak serve`."""

from __future__ import annotations

from typing import Any

import click

from samsprak.cli.remarks import in_words
from samsprak.cli.wording import Command
from samsprak.editing.forge import Forge
from samsprak.errors import N_
from samsprak.language.messages import say, terminal_language
from samsprak.settings import Settings, VocabularyInput
from samsprak.snapshot import Snapshot
from samsprak.web.server import run


@click.command(cls=Command)
@click.argument("vocabularies", nargs=-1, metavar="[VOCAB…]")
@click.option("--host", default="127.0.0.1", show_default=True, help="The address to listen on.")
@click.option("--port", default=8000, show_default=True, help="The port to listen on.")
@click.option("--workers", default=2, show_default=True, help="How many processes answer.")
@click.option("--base-path", default="", help="The path that a proxy serves this under, such as /begrepp.")
@click.option(
    "--rate",
    default=100,
    show_default=True,
    help="How many requests a second one client may make of the interfaces, of each worker; 0 sets no limit.",
)
@click.option(
    "--proxies",
    default=0,
    show_default=True,
    help="How many proxies in front are trusted to say who asks, in X-Forwarded-For.",
)
@click.option(
    "--public-address",
    default="",
    help="The scheme and host that the world reaches the service by, such as https://begrepp.example.",
)
@click.option(
    "--forge",
    default="",
    help="The repository that proposals are made to: https://github.com/org/repo, and #branch if not main.",
)
@click.option(
    "--contact",
    default="",
    metavar="MAIL",
    help="The e-mail address that proposals are sent to by those without an account there; shown on the form.",
)
@click.option(
    "--base",
    default="",
    metavar="REV",
    help="Preview: mark on every page what is new and changed since this git revision, folder or file.",
)
def serve(vocabularies: tuple[str, ...], **given: Any) -> None:
    """Serve vocabularies over HTTP.

    VOCAB is a file or folder of Turtle, RDF/XML, JSON-LD or N-Triples, plain or gzipped; ID=PATH gives it another
    id. Without any, the project's own vocabulary is served.

    Example: samsprak serve vocab/ uat=UAT.rdf.gz --port 8080
    """
    inputs = tuple(VocabularyInput.parse(each) for each in vocabularies)
    settings = Settings.of({"vocabularies": inputs, **given})
    if settings.forge:
        Forge.parse(settings.forge)
    run(settings, lambda snapshot: _announce(settings, snapshot))


def _announce(settings: Settings, snapshot: Snapshot) -> None:
    """Say what was loaded and where it is served."""
    lang = terminal_language()
    for vocabulary in snapshot.vocabularies.values():
        click.echo(
            say(
                N_("{id}: concepts {n}, languages {languages}"),
                lang,
                id=vocabulary.id,
                n=len(vocabulary.concepts),
                languages=", ".join(vocabulary.languages) or "–",
            )
        )
        for remark in vocabulary.remarks:
            click.echo(f"  {in_words(remark, lang)}")
    click.echo(
        say(
            N_("Loaded in {seconds:.1f} s. Serving at {address}"),
            lang,
            seconds=snapshot.seconds,
            address=f"{settings.listening}{settings.base_path}/",
        )
    )
