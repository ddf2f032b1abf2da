"""A comparison as one page of HTML that needs nothing beside itself: no script, no font, no other file."""

from __future__ import annotations

from pathlib import Path
from xml.etree.ElementTree import Element, SubElement, tostring

from samsprak.editing.reports.pieces import Entry, Line, Piece
from samsprak.editing.reports.sections import Account, Section
from samsprak.editing.rewordings import Mark
from samsprak.errors import N_
from samsprak.language.messages import say

STYLE = Path(__file__).with_name("page.css")
TAGS = {Mark.LOST: "del", Mark.GAINED: "ins"}
# What a listener is told, since few screen readers say where text is struck out.
SPOKEN = {
    Mark.LOST: (N_("removed:"), N_("end of what is removed")),
    Mark.GAINED: (N_("added:"), N_("end of what is added")),
}
POLICY = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"


def page(account: Account) -> str:
    """Return the page; what the vocabulary holds is text in it, whatever it looks like."""
    html = Element("html", lang=account.lang)
    head = SubElement(html, "head")
    SubElement(head, "meta", charset="utf-8")
    SubElement(head, "meta", name="viewport", content="width=device-width, initial-scale=1")
    SubElement(head, "meta", {"http-equiv": "Content-Security-Policy", "content": POLICY})
    _text(head, "title", account.title)
    _text(head, "style", "\n" + STYLE.read_text(encoding="utf-8"))
    main = SubElement(SubElement(html, "body"), "main")
    _text(main, "h1", account.title)
    _text(main, "p", account.compared).set("class", "lead")
    _text(main, "p", account.verdict).set("class", "verdict")
    _contents(main, account)
    for number, section in enumerate(account.sections, 1):
        _section(main, section, number, account.lang)
    return "<!DOCTYPE html>\n" + tostring(html, encoding="unicode", method="html") + "\n"


def _contents(main: Element, account: Account) -> None:
    if not account.sections:
        return
    nav = SubElement(main, "nav", {"aria-label": say(N_("Contents"), account.lang)})
    listed = SubElement(nav, "ul")
    for number, section in enumerate(account.sections, 1):
        item = SubElement(listed, "li")
        link = _text(item, "a", section.heading)
        link.set("href", f"#s{number}")
        link.tail = f" {len(section.entries)}"


def _section(main: Element, section: Section, number: int, lang: str) -> None:
    whole = SubElement(main, "section", {"aria-labelledby": f"s{number}"})
    _text(whole, "h2", f"{section.heading} ({len(section.entries)})").set("id", f"s{number}")
    for entry in section.entries:
        _entry(whole, entry, lang)


def _entry(whole: Element, entry: Entry, lang: str) -> None:
    article = SubElement(whole, "article")
    heading = SubElement(article, "h3")
    _piece(heading, entry.term, lang)
    if entry.tags:
        _text(heading, "span", f" ({', '.join(entry.tags)})").set("class", "quiet")
    _text(SubElement(article, "p", {"class": "iri"}), "code", entry.iri)
    if entry.lines:
        told = SubElement(article, "dl")
        for line in entry.lines:
            _text(told, "dt", line.heading)
            other = {"lang": line.lang} if line.lang not in {"", lang} else {}
            _line(SubElement(told, "dd", other), line, lang)
    if entry.consequences:
        listed = SubElement(article, "ul", {"class": "consequences"})
        for line in entry.consequences:
            item = SubElement(listed, "li")
            if line.alarming:
                item.set("class", "alarm")
                _text(item, "strong", say(N_("Look"), lang) + ": ")
            _line(item, line, lang)


def _line(parent: Element, line: Line, lang: str) -> None:
    for piece in line.pieces:
        _piece(parent, piece, lang)


def _piece(parent: Element, piece: Piece, lang: str) -> None:
    if piece.mark in TAGS:
        before, after = SPOKEN[piece.mark]
        parent = SubElement(parent, TAGS[piece.mark])
        _text(parent, "span", say(before, lang) + " ").set("class", "unseen")
    if piece.address:
        _text(parent, "a", piece.text).set("href", piece.address)
    else:
        _append(parent, piece.text)
    if piece.mark in TAGS:
        _text(parent, "span", f" ({say(after, lang)}) ").set("class", "unseen")


def _append(parent: Element, text: str) -> None:
    if len(parent):
        parent[-1].tail = (parent[-1].tail or "") + text
    else:
        parent.text = (parent.text or "") + text


def _text(parent: Element, tag: str, text: str) -> Element:
    made = SubElement(parent, tag)
    made.text = text
    return made
