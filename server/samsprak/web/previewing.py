"""Preview: what differs from an earlier state, marked on every page, for whoever reviews a proposal.

The finished page is marked, not its parts: a link to what is new is recognised by where it leads, so that no list,
path, table or search result need know of it. It costs time only where a service is started with a base.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from html import unescape
from pathlib import Path

from samsprak.editing.comparison import compare
from samsprak.editing.differences import Comparison, Difference, Happening
from samsprak.editing.reports.entries import Writer
from samsprak.errors import N_
from samsprak.language.messages import say
from samsprak.settings import UI_LANGUAGES
from samsprak.snapshot import Snapshot
from samsprak.vocabulary.states import State, state_of_files, state_of_revision
from samsprak.web.addresses import Addresses
from samsprak.web.markup import escaped
from samsprak.web.names import name_of
from samsprak.web.reporting import as_told

LINK = re.compile(r'<a href="([^"]+)"[^>]*>.*?</a>', re.DOTALL)
# Nothing can be written beside a link within a drawing.
DRAWING = re.compile(r"(<svg\b.*?</svg>)", re.DOTALL)
MAIN = '<main id="content" tabindex="-1">'
NEW, CHANGED, GONE = N_("new"), N_("changed"), N_("no longer used")
WORDS = dict.fromkeys(Happening, CHANGED) | {
    Happening.ADDED: NEW,
    Happening.RETIRED: GONE,
    Happening.MERGED: GONE,
    Happening.SPLIT: GONE,
}


@dataclass(frozen=True, slots=True)
class Preview:
    """What differs, by vocabulary, and by the address of its page in each language.

    `homes` are the addresses of the vocabularies' pages of differences, by language.
    """

    comparisons: Mapping[str, Comparison]
    pages: Mapping[str, tuple[Comparison, Difference]]
    homes: Mapping[str, tuple[str, ...]]

    def marked(self, html: str, here: str, lang: str) -> str:
        """Return a page with what is new and changed marked, and told where it is the page's own subject."""
        parts = DRAWING.split(html)
        parts[::2] = (LINK.sub(lambda found: self._marked(found, lang), part) for part in parts[::2])
        return "".join(parts).replace(MAIN, MAIN + "\n" + self._notice(here, lang), 1)

    def _marked(self, link: re.Match[str], lang: str) -> str:
        found = self.pages.get(unescape(link[1]).partition("#")[0])
        # The same page in another language is no other thing.
        if not found or " hreflang=" in link[0]:
            return link[0]
        return f'{link[0]} <span class="difference">{escaped(say(WORDS[found[1].first], lang))}</span>'

    def _notice(self, here: str, lang: str) -> str:
        """Return what stands at the top of a page: what this is, and what has changed in what it shows."""
        told = "".join(self._compared(lang))
        own = self.pages.get(here)
        if own:
            comparison, difference = own
            what = say(N_("What is shown here is {how}."), lang, how=say(WORDS[difference.first], lang))
            entry = Writer(comparison, lang).entry(difference)
            told += f"<p><strong>{escaped(what)}</strong></p>\n{as_told(entry, lang)}"
        label = escaped(say(N_("Preview"), lang))
        return f'<aside class="differing" aria-label="{label}">\n{told}</aside>\n'

    def _compared(self, lang: str) -> Iterator[str]:
        for (_, comparison), home in zip(self.comparisons.items(), self.homes[lang], strict=True):
            text = say(N_("Preview, compared with {base}."), lang, base=comparison.base.title)
            all_of_it = say(N_("Differences: {n}."), lang, n=len(comparison.differences))
            yield f'<p>{escaped(text)} <a href="{escaped(home)}">{escaped(all_of_it)}</a></p>\n'


def preview_of(base: str, paths: Mapping[str, Path], snapshot: Snapshot, addresses: Addresses) -> Preview:
    """Compare each vocabulary with a revision in git, or with a file or folder of the name.

    Raises `UsageError` where git knows no such revision, and what reading raises.
    """
    comparisons = {name: compare(_state(base, path), state_of_files(path)) for name, path in paths.items()}
    pages = {
        address: (comparison, difference)
        for name, comparison in comparisons.items()
        for difference in comparison.differences
        for address in _pages(snapshot, name, difference, addresses)
    }
    homes = {
        lang: tuple(addresses.vocabulary_page("differences", name, lang) for name in comparisons)
        for lang in UI_LANGUAGES
    }
    return Preview(comparisons, pages, homes)


def _state(base: str, path: Path) -> State:
    return state_of_files(Path(base)) if Path(base).exists() else state_of_revision(path, base)


def _pages(snapshot: Snapshot, name: str, difference: Difference, addresses: Addresses) -> Iterator[str]:
    vocabulary = snapshot.vocabularies[name]
    if vocabulary.holds(difference.iri):
        record = vocabulary.resource(difference.iri)
        for lang in UI_LANGUAGES:
            yield addresses.resource_page(vocabulary, record, lang, name_of(vocabulary, record, lang))
