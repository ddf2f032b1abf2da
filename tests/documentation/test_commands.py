from __future__ import annotations

import pytest

from samsprak.cli import COMMANDS
from tests.documentation.commands import MARK, PAGE, made


def test_page_tells_every_command_as_its_help_does() -> None:
    assert made() == PAGE.read_text(encoding="utf-8"), "run: python -m tests.documentation.commands"


@pytest.mark.parametrize("name", COMMANDS)
def test_each_command_has_a_section_with_an_example(name: str) -> None:
    generated = PAGE.read_text(encoding="utf-8").partition(MARK)[2]
    section = generated.partition(f"### samsprak {name}\n")[2].partition("\n### samsprak ")[0]
    assert f"Usage: samsprak {name}" in section
    assert f"Example: samsprak {name}" in section
