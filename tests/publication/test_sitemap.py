from __future__ import annotations

import xml.etree.ElementTree as ET

from samsprak.publication.sitemap import Page, documents, index, pages
from samsprak.vocabulary.protocol import Vocabulary
from samsprak.vocabulary.records import Resource
from tests.publication.conftest import BASE

S = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
X = "{http://www.w3.org/1999/xhtml}"


def address(record: Resource, lang: str) -> str:
    return f"{BASE}/{lang}/v/{record.id}?a=1&b=2"


def entries(document: bytes) -> list[ET.Element]:
    return ET.fromstring(document).findall(f"{S}url")


def test_every_page_stands_there_in_each_language_and_names_the_others(foreign: Vocabulary) -> None:
    (document,) = documents(pages(foreign, address))
    found = {entry.findtext(f"{S}loc"): entry for entry in entries(document)}
    apple = found[f"{BASE}/sv/v/apple?a=1&b=2"]
    links = {link.get("hreflang"): link.get("href") for link in apple.findall(f"{X}link")}
    assert links == {lang: f"{BASE}/{lang}/v/apple?a=1&b=2" for lang in ("sv", "en")}
    assert all(link.get("rel") == "alternate" for link in apple.findall(f"{X}link"))
    assert apple.findtext(f"{S}lastmod") == "2024-04-05"
    assert f"{BASE}/en/v/group?a=1&b=2" in found


def test_concepts_out_of_use_are_left_out(foreign: Vocabulary) -> None:
    (document,) = documents(pages(foreign, address))
    assert b"/pear" not in document
    assert b"/gone" not in document


def test_more_addresses_than_a_file_may_have_are_split(foreign: Vocabulary) -> None:
    found = list(documents(pages(foreign, address), most=3))
    whole = entries(next(documents(pages(foreign, address))))
    assert [len(entries(document)) for document in found] == [3, 3, 2]
    assert sum(len(entries(document)) for document in found) == len(whole) == 8


def test_no_file_is_larger_than_allowed() -> None:
    many = [Page({"sv": f"{BASE}/{'x' * 100}{number}"}, "2025") for number in range(50)]
    found = list(documents(many, largest=2000))
    assert len(found) > 1
    assert all(len(document) <= 2000 for document in found)
    assert sum(len(entries(document)) for document in found) == 50


def test_nothing_at_all_is_a_sitemap_too() -> None:
    (document,) = documents([])
    assert entries(document) == []


def test_the_index_names_the_files() -> None:
    root = ET.fromstring(index([f"{BASE}/sitemap-{number}.xml?a&b" for number in (1, 2)]))
    assert root.tag == f"{S}sitemapindex"
    assert [each.findtext(f"{S}loc") for each in root] == [f"{BASE}/sitemap-{number}.xml?a&b" for number in (1, 2)]
