"""The canonical form: says the same, keeps every comment, has one order, and does not change when written again."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
from collections import Counter
from itertools import count
from pathlib import Path

import pyoxigraph as ox
import pytest
from hypothesis import given
from hypothesis import strategies as st
from rdflib.compare import isomorphic

from samsprak.errors import UnreadableInput
from samsprak.settings import project_folder
from samsprak.vocabulary.formats import TURTLE
from samsprak.vocabulary.formatting import Formatted, format_files, replace
from samsprak.vocabulary.normaliser import normalise
from samsprak.vocabulary.reader import read
from samsprak.vocabulary.turtle_syntax import comments_of
from tests.conftest import EX, PREFIXES
from tests.vocabulary.graphs import graph_of
from tests.vocabulary.test_serialisation import ODD

SCHEME = "ex:s a skos:ConceptScheme ."
# What is written is shown without its prefixes, so that a test shows what it is about.
HEAD = "@prefix "


def outcomes(**files: str) -> dict[str, Formatted]:
    """Format files that are one vocabulary, `name=content`, and prove that doing it again changes nothing."""
    with tempfile.TemporaryDirectory() as folder:
        for name, content in files.items():
            (Path(folder) / f"{name}.ttl").write_text(content, encoding="utf-8", newline="")
        first = {each.path.stem: each for each in format_files([Path(folder)])}
        for each in first.values():
            each.path.write_bytes(each.after)
        for each in format_files([Path(folder)]):
            assert each.after == each.before
        return first


def outcome(body: str) -> Formatted:
    return outcomes(v=PREFIXES + body)["v"]


def canonical(body: str) -> str:
    """Return the canonical text of one file, its prefixes left out."""
    return without_prefixes(outcome(body))


def without_prefixes(formatted: Formatted) -> str:
    return "".join(
        line for line in formatted.after.decode().splitlines(keepends=True) if not line.startswith(HEAD)
    ).lstrip("\n")


def hints(formatted: Formatted) -> list[tuple[int | None, str]]:
    return [(hint.line, hint.template.format(**dict(hint.values))) for hint in formatted.hints]


def refusal(text: str) -> tuple[int | None, str]:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "v.ttl"
        path.write_text(text, encoding="utf-8")
        with pytest.raises(UnreadableInput) as raised:
            format_files([path])
        assert path.read_text("utf-8") == text
    (problem,) = raised.value.problems
    return problem.line, problem.template.format(**dict(problem.values))


def test_record_reads_in_an_editors_order() -> None:
    body = """
    ex:c skos:member ex:a. ex:b a skos:Concept; skos:prefLabel "insats"@sv.
    ex:a skos:inScheme ex:s;dcterms:modified "2026-01-02"^^xsd:date ; dcterms:created "2026-01-01"^^xsd:date;
      adms:status status:UnderDevelopment; dcterms:source ex:t, <https://a.org/> ; skos:topConceptOf ex:s ;
      skos:closeMatch ex:m; skos:related ex:r2 , ex:b; ex:unknown 1; skos:broader ex:b ; skos:notation "7" ;
      skos:example "e"@sv; skos:scopeNote "s"@sv; skos:definition "d"@sv ; owl:deprecated true;
      skos:hiddenLabel "h"@sv; skos:altLabel "zu"@zh-hant-tw, "b"@en, "hjälp"@sv, "bistånd"@sv, "c"@de, "utan" ;
      skos:prefLabel "support"@en, "stöd"@sv ; a skos:Concept ."""
    assert (
        canonical(body)
        == """\
ex:b a skos:Concept ;
    skos:prefLabel "insats"@sv .

ex:a a skos:Concept ;
    skos:prefLabel "stöd"@sv ,
        "support"@en ;
    skos:altLabel "bistånd"@sv ,
        "hjälp"@sv ,
        "b"@en ,
        "c"@de ,
        "zu"@zh-Hant-TW ,
        "utan" ;
    skos:hiddenLabel "h"@sv ;
    skos:definition "d"@sv ;
    skos:scopeNote "s"@sv ;
    skos:example "e"@sv ;
    skos:notation "7" ;
    skos:broader ex:b ;  # insats
    skos:related ex:b ,  # insats
        ex:r2 ;
    skos:closeMatch ex:m ;
    dcterms:source <https://a.org/> ,
        ex:t ;
    adms:status status:UnderDevelopment ;
    owl:deprecated true ;
    dcterms:created "2026-01-01"^^xsd:date ;
    dcterms:modified "2026-01-02"^^xsd:date ;
    skos:topConceptOf ex:s ;
    skos:inScheme ex:s ;
    ex:unknown 1 .

ex:c skos:member ex:a .
"""
    )


def test_only_used_prefixes_stand_in_alphabetical_order() -> None:
    text = outcomes(
        v=f"""@prefix z: <{EX}z/> . @prefix b: <{EX}> . @prefix a: <{EX}a/> . PREFIX dct: <http://purl.org/dc/terms/>
        @base <{EX}a/> .
        z:1 dct:title "x" ; a <http://www.w3.org/2004/02/skos/core#Concept> . <rel> b:p <other#part> ."""
    )["v"].after.decode()
    assert (
        text
        == f"""\
@prefix a: <{EX}a/> .
@prefix b: <{EX}> .
@prefix dcterms: <http://purl.org/dc/terms/> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
@prefix z: <{EX}z/> .

z:1 a skos:Concept ;
    dcterms:title "x" .

a:rel b:p <{EX}a/other#part> .
"""
    )


def test_prefix_that_means_something_else_here_is_kept() -> None:
    text = outcomes(
        v="@prefix skos: <https://x.org/> . @prefix s: <http://www.w3.org/2004/02/skos/core#> . skos:a s:note 1 ."
    )["v"].after.decode()
    assert "\nskos:a s:note 1 .\n" in text


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ('"a\\"b\\\\c\\n"', '"""a"b\\\\c\n"""'),
        ('"tab\\t\\u00e5\\u2028"', '"tab\t\u00e5\u2028"'),
        ('"a\\r\\nb"', '"""a\\r\nb"""'),
        ("'''a\n\"\"\"\"'''", '"""a\n\\"\\"\\"\\""""'),
        ('"null \\u0000"', '"null \\u0000"'),
        ('"12"^^xsd:integer', "12"),
        ("0012", '"0012"^^xsd:integer'),
        ('"1,5"^^xsd:decimal', '"1,5"^^xsd:decimal'),
        ("-0.50", "-0.50"),
        ("-.5", '"-.5"^^xsd:decimal'),
        ("1e3", '"1e3"^^xsd:double'),
        ('"x"@SV-fi', '"x"@sv-FI'),
        ('"x"@ar--rtl', '"x"@ar--rtl'),
        ("ex:a\\,b", f"<{EX}a,b>"),
        ("ex:å.b", "ex:å.b"),
        ("()", "()"),
        ("( 1 ( ) ( ex:a ) )", "( 1 () ( ex:a ) )"),
    ],
)
def test_value_is_written_plainly(written: str, expected: str) -> None:
    assert canonical(f"ex:a ex:p {written} .") == f"ex:a ex:p {expected} .\n"


def test_readers_that_change_bare_numbers_read_the_same() -> None:
    """Written bare, rdflib reads 0012 as 12 and -.5 as -0.5."""
    values = {"12", "0", "-7", "0012", "+1", "-0", "1.50", "-.5", "5.", "1e3"}
    written = ", ".join(f'"{each}"^^xsd:{kind}' for each in values for kind in ("integer", "decimal", "double"))
    found = outcome(f"ex:a ex:p {written} .")
    assert same(found.before, found.after)


# Term comments and other comments


def test_term_comment_follows_the_term() -> None:
    other = PREFIXES + 'ex:b a skos:Concept ; skos:prefLabel "ny term"@sv ; skos:altLabel "gammal"@sv .'
    text = PREFIXES + "ex:a skos:broader ex:b ; # gammal\n skos:related ex:b, # NY TERM\n ex:c . # okänd"
    found = outcomes(a=text, b=other)["a"]
    assert without_prefixes(found) == (
        "ex:a skos:broader ex:b ;  # ny term\n    skos:related ex:b ,  # ny term\n        ex:c .  # okänd\n"
    )
    assert hints(found) == []


@pytest.mark.parametrize("stale", ["föräldrstöd", "Föräldrastöden", "föräldrastöd", "support", "stöd till föräldrar"])
def test_earlier_spelling_of_a_term_is_no_remark(stale: str) -> None:
    body = f"""ex:b skos:prefLabel "föräldrastöd"@sv, "support"@en ; skos:altLabel "stöd till föräldrar"@sv .
    ex:a skos:broader ex:b .  # {stale}
    """
    assert canonical(body).endswith("ex:a skos:broader ex:b .  # föräldrastöd\n")


@pytest.mark.parametrize("remark", ["föräldrastöd?", "oklart", "föräldrastöd OBS", "inte föräldrastöd", ""])
def test_remark_beside_a_reference_is_kept_before_the_line(remark: str) -> None:
    found = outcome(f'ex:b skos:prefLabel "föräldrastöd"@sv .\nex:a a skos:Concept ; skos:broader ex:b .  #{remark}\n')
    assert without_prefixes(found).endswith(f"\n    #{remark}\n    skos:broader ex:b .  # föräldrastöd\n")
    assert [line for line, _ in hints(found)] == [PREFIXES.count("\n") + 2]


def test_list_has_the_terms_of_its_members() -> None:
    body = """ex:a skos:prefLabel "stöd, råd"@sv . ex:b skos:prefLabel "vård\\nhem"@sv .
    ex:c a skos:OrderedCollection ; skos:memberList (
        ex:b  # vård hem
        ex:a  # stöd, råd
    ) .  # stöd, råd
    ex:d skos:memberList ( ex:a ex:unnamed ) .  # något"""
    assert canonical(body).endswith(
        """\
ex:c a skos:OrderedCollection ;
    skos:memberList ( ex:b ex:a ) .  # vård hem, stöd, råd

ex:d skos:memberList ( ex:a ex:unnamed ) .  # något
"""
    )


def test_membership_names_the_collection_in_the_file_of_the_member() -> None:
    concept = (
        PREFIXES + 'ex:c2 skos:member ex:a . ex:c1 skos:member ex:a . ex:a a skos:Concept; skos:prefLabel "a"@sv .'
    )
    facets = PREFIXES + 'ex:c1 skos:prefLabel "ett"@sv . ex:c2 skos:prefLabel "två"@sv ; skos:member ex:b .'
    members = PREFIXES + "ex:c1 skos:member ex:a, ex:b ."
    found = outcomes(concept=concept, facets=facets, members=members)
    assert without_prefixes(found["concept"]).endswith(
        "\n\nex:c1 skos:member ex:a .  # ett\nex:c2 skos:member ex:a .  # två\n"
    )
    assert without_prefixes(found["members"]) == "ex:c1 skos:member ex:a .  # a\nex:c1 skos:member ex:b .\n"


def test_every_other_comment_has_its_place() -> None:
    body = """\
# at the head

# before the prefixes
@prefix ex: <https://example.org/v/> .  # beside a prefix

# a section

# about a
ex:a ex:p 1 ; # beside 1
    # before q
    ex:q "# no comment", <https://x.org/#none> , # beside none
    # before x
    ex:x\\#y ;
    a ex:C  # beside C
    # before the stop
    .
# before the membership
ex:c <http://www.w3.org/2004/02/skos/core#member> ex:a .
# more about a
ex:a ex:r [ # inside
    ex:s 1 ] .

# at the end
"""
    text = outcomes(v=body)["v"].after.decode()
    assert text == (
        """\
# at the head

# before the prefixes
# beside a prefix
@prefix ex: <https://example.org/v/> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .

# a section

# about a
# before the stop
ex:a a ex:C ;  # beside C
    ex:p 1 ;  # beside 1
    # before x
    ex:q <https://example.org/v/x#y> ,
        <https://x.org/#none> ,  # beside none
        # before q
        "# no comment" ;
    # more about a
    ex:r [
            ex:s 1
        ] .  # inside

# before the membership
ex:c skos:member ex:a .

# at the end
"""
    )


def test_comment_at_a_node_without_a_name_is_refused_with_its_line() -> None:
    text = PREFIXES + "ex:a ex:p 1 .\n[] ex:p 1 ; # here\n ex:q 2 ."
    assert refusal(text)[0] == PREFIXES.count("\n") + 2


def test_term_comment_at_a_node_without_a_name_is_none_of_those() -> None:
    assert canonical('ex:b skos:prefLabel "be"@sv . [] ex:p ex:b .').endswith("[] ex:p ex:b .  # be\n")


def test_statement_about_a_statement_is_refused() -> None:
    assert "RDF 1.2" in refusal(PREFIXES + "<< ex:a ex:p 1 >> ex:q 2 .")[1]


def test_nodes_within_nodes_without_end_are_refused() -> None:
    assert "too deeply" in refusal(PREFIXES + "ex:a ex:p " + "[ ex:p " * 80 + "1" + "]" * 80 + ".")[1]


# Blank nodes


def test_blank_nodes_are_kept_and_named_as_such() -> None:
    body = """_:z ex:p _:z . ex:b ex:p _:shared, _:shared2 . ex:a ex:p [ ex:q 2, 1 ; a ex:C ; ex:p [] ], _:shared .
    [] ex:p _:shared2 . _:circle1 ex:p _:circle2 . _:circle2 ex:p _:circle1 . ex:l ex:p ( 1 ) ."""
    found = outcome(body)
    assert (
        without_prefixes(found)
        == """\
_:b1 ex:p _:b1 .

ex:b ex:p _:b2 ,
        _:b3 .

ex:a ex:p [
            a ex:C ;
            ex:p [] ;
            ex:q 1 ,
                2
        ] ,
        _:b2 .

[] ex:p _:b3 .

_:b4 ex:p _:b5 .

_:b5 ex:p _:b4 .

ex:l ex:p ( 1 ) .
"""
    )
    assert ["blank nodes" in text for _, text in hints(found)] == [True]


@pytest.mark.parametrize(
    "body",
    [
        "_:l rdf:first 1 ; rdf:rest _:l . ex:a ex:p _:l .",
        "_:l rdf:first _:l ; rdf:rest () .",
        "_:l rdf:first 1, 2 ; rdf:rest () . ex:a ex:p _:l .",
        "ex:a ex:p _:l, _:m . _:l rdf:first 1 ; rdf:rest _:t . _:m rdf:first 2 ; rdf:rest _:t . _:t rdf:rest ( 3 ) .",
        "ex:a ex:p ( [ ex:p _:x ] ( 1 [] ) _:x ) . _:x ex:q ( _:x ) .",
        "_:a ex:p ( 1 _:b ) . _:b ex:p _:a .",
        "_:l rdf:first 1 ; rdf:rest ( _:l ) . ",
        "( 1 2 ) ex:p 3 . ex:a ex:p _:none .",
        "ex:a ex:p _:l . _:l a rdf:List ; rdf:first 1 ; rdf:rest ( 2 ) .",
    ],
)
def test_lists_that_are_none_are_kept(body: str) -> None:
    after = outcome(body).after
    assert isomorphic(graph_of(after, TURTLE), graph_of((PREFIXES + body).encode(), TURTLE))


# The books


def test_scheme_is_added_where_there_is_one() -> None:
    body = f"""{SCHEME} ex:a a skos:Concept . ex:b a skos:Concept ; skos:inScheme ex:other . ex:c a skos:Collection .
    ex:s vann:preferredNamespaceUri "{EX}" . <https://foreign.org/x> a skos:Concept . [] a skos:Concept .
    ex:d ex:p 1 ."""
    text = canonical(body)
    assert text.count("skos:inScheme ex:s") == 2
    assert "ex:a a skos:Concept ;\n    skos:inScheme ex:s ." in text
    assert "ex:c a skos:Collection ;\n    skos:inScheme ex:s ." in text


@pytest.mark.parametrize("schemes", ["", SCHEME + " ex:s2 a skos:ConceptScheme ."])
def test_scheme_is_not_guessed(schemes: str) -> None:
    assert "inScheme" not in canonical(schemes + "ex:a a skos:Concept .")


def test_what_another_file_says_from_the_other_end_is_removed() -> None:
    top = SCHEME + "ex:s skos:hasTopConcept ex:a . ex:a a skos:Concept ; skos:topConceptOf ex:s ; skos:narrower ex:b ."
    below = "ex:b a skos:Concept ; iso-thes:broaderPartitive ex:a ."
    found = outcomes(a=PREFIXES + top, b=PREFIXES + below)
    assert "hasTopConcept" not in without_prefixes(found["a"])
    assert "narrower" not in without_prefixes(found["a"])
    assert hints(found["a"]) == []


def test_narrower_becomes_broader_in_the_same_file() -> None:
    body = """ex:b a skos:Concept . ex:a a skos:Concept ;
    # why
    skos:narrower ex:b . ex:s skos:hasTopConcept ex:a ."""
    assert (
        canonical(body)
        == """\
ex:b a skos:Concept ;
    # why
    skos:broader ex:a .

ex:a a skos:Concept ;
    skos:topConceptOf ex:s .
"""
    )


def test_narrower_that_only_another_file_could_say_is_kept_and_named() -> None:
    found = outcomes(a=PREFIXES + "ex:a skos:narrower ex:b .", b=PREFIXES + "ex:b a skos:Concept .")
    assert without_prefixes(found["a"]) == "ex:a skos:narrower ex:b .\n"
    assert "skos:narrower is kept: say skos:broader" in hints(found["a"])[0][1]


# Files


def test_byte_order_mark_and_line_ends_of_windows_go() -> None:
    text = "\ufeff" + PREFIXES + 'ex:a ex:p """x\n""" .  # c\n'
    found = outcomes(v=text.replace("\n", "\r\n"))["v"]
    assert without_prefixes(found) == 'ex:a ex:p """x\\r\n""" .  # c\n'
    assert found.after.startswith(b"@prefix ex:")


def test_empty_file_stays_empty() -> None:
    assert outcomes(v="", w="# only this\n\n\n")["w"].after == b"# only this\n"


def test_other_formats_are_left_alone_and_named(tmp_path: Path) -> None:
    (tmp_path / "a.nt").write_text(f'<{EX}b> <http://www.w3.org/2004/02/skos/core#prefLabel> "be"@sv.', "utf-8")
    (tmp_path / "b.ttl").write_text(PREFIXES + "ex:a ex:p ex:b .", "utf-8")
    other, turtle = format_files([tmp_path])
    assert not other.changed
    assert "only plain Turtle" in hints(other)[0][1]
    assert turtle.after.endswith(b"ex:a ex:p ex:b .  # be\n")


def test_one_file_takes_its_terms_from_the_vocabulary_around_it(tmp_path: Path) -> None:
    (tmp_path / "scheme.ttl").write_text(PREFIXES + SCHEME + 'ex:b skos:prefLabel "be"@sv .', "utf-8")
    (tmp_path / "broken.ttl").write_text("oj", "utf-8")
    (tmp_path / "concepts").mkdir()
    path = tmp_path / "concepts" / "a.ttl"
    path.write_text(PREFIXES + "ex:a a skos:Concept ; skos:broader ex:b .", "utf-8")
    (found,) = format_files([path, path])
    assert without_prefixes(found) == (
        "ex:a a skos:Concept ;\n    skos:broader ex:b ;  # be\n    skos:inScheme ex:s .\n"
    )


def test_name_that_no_longer_fits_is_a_hint() -> None:
    body = 'ex:{0} a skos:Concept ; skos:prefLabel "råd och stöd"@sv .'
    names = {"rad-och-stod": "1", "rad-och-stod-2": "2", "gammal": "3"}
    found = outcomes(**{name: PREFIXES + body.format(number) for name, number in names.items()})
    assert {name: len(each.hints) for name, each in found.items()} == dict(zip(names, (0, 0, 1), strict=True))
    assert "rad-och-stod.ttl" in hints(found["gammal"])[0][1]


def test_unreadable_files_are_all_named_and_nothing_is_claimed_of_the_rest(tmp_path: Path) -> None:
    (tmp_path / "a.ttl").write_text(PREFIXES + "ex:a ex:p .", "utf-8")
    (tmp_path / "b.ttl").write_text(PREFIXES + "ex:a   ex:p 1 .", "utf-8")
    (tmp_path / "c.ttl").write_bytes(b"# \xe5")
    with pytest.raises(UnreadableInput) as raised:
        format_files([tmp_path])
    found = [(Path(problem.file).name, problem.line) for problem in raised.value.problems]
    assert found == [("a.ttl", PREFIXES.count("\n") + 1), ("c.ttl", 1)]


def test_file_is_replaced_whole_or_not_at_all(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "a.ttl"
    path.write_text(PREFIXES + "ex:a   ex:p 1 .", "utf-8")
    path.chmod(0o640)
    (found,) = format_files([path])

    def fail(*_: object) -> None:
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as patched:
        patched.setattr(os, "fsync", fail)
        with pytest.raises(UnreadableInput, match="No space left"):
            replace(found)
    assert path.read_bytes() == found.before
    assert list(tmp_path.iterdir()) == [path]
    link = tmp_path / "link.ttl"
    link.symlink_to(path)
    replace(Formatted(link, found.before, found.after))
    assert (path.read_bytes(), path.stat().st_mode & 0o777) == (found.after, 0o640)
    assert link.is_symlink()


# Whatever a file holds


def same(before: bytes, after: bytes) -> bool:
    return isomorphic(graph_of(before, TURTLE), graph_of(after, TURTLE))


@pytest.mark.parametrize("body", ODD.values(), ids=ODD.keys())
def test_odd_vocabularies_say_the_same(body: str) -> None:
    found = outcome(body)
    assert same(found.before, found.after)


TEXT = st.text(st.characters(exclude_categories=["Cs"]), max_size=12)
IRIS = st.sampled_from(["ex:a", "ex:b", "ex:c", "<https://x.org/#y>", "ex:\\#z", "ex:d.e", "_:n", "_:m", f"<{EX}å/1>"])
NUMBERS = count()


@st.composite
def literals(draw: st.DrawFn) -> str:
    text = draw(TEXT)
    escaped = "".join(f"\\U{ord(char):08X}" if draw(st.booleans()) or char in '"\\\r\n' else char for char in text)
    kind = draw(st.sampled_from(["", "@sv", "@en", "@sv-fi", "@zh-hant-tw", "^^xsd:date", "^^ex:own", "^^xsd:integer"]))
    return f'"{escaped}"{kind}'


VALUES = st.recursive(
    IRIS | literals() | st.sampled_from(["1", "true", "-0.5", "1e7", "()", "[]"]),
    lambda inner: (
        st.lists(inner, min_size=1, max_size=3).map(lambda each: f"( {' '.join(each)} )")
        | st.tuples(st.sampled_from(["ex:p", "rdf:first", "rdf:rest"]), inner).map(
            lambda each: f"[ {each[0]} {each[1]} ]"
        )
    ),
    max_leaves=6,
)
PREDICATES = st.sampled_from(
    ["a", "skos:prefLabel", "skos:altLabel", "skos:member", "skos:related", "skos:exactMatch", "ex:p", "skos:note"]
)
STATEMENTS = st.lists(st.tuples(IRIS, PREDICATES, VALUES), max_size=12)


@given(STATEMENTS)
def test_any_vocabulary_says_the_same(triples: list[tuple[str, str, str]]) -> None:
    found = outcome("\n".join(f"{' '.join(each)} ." for each in triples))
    assert same(found.before, found.after)


@given(st.lists(literals(), min_size=1, max_size=5))
def test_any_text_is_kept(values: list[str]) -> None:
    found = outcome(f"ex:a skos:note {', '.join(values)} .")
    assert set(ox.parse(found.before, ox.RdfFormat.TURTLE)) == set(ox.parse(found.after, ox.RdfFormat.TURTLE))


@st.composite
def with_comments(draw: st.DrawFn) -> str:
    """A file with comments in any place between its tokens."""
    named = st.sampled_from(["ex:a", "ex:b", "<https://x.org/#y>", "_:n"])
    groups = st.sampled_from([["(", "ex:a", "ex:b", ")"], ["(", "1", ")"], ["[", "ex:p", "1", "]"], ["[", "]"]])
    value = st.builds(lambda word: [word], named | literals() | st.just("1")) | groups
    words = PREFIXES.split()
    for _ in range(draw(st.integers(0, 4))):
        words.append(draw(named))
        for more in range(draw(st.integers(1, 3))):
            words.extend([";"] * bool(more) + [draw(PREDICATES), *draw(value)])
            for _ in range(draw(st.integers(0, 2))):
                words.extend([",", *draw(value)])
        words.append(".")
    between = st.sampled_from(
        [" ", "\n", "\n\n", " # {} ¶remark\n", "\n# {} ¶remark\n", "\n# {} ¶remark\n\n", "\n#{} ¶remark\r\n"]
    )
    return "".join(draw(between).format(next(NUMBERS)) + word for word in [*words, ""])


@given(with_comments())
def test_no_comment_is_lost(text: str) -> None:
    found = outcomes(v=text)["v"]
    assert same(found.before, found.after)
    written = Counter(each.text for each in comments_of(found.after.decode()))
    assert Counter(each.text for each in comments_of(text)) == Counter(
        {comment: number for comment, number in written.items() if comment.endswith("¶remark")}
    )


# The real thesaurus


@pytest.fixture
def thesaurus(tmp_path: Path) -> Path:
    return Path(shutil.copytree(project_folder("vocab"), tmp_path / "vocab"))


def test_thesaurus_means_the_same_and_is_formatted_once(thesaurus: Path) -> None:
    before = normalise(read([thesaurus]).statements.by_predicate())
    for each in format_files([thesaurus]):
        assert same(each.before, each.after)
        replace(each)
    assert not any(each.changed for each in format_files([thesaurus]))
    assert normalise(read([thesaurus]).statements.by_predicate()) == before


def test_thesaurus_comes_out_the_same_whatever_became_of_its_form(thesaurus: Path) -> None:
    for each in format_files([thesaurus]):
        replace(each)
    formatted = {path: path.read_bytes() for path in (thesaurus / "concepts").glob("*.ttl")}
    for path, content in formatted.items():
        parser = ox.parse(path=path)
        triples = sorted({quad.triple for quad in parser}, key=str)
        ox.serialize(triples, path, ox.RdfFormat.TURTLE, prefixes=parser.prefixes | {"unused": EX})
        assert path.read_bytes() != content
    again = {each.path: each.after for each in format_files([thesaurus])}
    assert {path: again[path] for path in formatted} == formatted


def test_hash_seed_makes_no_difference(tmp_path: Path) -> None:
    (tmp_path / "v.ttl").write_text(PREFIXES + SCHEME + " ".join(ODD.values()).replace("_:n", "_:q"), "utf-8")
    program = (
        "import sys; from pathlib import Path; from samsprak.vocabulary.formatting import format_files; "
        "[sys.stdout.buffer.write(each.after) for each in format_files([Path(each) for each in sys.argv[1:]])]"
    )
    written = {
        subprocess.run(
            [sys.executable, "-c", program, str(tmp_path), str(project_folder("vocab"))],
            env=os.environ | {"PYTHONHASHSEED": seed},
            capture_output=True,
            check=True,
        ).stdout
        for seed in ("0", "1", "4711")
    }
    assert len(written) == 1
