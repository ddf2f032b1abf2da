"""How schemathesis writes bodies of media types that it does not know: as text. It reads this file by itself."""

from __future__ import annotations

import schemathesis

schemathesis.serializer.alias(["application/sparql-query", "text/csv"], "text/plain")
