"""Which requests are sent: what people and programs ask of a vocabulary, spread over all of it."""

from __future__ import annotations

import json
import random
from collections.abc import Mapping, Sequence
from urllib.parse import urlencode

from samsprak.language.slugs import slug
from tests.bench.client import Ask, Client, ask, post
from tests.bench.generator import NAMESPACE, VOCABULARY, Generator, Sketch
from tests.bench.queries import A_KIND, generated

SAMPLE = 400
# Of ten names that are reconciled so many are of each kind.
A_TABLE = {"exact": 4, "synonym": 1, "English": 1, "inflected": 1, "typo": 1, "apart": 1, "nothing": 1}
BATCHES = 60
LETTERS = "ABEFKNRSUÖ"


def sample(size: int) -> list[Sketch]:
    """Return concepts of all parts of the generated vocabulary, the same in every run."""
    concepts = Generator(size).concepts
    return random.Random(size).sample(concepts, min(SAMPLE, len(concepts)))


def queries(size: int) -> list[str]:
    """Return what is typed: whole terms, English ones, synonyms, and the beginnings of terms."""
    found = []
    for place, concept in enumerate(sample(size)):
        other = concept.alternative or concept.term
        kinds = (concept.term.sv, concept.term.sv[:6], concept.term.en, other.sv[:10])
        found.append(kinds[place % len(kinds)])
    return found


def rest(path: str, concepts: Sequence[Sketch], **query: str) -> list[Ask]:
    """Return what the REST API is asked about each concept."""
    iris = [NAMESPACE + each.id for each in concepts]
    return [ask(f"/rest/v1/{VOCABULARY}/{path}?{urlencode({'uri': iri, **query})}") for iri in iris]


def tables(size: int) -> list[list[str]]:
    """Return batches of names as tables hold them: mostly terms, some in another form or misspelt, some no terms."""
    kinds = generated(size)
    return [
        [kinds[kind][(batch * count + n) % A_KIND].text for kind, count in A_TABLE.items() for n in range(count)]
        for batch in range(BATCHES)
    ]


def everything(size: int) -> Mapping[str, Sequence[Ask]]:
    """Return requests for each concept once, by kind."""
    concepts = Generator(size).concepts
    return {
        "concept page": [ask(f"/sv/{VOCABULARY}/{each.id}/{slug(each.term.sv)}") for each in concepts],
        "concept Turtle": [ask(f"/{VOCABULARY}/{each.id}.ttl") for each in concepts],
        "concept JSON-LD": [ask(f"/{VOCABULARY}/{each.id}.jsonld") for each in concepts],
    }


def requests(size: int, client: Client) -> Mapping[str, Sequence[Ask]]:
    """Return the requests of each kind; pages and entity tags are learned from the server."""
    concepts = sample(size)
    below = Generator(size).concepts[: size // 10]
    pages = [client.get(f"/sv/{VOCABULARY}/{each.id}").headers["location"] for each in concepts]
    tag = client.get(pages[0]).headers["etag"]
    return {
        "search page": [ask(f"/sv/sok?{urlencode({'q': query})}") for query in queries(size)],
        "concept page": [ask(page) for page in pages],
        "concept Turtle": [ask(f"/{VOCABULARY}/{each.id}.ttl") for each in concepts],
        "concept JSON-LD": [ask(f"/{VOCABULARY}/{each.id}.jsonld") for each in concepts],
        "304 on a page": [ask(page, status=304, if_none_match=tag) for page in pages],
        "hierarchy page": [ask(f"/sv/{VOCABULARY}/hierarki?under={each.id}") for each in below[-SAMPLE:]],
        "REST, concept": rest("data", concepts, format="application/json"),
        "REST, children": rest("children", below[-SAMPLE:], lang="sv"),
        "REST, hierarchy": rest("hierarchy", concepts, lang="sv"),
        "reconciliation, 10 names": [
            post(
                f"/reconcile/{VOCABULARY}",
                queries=json.dumps({str(n): {"query": name} for n, name in enumerate(names)}),
            )
            for names in tables(size)
        ],
        "A–Ö page": [ask(f"/sv/{VOCABULARY}/a-o?{urlencode({'letter': letter})}") for letter in LETTERS],
    }
