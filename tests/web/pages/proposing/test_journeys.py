"""From the form to the published page: every kind of proposal, taken by git, checked, and served."""

from __future__ import annotations

import html
import re
from collections.abc import Mapping
from pathlib import Path

import pytest
from flask.testing import FlaskClient

from samsprak.validation.checker import check
from samsprak.validation.rules import Profile
from tests.web.pages.proposing.conftest import NEW, Apply, client_for, git


def filled_in(client: FlaskClient, form: Mapping[str, object], wish: str) -> str:
    reply = client.post("/sv/foresla", data={**form, "do": wish})
    assert reply.status_code == 200
    return reply.text


def patch_of(client: FlaskClient, form: Mapping[str, object]) -> bytes:
    """The patch of a form that was finished, with the ids that were drawn for it."""
    whole = filled_in(client, form, "finish")
    assert "klart att skicka" in whole, re.findall(r"Måste rättas:</strong> ([^<]*)", whole)
    ids = re.findall(r'name="id" value="(\w+)"', whole)
    reply = client.post("/sv/foresla", data={**form, "id": list(dict.fromkeys(ids)), "do": "patch"})
    assert reply.mimetype == "text/x-patch"
    assert re.fullmatch(r'attachment; filename="0001-[a-z0-9-]+\.patch"', reply.headers["Content-Disposition"])
    return reply.data


def is_sound(folder: Path) -> bool:
    return check([folder], Profile.RECORD).conforms


def found(client: FlaskClient, term: str) -> str:
    """What the page says that a search for a term leads to first."""
    address = re.search(r'<a href="(/sv/prevention/[^"]+)"', client.get(f"/sv/sok?q={term}").text.partition("<main")[2])
    assert address
    return re.sub("<[^>]+>", "", html.unescape(client.get(address[1]).text))


def test_new_term_is_proposed_patched_checked_and_served(editors: FlaskClient, apply: Apply) -> None:
    clone = apply(patch_of(editors, NEW))
    assert is_sound(clone / "vocab")
    changed = git(clone, "show", "--name-status", "--format=", "HEAD").split()
    assert changed == [
        *("A", "vocab/concepts/familjecoach.ttl"),
        *("A", "vocab/sources/exempelby-kommun-2020-rad-i-hemmet.ttl"),
    ]
    said = git(clone, "log", "-1", "--format=%an|%ae|%s|%b").strip()
    assert said.startswith("terminologigruppen i Exempelby|termer@exempelby.example|Ny term: familjecoach|")
    assert "Ordet används i nya avtal." in said
    served = found(client_for(clone / "vocab"), "familjecoacherna")
    assert "aktör som ger familjer praktiska råd i deras hem" in served
    assert "Källan: Exempelby kommun 2020 (avsnitt 3)." in served


def test_change_says_what_differs_and_renames_the_file(editors: FlaskClient, apply: Apply) -> None:
    begun = editors.get("/sv/foresla?concept=rfk6wp").text
    form = dict(re.findall(r'<input type="(?:text|hidden)" (?:id="[^"]*" )?name="(\w+)" value="([^"]+)"', begun))
    form |= {
        name: html.unescape(text.removeprefix("\n"))
        for name, text in re.findall(r'<textarea id="\w+" name="(\w+)"[^>]*>([^<]*)</textarea>', begun)
    }
    form["term_sv"] = "rådgivande samtal"
    form["definition_sv"] = form["definition_sv"].replace("samtal mellan", "bokade samtal mellan")
    whole = html.unescape(filled_in(editors, form, "finish"))
    assert re.search(r"<ins><span class=\"unseen\">tillagt: </span>bokade ?</ins>", whole)
    clone = apply(patch_of(editors, form))
    assert is_sound(clone / "vocab")
    status = git(clone, "show", "-M", "--name-status", "--format=", "HEAD")
    assert re.search(r"R\d+\tvocab/concepts/rad-och-stodsamtal.ttl\tvocab/concepts/radgivande-samtal.ttl", status)
    record = (clone / "vocab/concepts/radgivande-samtal.ttl").read_text("utf-8")
    assert 'skos:altLabel "råd- och stödsamtal"@sv' in record
    assert "rådgivande samtal" in found(client_for(clone / "vocab"), "råd- och stödsamtal")


def test_retired_term_says_what_to_use_instead(editors: FlaskClient, apply: Apply) -> None:
    form = {"task": "retire", "about": "råd- och stödsamtal", "successor": "stödsamtal", "reason": "Skiljs inte åt."}
    clone = apply(patch_of(editors, form))
    assert is_sound(clone / "vocab")
    served = client_for(clone / "vocab").get("/sv/prevention/rfk6wp/rad-och-stodsamtal").text
    assert "Använd i stället" in html.unescape(served)


def test_merged_concept_leads_to_the_other(editors: FlaskClient, apply: Apply) -> None:
    form = {"task": "merge", "about": "råd- och stödsamtal", "kept": "stödsamtal"}
    whole = filled_in(editors, form, "finish")
    assert "Slå ihop: råd- och stödsamtal med stödsamtal" in whole
    clone = apply(patch_of(editors, form))
    assert is_sound(clone / "vocab")
    kept = (clone / "vocab/concepts/stodsamtal.ttl").read_text("utf-8")
    assert '"råd- och stödsamtal"@sv' in kept


def test_split_concept_leads_to_its_parts(editors: FlaskClient, apply: Apply) -> None:
    form = {
        "task": "split",
        "about": "råd- och stödsamtal",
        "part1": "rådgivningssamtal",
        "meaning1": "föräldrastöd som består i att personal svarar på en förälders frågor",
        "part2": "stödsamtal",
    }
    clone = apply(patch_of(editors, form))
    assert is_sound(clone / "vocab")
    assert (clone / "vocab/concepts/radgivningssamtal.ttl").is_file()
    page = html.unescape(client_for(clone / "vocab").get("/sv/prevention/rfk6wp/rad-och-stodsamtal").text)
    assert "rådgivningssamtal" in page.partition("Använd i stället")[2][:400]


def test_two_proposals_at_once_do_not_collide(editors: FlaskClient, apply: Apply) -> None:
    first = {**NEW, "title": "", "publisher": "", "year": "", "place": "", "source": "https://www.example.org/a"}
    second = {**first, "term_sv": "hemcoach", "also_sv": "", "term_en": "home coach"}
    patches = [patch_of(editors, form) for form in (first, second)]
    for patch in patches:
        clone = apply(patch)
    assert is_sound(clone / "vocab")


@pytest.mark.parametrize(
    ("task", "form", "said"),
    [
        ("retire", {"about": "råd- och stödsamtal"}, "Säg vad som ersätter det"),
        ("retire", {"about": "insats", "successor": "stödsamtal"}, "Säg vart det ska flyttas"),
        ("retire", {"about": ""}, "Skriv vilket begrepp du menar"),
        ("merge", {"about": "stödsamtal", "kept": "stodsamtalx"}, "stodsamtalx"),
        ("split", {"about": "råd- och stödsamtal", "part1": "ett"}, "minst två termer"),
        ("change", {"about": "rfk6wp", "term_sv": ""}, "Termen kan inte tas bort"),
        ("new", {"term_sv": ""}, "Skriv termen"),
        ("new", {"term_sv": "x", "source": "hörsägen"}, "Ingen källa heter"),
        ("new", {"term_sv": "x", "broader": "xyzqwvk"}, "xyzqwvk"),
        ("new", {"term_sv": "x", "mail": "ingen adress"}, "ingen e-postadress"),
    ],
)
def test_what_is_missing_is_said_beside_its_field(
    editors: FlaskClient, task: str, form: dict[str, str], said: str
) -> None:
    page = html.unescape(filled_in(editors, {**form, "task": task}, "finish"))
    assert "Det finns något att rätta" in page
    assert said in page
