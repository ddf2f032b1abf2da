"""Whole vocabularies over HTTP: what is sent, packed how, from where, and what is kept by those who have it."""

from __future__ import annotations

import csv
import gzip
import io
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

import pytest
from flask.testing import FlaskClient
from openpyxl import load_workbook
from rdflib import Graph

from samsprak.publication.downloads import Downloads, turn
from samsprak.web.context import EXTENSION, service_of
from tests.web.conftest import SMALL, make_client

PACKABLE = ("ttl", "rdf", "nt", "jsonld", "csv")
GZIP = {"Accept-Encoding": "gzip"}


@pytest.mark.parametrize("suffix", PACKABLE)
def test_it_is_packed_for_those_who_take_it_so(client: FlaskClient, suffix: str) -> None:
    plain, packed = client.get(f"/small.{suffix}"), client.get(f"/small.{suffix}", headers=GZIP)
    assert "Content-Encoding" not in plain.headers
    assert packed.headers["Content-Encoding"] == "gzip"
    assert gzip.decompress(packed.get_data()) == plain.get_data()
    assert int(packed.headers["Content-Length"]) == len(packed.get_data()) < len(plain.get_data())
    assert int(plain.headers["Content-Length"]) == len(plain.get_data())
    assert plain.headers["Vary"] == packed.headers["Vary"] == "Accept-Encoding"
    assert plain.headers["Content-Type"] == packed.headers["Content-Type"]
    assert plain.headers["ETag"] != packed.headers["ETag"]


@pytest.mark.parametrize(
    ("accepted", "packed"),
    [
        ("", False),
        ("identity", False),
        ("gzip;q=0", False),
        ("br", False),
        ("gzip;q=0.5, identity;q=0.6", False),
        ("*;q=0", False),
        ("deflate, gzip;q=0.5", True),
        ("x-gzip", True),
        ("*", True),
        ("GZIP", True),
    ],
)
def test_accept_encoding_decides(client: FlaskClient, accepted: str, packed: bool) -> None:
    reply = client.get("/small.ttl", headers={"Accept-Encoding": accepted})
    assert reply.status_code == 200
    assert ("Content-Encoding" in reply.headers) is packed


@pytest.mark.parametrize("headers", [{}, GZIP], ids=["plain", "packed"])
@pytest.mark.parametrize("suffix", [*PACKABLE, "xlsx"])
def test_who_has_it_is_told_so(client: FlaskClient, suffix: str, headers: dict[str, str]) -> None:
    tag = client.get(f"/small.{suffix}", headers=headers).headers["ETag"]
    assert tag.startswith('"')
    for sent in (tag, f"W/{tag}", f'"other", {tag}', "*"):
        again = client.get(f"/small.{suffix}", headers={**headers, "If-None-Match": sent})
        assert again.status_code == 304, sent
        assert again.headers["ETag"] == tag
        assert again.headers.get("Vary") == (None if suffix == "xlsx" else "Accept-Encoding")
        assert again.get_data() == b""
    assert client.get(f"/small.{suffix}", headers={**headers, "If-None-Match": '"old"'}).status_code == 200


def test_what_is_packed_is_not_what_is_plain(client: FlaskClient) -> None:
    packed = client.get("/small.ttl", headers=GZIP).headers["ETag"]
    assert client.get("/small.ttl", headers={"If-None-Match": packed}).status_code == 200


@pytest.mark.parametrize("headers", [{}, GZIP], ids=["plain", "packed"])
@pytest.mark.parametrize("suffix", ["ttl", "csv", "xlsx"])
def test_head_has_the_headers_of_get(client: FlaskClient, suffix: str, headers: dict[str, str]) -> None:
    got, headed = (ask(f"/small.{suffix}", headers=headers) for ask in (client.get, client.head))
    assert dict(headed.headers) == dict(got.headers)
    assert headed.get_data() == b""


def test_a_part_can_be_had_of_either(client: FlaskClient) -> None:
    for headers in ({}, GZIP):
        whole = client.get("/small.ttl", headers=headers)
        content = whole.get_data()
        for asked, start, end in (("0-9", 0, 10), ("10-", 10, len(content)), ("-5", len(content) - 5, len(content))):
            part = client.get("/small.ttl", headers={**headers, "Range": f"bytes={asked}"})
            assert part.status_code == 206
            assert part.get_data() == content[start:end]
            assert part.headers["Content-Range"] == f"bytes {start}-{end - 1}/{len(content)}"
            assert part.headers["ETag"] == whole.headers["ETag"]


def test_a_part_is_given_of_the_same_version_only(client: FlaskClient) -> None:
    tag = client.get("/small.ttl").headers["ETag"]
    asked = {"Range": "bytes=0-9"}
    assert client.get("/small.ttl", headers={**asked, "If-Range": tag}).status_code == 206
    assert client.get("/small.ttl", headers={**asked, "If-Range": '"old"'}).status_code == 200
    assert client.get("/small.ttl", headers={**asked, "If-Range": "Sat, 01 Jan 2022 00:00:00 GMT"}).status_code == 200


def test_odd_ranges_are_answered_whole_or_refused(client: FlaskClient) -> None:
    size = len(client.get("/small.ttl").get_data())
    beyond = client.get("/small.ttl", headers={"Range": f"bytes={size}-"})
    assert beyond.status_code == 416
    assert beyond.headers["Content-Range"] == f"bytes */{size}"
    for odd in ("bytes=0-1,4-5", "lines=0-1", "bytes=x", "bytes=5-2"):
        assert client.get("/small.ttl", headers={"Range": odd}).status_code == 200, odd


def test_csv_is_a_file_with_headings(client: FlaskClient) -> None:
    reply = client.get("/small.csv")
    assert reply.content_type == "text/csv; charset=utf-8; header=present"
    assert reply.headers["Content-Disposition"] == 'attachment; filename="small.csv"'
    assert reply.headers["Access-Control-Allow-Origin"] == "*"
    found = list(csv.DictReader(io.StringIO(reply.get_data().decode("utf-8-sig"))))
    assert "https://example.org/small/stod" in {row["Adress (URI)"] for row in found}


def test_xlsx_is_a_workbook(client: FlaskClient) -> None:
    reply = client.get("/small.xlsx", headers=GZIP)
    assert reply.content_type == "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
    assert "Content-Encoding" not in reply.headers
    assert load_workbook(io.BytesIO(reply.get_data())).sheetnames[0] == "Begrepp"


@pytest.mark.parametrize(
    ("path", "accept", "location"),
    [
        ("/small", "text/csv", "/small.csv"),
        ("/small", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "/small.xlsx"),
        ("/small", "text/plain", "/small.nt"),
        ("/small", "text/*", "/sv/small/"),
        ("/small", "*/*", "/sv/small/"),
        ("/small?format=csv", "text/html", "/small.csv"),
        ("/small?format=xlsx", "*/*", "/small.xlsx"),
        ("/small?format=text/turtle", "*/*", "/small.ttl"),
        ("/small?format=application/ld%2Bjson", "*/*", "/small.jsonld"),
        ("/small?format=application/rdf+xml", "*/*", "/small.rdf"),
        ("/small?format=html", "text/turtle", "/sv/small/"),
    ],
)
def test_the_vocabularys_own_address_leads_to_tables_too(
    client: FlaskClient, path: str, accept: str, location: str
) -> None:
    reply = client.get(path, headers={"Accept": accept})
    assert (reply.status_code, reply.headers["Location"]) == (303, location)
    assert len(reply.headers.getlist("Link")) == 6


def test_a_format_that_there_is_not_is_406_and_names_what_there_is(client: FlaskClient) -> None:
    reply = client.get("/small?format=pdf", headers={"Accept": "*/*"})
    assert reply.status_code == 406
    assert "text/csv" in reply.get_json(force=True)["detail"]


def test_tables_are_of_whole_vocabularies_only(client: FlaskClient) -> None:
    assert client.get("/small/stod", headers={"Accept": "text/csv"}).status_code == 406
    assert client.get("/small/stod.csv").status_code == 404
    assert client.get("/small/stod.xlsx").status_code == 404


def test_just_after_the_start_one_is_told_to_come_again() -> None:
    client = make_client(SMALL)
    state = service_of(client.application)
    hasty = replace(state, downloads=Downloads(state.downloads.folder, patience=0.1))
    client.application.extensions[EXTENSION] = hasty
    with turn(state.downloads.folder):
        reply = client.get("/small.ttl", headers={"Accept-Language": "en"})
    assert reply.status_code == 503
    assert reply.headers["Retry-After"] == "5"
    assert reply.get_json(force=True)["detail"] == "small.ttl is being prepared. Please try again in a few seconds."
    assert client.get("/small.ttl").status_code == 200


def test_what_was_prepared_is_what_another_worker_sends(client: FlaskClient) -> None:
    first = client.get("/small.nt")
    other = Downloads(service_of(client.application).downloads.folder)
    (made,) = [each for form, each in other.prepared("small").items() if form.suffix == "nt"]
    assert made.path.read_bytes() == first.get_data()
    assert made.triples == len(Graph().parse(data=first.get_data(), format="nt"))


def test_a_reply_that_nobody_reads_to_its_end_leaves_no_file_open(client: FlaskClient) -> None:
    path = service_of(client.application).downloads.folder / "small.ttl"
    reply = client.get("/small.ttl", buffered=False)
    next(iter(reply.response))
    assert path in opened()
    reply.close()
    assert path not in opened()


def opened() -> set[Path]:
    """The files that this process has open."""
    found = set()
    for each in Path("/proc/self/fd").iterdir():
        with suppress(OSError):
            found.add(each.readlink())
    return found
