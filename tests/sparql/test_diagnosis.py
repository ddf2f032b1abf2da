from __future__ import annotations

import pytest

from samsprak.sparql.refusals import Malformed
from samsprak.sparql.service import QueryService
from tests.sparql.conftest import ask


@pytest.mark.parametrize(
    ("text", "line", "column", "said"),
    [
        ("SELECT *\n{ ?s foo:bar ?o }", 2, 6, "“foo:” is declared nowhere"),
        ("SELECT * { ?s ?p 'abc }", 1, 18, "no end"),
        ("SELECT *\n\n  { ?s ?p ?o", 3, 3, "“{” is never closed"),
        ("SELECT * { ?s ?p ?o ) }", 1, 21, "“)” closes nothing"),
        ("SELECT *\n { ?s ?p ?o FILTER(bogus(?o)) }", 2, 20, "“bogus” is no word"),
        ("SELECT * { ?s ?p ?o FILTER(?o > ) }", 1, 33, "before “)”"),
        ("SELECT * { ?s ?p ?o } ORDER BY", 1, 31, "ends too early"),
        ("SELECT (COUNT(*) AS ?n) ?s { ?s ?p ?o }", 1, 1, "GROUP BY"),
        ("SELECT * { BIND(1 AS ?s) BIND(2 AS ?s) }", 1, 1, "has no place"),
    ],
)
def test_mistake_is_told_with_its_place(queries: QueryService, text: str, line: int, column: int, said: str) -> None:
    with pytest.raises(Malformed) as caught:
        ask(queries, text)
    assert (caught.value.line, caught.value.column) == (line, column)
    assert said in str(caught.value)
