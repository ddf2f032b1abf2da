from __future__ import annotations

import re
from html import unescape
from itertools import pairwise
from pathlib import Path

import pytest
from flask.testing import FlaskClient

from samsprak.settings import VocabularyInput, project_folder
from samsprak.vocabulary.guide import outcome
from samsprak.vocabulary.loader import load
from samsprak.vocabulary.protocol import Vocabulary
from tests.conftest import PREFIXES
from tests.guides import SMALL_GUIDE, every_answer, way_on, ways_to
from tests.web.conftest import SMALL, make_client
from tests.web.pages.shown import Page, shown

PATH = {"sv": "/sv/v/vagledning", "en": "/en/v/guide"}
OWN = {"sv": "/sv/prevention/vagledning", "en": "/en/prevention/guide"}


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> FlaskClient:
    """A vocabulary with a guide, and one without."""
    path = tmp_path_factory.mktemp("guide") / "v.ttl"
    path.write_text(PREFIXES + SMALL_GUIDE, encoding="utf-8")
    return make_client(path, SMALL)


@pytest.fixture(scope="module")
def own() -> FlaskClient:
    """The thesaurus, served."""
    return make_client(project_folder("vocab"))


@pytest.fixture(scope="module")
def thesaurus() -> Vocabulary:
    return load(VocabularyInput(project_folder("vocab")))


def asked(path: str, *answers: str) -> str:
    return path + "".join(f"{'&' if number else '?'}answer={answer}" for number, answer in enumerate(answers))


def main_of(text: str) -> str:
    return unescape(text[text.index("<main") : text.index("</main>")])


# --- Asking -----------------------------------------------------------------------------------------------------------


def test_first_page_introduces_the_guide_and_asks_one_question(small: FlaskClient) -> None:
    text, page = shown(small, PATH["sv"])
    assert page.headings == ["Vad?", "Talar de?"]
    assert '<p class="lead">Svara.</p>' in text
    assert re.findall(r'type="radio" id="(\w+)" name="answer" value="(\w+)"', text) == [("yes", "yes"), ("no", "no")]
    assert '<p id="help">Hjälp.</p>' in text
    assert "<title>Talar de? – Vad? – Samspråk</title>" in text


def test_every_radio_button_has_its_label_and_its_explanation(small: FlaskClient) -> None:
    text, _ = shown(small, PATH["en"])
    assert '<fieldset aria-describedby="help">' in text
    assert "<legend><h2>Do they talk?</h2></legend>" in text
    assert '<label for="no">No</label>' in text
    assert 'value="no" aria-describedby="no-help"' in text
    assert 'id="no-help">Not at all.</span>' in text
    assert 'value="yes">' in text


def test_answer_leads_to_an_address_that_can_be_kept(small: FlaskClient) -> None:
    reply = small.get(asked(PATH["en"], "yes") + "&asked=q1")
    assert (reply.status_code, reply.headers["Location"]) == (303, asked(PATH["en"], "yes"))
    text, page = shown(small, reply.headers["Location"])
    assert page.headings == ["What?", "With whom?", "Your answers"]
    assert '<input type="hidden" name="answer" value="yes">' in text
    assert '<input type="hidden" name="asked" value="q2">' in text


def test_page_says_what_was_answered_with_a_link_to_change_each(small: FlaskClient) -> None:
    text, page = shown(small, asked(PATH["sv"], "yes", "unknown"))
    assert "Talar de?</span> <strong>Ja</strong>" in text
    assert "Med vem?</span> <strong>Vet inte</strong>" in text
    assert asked(PATH["sv"], "unknown") in page.links
    assert asked(PATH["sv"], "yes") in page.links
    # A screen reader hears which answer each link changes.
    assert 'Ändra<span class="unseen">: Talar de?</span>' in text


def test_later_answers_are_kept_while_an_earlier_one_is_changed(small: FlaskClient) -> None:
    text, _ = shown(small, asked(PATH["en"], "staff"))
    assert "Do they talk?" in text
    assert '<input type="hidden" name="answer" value="staff">' in text
    reply = small.get(asked(PATH["en"], "staff", "yes") + "&asked=q1")
    assert reply.headers["Location"] == asked(PATH["en"], "yes", "staff")
    assert "Concepts to tag with" in small.get(reply.headers["Location"]).text


def test_nothing_chosen_is_said_at_the_field_in_the_title_and_with_a_way_to_it(small: FlaskClient) -> None:
    text, page = shown(small, PATH["sv"] + "?asked=q1")
    assert '<fieldset aria-describedby="missed help">' in text
    assert re.search(r'<p class="error" id="missed" role="alert"><a href="#yes">Välj ett svar', text)
    assert "<title>Fel: Talar de?" in text
    assert "#yes" in page.links
    assert "Välj ett svar" not in small.get(PATH["sv"]).text


@pytest.mark.parametrize("lang", ["sv", "en"])
def test_page_leads_to_itself_in_the_other_language(lang: str, small: FlaskClient) -> None:
    other = "en" if lang == "sv" else "sv"
    _, page = shown(small, asked(PATH[lang], "yes", "staff"))
    assert asked(PATH[other], "yes", "staff") in page.links


def test_only_the_beginning_is_for_search_engines(small: FlaskClient) -> None:
    assert 'content="noindex"' not in small.get(PATH["sv"]).text
    assert 'content="noindex"' in small.get(asked(PATH["sv"], "yes")).text


def test_vocabulary_with_a_guide_links_to_it_and_one_without_does_not(small: FlaskClient) -> None:
    text, page = shown(small, "/sv/v/")
    assert PATH["sv"] in page.links
    assert ">Vad?</a>" in text
    _, page = shown(small, "/en/small/")
    assert not [link for link in page.links if link.endswith("/guide")]


# --- Ending -----------------------------------------------------------------------------------------------------------


def test_end_shows_concepts_under_their_groups_with_certainty_reason_and_source(small: FlaskClient) -> None:
    text, page = shown(small, asked(PATH["sv"], "yes", "staff"))
    body = main_of(text)
    assert page.headings[:3] == ["Vad?", "Begrepp att märka med", "Vad som är kvar att ta reda på"]
    assert '<h3><a href="/sv/v/what/innehall">innehåll</a></h3>' in body
    assert re.search(
        r'href="/sv/v/talk/samtal">samtal</a> – <strong>säkert</strong>.*?Med personal\..*?Källa: '
        r'<a href="/sv/v/report/en-rapport">En rapport</a>, <span>s\. 3</span>.*?De talar\..*?s\. 1',
        body,
        re.DOTALL,
    )
    assert re.search(r"grupp</a> – <strong>möjligt</strong>.*?Kanske\.", body, re.DOTALL)
    assert "tidpunkt</a></h3>" not in body
    assert re.search(r'Svaren säger inget om: <a href="/sv/v/when/tidpunkt">tidpunkt</a>', body)
    assert re.search(r"<h2>Källor</h2>.*En rapport", body, re.DOTALL)


def test_end_shows_what_remains_open_and_the_answer_that_only_led_on_cites_its_source(small: FlaskClient) -> None:
    body = main_of(small.get(asked(PATH["en"], "no", "soon")).text)
    assert "The answers do not speak for any concept." in body
    assert re.search(r"Who is not said\..*?p\. 5.*?Why not\?.*?p\. 6", body, re.DOTALL)
    assert re.search(r"Do they talk\?</span> <strong>No</strong>.*?Source: .*?p\. 9", body, re.DOTALL)


def test_end_gives_its_address_without_answers_that_do_not_count(small: FlaskClient) -> None:
    text, _ = shown(small, asked(PATH["en"], "no", "staff", "late"))
    address = "http://localhost" + asked(PATH["en"], "no", "late")
    assert f"<code>{address}</code>" in unescape(text)
    assert "Not on this path, and not counted: <span>Staff</span>" in text


def test_address_of_the_result_stands_below_the_base_path(tmp_path: Path) -> None:
    path = tmp_path / "v.ttl"
    path.write_text(PREFIXES + SMALL_GUIDE, encoding="utf-8")
    client = make_client(path, base_path="/begrepp")
    text = client.get("/begrepp" + asked(PATH["sv"], "no", "late")).text
    assert "http://localhost/begrepp" + asked(PATH["sv"], "no", "late") in unescape(text)


# --- Wrong links ------------------------------------------------------------------------------------------------------


def test_unknown_answer_is_not_found_and_named(small: FlaskClient) -> None:
    reply = small.get(asked(PATH["sv"], "yes", "kanske"), headers={"Accept": "text/html"})
    assert reply.status_code == 404
    assert "Vägledningen har inget svar ”kanske”." in reply.text
    problem = small.get(asked(PATH["en"], "<b>")).get_json(force=True)
    assert problem["detail"].startswith("The guide has no answer “<b>”.")


def test_two_answers_to_one_question_are_a_bad_request(small: FlaskClient) -> None:
    reply = small.get(asked(PATH["sv"], "yes", "no"), headers={"Accept": "text/html"})
    assert reply.status_code == 400
    assert "”yes” och ”no” är svar på samma fråga" in reply.text


def test_vocabulary_without_a_guide_has_no_such_page(small: FlaskClient) -> None:
    reply = small.get("/sv/small/vagledning", headers={"Accept": "text/html"})
    assert reply.status_code == 404
    assert "har ingen vägledning" in reply.text
    assert small.get("/sv/v/guide").status_code == 404, "the word of the other language"


def test_parts_of_the_guide_lead_to_its_page_or_to_the_data_that_they_are_in(small: FlaskClient) -> None:
    for path in ("/v/path", "/v/path/q1", "/v/path/yes", "/v/path/s1", "/v/path/o2"):
        page = small.get(path, headers={"Accept": "text/html", "Accept-Language": "en"})
        assert (page.status_code, page.headers["Location"]) == (303, PATH["en"])
        data = small.get(path, headers={"Accept": "text/turtle"})
        assert (data.status_code, data.headers["Location"]) == (303, "/v.ttl")
    assert small.get("/v/path/q9").status_code == 404


# --- The thesaurus's own ----------------------------------------------------------------------------------------------


@pytest.mark.parametrize("lang", ["sv", "en"])
def test_every_answer_of_the_thesaurus_is_offered_and_leads_to_a_whole_end_page(
    lang: str, own: FlaskClient, thesaurus: Vocabulary
) -> None:
    guide = thesaurus.guide
    ways = ways_to(guide)
    for question, answer in every_answer(guide):
        assert f'value="{answer.id}"' in own.get(asked(OWN[lang], *ways[question.id])).text
        walk = (*ways[question.id], *way_on(guide, answer))
        text, page = shown(own, asked(OWN[lang], *walk))
        body = main_of(text)
        found = outcome(guide, walk)
        for advice in found.advice:
            concept = thesaurus.concept(advice.concept)
            assert any(f"/{concept.id}/" in link for link in page.links), (walk, concept.id)
        texts = [ground.reason for advice in found.advice for ground in advice.grounds]
        texts += [point.text for point in found.open_points]
        for labels in texts:
            (wanted,) = (label.text for label in labels if label.lang == lang)
            assert wanted in body, walk


def test_thesaurus_links_to_its_guide(own: FlaskClient) -> None:
    text, page = shown(own, "/sv/prevention/")
    assert OWN["sv"] in page.links
    assert "Vilken sort är insatsen?" in text


def test_end_page_is_well_formed_and_its_headings_stand_in_order(own: FlaskClient, thesaurus: Vocabulary) -> None:
    guide = thesaurus.guide
    text = own.get(asked(OWN["sv"], *way_on(guide, guide.question(guide.first).answers[0]))).text
    Page(text)
    levels = [int(level) for level in re.findall(r"<h(\d)", text)]
    assert levels[0] == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))
    ids = re.findall(r' id="([^"]+)"', text)
    assert len(ids) == len(set(ids))
