"""Annif, which proposes subjects for texts, loads its vocabulary from what the service gives."""

from __future__ import annotations

import csv
import subprocess
import urllib.request
from pathlib import Path

import pytest

from samsprak.settings import VocabularyInput
from samsprak.vocabulary.loader import load
from samsprak.vocabulary.protocol import Vocabulary
from tests.clients.conftest import PROJECT
from tests.web.conftest import SMALL, running

ANNIF = PROJECT / ".venv" / "clients" / "annif" / "bin" / "annif"
PROJECTS = "[p]\nname=p\nlanguage=sv\nbackend=dummy\nvocab={vocabulary}\n"
WAYS = {
    "Turtle by its suffix": (".ttl", "", "ttl"),
    "RDF/XML by its suffix": (".rdf", "", "rdf"),
    "RDF/XML as Skosmos clients ask": ("data?format=application/rdf%2Bxml", "", "rdf"),
    "Turtle by Accept": ("", "text/turtle", "ttl"),
}


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("path", [PROJECT / "vocab", SMALL], ids=["thesaurus", "small"])
def test_annif_has_every_concept_in_use_with_its_labels(tmp_path: Path, path: Path, way: str) -> None:
    vocabulary = load(VocabularyInput(path))
    end, accept, suffix = WAYS[way]
    with running(str(path)) as address:
        place = f"{address}/rest/v1/{vocabulary.id}/{end}" if "?" in end else f"{address}/{vocabulary.id}{end}"
        request = urllib.request.Request(place, headers={"Accept": accept} if accept else {})
        with urllib.request.urlopen(request) as reply:
            (tmp_path / f"given.{suffix}").write_bytes(reply.read())
    (tmp_path / "projects.cfg").write_text(PROJECTS.format(vocabulary=vocabulary.id), encoding="utf-8")
    _annif(tmp_path, "load-vocab", vocabulary.id, f"given.{suffix}")
    subjects = tmp_path / "data" / "vocabs" / vocabulary.id / "subjects.csv"
    with subjects.open(encoding="utf-8", newline="") as rows:
        found = {row["uri"]: row["label_sv"] for row in csv.DictReader(rows)}
    assert found == _in_use(vocabulary)


def _in_use(vocabulary: Vocabulary) -> dict[str, str]:
    """Return the Swedish label of each concept that is not out of use, by IRI."""
    return {
        concept.iri: next((label.text for label in concept.preferred if label.lang == "sv"), "")
        for concept in vocabulary.concepts
        if not concept.retired
    }


def _annif(folder: Path, *arguments: str) -> str:
    ended = subprocess.run([ANNIF, *arguments], cwd=folder, capture_output=True, text=True, check=False, timeout=300)
    assert ended.returncode == 0, ended.stderr
    return ended.stdout + ended.stderr
