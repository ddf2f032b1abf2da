"""The service in a real browser: Chromium, driven by Playwright, against a server in a process of its own."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, Request, sync_playwright

from tests.web.conftest import running

PROJECT = Path(__file__).parent.parent.parent
TOOLS = PROJECT / ".venv" / "tools" / "node_modules"
# The browser must ask nobody but the server: no updates, no look-ups of its own.
QUIET = (
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-quic",
    "--disable-sync",
    "--no-first-run",
)
WIDE, NARROW = 1280, 320
HEIGHT = 900

Open = Callable[..., Page]


@pytest.fixture(scope="session")
def thesaurus() -> Iterator[str]:
    """The address of a server of the project's own vocabulary."""
    with running(str(PROJECT / "vocab")) as address:
        yield address


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Debian's Chromium."""
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(
            executable_path=shutil.which("chromium"), args=QUIET, chromium_sandbox=False
        )
        yield chromium
        chromium.close()


@pytest.fixture
def show(browser: Browser, thesaurus: str) -> Iterator[Open]:
    """Return a function that opens a page of the service; fails the test if the page asks any other host."""
    contexts: list[BrowserContext] = []
    strangers: list[str] = []

    def note(request: Request) -> None:
        if not request.url.startswith((thesaurus, "data:", "blob:")):
            strangers.append(request.url)

    def open_page(path: str, *, width: int = WIDE, **settings: object) -> Page:
        viewport = {"width": width, "height": HEIGHT}
        context = browser.new_context(base_url=thesaurus, viewport=viewport, **settings)  # type: ignore[arg-type]
        contexts.append(context)
        context.on("request", note)
        page = context.new_page()
        page.goto(path)
        return page

    yield open_page
    for context in contexts:
        context.close()
    assert strangers == []
