"""The search field by keyboard, by screen reader's roles, and without a script."""

from __future__ import annotations

from playwright.sync_api import expect

from tests.browser.conftest import Open


def test_arrow_down_and_enter_lead_to_the_concept(show: Open) -> None:
    page = show("/sv/")
    field = page.get_by_role("combobox")
    field.fill("servicei")
    options = page.get_by_role("option")
    expect(options.first).to_have_text("serviceinsats")
    expect(field).to_have_attribute("aria-expanded", "true")
    field.press("ArrowDown")
    expect(options.first).to_have_attribute("aria-selected", "true")
    expect(field).to_have_attribute("aria-activedescendant", options.first.get_attribute("id") or "")
    field.press("Enter")
    page.wait_for_url("**/serviceinsats")
    expect(page.get_by_role("heading", level=1)).to_have_text("serviceinsats")


def test_a_synonym_is_shown_with_its_term(show: Open) -> None:
    page = show("/sv/")
    page.get_by_role("combobox").fill("insats som serv")
    expect(page.get_by_role("option").first).to_have_text("insats som service → serviceinsats")


def test_escape_closes_the_list_and_keeps_the_text(show: Open) -> None:
    page = show("/sv/")
    field = page.get_by_role("combobox")
    field.fill("barn")
    expect(page.get_by_role("option").first).to_be_visible()
    field.press("Escape")
    expect(page.get_by_role("listbox")).to_be_hidden()
    expect(field).to_have_value("barn")


def test_enter_without_a_choice_searches(show: Open) -> None:
    page = show("/sv/")
    field = page.get_by_role("combobox")
    field.fill("stödsamtalen")
    field.press("Enter")
    page.wait_for_url("**/sv/sok?q=*")
    expect(page.locator("ol.hits > li").first).to_contain_text("stödsamtal")


def test_suggestions_do_not_move_the_page(show: Open) -> None:
    page = show("/sv/")
    main = page.locator("main")
    before = main.bounding_box()
    page.get_by_role("combobox").fill("barn")
    expect(page.get_by_role("option").first).to_be_visible()
    assert main.bounding_box() == before


def test_without_a_script_the_field_is_a_plain_form(show: Open) -> None:
    page = show("/sv/", java_script_enabled=False)
    field = page.get_by_label("Sök efter en term")
    field.fill("serviceinsatser")
    field.press("Enter")
    page.wait_for_url("**/sv/sok?q=*")
    page.locator("ol.hits a.term").first.click()
    page.wait_for_url("**/serviceinsats")
