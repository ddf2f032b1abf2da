"""The form: begun from an address, checked, and where there are no files to write."""

from __future__ import annotations

import html
import re
from urllib.parse import unquote

import pytest
from flask.testing import FlaskClient

from samsprak.editing.folder import Folder
from samsprak.errors import UsageError
from samsprak.settings import Settings, VocabularyInput
from samsprak.web.app import create_app
from samsprak.web.pages.proposing.workshop import EXTENSION, Occupied
from tests.proposals import NEW
from tests.web.conftest import SMALL, make_client
from tests.web.pages.proposing.conftest import client_for


def remarks(text: str, field: str) -> list[str]:
    """The remarks beside a field, without markup."""
    place = re.search(rf'id="found-{field}">(.*?)</div>', text, re.DOTALL)
    assert place
    return [
        html.unescape(re.sub("<[^>]+>", "", each)).strip() for each in re.findall(r"<li.*?</li>", place[1], re.DOTALL)
    ]


def test_word_that_was_looked_for_is_filled_in_with_what_is_near(editors: FlaskClient) -> None:
    text = editors.get("/sv/foresla?term=serviceinsatsar").text
    assert 'name="term_sv" value="serviceinsatsar"' in text
    assert "Finns det redan?" in text or "Finns den redan" in text or "serviceinsats</a>" in text


def test_record_of_a_concept_is_filled_in(editors: FlaskClient) -> None:
    text = html.unescape(editors.get("/sv/foresla?concept=rfk6wp").text)
    assert "Föreslå en ändring" in text
    assert "föräldrastöd som består i samtal mellan personal" in text
    assert re.search(r'name="related" value="stödsamtal"', text)


@pytest.mark.parametrize("reference", ["rfk6wp", "råd- och stödsamtal", "https://w3id.org/samsprak/prevention/rfk6wp"])
def test_concept_is_named_by_id_term_or_address(editors: FlaskClient, reference: str) -> None:
    text = editors.get("/sv/foresla", query_string={"concept": reference}).text
    assert 'name="about" value="rfk6wp"' in text


def test_unknown_concept_is_asked_for_again(editors: FlaskClient) -> None:
    text = editors.get("/sv/foresla?concept=xyzqwvk").text
    assert "xyzqwvk" in " ".join(remarks(text, "about"))


def test_remarks_stand_beside_their_fields(editors: FlaskClient) -> None:
    form = {
        **NEW,
        "definition_sv": "En familjecoach. Den hjälper.",
        "also_sv": "serviceinsats",
        "facet": "",
        "do": "check",
    }
    text = editors.post("/sv/foresla", data=form).text
    assert "Måste rättas: Välj vilken facett begreppet står i." in remarks(text, "facet")
    assert any(
        each.startswith("Finns redan: ”serviceinsats” finns redan som term för") for each in remarks(text, "also_sv")
    )
    said = " ".join(remarks(text, "definition_sv"))
    for words in ("stor bokstav", "sin egen term", "punkten sist", "utan artikel", "en enda fras"):
        assert words in said


def test_remarks_name_no_property_of_a_file(editors: FlaskClient) -> None:
    form = {"task": "new", "term_sv": "stödsamtalet", "also_sv": "insats", "definition_sv": "Insats", "do": "check"}
    text = html.unescape(editors.post("/sv/foresla", data=form).text.partition("<main")[2])
    assert not re.search(r"(skos|dcterms|adms):|\bp:\w{6}\b", text)


def test_remark_stands_where_one_can_do_something_about_it(editors: FlaskClient) -> None:
    form = {**NEW, "term_en": "", "broader": "", "do": "check"}
    text = editors.post("/sv/foresla", data=form).text
    assert any("en term på engelska" in each for each in remarks(text, "term_en"))
    assert remarks(text, "term_sv") == []
    assert any("högst upp i hierarkin" in each for each in remarks(text, "broader"))


def test_remark_on_a_record_without_fields_says_which(editors: FlaskClient) -> None:
    form = {"about": "föräldrarådgivare", "part1": "hemcoach", "meaning1": "En aktör.", "part2": "familjebehandlare"}
    text = html.unescape(editors.post("/sv/foresla", data={**form, "task": "split", "do": "finish"}).text)
    assert "”hemcoach”: Ta bort punkten" in text or "på ”hemcoach”" in text


def test_other_language_leads_to_the_same_task(editors: FlaskClient) -> None:
    text = html.unescape(editors.post("/sv/foresla", data={"task": "merge", "about": "insats", "do": "finish"}).text)
    assert 'href="/en/propose?task=merge&concept=insats"' in text


def test_record_is_shown_as_its_page_would(editors: FlaskClient) -> None:
    text = editors.post("/sv/foresla", data={**NEW, "do": "check"}).text
    shown = html.unescape(text.partition('id="preview"')[2].partition("</section>")[0])
    for words in (
        "familjecoach",
        "Förslag – inte beslutat",
        "Använd föräldrarådgivare när",
        "Råd i hemmet",
        "Är ett slags",
    ):
        assert words in shown


def test_check_answers_with_pieces_of_the_page(editors: FlaskClient) -> None:
    reply = editors.post("/en/propose/check", data={**NEW, "term_sv": ""})
    answer = reply.json
    assert answer is not None
    assert "Write the term." in answer["found"]["term_sv"]
    assert answer["grave"] == ["term_sv"]
    assert reply.headers["Cache-Control"] == "no-store"
    assert "Set-Cookie" not in reply.headers


def test_same_address_is_kept_from_the_first_page_to_the_patch(editors: FlaskClient) -> None:
    whole = editors.post("/sv/foresla", data={**NEW, "do": "finish"}).text
    ids = set(re.findall(r'name="id" value="(\w{6})"', whole))
    assert len(ids) == 1
    patch = editors.post("/sv/foresla", data={**NEW, "id": ids.pop(), "do": "patch"}).text
    assert re.search(r"\+p:(\w{6}) a skos:Concept", patch)[1] in whole  # type: ignore[index]


def test_id_that_somebody_has_is_not_given_again(editors: FlaskClient) -> None:
    patch = editors.post("/sv/foresla", data={**NEW, "id": "rfk6wp", "do": "patch"}).text
    assert "p:rfk6wp a skos:Concept" not in patch


def test_page_of_the_forge_is_offered_where_one_is_set(editors: FlaskClient, folder: Folder) -> None:
    whole = html.unescape(editors.post("/sv/foresla", data={**NEW, "do": "finish"}).text)
    assert "https://github.com/org/repo/new/main?filename=vocab%2Fconcepts%2Ffamiljecoach.ttl&value=" in whole
    without = client_for(folder.path).post("/sv/foresla", data={**NEW, "do": "finish"}).text
    assert "konto på" not in without


@pytest.mark.parametrize("address", ["/sv/foresla?term=nytt", "/sv/foresla?concept=a", "/en/propose?task=merge"])
def test_vocabulary_without_files_is_proposed_to_in_words(address: str) -> None:
    text = make_client(SMALL).get(address).text
    assert '<textarea id="proposal"' in text
    assert 'method="post"' not in text


def test_other_vocabulary_can_be_chosen(editors: FlaskClient) -> None:
    assert editors.get("/sv/foresla?vocab=prevention").status_code == 200
    assert editors.get("/sv/foresla?vocab=finns-inte").status_code == 404


def test_letter_is_opened_to_those_who_keep_the_vocabulary_where_they_say_so(folder: Folder) -> None:
    keepers = client_for(folder.path, contact="begrepp@kommun.example")
    page = html.unescape(keepers.post("/sv/foresla", data={**NEW, "do": "finish"}).text)
    (address,) = re.findall(r'href="(mailto:[^"]+)"', page)
    about, _, body = unquote(address).partition("&body=")
    assert about == "mailto:begrepp@kommun.example?subject=Förslag – Ny term: familjecoach"
    assert body.startswith("Hej!\r\n\r\nHär är ett förslag")
    assert "mailto:" not in client_for(folder.path).post("/sv/foresla", data={**NEW, "do": "finish"}).text


@pytest.mark.parametrize("contact", ["begrepp", "a@b c", 'a"@b', "a@b?cc=c@d"])
def test_contact_that_is_no_mailbox_is_refused_at_the_start(contact: str) -> None:
    with pytest.raises(UsageError, match="no e-mail address"):
        Settings(contact=contact)


def test_forge_that_is_none_is_refused_at_the_start() -> None:
    with pytest.raises(UsageError):
        create_app(Settings((VocabularyInput(SMALL),), forge="ingenting"))


def test_busy_service_says_when_to_try_again(editors: FlaskClient, monkeypatch: pytest.MonkeyPatch) -> None:
    workshop = editors.application.extensions[EXTENSION].by_vocabulary["prevention"]
    monkeypatch.setattr("samsprak.web.pages.proposing.workshop.PATIENCE", 0.01)
    with workshop.alone():
        reply = editors.post("/sv/foresla", data={**NEW, "do": "finish"})
    assert reply.status_code == 503
    assert reply.headers["Retry-After"] == str(Occupied(10).after)
    assert "Andra förslag skrivs" in reply.text


def test_ten_thousand_requests_are_not_answered_to_one_client(folder: Folder) -> None:
    app = create_app(Settings((VocabularyInput(folder.path),), rate=1))
    client = app.test_client()
    statuses = [client.post("/sv/foresla/kontroll", data={"task": "retire"}).status_code for _ in range(10)]
    assert statuses[0] == 200
    assert statuses[-1] == 429
