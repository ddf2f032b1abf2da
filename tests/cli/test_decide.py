"""`samsprak decide`: a body, a day and any number of terms."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.amending import samsprak
from tests.editing.folders import contents, green, small


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return small(tmp_path / "ord")


def test_terms_are_decided(folder: Path) -> None:
    result = samsprak(folder, "decide", "barngrupp", "ccccc6", "--by", "Provnämnden", "--date", "2025-02-03")
    assert (result.exit_code, len(result.stdout.splitlines())) == (0, 2)
    assert 'dcterms:dateAccepted "2025-02-03"' in (folder / "concepts/barngrupp.ttl").read_text("utf-8")
    green(folder)


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (("barngrupp", "--by", "Prova Provsson", "--date", "2025-02-03"), "looks like a person"),
        (("barngrupp", "--by", "Provnämnden", "--date", "2999-01-01"), "in the future"),
        (("barngrupp", "--by", "Provnämnden", "--date", "3 februari"), "is no date. Write it as"),
        (("barngrupp", "--date", "2025-02-03"), "--by"),
        (("--by", "Provnämnden", "--date", "2025-02-03"), "TERM"),
        (("barngrupp", "okänd", "--by", "Provnämnden", "--date", "2025-02-03"), "okänd"),
    ],
)
def test_what_cannot_be_recorded_is_said(arguments: tuple[str, ...], told: str, folder: Path) -> None:
    before = contents(folder)
    result = samsprak(folder, "decide", *arguments)
    assert result.exit_code in (1, 2)
    assert told in result.stderr
    assert contents(folder) == before
