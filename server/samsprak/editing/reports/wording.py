"""What differences are called: aspects, happenings and consequences in words."""

from __future__ import annotations

from samsprak.editing.differences import Aspect, Effect, Happening, Sort
from samsprak.errors import N_
from samsprak.vocabulary.guide import Certainty
from samsprak.vocabulary.records import Hierarchy, LabelKind, MappingKind

HAPPENINGS = {
    Happening.LOST: N_("Gone, without having been retired"),
    Happening.SPLIT: N_("Split"),
    Happening.MERGED: N_("Merged"),
    Happening.RETIRED: N_("Retired"),
    Happening.REINSTATED: N_("In use again"),
    Happening.ADDED: N_("New"),
    Happening.RENAMED: N_("Renamed"),
    Happening.REDEFINED: N_("Redefined"),
    Happening.MOVED: N_("Moved"),
    Happening.STATUS: N_("Status changed"),
    Happening.CHANGED: N_("Changed otherwise"),
}
# What else has happened, behind the term.
TAGS = {
    Happening.LOST: N_("gone"),
    Happening.SPLIT: N_("split"),
    Happening.MERGED: N_("merged"),
    Happening.RETIRED: N_("retired"),
    Happening.REINSTATED: N_("in use again"),
    Happening.ADDED: N_("new"),
    Happening.RENAMED: N_("renamed"),
    Happening.REDEFINED: N_("redefined"),
    Happening.MOVED: N_("moved"),
    Happening.STATUS: N_("status changed"),
    Happening.CHANGED: N_("changed"),
}
SORTS = {
    Sort.CONCEPT: N_("Concepts"),
    Sort.COLLECTION: N_("Collections"),
    Sort.SCHEME: N_("The vocabulary itself"),
    Sort.SOURCE: N_("Sources"),
    Sort.GUIDE: N_("The guide"),
    Sort.OTHER: N_("Other things that the files describe"),
}
ASPECTS = {
    Aspect.PREFERRED: N_("term"),
    Aspect.ALTERNATIVE: N_("synonym"),
    Aspect.HIDDEN: N_("discouraged or hidden term"),
    Aspect.DEFINITION: N_("definition"),
    Aspect.SCOPE: N_("scope note"),
    Aspect.EXAMPLE: N_("example"),
    Aspect.HISTORY: N_("earlier use"),
    Aspect.CHANGE: N_("change note"),
    Aspect.EDITORIAL: N_("editorial note"),
    Aspect.NOTE: N_("note"),
    Aspect.NOTE_SOURCE: N_("source of a note"),
    Aspect.DESCRIPTION: N_("description"),
    Aspect.BROADER: N_("broader concept"),
    Aspect.TOP: N_("top concept of"),
    Aspect.RELATED: N_("see also (related)"),
    Aspect.MAPPING: N_("counterpart"),
    Aspect.SEE_ALSO: N_("reference"),
    Aspect.NOTATION: N_("notation"),
    Aspect.SOURCE: N_("source"),
    Aspect.COLLECTION: N_("collection"),
    Aspect.MEMBER: N_("member"),
    Aspect.ORDER: N_("order"),
    Aspect.KIND: N_("kind of collection"),
    Aspect.CLASS: N_("class"),
    Aspect.SCHEME: N_("vocabulary"),
    Aspect.STATUS: N_("status"),
    Aspect.REPLACED_BY: N_("replaced by"),
    Aspect.REPLACES: N_("replaces"),
    Aspect.DECIDED_BY: N_("decided by"),
    Aspect.ACCEPTED: N_("date of decision"),
    Aspect.VALID: N_("valid until"),
    Aspect.PUBLISHER: N_("publisher"),
    Aspect.LICENCE: N_("licence"),
    Aspect.VERSION: N_("version"),
    Aspect.CONFORMS: N_("conforms to"),
    Aspect.ISSUED: N_("published on"),
    Aspect.PAGE: N_("web page"),
    Aspect.HELP: N_("help or explanation"),
    Aspect.LEADS_TO: N_("leads to"),
    Aspect.ANSWERS: N_("answers in order"),
    Aspect.SUGGESTION: N_("suggests"),
    Aspect.OPEN_POINT: N_("open point"),
    Aspect.PLACE: N_("place in the source"),
    Aspect.CREATED: N_("created on"),
    Aspect.MODIFIED: N_("changed on"),
    Aspect.OTHER: N_("other statement"),
}
DETAILS = {
    Hierarchy.PARTITIVE.value: N_("the whole it is part of"),
    Hierarchy.INSTANTIAL.value: N_("what it is an instance of"),
    MappingKind.EXACT.value: N_("the same"),
    MappingKind.CLOSE.value: N_("nearly the same"),
    MappingKind.BROAD.value: N_("wider"),
    MappingKind.NARROW.value: N_("narrower"),
    MappingKind.RELATED.value: N_("related"),
    "open": N_("open point"),
}
CERTAINTIES = {
    Certainty.CERTAIN.value: N_("certain"),
    Certainty.USUALLY.value: N_("usually"),
    Certainty.POSSIBLE.value: N_("possible"),
}
KEPT_AS = {
    LabelKind.ALTERNATIVE: N_("the old term is kept as a synonym"),
    LabelKind.HIDDEN: N_("the old term is kept as a hidden or discouraged term"),
}
NOT_KEPT = N_("the old term is not kept as a synonym")
# By effect: what is said of one, and of several.
EFFECTS = {
    Effect.GONE: (N_("The address now answers 404: whoever has stored it gets no answer."),) * 2,
    Effect.WITHDRAWN: (N_("The address now answers 410 (withdrawn)."),) * 2,
    Effect.REFERRED_TO: (
        N_("One record still refers to it: {about}."),
        N_("{n} records still refer to it: {about}."),
    ),
    Effect.SUCCESSOR_MISSING: (N_("It is replaced by something that does not exist: {about}."),) * 2,
    Effect.GUIDE_BROKEN: (N_("The guide can no longer be followed. “samsprak check” says why."),) * 2,
    Effect.GUIDE_SUGGESTS: (N_("The guide still suggests it, at the answer {texts}."),) * 2,
    Effect.SAVED_LINKS: (N_("Saved links to the guide fail where they have the answer {texts}."),) * 2,
    Effect.PATHLESS: (
        N_("One narrower concept loses its path: {about}."),
        N_("{n} narrower concepts lose their path: {about}."),
    ),
    Effect.ROOTLESS: (N_("Nothing is above it any more, and it is no top concept: it loses its path."),) * 2,
    Effect.NEW_ADDRESS: (
        N_("The same term, “{texts}”, stands under a new address: {about}. What was tagged does not follow."),
    )
    * 2,
    Effect.UNLIKE: (
        N_("The new definition has no word in common with the old one: is it another concept? Then it needs a new id."),
    )
    * 2,
    Effect.DECISION: (N_("It still stands as decided {texts}, but the decision was about what it said before."),) * 2,
    Effect.FINDS_OTHER: (N_("“{texts}” now finds another concept: {about}."),) * 2,
    Effect.SHARED: (N_("“{texts}” is also a term of {about}."),) * 2,
    Effect.LEADS_NOWHERE: (N_("A tag with this concept now leads nowhere."),) * 2,
    Effect.CHOICE: (N_("A tag with this concept now leads to a choice: {about}."),) * 2,
    Effect.LEADS_TO: (N_("A tag with this concept now leads to {about}."),) * 2,
    Effect.NOT_FOUND: (N_("No concept in use has the term {quoted} any more."),) * 2,
    Effect.CARRIED: (N_("One narrower concept moves along."), N_("{n} narrower concepts move along.")),
    Effect.WORD_FORMS: (N_("In the definition only forms of words, small words or signs have changed."),) * 2,
}
NEW_OR_GONE = {Happening.LOST, Happening.ADDED}
