"""Dates and lists as a reader's language writes them (Unicode CLDR)."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from functools import lru_cache

from babel.dates import format_date, format_skeleton
from babel.lists import format_list

# English is written here as in Britain: 21 November 2026; a, b and c.
LOCALES = {"en": "en_GB"}
DAY, MONTH = len("2026-11-21"), len("2026-11")


@lru_cache(maxsize=4096)
def written_date(iso: str, lang: str) -> str:
    """Return an ISO day or month in words, `21 november 2026`; a year, and what is no date, as it stands."""
    locale = LOCALES.get(lang, lang)
    try:
        if len(iso) == DAY:
            return format_date(date.fromisoformat(iso), "long", locale=locale)
        if len(iso) == MONTH:
            return format_skeleton("yMMMM", date.fromisoformat(f"{iso}-01"), locale=locale)
    except ValueError:
        return iso
    return iso


def written_list(texts: Sequence[str], lang: str) -> str:
    """Return texts as one: `a, b och c`."""
    return format_list(texts, locale=LOCALES.get(lang, lang))
