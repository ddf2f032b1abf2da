"""Foresight: the vocabulary as it will be when an import is written, compared with what it is."""

from __future__ import annotations

from samsprak.editing.comparison import compare
from samsprak.editing.differences import Comparison
from samsprak.editing.folder import Folder
from samsprak.editing.proposal import Proposal, scratch
from samsprak.vocabulary.states import state_of, state_of_files


def foresight(folder: Folder, proposal: Proposal, title: str) -> Comparison:
    """Return what a proposal changes; `title` is what the vocabulary is called that comes of it."""
    contents = {name: source.path.read_bytes() for name, source in folder.sources.items()}
    for each in proposal.alterations:
        contents.pop(each.name, None)
        if each.after is not None:
            contents[each.name] = each.after
    with scratch() as place:
        root = place / folder.path.resolve().name
        for name, content in contents.items():
            path = root / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content)
        head = state_of_files(root, title)
    return compare(state_of(folder.reading, folder.path, str(folder.path)), head)
