"""The pages that people read, in Swedish and English by path, without JavaScript."""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import unquote

from flask import Blueprint, Response, redirect, request
from werkzeug.wrappers import Response as BaseResponse

from samsprak.errors import UnknownResource
from samsprak.settings import UI_LANGUAGES
from samsprak.vocabulary.protocol import Vocabulary
from samsprak.vocabulary.records import Collection, Concept, Resource, Scheme, Source, Status
from samsprak.web.addresses import page_name
from samsprak.web.context import reader_language, service
from samsprak.web.failures import Withdrawn
from samsprak.web.presentation import Reader
from samsprak.web.rendering import Alike, page
from samsprak.web.replies import alternates
from samsprak.web.structured import defined_term
from samsprak.web.tree import MAX_WHOLE, branch, whole_tree

blueprint = Blueprint("pages", __name__)

HITS_A_PAGE = 20
ENTRIES_A_PAGE = 500
LANGUAGE = f"any({','.join(UI_LANGUAGES)})"


@dataclass(frozen=True, slots=True)
class Paging:
    """Which part of a long list is shown; `number` counts from 1."""

    number: int
    size: int
    total: int

    @property
    def offset(self) -> int:
        """Where the part begins, from 0."""
        return (self.number - 1) * self.size

    @property
    def previous(self) -> int | None:
        """The number of the part before, or None."""
        return self.number - 1 if self.number > 1 else None

    @property
    def next(self) -> int | None:
        """The number of the part after, or None."""
        return self.number + 1 if self.offset + self.size < self.total else None


@blueprint.get("/")
def start() -> BaseResponse:
    """Lead to the front page in the reader's language."""
    response = redirect(service().addresses.home(reader_language()), 302)
    response.headers["Vary"] = "Accept-Language"
    return response


@blueprint.get(f"/<{LANGUAGE}:lang>/")
def home(lang: str) -> Response:
    """Show the search field and what there is to look in."""
    readers = [Reader(each, service().addresses, lang) for each in service().snapshot.vocabularies.values()]
    return page("home.html", lang, Alike(service().addresses.home), readers=readers)


@blueprint.get(f"/<{LANGUAGE}:lang>/<name>")
def named(lang: str, name: str) -> BaseResponse:
    """Show a page about the whole service, by its name in the language."""
    kind = page_name(name, lang)
    if kind == "search":
        return _results(lang)
    if kind == "about":
        return page("about.html", lang, Alike(lambda each: service().addresses.page("about", each)))
    vocabulary = service().snapshot.vocabulary(name)
    return redirect(service().addresses.vocabulary_home(vocabulary.id, lang), 308)


def _results(lang: str) -> Response:
    addresses = service().addresses
    query = "".join(char for char in request.args.get("q", "")[:1000] if char.isprintable())
    chosen = request.args.get("vocab", "") or None
    if chosen is not None:
        service().snapshot.vocabulary(chosen)
    number = _page_number()
    results = service().snapshot.index.search(
        query, lang, vocabulary=chosen, offset=(number - 1) * HITS_A_PAGE, limit=HITS_A_PAGE
    )
    hits = [(hit, Reader(service().snapshot.vocabulary(hit.vocabulary), addresses, lang)) for hit in results.hits]
    alike = Alike(lambda each: addresses.page("search", each, q=query, vocab=chosen), indexed=False)
    paging = Paging(number, HITS_A_PAGE, results.total)
    return page("results.html", lang, alike, query=query, chosen=chosen, results=results, hits=hits, paging=paging)


@blueprint.get(f"/<{LANGUAGE}:lang>/<vocabulary_id>/")
def vocabulary_home(lang: str, vocabulary_id: str) -> Response:
    """Show what a vocabulary is, its facets and its downloads."""
    addresses, vocabulary = service().addresses, service().snapshot.vocabulary(vocabulary_id)
    alike = Alike(
        lambda each: addresses.vocabulary_home(vocabulary.id, each),
        data=alternates(lambda form: addresses.whole(vocabulary.id, form)),
    )
    return page("vocabulary.html", lang, alike, vocabulary=vocabulary, reader=Reader(vocabulary, addresses, lang))


@blueprint.get(f"/<{LANGUAGE}:lang>/<vocabulary_id>/<path:rest>")
def below_vocabulary(lang: str, vocabulary_id: str, rest: str) -> BaseResponse:
    """Show a list of a vocabulary, or the page of one resource; an old name is led to the current one."""
    vocabulary = service().snapshot.vocabulary(vocabulary_id)
    kind = page_name(rest, lang)
    if kind == "alphabet":
        return _alphabet(lang, vocabulary)
    if kind == "hierarchy":
        return _hierarchy(lang, vocabulary)
    found = _named_resource(vocabulary, rest)
    reader = Reader(vocabulary, service().addresses, lang)
    address = reader.address(found)
    if service().addresses.base + request.path != unquote(address):
        return redirect(address, 302)
    if isinstance(found, Concept) and found.status is Status.WITHDRAWN:
        raise Withdrawn(vocabulary, found)
    return _resource(reader, found)


def _resource(reader: Reader, found: Resource) -> Response:
    addresses, vocabulary = service().addresses, reader.vocabulary
    alike = Alike(
        lambda each: Reader(vocabulary, addresses, each).address(found),
        data=alternates(lambda form: addresses.data(vocabulary, found, form)),
    )
    templates: dict[type[Resource], str] = {
        Concept: "concept.html",
        Collection: "collection.html",
        Scheme: "scheme.html",
        Source: "source.html",
    }
    return page(
        templates[type(found)],
        reader.lang,
        alike,
        vocabulary=vocabulary,
        reader=reader,
        it=found,
        structured=lambda: defined_term(reader, found) if isinstance(found, Concept) else "",
    )


def _alphabet(lang: str, vocabulary: Vocabulary) -> Response:
    addresses = service().addresses
    letters = vocabulary.alphabet(lang)
    letter = request.args.get("letter") or next(iter(letters), "")
    entries = letters.get(letter, ())
    paging = Paging(_page_number(), ENTRIES_A_PAGE, len(entries))
    shown = entries[paging.offset : paging.offset + paging.size]
    alike = Alike(lambda each: addresses.vocabulary_page("alphabet", vocabulary.id, each))
    reader = Reader(vocabulary, addresses, lang)
    return page(
        "alphabet.html",
        lang,
        alike,
        vocabulary=vocabulary,
        reader=reader,
        letters=letters,
        letter=letter,
        entries=shown,
        paging=paging,
    )


def _hierarchy(lang: str, vocabulary: Vocabulary) -> Response:
    addresses = service().addresses
    reader = Reader(vocabulary, addresses, lang)
    under = request.args.get("under", "")
    if under or len(vocabulary.concepts) > MAX_WHOLE:
        tree = branch(reader, vocabulary.by_id(under).iri if under else "")
    else:
        tree = whole_tree(reader)
    alike = Alike(lambda each: addresses.vocabulary_page("hierarchy", vocabulary.id, each, under=under))
    return page("hierarchy.html", lang, alike, vocabulary=vocabulary, reader=reader, tree=tree, under=under)


def _named_resource(vocabulary: Vocabulary, rest: str) -> Resource:
    """Return the resource whose id is `rest`, or `rest` without its last part, which is decoration."""
    try:
        return vocabulary.by_id(rest)
    except UnknownResource:
        name, slash, _ = rest.rpartition("/")
        if not slash:
            raise
        return vocabulary.by_id(name)


def _page_number() -> int:
    given = request.args.get("page", "1")
    return max(1, int(given)) if given.isascii() and given.isdigit() and len(given) < len("1000000") else 1
