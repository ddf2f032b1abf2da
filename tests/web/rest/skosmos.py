"""What skosmos-client makes of the service, as JSON; run by its own Python: `python skosmos.py ADDRESS QUESTIONS`."""

from __future__ import annotations

import json
import sys
from typing import Any

import rdflib
from skosmos_client import SkosmosClient  # type: ignore[import-not-found]  # it has an environment of its own


def plain(found: object) -> object:
    return sorted(map(list, found)) if isinstance(found, rdflib.Graph) else found


def answer(client: SkosmosClient, question: list[Any]) -> object:
    """Call a method of the client, or of a concept of it, with what stands after its name."""
    subject, method, *rest = question
    asked = client.get_concept(*subject) if subject else client
    positional, named = rest
    try:
        return plain(getattr(asked, method)(*positional, **named))
    except ValueError as error:
        return {"ValueError": str(error)}


if __name__ == "__main__":
    client = SkosmosClient(api_base=sys.argv[1])
    sys.stdout.write(json.dumps([answer(client, question) for question in json.loads(sys.argv[2])]))
