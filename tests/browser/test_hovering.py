"""The definition of a term within a text, by pointer and by keyboard (WCAG 2.2, 1.4.13)."""

from __future__ import annotations

from playwright.sync_api import Locator, Page, expect

from tests.browser.conftest import NARROW, Open

CONCEPT = "/sv/prevention/kjcg7r/serviceinsats"


def term(page: Page) -> Locator:
    return page.locator("#definition a.named").first


def definition(page: Page) -> Locator:
    return page.get_by_role("tooltip")


def test_pointer_shows_the_definition_and_may_move_onto_it(show: Open) -> None:
    page = show(CONCEPT)
    main = page.locator("main").bounding_box()
    term(page).hover()
    expect(definition(page)).to_have_text(term(page).get_attribute("data-definition") or "nothing")
    expect(term(page)).to_have_attribute("aria-describedby", definition(page).get_attribute("id") or "nothing")
    assert page.locator("main").bounding_box() == main, "nothing moves"
    definition(page).hover()
    page.wait_for_timeout(600)
    expect(definition(page)).to_be_visible()
    page.get_by_role("heading", level=1).hover()
    expect(definition(page)).to_be_hidden()
    assert term(page).get_attribute("aria-describedby") is None


def test_keyboard_shows_it_and_escape_puts_it_away(show: Open) -> None:
    page = show(CONCEPT)
    page.locator("nav.path a").last.focus()
    page.keyboard.press("Tab")
    while not term(page).evaluate("each => each === document.activeElement"):
        page.keyboard.press("Tab")
    expect(definition(page)).to_be_visible()
    page.keyboard.press("Escape")
    expect(definition(page)).to_be_hidden()
    expect(term(page)).to_be_focused()
    page.keyboard.press("Tab")
    page.keyboard.press("Shift+Tab")
    expect(definition(page)).to_be_visible()
    page.keyboard.press("Enter")
    page.wait_for_url("**/insats-utan-bistand")


def test_it_stays_on_a_narrow_screen(show: Open) -> None:
    page = show(CONCEPT, width=NARROW)
    for each in page.locator("a.named[data-definition]").all()[:8]:
        each.focus()
        each.hover()
        expect(each).to_have_attribute("aria-describedby", "hovering")
        box = definition(page).bounding_box()
        assert box
        assert box["x"] >= 0
        assert box["x"] + box["width"] <= NARROW
        page.keyboard.press("Escape")


def test_without_a_script_the_term_is_a_link(show: Open) -> None:
    page = show(CONCEPT, java_script_enabled=False)
    term(page).click()
    page.wait_for_url("**/insats-utan-bistand")
