from __future__ import annotations

import logging
import multiprocessing
from collections.abc import Callable
from pathlib import Path
from random import Random
from threading import Thread

import pytest

from samsprak.web.shelf import Shelf


def counted(body: bytes) -> tuple[Callable[[], bytes], list[bytes]]:
    """Return a way to draw a page, and what has been drawn that way."""
    drawn: list[bytes] = []

    def draw() -> bytes:
        drawn.append(body)
        return body

    return draw, drawn


def test_a_page_is_drawn_once_for_all_workers(tmp_path: Path) -> None:
    draw, drawn = counted(b"stod")
    assert [Shelf(tmp_path).get("/sv/stod", draw) for _ in range(3)] == [b"stod"] * 3
    assert drawn == [b"stod"]


def test_pages_are_told_apart(tmp_path: Path) -> None:
    shelf = Shelf(tmp_path)
    bodies = {f"/sv/{number}": b"%d" % number for number in range(50)}
    for key, body in bodies.items():
        assert shelf.get(key, counted(body)[0]) == body
    draw, drawn = counted(b"")
    assert {key: shelf.get(key, draw) for key in bodies} == bodies
    assert not drawn


def test_a_full_shelf_is_emptied_and_filled_again(tmp_path: Path) -> None:
    most = 200_000
    shelf, random = Shelf(tmp_path, most), Random(1)
    for number in range(200):
        body = random.randbytes(5000)
        assert shelf.get(str(number), counted(body)[0]) == body
        assert (tmp_path / "pages.sqlite").stat().st_size <= most
    draw, drawn = counted(b"anew")
    assert shelf.get("199", draw) == body
    assert shelf.get("0", draw) == b"anew"
    assert len(drawn) == 1


def test_a_worker_forked_after_the_first_page_reads_and_writes(tmp_path: Path) -> None:
    shelf = Shelf(tmp_path)
    shelf.get("before", counted(b"parent")[0])
    worker = multiprocessing.get_context("fork").Process(target=_work, args=(shelf,))
    worker.start()
    worker.join()
    assert worker.exitcode == 0
    draw, drawn = counted(b"anew")
    assert shelf.get("after", draw) == b"child"
    assert not drawn


def _work(shelf: Shelf) -> None:
    draw, drawn = counted(b"child")
    assert shelf.get("before", draw) == b"parent"
    assert shelf.get("after", draw) == b"child"
    assert drawn == [b"child"]


def test_threads_share_the_shelf(tmp_path: Path) -> None:
    shelf = Shelf(tmp_path)
    wrong: list[bytes] = []

    def read(seed: int) -> None:
        for number in Random(seed).choices(range(100), k=300):
            body = shelf.get(str(number), lambda number=number: b"%d" % number)  # type: ignore[misc]
            if body != b"%d" % number:
                wrong.append(body)

    threads = [Thread(target=read, args=(seed,)) for seed in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert not wrong


@pytest.mark.parametrize("folder", ["gone", "damaged"])
def test_without_a_file_that_can_be_used_pages_are_drawn_and_the_log_says_so_once(
    tmp_path: Path, caplog: pytest.LogCaptureFixture, folder: str
) -> None:
    (tmp_path / "damaged").mkdir()
    (tmp_path / "damaged" / "pages.sqlite").write_bytes(b"no database" * 1000)
    shelf = Shelf(tmp_path / folder)
    draw, drawn = counted(b"stod")
    with caplog.at_level(logging.WARNING):
        assert [shelf.get("/sv/stod", draw) for _ in range(3)] == [b"stod"] * 3
    assert len(drawn) == 3
    assert [record.levelname for record in caplog.records] == ["WARNING"]
