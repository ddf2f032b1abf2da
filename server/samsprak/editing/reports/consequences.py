"""Consequences in words."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from samsprak.editing.consequences import MOST
from samsprak.editing.differences import Consequence, Effect
from samsprak.editing.reports.pieces import Piece, visible
from samsprak.editing.reports.wording import EFFECTS
from samsprak.errors import N_
from samsprak.language.messages import say
from samsprak.language.writing import written_date

# No more names than this in one sentence.
SHOWN = 5
QUOTED = N_("“{text}”")
SLOT = re.compile(r"(\{about\})")


def sentence(each: Consequence, lang: str, name: Callable[[str], Piece]) -> Iterator[Piece]:
    """Yield a consequence as a sentence in which the things that it is about are pieces of their own."""
    n = each.n or len(each.about)
    one, several = EFFECTS[each.effect]
    texts = each.texts
    if each.effect is Effect.DECISION:
        texts = tuple(written_date(text, lang) for text in texts)
    told = say(
        one if n == 1 else several,
        lang,
        n=say(N_("{n} or more"), lang, n=MOST) if n >= MOST else n,
        about="{about}",
        texts=visible(", ".join(texts)).replace("{", "(").replace("}", ")"),
        quoted=visible(", ".join(say(QUOTED, lang, text=text) for text in texts)).replace("{", "(").replace("}", ")"),
    )
    for part in SLOT.split(told):
        if SLOT.fullmatch(part):
            yield from _names(each.about, lang, name)
        elif part:
            yield Piece(part)


def _names(iris: tuple[str, ...], lang: str, name: Callable[[str], Piece]) -> Iterator[Piece]:
    for place, iri in enumerate(iris[:SHOWN]):
        if place:
            yield Piece(", ")
        yield name(iri)
    if len(iris) > SHOWN:
        yield Piece(" " + say(N_("and {n} more"), lang, n=len(iris) - SHOWN))
