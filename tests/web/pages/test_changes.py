"""What has happened, as a page: by date and kind, newest first, a part at a time."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from flask.testing import FlaskClient

from tests.conftest import PREFIXES
from tests.web.conftest import FOREIGN, make_client

HOSTILE = "<script>alert(1)</script>"
BODY = f"""
ex:a a skos:Concept ; skos:prefLabel "ärende"@sv ; dcterms:created "2026-01-02" ; dcterms:modified "2026-02-03" .
ex:b a skos:Concept ; skos:prefLabel "bistånd"@sv ; dcterms:created "2026-01-02" ; dcterms:dateAccepted "2026-02-03" .
ex:c a skos:Concept ; skos:prefLabel "{HOSTILE}"@sv ; dcterms:created "2025-12" .
ex:d a skos:Concept ; skos:prefLabel "gammalt"@sv ; dcterms:modified "2026-02-03" ; adms:status status:Deprecated .
ex:e a skos:Concept ; skos:prefLabel "odaterat"@sv ; dcterms:created "häromdagen" .
"""


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> FlaskClient:
    path = tmp_path_factory.mktemp("changes") / "v.ttl"
    path.write_text(PREFIXES + BODY, "utf-8")
    return make_client(path, FOREIGN)


def main(page: str) -> str:
    return page[page.index("<main") : page.index("</main>")]


def told(page: str) -> list[str]:
    found = re.findall(r"<h[23]>(.*?)</h[23]>|<li>(.*?)</li>", main(page))
    return [re.sub(r"<[^>]+>", "", "".join(each)) for each in found]


def test_what_happened_stands_under_its_date_and_kind(pages: FlaskClient) -> None:
    assert told(pages.get("/sv/v/andringar").text) == [
        *("3 februari 2026", "Beslutade begrepp (1)", "bistånd", "Begrepp som inte längre används (1)", "gammalt"),
        *("Ändrade begrepp (1)", "ärende", "2 januari 2026", "Nya begrepp (2)", "bistånd", "ärende"),
        *("december 2025", "Nya begrepp (1)", "&lt;script&gt;alert(1)&lt;/script&gt;"),
    ]


def test_concepts_are_links_and_dates_can_be_read_by_programs(pages: FlaskClient) -> None:
    page = pages.get("/en/v/changes").text
    assert '<time datetime="2026-02-03">3 February 2026</time>' in page
    assert '<a href="/en/v/d/gammalt" lang="sv" class="retired">gammalt</a>' in page
    assert 'href="/sv/v/andringar"' in page


def test_vocabulary_without_dates_says_so(pages: FlaskClient) -> None:
    assert "har inga datum" in pages.get("/sv/foreign/andringar").text
    assert told(pages.get("/sv/foreign/andringar").text) == []


def test_many_events_are_paged(write: Callable[[str, str | bytes], Path]) -> None:
    many = [f'ex:n{n} a skos:Concept ; dcterms:created "2026-01-{n % 28 + 1:02}" .' for n in range(450)]
    client = make_client(write("v.ttl", PREFIXES + "\n".join(many)))
    parts = [client.get(f"/sv/v/andringar?page={number}").text for number in (1, 2, 3, 4)]
    seen = [link for part in parts for link in re.findall(r'<li><a href="([^"]+)"', main(part))]
    assert len(seen) == len(set(seen)) == 450
    assert 'rel="next" href="/sv/v/andringar?page=2"' in parts[0]
    assert 'rel="next"' not in parts[2]
    assert "Det finns inget mer." in parts[3]
    dates = [date for part in parts for date in re.findall(r'datetime="([^"]+)"', part)]
    assert dates == sorted(dates, reverse=True)


def test_each_part_has_the_same_part_in_the_other_language(write: Callable[[str, str | bytes], Path]) -> None:
    many = [f'ex:n{n} a skos:Concept ; dcterms:created "2026" .' for n in range(250)]
    client = make_client(write("v.ttl", PREFIXES + "\n".join(many)))
    assert 'href="/en/v/changes?page=2"' in client.get("/sv/v/andringar?page=2").text
    assert client.get("/sv/v/changes").status_code == 404
