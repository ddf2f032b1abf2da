"""The past of vocabularies: which have released versions, and which version is meant."""

from __future__ import annotations

from samsprak.editing.versions import Release, Versions
from samsprak.errors import N_, NotFound, UsageError
from samsprak.web.context import service

# A version or a day is no longer.
MAX_WHEN = 40


class NoVersions(NotFound):
    """A vocabulary has no versions to compare, or none that was released by then."""

    def __init__(self, vocabulary_id: str, when: str = "") -> None:
        if when:
            super().__init__(
                N_("No version of “{id}” was released at “{when}” or before."), id=vocabulary_id, when=when
            )
        else:
            super().__init__(N_("Of “{id}” there are no versions to compare here."), id=vocabulary_id)


def versions_of(vocabulary_id: str) -> Versions:
    """Return the releases of a vocabulary; raises `NoVersions` for one that is not served from a folder."""
    found = service().versions.get(vocabulary_id)
    if found is None:
        raise NoVersions(vocabulary_id)
    return found


def releases_of(vocabulary_id: str) -> tuple[Release, ...]:
    """Return the releases of a vocabulary, the newest first; none where it is not served from a folder."""
    found = service().versions.get(vocabulary_id)
    return found.released() if found else ()


def released_at(vocabulary_id: str, when: str) -> Release:
    """Return the release that a version or a day means; raises `NoVersions`."""
    try:
        return versions_of(vocabulary_id).at(when)
    except UsageError:
        raise NoVersions(vocabulary_id, when[:100]) from None
