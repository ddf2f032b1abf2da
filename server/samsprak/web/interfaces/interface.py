"""An interface: a blueprint whose routes state what they take and give."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any, TypeVar, cast, get_type_hints

from flask import Blueprint, Flask, Response

from samsprak.web.interfaces.announcement import announce
from samsprak.web.interfaces.fairness import spend
from samsprak.web.interfaces.operations import Answer, Body, Operation, Tag, View
from samsprak.web.interfaces.reading import read_body, read_query
from samsprak.web.replies import open_to_all

EXTENSION = "samsprak.interfaces"
V = TypeVar("V", bound=View)


def operations(app: Flask) -> list[Operation]:
    """Return the operations of all interfaces that an app has, as they were registered."""
    found: list[Operation] = app.extensions.setdefault(EXTENSION, [])
    return found


class Interface(Blueprint):
    """A blueprint whose routes are offered with all that they take and give, under one heading of the documentation.

    `announces` says whether answers name the description of the interfaces in a `Link` header.
    """

    def __init__(self, name: str, import_name: str, tag: Tag, *, prefix: str = "", announces: bool = True) -> None:
        super().__init__(name, import_name, url_prefix=prefix or None)
        self._tag = tag
        self._announces = announces

    def offer(
        self,
        method: str,
        rule: str,
        *answers: Answer,
        bodies: tuple[Body, ...] = (),
        description: str = "",
        cost: int = 1,
    ) -> Callable[[V], V]:
        """Offer a view, which gets `query` and `body` checked where it asks for them.

        Its docstring is the summary. What `query` must be is read off its annotation; `body` is the model of the kind
        that the client sent, or text. `cost` is how many requests one counts as, 0 for none.
        """

        def offered(view: V) -> V:
            operation = Operation(
                id=f"{self.name}_{view.__name__}_{method.lower()}",
                method=method,
                rule=f"{self.url_prefix or ''}{rule}",
                tag=self._tag,
                summary=(view.__doc__ or "").strip().partition("\n")[0],
                description=description,
                query=get_type_hints(view).get("query"),
                bodies=bodies,
                answers=answers,
                cost=cost,
                announces=self._announces,
            )
            self.add_url_rule(rule, operation.id, _answering(view, operation), methods=[method])
            self._note(operation)
            return view

        return offered

    def tell(self, path: str, summary: str, *answers: Answer, description: str = "") -> None:
        """Describe what a path gives that another route answers for, as one with a suffix."""
        words = "_".join(re.findall(r"\w+", path))
        operation = Operation(
            id=f"{self.name}_{words}_get",
            method="GET",
            rule=f"{self.url_prefix or ''}{path}",
            tag=self._tag,
            summary=summary,
            description=description,
            query=None,
            bodies=(),
            answers=answers,
            cost=1,
            announces=self._announces,
        )
        self._note(operation)

    def _note(self, operation: Operation) -> None:
        self.record(lambda state: operations(cast(Flask, state.app)).append(operation))


def _answering(view: View, operation: Operation) -> View:
    """Return what Flask calls: the limit first, then the checks, then the view."""
    query, bodies, cost = operation.query, operation.bodies, operation.cost

    def answer(**path: Any) -> Response:
        if cost:
            spend(cost)
        if query is not None:
            path["query"] = read_query(query)
        if bodies:
            path["body"] = read_body(bodies)
        response = open_to_all(cast(Response, view(**path)))
        return announce(response) if operation.announces else response

    return answer
