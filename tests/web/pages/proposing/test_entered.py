"""What has been typed, as people type and paste it."""

from __future__ import annotations

import pytest
from werkzeug.datastructures import MultiDict

from samsprak.editing.folder import Folder
from samsprak.web.pages.proposing.composing import of_record
from samsprak.web.pages.proposing.entered import Entered
from samsprak.web.pages.proposing.tasks import Task


@pytest.mark.parametrize(
    "line",
    [
        "• hemstödjare",
        "•\themstödjare",
        "•hemstödjare",
        "- hemstödjare",
        "– hemstödjare",
        "o\themstödjare",
        "1.\themstödjare",
    ],
)
def test_mark_of_a_pasted_list_is_no_part_of_a_term(line: str) -> None:
    entered = Entered.of(Task.NEW, MultiDict({"also_sv": f"hemkonsult\r\n{line}\r\n"}))
    assert entered.many("also_sv") == ("hemkonsult", "hemstödjare")


def test_every_record_is_the_same_when_it_comes_back_from_the_form(folder: Folder) -> None:
    for concept in folder.vocabulary.concepts:
        begun = of_record(folder, concept)
        form = MultiDict([(name, text) for name, texts in begun.values.items() for text in texts])
        back = Entered.of(Task.CHANGE, form).values
        assert {name: back[name] for name in begun.values} == begun.values, concept.id
