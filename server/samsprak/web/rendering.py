"""From a template and what it shows to a reply: language, links to the same page elsewhere, entity tag."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from flask import Response, current_app, request

from samsprak.errors import N_
from samsprak.language.messages import language_name, say, translations
from samsprak.settings import UI_LANGUAGES
from samsprak.vocabulary.records import NoteKind
from samsprak.web.context import origin, service
from samsprak.web.packing import packed
from samsprak.web.replies import Alternate, conditional
from samsprak.web.templating import rendered

# The notes below the rest of a concept's record, in the order of a term record.
FURTHER_NOTES = (
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
    here = service()
    address = alike.address if alike else here.addresses.home
    return {
        "lang": lang,
        "_": translations(lang).gettext,
        "say": lambda template, **values: say(template, lang, **values),
        "addresses": here.addresses,
        "origin": origin(),
        "here": address(lang),
        "assets": here.assets,
        "vocabularies": here.snapshot.vocabularies,
        "other_languages": {each: address(each) for each in UI_LANGUAGES if each != lang},
        "data": alike.data if alike else (),
        "indexed": alike.indexed if alike else False,
        "language_name": lambda tag: language_name(tag, lang),
        "note_kinds": NoteKind,
        "further_notes": FURTHER_NOTES,
        "mapping_names": MAPPING_NAMES,
        "vocabulary": None,
        "query": "",
        "chosen": None,
    }


def page(template: str, lang: str, alike: Alike, **shown: object) -> Response:
    """Return a page; nothing is rendered where the client has it already."""
    return _reply(lang, alike, lambda: _rendered(template, lang, alike, shown))


def kept_page(template: str, lang: str, alike: Alike, **shown: object) -> Response:
    """Return a page that its address alone decides: drawn once, and kept for the next reader."""
    key, pages = f"{origin()}{request.path}", service().pages
    return _reply(
        lang, alike, lambda: pages.get(key, lambda: packed(_rendered(template, lang, alike, shown))), kept=True
    )


def _rendered(template: str, lang: str, alike: Alike, shown: dict[str, object]) -> str:
    html = rendered(current_app.jinja_env, f"{lang}/{template}", frame(lang, alike) | shown)
    preview = service().preview
    return preview.marked(html, alike.address(lang), lang) if preview else html


def _reply(lang: str, alike: Alike, render: Callable[[], str | bytes], *, kept: bool = False) -> Response:
    representation = f"{service().assets}-{lang}"
    return conditional(
        service().snapshot.version, representation, "text/html", render, links=alike.data, lang=lang, kept=kept
    )
