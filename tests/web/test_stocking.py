from __future__ import annotations

import os
import sqlite3
import time
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from dataclasses import replace
from pathlib import Path
from unittest.mock import patch

import pytest
from flask import Flask

from samsprak.settings import UI_LANGUAGES, Settings, VocabularyInput
from samsprak.vocabulary.records import Concept, Status
from samsprak.web.app import create_app
from samsprak.web.context import EXTENSION, service_of
from samsprak.web.presentation import Reader
from samsprak.web.shelf import Shelf
from samsprak.web.stocking import stock, stocking
from samsprak.web.templating import rendered
from tests.web.conftest import FOREIGN, SMALL, running

HERE = "http://127.0.0.1:8000"
WITHIN = 60


def make_app(**values: str) -> Flask:
    return create_app(Settings.of({"vocabularies": (VocabularyInput(SMALL), VocabularyInput(FOREIGN)), **values}))


def addresses(app: Flask) -> list[str]:
    """Return the pages of all records that have one."""
    here = service_of(app)
    return [
        Reader(vocabulary, here.addresses, lang).address(each)
        for vocabulary in here.snapshot.vocabularies.values()
        for lang in UI_LANGUAGES
        for each in (*vocabulary.concepts, *vocabulary.collections, *vocabulary.sources)
        if not (isinstance(each, Concept) and each.status is Status.WITHDRAWN)
    ]


@contextmanager
def drawn() -> Iterator[list[int]]:
    """Count what is drawn; the count is in the list at the end."""
    count: list[int] = []
    with patch("samsprak.web.rendering.rendered", wraps=rendered) as render:
        yield count
    count.append(render.call_count)


def kept(folder: Path) -> int:
    """Return how many pages lie on a shelf; none before somebody has opened it."""
    with closing(sqlite3.connect(folder / "pages.sqlite")) as connection:
        made = connection.execute("SELECT count(*) FROM sqlite_master WHERE name = 'page'").fetchone()[0]
        return int(connection.execute("SELECT count(*) FROM page").fetchone()[0]) if made else 0


@pytest.mark.parametrize("values", [{}, {"base_path": "/begrepp"}, {"public_address": "https://begrepp.example"}])
def test_what_is_stocked_is_not_drawn_for_a_reader(values: dict[str, str]) -> None:
    app = make_app(**values)
    pages = addresses(app)
    with drawn() as ahead:
        stock(app, values.get("public_address", HERE))
    with drawn() as later:
        statuses = {app.test_client().get(each, base_url=HERE).status_code for each in pages}
    assert (ahead, later, statuses) == ([len(pages)], [0], {200})


def test_a_shelf_without_room_is_left_to_readers() -> None:
    app = make_app()
    here = service_of(app)
    app.extensions[EXTENSION] = replace(here, pages=Shelf(here.downloads.folder, 100_000))
    with drawn() as ahead:
        stock(app, HERE)
    assert 0 < ahead[0] < len(addresses(app))
    assert kept(here.downloads.folder) == ahead[0]


def test_nothing_is_drawn_ahead_that_cannot_be_kept(caplog: pytest.LogCaptureFixture) -> None:
    app = make_app()
    here = service_of(app)
    app.extensions[EXTENSION] = replace(here, pages=Shelf(here.downloads.folder / "gone"))
    with drawn() as ahead:
        stock(app, HERE)
    assert ahead == [0]
    assert len(caplog.records) == 1


def test_a_process_of_its_own_draws_once_the_downloads_are_written() -> None:
    app = make_app()
    folder = service_of(app).downloads.folder
    with stocking(app, HERE):
        _wait(lambda: kept(folder) == len(addresses(app)))
    with drawn() as later:
        app.test_client().get(addresses(app)[0], base_url=HERE)
    assert later == [0]


def test_without_an_address_and_in_a_preview_nothing_is_drawn_ahead(tmp_path: Path) -> None:
    base = tmp_path / "small.ttl"
    base.write_bytes(SMALL.read_bytes())
    preview = create_app(Settings((VocabularyInput(SMALL),), base=str(base)))
    before = _children()
    with stocking(make_app(), ""), stocking(preview, HERE):
        assert _children() == before


def test_the_service_stocks_its_shelf(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TMPDIR", str(tmp_path))
    wanted = len(addresses(make_app()))
    with running(str(SMALL), str(FOREIGN)):
        _wait(lambda: [kept(each.parent) for each in tmp_path.glob("samsprak-*/pages.sqlite")] == [wanted])


def test_a_service_that_is_stopped_while_pages_are_drawn_leaves_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TMPDIR", str(tmp_path))
    with running():
        _wait(lambda: any(map(kept, (each.parent for each in tmp_path.glob("samsprak-*/pages.sqlite")))))
    assert list(tmp_path.iterdir()) == []


def _wait(done: Callable[[], bool]) -> None:
    deadline = time.monotonic() + WITHIN
    while not done():
        assert time.monotonic() < deadline
        time.sleep(0.1)


def _children() -> set[str]:
    return {
        child
        for listing in Path(f"/proc/{os.getpid()}/task").glob("*/children")
        for child in listing.read_text().split()
    }
