"""Where a file is added or edited on a forge."""

from __future__ import annotations

from urllib.parse import parse_qs, urlsplit

import pytest

from samsprak.editing.forge import LONGEST, Forge, Kind
from samsprak.errors import UsageError

PATH = "vocab/concepts/hem-coach.ttl"
TEXT = 'p:x a skos:Concept ;  # åäö & "citat" + %\n'


@pytest.mark.parametrize(
    ("text", "kind", "branch"),
    [
        ("https://github.com/org/repo", Kind.GITHUB, "main"),
        ("https://github.com/org/repo/", Kind.GITHUB, "main"),
        ("https://gitlab.example.org/group/sub/repo#trunk", Kind.GITLAB, "trunk"),
        ("https://codeberg.org/org/repo", Kind.FORGEJO, "main"),
        ("forgejo+https://git.example.org/org/repo#a/b", Kind.FORGEJO, "a/b"),
    ],
)
def test_kind_and_branch_are_read(text: str, kind: Kind, branch: str) -> None:
    forge = Forge.parse(text)
    assert (forge.kind, forge.branch) == (kind, branch)


@pytest.mark.parametrize(
    "text",
    ["x", "https://github.com", "https://git.example.org/org/repo", "svn+https://a.b/c/d", "ftp://github.com/a/b"],
)
def test_what_is_no_forge_is_refused(text: str) -> None:
    with pytest.raises(UsageError):
        Forge.parse(text)


def test_new_file_is_filled_in_at_github_and_forgejo() -> None:
    page = Forge.parse("https://github.com/org/repo").new_file(PATH, TEXT)
    assert page.filled
    assert page.address.startswith("https://github.com/org/repo/new/main?")
    assert parse_qs(urlsplit(page.address).query) == {"filename": [PATH], "value": [TEXT]}
    page = Forge.parse("https://codeberg.org/org/repo").new_file(PATH, TEXT)
    assert page.filled
    assert page.address.startswith("https://codeberg.org/org/repo/_new/main/vocab/concepts?")
    assert parse_qs(urlsplit(page.address).query) == {"filename": ["hem-coach.ttl"], "value": [TEXT]}


def test_gitlab_is_told_the_name_alone() -> None:
    page = Forge.parse("https://gitlab.com/org/repo").new_file(PATH, TEXT)
    assert page.address == "https://gitlab.com/org/repo/-/new/main/vocab/concepts?file_name=hem-coach.ttl"
    assert not page.filled


def test_long_text_is_not_put_in_an_address() -> None:
    page = Forge.parse("https://github.com/org/repo").new_file(PATH, "å" * LONGEST)
    assert len(page.address) < 200
    assert not page.filled


@pytest.mark.parametrize(
    ("forge", "address"),
    [
        ("https://github.com/org/repo", "https://github.com/org/repo/edit/main/vocab/concepts/hem-coach.ttl"),
        ("https://gitlab.com/org/repo", "https://gitlab.com/org/repo/-/edit/main/vocab/concepts/hem-coach.ttl"),
        ("https://codeberg.org/org/repo", "https://codeberg.org/org/repo/_edit/main/vocab/concepts/hem-coach.ttl"),
    ],
)
def test_file_is_edited_where_it_is(forge: str, address: str) -> None:
    assert Forge.parse(forge).edit_file(PATH).address == address
