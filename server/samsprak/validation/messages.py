"""From a raw fault to a sentence: fills in a rule's template, in Swedish and in English."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from difflib import get_close_matches

from samsprak.validation.findings import Raw
from samsprak.validation.names import Names
from samsprak.validation.rules import LANGUAGES
from samsprak.validation.suggestions import SKOS_WORDS, did_you_mean, fresh_id
from samsprak.vocabulary.namespaces import ADMS_STATUS, DCTERMS, SKOS

ARROW = " → "
UP, DOWN = (SKOS + "broader",), (SKOS + "narrower",)
# Variables of queries that name a resource; the others are shown as they are written.
NAMED = frozenset({"other", "between"})
STATUSES = "UnderDevelopment, Completed, Deprecated, Withdrawn"
WORDS = {
    "undefined": {"sv": "finns inte här", "en": "undefined here"},
    "collection": {"sv": "samling", "en": "collection"},
    "scheme": {"sv": "schema", "en": "scheme"},
    "text": {"sv": "text", "en": "text"},
    "itself": {"sv": "begreppet självt", "en": "the concept itself"},
    "retired": {"sv": "avförd", "en": "retired"},
    "no-concept": {"sv": "inget begrepp här", "en": "not a concept here"},
    "inflection": {"sv": "böjningsform", "en": "inflection"},
    "compound": {"sv": "annan särskrivning", "en": "written apart or together"},
    "spelling": {"sv": "en bokstav skiljer", "en": "one letter differs"},
    "publisher": {"sv": "beslutande organ (dcterms:publisher)", "en": "the deciding body (dcterms:publisher)"},
    "dateAccepted": {
        "sv": "beslutsdatum (dcterms:dateAccepted)",
        "en": "the date of the decision (dcterms:dateAccepted)",
    },
}

Details = Callable[[Raw, Names, str], Mapping[str, str]]


def messages(raw: Raw, names: Names) -> dict[str, str]:
    """Return the message of a fault by language; without a template, the rule's own sentence."""
    return {lang: _message(raw, names, lang) for lang in LANGUAGES}


def _message(raw: Raw, names: Names, lang: str) -> str:
    template = raw.rule.templates.get(lang)
    if not template:
        return raw.rule.messages[lang]
    values = {
        "term": names.term(raw.focus),
        "prop": names.short(raw.path),
        "value": _shown(raw.value or raw.focus, names),
        **{name: _named(name, value, names) for name, value in raw.details.items()},
    }
    more = DETAILS.get(raw.rule.id)
    if more is not None:
        values |= more(raw, names, lang)
    return template.format_map(_Filled(values))


class _Filled(dict[str, str]):
    """Values for a template; what is missing stays as its name, so that a message is never lost."""

    def __missing__(self, name: str) -> str:
        return f"{{{name}}}"


def _named(name: str, value: str, names: Names) -> str:
    return names.term(value) if name in NAMED else _shown(value, names)


def _shown(value: str, names: Names) -> str:
    return names.short(value) if value.startswith(("http://", "https://", "urn:")) else value


def _way(raw: Raw, names: Names, _lang: str) -> Mapping[str, str]:
    goal = raw.details.get("other", raw.focus)
    if raw.rule.id == "collection-cycle":
        path = names.way(raw.focus, goal, (SKOS + "member",))
    else:
        path = names.way(raw.focus, goal, UP, DOWN)
    return {"way": ARROW.join(names.term(iri) for iri in path)}


def _duplicates(raw: Raw, names: Names, _lang: str) -> Mapping[str, str]:
    by_lang: dict[str, list[str]] = {}
    for label in names.objects(raw.focus, SKOS + "prefLabel"):
        by_lang.setdefault(getattr(label, "language", None) or "", []).append(getattr(label, "value", ""))
    lang, labels = max(by_lang.items(), key=lambda item: (len(item[1]), item[0]))
    return {"lang": lang, "n": str(len(labels)), "list": ", ".join(f"”{text}”" for text in sorted(labels))}


def _target(raw: Raw, names: Names, lang: str) -> Mapping[str, str]:
    target = raw.details.get("target", raw.value)
    if ":" not in target:
        reason = "text"
    elif names.is_a(target, SKOS + "Collection") or names.is_a(target, SKOS + "OrderedCollection"):
        reason = "collection"
    elif names.is_a(target, SKOS + "ConceptScheme"):
        reason = "scheme"
    else:
        reason = "undefined"
    nearest = get_close_matches(target, names.instances(SKOS + "Concept"), 1, 0.8) if reason == "undefined" else []
    guess = f"{names.short(nearest[0])} ({names.term(nearest[0])})" if nearest else ""
    return {"target": _shown(target, names), "reason": WORDS[reason][lang], "suggestion": did_you_mean(guess, lang)}


def _undefined(raw: Raw, names: Names, lang: str) -> Mapping[str, str]:
    word = raw.details["undefined"].removeprefix(SKOS)
    nearest = get_close_matches(word, SKOS_WORDS, 1, 0.6) or get_close_matches(
        word.lower(), [each.lower() for each in SKOS_WORDS], 1, 0.6
    )
    right = next((each for each in SKOS_WORDS if nearest and each.lower() == nearest[0].lower()), "")
    return {"undefined": names.short(SKOS + word), "suggestion": did_you_mean(f"skos:{right}" if right else "", lang)}


def _replacement(raw: Raw, names: Names, lang: str) -> Mapping[str, str]:
    target = raw.details["target"]
    if target == raw.focus:
        reason = "itself"
    elif not names.is_a(target, SKOS + "Concept"):
        reason = "no-concept"
    else:
        reason = "retired"
    return {"target": f"”{names.term(target)}”", "reason": WORDS[reason][lang]}


def _missing(raw: Raw, _names: Names, lang: str) -> Mapping[str, str]:
    return {"missing": WORDS[raw.path.removeprefix(DCTERMS)][lang]}


def _notations(raw: Raw, names: Names, _lang: str) -> Mapping[str, str]:
    texts = [getattr(each, "value", str(each)) for each in names.objects(raw.focus, SKOS + "notation")]
    return {"list": ", ".join(sorted(texts))}


def _statuses(raw: Raw, _names: Names, _lang: str) -> Mapping[str, str]:
    return {"list": STATUSES, "value": raw.value.removeprefix(ADMS_STATUS)}


def _fresh(raw: Raw, names: Names, _lang: str) -> Mapping[str, str]:
    return {"value": f"<{raw.focus}>", "suggestion": fresh_id(raw.focus, names)}


def _scheme(_raw: Raw, names: Names, _lang: str) -> Mapping[str, str]:
    schemes = names.instances(SKOS + "ConceptScheme")
    return {"scheme": f"<{schemes[0]}>" if schemes else "…"}


def _whole(raw: Raw, names: Names, _lang: str) -> Mapping[str, str]:
    return {"value": f"<{raw.focus}>", "namespace": names.namespace}


def _nearness(raw: Raw, _names: Names, lang: str) -> Mapping[str, str]:
    return {"kind": WORDS[raw.details["kind"]][lang]}


DETAILS: dict[str, Details] = {
    "label-near-duplicate": _nearness,
    "related-broader-clash": _way,
    "broader-cycle": _way,
    "collection-cycle": _way,
    "preflabel-unique-lang": _duplicates,
    "relation-target": _target,
    "skos-undefined": _undefined,
    "replaced-by-target": _replacement,
    "decision-recorded": _missing,
    "notation-single": _notations,
    "status-list": _statuses,
    "iri-opaque": _fresh,
    "concept-in-scheme": _scheme,
    "iri-namespace": _whole,
}
