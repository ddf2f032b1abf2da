"""Citing: the sources of a draft, and where in a source it stands."""

from __future__ import annotations

import re
from difflib import get_close_matches

import pyoxigraph as ox

from samsprak.editing.addition import source_of
from samsprak.editing.amendment import Amendment
from samsprak.editing.folder import Folder
from samsprak.editing.new_source import NO_ADDRESS, UnfitSource, cite, is_address
from samsprak.editing.properties import SCOPE, SOURCE, prose
from samsprak.editing.underway import Drafting
from samsprak.errors import N_, SamsprakError, UsageError
from samsprak.language.folding import without_case
from samsprak.vocabulary.records import Label
from samsprak.vocabulary.turtle_terms import Statement

# So much of what is typed a message repeats.
SHOWN = 100
# What is meant as a web address, whole or not.
ADDRESSED = re.compile(r"(?:https?:|www\.).*|\S+\.[a-z]{2,10}(?:/\S*)?", re.IGNORECASE)
NEAREST = 3


def cite_sources(drafting: Drafting) -> None:
    """Make the sources of a concept those of its draft."""
    amendment, iri = drafting.amendment, drafting.iri
    folder, draft = amendment.folder, drafting.draft
    known = {each.value: each for each in amendment.objects(iri, SOURCE) if isinstance(each, ox.NamedNode)}
    wanted: list[str] = []
    for text in draft.many("source"):
        try:
            wanted.append(known[text].value if text in known else _named(source_of(folder, text)))
        except SamsprakError:
            drafting.fault("source", _unknown(folder, text))
            return
    for source, node in known.items():
        if source not in wanted:
            amendment.remove(Statement(ox.NamedNode(iri), SOURCE, node))
    for source in wanted:
        amendment.add(iri, SOURCE, ox.NamedNode(source))
    cited: Label | None = None
    try:
        cited = cite(amendment, iri, draft, wanted)
    except UnfitSource as error:
        drafting.fault(error.part, error)
    except SamsprakError as error:
        drafting.fault("title", error)
    if cited:
        _place(amendment, iri, cited)


def _unknown(folder: Folder, text: str) -> UsageError:
    """Return what is said of a source that there is none of, with those that may be meant."""
    if ADDRESSED.fullmatch(text.strip()) and not is_address(text):
        return UsageError(NO_ADDRESS, text=text[:SHOWN])
    near = _near(folder, text[:SHOWN])
    if near:
        template = N_("No source is called “{name}”. Did you mean {list}? Or give a web address or a new source.")
        return UsageError(template, name=text[:SHOWN], list="; ".join(near))
    template = N_("No source is called “{name}”. Choose one of the list, give a web address or a new source.")
    return UsageError(template, name=text[:SHOWN])


def _near(folder: Folder, text: str) -> list[str]:
    """Return the titles of sources that hold a text or nearly are it, or that it published."""
    wanted = without_case(text)
    titles = {without_case(each.preferred[0].text): each for each in folder.vocabulary.sources if each.preferred}
    found = [
        title
        for title, each in titles.items()
        if wanted in title or wanted in {without_case(body.name) for body in each.publishers}
    ]
    named = [titles[title].preferred[0].text for title in found or get_close_matches(wanted, titles)]
    return named if len(named) <= NEAREST else [*named[:NEAREST], "…"]


def _place(amendment: Amendment, iri: str, cited: Label) -> None:
    """Say in the scope note where in a source it stands, once."""
    old = next((each for each in amendment.literals(iri, SCOPE) if each.language == cited.lang), None)
    if old is None:
        amendment.add(iri, SCOPE, prose(cited.text, cited.lang))
    elif cited.text not in old.value:
        node = ox.NamedNode(iri)
        new = prose(f"{old.value} {cited.text}", cited.lang)
        amendment.exchange(Statement(node, SCOPE, old), Statement(node, SCOPE, new))


def _named(value: object) -> str:
    return value.value if isinstance(value, ox.NamedNode) else ""
