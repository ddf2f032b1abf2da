"""Reasons: why a hit is among the results, in words."""

from __future__ import annotations

from samsprak.errors import N_
from samsprak.language.tags import primary
from samsprak.search.closeness import Closeness
from samsprak.search.index import Hit
from samsprak.vocabulary.records import Label, LabelKind, NoteKind

# What the label that matched is; `write` is said of terms that are advised against.
OF_KIND = {
    LabelKind.ALTERNATIVE: N_("synonym: {label}"),
    LabelKind.HIDDEN: N_("discouraged term: {label}; write {name}"),
}
# How it matched, where that is not plain to see.
OF_CLOSENESS = {
    Closeness.INFLECTED: {
        LabelKind.PREFERRED: N_("inflection of {label}"),
        LabelKind.ALTERNATIVE: N_("inflection of the synonym {label}"),
        LabelKind.HIDDEN: N_("inflection of the discouraged term {label}; write {name}"),
    },
    Closeness.APART: {
        LabelKind.PREFERRED: N_("is written {label}"),
        LabelKind.ALTERNATIVE: N_("synonym, is written {label}"),
        LabelKind.HIDDEN: N_("discouraged term: {label}; write {name}"),
    },
    Closeness.KIN: {
        LabelKind.PREFERRED: N_("kindred word: {label}"),
        LabelKind.ALTERNATIVE: N_("kindred word: {label}, a synonym"),
        LabelKind.HIDDEN: N_("kindred to the discouraged term {label}; write {name}"),
    },
    Closeness.PART: {
        LabelKind.PREFERRED: N_("part of {label}"),
        LabelKind.ALTERNATIVE: N_("part of the synonym {label}"),
        LabelKind.HIDDEN: N_("part of the discouraged term {label}; write {name}"),
    },
    Closeness.SHARED: {
        LabelKind.PREFERRED: N_("has a part in common with {label}"),
        LabelKind.ALTERNATIVE: N_("has a part in common with the synonym {label}"),
        LabelKind.HIDDEN: N_("has a part in common with the discouraged term {label}; write {name}"),
    },
    Closeness.SPELLING: {
        LabelKind.PREFERRED: N_("did you mean {label}?"),
        LabelKind.ALTERNATIVE: N_("did you mean {label}, a synonym?"),
        LabelKind.HIDDEN: N_("did you mean {label}? It is advised against; write {name}"),
    },
}
IN_TEXT = {
    NoteKind.DEFINITION: N_("in the definition"),
    NoteKind.SCOPE: N_("in the note on use"),
    NoteKind.EXAMPLE: N_("in an example"),
    NoteKind.HISTORY: N_("in the note on earlier use"),
}
IN_A_NOTE = N_("in a note")
BY_ADDRESS = N_("by its address or code")
# Other people's hidden labels are search words that nobody is to see.
KEPT_FOR_SEARCH = N_("by a spelling that is kept for searching")
IN_ANOTHER_LANGUAGE = N_("in another language: {label}")


def reason(hit: Hit, name: Label, *, term_records: bool) -> str:
    """Return a message that says why a hit is there, with `{label}` and `{name}` to fill in; empty where it is plain.

    `name` is what the concept is called on the page, `term_records` whether hidden labels are discouraged terms.
    """
    if hit.text:
        return IN_TEXT.get(hit.text.note.kind, IN_A_NOTE)
    if hit.closeness is Closeness.ADDRESS:
        return BY_ADDRESS
    if hit.kind is LabelKind.HIDDEN and not term_records:
        return KEPT_FOR_SEARCH
    found = OF_CLOSENESS.get(hit.closeness, OF_KIND).get(hit.kind, "")
    if not found and hit.label.text != name.text and primary(hit.label.lang) != primary(name.lang):
        return IN_ANOTHER_LANGUAGE
    return found
