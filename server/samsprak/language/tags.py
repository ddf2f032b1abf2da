"""Language tags (BCP 47) and the choice among texts in several languages."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import Protocol, TypeVar

UNDETERMINED = "und"
SCRIPT_LENGTH = 4
REGION_LENGTH = 2


class InLanguage(Protocol):
    """Anything that carries a language tag; empty means untagged."""

    @property
    def lang(self) -> str:
        """The tag, or an empty string."""


T = TypeVar("T", bound=InLanguage)


@lru_cache(maxsize=1024)
def canonical_tag(tag: str) -> str:
    """Write a tag with the capitals of BCP 47 §2.1.1: `zh-hant-tw` becomes `zh-Hant-TW`.

    Tags compare without case; the parser lower-cases them, readers expect this form.
    """
    head, *rest = tag.replace("_", "-").split("-")
    parts = [head.lower()]
    for part in rest:
        after_singleton = any(len(earlier) == 1 for earlier in parts)
        if after_singleton:
            parts.append(part.lower())
        elif len(part) == SCRIPT_LENGTH and part.isalpha():
            parts.append(part.title())
        elif len(part) == REGION_LENGTH:
            parts.append(part.upper())
        else:
            parts.append(part.lower())
    return "-".join(parts)


@lru_cache(maxsize=1024)
def primary(tag: str) -> str:
    """Return the language itself: `sv` of `sv-FI`."""
    return tag.partition("-")[0].lower()


def matches(tag: str, wanted: str) -> bool:
    """Tell whether `tag` is `wanted` or a variety of it (RFC 4647, basic filtering)."""
    tag, wanted = tag.lower(), wanted.lower()
    return tag == wanted or tag.startswith(wanted + "-")


def in_language(items: Iterable[T], lang: str) -> tuple[T, ...]:
    """Keep what is in `lang` or a variety of it, in the order given."""
    return tuple(item for item in items if item.lang and matches(item.lang, lang))


def best(items: Sequence[T], preferences: Sequence[str]) -> T | None:
    """Choose the item whose language is wanted most.

    First the preferences in order, exactly and then by variety; then any tagged language (the first tag in
    alphabetical order, so that the choice is stable); untagged text last, since its language is not guessed.
    """
    if not items:
        return None
    for wanted in filter(None, preferences):
        for item in items:
            if item.lang == wanted:
                return item
        for item in items:
            if item.lang and primary(item.lang) == primary(wanted):
                return item
    return min(items, key=lambda item: (not item.lang, item.lang))
