"""A fault is placed on the line that has to be changed."""

from __future__ import annotations

import gzip
from collections.abc import Callable
from pathlib import Path

import pytest

from samsprak.validation.findings import Place, Raw
from samsprak.validation.location import Locator
from samsprak.validation.rules import Profile, Rule, Severity
from samsprak.vocabulary.namespaces import SKOS
from tests.conftest import EX, PREFIXES

Write = Callable[[str, str | bytes], Path]
RULE = Rule(
    id="any",
    severity=Severity.WARNING,
    profile=Profile.SKOS,
    labels={},
    descriptions={},
    messages={},
    templates={},
    source="test",
)
START = PREFIXES.count("\n")


def line_of(path: Path, name: str, prop: str, value: str = "", **details: str) -> int:
    """Return the line of a fault, counted from the end of the prefixes."""
    (place,) = Locator([path]).places([Raw(RULE, name, SKOS + prop, value, details)])
    assert place.file == str(path)
    return place.line - START


@pytest.mark.parametrize(
    ("name", "prop", "value", "line"),
    [
        ("a", "prefLabel", "ett", 2),
        ("a", "prefLabel", "one", 3),
        ("a", "altLabel", "utan språk", 4),
        ("a", "altLabel", "enkla 'tecken", 6),
        ("a", "scopeNote", "Första raden.\n\nTredje raden.", 7),
        ("a", "related", EX + "b", 11),
        ("a", "related", EX + "c", 12),
        ("a", "example", "ett", 13),
        ("a", "definition", "i en nod", 14),
        ("b", "prefLabel", "två\\ntre", 19),
    ],
)
def test_statement_is_found_where_it_begins(write: Write, name: str, prop: str, value: str, line: int) -> None:
    path = write(
        "v.ttl",
        PREFIXES
        + '''ex:a a skos:Concept ;
    skos:prefLabel "ett"@sv ,
        "one"@en ;
    skos:altLabel "utan språk"
    ;
    skos:altLabel 'enkla \\'tecken'@sv ;
    skos:scopeNote """Första raden.

Tredje raden."""@sv ;
    skos:related
        ex:b ,
        ex:c ;
    skos:example "ett"@sv ;
    skos:definition [ rdf:value "i en nod"@sv ] .
# A comment with "två" in it.

# ex:b is next.
ex:b a skos:Concept ;
    skos:prefLabel "två\\\\ntre"@sv .
''',
    )
    assert line_of(path, EX + name, prop, value) == line


@pytest.mark.parametrize("ending", ["\n", "\r\n", "\r"])
def test_lines_are_counted_as_an_editor_counts_them(write: Write, ending: str) -> None:
    text = PREFIXES + 'ex:a a skos:Concept ;\n  skos:prefLabel "ett"@sv ;\n  skos:altLabel "två"@sv .\n'
    path = write("v.ttl", b"\xef\xbb\xbf" + text.replace("\n", ending).encode())
    assert line_of(path, EX + "a", "altLabel", "två") == 3


def test_relation_is_found_from_its_other_end(write: Write) -> None:
    path = write(
        "v.ttl", PREFIXES + "ex:a a skos:Concept .\nex:b a skos:Concept ;\n  skos:narrower ex:c ,\n    ex:a .\n"
    )
    assert line_of(path, EX + "a", "broader", EX + "b") == 4


def test_symmetric_relation_is_found_from_its_other_end(write: Write) -> None:
    path = write("v.ttl", PREFIXES + "ex:a a skos:Concept .\nex:b skos:related ex:c .\nex:b skos:related ex:a .\n")
    assert line_of(path, EX + "a", "related", EX + "b") == 3


def test_relation_is_found_as_the_kind_of_hierarchy_that_the_file_states(write: Write) -> None:
    path = write(
        "v.ttl", PREFIXES + "ex:a a skos:Concept ;\n  skos:broader ex:c ;\n  iso-thes:broaderPartitive ex:b .\n"
    )
    assert line_of(path, EX + "a", "broader", EX + "b") == 3
    assert line_of(path, EX + "b", "narrower", EX + "a") == 3


def test_value_at_fault_comes_before_what_else_the_rule_saw(write: Write) -> None:
    path = write("v.ttl", PREFIXES + "ex:a a skos:Concept ;\n  skos:broader ex:b ;\n  skos:broader ex:c .\n")
    assert line_of(path, EX + "a", "broader", EX + "c", other=EX + "c", between=EX + "b") == 3


def test_missing_property_is_placed_at_the_head_of_the_record(write: Write) -> None:
    path = write("v.ttl", PREFIXES + 'ex:a skos:altLabel "x"@sv .\nex:a a skos:Concept ;\n  skos:altLabel "y"@sv .\n')
    assert line_of(path, EX + "a", "definition") == 2


def test_concept_without_address_is_known_by_its_term(write: Write) -> None:
    path = write(
        "v.ttl",
        PREFIXES + '[] a skos:Concept ; skos:prefLabel "ett"@sv .\n[] a skos:Concept ;\n  skos:prefLabel "två"@sv .\n',
    )
    assert line_of(path, "_:whatever", "prefLabel", "två") == 3


def test_fault_is_found_in_its_own_file_of_many(write: Write) -> None:
    one = write("v/one.ttl", PREFIXES + "ex:a a skos:Concept .\n")
    two = write("v/two.ttl", PREFIXES + "# ex:a\n\nex:b a skos:Concept ; skos:related ex:a .\n")
    locator = Locator([one, two])
    raws = [Raw(RULE, EX + "b"), Raw(RULE, EX + "a")]
    assert locator.places(raws) == [Place(str(two), START + 3), Place(str(one), START + 1)]


def test_fault_of_the_whole_has_a_place_only_where_there_is_one_file(write: Write) -> None:
    one, two = write("one.ttl", PREFIXES), write("two.ttl", PREFIXES + "# two\n")
    raw = Raw(RULE, SKOS + "Concept")
    assert Locator([one]).places([raw]) == [Place(str(one))]
    assert Locator([one, two]).places([raw]) == [Place()]


@pytest.mark.parametrize(
    ("name", "content", "line"),
    [
        ("v.nt", f'<{EX}a> <{SKOS}prefLabel> "x"@sv .\n<{EX}a> <{SKOS}altLabel> "y"@sv .\n', 2),
        (
            "v.jsonld",
            f'{{\n "@id": "{EX}a",\n "{SKOS}altLabel": {{"@value": "y", "@language": "sv"}}\n}}\n',
            2,
        ),
        (
            "v.rdf",
            '<?xml version="1.0"?>\n<r:RDF xmlns:r="http://www.w3.org/1999/02/22-rdf-syntax-ns#"\n'
            f' xmlns:s="{SKOS}">\n<s:Concept r:about="{EX}a">\n<s:altLabel xml:lang="sv">y</s:altLabel>\n'
            "</s:Concept>\n</r:RDF>\n",
            4,
        ),
    ],
)
def test_other_formats_have_places_too(write: Write, name: str, content: str, line: int) -> None:
    path = write(name, content)
    raw = Raw(RULE, EX + "a", SKOS + "altLabel", "y")
    assert Locator([path]).places([raw]) == [Place(str(path), line)]
    packed = write(name + ".gz", gzip.compress(content.encode()))
    assert Locator([packed]).places([raw]) == [Place(str(packed), line)]


def test_line_of_any_length_is_counted_once(write: Write) -> None:
    path = write("a.ttl", PREFIXES + f'ex:a skos:note "{"å" * 100_000}"@sv .\nex:a skos:prefLabel "samtal"@sv .\n')
    assert line_of(path, EX + "a", "prefLabel", "samtal") == 2
    assert line_of(path, EX + "a", "note", "å" * 100_000) == 1
