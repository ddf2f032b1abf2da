"""What hostile people send changes nothing but its own file, and is answered clearly."""

from __future__ import annotations

import datetime as dt
import html
import json
import re
from pathlib import Path

import pyoxigraph as ox
import pytest
from flask.testing import FlaskClient
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from samsprak.editing.draft import Draft
from samsprak.editing.drafting import begin
from samsprak.editing.folder import Folder
from samsprak.web.app import MAX_BODY
from tests.proposals import Apply, git
from tests.web.pages.proposing.test_journeys import patch_of

INJECTIONS = (
    'x"@sv . <https://example.org/evil> a <https://example.org/Evil> . #',
    'x\\"@sv ; owl:deprecated true ; skos:altLabel "y',
    '"""',
    "<script>alert(1)</script>",
    "</textarea><img src=x onerror=alert(1)>",
    "{{ 71 * 7919 }}{% raw %}",
    "../../../etc/passwd",
    "/etc/cron.d/evil",
    "..\\..\\evil.ttl",
    ".git/hooks/post-applypatch",
    "--output=/tmp/evil",
    "diff --git a/x b/x",
    "CON",
)
SOUND = {
    "task": "new",
    "term_sv": "familjecoach",
    "definition_sv": "aktör som ger familjer råd i hemmet",
    "broader": "aktör",
    "kind": "generic",
    "facet": "aktörer (vem som ger insatsen)",
    "source": "https://www.example.org/kalla",
}
PLACES = ("term_sv", "also_sv", "not_sv", "definition_sv", "scope_sv", "inside_sv", "history_sv", "reason", "role")
REFERENCES = ("broader", "related", "facet", "source", "about", "successor", "narrower", "kept", "part1")


def test_injected_text_stays_text_in_its_own_file(editors: FlaskClient, apply: Apply) -> None:
    plain = [text for text in INJECTIONS if not text.startswith("<")]
    form = {**SOUND, "term_sv": f"{plain[0]} familjecoach", "scope_sv": "\n".join(plain), "history_sv": plain[1]}
    clone = apply(patch_of(editors, {**form, "reason": "\n".join(INJECTIONS), "role": plain[2]}))
    status = git(clone, "show", "--name-status", "--format=", "HEAD").strip()
    assert re.fullmatch(r"A\tvocab/concepts/[a-z0-9-]+\.ttl", status)
    quads = list(ox.parse((clone / status.partition("\t")[2]).read_bytes(), ox.RdfFormat.TURTLE))
    assert len({quad.subject for quad in quads if not quad.predicate.value.endswith("#member")}) == 1
    assert [quad.object.value for quad in quads if quad.predicate.value.endswith("scopeNote")] == ["\n".join(plain)]


@pytest.mark.parametrize(
    "term", ["../../../etc/passwd", ".git/hooks/x", "CON", "--output=/tmp/evil", "\\\\host\\share"]
)
def test_path_as_a_term_is_no_path(folder: Folder, term: str) -> None:
    drafting = begin(folder, Draft({"term_sv": (term,)}), "bbbbbb", dt.date(2026, 11, 22))
    names = [name for name, _ in drafting.amendment.texts()]
    assert len(names) == 1
    assert re.fullmatch(r"concepts/[a-z0-9-]+\.ttl", names[0])


@pytest.mark.parametrize("wish", ["check", "finish"])
@pytest.mark.parametrize("text", INJECTIONS)
def test_injected_markup_is_shown_not_obeyed(editors: FlaskClient, text: str, wish: str) -> None:
    form = dict.fromkeys((*PLACES, *REFERENCES), text)
    for task in ("new", "retire", "split"):
        reply = editors.post("/sv/foresla", data={**form, "task": task, "do": wish})
        assert reply.status_code == 200
        assert not re.search(r"<script>|<img|562249", reply.text.partition("<main")[2])


@pytest.mark.parametrize(
    ("name", "text", "said"),
    [
        ("term_sv", "familje\ncoach", "En term står på en rad"),
        ("term_sv", "familje\u2028coach", "En term står på en rad"),
        ("term_sv", "familje\u202ecoach", "osynligt tecken"),
        ("term_sv", "familje\x00coach", "osynligt tecken"),
        ("definition_sv", "aktör\u200b som", "osynligt tecken"),
        ("definition_sv", "aktör\x1b[31m som", "osynligt tecken"),
        ("term_sv", "a" * 201, "högst 200 tecken"),
        ("definition_sv", "a" * 20_001, "högst 20000 tecken"),
        ("term_sv", "<b>familjecoach</b>", "HTML"),
        ("scope_sv", "<script>alert(1)</script>", "HTML"),
        ("page", "javascript:alert(1)", "ingen fullständig webbadress"),
        ("source", "javascript:alert(1)", "Ingen källa heter"),
        ("mail", "a@example.org\r\nBcc: b@example.org", "ingen e-postadress"),
    ],
)
def test_what_no_record_holds_is_named_beside_its_field(editors: FlaskClient, name: str, text: str, said: str) -> None:
    form = {**SOUND, "title": "En titel", name: text, "do": "finish"}
    page = html.unescape(editors.post("/sv/foresla", data=form).text).replace("\xa0", " ")
    assert "Det finns något att rätta" in page
    assert said in page


@pytest.mark.parametrize("path", ["/sv/foresla", "/sv/foresla/kontroll", "/en/propose"])
def test_megabyte_is_too_much(editors: FlaskClient, path: str) -> None:
    assert editors.post(path, data={**SOUND, "definition_sv": "a" * MAX_BODY}).status_code == 413


@pytest.mark.parametrize("name", ["task", "vocab", "id", "kind", "do"])
def test_what_no_browser_sends_is_not_an_error_of_ours(editors: FlaskClient, name: str) -> None:
    for text in INJECTIONS:
        assert editors.post("/sv/foresla", data={**SOUND, name: text}).status_code in {200, 404}


def test_form_may_hold_the_same_field_very_often(editors: FlaskClient) -> None:
    many = {**SOUND, "related": ["x"] * 900, "also_sv": "\n".join(f"ord{n}" for n in range(900))}
    reply = editors.post("/sv/foresla", data={**many, "do": "check"})
    assert reply.status_code == 200
    assert reply.text.count('name="related"') < 70


TEXTS = st.text(max_size=60) | st.sampled_from(INJECTIONS)


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(texts=st.dictionaries(st.sampled_from((*PLACES, *REFERENCES, "title", "year", "page", "place", "mail")), TEXTS))
def test_any_text_is_answered(editors: FlaskClient, texts: dict[str, str]) -> None:
    sent = {name: text.encode("utf-8", "replace").decode() for name, text in texts.items()}
    for task in ("new", "change"):
        reply = editors.post("/sv/foresla/kontroll", data={**SOUND, **sent, "task": task})
        assert reply.status_code == 200
        answer = json.loads(reply.data)
        assert "<script" not in reply.text
        assert set(answer) == {"found", "grave", "preview"}


def test_service_has_written_nothing(editors: FlaskClient, repository: Path) -> None:
    editors.post("/sv/foresla", data={**SOUND, "do": "finish"})
    assert git(repository, "status", "--porcelain") == ""
