"""Settling: where new files go, and the prefixes that they have."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from pathlib import PurePosixPath

from samsprak.editing.amendment import Amendment
from samsprak.editing.folder import Folder
from samsprak.vocabulary.identifiers import common_namespace

# Where concepts stand in a vocabulary that has none yet.
FOLDER = "concepts"


def namespace_of(folder: Folder) -> str:
    """Return the namespace that new concepts get their addresses in."""
    if folder.known.scheme and folder.known.namespace:
        return folder.known.namespace
    return common_namespace(each.iri for each in folder.vocabulary.concepts)


def neighbourhood(amendment: Amendment) -> tuple[PurePosixPath, dict[str, str]]:
    """Return the folder that most concepts stand in, and the prefix that most files have for the namespace."""
    folder = amendment.folder
    namespace = namespace_of(folder)
    names = [folder.known.homes[each.iri] for each in folder.vocabulary.concepts if each.iri in folder.known.homes]
    paths = {source.path: name for name, source in folder.sources.items()}
    homes = [paths[path] for path in names if path in paths]
    prefixes = Counter(
        prefix
        for name in dict.fromkeys(homes)
        for prefix, meant in folder.sources[name].prefixes.items()
        if meant == namespace
    )
    commonest = prefixes.most_common(1)
    return _commonest(homes, FOLDER), {commonest[0][0]: namespace} if commonest else {}


def shelf(folder: Folder, default: str) -> PurePosixPath:
    """Return the folder that most source records stand in."""
    iris = {each.iri for each in folder.vocabulary.sources}
    homes = [
        name
        for name, source in folder.sources.items()
        if any(getattr(each.subject, "value", "") in iris for each in source.statements[:1])
    ]
    return _commonest(homes, default)


def _commonest(names: Iterable[str], default: str) -> PurePosixPath:
    parents = Counter(PurePosixPath(name).parent for name in names if name.endswith(".ttl"))
    return parents.most_common(1)[0][0] if parents else PurePosixPath(default)
