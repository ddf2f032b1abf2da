"""A term is proposed in a browser: by keyboard, with remarks as one writes, and without a script."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Dialog, Page, expect

from tests.browser.conftest import NARROW, WIDE, Open
from tests.browser.test_every_page import violations
from tests.proposals import applying, git, make_repository

FORM = "/sv/foresla?term=familjecoach"


def fill_in(page: Page) -> None:
    page.get_by_label("Definition", exact=True).fill("aktör som ger familjer råd i hemmet")
    page.get_by_label("Överordnat begrepp 1").fill("aktör")
    page.get_by_label("Facett").select_option(label="aktörer (vem som ger insatsen)")
    page.get_by_label("Källa 1", exact=True).fill("https://www.example.org/kalla")


@pytest.mark.parametrize("script", [True, False])
def test_proposal_is_filled_in_downloaded_and_taken_by_git(
    show: Open, tmp_path_factory: pytest.TempPathFactory, *, script: bool
) -> None:
    page = show(FORM, java_script_enabled=script, accept_downloads=True)
    fill_in(page)
    page.get_by_role("button", name="Gör klart förslaget").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Förslaget är klart att skicka")
    with page.expect_download() as download:
        page.get_by_role("button", name="Ladda ner förslaget").click()
    repository = make_repository(tmp_path_factory.mktemp("repository"))
    clone = applying(repository, tmp_path_factory.mktemp("clone"))(Path(download.value.path()).read_bytes())
    assert git(clone, "show", "--name-only", "--format=%s", "HEAD").split("\n\n") == [
        "Ny term: familjecoach",
        "vocab/concepts/familjecoach.ttl\n",
    ]


def test_remarks_come_as_one_writes_and_only_where_one_has_written(show: Open) -> None:
    page = show(FORM)
    page.get_by_label("Definition", exact=True).fill("En familjecoach som hjälper.")
    found = page.locator("#found-definition_sv")
    expect(found).to_contain_text("Börja utan artikel")
    expect(found).to_contain_text("sin egen term")
    expect(page.locator("#found-facet li")).to_have_count(0)
    expect(page.get_by_role("status").filter(has_text="Anmärkningar")).to_be_attached()
    expect(page.get_by_role("region", name="Så kommer det att se ut")).to_contain_text("En familjecoach som hjälper.")
    page.get_by_label("Andra ord för samma sak").fill("serviceinsats")
    there = page.locator("#found-also_sv")
    expect(there).to_contain_text("finns redan som term för")
    expect(there.get_by_role("link", name="serviceinsats")).to_be_visible()
    page.get_by_label("Definition", exact=True).fill("aktör som ger familjer råd i hemmet")
    expect(found.locator("li")).to_have_count(0)


def test_what_is_to_be_corrected_is_reached_by_keyboard(show: Open) -> None:
    page = show("/sv/foresla")
    page.get_by_role("button", name="Gör klart förslaget").focus()
    page.keyboard.press("Enter")
    expect(page.get_by_role("alert")).to_be_focused()
    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="Term", exact=True)).to_be_focused()
    expect(page.get_by_label("Term", exact=True)).to_have_attribute("aria-invalid", "true")


@pytest.mark.parametrize(("width", "scheme"), [(WIDE, "light"), (WIDE, "dark"), (NARROW, "light")])
def test_pages_that_answer_are_accessible(show: Open, width: int, scheme: str) -> None:
    page = show(FORM, width=width, color_scheme=scheme)
    page.get_by_label("Definition", exact=True).fill("En familjecoach. Den hjälper.")
    page.get_by_role("button", name="Gör klart förslaget").click()
    expect(page.get_by_role("alert")).to_be_visible()
    assert violations(page) == []
    fill_in(page)
    page.get_by_role("button", name="Gör klart förslaget").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Förslaget är klart att skicka")
    assert violations(page) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_concept_page_leads_to_its_record_in_the_form(show: Open) -> None:
    page = show("/sv/prevention/kjcg7r/serviceinsats")
    page.get_by_role("link", name="Föreslå en ändring").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Föreslå en ändring")
    expect(page.get_by_label("Term", exact=True)).to_have_value("serviceinsats")


def test_who_leaves_what_is_written_is_asked_first_and_who_finishes_is_not(show: Open) -> None:
    page = show(FORM)
    asked: list[str] = []

    def stay(dialog: Dialog) -> None:
        asked.append(dialog.type)
        dialog.dismiss()

    page.on("dialog", stay)
    fill_in(page)
    page.get_by_role("link", name="Ändra", exact=True).click()
    assert asked == ["beforeunload"]
    expect(page.get_by_label("Överordnat begrepp 1")).to_have_value("aktör")
    page.get_by_role("button", name="Gör klart förslaget").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Förslaget är klart att skicka")
    assert asked == ["beforeunload"]
