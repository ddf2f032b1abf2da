"""A bar on the terminal for what takes long; nothing where the output is read by a program."""

from __future__ import annotations

import sys
import time
from types import TracebackType
from typing import Self

import click

# Seconds after which people want to see that something happens.
PATIENCE = 2.0


class Bar:
    """A progress bar on standard error that appears after two seconds, and is taken away when done."""

    def __init__(self) -> None:
        self._started = time.monotonic()
        self._shown = False

    def __call__(self, done: int, whole: int) -> None:
        """Show how much of how much is done."""
        if not sys.stderr.isatty() or time.monotonic() - self._started < PATIENCE:
            return
        self._shown = True
        filled = 30 * done // max(whole, 1)
        click.echo(f"\r[{'#' * filled}{'-' * (30 - filled)}] {done}/{whole}", nl=False, err=True)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Clear the line, whatever happened."""
        if self._shown:
            click.echo("\r\033[K", nl=False, err=True)
