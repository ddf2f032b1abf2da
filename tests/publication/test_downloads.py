from __future__ import annotations

import gzip
import os
import signal
import subprocess
import sys
import threading
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from rdflib import Graph

from samsprak.errors import DownloadNotReady
from samsprak.publication import downloads as module
from samsprak.publication.download import path_of, prepare, read
from samsprak.publication.downloads import Downloads, turn
from samsprak.publication.preparer import preparing
from samsprak.vocabulary.formats import OF_WHOLE, TURTLE, XLSX, Format
from samsprak.vocabulary.protocol import Vocabulary


@pytest.mark.parametrize("form", OF_WHOLE, ids=lambda form: form.suffix)
def test_a_download_knows_its_sizes_and_reads_back_the_same(form: Format, foreign: Vocabulary, tmp_path: Path) -> None:
    made = prepare(foreign, form, tmp_path)
    assert made == read(made.path)
    assert made.size == made.path.stat().st_size > 0
    if form is XLSX:
        assert made.packed_size == 0
    else:
        assert made.packed_size == made.packed.stat().st_size
        assert gzip.decompress(made.packed.read_bytes()) == made.path.read_bytes()


@pytest.mark.parametrize("form", OF_WHOLE, ids=lambda form: form.suffix)
def test_the_same_vocabulary_gives_the_same_bytes(form: Format, thesaurus: Vocabulary, tmp_path: Path) -> None:
    (tmp_path / "a").mkdir()
    (tmp_path / "b").mkdir()
    one, other = prepare(thesaurus, form, tmp_path / "a"), prepare(thesaurus, form, tmp_path / "b")
    assert (one.digest, one.packed_size) == (other.digest, other.packed_size)
    if form is not XLSX:
        assert one.packed.read_bytes() == other.packed.read_bytes()


def test_triples_are_those_of_the_file(thesaurus: Vocabulary, tmp_path: Path) -> None:
    made = prepare(thesaurus, TURTLE, tmp_path)
    assert made.triples == len(Graph().parse(made.path, format="turtle"))


def test_what_is_not_prepared_is_written_by_the_first_who_asks(foreign: Vocabulary, tmp_path: Path) -> None:
    found = Downloads(tmp_path).get(foreign, TURTLE)
    assert found.path == tmp_path / "v.ttl"
    assert Downloads(tmp_path).prepared("v") == {TURTLE: found}


class Counted:
    """A vocabulary that takes its time, and counts how often it is written."""

    def __init__(self, inner: Vocabulary) -> None:
        self._inner = inner
        self.written = 0

    def __getattr__(self, name: str) -> object:
        return getattr(self._inner, name)

    def dump(self, form: Format, out: object) -> int:
        self.written += 1
        time.sleep(0.3)
        return self._inner.dump(form, out)  # type: ignore[arg-type]


def test_two_who_ask_at_once_have_it_written_once(foreign: Vocabulary, tmp_path: Path) -> None:
    vocabulary = Counted(foreign)
    # As two workers: nothing but the folder is shared.
    with ThreadPoolExecutor(2) as pool:
        answers = list(pool.map(lambda _: Downloads(tmp_path).get(vocabulary, TURTLE), range(2)))  # type: ignore[arg-type]
    assert vocabulary.written == 1
    assert answers[0] == answers[1]


def test_who_waits_too_long_is_told_to_come_again(foreign: Vocabulary, tmp_path: Path) -> None:
    with turn(tmp_path), pytest.raises(DownloadNotReady):
        Downloads(tmp_path, patience=0.1).get(foreign, TURTLE)
    assert Downloads(tmp_path).get(foreign, TURTLE).size


def test_only_some_threads_wait(foreign: Vocabulary, tmp_path: Path) -> None:
    waiting = Downloads(tmp_path, patience=5)
    results: list[object] = []

    def ask() -> None:
        results.append(waiting.get(foreign, TURTLE))

    with turn(tmp_path):
        threads = [threading.Thread(target=ask) for _ in range(module.WAITING)]
        for thread in threads:
            thread.start()
        time.sleep(0.2)
        with pytest.raises(DownloadNotReady):
            waiting.get(foreign, TURTLE)
    for thread in threads:
        thread.join()
    assert len(results) == module.WAITING


HALFWAY = """
import sys, time
from pathlib import Path
from samsprak.publication.download import prepare
from samsprak.publication.downloads import turn
from samsprak.settings import VocabularyInput
from samsprak.vocabulary import memory
from samsprak.vocabulary.formats import TURTLE
from samsprak.vocabulary.loader import load

def dump(self, form, out):
    out.write(b"half")
    out.flush()
    print("halfway", flush=True)
    time.sleep(60)

memory.MemoryVocabulary.dump = dump
vocabulary = load(VocabularyInput(Path(sys.argv[1]), "v"))
folder = Path(sys.argv[2])
with turn(folder):
    prepare(vocabulary, TURTLE, folder)
"""


@pytest.fixture
def killed_halfway(tmp_path: Path) -> Path:
    file = tmp_path / "v.ttl"
    file.write_text(
        "@prefix skos: <http://www.w3.org/2004/02/skos/core#> . <https://example.org/v/a> a skos:Concept .",
        encoding="utf-8",
    )
    folder = tmp_path / "folder"
    folder.mkdir()
    with subprocess.Popen([sys.executable, "-c", HALFWAY, str(file), str(folder)], stdout=subprocess.PIPE) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == b"halfway\n"
        os.kill(process.pid, signal.SIGKILL)
    return folder


def test_a_crash_leaves_no_half_file_and_no_one_waiting(killed_halfway: Path, foreign: Vocabulary) -> None:
    path = path_of(killed_halfway, "v", TURTLE)
    assert not path.exists()
    with pytest.raises(FileNotFoundError):
        read(path)
    found = Downloads(killed_halfway).get(foreign, TURTLE)
    assert found.path.read_bytes().startswith(b"@prefix")


def test_a_process_of_its_own_prepares_everything(foreign: Vocabulary, tmp_path: Path) -> None:
    with preparing([foreign], tmp_path):
        with turn(tmp_path) as ours:
            assert not ours, "it has the turn from the beginning"
        deadline = time.monotonic() + 30
        while len(Downloads(tmp_path).prepared("v")) < len(OF_WHOLE) and time.monotonic() < deadline:
            time.sleep(0.05)
    assert set(Downloads(tmp_path).prepared("v")) == set(OF_WHOLE)


def test_the_process_ends_with_the_service(thesaurus: Vocabulary, tmp_path: Path) -> None:
    with preparing([thesaurus], tmp_path):
        pass
    deadline = time.monotonic() + 10
    while time.monotonic() < deadline:
        with turn(tmp_path) as ours:
            if ours:
                return
        time.sleep(0.05)
    raise AssertionError("it still holds the turn")
