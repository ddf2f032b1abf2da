"""Why a query is not answered: what is wrong with it, or what it takes too much of."""

from __future__ import annotations

from samsprak.errors import N_, SamsprakError


class Refusal(SamsprakError):
    """A query that is not answered; never raised as such."""


class Malformed(Refusal):
    """A query that is not SPARQL; `line` and `column` are counted from 1."""

    def __init__(self, line: int, column: int, reason: str, **values: object) -> None:
        super().__init__(reason, line=line, column=column, **values)
        self.line = line
        self.column = column


class Forbidden(Refusal):
    """SPARQL that this service does not do: it changes nothing and asks no other service."""


class UnknownGraph(Refusal):
    """A query reads a graph that is not here."""

    def __init__(self, iri: str, known: tuple[str, ...]) -> None:
        super().__init__(
            N_("There is no graph <{iri}> here, and none is fetched. There are: {known}."),
            iri=iri,
            known=", ".join(f"<{each}>" for each in known),
        )


class Unanswerable(Refusal):
    """A query that evaluation fails on, as on a function that does not exist."""

    def __init__(self, reason: str) -> None:
        super().__init__(N_("The query cannot be answered: {reason}"), reason=reason)


class TooLarge(Refusal):
    """The answer is longer than is sent."""

    def __init__(self, size: int) -> None:
        super().__init__(
            N_(
                "The answer is larger than {megabytes} MB. Ask for fewer rows with LIMIT and OFFSET, or download the"
                " vocabulary."
            ),
            megabytes=size // 1_000_000,
        )


class TooExpensive(Refusal):
    """The query took more than it may, and was cut off; never raised as such."""


class TooSlow(TooExpensive):
    """The query ran for too long."""

    def __init__(self, seconds: float) -> None:
        super().__init__(
            N_(
                "The query was cut off after {seconds:g} s. Look for patterns that share no variable, or ask for"
                " less at a time."
            ),
            seconds=seconds,
        )


class TooHungry(TooExpensive):
    """The process ended while it answered, since it needed more memory than it may have."""

    def __init__(self) -> None:
        super().__init__(N_("The query needed more memory than it may have, and was cut off. Ask for less at a time."))


class Busy(Refusal):
    """No process is free; `after` is in how many seconds to ask again."""

    def __init__(self, after: int) -> None:
        super().__init__(N_("Other queries are being answered. Please ask again in {after} seconds."), after=after)
        self.after = after


class Preparing(Busy):
    """The data is still being made ready for queries."""

    def __init__(self, after: int) -> None:
        super().__init__(after)
        self.template = N_("The data is being made ready for queries. Please ask again in {after} seconds.")
