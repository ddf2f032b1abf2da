"""The form for proposals, and where it ends; it remembers nothing and writes nowhere."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from flask import Blueprint, Response, current_app, jsonify, request

from samsprak.editing.mailing import sender
from samsprak.editing.reference import concept_of
from samsprak.errors import SamsprakError, UnknownResource
from samsprak.language.collation import sort_key
from samsprak.language.messages import explain
from samsprak.vocabulary.protocol import Vocabulary
from samsprak.vocabulary.records import Resource
from samsprak.web.addresses import CHECK, PAGES
from samsprak.web.context import service
from samsprak.web.interfaces.fairness import spend
from samsprak.web.pages.proposing.attributes import described
from samsprak.web.pages.proposing.composing import Composed, Look, compose, look, of_record
from samsprak.web.pages.proposing.entered import Entered
from samsprak.web.pages.proposing.fields import all_fields
from samsprak.web.pages.proposing.remarks import Remarks, of_error
from samsprak.web.pages.proposing.sending import patch, patch_name, sending, subject
from samsprak.web.pages.proposing.tasks import TASKS, Task
from samsprak.web.pages.proposing.workshop import NotProposable, Workshop, workshops
from samsprak.web.presentation import Link, Reader
from samsprak.web.rendering import Alike, frame, page
from samsprak.web.replies import Reply
from samsprak.web.templating import rendered

blueprint = Blueprint("proposing", __name__)

MAX_TERM = 200
# More names than this no browser suggests among.
MOST_SUGGESTED = 1000
# More facets than this are typed, not chosen.
MOST_CHOSEN = 40
NEAREST = 5
# What a check and a whole proposal cost of a client's share, in requests.
COST_OF_CHECK, COST_OF_WHOLE = 5, 100
# The wishes for which everything is written and checked.
WHOLE = ("finish", "patch")
NOTHING = Remarks({})


@blueprint.get(f"/sv/{PAGES['propose']['sv']}", defaults={"lang": "sv"})
@blueprint.get(f"/en/{PAGES['propose']['en']}", defaults={"lang": "en"})
def form(lang: str) -> Response:
    """Show the form, empty or begun with the term that was looked for or the concept that is to be changed."""
    vocabulary = _vocabulary(request.args)
    reader = Reader(vocabulary, service().addresses, lang)
    given = {name: request.args.get(name, "")[:MAX_TERM] for name in ("term", "concept", "task", "vocab")}
    term = "".join(char for char in given["term"] if char.isprintable()).strip()
    address = {name: text for name, text in (given | {"term": term}).items() if text}
    alike = Alike(lambda each: service().addresses.page("propose", each, **address), indexed=not address)
    nearest = _nearest(term, lang) if term else []
    workshop = workshops().of(vocabulary)
    task = _task(given["task"] or ("change" if given["concept"] else ""))
    entered, remarks = Entered(task, {"term_sv": (term,)} if term else {}), NOTHING
    concept = given["concept"].strip()
    if workshop and concept:
        spend(COST_OF_CHECK)
        try:
            entered = _begun(workshop, task, concept)
        except NotProposable:
            workshop = None
        except SamsprakError as error:
            remarks = Remarks.of([of_error("about", error, lang)])
            entered = Entered(task, {"about": (concept,)})
    if workshop is None:
        return page("propose_text.html", lang, alike, vocabulary=vocabulary, reader=reader, term=term, nearest=nearest)
    shown = _shown(reader, entered, Look(remarks))
    return page("propose.html", lang, alike, nearest=nearest, checked=False, **shown)


@blueprint.post(f"/sv/{PAGES['propose']['sv']}", defaults={"lang": "sv"})
@blueprint.post(f"/en/{PAGES['propose']['en']}", defaults={"lang": "en"})
def sent(lang: str) -> Response:
    """Show the form with remarks, or the proposal when it is whole; give its patch. Nothing is kept."""
    wish = request.form.get("do", "")
    spend(COST_OF_WHOLE if wish in WHOLE else COST_OF_CHECK)
    vocabulary = _vocabulary(request.form)
    reader = Reader(vocabulary, service().addresses, lang)
    workshop = workshops().of(vocabulary)
    entered = Entered.of(_task(request.form.get("task", "")), request.form)
    if workshop is None:
        return _reply("propose_text.html", reader, entered, {"term": entered.one("term_sv"), "nearest": []})
    try:
        if wish not in WHOLE:
            return _checked(reader, entered, _with_sender(look(workshop, entered, reader), entered, lang))
        with workshop.alone():
            return _whole(wish, workshop, entered, reader)
    except NotProposable as error:
        return _reply("propose_text.html", reader, entered, {"term": "", "nearest": [], "why": explain(error, lang)})


@blueprint.post(f"/sv/{PAGES['propose']['sv']}/{CHECK['sv']}", defaults={"lang": "sv"})
@blueprint.post(f"/en/{PAGES['propose']['en']}/{CHECK['en']}", defaults={"lang": "en"})
def check(lang: str) -> Response:
    """Return the remarks beside each field and the preview, as pieces of the page, while one writes."""
    spend(COST_OF_CHECK)
    vocabulary = _vocabulary(request.form)
    reader = Reader(vocabulary, service().addresses, lang)
    workshop = workshops().of(vocabulary)
    entered = Entered.of(_task(request.form.get("task", "")), request.form)
    seen = Look(NOTHING)
    if workshop is not None:
        try:
            seen = _with_sender(look(workshop, entered, reader), entered, lang)
        except NotProposable as error:
            seen = Look(Remarks.of([of_error("", error, lang)]))
    names = ["", *(field.name for field in all_fields(TASKS[entered.task].sections))]
    shown = {"reader": reader, "lang": lang}
    found = {name: _piece("remarks.html", lang, {**shown, "found": seen.remarks.at(name)}) for name in names}
    grave = [name for name in names if seen.remarks.grave(name)]
    seen_page = _piece("propose_preview.html", lang, {**shown, "seen": seen.preview}) if seen.preview else ""
    response = jsonify(found=found, grave=grave, preview=seen_page)
    response.headers["Cache-Control"] = "no-store"
    return response


def _whole(wish: str, workshop: Workshop, entered: Entered, reader: Reader) -> Response:
    """Show a proposal that can be sent, or give its patch; where it cannot, show the form with what to correct."""
    seen = _with_sender(Look(NOTHING), entered, reader.lang)
    composed = Composed(seen.remarks, entered)
    if not seen.remarks.to_correct:
        composed = compose(workshop, entered, reader)
    proposal = composed.proposal
    if proposal is None:
        again = look(workshop, composed.entered, reader)
        remarks = composed.remarks.with_others(again.remarks)
        return _checked(reader, composed.entered, Look(remarks, again.preview))
    if wish == "patch":
        return _download(patch(proposal, entered, workshop, reader.lang), subject(entered, workshop, reader.lang))
    shown = {
        "sending": sending(proposal, composed.entered, workshop, reader, workshops().forge),
        "composed": composed,
        "advice": [_advice(each.template, dict(each.values), reader.lang) for each in proposal.advice],
        "forge": workshops().forge,
        "contact": workshops().contact,
    }
    return _reply("proposal.html", reader, entered, shown)


def _advice(template: str, values: Mapping[str, object], lang: str) -> str:
    return explain(SamsprakError(template, **values), lang)


def _checked(reader: Reader, entered: Entered, seen: Look) -> Response:
    return _reply("propose.html", reader, entered, {**_shown(reader, entered, seen), "nearest": [], "checked": True})


def _with_sender(seen: Look, entered: Entered, lang: str) -> Look:
    """Add what is wrong with who sends the proposal."""
    try:
        sender(entered.one("role"), entered.one("mail"))
    except SamsprakError as error:
        return Look(seen.remarks.with_others(Remarks.of([of_error("mail", error, lang)])), seen.preview)
    return seen


def _begun(workshop: Workshop, task: Task, concept: str) -> Entered:
    """Return the form begun with a concept; raises where there is none, or `NotProposable`."""
    found = concept_of(workshop.folder, concept)
    if task is Task.CHANGE:
        return of_record(workshop.folder, found)
    return Entered(task, {"about": (workshop.folder.name_of(found.iri),)})


def _vocabulary(given: Mapping[str, str]) -> Vocabulary:
    """Return the vocabulary that is named, else the one with the concept, else the first that takes proposals."""
    snapshot = service().snapshot
    if given.get("vocab"):
        return snapshot.vocabulary(given["vocab"])
    every = list(snapshot.vocabularies.values())
    for each in every:
        try:
            each.by_id(given.get("concept", ""))
        except UnknownResource:
            continue
        return each
    return next((each for each in every if workshops().of(each)), every[0])


def _task(text: str) -> Task:
    return Task(text) if text in tuple(Task) else Task.NEW


def _shown(reader: Reader, entered: Entered, seen: Look) -> dict[str, object]:
    """Return what the template of the form shows."""
    vocabulary = reader.vocabulary
    concepts = [each for each in vocabulary.concepts if not each.retired]
    facets = [vocabulary.resource(iri) for iri in service().snapshot.facets[vocabulary.id]]
    few = len(facets) <= MOST_CHOSEN
    names, titles = _names(reader, concepts), _names(reader, vocabulary.sources)
    about = entered.one("about") if entered.task is Task.CHANGE else ""
    changed = next((each for each in vocabulary.concepts if each.id == about), None)
    return {
        "vocabulary": vocabulary,
        "reader": reader,
        "entered": entered,
        "wording": TASKS[entered.task],
        "tasks": [(each.value, wording.name) for each, wording in TASKS.items()],
        "remarks": seen.remarks,
        "described": described,
        "opened": lambda section: any(
            entered.many(each.name) or seen.remarks.at(each.name) for each in section.further
        ),
        "seen": seen.preview,
        "names": names,
        "facet_choices": [(each.id, reader.name(each).text) for each in facets] if few else [],
        "source_titles": titles,
        "changed": reader.link(changed.iri) if changed else None,
        "labels": {field.name: field.label for field in all_fields(TASKS[entered.task].sections)},
    }


def _names(reader: Reader, records: Sequence[Resource]) -> list[str]:
    """Return what records are called, in order; nothing where no browser would suggest among so many."""
    if len(records) > MOST_SUGGESTED:
        return []
    return sorted({reader.name(each).text for each in records}, key=lambda text: sort_key(text, reader.shown))


def _reply(template: str, reader: Reader, entered: Entered, shown: Mapping[str, object]) -> Response:
    """Return a page that answers what was sent: it is nobody else's, and not kept."""
    begun = {"term": entered.one("term_sv"), "concept": entered.one("about")}
    given = {"task": entered.task.value} | {name: text[:MAX_TERM] for name, text in begun.items() if text}
    alike = Alike(lambda each: service().addresses.page("propose", each, **given), indexed=False)
    base = {**frame(reader.lang, alike), "vocabulary": reader.vocabulary, "reader": reader, "why": ""}
    text = rendered(current_app.jinja_env, f"{reader.lang}/{template}", {**base, **shown})
    response = Reply(text, content_type="text/html; charset=utf-8")
    response.headers["Content-Language"] = reader.lang
    response.headers["Cache-Control"] = "no-store"
    return response


def _piece(template: str, lang: str, shown: Mapping[str, object]) -> str:
    return rendered(current_app.jinja_env, f"{lang}/{template}", {**frame(lang), **shown}).strip()


def _download(content: bytes, about: str) -> Response:
    response = Reply(content, content_type="text/x-patch; charset=utf-8")
    response.headers["Content-Disposition"] = f'attachment; filename="{patch_name(about)}"'
    response.headers["Cache-Control"] = "no-store"
    return response


def _nearest(term: str, lang: str) -> list[Link]:
    """Return the concepts that a search finds nearest to a term."""
    snapshot = service().snapshot
    hits = snapshot.index.search(term, lang, limit=NEAREST).hits
    readers = [Reader(snapshot.vocabulary(hit.vocabulary), service().addresses, lang) for hit in hits]
    return [reader.link(hit.concept.iri) for reader, hit in zip(readers, hits, strict=True)]
