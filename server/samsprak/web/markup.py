"""The smallest parts of pages, written here since a page has hundreds of them and a macro costs ten times as much."""

from __future__ import annotations

import re
from collections.abc import Iterable

from markupsafe import Markup, escape

from samsprak.search.snippets import Piece
from samsprak.vocabulary.records import Note
from samsprak.web.presentation import Link

NOTHING = Markup()
RETIRED = ' class="retired"'
SPECIAL = re.compile("[&<>'\"]")
CODE = re.compile("`([^`]+)`")


def escaped(value: object) -> str:
    """Return a value as it stands in HTML; most texts hold nothing to escape."""
    if type(value) is str and not SPECIAL.search(value):
        return value
    return value if type(value) is Markup else escape(value)


def as_tag(lang: str, page_lang: str) -> Markup:
    """Return a `lang` attribute where a text is in another language than the page."""
    return Markup(f' lang="{escaped(lang)}"') if lang and lang != page_lang else NOTHING  # noqa: S704 - escaped here


def as_link(link: Link, page_lang: str) -> Markup:
    """Return a link, or its text where there is nothing to lead to."""
    return Markup(anchor(link, page_lang))  # noqa: S704 - every part is escaped


def anchor(link: Link, page_lang: str) -> str:
    """Return a link as a part of what is put together and marked as safe in one."""
    text, lang, address, retired = link
    tag = f' lang="{escaped(lang)}"' if lang and lang != page_lang else ""
    if not address:
        return f"<span{tag}>{escaped(text)}</span>"
    return f'<a href="{escaped(address)}"{tag}{RETIRED if retired else ""}>{escaped(text)}</a>'


def as_line(links: Iterable[Link], page_lang: str) -> Markup:
    """Return links on one line."""
    return Markup(" · ".join([anchor(link, page_lang) for link in links]))  # noqa: S704 - every part is escaped


def as_list(links: Iterable[Link], page_lang: str) -> Markup:
    """Return links in columns."""
    items = "".join([f"<li>{anchor(link, page_lang)}</li>\n" for link in links])
    return Markup(f'<ul class="columns">\n{items}</ul>')  # noqa: S704 - every part is escaped


def as_items(links: Iterable[Link], page_lang: str) -> Markup:
    """Return links one below the other; nothing where there are none."""
    items = "".join([f"<li>{anchor(link, page_lang)}</li>" for link in links])
    return Markup(f'<ul class="items">{items}</ul>') if items else NOTHING  # noqa: S704 - every part is escaped


def as_paragraphs(notes: Iterable[Note], page_lang: str) -> Markup:
    """Return notes, a paragraph each."""
    paragraphs = [f"<p{as_tag(note.lang, page_lang)}>{escaped(note.text)}</p>\n" for note in notes]
    return Markup("".join(paragraphs))  # noqa: S704 - every part is escaped


def as_pieces(pieces: Iterable[Piece]) -> Markup:
    """Return a text with the places that matched marked."""
    written = [f"<mark>{escaped(each.text)}</mark>" if each.marked else escaped(each.text) for each in pieces]
    return Markup("".join(written))  # noqa: S704 - every part is escaped


def as_code(text: str) -> Markup:
    """Return a text in which what stands between grave accents is code."""
    return Markup(CODE.sub(r"<code>\1</code>", escaped(text)))  # noqa: S704 - escaped before


FUNCTIONS = (escaped, as_code, as_pieces, as_tag, as_link, as_items, as_line, as_list, as_paragraphs)
