"""Pictures of the main pages for the README and the documentation, taken from the running service: `make pictures`."""

from __future__ import annotations

import shutil
from pathlib import Path

from playwright.sync_api import sync_playwright

from tests.browser.conftest import PROJECT, QUIET
from tests.browser.pages import SWEDISH
from tests.web.conftest import running

FOLDER = PROJECT / "docs" / "pictures"
WIDTH, HEIGHT = 1100, 820
TAKEN = ("home", "results", "concept", "compare", "guide", "hierarchy")


def main() -> None:
    """Take a picture of each page, as it first comes into view."""
    with running(str(PROJECT / "vocab")) as address, sync_playwright() as playwright:
        chromium = playwright.chromium.launch(
            executable_path=shutil.which("chromium"), args=QUIET, chromium_sandbox=False
        )
        page = chromium.new_context(base_url=address, viewport={"width": WIDTH, "height": HEIGHT}).new_page()
        for name in TAKEN:
            page.goto(SWEDISH[name])
            page.wait_for_load_state("networkidle")
            path = Path(FOLDER / f"{name}.png")
            page.screenshot(path=path)
            print(path.relative_to(PROJECT))  # noqa: T201 - a script that says what it made
        chromium.close()


if __name__ == "__main__":
    main()
