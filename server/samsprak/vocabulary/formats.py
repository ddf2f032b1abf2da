"""The one table of formats of data: file suffix, `Accept`, `format=` and `Link` all read it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Format:
    """A serialisation: its name, the suffix of addresses and files, its media type, and what else is read as it.

    `aliases` are media types that clients ask for and mean this format; `file_suffixes` those of files that hold
    it, the ones in `named_only` are read when a file is named, not when a folder is searched.
    """

    name: str
    title: str
    suffix: str
    media_type: str
    aliases: tuple[str, ...] = ()
    file_suffixes: tuple[str, ...] = ()
    named_only: tuple[str, ...] = ()


JSON_LD = Format(
    "json-ld",
    "JSON-LD",
    "jsonld",
    "application/ld+json",
    aliases=("application/json",),
    file_suffixes=("jsonld",),
    named_only=("json",),
)
TURTLE = Format(
    "turtle",
    "Turtle",
    "ttl",
    "text/turtle",
    aliases=("application/x-turtle", "text/n3", "text/rdf+n3"),
    file_suffixes=("ttl", "turtle"),
)
RDF_XML = Format(
    "rdf-xml",
    "RDF/XML",
    "rdf",
    "application/rdf+xml",
    aliases=("application/xml", "text/xml"),
    file_suffixes=("rdf", "owl", "skos"),
    named_only=("xml",),
)
N_TRIPLES = Format(
    "n-triples",
    "N-Triples",
    "nt",
    "application/n-triples",
    aliases=("text/plain",),
    file_suffixes=("nt",),
)
FORMATS = (JSON_LD, TURTLE, RDF_XML, N_TRIPLES)
BY_SUFFIX = {form.suffix: form for form in FORMATS}
# Tables for people: of whole vocabularies only, so that they take no part where the data about one concept is chosen.
CSV = Format("csv", "CSV", "csv", "text/csv")
XLSX = Format("xlsx", "Excel", "xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet")
TABLES = (CSV, XLSX)
OF_WHOLE = (*FORMATS, *TABLES)
WHOLE_BY_SUFFIX = {form.suffix: form for form in OF_WHOLE}


def named(wanted: str, offered: Iterable[Format]) -> Format | None:
    """Return the format that `format=` means, by its suffix, name or media type; None where none is meant."""
    # A plus sign in a query is a space unless it is encoded, and media types have one.
    wanted = wanted.strip().lower().replace(" ", "+")
    for form in offered:
        if wanted in (form.suffix, form.name, form.media_type, *form.aliases):
            return form
    return None


def of_file(name: str, *, named: bool) -> Format | None:
    """Return the format of a file by its name, `.gz` set aside; None for a file that holds no RDF."""
    suffix = name.lower().removesuffix(".gz").rpartition(".")[2]
    for form in FORMATS:
        if suffix in form.file_suffixes or (named and suffix in form.named_only):
            return form
    return None
