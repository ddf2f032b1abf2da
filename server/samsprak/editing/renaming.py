"""Renaming: another term for the same concept; the old one still leads to it."""

from __future__ import annotations

import datetime as dt
from pathlib import PurePosixPath

import pyoxigraph as ox

from samsprak.editing.amendment import Advice, Amendment
from samsprak.editing.chronicle import advise_of_mentions, reopen, tell
from samsprak.editing.folder import Folder
from samsprak.editing.properties import ALTERNATIVE, CONCEPT, HIDDEN, HISTORY, PREFERRED, TYPE, term
from samsprak.editing.proposal import Proposal, proposal
from samsprak.editing.reference import concept_of
from samsprak.errors import N_, UsageError
from samsprak.language.folding import without_case
from samsprak.language.messages import language_name
from samsprak.language.slugs import slug
from samsprak.language.tags import canonical_tag
from samsprak.vocabulary.records import Concept
from samsprak.vocabulary.survey import NAMING_LANGUAGES
from samsprak.vocabulary.turtle_terms import Statement


def rename(
    folder: Folder,
    reference: str,
    new: str,
    *,
    today: dt.date,
    lang: str = "sv",
    discouraged: bool = False,
    because: str = "",
) -> Proposal:
    """Propose another preferred term: the old one becomes a synonym, or a `discouraged` term; the address stays.

    Raises `UsageError` where the concept has no term in the language or is called that already.
    """
    concept = concept_of(folder, reference)
    wanted = term(new, lang)
    old = next((label for label in concept.preferred if canonical_tag(label.lang) == canonical_tag(lang)), None)
    if old is None:
        raise UsageError(N_("“{term}” has no preferred term in {lang}."), term=folder.name_of(concept.iri), lang=lang)
    if old.text == wanted.value:
        raise UsageError(N_("The concept is already called “{term}”."), term=old.text)
    amendment = Amendment(folder, today)
    node = ox.NamedNode(concept.iri)
    before = term(old.text, lang)
    _forget(amendment, concept.iri, wanted)
    amendment.exchange(_stated(amendment, concept.iri, before), Statement(node, PREFERRED, wanted))
    # Two terms that differ in capitals only are one to a search.
    if without_case(old.text) != without_case(wanted.value):
        amendment.add(concept.iri, HIDDEN if discouraged else ALTERNATIVE, before)
    _tell(amendment, concept.iri, old.text, wanted, because)
    reopen(amendment, concept)
    amendment.touch(concept.iri)
    if canonical_tag(lang) == NAMING_LANGUAGES[0]:
        rename_file(amendment, concept, old.text, wanted.value)
    advise_of_mentions(amendment, old.text, concept.iri)
    if discouraged:
        advice = N_("A discouraged term needs a source that advises against it: name it in the record.")
        amendment.advice.append(Advice(advice))
    return proposal(amendment, concept.iri)


def _tell(amendment: Amendment, iri: str, old: str, new: ox.Literal, because: str) -> None:
    """Write down what the term was until today, and in which language where that is not the notes' own."""
    own, lang = amendment.folder.language, new.language or ""
    same = canonical_tag(lang) == own
    plain = N_("Until {day} the preferred term was “{old}”; since then it is “{new}”.")
    named = N_("Until {day} the preferred term in {language} was “{old}”; since then it is “{new}”.")
    language = {} if same else {"language": language_name(canonical_tag(lang), own)}
    tell(amendment, iri, HISTORY, plain if same else named, because, old=old, new=new.value, **language)


def rename_file(amendment: Amendment, concept: Concept, old: str, new: str) -> None:
    """Call the file of a single concept by its new term where it was called by the old one."""
    name = amendment.home(concept.iri)
    path = PurePosixPath(name)
    types = [each for each in amendment.folder.sources[name].statements if each.predicate == TYPE]
    alone = sum(each.object == CONCEPT for each in types) == 1
    if not alone or path.stem not in {slug(old), f"{slug(old)}-{concept.id}"} or slug(new) == slug(old):
        return
    amendment.rename(name, file_name(amendment, path.parent, new, concept.id))


def file_name(amendment: Amendment, folder: PurePosixPath, new: str, concept_id: str) -> str:
    """Return a free name for the file of a concept: its term's slug, with its id where another file is called that."""
    wanted = slug(new)
    for stem in (wanted, f"{wanted}-{concept_id}".lstrip("-")):
        name = (folder / f"{stem}.ttl").as_posix()
        if stem and not amendment.taken(name):
            return name
    raise UsageError(N_("There is a file already where {file} would be written."), file=name)


def _forget(amendment: Amendment, iri: str, wanted: ox.Literal) -> None:
    """Take away what would stand twice: the new term as a synonym or discouraged term of the same concept."""
    for predicate in (ALTERNATIVE, HIDDEN):
        for each in amendment.literals(iri, predicate):
            if each.language == wanted.language and without_case(each.value) == without_case(wanted.value):
                amendment.remove(Statement(ox.NamedNode(iri), predicate, each))


def _stated(amendment: Amendment, iri: str, label: ox.Literal) -> Statement:
    """Return the statement of a preferred term as the file has it."""
    for each in amendment.literals(iri, PREFERRED):
        if each.value == label.value and (each.language or "").casefold() == (label.language or "").casefold():
            return Statement(ox.NamedNode(iri), PREFERRED, each)
    raise UsageError(
        N_("The term “{term}” is not written as a plain label, and cannot be changed here."), term=label.value
    )
