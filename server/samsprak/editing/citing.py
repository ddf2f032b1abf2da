"""Citing: the sources of a draft, and where in a source it stands."""

from __future__ import annotations

import pyoxigraph as ox

from samsprak.editing.addition import source_of
from samsprak.editing.amendment import Amendment
from samsprak.editing.new_source import cite
from samsprak.editing.properties import SCOPE, SOURCE, prose
from samsprak.editing.underway import Drafting
from samsprak.errors import N_, SamsprakError, UsageError
from samsprak.vocabulary.records import Label
from samsprak.vocabulary.turtle_terms import Statement

# So much of what is typed a message repeats.
SHOWN = 100


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
            template = N_("No source is called “{name}”. Choose one of the list, give a web address or a new source.")
            drafting.fault("source", UsageError(template, name=text[:SHOWN]))
            return
    for source, node in known.items():
        if source not in wanted:
            amendment.remove(Statement(ox.NamedNode(iri), SOURCE, node))
    for source in wanted:
        amendment.add(iri, SOURCE, ox.NamedNode(source))
    cited: Label | None = None
    try:
        cited = cite(amendment, iri, draft, wanted)
    except SamsprakError as error:
        drafting.fault("title", error)
    if cited:
        _place(amendment, iri, cited)


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
