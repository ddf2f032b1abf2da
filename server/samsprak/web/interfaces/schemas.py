"""JSON Schema of parameters, bodies and answers, gathered by name for a description."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from typing import Any

from pydantic import TypeAdapter
from pydantic.json_schema import GenerateJsonSchema, JsonSchemaMode

REFERENCE = "#/components/schemas/{model}"
NAMED = re.compile(r'"#/components/schemas/([^"]+)"')
Json = dict[str, Any]
Kind = tuple[Any, JsonSchemaMode]


class Untitled(GenerateJsonSchema):
    """Leaves out titles that only repeat a field's name."""

    def field_title_should_be_set(self, schema: Any) -> bool:  # noqa: ARG002 - as pydantic has it
        """Return that no field has a title."""
        return False


class Schemas:
    """The schemas of types, as parameters are checked (validation) and answers written (serialization).

    All are made together, so that two types of the same name get names of their own.
    """

    def __init__(self, kinds: Iterable[Kind]) -> None:
        # A type need not be hashable; what an operation states lives as long as the app.
        adapters = {(id(kind), mode): TypeAdapter(kind) for kind, mode in kinds}
        made, together = TypeAdapter.json_schemas(
            [(kind, mode, adapter) for (kind, mode), adapter in adapters.items()],
            ref_template=REFERENCE,
            schema_generator=Untitled,
        )
        self._made: dict[Any, Json] = dict(made)
        self._named: dict[str, Json] = together.get("$defs", {})

    def reference(self, kind: Any, mode: JsonSchemaMode = "validation") -> Json:
        """Return the schema of a type, a reference where the type has a name."""
        return dict(self._made[id(kind), mode])

    def of(self, kind: Any, mode: JsonSchemaMode = "validation") -> Json:
        """Return the schema of a type itself."""
        schema = self.reference(kind, mode)
        name = schema.get("$ref", "").rpartition("/")[2]
        return dict(self._named[name]) if name else schema

    def named(self, described: object) -> dict[str, Json]:
        """Return the schemas that a description refers to, and those that they refer to, by name."""
        found: dict[str, Json] = {}
        wanted = NAMED.findall(json.dumps(described))
        while wanted:
            name = wanted.pop()
            if name not in found:
                found[name] = self._named[name]
                wanted += NAMED.findall(json.dumps(found[name]))
        return dict(sorted(found.items()))
