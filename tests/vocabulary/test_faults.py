"""What an editor is told about a file that cannot be read: each kind of slip, with the line it stands on."""

from __future__ import annotations

import gzip
from collections.abc import Callable
from pathlib import Path

import pytest

from samsprak.errors import Problem, UnreadableInput
from samsprak.language.messages import explain_problem
from samsprak.settings import VocabularyInput
from samsprak.vocabulary.loader import load
from tests.conftest import PREFIXES

Write = Callable[[str, str | bytes], Path]
HEAD = PREFIXES.count("\n")
RDF_XML = '<?xml version="1.0"?>\n<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">\n'
CONFLICT = "<<<<<<< HEAD\nex:b a skos:Concept .\n=======\nex:c a skos:Concept .\n>>>>>>> theirs\n"


def problem_of(path: Path) -> Problem:
    with pytest.raises(UnreadableInput) as error:
        load(VocabularyInput(path))
    (problem,) = error.value.problems
    assert problem.file == str(path)
    assert explain_problem(problem, "sv") != explain_problem(problem, "en")
    return problem


def words(problem: Problem) -> str:
    return problem.template.format(**dict(problem.values))


@pytest.mark.parametrize(
    ("body", "line", "says"),
    [
        ("ex:a a skos:Concept .\nex:b ex:c .\n", 2, "cannot be read as Turtle"),
        ("ex:a a skos:Concept", 1, "a full stop or a closing quotation mark is missing"),
        ('ex:a skos:prefLabel "a .\n\n', 1, "a full stop or a closing quotation mark is missing"),
        ("ex:a a skos:Concept .\n" + CONFLICT, 2, "merge conflict"),
        (CONFLICT.replace("\n", "\r\n"), 1, "merge conflict"),
        ("ex:a a skos:Concept .\nfoo:b a skos:Concept .", 2, "the prefix foo: has no @prefix line"),
        ("ex:a skos:prefLabel ”a”@sv .", 1, "straight quotation marks"),
        ("ex:a a skos:Concept ;\n skos:prefLabel “a“@sv .", 2, "straight quotation marks"),
        ("<a> a skos:Concept .", 1, "not complete"),
        ("<https://example.org/a b> a skos:Concept .", 1, "Invalid IRI"),
        ('ex:a skos:prefLabel "a"@svenskaspråket .', 1, "cannot be read as Turtle"),
    ],
)
def test_turtle_is_faulted_on_the_line_to_mend(body: str, line: int, says: str, write: Write) -> None:
    problem = problem_of(write("a.ttl", PREFIXES + body))
    assert says in words(problem)
    # An unclosed text ends where the file does.
    assert problem.line is not None
    assert problem.line >= HEAD + line
    if "missing" not in says:
        assert problem.line == HEAD + line


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_line_ends_of_every_system_are_read(end: str, write: Write) -> None:
    problem = problem_of(write("a.ttl", (PREFIXES + "ex:a ex:b .\n").replace("\n", end)))
    assert problem.line == HEAD + 1


@pytest.mark.parametrize(
    ("name", "content", "line", "says"),
    [
        ("a.nt", "<https://a.org/a> <https://a.org/b> <https://a.org/c> .\noj\n", 2, "cannot be read as N-Triples"),
        ("a.nt", "<<<<<<< HEAD\n=======\n>>>>>>> x\n", 1, "merge conflict"),
        ("a.rdf", RDF_XML + "<a></b></rdf:RDF>", 3, "mismatched tag"),
        ("a.rdf", RDF_XML + "<foo:a/></rdf:RDF>", 3, "unbound prefix"),
        ("a.rdf", RDF_XML + "<<<<<<< HEAD\n", 3, "merge conflict"),
        ("a.rdf", "@prefix skos: <x> .", 1, "cannot be read as RDF/XML"),
        ("a.jsonld", '{"@context": {},\n "@id": }', 2, "cannot be read as JSON-LD"),
        ("a.jsonld", "{\n<<<<<<< HEAD\n}", 2, "merge conflict"),
        ("a.jsonld", '{"@context": "https://example.org/c"}', None, "never fetched"),
        ("a.jsonld", "", 1, "the file ends"),
    ],
)
def test_other_formats_are_faulted_on_their_line(
    name: str, content: str, line: int | None, says: str, write: Write
) -> None:
    problem = problem_of(write(name, content))
    assert says in words(problem)
    assert problem.line == line


@pytest.mark.parametrize(
    ("name", "content", "what"),
    [
        ("a.ttl", RDF_XML + "</rdf:RDF>", "RDF/XML"),
        ("a.ttl", RDF_XML.partition("\n")[2] + "</rdf:RDF>", "RDF/XML"),
        ("a.ttl", "<!DOCTYPE html>\n<html lang=sv></html>", "HTML"),
        ("a.ttl", "\n<html></html>", "HTML"),
        ("a.rdf", "<!doctype html>\n<html><br></html>", "HTML"),
        ("a.ttl", '{"@context": {}}', "JSON-LD"),
        ("a.ttl", '[ {"@context": {}} ]', "JSON-LD"),
    ],
)
def test_another_format_under_this_suffix_is_recognised(name: str, content: str, what: str, write: Write) -> None:
    problem = problem_of(write(name, content))
    assert words(problem).startswith(f"this is {what}, but the file's suffix says")
    assert problem.line == 1


def test_turtle_that_begins_with_a_blank_node_is_not_taken_for_json(write: Write) -> None:
    problem = problem_of(write("a.ttl", "[] a <https://a.org/b> .\noj"))
    assert (problem.line, "JSON" in words(problem)) == (2, False)


@pytest.mark.parametrize(
    ("content", "line", "says"),
    [
        ((PREFIXES + 'ex:a skos:prefLabel "rå" .').encode("latin-1"), HEAD + 1, "not UTF-8"),
        ((PREFIXES + 'ex:a skos:prefLabel "rå" .').encode("utf-16"), 1, "UTF-16"),
    ],
)
def test_wrong_encoding_is_faulted_on_its_line(content: bytes, line: int, says: str, write: Write) -> None:
    problem = problem_of(write("a.ttl", content))
    assert says in words(problem)
    assert problem.line == line


@pytest.mark.parametrize("content", [b"not gzipped", gzip.compress(b"# a", mtime=0)[:-9], b"\x1f\x8b\x08\x00", b""])
def test_damaged_gzip_is_said_to_be_so(content: bytes, write: Write) -> None:
    problem = problem_of(write("a.ttl.gz", content))
    assert "cannot be unpacked" in words(problem) or (not content and "no skos:Concept" in words(problem))


@pytest.mark.parametrize(
    "body",
    [
        "",
        "ex:a skos:prefLabel 'a' .",
        "@prefix s: <http://www.w3.org/2004/02/skos/core/> . ex:a a s:Concept .",
        "ex:s a skos:ConceptScheme .",
    ],
)
def test_file_without_a_concept_is_refused(body: str, write: Write) -> None:
    assert "no skos:Concept" in words(problem_of(write("a.ttl", PREFIXES + body)))


def test_concepts_without_an_address_are_refused_where_there_are_no_others(write: Write) -> None:
    problem = problem_of(write("a.ttl", PREFIXES + "[] a skos:Concept . [] a skos:Concept ."))
    assert "none with an address of its own" in words(problem)
    assert dict(problem.values) == {"n": 2}
