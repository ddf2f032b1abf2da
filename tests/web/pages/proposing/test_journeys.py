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
from tests.proposals import NEW, Apply, git
from tests.web.pages.proposing.conftest import client_for


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
    patch: bytes = reply.data
    return patch


def is_sound(folder: Path) -> bool:
    return check([folder], Profile.RECORD).conforms


def found(folder: Path, record: str) -> str:
    """What the page says of the concept in a file, when the folder is served."""
    concept_id = re.search(r"^p:(\w+) a skos:Concept", (folder / record).read_text("utf-8"), re.MULTILINE)
    assert concept_id
    reply = client_for(folder).get(f"/sv/prevention/{concept_id[1]}", follow_redirects=True)
    return re.sub("<[^>]+>", "", html.unescape(reply.text))


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
    served = found(clone / "vocab", "concepts/familjecoach.ttl")
    assert "aktör som ger familjer praktiska råd i deras hem" in served
    assert "Exempelby kommun 2020 (avsnitt 3)." in served


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
    served = found(clone / "vocab", "concepts/radgivande-samtal.ttl")
    assert "var ”råd- och stödsamtal” den rekommenderade termen" in served


def test_retired_term_says_what_to_use_instead(editors: FlaskClient, apply: Apply) -> None:
    form = {
        "task": "retire",
        "about": "barnavårdscentral",
        "successor": "barnhälsovård",
        "reason": "Skiljs inte åt.",
    }
    clone = apply(patch_of(editors, form))
    assert is_sound(clone / "vocab")
    assert "Använd i stället: barnhälsovård" in found(clone / "vocab", "concepts/barnavardscentral.ttl")


def test_merged_concept_leads_to_the_other(editors: FlaskClient, apply: Apply) -> None:
    form = {"task": "merge", "about": "råd- och stödsamtal", "kept": "stödsamtal"}
    whole = filled_in(editors, {**form, "kept": "Stödsamtal"}, "finish")
    assert "Slå ihop: råd- och stödsamtal med stödsamtal" in whole
    clone = apply(patch_of(editors, form))
    assert is_sound(clone / "vocab")
    assert '"råd- och stödsamtal"@sv' in (clone / "vocab/concepts/stodsamtal.ttl").read_text("utf-8")


def test_split_concept_leads_to_its_parts(editors: FlaskClient, apply: Apply) -> None:
    form = {
        "task": "split",
        "about": "föräldrarådgivare",
        "part1": "familjecoach",
        "meaning1": "aktör som ger familjer råd i hemmet",
        "part2": "familjebehandlare",
    }
    clone = apply(patch_of(editors, form))
    assert is_sound(clone / "vocab")
    assert "aktör som ger familjer råd" in found(clone / "vocab", "concepts/familjecoach.ttl")
    assert (
        "familjecoach"
        in found(clone / "vocab", "concepts/foraldraradgivare.ttl").partition("Använd i stället")[2][:200]
    )


def test_guide_suggests_what_replaces_a_retired_term(editors: FlaskClient, apply: Apply) -> None:
    form = {"task": "retire", "about": "råd- och stödsamtal", "successor": "stödsamtal"}
    page = html.unescape(filled_in(editors, form, "finish"))
    assert "Vägledningen föreslog ”råd- och stödsamtal” och föreslår nu ”stödsamtal”: läs skälen där." in page
    assert "Måste lösas innan det publiceras" not in page
    assert is_sound(apply(patch_of(editors, form)) / "vocab")


def test_two_proposals_at_once_do_not_collide(editors: FlaskClient, apply: Apply) -> None:
    first = {**NEW, "title": "", "publisher": "", "year": "", "place": "", "source": "https://www.example.org/a"}
    second = {**first, "term_sv": "hemcoach", "also_sv": "", "term_en": "home coach"}
    patches = [patch_of(editors, form) for form in (first, second)]
    for patch in patches:
        clone = apply(patch)
    assert is_sound(clone / "vocab")


def test_two_proposals_that_change_one_file_are_taken_as_the_letter_says(editors: FlaskClient, apply: Apply) -> None:
    merger = patch_of(editors, {"task": "merge", "about": "råd- och stödsamtal", "kept": "stödsamtal"})
    retirement = patch_of(editors, {"task": "retire", "about": "föräldrarådgivare", "reason": "Ordet används inte."})
    clone = apply(merger)
    git(clone, "am", "--3way", "--quiet", given=retirement)
    assert "dcterms:isReplacedBy" not in (clone / "vocab/concepts/foraldraradgivare.ttl").read_text("utf-8")
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
        ("new", {"term_sv": "x", "source": "www.example.org"}, "Den börjar med https://"),
        ("new", {"term_sv": "x", "source": "serviceinsatser till barn"}, "Menade du: Serviceinsatser till barn och"),
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
