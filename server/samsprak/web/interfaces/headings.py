"""The headings of the documentation that several surfaces stand under."""

from __future__ import annotations

from samsprak.web.interfaces.operations import Tag

SKOSMOS = Tag("REST", "The REST interface of Skosmos, key for key, as the clients of the field speak it.")
OWN = Tag("Texts and tags", "What this service does besides: the concepts that texts name.")
