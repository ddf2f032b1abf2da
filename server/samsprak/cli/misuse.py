"""What click finds wrong in a command line, in the language of the terminal.

Click says it in English sentences that are filled in already. Here a sentence is recognised by its template, its values
are read out of it, and put into the template of the reader's language. A sentence that is not known stays as it is; the
tests hold `SENTENCES` against the click that is installed.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from string import Formatter
from typing import IO, Any

import click
from click.exceptions import NoArgsIsHelpError

from samsprak.cli.wording import placeholders
from samsprak.errors import N_
from samsprak.language.messages import SOURCE_LANGUAGE, say, terminal_language

# Click's own templates, of what people can bring about by what they type.
SENTENCES = (
    N_("No such option {name!r}."),
    N_("No such command {name!r}."),
    N_("Missing command."),
    N_("Option {name!r} requires an argument."),
    N_("Option {name!r} requires {nargs} arguments."),
    N_("Option {name!r} does not take a value."),
    N_("Argument {name!r} takes {nargs} values."),
    N_("Got unexpected extra argument ({args})"),
    N_("Got unexpected extra arguments ({args})"),
    N_("Takes {nargs} values but 1 was given."),
    N_("Takes {nargs} values but {len} were given."),
    N_("{len_type} values are required, but {len_value} was given."),
    N_("{len_type} values are required, but {len_value} were given."),
    N_("Choose from:\n\t{choices}"),
    N_("{value!r} is not {choice}."),
    N_("{value!r} is not one of {choices}."),
    N_("{value!r} is not a valid {number_type}."),
    N_("{value} is not in the range {range}."),
    N_("{value!r} is not a valid boolean. Recognized values: {states}"),
    N_("{value!r} is not a valid UUID."),
    N_("{value!r} does not match the format {format}."),
    N_("{value!r} does not match the formats {formats}."),
    N_("{name} {filename!r} does not exist."),
    N_("{name} {filename!r} is a file."),
    N_("{name} {filename!r} is a directory."),
    N_("{name} {filename!r} is not readable."),
    N_("{name} {filename!r} is not writable."),
    N_("{name} {filename!r} is not executable."),
    N_("{editor}: Editing failed"),
    N_("{editor}: Editing failed: {e}"),
)
# What click fills in of its own accord; all else is what somebody typed, or what a command calls its choices.
WORDS = {
    "number_type": (N_("integer"), N_("integer range"), N_("float"), N_("float range")),
    "name": (N_("File"), N_("Directory"), N_("Path")),
}
# A text as Python writes it.
LITERAL = r"""(?:'(?:[^'\\]|\\.)*'|"(?:[^"\\]|\\.)*")"""


class Misuse(click.UsageError):
    """A command line that cannot be followed, told in another language than click's own."""

    def __init__(self, error: click.UsageError, lang: str) -> None:
        super().__init__(in_words(error, lang), error.ctx)
        self._lang = lang

    def show(self, file: IO[Any] | None = None) -> None:
        """Print how the command is used, where more is told, and what is wrong."""
        to_stderr = file is None
        if self.ctx is not None:
            click.echo(self.ctx.get_usage(), file, err=to_stderr)
            option = max(self.ctx.help_option_names, key=len)
            hint = say(
                N_("Try '{command} {option}' for help."), self._lang, command=self.ctx.command_path, option=option
            )
            click.echo(f"{hint}\n", file, err=to_stderr)
        click.echo(say(N_("Error: {message}"), self._lang, message=self.message), file, err=to_stderr)


class Interrupted(click.ClickException):
    """Somebody has ended the command before it was done."""

    def show(self, file: IO[Any] | None = None) -> None:
        """Print that nothing more is done."""
        click.echo(self.message, file, err=file is None)


@contextmanager
def told_in_terminal_language() -> Iterator[None]:
    """Let click's errors be told in the language of the terminal; exit codes are as click has them."""
    lang = terminal_language()
    if lang == SOURCE_LANGUAGE:
        yield
        return
    try:
        yield
    except NoArgsIsHelpError:
        raise  # it is the command's help
    except click.UsageError as error:
        raise Misuse(error, lang) from None
    except click.Abort:
        raise Interrupted(say(N_("Aborted!"), lang)) from None
    except (KeyboardInterrupt, EOFError):
        click.echo(err=True)  # ends the line that the terminal shows ^C in
        raise Interrupted(say(N_("Aborted!"), lang)) from None


def in_words(error: click.UsageError, lang: str) -> str:
    """Return what is wrong as sentences in the reader's language."""
    if isinstance(error, click.MissingParameter):
        return _missing(error, lang)
    if isinstance(error, click.BadParameter):
        return _bad(error, lang)
    sentence = reworded(error.message, lang)
    if isinstance(error, click.NoSuchOption | click.NoSuchCommand) and error.possibilities:
        return f"{sentence} {_nearest(error.possibilities, lang)}"
    return sentence


def reworded(sentence: str, lang: str) -> str:
    """Return a sentence of click's in the reader's language; as it is where it is none of `SENTENCES`."""
    for template, pattern in _patterns():
        found = pattern.fullmatch(sentence)
        if found:
            values = {name: _value(name, text, lang) for name, text in found.groupdict().items()}
            return say(template, lang, **values)
    return sentence


@cache
def _patterns() -> tuple[tuple[str, re.Pattern[str]], ...]:
    """Return what recognises each sentence, those with the most words first, since they say the most."""
    made = [(template, "".join(_pieces(template))) for template in SENTENCES]
    made.sort(key=lambda each: len(re.sub(r"{.*?}", "", each[0])), reverse=True)
    return tuple((template, re.compile(pattern, re.DOTALL)) for template, pattern in made)


def _pieces(template: str) -> Iterator[str]:
    for text, name, _, conversion in Formatter().parse(template):
        yield re.escape(text)
        if name:
            yield f"(?P<{name}>{LITERAL if conversion else '.*'})"


def _value(name: str, text: str, lang: str) -> str:
    """Return a value; of what click writes as Python does, as it does choices, what stands in the quotation marks."""
    if re.fullmatch(f"{LITERAL}(?:, {LITERAL})*", text):
        return re.sub(LITERAL, lambda found: re.sub(r"\\([\\'\"])", r"\1", found[0][1:-1]), text)
    return say(text, lang) if text in WORDS.get(name, ()) else text


def _missing(error: click.MissingParameter, lang: str) -> str:
    if error.param is None or error.ctx is None:
        return error.format_message()
    name = _name(error.param, error.ctx)
    if isinstance(error.param, click.Argument):
        sentence = say(N_("Missing argument {name}."), lang, name=name)
    else:
        sentence = say(N_("Missing option {name}."), lang, name=name)
    choices = error.param.type.get_missing_message(param=error.param, ctx=error.ctx)
    return f"{sentence} {reworded(choices, lang)}" if choices else sentence


def _bad(error: click.BadParameter, lang: str) -> str:
    message = reworded(error.message, lang)
    if error.param is None or error.ctx is None:
        return say(N_("Invalid value: {message}"), lang, message=message)
    name = _name(error.param, error.ctx)
    return say(N_("Invalid value for {param_hint}: {message}"), lang, param_hint=name, message=message)


def _name(param: click.Parameter, ctx: click.Context) -> str:
    """Return what a reader knows an option or argument by."""
    return placeholders(param.make_metavar(ctx)) if isinstance(param, click.Argument) else ", ".join(param.opts)


def _nearest(names: list[str], lang: str) -> str:
    if len(names) == 1:
        return say(N_("Did you mean {possibility}?"), lang, possibility=names[0])
    return say(N_("(Did you mean one of: {possibilities}?)"), lang, possibilities=", ".join(sorted(names)))
