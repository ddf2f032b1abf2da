from __future__ import annotations

import pyoxigraph as ox

from samsprak.vocabulary.formats import TURTLE
from samsprak.vocabulary.reader import parse
from samsprak.vocabulary.statements import Statements, gather

E = "https://example.org/"


def statements(*files: str) -> Statements:
    return gather(b"".join(parse(f"@prefix ex: <{E}> . {turtle}".encode(), TURTLE) for turtle in files))


def said(of: Statements, subject: str) -> list[str]:
    return [line.split(" ", 1)[1].removesuffix(" .").replace(E, "") for line in of.about(subject)]


def test_statements_about_a_node_stand_as_in_the_file() -> None:
    found = statements("ex:b ex:p 'ö' ; ex:o ex:a ; ex:q _:n . _:n ex:p 1 . ex:a ex:p 'a' .")
    assert said(found, f"<{E}b>")[:2] == ['<p> "ö"', "<o> <a>"]
    node = said(found, f"<{E}b>")[2].split()[1]
    assert said(found, node) == ['<p> "1"^^<http://www.w3.org/2001/XMLSchema#integer>']


def test_what_several_places_say_of_a_node_is_found_together() -> None:
    found = statements("ex:a ex:p 1 . ex:b ex:p 2 . ex:a ex:p 3 .", "ex:c ex:p 4 . ex:a ex:p 5 .")
    assert [line.split('"')[1] for line in found.about(f"<{E}a>")] == ["1", "3", "5"]


def test_addresses_that_begin_alike_are_kept_apart() -> None:
    found = statements("ex:a ex:p 1 . ex:ab ex:p 2 . ex:a-b ex:p 3 .")
    assert [line.split('"')[1] for line in found.about(f"<{E}a>")] == ["1"]
    assert [line.split('"')[1] for line in found.about(f"<{E}ab>")] == ["2"]


def test_nothing_is_said_of_an_unknown_node() -> None:
    assert said(statements("ex:b ex:p 1 ."), f"<{E}a>") == []
    assert said(statements("ex:b ex:p 1 ."), f"<{E}c>") == []
    assert said(statements(""), f"<{E}a>") == []


def test_breaks_within_a_text_do_not_break_its_line() -> None:
    (line,) = statements(r"ex:a ex:p 'a\n\r\u2028\u0085\u000B\u000Cb' .").about(f"<{E}a>")
    (quad,) = ox.parse(line, ox.RdfFormat.N_TRIPLES)
    assert isinstance(quad.object, ox.Literal)
    assert quad.object.value == "a\n\r\u2028\u0085\v\fb"


def test_whole_is_every_statement_once_by_subject() -> None:
    found = list(statements("ex:b ex:p 1 . ex:a ex:p 2 . ex:b ex:p 3 ."))
    assert [(line.split(" ")[0].removeprefix(f"<{E}"), line.split('"')[1]) for line in found] == [
        ("a>", "2"),
        ("b>", "1"),
        ("b>", "3"),
    ]


def test_what_is_said_twice_is_told_once() -> None:
    found = statements("ex:a ex:p 1, 1 . ex:b ex:p 2 . ex:a ex:p 1, 3 .", "ex:a ex:p 3 .")
    assert [line.split('"')[1] for line in found.about(f"<{E}a>")] == ["1", "3"]
    assert [line.split('"')[1] for line in found] == ["1", "3", "2"]
    assert list(found.subjects) == [f"{E}a", f"{E}b"]


def test_statements_are_taken_apart_by_predicate() -> None:
    found = statements("ex:b ex:p ex:a ; ex:q 'x y'@sv . ex:a ex:p [] .").by_predicate()
    assert list(found) == [f"{E}p", f"{E}q"]
    assert found[f"{E}q"] == [(f"{E}b", '"x y"@sv')]
    (first, second) = found[f"{E}p"]
    assert first == (f"{E}b", f"<{E}a>")
    assert (second[0], second[1][:2]) == (f"{E}a", "_:")
