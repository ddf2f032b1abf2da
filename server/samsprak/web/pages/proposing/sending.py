"""How a proposal is sent: as a page on a forge, as a patch, as a letter; the server itself sends nothing."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from urllib.parse import quote

from samsprak.editing.forge import Forge, Page
from samsprak.editing.mailing import ADDRESS, Letter, letter, sender
from samsprak.editing.proposal import Alteration, Proposal
from samsprak.editing.reference import concept_of
from samsprak.errors import N_, SamsprakError
from samsprak.language.messages import say
from samsprak.language.slugs import slug
from samsprak.web.pages.proposing.entered import Entered
from samsprak.web.pages.proposing.tasks import TASKS, Task
from samsprak.web.pages.proposing.workshop import Workshop
from samsprak.web.presentation import Reader

# A mail program breaks lines as letters do.
LINE, LINE_OF_MAIL = "\n", "\r\n"
LONGEST_SUBJECT, LONGEST_NAME = 120, 50


@dataclass(frozen=True, slots=True)
class File:
    """A file of the proposal by its path in the repository: its new text, and the page of the forge for it."""

    path: str
    text: str
    new: bool
    page: Page | None


@dataclass(frozen=True, slots=True)
class Sending:
    """All that is needed to send a proposal; a file that is only taken away stands in `gone`."""

    subject: str
    patch_name: str
    mail: str
    files: tuple[File, ...]
    gone: tuple[str, ...]
    host: str

    def mail_to(self, contact: str) -> str:
        """Return the address that opens the letter in a reader's own mail program (RFC 6068)."""
        heading, _, text = self.mail.partition("\n\n")
        about = heading.partition(": ")[2]
        return (
            f"mailto:{quote(contact, safe='@')}?subject={quote(about)}&body={quote(text.replace(LINE, LINE_OF_MAIL))}"
        )


def sending(proposal: Proposal, entered: Entered, workshop: Workshop, reader: Reader, forge: Forge | None) -> Sending:
    """Return how a proposal can be sent, in the reader's language."""
    place = workshop.place
    about = subject(entered, workshop, reader.lang)
    files = tuple(_file(each, place, forge) for each in proposal.alterations if each.after is not None)
    gone = tuple(_path(place, each.name) for each in proposal.alterations if each.after is None)
    name = patch_name(about)
    host = forge.address.partition("://")[2].partition("/")[0] if forge else ""
    return Sending(about, name, _mail(about, name, entered, reader), files, gone, host)


def patch(proposal: Proposal, entered: Entered, workshop: Workshop, lang: str) -> bytes:
    """Return the letter that `git am` takes."""
    role, address = sender(entered.one("role"), entered.one("mail"))
    about = subject(entered, workshop, lang)
    reason = entered.one("reason")
    now = dt.datetime.now(dt.UTC).replace(microsecond=0)
    return letter(proposal.alterations, Letter(about, reason, role, address, now, workshop.place))


def subject(entered: Entered, workshop: Workshop, lang: str) -> str:
    """Return what a proposal is about, in a few words."""
    terms = {"term": entered.one("term_sv") or _named(entered.one("about"), workshop)}
    if entered.task is Task.MERGE:
        terms["other"] = _named(entered.one("kept"), workshop)
    return " ".join(say(TASKS[entered.task].subject, lang, **terms).split())[:LONGEST_SUBJECT]


def patch_name(about: str) -> str:
    """Return the name of a patch's file, as git would call it."""
    return f"0001-{slug(about)[:LONGEST_NAME].strip('-') or 'proposal'}.patch"


def _named(text: str, workshop: Workshop) -> str:
    """Return what a concept is called that may be given by its id, a synonym or in capital letters."""
    try:
        return workshop.folder.name_of(concept_of(workshop.folder, text).iri)
    except SamsprakError:
        return text


def _file(each: Alteration, place: str, forge: Forge | None) -> File:
    path, text = _path(place, each.name), (each.after or b"").decode()
    new = each.before is None
    page = None
    if forge:
        page = forge.new_file(path, text) if new else forge.edit_file(path)
    return File(path, text, new, page)


def _path(place: str, name: str) -> str:
    return f"{place}/{name}" if place else name


def _mail(about: str, name: str, entered: Entered, reader: Reader) -> str:
    """Return a letter to those who keep the vocabulary, with the patch as an attachment."""
    role, address = sender(entered.one("role"), entered.one("mail"))
    title = reader.vocabulary_title.text
    lines = [
        say(N_("Subject: Proposal – {subject}"), reader.lang, subject=about),
        "",
        say(N_("Hello,"), reader.lang),
        "",
        say(N_("here is a proposal for “{title}”. {subject}."), reader.lang, title=title, subject=about),
        *(["", entered.one("reason")] if entered.one("reason") else []),
        "",
        # Of the files as they were when it was written, git knows how to lead it on to what they are by then.
        say(N_("The patch is attached. It is read in with: git am --3way {name}"), reader.lang, name=name),
        "",
        role if address == ADDRESS else f"{role}, {address}",
    ]
    return "\n".join(lines)
