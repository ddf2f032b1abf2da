"""Decisions: a body has decided on terms, on a day."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence

import pyoxigraph as ox

from samsprak.editing.amendment import Amendment
from samsprak.editing.folder import Folder
from samsprak.editing.properties import ACCEPTED, PUBLISHER, STATUS, date, encodable, status
from samsprak.editing.proposal import Proposal, proposal
from samsprak.editing.retirement import in_use
from samsprak.errors import N_, UsageError
from samsprak.vocabulary.namespaces import FOAF
from samsprak.vocabulary.records import Status
from samsprak.vocabulary.turtle_terms import Term

NAME = ox.NamedNode(FOAF + "name")
LONGEST_BODY = 200
CAPITALISED = re.compile(r"[^\W\d_][\w’'.-]*")
# What the name of a body has in it, where it looks like a person's: two or three words with capitals.
BODIES = re.compile(
    r"nämnd|förvaltning|grupp|råd|verk|myndighet|styrelse|kommun|region|stad|förbund|universitet|högskola|institut|samspråk"
    r"|styrning|organisation|förening|departement|centrum|board|committee|council|agency|group|university|institute"
    r"|ministry|authority|municipality|association|office|department|county|city",
    re.IGNORECASE,
)


def decide(folder: Folder, references: Sequence[str], *, by: str, on: dt.date, today: dt.date) -> Proposal:
    """Propose that terms are decided, by a body and on a day; raises `UsageError` where that cannot be."""
    body = _body(folder, by)
    if on > today:
        raise UsageError(N_("A decision cannot be dated in the future: {date}."), date=on.isoformat())
    amendment = Amendment(folder, today)
    for concept in [in_use(folder, reference) for reference in references]:
        said = ((STATUS, status(Status.DECIDED)), (PUBLISHER, body), (ACCEPTED, date(on)))
        changed = [amendment.put(concept.iri, predicate, value) for predicate, value in said]
        if any(changed):
            amendment.touch(concept.iri)
    return proposal(amendment)


def _body(folder: Folder, by: str) -> Term:
    """Return what a decision names: an agent that the vocabulary describes, else the name of the body."""
    name = " ".join(encodable(by).split())
    if re.match(r"https?://\S+$", name):
        try:
            return ox.NamedNode(name)
        except ValueError:
            raise UsageError(N_("{text} is no complete web address."), text=name) from None
    if not name.isprintable() or not 0 < len(name) <= LONGEST_BODY:
        raise UsageError(N_("The name of a body has 1 to {n} characters, all of them visible."), n=LONGEST_BODY)
    if _is_like_a_person(name):
        raise UsageError(
            N_(
                "“{name}” looks like a person. A body decides: write its whole name, such as Socialnämnden i "
                "Exempelby, or its web address."
            ),
            name=name,
        )
    for source in folder.sources.values():
        for each in source.statements:
            named = isinstance(each.object, ox.Literal) and each.object.value == name
            if each.predicate == NAME and named and isinstance(each.subject, ox.NamedNode):
                return each.subject
    return ox.Literal(name)


def _is_like_a_person(name: str) -> bool:
    words = name.split()
    capitals = all(CAPITALISED.fullmatch(word) and word[0].isupper() for word in words)
    return "@" in name or (len(words) in (2, 3) and capitals and not BODIES.search(name))
