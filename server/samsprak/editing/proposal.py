"""Proposals: what becomes of the files of a vocabulary, formatted and checked before anything is written."""

from __future__ import annotations

import tempfile
from collections import Counter
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path

from samsprak.editing.amendment import Advice, Amendment
from samsprak.editing.folder import Folder
from samsprak.errors import N_, Problem, UnreadableInput, UsageError
from samsprak.validation.checker import check
from samsprak.validation.findings import Finding
from samsprak.validation.rules import Profile, Severity
from samsprak.vocabulary.formatting import Source, format_files


@dataclass(frozen=True, slots=True)
class Alteration:
    """One file: its path within the folder, what it held and what it will hold; None where there is no file."""

    name: str
    before: bytes | None
    after: bytes | None


@dataclass(frozen=True, slots=True)
class Proposal:
    """Alterations that belong together, with what a check finds after them that it did not find before.

    `about` is the concept that they concern, `advice` what a machine cannot do.
    """

    folder: Path
    alterations: tuple[Alteration, ...]
    findings: tuple[Finding, ...] = ()
    advice: tuple[Advice, ...] = ()
    about: str = ""

    @property
    def valid(self) -> bool:
        """Whether no rule is broken: only then can it be written."""
        return not any(finding.severity is Severity.VIOLATION for finding in self.findings)

    @property
    def clean(self) -> bool:
        """Whether a check has nothing new to say, warnings included."""
        return not self.findings


def proposal(amendment: Amendment, about: str = "") -> Proposal:
    """Return what an amendment makes of the files, formatted and checked; nothing is written in the folder.

    Raises `UnreadableInput` where a file cannot be written anew, and `UsageError` where nothing would change.
    """
    folder = amendment.folder
    texts = dict(amendment.texts())
    names = {name: amendment.renamed.get(name, name) for name in (*texts, *amendment.renamed)}
    if not names:
        raise UsageError(N_("Nothing would change: the vocabulary says so already."))
    originals = {name: _as_stored(source) for name, source in folder.sources.items()}
    contents = {name: content for name, content in originals.items() if name not in amendment.renamed}
    contents |= {names[name]: texts[name] if name in texts else originals[name] for name in names}
    with scratch() as place:
        root = place / "vocabulary"
        _lay_out(root, contents)
        after = _formatted(root, folder, set(names.values()))
        for name, content in after.items():
            (root / name).write_bytes(content)
        findings = _findings(root, folder.profile)
    if findings:
        known = Counter(map(_identity, _findings(folder.path, folder.profile)))
        findings = tuple(_new(findings, known))
    return Proposal(
        folder.path,
        tuple(_alterations(originals, contents | after)),
        findings,
        tuple(amendment.advice),
        about,
    )


@contextmanager
def scratch() -> Iterator[Path]:
    """Lend a folder to try things in; raises `UnreadableInput` where the system has no room for one."""
    try:
        with tempfile.TemporaryDirectory(prefix="samsprak-") as name:
            yield Path(name)
    except OSError as error:
        template = N_("the change cannot be tried out in a folder for temporary files: {reason}")
        problem = Problem(tempfile.gettempdir(), None, template, (("reason", error.strerror or error),))
        raise UnreadableInput((problem,)) from None


def _as_stored(source: Source) -> bytes:
    """Return what a file holds on disk: what is packed there is known unpacked."""
    return source.path.read_bytes() if source.path.name.lower().endswith(".gz") else source.content


def _lay_out(root: Path, contents: Mapping[str, bytes]) -> None:
    for folder in {(root / name).parent for name in contents}:
        folder.mkdir(parents=True, exist_ok=True)
    for name, content in contents.items():
        (root / name).write_bytes(content)


def _formatted(root: Path, folder: Folder, ours: set[str]) -> dict[str, bytes]:
    """Return the canonical text of the files that are ours, and of those that were canonical and are no longer."""
    formatted = {each.path.relative_to(root).as_posix(): each for each in format_files([root])}
    changed = {name: each.after for name, each in formatted.items() if each.changed}
    others = changed.keys() - ours
    if others:
        loose = {each.path.relative_to(folder.path).as_posix() for each in format_files([folder.path]) if each.changed}
        changed = {name: content for name, content in changed.items() if name not in loose - ours}
    return changed


def _findings(path: Path, profile: Profile) -> tuple[Finding, ...]:
    """Return what a check finds, its places told from the folder."""
    return tuple(_placed(finding, path) for finding in check([path], profile).findings)


def _placed(finding: Finding, root: Path) -> Finding:
    place = finding.place
    if not place.file or not Path(place.file).is_relative_to(root):
        return finding
    return replace(finding, place=replace(place, file=Path(place.file).relative_to(root).as_posix()))


def _identity(finding: Finding) -> tuple[str, ...]:
    return finding.rule.id, finding.severity.value, finding.focus, finding.path


def _new(findings: tuple[Finding, ...], known: Counter[tuple[str, ...]]) -> Iterator[Finding]:
    """Yield what was not found before; of several alike as many as there are more."""
    left = known.copy()
    for finding in findings:
        identity = _identity(finding)
        if left[identity] > 0:
            left[identity] -= 1
        else:
            yield finding


def _alterations(before: Mapping[str, bytes], after: Mapping[str, bytes]) -> Iterator[Alteration]:
    for name in sorted(before.keys() - after.keys()):
        yield Alteration(name, before[name], None)
    for name in sorted(after):
        if before.get(name) != after[name]:
            yield Alteration(name, before.get(name), after[name])
