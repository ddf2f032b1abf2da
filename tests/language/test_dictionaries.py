from __future__ import annotations

import subprocess
import sys
from collections.abc import Mapping
from itertools import islice
from pathlib import Path

import pytest
from simplemma.strategies import StreamDictionaryFactory

from samsprak.language.dictionaries import base_form, dictionary

ASK = "from samsprak.language.dictionaries import dictionary; print(dictionary('nn').get('jentene'))"


def shipped(lang: str) -> Mapping[str, str]:
    return StreamDictionaryFactory().get_dictionary(lang)


def got(lang: str) -> Mapping[str, str]:
    """Return what a new process would get."""
    return dictionary.__wrapped__(lang)


@pytest.fixture
def cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A user's cache with nothing in it; where the dictionaries will be."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    return tmp_path / "cache" / "samsprak"


@pytest.mark.parametrize("lang", ["sv", "en", "nn"])
def test_a_dictionary_says_what_was_shipped(lang: str) -> None:
    known = shipped(lang)
    words = [*islice(known, 0, None, 997), "", "x" * 1000, "insatserna", "Ärtsoppa", "🙂"]
    assert [dictionary(lang).get(word) for word in words] == [known.get(word) for word in words]


def test_it_is_made_once(cache: Path) -> None:
    assert got("nn")["jentene"] == "jente"
    (made,) = cache.glob("*/*")
    before = made.stat().st_mtime_ns, made.stat().st_ino
    assert got("nn")["jentene"] == "jente"
    assert (made.stat().st_mtime_ns, made.stat().st_ino) == before


@pytest.mark.parametrize("home", ["file/cache", "/proc/none", ""])
def test_where_nothing_can_be_kept_it_is_read_as_shipped(
    home: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "file").touch()
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / home) if home.startswith("file") else home)
    # Without a cache, and without a home to have one in.
    monkeypatch.setattr("os.path.expanduser", lambda path: path)
    assert got("nn")["jentene"] == "jente"
    assert [each.name for each in tmp_path.iterdir()] == ["file"]


def test_a_damaged_file_is_made_anew(cache: Path) -> None:
    got("nn")
    (made,) = cache.glob("*/*")
    made.write_bytes(b"half")
    assert got("nn")["jentene"] == "jente"
    assert made.stat().st_size > 1000


def test_processes_that_make_it_at_the_same_time_all_get_it(cache: Path) -> None:
    processes = [subprocess.Popen([sys.executable, "-c", ASK], stdout=subprocess.PIPE, text=True) for _ in range(3)]
    assert [process.communicate(timeout=60)[0] for process in processes] == ["jente\n"] * 3
    assert [each.name for each in cache.glob("*/*")] == ["nn.dic"]


@pytest.mark.parametrize(
    ("word", "lang", "base"),
    [
        ("insatserna", "sv", "insats"),
        ("häuser", "de", "Haus"),
        ("mots", "fr", ""),
        ("\0", "sv", ""),
        ("barn\0", "sv", ""),
        ("", "sv", ""),
    ],
)
def test_base_forms(word: str, lang: str, base: str) -> None:
    assert base_form(word, lang) == base
