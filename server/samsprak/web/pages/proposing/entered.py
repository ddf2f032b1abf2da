"""What has been entered in the form: taken from a request, or from a record that is to be changed."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from werkzeug.datastructures import MultiDict

from samsprak.editing.draft import Draft
from samsprak.editing.minting import ALPHABET, LENGTH
from samsprak.web.pages.proposing.fields import Kind, all_fields
from samsprak.web.pages.proposing.tasks import TASKS, Task

ID = re.compile(f"[{ALPHABET}]{{{LENGTH}}}")
# What lists begin each line with where a text is pasted from a document or a letter.
LIST_MARK = re.compile(r"\A(?:[•▪◦‣●○■□·\uf0b7]\s*|[-–*]\s+|o(?:\t| {3})\s*|\d{1,2}[.)]\t\s*)")
# More of one kind than this, nobody writes by hand.
MOST = 60
# So many places to write in are always free.
FREE = 2


@dataclass(frozen=True, slots=True)
class Entered:
    """The texts by the names of the fields; ids that were drawn for new concepts are kept with them."""

    task: Task
    values: Mapping[str, tuple[str, ...]]
    ids: tuple[str, ...] = ()

    @classmethod
    def of(cls, task: Task, form: MultiDict[str, str]) -> Entered:
        """Read a form; what it has no field for is passed over."""
        values = {}
        for field in all_fields(TASKS[task].sections):
            given = [_typed(text) for text in form.getlist(field.name)[:MOST]]
            if field.kind is Kind.LINES:
                lines = (LIST_MARK.sub("", line.strip(), count=1) for text in given for line in text.split("\n"))
                given = [line for line in lines if line][:MOST]
            elif field.kind is not Kind.BROADER:
                given = [text.strip() for text in given if text.strip()]
            values[field.name] = tuple(given)
        if task is Task.CHANGE:
            values["about"] = tuple(form.getlist("about")[:1])
        values["kind"] = tuple(form.getlist("kind")[:MOST])
        ids = tuple(each for each in form.getlist("id")[:MOST] if ID.fullmatch(each))
        return cls(task, values, ids)

    @property
    def draft(self) -> Draft:
        """What is said of one concept."""
        return Draft(self.values)

    @property
    def empty(self) -> bool:
        """Whether nothing is entered."""
        return not any(text.strip() for name, texts in self.values.items() if name != "kind" for text in texts)

    def many(self, name: str) -> tuple[str, ...]:
        """Return what is entered in a field, without what is empty."""
        return self.draft.many(name)

    def one(self, name: str) -> str:
        """Return what is entered in a field of one value."""
        return self.draft.one(name)

    def joined(self, name: str) -> str:
        """Return the values of a field, one a line."""
        return "\n".join(self.many(name))

    def places(self, name: str) -> list[str]:
        """Return the values of a field and free places after them."""
        return [*self.many(name), *[""] * FREE]

    def ways_up(self) -> list[tuple[str, str]]:
        """Return the links upwards, each with its kind, and a free place after them."""
        given = [(text, kind.value) for text, kind in self.draft.broader()]
        return [*given, *[("", "")] * (1 if given else FREE)]

    def hidden(self) -> list[tuple[str, str]]:
        """Return everything as the hidden fields of another form."""
        pairs = [(name, text) for name, texts in self.values.items() for text in texts]
        return [*pairs, *(("id", each) for each in self.ids)]


def _typed(text: str) -> str:
    """Return a text with the line ends that browsers send as one sign."""
    return text.replace("\r\n", "\n")
