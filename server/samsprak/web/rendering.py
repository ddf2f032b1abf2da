"""From a template and what it shows to a reply: language, links to the same page elsewhere, entity tag."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from flask import Response, render_template

from samsprak.errors import N_
from samsprak.language.messages import language_name, say, translations
from samsprak.settings import UI_LANGUAGES
from samsprak.vocabulary.records import NoteKind
from samsprak.web.context import service
from samsprak.web.replies import Alternate, conditional

# The notes that a concept's page shows under a heading of their own, in the order of a term record.
NOTE_HEADINGS = (
    (N_("When to use it"), NoteKind.SCOPE),
    (N_("Examples"), NoteKind.EXAMPLE),
    (N_("Note"), NoteKind.GENERAL),
    (N_("Earlier use"), NoteKind.HISTORY),
    (N_("Changes"), NoteKind.CHANGE),
    (N_("From the editors"), NoteKind.EDITORIAL),
)
MAPPING_NAMES = {
    "exactMatch": N_("the same as"),
    "closeMatch": N_("nearly the same as"),
    "broadMatch": N_("narrower than"),
    "narrowMatch": N_("broader than"),
    "relatedMatch": N_("related to"),
}


@dataclass(frozen=True, slots=True)
class Alike:
    """The same page in each language, the data that it shows, and whether search engines should list it."""

    address: Callable[[str], str]
    data: tuple[Alternate, ...] = ()
    indexed: bool = True


def frame(lang: str, alike: Alike | None = None) -> dict[str, object]:
    """Return what every page's frame needs."""
    here = alike.address if alike else service().addresses.home
    return {
        "lang": lang,
        "_": translations(lang).gettext,
        "say": lambda template, **values: say(template, lang, **values),
        "addresses": service().addresses,
        "assets": service().assets,
        "vocabularies": service().snapshot.vocabularies,
        "other_languages": {each: here(each) for each in UI_LANGUAGES if each != lang},
        "data": alike.data if alike else (),
        "indexed": alike.indexed if alike else False,
        "language_name": lambda tag: language_name(tag, lang),
        "note_kinds": NoteKind,
        "note_headings": NOTE_HEADINGS,
        "mapping_names": MAPPING_NAMES,
        "vocabulary": None,
        "query": "",
        "chosen": None,
    }


def page(template: str, lang: str, alike: Alike, **shown: object) -> Response:
    """Return a page; nothing is rendered where the client has it already."""
    response = conditional(
        service().snapshot.version,
        f"{service().assets}-{lang}",
        "text/html",
        lambda: render_template(f"{lang}/{template}", **(frame(lang, alike) | shown)),
        links=alike.data,
    )
    response.headers["Content-Language"] = lang
    return response
