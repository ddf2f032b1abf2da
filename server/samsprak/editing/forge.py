"""Forges: the addresses where somebody with an account adds or edits a file of the vocabulary in a browser."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from typing import Self
from urllib.parse import quote, urlencode, urlsplit

from samsprak.errors import N_, UsageError

# Longer addresses are refused by servers and proxies on the way.
LONGEST = 7000
BRANCH = "main"
FORM = re.compile(r"(?:(?P<kind>[a-z]+)\+)?(?P<address>https?://[^\s/?#@<>\"]+/[^\s?#<>\"]+?)/?(?:#(?P<branch>\S+))?")


class Kind(StrEnum):
    """The programs whose addresses are known."""

    GITHUB = "github"
    GITLAB = "gitlab"
    FORGEJO = "forgejo"


# Hosts by what their name has in it; others say which they are.
HOSTS = {"github": Kind.GITHUB, "gitlab": Kind.GITLAB, "codeberg": Kind.FORGEJO, "forgejo": Kind.FORGEJO}
HOSTS["gitea"] = Kind.FORGEJO


@dataclass(frozen=True, slots=True)
class Page:
    """An address on a forge; `filled` says whether the page opens with the text in it."""

    address: str
    filled: bool


@dataclass(frozen=True, slots=True)
class Forge:
    """A repository on a forge, and the branch that proposals are made to."""

    kind: Kind
    address: str
    branch: str

    @classmethod
    def parse(cls, text: str) -> Self:
        """Read `https://host/org/repo`, with `#branch` where it is not main, and `forgejo+` where the host says less.

        Raises `UsageError` where it is not written so.
        """
        found = FORM.fullmatch(text)
        if not found:
            raise UsageError(
                N_("The repository is written as https://github.com/org/repo or https://…#branch, not “{text}”."),
                text=text,
            )
        host = urlsplit(found["address"]).netloc
        kind = found["kind"] or next((kind.value for name, kind in HOSTS.items() if name in host), "")
        if kind not in tuple(Kind):
            raise UsageError(
                N_("Say which kind of service {host} is: {kinds}, as in forgejo+https://…"),
                host=host,
                kinds=", ".join(Kind),
            )
        return cls(Kind(kind), found["address"], found["branch"] or BRANCH)

    def new_file(self, path: str, text: str) -> Page:
        """Return the page that adds a file, with its text filled in where the forge takes that and it is not long."""
        folder, _, name = path.rpartition("/")
        branch = quote(self.branch)
        if self.kind is Kind.GITLAB:
            # Takes the name of the file, but no text.
            return Page(f"{self.address}/-/new/{branch}/{quote(folder)}?{urlencode({'file_name': name})}", filled=False)
        if self.kind is Kind.GITHUB:
            start, given = f"{self.address}/new/{branch}", {"filename": path}
        else:
            start, given = f"{self.address}/_new/{branch}/{quote(folder)}", {"filename": name}
        whole = f"{start}?{urlencode(given | {'value': text}, quote_via=quote)}"
        if len(whole) <= LONGEST:
            return Page(whole, filled=True)
        return Page(f"{start}?{urlencode(given, quote_via=quote)}", filled=False)

    def edit_file(self, path: str) -> Page:
        """Return the page that edits a file; no forge lets its text be given."""
        word = {Kind.GITHUB: "edit", Kind.GITLAB: "-/edit", Kind.FORGEJO: "_edit"}[self.kind]
        return Page(f"{self.address}/{word}/{quote(self.branch)}/{quote(path)}", filled=False)
