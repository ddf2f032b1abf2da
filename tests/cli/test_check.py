"""`samsprak check` from without: what it prints where, and how it ends."""

from __future__ import annotations

import json
import os
import pty
import re
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from samsprak.cli import group
from samsprak.settings import project_folder
from tests.cli.test_failures import samsprak
from tests.conftest import PREFIXES

Write = Callable[[str, str | bytes], Path]
DATA = Path(__file__).parent.parent / "data"
BROKEN = DATA / "invalid" / "broader-cycle.ttl"
WARNED = DATA / "invalid" / "hier-redundant.ttl"
HINTED = DATA / "invalid" / "sibling-related.ttl"
SOUND = DATA / "valid" / "transitive-asserted.ttl"


@pytest.fixture(autouse=True)
def english(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SAMSPRAK_LANG", "en")


def run(*arguments: str | Path) -> Result:
    return CliRunner().invoke(group, ["check", *map(str, arguments)])


def test_empty_revision_is_no_revision() -> None:
    result = run(SOUND, "--base", "")
    assert (result.exit_code, result.stdout) == (2, "")


def codes(*arguments: str | Path) -> set[str]:
    return {each["code"] for each in json.loads(run(*arguments, "--format", "json").stdout)["results"]}


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        ([SOUND], 0),
        ([SOUND, "--strict"], 0),
        ([WARNED], 0),
        ([WARNED, "--strict"], 1),
        ([HINTED, "--info", "--strict"], 0),
        ([BROKEN], 1),
        ([BROKEN, "--format", "json"], 1),
        ([BROKEN, "--format", "sarif"], 1),
        ([BROKEN, "--format", "github"], 1),
        ([SOUND, "--profile", "nonsense"], 2),
        ([SOUND, "--lang", "fi"], 2),
        ([SOUND, "--format", "xml"], 2),
    ],
)
def test_exit_code_says_how_it_went(arguments: list[str | Path], code: int) -> None:
    assert run(*arguments).exit_code == code


def test_vocabulary_without_a_concept_is_a_violation(write: Write) -> None:
    assert run(write("v.ttl", PREFIXES)).exit_code == 1
    assert "vocab-empty" in codes(write("v.ttl", PREFIXES))


def test_own_vocabulary_is_checked_without_more_ado_and_is_sound() -> None:
    result = run("--strict")
    assert (result.exit_code, result.stderr) == (0, "")
    assert "faults 0, warnings 0" in result.stdout


def test_vocabulary_is_held_against_its_last_snapshot_where_git_has_no_release(tmp_path: Path) -> None:
    folder = tmp_path / "vocab"
    shutil.copytree(project_folder("vocab"), folder)
    assert "0.3.0.ttl" in run(folder).output
    assert "was in the last release but is gone" not in run(folder).output
    (folder / "concepts" / "komet.ttl").unlink()
    told = run(folder)
    assert told.exit_code == 1
    assert "was in the last release but is gone" in told.output


def test_hints_are_shown_when_asked_for() -> None:
    assert "sibling-related" not in codes(HINTED, "--profile", "record")
    assert "sibling-related" in codes(HINTED, "--profile", "record", "--info")


def test_messages_come_in_the_language_asked_for() -> None:
    assert "The hierarchy runs in a circle" in run(BROKEN).stdout
    assert "Hierarkin går runt" in run(BROKEN, "--lang", "sv").stdout
    (message, *_) = json.loads(run(BROKEN, "--lang", "sv", "--format", "json").stdout)["results"]
    assert "Hierarkin" in message["message"] or "Ingen väg" in message["message"]


def test_profile_is_a_thesaurus_elsewhere_and_a_record_in_the_own_vocabulary(tmp_path: Path) -> None:
    """What only a record needs, such as a status, is asked of `vocab/` and not of other people's vocabularies."""
    bare = DATA / "invalid" / "status-required.ttl"
    assert "status-required" not in codes(bare)
    assert "status-required" in codes(bare, "--profile", "record")
    own = project_folder("vocab") / "concepts" / "insats.ttl"
    assert "Rules: record." in run(own).stdout
    # Elsewhere the same record is checked without a look at its languages, which no thesaurus rule asks for.
    copy = shutil.copy(own, tmp_path / "insats.ttl")
    text = Path(copy).read_text(encoding="utf-8").replace('"insats"@sv', '"insats"')
    Path(copy).write_text(text, encoding="utf-8")
    assert "Rules: thesaurus." in run(copy).stdout
    assert "language-tag" not in codes(copy)


def test_profile_skos_asks_for_skos_only() -> None:
    assert codes(BROKEN, "--profile", "skos") == set()
    assert codes(BROKEN, "--profile", "thesaurus") == {"broader-cycle", "concept-reachable"}


def test_several_files_and_folders_are_one_vocabulary(write: Write) -> None:
    head, _, body = SOUND.read_text(encoding="utf-8").partition("ex:c3 a skos:Concept")
    prefixes = "".join(line for line in head.splitlines(keepends=True) if line.startswith("@prefix"))
    one = write("one.ttl", head)
    two = write("two/c.ttl", prefixes + "ex:c3 a skos:Concept" + body)
    assert run(one, two.parent).exit_code == 0
    assert run(one.parent).exit_code == 0
    assert "scheme-link" in codes(two.parent)


def test_files_are_named_in_the_report(write: Write) -> None:
    text = SOUND.read_text(encoding="utf-8")
    one = write("v/one.ttl", text)
    two = write("v/two.ttl", PREFIXES + "ex:c3 skos:related ex:q9 .\n")
    results = json.loads(run(one.parent, "--format", "json").stdout)["results"]
    assert [(Path(each["file"]).name, each["line"]) for each in results] == [(two.name, PREFIXES.count("\n") + 1)]
    assert "two.ttl" in run(one.parent).stdout


@pytest.mark.parametrize("form", ["text", "json", "sarif", "github"])
def test_unreadable_input_ends_with_2_and_claims_nothing(form: str, write: Write) -> None:
    folder = write("v/good.ttl", BROKEN.read_bytes()).parent
    bad = write("v/bad.ttl", PREFIXES + "ex:a ex:b .")
    done = samsprak("check", str(folder), "--format", form, lang="sv")
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.startswith(f"{bad} rad {PREFIXES.count(chr(10)) + 1}: ")
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize(
    "content",
    [
        pytest.param(PREFIXES.encode() + 'ex:a skos:prefLabel "stöd"@sv .'.encode("latin-1"), id="Latin-1"),
        pytest.param((PREFIXES + "ex:a a skos:Concept .").encode("utf-16"), id="UTF-16"),
        pytest.param(PREFIXES + "ex:a a nope:Concept .", id="undeclared prefix"),
        pytest.param(PREFIXES + "<<<<<<< HEAD\nex:a a skos:Concept .\n", id="merge conflict"),
        pytest.param(PREFIXES + 'ex:a skos:prefLabel "så kallat "stöd""@sv .', id="straight quotes within"),
        pytest.param(PREFIXES + "ex:a skos:prefLabel ”stöd”@sv .", id="typographic quotes"),
        pytest.param(PREFIXES + 'ex:a skos:prefLabel "stöd"@sv_SE .', id="underscore in a tag"),
        pytest.param('<?xml version="1.0"?><rdf:RDF/>', id="RDF/XML"),
        pytest.param("<!doctype html><html></html>", id="HTML"),
        pytest.param('{"@id": "x"}', id="JSON"),
    ],
)
def test_every_kind_of_unreadable_file_is_told_in_words(content: str | bytes, write: Write) -> None:
    path = write("v.ttl", content)
    result = run(path)
    assert result.stdout == ""
    assert result.exit_code == 2
    assert re.fullmatch(rf"{re.escape(str(path))} (rad|line) \d+: .+\n", result.stderr)


def test_path_that_is_not_there_is_unreadable(tmp_path: Path) -> None:
    done = samsprak("check", str(tmp_path / "saknas"), lang="en")
    assert (done.returncode, done.stdout, done.stderr.count("\n")) == (2, "", 1)


def test_byte_order_mark_is_no_obstacle(write: Write) -> None:
    assert run(write("v.ttl", b"\xef\xbb\xbf" + SOUND.read_bytes())).exit_code == 0


def test_revision_that_git_does_not_know_is_wrong_usage() -> None:
    done = samsprak("check", "--base", "no-such-revision", lang="en")
    assert (done.returncode, done.stdout) == (2, "")
    assert "Traceback" not in done.stderr


def test_json_is_all_there_is_on_standard_output() -> None:
    done = samsprak("check", str(BROKEN), "--format", "json", lang="sv")
    assert done.returncode == 1
    assert json.loads(done.stdout)["conforms"] is False
    assert done.stderr == ""


def test_colours_are_for_terminals_only() -> None:
    assert "\x1b[" not in samsprak("check", str(BROKEN)).stdout
    assert "\x1b[31m" in on_a_terminal("check", str(BROKEN))
    assert "\x1b[" not in on_a_terminal("check", str(BROKEN), "--format", "json")


def on_a_terminal(*arguments: str) -> str:
    """Run the command with a pseudo-terminal for its output."""
    ours, theirs = pty.openpty()
    environment = os.environ | {"SAMSPRAK_LANG": "sv", "PYTHONUTF8": "1", "TERM": "xterm"}
    with subprocess.Popen([sys.executable, "-m", "samsprak", *arguments], stdout=theirs, env=environment) as process:
        os.close(theirs)
        output = b""
        try:
            while chunk := os.read(ours, 4096):
                output += chunk
        except OSError:  # what Linux says when the other end is closed
            pass
        process.wait(60)
    os.close(ours)
    return output.decode()


def test_fast_engine_says_the_same() -> None:
    standard, fast = (run(BROKEN, "--engine", engine, "--format", "json") for engine in ("standard", "fast"))
    assert fast.exit_code == standard.exit_code == 1
    assert fast.stdout == standard.stdout


def test_fast_engine_that_is_not_installed_is_wrong_usage(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("importlib.util.find_spec", lambda name: None)
    result = run(BROKEN, "--engine", "fast")
    assert result.exit_code == 2
    assert "samsprak[fast]" in result.stderr


def test_file_of_a_vocabulary_is_checked_as_part_of_it_and_the_report_says_so() -> None:
    result = run(project_folder("vocab") / "concepts" / "insats.ttl", "--strict")
    assert result.exit_code == 0
    assert "Checked as part of " in result.stdout
