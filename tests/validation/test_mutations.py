"""The real thesaurus, broken in each rule's way, one at a time: every break is found, in its file, at its own line.

A mutation is a change to the text of one file. Its expectation is the rule and the line that now holds `mark`. The
whole is read once; for a mutation, what the changed file said is taken out of the store and what it says now put in,
which is what the command would have read (`test_the_command_finds_the_same` does it the long way).
"""

from __future__ import annotations

import shutil
from pathlib import Path

import pyoxigraph as ox
import pytest

from samsprak.settings import project_folder
from samsprak.validation import engine, text_rules
from samsprak.validation.checker import check
from samsprak.validation.findings import Raw
from samsprak.validation.location import Locator
from samsprak.validation.rules import Profile, RuleBook
from samsprak.vocabulary.namespaces import RDF, SKOS
from samsprak.vocabulary.reader import files
from tests.validation import guide_mutations
from tests.validation.conftest import ELSEWHERE
from tests.validation.mutations import MUTATIONS, Mutation, Thesaurus, copy_of, named
from tests.validation.test_rules import RULES

EVERY = (*MUTATIONS, *guide_mutations.MUTATIONS)
# Breaks of the whole: no line of one file is at fault.
WHOLE = frozenset({"vocab-empty", "scheme-present"})


@pytest.fixture(scope="module")
def thesaurus() -> Thesaurus:
    return Thesaurus(project_folder("vocab"))


def faults(store: ox.Store, book: RuleBook) -> list[Raw]:
    """Return what the rules find, as the whole check does."""
    found = list(text_rules.run(store))
    engine.prepare(store)
    return [*found, *engine.run(store, book)]


def places(raws: list[Raw], rule: str, folder: Path) -> set[tuple[Path, int]]:
    """Return where the faults of a rule stand."""
    locator = Locator([path for path, _ in files([folder], [])])
    found = locator.places([raw for raw in raws if raw.rule.id == rule])
    return {(Path(place.file).relative_to(folder), place.line) for place in found if place.file}


def line_of(text: str, mark: str) -> int:
    return next(number for number, line in enumerate(text.splitlines(), 1) if mark in line)


@pytest.mark.parametrize("mutation", EVERY, ids=lambda mutation: mutation.rule)
def test_break_is_found_at_its_own_line(mutation: Mutation, thesaurus: Thesaurus, book: RuleBook, copy: Path) -> None:
    path = thesaurus.file(mutation.file)
    whole = thesaurus.files[path]
    text = mutation.edit(thesaurus, whole)
    assert text != whole
    changed = copy / path.relative_to(thesaurus.folder)
    changed.write_text(text, encoding="utf-8")
    try:
        raws = faults(thesaurus.broken(path, text), book)
        found = places(raws, mutation.rule, copy)
    finally:
        changed.write_text(whole, encoding="utf-8")
    expected = (changed.relative_to(copy), line_of(text, named(thesaurus, mutation.mark)))
    assert expected in found


@pytest.fixture(scope="module")
def copy(tmp_path_factory: pytest.TempPathFactory, thesaurus: Thesaurus) -> Path:
    """Return a copy of the thesaurus that mutations write to."""
    folder = tmp_path_factory.mktemp("mutations") / "vocab"
    shutil.copytree(thesaurus.folder, folder)
    return folder


def test_untouched_thesaurus_has_none_of_these_faults(thesaurus: Thesaurus, book: RuleBook) -> None:
    store = copy_of(thesaurus.store)
    assert {raw.rule.id for raw in faults(store, book)} <= {"sibling-related"}


def test_every_rule_has_its_break() -> None:
    assert {mutation.rule for mutation in EVERY} == RULES - ELSEWHERE - WHOLE


def test_thesaurus_without_its_scheme_is_found_out(thesaurus: Thesaurus, book: RuleBook) -> None:
    path = thesaurus.file("scheme.ttl")
    assert "scheme-present" in {raw.rule.id for raw in faults(thesaurus.broken(path, ""), book)}


def test_thesaurus_without_concepts_is_found_out(thesaurus: Thesaurus, book: RuleBook) -> None:
    concept = ox.NamedNode(SKOS + "Concept")
    kept = copy_of(thesaurus.store, lambda quad: (quad.predicate.value, quad.object) != (RDF + "type", concept))
    assert "vocab-empty" in {raw.rule.id for raw in faults(kept, book)}


@pytest.mark.parametrize("rule", ["relation-target", "label-control-char", "broader-cycle", "blank-concept"])
def test_the_command_finds_the_same(rule: str, thesaurus: Thesaurus, book: RuleBook, copy: Path) -> None:
    """The short way and the long way agree in every fault, its place and its words."""
    mutation = next(each for each in MUTATIONS if each.rule == rule)
    path = thesaurus.file(mutation.file)
    whole = thesaurus.files[path]
    text = mutation.edit(thesaurus, whole)
    changed = copy / path.relative_to(thesaurus.folder)
    changed.write_text(text, encoding="utf-8")
    try:
        report = check([copy], Profile.RECORD, hints=True)
    finally:
        changed.write_text(whole, encoding="utf-8")
    long = {(each.rule.id, _blank(each.focus), each.path) for each in report.findings}
    short = {(raw.rule.id, _blank(raw.focus), raw.path) for raw in faults(thesaurus.broken(path, text), book)}
    assert {each for each in long if each[0] not in ELSEWHERE} == short
    expected = (str(changed), line_of(text, named(thesaurus, mutation.mark)))
    assert expected in {(each.place.file, each.place.line) for each in report.findings if each.rule.id == rule}


def _blank(node: str) -> str:
    return "_:" if node.startswith("_:") else node
