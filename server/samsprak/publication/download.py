"""A whole vocabulary as a file in one format, plain and gzipped, written beside what is served and then put there.

A file is seen under its name when it is complete, and is told of (`NAME.json`) when it and its gzipped twin are: what
stops halfway leaves nothing that could be taken for a download.
"""

from __future__ import annotations

import gzip
import hashlib
import json
import shutil
import tempfile
from dataclasses import dataclass
from pathlib import Path

from samsprak.publication import comma_separated, workbook
from samsprak.vocabulary.formats import CSV, XLSX, Format
from samsprak.vocabulary.protocol import Vocabulary

# Level 6 packs Turtle to an eighth; 9 takes two thirds more time for a fiftieth less.
LEVEL = 6
DIGEST_SIZE = 12


@dataclass(frozen=True, slots=True)
class Download:
    """A prepared file: a digest of its bytes, its size and that of its gzipped twin, how many triples it holds.

    `packed_size` is 0 where the format is packed in itself, `triples` is 0 of a table.
    """

    path: Path
    digest: str
    size: int
    packed_size: int
    triples: int

    @property
    def packed(self) -> Path:
        """The gzipped twin."""
        return packed(self.path)


def packed(path: Path) -> Path:
    """Return where the gzipped twin of a file is."""
    return path.with_name(f"{path.name}.gz")


def path_of(folder: Path, vocabulary_id: str, form: Format) -> Path:
    """Return where a download is, or will be."""
    return folder / f"{vocabulary_id}.{form.suffix}"


def read(path: Path) -> Download:
    """Return a prepared download. Raises `FileNotFoundError` where it is not prepared yet."""
    facts = json.loads(_note(path).read_text(encoding="utf-8"))
    return Download(path, facts["digest"], facts["size"], facts["packed_size"], facts["triples"])


def prepare(vocabulary: Vocabulary, form: Format, folder: Path) -> Download:
    """Write a vocabulary in a format, and return the download."""
    final = path_of(folder, vocabulary.id, form)
    with tempfile.TemporaryDirectory(dir=folder, prefix=".") as unfinished:
        path = Path(unfinished) / final.name
        triples = _write(vocabulary, form, path)
        packed_size = 0 if form is XLSX else _pack(path)
        with path.open("rb") as file:
            digest = hashlib.file_digest(file, lambda: hashlib.blake2b(digest_size=DIGEST_SIZE)).hexdigest()
        download = Download(final, digest, path.stat().st_size, packed_size, triples)
        facts = {"digest": digest, "size": download.size, "packed_size": packed_size, "triples": triples}
        _note(path).write_text(json.dumps(facts), encoding="utf-8")
        path.replace(final)
        if packed_size:
            packed(path).replace(download.packed)
        _note(path).replace(_note(final))
    return download


def _write(vocabulary: Vocabulary, form: Format, path: Path) -> int:
    if form is XLSX:
        workbook.write(vocabulary, path)
        return 0
    with path.open("wb") as out:
        if form is CSV:
            comma_separated.write(vocabulary, out)
            return 0
        return vocabulary.dump(form, out)


def _pack(path: Path) -> int:
    """Write the gzipped twin, without a name or a time in it, and return its size."""
    with path.open("rb") as file, packed(path).open("wb") as out:
        with gzip.GzipFile(filename="", mode="wb", fileobj=out, compresslevel=LEVEL, mtime=0) as packing:
            shutil.copyfileobj(file, packing, 1 << 20)
        return out.tell()


def _note(path: Path) -> Path:
    return path.with_name(f"{path.name}.json")
