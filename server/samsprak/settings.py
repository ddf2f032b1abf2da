"""What one running service is told: a frozen object that is passed in, never read from globals."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, fields
from ipaddress import ip_address
from pathlib import Path
from typing import Any, Self

from samsprak.errors import N_, UsageError

UI_LANGUAGES = ("sv", "en")
MAX_PORT = 65535
MAILBOX = re.compile(r"[^\s@<>\"',;?&]+@[^\s@<>\"',;?&]+")
PUBLIC_ADDRESS = re.compile(r"https?://[^\s/?#@<>\"]+")
# Parts of unreserved characters (RFC 3986), a slash before each.
BASE_PATH = re.compile(r"(/[A-Za-z0-9._~-]+)+")


@dataclass(frozen=True, slots=True)
class VocabularyInput:
    """A vocabulary to load: a folder or file, and the id to serve it under where the default will not do."""

    path: Path
    id: str | None = None

    @classmethod
    def parse(cls, argument: str) -> Self:
        """Read `PATH` or `ID=PATH`, the form of the command line."""
        name, equals, path = argument.partition("=")
        if equals and name and "/" not in name and not Path(argument).exists():
            return cls(Path(path), name)
        return cls(Path(argument))


@dataclass(frozen=True, slots=True)
class Settings:
    """All settings of a service; an empty `vocabularies` means the project's own.

    `public_address` is the scheme and host that the world reaches it by, such as `https://begrepp.example`; empty, it
    is taken from each request. `forge` is the repository that proposals are made to, such as
    `https://github.com/org/repo#main` (`samsprak.editing.forge`), or empty; `contact` the e-mail address of those who
    keep the vocabularies, where they want one to be shown. `rate` is how many requests a second one
    client may make of the interfaces, of each worker, and 0 sets no limit; `proxies` is how many trusted proxies stand
    in front, whose word on who asks is taken. `base` is a git revision, a folder or a file that what is served is
    compared with, so that every page marks what differs.
    """

    vocabularies: tuple[VocabularyInput, ...] = ()
    host: str = "127.0.0.1"
    port: int = 8000
    workers: int = 2
    base_path: str = ""
    rate: int = 100
    proxies: int = 0
    public_address: str = ""
    forge: str = ""
    contact: str = ""
    base: str = ""

    def __post_init__(self) -> None:
        if not 1 <= self.port <= MAX_PORT:
            raise UsageError(N_("{port} is not a port: give a number from 1 to 65535."), port=self.port)
        if self.workers < 1:
            raise UsageError(N_("At least one worker is needed, not {workers}."), workers=self.workers)
        if self.base_path and not BASE_PATH.fullmatch(self.base_path):
            raise UsageError(
                N_("The base path is written as /begrepp: a slash first and none last, not “{path}”."),
                path=self.base_path,
            )
        if self.public_address and not PUBLIC_ADDRESS.fullmatch(self.public_address):
            raise UsageError(
                N_("The public address is written as https://begrepp.example, without a path, not “{address}”."),
                address=self.public_address,
            )
        if self.contact and not MAILBOX.fullmatch(self.contact):
            raise UsageError(N_("“{address}” is no e-mail address for the contact."), address=self.contact)
        if self.rate < 0 or self.proxies < 0:
            raise UsageError(N_("The rate and the number of proxies are whole numbers from 0 on."))

    @property
    def listening(self) -> str:
        """The scheme, host and port that the service listens at."""
        return f"http://{f'[{self.host}]' if ':' in self.host else self.host}:{self.port}"

    @property
    def origin(self) -> str:
        """The scheme and host that readers reach the service by; empty where it listens everywhere and nobody said."""
        return self.public_address or ("" if _is_everywhere(self.host) else self.listening)

    @classmethod
    def of(cls, values: Mapping[str, Any]) -> Self:
        """Build settings from a mapping; a name that is no setting is refused."""
        known = {field.name for field in fields(cls)}
        for name in values:
            if name not in known:
                raise UsageError(
                    N_("There is no setting “{name}”. There are: {known}."),
                    name=name,
                    known=", ".join(sorted(known)),
                )
        return cls(**values)


def _is_everywhere(host: str) -> bool:
    try:
        return ip_address(host).is_unspecified
    except ValueError:
        return not host


def project_folder(name: str) -> Path:
    """Return the project's own `vocab` or `shapes`: of the checkout, else of the installed package."""
    package = Path(__file__).resolve().parent
    checkout = package.parent.parent / name
    in_checkout = (package.parent.parent / "pyproject.toml").is_file() and checkout.is_dir()
    return checkout if in_checkout else package / "data" / name
