"""Addresses as people and programs store them: other spellings of an IRI that mean the same."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from urllib.parse import parse_qs, unquote, urlsplit

from samsprak.tagging.verdicts import Slip
from samsprak.vocabulary.formats import FORMATS

# Longer than any IRI that somebody stores.
MAX_LENGTH = 2000
# What stands around an address that was copied out of a text.
AROUND = "<>‹›«»“”\"',\u00a0\u200b\ufeff"
SCHEME = re.compile(r"https?://", re.IGNORECASE)
SUFFIXES = tuple(f".{suffix}" for suffix in (*(form.suffix for form in FORMATS), "html", "svg", "json"))


def stored(text: str) -> str:
    """Return what is stored without what stands around it."""
    return text.strip().strip(AROUND).strip()[:MAX_LENGTH]


def loose(address: str) -> str:
    """Return a key that all spellings of an address share: scheme, capitals, percent-encoding, last slash apart."""
    text = SCHEME.sub("", _decoded(address), count=1)
    return text.casefold().rstrip("/#").removeprefix("www.")


def is_address(text: str) -> bool:
    """Tell whether a text looks like an address, not like a term or an id."""
    return bool(SCHEME.match(text)) or text.casefold().startswith(("urn:", "www.")) or "://" in text


def differences(given: str, iri: str) -> tuple[Slip, ...]:
    """Return how two spellings of an address differ."""
    found = []
    if _scheme(given) != _scheme(iri):
        found.append(Slip.SCHEME)
    if _bare(given) != given and _bare(iri) == iri:
        found.append(Slip.SLASH)
    if _decoded(given) != given and _decoded(iri) == iri:
        found.append(Slip.ENCODING)
    one, two = (SCHEME.sub("", _bare(_decoded(each))) for each in (given, iri))
    if one != two and one.casefold() == two.casefold():
        found.append(Slip.CAPITALS)
    return tuple(found) or (Slip.WRITING,)


def shorter(given: str) -> Iterator[tuple[str, tuple[Slip, ...]]]:
    """Yield an address without what follows it, and what that was: a query, a fragment, the suffix of a format."""
    plain = given
    slips: tuple[Slip, ...] = ()
    for mark in "?#":
        cut = plain.partition(mark)[0]
        if cut != plain:
            plain, slips = cut, (Slip.QUERY,)
            yield plain, slips
    for suffix in SUFFIXES:
        if plain.rstrip("/").casefold().endswith(suffix):
            yield plain.rstrip("/")[: -len(suffix)], (*slips, Slip.SUFFIX)


def asked_for(given: str) -> str:
    """Return the IRI in an address that asks a service for it, as `?uri=…` does; empty where there is none."""
    try:
        return parse_qs(urlsplit(given).query).get("uri", [""])[0]
    except ValueError:
        return ""


def segments(given: str) -> list[str]:
    """Return the parts of an address's path, decoded, the host first."""
    plain = re.split(r"[?]", SCHEME.sub("", given, count=1))[0]
    return [_decoded(part) for part in re.split(r"[/#]", plain) if part]


def _decoded(text: str) -> str:
    return unicodedata.normalize("NFC", unquote(text))


def _scheme(text: str) -> str:
    found = SCHEME.match(_decoded(text))
    return found[0].lower() if found else ""


def _bare(text: str) -> str:
    return text.rstrip("/#")
