"""Concepts side by side: the journey by keyboard, and the page on every width."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import NARROW, WIDE, Open

PAIR = "/sv/prevention/jamfor?concept=kjcg7r&concept=p6dt37"


def test_concept_is_added_by_keyboard(show: Open) -> None:
    page = show(PAIR)
    page.get_by_label("Term", exact=True).focus()
    page.keyboard.type("placeringar")
    page.keyboard.press("Enter")
    page.wait_for_url("**/jamfor?concept=kjcg7r&concept=p6dt37&concept=fc8gc9")
    expect(page.get_by_role("columnheader")).to_have_count(3)


def test_concept_is_exchanged_without_a_script(show: Open) -> None:
    page = show(PAIR, java_script_enabled=False)
    page.get_by_label("Term", exact=True).fill("placering")
    page.get_by_label("Var", exact=True).select_option("kjcg7r")
    page.get_by_role("button", name="Jämför").click()
    page.wait_for_url("**/jamfor?concept=fc8gc9&concept=p6dt37")


@pytest.mark.parametrize("width", [WIDE, NARROW])
@pytest.mark.parametrize("path", [PAIR, "/en/prevention/statistics", "/sv/prevention/andringar"])
def test_page_fits_its_width(show: Open, path: str, width: int) -> None:
    page = show(path, width=width)
    assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_narrow_page_keeps_the_roles_of_a_table(show: Open) -> None:
    page = show(PAIR, width=NARROW)
    expect(page.get_by_role("rowheader", name="Definition")).to_be_visible()
    expect(page.get_by_role("columnheader", name="serviceinsats")).to_be_visible()
    assert page.get_by_role("cell").count() > len("serviceinsats")
