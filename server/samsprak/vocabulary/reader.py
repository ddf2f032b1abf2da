"""From files to what they say: finds the files, decodes them, parses them, and says what cannot be read.

All unreadable files are named at once. Nothing is changed: what is read is what the files say.
"""

from __future__ import annotations

import gzip
import hashlib
import os
import zlib
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

import pyoxigraph as ox

from samsprak.errors import N_, Problem, UnreadableInput
from samsprak.vocabulary.encoding import decode
from samsprak.vocabulary.faults import Fault, explain_syntax
from samsprak.vocabulary.formats import JSON_LD, N_TRIPLES, RDF_XML, TURTLE, Format, of_file
from samsprak.vocabulary.records import Finding, Remark
from samsprak.vocabulary.statements import Statements, gather

PARSERS = {
    JSON_LD: ox.RdfFormat.JSON_LD,
    TURTLE: ox.RdfFormat.TURTLE,
    RDF_XML: ox.RdfFormat.RDF_XML,
    N_TRIPLES: ox.RdfFormat.N_TRIPLES,
}
# Released snapshots stand beside the vocabulary that they were taken of, and are not part of it.
SNAPSHOTS = "versions"
READABLE = ", ".join("." + suffix for form in PARSERS for suffix in form.file_suffixes)


@dataclass(frozen=True)
class Reading:
    """What files say, the files, a digest of their contents, and what was noticed."""

    statements: Statements
    files: tuple[Path, ...]
    digest: str
    remarks: tuple[Remark, ...]

    @cached_property
    def store(self) -> ox.Store:
        """The same as a graph that can be queried, made when it is asked for."""
        store = ox.Store()
        store.bulk_load(self.statements.text, ox.RdfFormat.N_TRIPLES)
        return store


def read(paths: Sequence[Path]) -> Reading:
    """Read files and folders as one.

    A folder is searched for files by suffix, its sub-folders too (but hidden ones and `versions`). A file that
    repeats another byte for byte is read once. Raises `UnreadableInput` naming every file that cannot be read.
    """
    lines: list[bytes] = []
    files, digest, remarks = _read(paths, lambda content, form: lines.append(parse(content, form)))
    return Reading(gather(b"".join(lines)), files, digest, remarks)


def read_store(paths: Sequence[Path]) -> tuple[ox.Store, tuple[Path, ...]]:
    """Read files and folders, as `read` does, into a graph that can be queried: what asks for no more is quicker so."""
    store = ox.Store()
    files, _, _ = _read(paths, lambda content, form: _load(content, form, store))
    return store, files


def _read(
    paths: Sequence[Path], take: Callable[[bytes, Format], None]
) -> tuple[tuple[Path, ...], str, tuple[Remark, ...]]:
    """Let every file be taken; return the files, a digest of their contents, and what was noticed."""
    problems: list[Problem] = []
    read_files: list[Path] = []
    digests: dict[str, Path] = {}
    duplicates: list[str] = []
    for path, named in files(paths, problems):
        try:
            content = content_of(path)
            digest = hashlib.blake2b(content, digest_size=16).hexdigest()
            if digest in digests:
                duplicates.append(str(path))
                continue
            take(content, format_of(path, named))
        except Fault as fault:
            problems.append(Problem(str(path), fault.line, fault.template, fault.values))
        else:
            digests[digest] = path
            read_files.append(path)
    if problems:
        raise UnreadableInput(tuple(problems))
    remarks = (Remark(Finding.DUPLICATE_FILE, tuple(duplicates)),) if duplicates else ()
    whole = hashlib.blake2b("".join(sorted(digests)).encode(), digest_size=16).hexdigest()
    return tuple(read_files), whole, remarks


def files(paths: Iterable[Path], problems: list[Problem]) -> Iterator[tuple[Path, bool]]:
    """Yield each file to read and whether it was named itself; say which paths are missing or hold nothing."""
    for path in paths:
        try:
            is_folder, is_file = path.is_dir(), path.is_file()
        except OSError:  # such as a name longer than the system allows
            is_folder = is_file = False
        if is_folder:
            closed: list[Path] = []
            found = sorted(_in_folder(path, closed))
            problems += (Problem(str(folder), None, N_("the folder cannot be opened")) for folder in closed)
            if not found and not closed:
                problems.append(
                    Problem(
                        str(path),
                        None,
                        N_("there is nothing to read in this folder: no file that ends in {suffixes}"),
                        (("suffixes", READABLE),),
                    )
                )
            yield from ((file, False) for file in found)
        elif is_file:
            yield path, True
        else:
            problems.append(Problem(str(path), None, N_("there is no such file or folder")))


def _in_folder(folder: Path, closed: list[Path]) -> Iterator[Path]:
    """Yield the files below a folder that hold RDF; folders that cannot be opened go to `closed`."""
    for here, folders, names in os.walk(folder, onerror=lambda error: closed.append(Path(error.filename))):
        skipped = {SNAPSHOTS} if Path(here) == folder else set()
        folders[:] = [name for name in folders if not name.startswith(".") and name not in skipped]
        for name in names:
            if not name.startswith(".") and of_file(name, named=False) and (path := Path(here, name)).is_file():
                yield path


def format_of(path: Path, named: bool) -> Format:
    """Return the format of a file by its name, or raise the fault that it is no file of RDF."""
    form = of_file(path.name, named=named)
    if form is None:
        raise Fault(
            None,
            N_("this is no file of a kind that can be read: name one that ends in {suffixes}"),
            suffixes=READABLE,
        )
    return form


def content_of(path: Path) -> bytes:
    """Return the bytes of a file, unpacked where it is gzipped."""
    try:
        return unpacked(path.read_bytes(), path.name)
    except OSError as error:
        raise Fault(None, N_("the file cannot be opened: {reason}"), reason=error.strerror or error) from None


def unpacked(content: bytes, name: str) -> bytes:
    """Return the content of a file, unpacked where it is called gzipped; raises the fault that it is not."""
    try:
        return gzip.decompress(content) if name.lower().endswith(".gz") else content
    except (gzip.BadGzipFile, EOFError, zlib.error):
        raise Fault(None, N_("the file ends in .gz but cannot be unpacked: it is damaged or not gzipped")) from None


def parse(content: bytes, form: Format) -> bytes:
    """Return what `content` says as lines of N-Triples; blank nodes of different files stay apart. Raises a `Fault`."""
    text = decode(content, form)
    try:
        quads = ox.parse(text, PARSERS[form], rename_blank_nodes=True)
        # Only JSON-LD has named graphs, which are read as one with the others.
        said = (quad.triple for quad in quads) if form is JSON_LD else quads
        lines = ox.serialize(said, format=ox.RdfFormat.N_TRIPLES)
    except (SyntaxError, ValueError) as error:
        raise explain_syntax(error, text, form) from None
    assert lines is not None  # noqa: S101 - they are returned where no file is given to write to
    return lines


def _load(content: bytes, form: Format, store: ox.Store) -> None:
    if form is JSON_LD:
        store.bulk_load(parse(content, form), ox.RdfFormat.N_TRIPLES)
        return
    text = decode(content, form)
    try:
        store.bulk_load(text, PARSERS[form])
    except (SyntaxError, ValueError) as error:
        raise explain_syntax(error, text, form) from None
