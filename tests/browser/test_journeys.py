"""Journeys by keyboard through the hierarchy and the guide; the shortcut to the search field; paper."""

from __future__ import annotations

from playwright.sync_api import Page, expect

from tests.browser.conftest import NARROW, Open
from tests.browser.pages import SWEDISH


def test_slash_leads_to_the_search_field(show: Open) -> None:
    page = show(SWEDISH["concept"])
    page.keyboard.press("/")
    expect(page.get_by_role("combobox")).to_be_focused()
    page.keyboard.type("a/b")
    expect(page.get_by_role("combobox")).to_have_value("a/b")


def test_hierarchy_is_walked_with_arrows(show: Open) -> None:
    page = show(SWEDISH["hierarchy"])
    group = page.get_by_role("treeitem", name="målgrupp 12")
    if not group.count():
        group = page.get_by_role("treeitem", name="målgrupp", exact=True)
    group.focus()
    expect(group).to_have_attribute("aria-expanded", "false")
    page.keyboard.press("ArrowRight")
    expect(group).to_have_attribute("aria-expanded", "true")
    page.keyboard.press("ArrowRight")
    expect(page.get_by_role("treeitem", name="alla barn")).to_be_focused()
    page.keyboard.press("Enter")
    page.wait_for_url("**/alla-barn")


def test_hierarchy_shows_what_a_filter_asks_for_with_its_way(show: Open) -> None:
    page = show(SWEDISH["hierarchy"])
    page.get_by_label("Visa bara det som heter").fill("oppenvard")
    shown = page.locator(".tree li:visible > a")
    expect(shown.filter(has_text="öppenvård").first).to_be_visible()
    expect(shown.filter(has_text="riskfaktor")).to_have_count(0)


def answer(page: Page) -> None:
    """Choose the first answer of a question by keyboard and go on."""
    page.get_by_role("radio").first.focus()
    page.keyboard.press("Space")
    page.keyboard.press("Enter")
    page.wait_for_load_state()


def test_guide_is_answered_by_keyboard_to_its_end(show: Open) -> None:
    page = show(SWEDISH["guide"])
    for _ in range(8):
        if not page.get_by_role("radio").count():
            break
        question = page.get_by_role("radio").first.get_attribute("id")
        answer(page)
        expect(page.locator(f"input[type=radio][id='{question}']")).to_have_count(0)
    expect(page.get_by_role("radio")).to_have_count(0)
    expect(page.get_by_role("link", name="universell prevention").first).to_be_visible()
    # The address holds the answers: who opens it sees the same end.
    end = page.locator("main").inner_text()
    again = show(page.url)
    assert again.locator("main").inner_text() == end


def test_guide_says_what_is_missing_where_nothing_is_chosen(show: Open) -> None:
    page = show(SWEDISH["guide"])
    page.get_by_role("button", name="Gå vidare").click()
    expect(page.locator(".error")).to_be_visible()


def test_definition_is_copied_and_the_button_says_so(show: Open) -> None:
    page = show(SWEDISH["concept"], permissions=["clipboard-read", "clipboard-write"])
    page.get_by_role("button", name="Kopiera definitionen").click()
    copied = page.evaluate("navigator.clipboard.readText()")
    assert copied.startswith("insats utan bistånd som lämnas")
    expect(
        page.get_by_role("status").filter(has_text="opiera").or_(page.get_by_text("Kopierat")).first
    ).to_be_attached()


def test_wide_diagram_on_a_narrow_screen_begins_at_its_own_concept(show: Open) -> None:
    page = show(SWEDISH["concept"], width=NARROW)
    frame, box = (page.locator(each).bounding_box() for each in (".drawing", ".drawing [aria-current]"))
    assert frame is not None
    assert box is not None
    assert page.locator(".drawing").evaluate("each => each.scrollWidth > each.clientWidth")
    middle = box["x"] + box["width"] / 2
    assert frame["x"] < middle < frame["x"] + frame["width"]


def test_term_sheet_on_paper_leaves_out_what_is_only_for_the_screen(show: Open) -> None:
    page = show(SWEDISH["concept"])
    page.emulate_media(media="print")
    expect(page.get_by_role("heading", level=1)).to_be_visible()
    expect(page.get_by_role("search")).to_be_hidden()
    expect(page.get_by_role("button", name="Kopiera definitionen")).to_be_hidden()
