"""What is read and what is reported: a file of a vocabulary is checked with the rest of it, and alone reported."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from samsprak.validation.findings import Finding
from samsprak.vocabulary.formatting import SCHEME_FILE
from samsprak.vocabulary.reader import files


@dataclass(frozen=True, slots=True)
class Scope:
    """The paths to read, and the files that findings are reported of; all, where there are none."""

    paths: tuple[Path, ...]
    only: frozenset[Path] = frozenset()

    @property
    def context(self) -> str:
        """The folder that files are checked as part of, empty where they are not."""
        return str(self.paths[0]) if self.only else ""

    def holds(self, finding: Finding) -> bool:
        """Tell whether a finding is to be reported."""
        return not self.only or (bool(finding.place.file) and Path(finding.place.file).resolve() in self.only)


def scope_of(paths: Sequence[Path]) -> Scope:
    """Return the vocabulary that files are part of where all are of one, else the paths as they are."""
    folders = {_vocabulary_of(path) for path in paths}
    folder = next(iter(folders)) if len(folders) == 1 else None
    return Scope(tuple(paths)) if folder is None else Scope((folder,), frozenset(path.resolve() for path in paths))


def _vocabulary_of(path: Path) -> Path | None:
    """Return the nearest folder above a file that is a vocabulary and holds it."""
    if not path.is_file():
        return None
    folder = next((folder for folder in path.absolute().parents if (folder / SCHEME_FILE).is_file()), None)
    if folder is None or path.resolve() not in {file.resolve() for file, _ in files([folder], [])}:
        return None
    return folder
