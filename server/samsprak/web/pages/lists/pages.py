"""The lists of a vocabulary: from A to Z, as a tree, and by facet and collection."""

from __future__ import annotations

from flask import Response, request

from samsprak.vocabulary.protocol import Vocabulary
from samsprak.web.context import service
from samsprak.web.pages.collections.overview import Shelves, divisions, other_collections, shelves
from samsprak.web.pages.collections.report_table import tables
from samsprak.web.pages.lists.tree import grown
from samsprak.web.paging import Paging, page_number
from samsprak.web.presentation import Reader
from samsprak.web.rendering import Alike, kept_page, page

# Up to so many terms the whole index is one page; of a longer one, so many of a letter.
MAX_WHOLE_INDEX = 900
ENTRIES_A_PAGE = 500


def alphabet(lang: str, vocabulary: Vocabulary) -> Response:
    """Show the terms in alphabetical order: all of them where they are few, else those of one letter."""
    addresses = service().addresses
    letters = vocabulary.alphabet(lang)
    whole = sum(map(len, letters.values())) <= MAX_WHOLE_INDEX
    letter = request.args.get("letter", "")
    if not letter and not whole:
        letter = next(iter(letters))
    entries = letters.get(letter, ())
    paging = Paging(page_number(), ENTRIES_A_PAGE, len(entries))
    sections = {letter: entries[paging.offset : paging.offset + paging.size]} if letter else letters
    alike = Alike(
        lambda each: addresses.vocabulary_page("alphabet", vocabulary.id, each),
        indexed=paging.number == 1,
    )
    show = page if request.args else kept_page
    return show(
        "alphabet.html",
        lang,
        alike,
        vocabulary=vocabulary,
        reader=Reader(vocabulary, addresses, lang),
        letters=letters,
        letter=letter,
        whole=whole,
        sections=sections,
        paging=paging,
    )


def hierarchy(lang: str, vocabulary: Vocabulary) -> Response:
    """Show the tree, open at the concept that `open` names; `under` is its older name."""
    addresses = service().addresses
    reader = Reader(vocabulary, addresses, lang)
    opened = request.args.get("open", "") or request.args.get("under", "")
    iri = vocabulary.concept(vocabulary.by_id(opened).iri).iri if opened else ""
    alike = Alike(lambda each: addresses.vocabulary_page("hierarchy", vocabulary.id, each, open=opened))
    show = page if request.args else kept_page
    return show(
        "hierarchy.html",
        lang,
        alike,
        vocabulary=vocabulary,
        reader=reader,
        groups=lambda: grown(reader, service().snapshot.facets[vocabulary.id], iri),
        opened=opened,
    )


def facets(lang: str, vocabulary: Vocabulary) -> Response:
    """Show the facets with their questions, the tables, and every other collection."""
    addresses = service().addresses
    reader = Reader(vocabulary, addresses, lang)
    main = service().snapshot.facets[vocabulary.id]

    def others() -> list[Shelves]:
        in_tables = [iri for table in tables(reader) for iri in (table.iri, *(row.iri for row in table.rows))]
        return other_collections(reader, (*main, *in_tables))

    return kept_page(
        "facets.html",
        lang,
        Alike(lambda each: addresses.vocabulary_page("facets", vocabulary.id, each)),
        vocabulary=vocabulary,
        reader=reader,
        main=lambda: shelves(reader, main),
        tables=lambda: tables(reader),
        others=others,
        divisions=lambda: divisions(reader),
    )
