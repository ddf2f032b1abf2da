from __future__ import annotations

import json
import subprocess
from pathlib import Path

import pytest
from flask.testing import FlaskClient
from rdflib import Graph, URIRef
from rdflib.namespace import SKOS

from samsprak.settings import Settings, VocabularyInput
from samsprak.web.app import create_app
from tests.web.conftest import NAMESPACE, SMALL, Reading, make_client

OLD, NEW = "2025-05-05", "2026-03-03"


def at_version(version: str, day: str, *changes: tuple[str, str]) -> str:
    text = SMALL.read_text(encoding="utf-8").replace('"1.0"', f'"{version}"').replace("2026-01-02", day)
    text = text.replace("dcterms:modified", "dcterms:issued", 1) if day else text
    for old, new in changes:
        assert old in text
        text = text.replace(old, new)
    return text


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A vocabulary with two releases behind it, in the first of which a term and a definition were others."""
    folder = tmp_path_factory.mktemp("released") / "small"
    (folder / "versions").mkdir(parents=True)
    earlier = (("insats till föräldrar", "kurs för föräldrar"), ('"alla barn"@sv', '"samtliga barn"@sv'))
    (folder / "versions" / "0.1.0.ttl").write_text(at_version("0.1.0", OLD, *earlier), encoding="utf-8")
    (folder / "versions" / "0.2.0.ttl").write_text(at_version("0.2.0", NEW, earlier[1]), encoding="utf-8")
    (folder / "small.ttl").write_text(SMALL.read_text(encoding="utf-8"), encoding="utf-8")
    return folder


@pytest.fixture(scope="module")
def released(folder: Path) -> FlaskClient:
    return make_client(folder)


def test_versions_are_listed_newest_first_for_people_and_programs(released: FlaskClient) -> None:
    page = released.get("/sv/small/versioner").text
    assert page.index(">0.2.0<") < page.index(">0.1.0<")
    assert "5 maj 2025" in page
    listed = json.loads(released.get("/small/versions/").text)["versions"]
    assert [(each["version"], each["issued"]) for each in listed] == [("0.2.0", NEW), ("0.1.0", OLD)]
    reply = released.get(listed[1]["data"].removeprefix("http://localhost"))
    assert reply.mimetype == "text/turtle"
    assert "kurs för föräldrar" in reply.text
    leads = released.get("/small/versions/", headers={"Accept": "text/html", "Accept-Language": "sv"})
    assert leads.headers["Location"] == "/sv/small/versioner"


@pytest.mark.parametrize("when", ["0.1.0", OLD, "2025-12-31"])
def test_concept_is_shown_as_it_stood_and_what_has_changed_since(released: FlaskClient, when: str) -> None:
    page = released.get(f"/sv/small/stod/foraldrastod?at={when}").text
    assert "kurs för föräldrar" in page
    assert "version 0.1.0" in page
    assert "<ins>" in page
    assert "<del>" in page
    assert 'name="robots" content="noindex"' in page


def test_concept_that_has_not_changed_since_says_so(released: FlaskClient) -> None:
    assert "Ingenting." in released.get("/sv/small/komet/komet?at=0.1.0").text


def test_data_is_as_it_stood_too(released: FlaskClient) -> None:
    stod = URIRef(NAMESPACE + "stod")

    def definition(path: str) -> str:
        graph = Graph().parse(data=released.get(path).text, format="turtle")
        return str(next(each for each in graph.objects(stod, SKOS.definition) if each.language == "sv"))  # type: ignore[attr-defined]

    assert definition("/small/stod.ttl?at=0.1.0") == "kurs för föräldrar"
    assert definition("/small/stod.ttl?at=0.2.0") == definition("/small/stod.ttl") == "insats till föräldrar"
    leads = released.get(f"/small/stod?at={OLD}", headers={"Accept": "text/turtle"})
    assert (leads.status_code, leads.headers["Location"]) == (303, f"/small/stod.ttl?at={OLD}")
    people = released.get("/small/stod?at=0.1.0", headers={"Accept": "text/html", "Accept-Language": "sv"})
    assert people.headers["Location"] == "/sv/small/stod/foraldrastod?at=0.1.0"


@pytest.mark.parametrize("path", ["/sv/small/stod/foraldrastod", "/small/stod.ttl", "/small/stod"])
@pytest.mark.parametrize("when", ["2001-01-01", "9.9.9", "<b>", "../../x"])
def test_time_before_the_first_version_is_not_found(released: FlaskClient, path: str, when: str) -> None:
    reply = released.get(path, query_string={"at": when}, headers={"Accept": "text/html"})
    assert reply.status_code == 404
    assert "<b>" not in reply.text


def test_time_that_is_too_long_is_refused_on_every_page(released: FlaskClient) -> None:
    for path in ("/sv/api", "/sv/small/stod/foraldrastod", "/small/stod.ttl"):
        assert released.get(path, query_string={"at": "x" * 41}).status_code == 400, path


def test_differences_between_two_versions_and_since_one(released: FlaskClient) -> None:
    between = released.get("/sv/small/skillnader?from=0.1.0&to=0.2.0").text
    assert "kurs" in between
    assert "samtliga" not in between
    since = released.get("/sv/small/skillnader?from=0.2.0").text
    assert "samtliga" in since
    assert "kurs" not in since
    assert released.get("/sv/small/skillnader").status_code == 404


def test_vocabulary_of_one_file_has_no_versions(client: FlaskClient) -> None:
    assert client.get("/sv/foreign/skillnader?from=1").status_code == 404
    assert json.loads(client.get("/foreign/versions/").text) == {"versions": []}
    assert client.get("/foreign/versions/1.ttl").status_code == 404
    assert "Ingen version har släppts än." in client.get("/sv/foreign/versioner").text


def test_preview_marks_what_is_new_and_changed_on_every_page(tmp_path: Path) -> None:
    folder = tmp_path / "small"
    folder.mkdir()
    path = folder / "small.ttl"
    text = SMALL.read_text(encoding="utf-8")
    path.write_text(text, encoding="utf-8")
    for words in (
        ("init", "-q", "-b", "main"),
        ("add", "-A"),
        ("-c", "user.name=Redaktionen", "-c", "user.email=redaktionen@samsprak.example", "commit", "-qm", "Start"),
    ):
        subprocess.run(("git", *words), cwd=folder, check=True)
    added = 's:ny a skos:Concept ; skos:prefLabel "nytt <i>begrepp</i>"@sv ; skos:broader s:stod .\n'
    path.write_text(text.replace("insats till föräldrar", "insats för föräldrar") + added, encoding="utf-8")
    app = create_app(Settings((VocabularyInput(folder),), base="main"))
    app.test_client_class = Reading
    client = app.test_client()
    changed = client.get("/sv/small/stod/foraldrastod").text
    assert "Det som visas här är ändrat." in changed
    assert "<ins>" in changed
    assert '<span class="difference">nytt</span>' in changed
    assert "</a> <span" not in changed.partition("<main")[0]
    for page in ("/sv/small/a-o", "/sv/small/hierarki"):
        html = client.get(page).text
        assert '<span class="difference">nytt</span>' in html, page
        assert "Förhandsvisning" in html
    everything = client.get("/sv/small/skillnader").text
    assert "nytt &lt;i&gt;begrepp&lt;/i&gt;" in everything
    assert "<i>" not in everything
    assert "Förhandsvisning" not in make_client(SMALL).get("/sv/small/a-o").text
