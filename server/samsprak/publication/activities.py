"""Changes as data, for systems that keep concept URIs: Activity Streams 2.0 with a context of its own.

It is the shape in which the field publishes such streams (the Library of Congress, Getty, IIIF's Change Discovery and
the Entity Metadata Management of LD4 build on it), and plain JSON to whoever knows none of that. The context stands in
the reply, since no client should have to fetch another site's.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from samsprak.publication.news import Chronicle, News
from samsprak.publication.site import name_of
from samsprak.settings import UI_LANGUAGES
from samsprak.vocabulary.events import Happening
from samsprak.vocabulary.namespaces import ADMS, ADMS_STATUS, DCTERMS, OWL, SKOS, XSD
from samsprak.vocabulary.records import Concept, Status

MOST = 1000
ACTIVITIES = "https://www.w3.org/ns/activitystreams#"
CONTEXT: dict[str, Any] = {
    "@version": 1.1,
    "as": ACTIVITIES,
    "xsd": XSD,
    "id": "@id",
    "type": "@type",
    **{
        name: f"as:{name}"
        for name in ("Add", "Create", "Delete", "OrderedCollection", "OrderedCollectionPage", "Tombstone", "Update")
    },
    "Concept": SKOS + "Concept",
    "totalItems": {"@id": "as:totalItems", "@type": "xsd:nonNegativeInteger"},
    "startIndex": {"@id": "as:startIndex", "@type": "xsd:nonNegativeInteger"},
    "orderedItems": {"@id": "as:items", "@container": "@list"},
    "next": {"@id": "as:next", "@type": "@id"},
    "partOf": {"@id": "as:partOf", "@type": "@id"},
    "published": {"@id": "as:published", "@type": "xsd:dateTime"},
    "summary": {"@id": "as:summary", "@container": "@language"},
    "object": {"@id": "as:object", "@type": "@id"},
    "formerType": {"@id": "as:formerType", "@type": "@vocab"},
    "prefLabel": {"@id": SKOS + "prefLabel", "@container": "@language"},
    "inScheme": {"@id": SKOS + "inScheme", "@type": "@id", "@container": "@set"},
    "deprecated": {"@id": OWL + "deprecated", "@type": "xsd:boolean"},
    "isReplacedBy": {"@id": DCTERMS + "isReplacedBy", "@type": "@id", "@container": "@set"},
    "status": {"@id": ADMS + "status", "@type": "@id"},
}
# What a change is in terms of Activity Streams. A decided concept and a retired one are still there, and say so.
TYPES = {
    Happening.CREATED: "Create",
    Happening.CHANGED: "Update",
    Happening.DECIDED: "Update",
    Happening.RETIRED: "Update",
}


def changes(
    chronicle: Chronicle,
    address: Callable[[int], str],
    since: str = "",
    offset: int = 0,
    most: int = MOST,
) -> dict[str, Any]:
    """Return a page of what happened since a day, month or year, newest first, and where the next page is.

    `address` gives the absolute address of the page that begins at an offset.
    """
    found = chronicle.since(since, offset, most + 1)
    page: dict[str, Any] = {
        "@context": CONTEXT,
        "id": address(offset),
        "type": "OrderedCollectionPage",
        "partOf": address(0),
        "startIndex": offset,
        "orderedItems": [_activity(each) for each in found[:most]],
    }
    if len(found) > most:
        page["next"] = address(offset + most)
    return page


def _activity(each: News) -> dict[str, Any]:
    concept = each.event.concept
    gone = each.event.happening is Happening.RETIRED and concept.status is Status.WITHDRAWN
    return {
        "id": each.id,
        "type": "Delete" if gone else TYPES[each.event.happening],
        "published": each.moment,
        "summary": {lang: f"{each.title(lang)}. {each.words(lang)}".strip() for lang in UI_LANGUAGES},
        "object": {"id": concept.iri, "type": "Tombstone", "formerType": "Concept", **_state(concept)}
        if gone
        else {"id": concept.iri, "type": "Concept", **_names(each), **_state(concept)},
    }


def _names(each: News) -> dict[str, Any]:
    labels = {label.lang or "@none": label.text for label in each.event.concept.preferred}
    return {"prefLabel": labels or {"@none": name_of(each.vocabulary, each.event.concept, "en").text}}


def _state(concept: Concept) -> dict[str, Any]:
    """Return how the concept is now, whatever happened to it then."""
    state: dict[str, Any] = {"inScheme": list(concept.schemes)} if concept.schemes else {}
    if concept.status:
        state["status"] = ADMS_STATUS + concept.status.value
    if concept.retired:
        state["deprecated"] = True
    if concept.replaced_by:
        state["isReplacedBy"] = list(concept.replaced_by)
    return state
