"""The files that proposals are written from."""

from __future__ import annotations

import html
from pathlib import Path

import pytest

from samsprak.web.pages.proposing.workshop import NotProposable, Workshop
from tests.editing.folders import small
from tests.proposals import NEW, git
from tests.web.pages.proposing.conftest import client_for


def test_place_is_that_in_the_repository(tmp_path: Path) -> None:
    folder = small(tmp_path / "deep" / "ord")
    assert Workshop(folder).place == "ord"
    git(tmp_path, "init", "--quiet")
    assert Workshop(folder).place == "deep/ord"
    git(folder, "init", "--quiet")
    assert Workshop(folder).place == ""


def test_files_are_read_once(tmp_path: Path) -> None:
    workshop = Workshop(small(tmp_path / "ord"))
    assert workshop.folder is workshop.folder
    assert workshop.background is workshop.background
    assert workshop.state is workshop.state


def test_files_that_were_broken_meanwhile_are_said_to_be_unreadable(tmp_path: Path) -> None:
    folder = small(tmp_path / "ord")
    client = client_for(folder)
    (folder / "concepts" / "insats.ttl").write_text("no Turtle", encoding="utf-8")
    with pytest.raises(NotProposable):
        _ = Workshop(folder).folder
    for wish in ("check", "finish"):
        reply = client.post("/sv/foresla", data={**NEW, "do": wish})
        assert reply.status_code == 200
        assert "går inte att läsa just nu" in html.unescape(reply.text)
    assert "går inte att läsa just nu" in client.post("/sv/foresla/kontroll", data=NEW).json["found"][""]  # type: ignore[index]
    assert '<textarea id="proposal"' in client.get("/sv/foresla?concept=ccccc2").text


def test_small_vocabulary_without_sources_or_english_takes_a_proposal(tmp_path: Path) -> None:
    client = client_for(small(tmp_path / "ord"))
    form = {
        "task": "new",
        "term_sv": "föräldraträff",
        "definition_sv": "gruppverksamhet där föräldrar möts en gång",
        "broader": "gruppverksamhet",
        "facet": "innehåll (vad som görs)",
        "source": "Rapporten",
        "do": "finish",
    }
    whole = html.unescape(client.post("/sv/foresla", data=form).text)
    assert "klart att skicka" in whole
    assert "ord/concepts/foraldratraff.ttl" in whole
