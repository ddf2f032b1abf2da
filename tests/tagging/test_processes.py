from __future__ import annotations

import os
from collections.abc import Iterator

import pytest

from samsprak.errors import UnknownTerm
from samsprak.tagging.processes import BATCH, in_order, processors


def squared(number: int) -> tuple[int, int]:
    return number * number, os.getpid()


@pytest.mark.parametrize("processes", [1, 2, 3])
@pytest.mark.parametrize("rows", [0, 1, BATCH, 5 * BATCH + 3])
def test_results_come_in_order(rows: int, processes: int) -> None:
    found = list(in_order(squared, range(rows), processes))
    assert [(number, square) for number, (square, _) in found] == [(number, number**2) for number in range(rows)]


def test_work_is_shared_out() -> None:
    workers = {worker for _, (_, worker) in in_order(squared, range(4 * BATCH), 2)}
    assert len(workers) == 2
    assert os.getpid() not in workers


def test_rows_are_read_only_as_they_are_needed() -> None:
    read: list[int] = []

    def rows() -> Iterator[int]:
        for number in range(100 * BATCH):
            read.append(number)
            yield number

    results = in_order(squared, rows(), 2)
    next(results)
    assert len(read) < 4 * BATCH
    results.close()  # type: ignore[attr-defined]


def test_long_rows_pass_both_ways() -> None:
    texts = ["x" * 100_000] * (3 * BATCH)
    assert all(one == two for one, two in in_order(str, texts, 2))


def test_error_of_a_row_is_raised_here() -> None:
    def refuse(number: int) -> int:
        if number == BATCH + 1:
            raise UnknownTerm("x")
        return number

    with pytest.raises(UnknownTerm):
        list(in_order(refuse, range(3 * BATCH), 2))


def test_there_is_a_processor() -> None:
    assert processors() >= 1
