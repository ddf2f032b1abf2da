"""How the commands that change a vocabulary are called in tests."""

from __future__ import annotations

from pathlib import Path

from click.testing import CliRunner, Result

from samsprak.cli import group


def samsprak(folder: Path, command: str, *arguments: str, lang: str = "en", **environment: str) -> Result:
    """Run a command on a folder, in English unless told otherwise; whatever happens, no traceback."""
    runner = CliRunner(env={"SAMSPRAK_LANG": lang, **environment})
    result = runner.invoke(group, [command, "--vocabulary", str(folder), *arguments])
    assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
    return result
