"""Atom feeds (RFC 4287): new, decided, changed and retired concepts, of one vocabulary or of all."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from io import StringIO
from xml.sax.saxutils import escape

from feedgenerator import Atom1Feed

from samsprak.errors import N_
from samsprak.language.messages import say
from samsprak.language.tags import best
from samsprak.publication.news import Chronicle, News
from samsprak.vocabulary.protocol import Vocabulary
from samsprak.vocabulary.records import Agent

MOST = 100
# Where nothing has a date: a feed must have one.
NEVER = datetime(1970, 1, 1, tzinfo=UTC)
# What is no character of XML (XML 1.0 §2.2).
NO_CHARACTER = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")


@dataclass(frozen=True, slots=True)
class Feed:
    """Where a feed is and what it leads to: its own absolute address, its page, and the page of each news.

    `name` is what the service is called: the title where the feed is of several vocabularies, and the author where no
    vocabulary says who publishes it.
    """

    address: str
    home: str
    page: Callable[[News], str]
    name: str


class _Atom(Atom1Feed):  # type: ignore[misc]
    """The library's feed, with the date of the latest news where it would take that of the clock."""

    def latest_post_date(self) -> datetime:
        """Return the date of the latest news."""
        return max((item["updateddate"] for item in self.items), default=NEVER)


def atom(chronicle: Chronicle, lang: str, feed: Feed, most: int = MOST) -> bytes:
    """Return the latest news of some vocabularies as an Atom feed in a language."""
    vocabularies = chronicle.vocabularies
    author = _author(vocabularies, feed)
    made = _Atom(
        title=_clean(_title(vocabularies, lang, feed)),
        link=feed.home,
        description=say(N_("New, decided, changed and retired concepts"), lang),
        language=lang,
        feed_url=feed.address,
        feed_guid=feed.address,
        author_name=_clean(author.name or author.iri),
        author_link=author.iri or None,
    )
    for each in chronicle.latest(most):
        moment = datetime.fromisoformat(each.moment)
        made.add_item(
            title=_clean(each.title(lang)),
            link=feed.page(each),
            # The library says that it is HTML.
            description=escape(_clean(each.words(lang))),
            unique_id=each.id,
            pubdate=moment,
            updateddate=moment,
            categories=(each.event.happening.value,),
        )
    out = StringIO()
    made.write(out, "utf-8")
    return out.getvalue().encode()


def _title(vocabularies: Sequence[Vocabulary], lang: str, feed: Feed) -> str:
    title = best(vocabularies[0].titles, (lang,)) if len(vocabularies) == 1 else None
    return say(N_("{name}: what is new"), lang, name=title.text if title else feed.name)


def _author(vocabularies: Sequence[Vocabulary], feed: Feed) -> Agent:
    """Return who publishes the vocabularies, where one body does; else the service."""
    found = {agent for vocabulary in vocabularies for scheme in vocabulary.schemes for agent in scheme.publishers}
    return found.pop() if len(found) == 1 else Agent(feed.name)


def _clean(words: str) -> str:
    return NO_CHARACTER.sub("\ufffd", words)
