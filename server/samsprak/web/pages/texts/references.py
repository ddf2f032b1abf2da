"""Sources as references, and concepts of other vocabularies as links: names where they are known, never a bare IRI."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from urllib.parse import urlsplit

from markupsafe import Markup

from samsprak.vocabulary import records
from samsprak.vocabulary.protocol import Vocabulary
from samsprak.vocabulary.records import Source
from samsprak.web.markup import anchor, escaped
from samsprak.web.presentation import Link, Reader, on_the_web


@dataclass(frozen=True, slots=True)
class Reference:
    """A source: its title, who published it and when, and where it is on the web, by the host's name."""

    title: Link
    details: str = ""
    pages: tuple[Link, ...] = ()


def references(reader: Reader, values: Iterable[str]) -> list[Reference]:
    """Return sources as references: records of them, web addresses, or plain texts."""
    return [_reference(reader, value) for value in values]


def _reference(reader: Reader, value: str) -> Reference:
    if not reader.vocabulary.holds(value):
        return Reference(on_the_web(value))
    record = reader.vocabulary.resource(value)
    title = reader.link(value)
    if not isinstance(record, Source):
        return Reference(title)
    publishers = ", ".join(agent.name for agent in record.publishers if agent.name)
    details = ", ".join(part for part in (publishers, record.issued) if part)
    return Reference(title, details, tuple(Link(host(page), "", page) for page in record.pages))


def as_references(found: Iterable[Reference], page_lang: str) -> Markup:
    """Return references as the items of a list."""
    return Markup("".join([_item(each, page_lang) for each in found]))  # noqa: S704 - every part is escaped


def _item(reference: Reference, page_lang: str) -> str:
    details = f". {escaped(reference.details)}" if reference.details else ""
    pages = [
        f'. <a class="outside" href="{escaped(page.address)}" rel="external">{escaped(page.text)}</a>'
        for page in reference.pages
    ]
    return f"<li><cite>{anchor(reference.title, page_lang)}</cite>{details}{''.join(pages)}</li>\n"


def host(address: str) -> str:
    """Return the name of a host as one says it: `stad.se` of `https://www.stad.se/a?b`."""
    return urlsplit(address).netloc.removeprefix("www.") or address


def matches(
    reader: Reader, mappings: Iterable[records.Mapping], vocabularies: Mapping[str, Vocabulary]
) -> list[tuple[str, list[Link]]]:
    """Return for each kind of match the concepts of other vocabularies, by name where one that is loaded has them."""
    found: dict[str, list[Link]] = {}
    for mapping in mappings:
        holder = next((each for each in vocabularies.values() if each.holds(mapping.target)), None)
        if holder is None:
            link = on_the_web(mapping.target)
        else:
            link = Reader(holder, reader.addresses, reader.lang).link(mapping.target)
        found.setdefault(mapping.kind.value, []).append(link)
    return list(found.items())
