"""From a raw fault to a sentence: fills in a rule's template, in Swedish and in English."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from difflib import get_close_matches

import pyoxigraph as ox

from samsprak.language.messages import language_name
from samsprak.validation.engine import key_of
from samsprak.validation.findings import Raw
from samsprak.validation.names import Names
from samsprak.validation.rules import LANGUAGES
from samsprak.validation.suggestions import SKOS_WORDS, did_you_mean, fresh_id, nearest_concept, nearest_source
from samsprak.vocabulary.namespaces import ADMS_STATUS, DCTERMS, SKOS, SUBPROPERTIES

ARROW = " → "
UP, DOWN = (SKOS + "broader",), (SKOS + "narrower",)
# Variables of queries that hold resources to be named, and texts to be shown as they are.
NAMED = frozenset({"other", "between"})
TEXTS = frozenset({"label", "text", "text1", "text2"})
# Rules of the vocabulary as a whole have one of these for focus.
CLASSES = frozenset({SKOS + "Concept", SKOS + "ConceptScheme"})
QUOTED = {"sv": "”{term}”", "en": "“{term}”"}
STATUSES = "UnderDevelopment, Completed, Deprecated, Withdrawn"
WORDS = {
    "undefined": {"sv": "finns inte här", "en": "undefined here"},
    "collection": {"sv": "samling", "en": "collection"},
    "scheme": {"sv": "schema", "en": "scheme"},
    "text": {"sv": "text", "en": "text"},
    "itself": {"sv": "begreppet självt", "en": "the concept itself"},
    "retired": {"sv": "avförd", "en": "retired"},
    "circle": {"sv": "i cirkel", "en": "in a circle"},
    "no-language": {"sv": "okänt språk (ingen språkkod)", "en": "an unknown language (no language tag)"},
    "license": {"sv": "licens som webbadress (dcterms:license)", "en": "a licence as a web address (dcterms:license)"},
    "description": {"sv": "beskrivning (dcterms:description)", "en": "a description (dcterms:description)"},
    "scheme-publisher": {"sv": "utgivare (dcterms:publisher)", "en": "a publisher (dcterms:publisher)"},
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
    """Return the message of a fault by language, which names the resource at fault.

    Without a template, it is the rule's own sentence.
    """
    return {lang: _naming(raw, names, lang, _message(raw, names, lang)) for lang in LANGUAGES}


def _naming(raw: Raw, names: Names, lang: str, sentence: str) -> str:
    """Put the term before a sentence that does not tell whose fault it is."""
    term = names.term(raw.focus)
    if raw.focus in CLASSES or f"<{raw.focus}>" in sentence or any(f"{quote}{term}" in sentence for quote in "”“"):
        return sentence
    named = QUOTED[lang].format(term=term) if term != names.short(raw.focus) else term
    return f"{named}: {sentence}"


def _message(raw: Raw, names: Names, lang: str) -> str:
    template = raw.rule.templates.get(lang)
    if not template:
        return raw.rule.messages[lang]
    values = {
        "term": names.term(raw.focus),
        "prop": names.short(_as_written(raw, names)),
        "value": _shown(raw, raw.value or raw.focus, names),
        **{name: _named(raw, name, names) for name in raw.details},
    }
    more = DETAILS.get(raw.rule.id)
    if more is not None:
        values |= more(raw, names, lang)
    return template.format_map(_Filled(values)).strip()


class _Filled(dict[str, str]):
    """Values for a template; what is missing stays as its name, so that a message is never lost."""

    def __missing__(self, name: str) -> str:
        return f"{{{name}}}"


def _as_written(raw: Raw, names: Names) -> str:
    """Return the property at fault, or the sub-property that the file states it with."""
    for sub, sup in SUBPROPERTIES.items():
        if sup == raw.path and raw.value in map(key_of, names.objects(raw.focus, sub)):
            return sub
    return raw.path


def _named(raw: Raw, name: str, names: Names) -> str:
    value = raw.details[name]
    if name in NAMED:
        term = names.term(value)
        # Where both have the same term, only the address tells which other one is meant.
        return names.short(value) if term == raw.details.get("label") else term
    return value if name in TEXTS else _shown(raw, value, names)


def _shown(raw: Raw, value: str, names: Names) -> str:
    """Return an address by its prefix or within < >, a text that looks like one within quotation marks."""
    if not value.startswith(("http://", "https://", "urn:")):
        return value
    return f'"{value}"' if _is_text(raw, value, names) else names.short(value)


def _is_text(raw: Raw, value: str, names: Names) -> bool:
    return any(isinstance(each, ox.Literal) and each.value == value for each in names.objects(raw.focus, raw.path))


def _way(raw: Raw, names: Names, _lang: str) -> Mapping[str, str]:
    if raw.rule.id == "related-broader-clash":
        path = names.way(raw.focus, raw.details["other"], UP, DOWN)
    else:
        following = raw.details["following"]
        steps = ((SKOS + "member",),) if raw.rule.id == "collection-cycle" else (UP, DOWN)
        path = [raw.focus, *([raw.focus] if following == raw.focus else names.way(following, raw.focus, *steps))]
    return {"way": ARROW.join(names.term(iri) for iri in path)}


def _duplicates(raw: Raw, names: Names, lang: str) -> Mapping[str, str]:
    tag = raw.details["lang"]
    labels = [label for label in names.objects(raw.focus, SKOS + "prefLabel") if isinstance(label, ox.Literal)]
    texts = sorted(label.value for label in labels if (label.language or "").lower() == tag)
    listed = ", ".join(QUOTED[lang].format(term=text) for text in texts)
    return {**_language(raw, names, lang), "n": str(len(texts)), "list": listed}


def _language(raw: Raw, _names: Names, lang: str) -> Mapping[str, str]:
    tag = raw.details["lang"]
    return {"lang": language_name(tag, lang) if tag else WORDS["no-language"][lang]}


def _target(raw: Raw, names: Names, lang: str) -> Mapping[str, str]:
    target = raw.details.get("target", raw.value)
    if _is_text(raw, target, names):
        reason = "text"
    elif names.is_a(target, SKOS + "Collection") or names.is_a(target, SKOS + "OrderedCollection"):
        reason = "collection"
    elif names.is_a(target, SKOS + "ConceptScheme"):
        reason = "scheme"
    else:
        reason = "undefined"
    nearest = nearest_concept(target, names) if reason in {"undefined", "text"} else ""
    guess = f"{names.short(nearest)} ({names.term(nearest)})" if nearest else ""
    return {
        "target": _shown(raw, target, names).strip('"'),
        "reason": WORDS[reason][lang],
        "suggestion": did_you_mean(guess, lang),
    }


def _undefined(raw: Raw, names: Names, lang: str) -> Mapping[str, str]:
    word = raw.details["undefined"].removeprefix(SKOS)
    nearest = get_close_matches(word, SKOS_WORDS, 1, 0.6) or get_close_matches(
        word.lower(), [each.lower() for each in SKOS_WORDS], 1, 0.6
    )
    right = next((each for each in SKOS_WORDS if nearest and each.lower() == nearest[0].lower()), "")
    return {"undefined": names.short(SKOS + word), "suggestion": did_you_mean(f"skos:{right}" if right else "", lang)}


def _source(raw: Raw, names: Names, lang: str) -> Mapping[str, str]:
    near = nearest_source(raw.details["target"], names)
    return {"suggestion": did_you_mean(f"{names.short(near)} ({names.term(near)})" if near else "", lang)}


def _replacement(raw: Raw, names: Names, lang: str) -> Mapping[str, str]:
    target = raw.details["target"]
    if target == raw.focus:
        reason = "itself"
    elif not names.is_a(target, SKOS + "Concept"):
        reason = "no-concept"
    elif raw.focus in names.iris(target, DCTERMS + "isReplacedBy"):
        reason = "circle"
    else:
        reason = "retired"
    return {"target": QUOTED[lang].format(term=names.term(target)), "reason": WORDS[reason][lang]}


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


def _whole(raw: Raw, _names: Names, _lang: str) -> Mapping[str, str]:
    return {"value": f"<{raw.focus}>", "namespace": f"<{raw.details['namespace']}>"}


def _nearness(raw: Raw, _names: Names, lang: str) -> Mapping[str, str]:
    return {"kind": WORDS[raw.details["kind"]][lang]}


def _nearest_rule(raw: Raw, _names: Names, lang: str) -> Mapping[str, str]:
    return {"suggestion": did_you_mean(raw.details.get("nearest", ""), lang)}


def _metadata(raw: Raw, _names: Names, lang: str) -> Mapping[str, str]:
    name = raw.path.removeprefix(DCTERMS)
    return {"prop": WORDS.get(f"scheme-{name}", WORDS.get(name, {})).get(lang, raw.path)}


DETAILS: dict[str, Details] = {
    "definition-unique-lang": _language,
    "scheme-metadata": _metadata,
    "link-iri": _source,
    "waiver-unknown": _nearest_rule,
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
