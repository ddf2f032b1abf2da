"""The one error tree of Samspråk.

An error carries a template in English and its values, never a finished sentence: the edge that shows it
(`cli`, `web`) renders it in the reader's language, and decides the exit code or the HTTP status by type.
"""

from __future__ import annotations

from dataclasses import dataclass


def N_(template: str) -> str:  # noqa: N802 - gettext's own name for "translate this later"
    """Mark a template for translation where it is written, without translating it."""
    return template


class SamsprakError(Exception):
    """Anything that Samspråk itself finds wrong; never raised as such.

    `template` is a `str.format` template, `values` what fills it.
    """

    def __init__(self, template: str, **values: object) -> None:
        super().__init__(template, values)
        self.template = template
        self.values = values

    def __str__(self) -> str:
        return self.template.format(**self.values)


class UsageError(SamsprakError):
    """A setting or an argument that cannot be followed."""


class PortInUse(UsageError):
    """The address that the server was to listen on is taken."""

    def __init__(self, host: str, port: int) -> None:
        super().__init__(
            N_("Port {port} on {host} is already in use. Choose another with --port, or stop the other program."),
            host=host,
            port=port,
        )


@dataclass(frozen=True, slots=True)
class Problem:
    """Why one file could not be read: `line` is counted from 1, and None where no line is to blame."""

    file: str
    line: int | None
    template: str
    values: tuple[tuple[str, object], ...] = ()


class UnreadableInput(SamsprakError):
    """One or more files could not be read; all of them are named in `problems`."""

    def __init__(self, problems: tuple[Problem, ...]) -> None:
        super().__init__(N_("Some files cannot be read: {n}"), n=len(problems))
        self.problems = problems

    def __str__(self) -> str:
        return "; ".join(f"{p.file}:{p.line or ''} {p.template.format(**dict(p.values))}" for p in self.problems)


class UnfitVocabulary(SamsprakError):
    """What was read is RDF, but cannot be served as a vocabulary."""


class NotFound(SamsprakError):
    """A look-up found nothing."""


class UnknownVocabulary(NotFound):
    """No loaded vocabulary has this id."""

    def __init__(self, vocabulary_id: str) -> None:
        super().__init__(N_("There is no vocabulary “{id}” here."), id=vocabulary_id)


class UnknownResource(NotFound):
    """No loaded vocabulary holds a concept, collection, scheme or source with this IRI or id."""

    def __init__(self, identifier: str) -> None:
        super().__init__(N_("Nothing here has the address or id “{id}”."), id=identifier)


class UnknownTerm(NotFound):
    """A look-up by term found no concept."""

    def __init__(self, term: str) -> None:
        super().__init__(N_("No concept is called “{term}”."), term=term)


class NoGuide(NotFound):
    """The vocabulary has no guided path."""

    def __init__(self, vocabulary_id: str) -> None:
        super().__init__(N_("The vocabulary “{id}” has no guide."), id=vocabulary_id)


class UnknownAnswer(NotFound):
    """A link to a guide holds an answer that the guide does not have."""

    def __init__(self, answer_id: str) -> None:
        super().__init__(
            N_("The guide has no answer “{id}”. The link may be misspelt or older than the guide."), id=answer_id
        )


class DownloadNotReady(SamsprakError):
    """A whole vocabulary is asked for while the service is still writing it, just after it started."""

    def __init__(self, name: str) -> None:
        super().__init__(N_("{name} is being prepared. Please try again in a few seconds."), name=name)


class AnsweredTwice(SamsprakError):
    """A link to a guide holds two answers to one question."""

    def __init__(self, first: str, second: str) -> None:
        super().__init__(
            N_("“{first}” and “{second}” answer the same question of the guide. Keep one of them."),
            first=first,
            second=second,
        )
