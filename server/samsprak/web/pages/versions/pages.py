"""Versions of a vocabulary as pages: the list, what changed between two states, and a concept as it stood."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import cast

from flask import Blueprint, Response, current_app, request
from flask.blueprints import BlueprintSetupState

from samsprak.editing.comparison import compare
from samsprak.editing.differences import Comparison
from samsprak.editing.reports.entries import Writer
from samsprak.editing.reports.pieces import Entry
from samsprak.editing.reports.sections import account
from samsprak.editing.versions import Release, Standing
from samsprak.language.writing import written_date
from samsprak.vocabulary.protocol import Vocabulary
from samsprak.vocabulary.states import State, state_of_files
from samsprak.web.addresses import PAGES
from samsprak.web.context import origin, service
from samsprak.web.keeping import Kept
from samsprak.web.past import NoVersions, released_at, releases_of, versions_of
from samsprak.web.presentation import Link, Reader
from samsprak.web.rendering import Alike, page
from samsprak.web.reporting import FUNCTIONS

EXTENSION = "samsprak.versions"
# A comparison holds both its states: some hundred megabytes at 50,000 concepts.
MOST = 4

blueprint = Blueprint("versions", __name__)
ComparisonsKept = Kept[tuple[str, str, str, str], Comparison]


@dataclass(frozen=True, slots=True)
class Listed:
    """A release, and where it tells what changed in it, what has changed since, and all of it as data."""

    release: Release
    day: str
    changed: str
    since: str
    file: str


@blueprint.record_once
def set_up(state: BlueprintSetupState) -> None:
    """Add what templates call to an app, and the comparisons that it keeps."""
    state.app.jinja_env.globals.update({function.__name__: function for function in FUNCTIONS})
    state.app.extensions[EXTENSION] = ComparisonsKept(MOST)


@blueprint.get(f"/sv/<vocabulary_id>/{PAGES['versions']['sv']}", defaults={"lang": "sv"})
@blueprint.get(f"/en/<vocabulary_id>/{PAGES['versions']['en']}", defaults={"lang": "en"})
def listed(lang: str, vocabulary_id: str) -> Response:
    """Show the releases, the newest first."""
    vocabulary = service().snapshot.vocabulary(vocabulary_id)
    addresses = service().addresses
    return page(
        "versions.html",
        lang,
        Alike(lambda each: addresses.vocabulary_page("versions", vocabulary.id, each)),
        vocabulary=vocabulary,
        reader=Reader(vocabulary, addresses, lang),
        releases=lambda: _listed(vocabulary, lang),
    )


@blueprint.get(f"/sv/<vocabulary_id>/{PAGES['differences']['sv']}", defaults={"lang": "sv"})
@blueprint.get(f"/en/<vocabulary_id>/{PAGES['differences']['en']}", defaults={"lang": "en"})
def differences(lang: str, vocabulary_id: str) -> Response:
    """Show what has changed from one version or day to another, or to now; in a preview, what is proposed."""
    vocabulary, addresses = service().snapshot.vocabulary(vocabulary_id), service().addresses
    start, end = request.args.get("from", "").strip(), request.args.get("to", "").strip()
    comparison = _comparison(vocabulary, start, end)
    told = account(comparison, lang, f"{origin()}{addresses.base}")
    alike = Alike(
        lambda each: addresses.vocabulary_page("differences", vocabulary.id, each, **{"from": start, "to": end}),
        indexed=False,
    )
    return page("differences.html", lang, alike, vocabulary=vocabulary, account=told)


def standing(lang: str, vocabulary: Vocabulary, name: str, when: str) -> Response:
    """Show a concept as it stood at a version or on a day, and what has changed in it since."""
    iri = _iri_of(vocabulary, name)
    versions = versions_of(vocabulary.id)
    release = released_at(vocabulary.id, when)
    then = versions.concept(iri, release.version)
    before = Reader(then.vocabulary, service().addresses, lang)
    alike = Alike(
        lambda each: f"{_page(vocabulary, iri, each) or before.address(then.concept)}?at={when}", indexed=False
    )
    return page(
        "standing.html",
        lang,
        alike,
        vocabulary=vocabulary,
        reader=before,
        it=then.concept,
        then=then,
        day=written_date(release.issued, lang),
        now=_now(vocabulary, iri, lang),
        since=lambda: _since(vocabulary, then, lang),
    )


def _listed(vocabulary: Vocabulary, lang: str) -> list[Listed]:
    addresses = service().addresses
    releases = releases_of(vocabulary.id)
    earlier = [*(each.version for each in releases[1:]), ""][: len(releases)]

    def between(start: str, end: str = "") -> str:
        given = {"from": start, "to": end}
        return addresses.vocabulary_page("differences", vocabulary.id, lang, **given) if start else ""

    return [
        Listed(
            release,
            written_date(release.issued, lang),
            between(before, release.version),
            between(release.version),
            addresses.version(vocabulary.id, release.version),
        )
        for release, before in zip(releases, earlier, strict=True)
    ]


def _comparison(vocabulary: Vocabulary, start: str, end: str) -> Comparison:
    preview = service().preview
    if not start and preview and vocabulary.id in preview.comparisons:
        return preview.comparisons[vocabulary.id]
    if not start:
        raise NoVersions(vocabulary.id)
    versions = versions_of(vocabulary.id)
    base = released_at(vocabulary.id, start)
    head = released_at(vocabulary.id, end) if end else None
    kept = cast(ComparisonsKept, current_app.extensions[EXTENSION])
    key = (service().snapshot.version, vocabulary.id, base.version, head.version if head else "")
    return kept.get(key, lambda: compare(versions.state(base), versions.state(head) if head else _today(vocabulary.id)))


def _today(vocabulary_id: str) -> State:
    return state_of_files(versions_of(vocabulary_id).folder)


def _since(vocabulary: Vocabulary, then: Standing, lang: str) -> Entry | None:
    """Return what has changed in a concept since it stood so, or None where nothing has."""
    comparison = _comparison(vocabulary, then.release.version, "")
    found = next((each for each in comparison.differences if each.iri == then.concept.iri), None)
    return Writer(comparison, lang, f"{origin()}{service().addresses.base}").entry(found) if found else None


def _iri_of(vocabulary: Vocabulary, name: str) -> str:
    """Return the IRI that a name in an address stands for; the concept need not be there any longer."""
    known: Sequence[str] = [name, name.rpartition("/")[0]]
    for each in known:
        if each and vocabulary.holds(vocabulary.namespace + each):
            return vocabulary.namespace + each
    return vocabulary.namespace + name.partition("/")[0]


def _page(vocabulary: Vocabulary, iri: str, lang: str) -> str:
    reader = Reader(vocabulary, service().addresses, lang)
    return reader.address(vocabulary.resource(iri)) if vocabulary.holds(iri) else ""


def _now(vocabulary: Vocabulary, iri: str, lang: str) -> Link | None:
    return Reader(vocabulary, service().addresses, lang).link(iri) if vocabulary.holds(iri) else None
