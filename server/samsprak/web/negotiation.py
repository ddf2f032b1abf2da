"""Content negotiation: which of what is offered an `Accept` header wants most (RFC 9110 §12.5.1).

A table of our own, since werkzeug's `best_match` answers nothing where the header is missing, and does not match a
range with parameters such as `application/ld+json;profile=…` to the plain type.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from samsprak.settings import UI_LANGUAGES
from samsprak.vocabulary.formats import FORMATS, Format

HTML = Format("html", "HTML", "html", "text/html", aliases=("application/xhtml+xml",))
PROBLEM = Format("problem", "Problem Details", "json", "application/problem+json", aliases=("application/json",))
# What a resource's own address offers, in the service's order where a client wants several equally.
OFFERED: tuple[Format, ...] = (HTML, *FORMATS)
WORD = r"[!#$%&'*+.^_`|~0-9A-Za-z-]+"
RANGE = re.compile(rf"^\s*({WORD})/({WORD})\s*(;.*)?$", re.DOTALL)
QUALITY = re.compile(r";\s*q\s*=\s*([0-9]*\.?[0-9]*)\s*(?:;|$)", re.IGNORECASE)
MAX_HEADER = 4096


@dataclass(frozen=True, slots=True)
class MediaRange:
    """One range of an `Accept` header, parameters but `q` set aside."""

    type: str
    subtype: str
    quality: float

    def specificity(self, media_type: str) -> int:
        """Return how closely this range names a media type: 0 not at all, 3 exactly."""
        main, _, sub = media_type.partition("/")
        if (self.type, self.subtype) == (main, sub):
            return 3
        if self.subtype == "*":
            return 2 if self.type == main else int(self.type == "*")
        return 0


@lru_cache(maxsize=256)
def parse_accept(header: str) -> tuple[MediaRange, ...]:
    """Return the ranges of a header; what cannot be read is left out, and nothing left means anything goes."""
    ranges = []
    for part in _outside_quotes(header[:MAX_HEADER]):
        found = RANGE.match(part)
        if found:
            ranges.append(MediaRange(found[1].lower(), found[2].lower(), _quality(found[3] or "")))
    return tuple(ranges) or (MediaRange("*", "*", 1.0),)


@lru_cache(maxsize=256)
def choose(header: str, offered: Sequence[Format] = OFFERED) -> Format | None:
    """Return the format wanted most, the first offered among equals, or None where none is acceptable."""
    ranges = parse_accept(header)
    best: Format | None = None
    best_rank = (0.0, False)
    for form in offered:
        own = _wanted(ranges, form.media_type)
        other = max((_wanted(ranges, alias, exact=True) for alias in form.aliases), default=0.0)
        # A format under its own name comes before one that an alias stands for.
        rank = (own, True) if own >= other else (other, False)
        if rank[0] > 0 and rank > best_rank:
            best, best_rank = form, rank
    return best


def choose_language(header: str) -> str:
    """Return the interface language that an `Accept-Language` header wants most; Swedish where it names none."""
    best, best_quality = UI_LANGUAGES[0], 0.0
    for part in header[:MAX_HEADER].split(","):
        tag, _, parameters = part.partition(";")
        lang = tag.strip().lower().partition("-")[0]
        quality = _quality(f";{parameters}")
        if lang in UI_LANGUAGES and quality > best_quality:
            best, best_quality = lang, quality
    return best


def _wanted(ranges: Sequence[MediaRange], media_type: str, *, exact: bool = False) -> float:
    """Return the quality of the range that names the type most closely; `exact` leaves wildcards out."""
    matching = [(range_.specificity(media_type), range_.quality) for range_ in ranges]
    closest = max(matching, default=(0, 0.0))
    if closest[0] == 0 or (exact and closest[0] != MediaRange("a", "b", 1).specificity("a/b")):
        return 0.0
    return closest[1]


def _quality(parameters: str) -> float:
    found = QUALITY.search(parameters)
    try:
        return min(1.0, float(found[1])) if found else 1.0
    except ValueError:
        return 1.0


def _outside_quotes(header: str) -> list[str]:
    """Split at commas, but not within a quoted string."""
    return re.findall(r'(?:[^,"]|"(?:\\.|[^"\\])*"?)+', header)
