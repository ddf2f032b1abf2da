from __future__ import annotations

import codecs
import gzip
import os
import tempfile
from collections.abc import Callable
from pathlib import Path

import pytest

from samsprak.errors import UnreadableInput
from samsprak.vocabulary.reader import read
from samsprak.vocabulary.records import Finding

Write = Callable[[str, str | bytes], Path]
LABEL = "råd- och stödsamtal"
NT = f'<https://example.org/a> <http://www.w3.org/2004/02/skos/core#prefLabel> "{LABEL}"@sv .\n'
TURTLE = (
    f'@prefix skos: <http://www.w3.org/2004/02/skos/core#> .\n<https://example.org/a> skos:prefLabel "{LABEL}"@sv .\n'
)
JSON_LD = (
    '{"@context": {"skos": "http://www.w3.org/2004/02/skos/core#"}, "@id": "https://example.org/a",'
    f' "skos:prefLabel": {{"@value": "{LABEL}", "@language": "sv"}}}}\n'
)
RDF_XML = f"""<?xml version="1.0"?>
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:skos="http://www.w3.org/2004/02/skos/core#">
<rdf:Description rdf:about="https://example.org/a">
<skos:prefLabel xml:lang="sv">{LABEL}</skos:prefLabel></rdf:Description>
</rdf:RDF>
"""
BY_NAME = {
    "a.ttl": TURTLE,
    "a.turtle": TURTLE,
    "a.nt": NT,
    "a.jsonld": JSON_LD,
    "a.json": JSON_LD,
    "a.rdf": RDF_XML,
    "a.owl": RDF_XML,
    "a.skos": RDF_XML,
    "a.xml": RDF_XML,
    "A.TTL": TURTLE,
}


def statements(*paths: Path) -> list[str]:
    return sorted(f"{quad.triple} ." for quad in read(paths).store)


@pytest.mark.parametrize("name", BY_NAME)
@pytest.mark.parametrize("suffix", ["", ".gz", ".GZ"])
@pytest.mark.parametrize("mark", [b"", codecs.BOM_UTF8])
def test_every_format_gives_the_same_statements(name: str, suffix: str, mark: bytes, write: Write) -> None:
    content = mark + BY_NAME[name].encode()
    path = write(name + suffix, gzip.compress(content) if suffix else content)
    assert statements(path) == [NT.strip()]


def test_rdf_xml_is_read_in_the_encoding_that_it_declares(write: Write) -> None:
    declared = RDF_XML.replace('version="1.0"', 'version="1.0" encoding="ISO-8859-1"')
    assert statements(write("a.rdf", declared.encode("latin-1"))) == [NT.strip()]


def test_rdf_xml_is_read_in_utf_16(write: Write) -> None:
    declared = RDF_XML.replace('version="1.0"', 'version="1.0" encoding="UTF-16"')
    assert statements(write("a.rdf", declared.encode("utf-16"))) == [NT.strip()]


def test_folder_is_read_with_its_sub_folders(write: Write, tmp_path: Path) -> None:
    write("a.ttl", TURTLE)
    write("concepts/b.nt", NT.replace("/a>", "/b>"))
    write("concepts/deeper/c.jsonld", JSON_LD.replace("org/a", "org/c"))
    assert statements(tmp_path) == [NT.strip().replace("/a>", f"/{each}>") for each in "abc"]


def test_released_snapshots_and_hidden_files_are_left_out(write: Write, tmp_path: Path) -> None:
    kept = write("a.ttl", TURTLE)
    for name in (
        "versions/1.0.ttl",
        "versions/1.0/a.ttl",
        ".git/a.ttl",
        ".a.ttl",
        "notes.txt",
        "package.json",
        "b.xml",
    ):
        write(name, "this is not read")
    assert read([tmp_path]).files == (kept,)


def test_folder_called_versions_is_read_where_it_is_named(write: Write, tmp_path: Path) -> None:
    kept = write("versions/1.0.ttl", TURTLE)
    assert read([tmp_path / "versions"]).files == (kept,)


def test_files_and_folders_are_read_together(write: Write, tmp_path: Path) -> None:
    write("folder/a.ttl", TURTLE)
    other = write("b.nt", NT.replace("/a>", "/b>"))
    assert len(statements(tmp_path / "folder", other)) == 2


def test_file_that_repeats_another_is_read_once_and_noted(write: Write, tmp_path: Path) -> None:
    write("a.ttl", TURTLE + "[] a <https://example.org/Note> .")
    copy = write("copy of a.ttl", TURTLE + "[] a <https://example.org/Note> .")
    reading = read([tmp_path])
    assert len(reading.store) == 2
    (remark,) = reading.remarks
    assert (remark.finding, remark.subjects) == (Finding.DUPLICATE_FILE, (str(copy),))


def test_blank_nodes_of_different_files_stay_apart(write: Write, tmp_path: Path) -> None:
    write("a.nt", '_:x <https://example.org/p> "1" .\n')
    write("b.ttl", '_:x <https://example.org/p> "2" .\n')
    write("c.jsonld", '{"@id": "_:x", "https://example.org/p": "3"}')
    write("d.jsonld", '{"@id": "_:x", "https://example.org/p": "4"}')
    assert len({quad.subject for quad in read([tmp_path]).store}) == 4


def test_digest_changes_with_contents_and_not_with_names(write: Write, tmp_path: Path) -> None:
    first = read([write("a.ttl", TURTLE)]).digest
    assert read([write("b.ttl", TURTLE)]).digest == first
    assert read([write("a.ttl", TURTLE + "# changed")]).digest != first


def test_notations_keep_their_leading_zeros(write: Write) -> None:
    (statement,) = statements(write("a.ttl", '<https://a.org/a> <https://a.org/b> "0012" .'))
    assert '"0012"' in statement


def test_missing_path_is_named(tmp_path: Path) -> None:
    with pytest.raises(UnreadableInput, match=r"nowhere\.ttl.*no such file or folder"):
        read([tmp_path / "nowhere.ttl"])


def test_folder_with_nothing_readable_is_refused_with_the_suffixes(write: Write, tmp_path: Path) -> None:
    write("notes.txt", "hello")
    with pytest.raises(UnreadableInput, match=r"nothing to read in this folder.*\.ttl") as error:
        read([tmp_path])
    assert error.value.problems[0].file == str(tmp_path)


def test_file_of_another_kind_is_refused_with_the_suffixes(write: Write) -> None:
    with pytest.raises(UnreadableInput, match=r"no file of a kind.*\.rdf"):
        read([write("terms.xlsx", b"PK")])


def test_all_unreadable_files_are_named_at_once(write: Write, tmp_path: Path) -> None:
    write("good.ttl", TURTLE)
    paths = [
        write("a.ttl", "oj"),
        write("b.ttl", "<<<<<<< HEAD\n"),
        write("c.ttl", b"\xe5"),
        write("d.nt.gz", b"not gzipped"),
        write("e.rdf", "<a>"),
    ]
    with pytest.raises(UnreadableInput) as error:
        read([tmp_path, tmp_path / "missing"])
    assert [problem.file for problem in error.value.problems] == [*map(str, paths), str(tmp_path / "missing")]


def test_two_copies_of_an_unreadable_file_are_both_named(write: Write, tmp_path: Path) -> None:
    write("a.ttl", "oj")
    write("b.ttl", "oj")
    with pytest.raises(UnreadableInput) as error:
        read([tmp_path])
    assert len(error.value.problems) == 2


def test_path_that_cannot_be_a_file_is_missing(tmp_path: Path) -> None:
    with pytest.raises(UnreadableInput, match="no such file or folder"):
        read([tmp_path / ("x" * 300 + ".ttl")])


def test_folder_that_cannot_be_opened_is_named() -> None:
    user = os.geteuid()
    with tempfile.TemporaryDirectory() as name:
        top = Path(name)
        top.chmod(0o755)
        (top / "good.ttl").write_text("<http://e.org/a> a <http://e.org/B> .", "utf-8")
        closed = top / "closed"
        closed.mkdir(mode=0o000)
        try:
            if user == 0:  # whom no folder is closed to
                os.seteuid(65534)
            with pytest.raises(UnreadableInput) as caught:
                read([top])
        finally:
            os.seteuid(user)
            closed.chmod(0o755)
    (problem,) = caught.value.problems
    assert (problem.file, problem.template) == (str(closed), "the folder cannot be opened")
