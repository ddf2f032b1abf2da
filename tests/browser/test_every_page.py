"""Every page, in both languages: accessible, readable when narrow or enlarged, valid, and complete without a script."""

from __future__ import annotations

import json
import subprocess
import urllib.error
import urllib.request
from pathlib import Path
from urllib.parse import quote

import pytest
from playwright.sync_api import Page

from tests.browser.conftest import NARROW, TOOLS, WIDE, Open
from tests.browser.pages import ALL, ENGLISH, SWEDISH

# WCAG 2.2 AA, and what the checker's makers advise besides.
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]


def violations(page: Page) -> list[str]:
    """What axe-core finds, a line each. Its script runs by the debugger, past the page's security policy."""
    page.evaluate((TOOLS / "axe-core" / "axe.min.js").read_text("utf-8"))
    found = page.evaluate("tags => axe.run(document, {runOnly: tags})", TAGS)
    return [
        f"{each['id']}: {each['help']} – {node['html'][:200]}" for each in found["violations"] for node in each["nodes"]
    ]


@pytest.mark.parametrize("path", ALL)
@pytest.mark.parametrize(("width", "scheme"), [(WIDE, "light"), (WIDE, "dark"), (NARROW, "light")])
def test_page_is_accessible(show: Open, path: str, width: int, scheme: str) -> None:
    assert violations(show(path, width=width, color_scheme=scheme)) == []


@pytest.mark.parametrize("path", ALL)
def test_narrow_page_does_not_scroll_sideways(show: Open, path: str) -> None:
    page = show(path, width=NARROW)
    assert page.evaluate("document.documentElement.scrollWidth") <= NARROW


@pytest.mark.parametrize("path", SWEDISH.values())
def test_text_at_twice_its_size_stays_on_the_page(show: Open, path: str) -> None:
    page = show(path, width=640)
    page.evaluate("document.documentElement.style.fontSize = '200%'")
    assert page.evaluate("document.documentElement.scrollWidth") <= 640


@pytest.mark.parametrize("path", SWEDISH.values())
def test_page_says_the_same_without_a_script(show: Open, path: str) -> None:
    """What only scripts do (copying) is not shown; every link and heading is there."""
    links = "main a[href], main h1, main h2"
    counts = [show(path, java_script_enabled=enabled).locator(links).count() for enabled in (True, False)]
    assert counts[0] == counts[1] > 0


@pytest.mark.parametrize("path", SWEDISH.values())
def test_nothing_is_logged_to_the_console(show: Open, path: str) -> None:
    page = show("/healthz")
    said: list[str] = []
    page.on("console", lambda message: said.append(message.text))
    page.on("pageerror", lambda error: said.append(str(error)))
    page.goto(path)
    page.wait_for_load_state("networkidle")
    assert [each for each in said if "404" not in each] == []


def test_every_page_is_valid_html(thesaurus: str, tmp_path: Path) -> None:
    for number, path in enumerate(ALL):
        name = f"{number}-{path.strip('/').replace('/', '-').partition('?')[0]}.html"
        request = urllib.request.Request(thesaurus + quote(path, safe="/?=&"), headers={"Accept": "text/html"})
        try:
            with urllib.request.urlopen(request, timeout=30) as reply:
                content = reply.read()
        except urllib.error.HTTPError as error:
            content = error.read()
        (tmp_path / name).write_bytes(content)
    jar = TOOLS / "vnu-jar" / "build" / "dist" / "vnu.jar"
    checked = subprocess.run(
        ["java", "-jar", str(jar), "--format", "json", "--skip-non-html", str(tmp_path)],
        capture_output=True,
        text=True,
        timeout=300,
        check=False,
    )
    messages = json.loads(checked.stderr)["messages"]
    told = [f"{Path(each['url']).name}: {each['message']} {each.get('extract', '')}" for each in messages]
    assert told == []


def test_pages_of_both_languages_are_the_same() -> None:
    assert SWEDISH.keys() == ENGLISH.keys()


def test_caption_of_the_reports_table_has_the_width_of_a_narrow_page(show: Open) -> None:
    box = show(SWEDISH["concept"], width=NARROW).locator("table.report caption").bounding_box()
    assert box is not None
    assert box["width"] > NARROW / 2
