"""Rules on text that SHACL cannot say: Unicode, words, languages. Same form as the shapes, same findings."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

import pyoxigraph as ox
from babel import Locale

from samsprak.language.folding import without_case
from samsprak.language.tags import matches, primary
from samsprak.validation.engine import key_of
from samsprak.validation.findings import Raw
from samsprak.validation.rules import Profile, Rule, Severity
from samsprak.vocabulary.namespaces import OWL, RDF, SKOS

LABELS = tuple(SKOS + name for name in ("prefLabel", "altLabel", "hiddenLabel"))
NOTES = tuple(
    SKOS + name for name in ("definition", "scopeNote", "example", "historyNote", "changeNote", "editorialNote", "note")
)
DEFINITION = SKOS + "definition"
# Joiners are part of the spelling after letters that have no case (Arabic, Persian, Indic scripts).
JOINERS, UNCASED = "\u200c\u200d", frozenset({"Lo", "Mn", "Mc"})
WORD = re.compile(r"[^\W\d_]+(?:[-'’][^\W\d_]+)*")
QUALIFIER = re.compile(r"\s*\([^)]*\)\s*$")
LEADING_PARENTHESIS = re.compile(r"^\s*\([^)]*\)\s*")
WITHIN_SENTENCE = re.compile(r"(?<=[a-zåäö,] )[A-ZÅÄÖ][a-zåäöé]+")
# Languages that a tag may name though CLDR has no name for them: private use and those not of one language (BCP 47),
# sign languages and the varieties of Romani in Sweden.
SPECIAL_LANGUAGES = frozenset(
    {"mis", "mul", "und", "zxx", "x", "i", "sgn", "swl", "fss", "rmf", "rmu", "rmy", "rmn", "rml", "sje", "sju"}
)


def _rule(
    rule_id: str,
    severity: Severity,
    labels: tuple[str, str],
    descriptions: tuple[str, str],
    messages: tuple[str, str],
    templates: tuple[str, str],
    source: str,
    profile: Profile = Profile.RECORD,
) -> Rule:
    def both(texts: tuple[str, str]) -> dict[str, str]:
        return {"sv": texts[0], "en": texts[1]}

    return Rule(
        id=rule_id,
        severity=severity,
        profile=profile,
        labels=both(labels),
        descriptions=both(descriptions),
        messages=both(messages),
        templates=both(templates),
        source=source,
    )


NFC = _rule(
    "label-nfc",
    Severity.WARNING,
    ("sammansatta tecken", "composed characters"),
    (
        (
            "Ett å, ä, ö eller annat tecken är lagrat som bokstav plus löst tecken; det ser rätt ut, men är för många "
            "program inte samma ord. Sökning och jämförelse kan missa det."
        ),
        (
            "An å, ä, ö or other character is stored as a letter plus a loose sign; it looks right, but to many "
            "programs it is not the same word. Search and comparison may miss it."
        ),
    ),
    (
        "Texten är skriven med uppdelade tecken (NFD). Spara om som NFC.",
        "The text is in decomposed form (NFD). Save it as NFC.",
    ),
    (
        "”{text}” är skriven med uppdelade tecken (NFD). Spara om som NFC.",
        "“{text}” is in decomposed form (NFD). Save it as NFC.",
    ),
    "Unicode UAX 15; RDF 1.1 §3.3 (literals SHOULD be NFC)",
)
CONTROL = _rule(
    "label-control-char",
    Severity.VIOLATION,
    ("inga osynliga tecken", "no invisible characters"),
    (
        (
            "Texten har ett tecken som inte syns, till exempel ett mjukt bindestreck eller ett nollbrett blanksteg, "
            "ofta inklistrat från ett dokument. Ordet hittas då inte; radbrytning och tabb i definitioner och "
            "anmärkningar är tillåtna."
        ),
        (
            "The text has a character that is not seen, such as a soft hyphen or a zero-width space, often pasted "
            "from a document. The word is then not found; line breaks and tabs in definitions and notes are allowed."
        ),
    ),
    (
        "Texten innehåller ett osynligt tecken. Ta bort det.",
        "The text contains an invisible character. Remove it.",
    ),
    (
        "”{text}” innehåller ett osynligt tecken ({code}) på plats {n}. Ta bort det.",
        "“{text}” contains an invisible character ({code}) at position {n}. Remove it.",
    ),
    "qSKOS ucil (Unicode C*; not U+2011)",
)
UNKNOWN_LANGUAGE = _rule(
    "language-tag",
    Severity.WARNING,
    ("kända språk", "known languages"),
    (
        (
            "Språkkoden är inget känt språk, så texten visas inte för den som väljer sitt språk. Teckenspråk, romska "
            "varieteter och egna koder (x-…) är tillåtna."
        ),
        (
            "The language tag is no known language, so the text is not shown to those who choose theirs. Sign "
            "languages, varieties of Romani and private tags (x-…) are allowed."
        ),
    ),
    (
        "Språkkoden är inte känd. Svenska är @sv, inte @se eller @sw.",
        "The language tag is not known. Swedish is @sv, not @se or @sw.",
    ),
    (
        "Språket @{lang} är inte känt ({prop}). Svenska är @sv, inte @se eller @sw.",
        "The language @{lang} is not known ({prop}). Swedish is @sv, not @se or @sw.",
    ),
    "qSKOS oilt; BCP 47; skohub 11–19; Skosmos issue 715",
)
LOWERCASE = _rule(
    "definition-lowercase",
    Severity.WARNING,
    ("liten bokstav först", "lower case first"),
    (
        (
            "Definitionen börjar med stor bokstav fastän den inte är någon mening utan ett uttryck som ska kunna stå "
            "i stället för termen. Namn, förkortningar och tyska berörs inte, men ett namn som inte känns igen kan "
            "nämnas."
        ),
        (
            "The definition starts with a capital though it is no sentence but a phrase that can stand in place of "
            "the term. Names, abbreviations and German are not concerned, but a name that is not recognised may be "
            "reported."
        ),
    ),
    (
        "Definitionen börjar med stor bokstav. Börja med liten, om det inte är ett namn eller en förkortning.",
        "The definition starts with a capital. Use lower case unless it is a name or an abbreviation.",
    ),
    (
        "Definitionen börjar med stor bokstav (”{word}”). Börja med liten, om det inte är ett namn eller förkortning.",
        "The definition starts with a capital (“{word}”). Use lower case unless it is a name or an abbreviation.",
    ),
    "ISO 704; Swedish termbank practice",
)
CIRCULAR = _rule(
    "definition-circular",
    Severity.WARNING,
    ("definitionen förutsätter inte sig själv", "a definition does not presuppose itself"),
    (
        (
            "Definitionen använder sin egen huvudterm, så den som inte redan känner ordet lär sig inget. Bara hela "
            "ord räknas: termen som del av ett längre ord berörs inte."
        ),
        (
            "The definition uses its own preferred term, so whoever does not know the word already learns nothing. "
            "Only whole words count: the term as part of a longer word is not concerned."
        ),
    ),
    (
        "Definitionen använder sin egen term. Utgå från det överordnade begreppet och ange vad som skiljer.",
        "The definition uses its own term. Start from the broader concept and say what sets this one apart.",
    ),
    (
        "Definitionen använder sin egen term ”{label}”. Utgå från det överordnade begreppet och ange vad som skiljer.",
        "The definition uses its own term “{label}”. Start from the broader concept and say what sets this one apart.",
    ),
    "ISO 704 (no circular definitions)",
)
CASE_TWINS = _rule(
    "preflabel-unique",
    Severity.WARNING,
    ("en term, ett begrepp", "one term, one concept"),
    (
        (
            "Två begrepp har huvudtermer som bara skiljer sig i stora och små bokstäver eller i hur tecknen är "
            "lagrade, så läsaren kan knappt skilja dem åt. Ett namn och ett vanligt ord kan vara rätt."
        ),
        (
            "Two concepts have preferred terms that differ only in capitals or in how the characters are stored, so "
            "the reader can hardly tell them apart. A name and a common word may be right."
        ),
    ),
    (
        "Huvudtermen skiljer sig från ett annat begrepps bara i versaler eller Unicode-form.",
        "The preferred term differs from another concept's in case or Unicode form only.",
    ),
    (
        "Huvudtermen ”{label}” används också av ”{other}”. Slå ihop posterna eller lägg till en särskiljare.",
        "The preferred term “{label}” is also used by “{other}”. Merge the records or add a qualifier.",
    ),
    "SKOS Primer 2.2.1, §5; qSKOS ol; skohub best practice; ISO 25964-1",
    Profile.THESAURUS,
)
TEXT_RULES = (NFC, CONTROL, UNKNOWN_LANGUAGE, LOWERCASE, CIRCULAR, CASE_TWINS)

Literals = list[tuple[str, str, ox.Literal]]


def run(store: ox.Store, profile: Profile = Profile.RECORD) -> Iterator[Raw]:
    """Yield what the text rules of a profile find in a graph as read."""
    if profile is Profile.SKOS:
        return
    labels = _literals(store, LABELS)
    yield from _case_twins(_concepts(store) - _retired(store), labels)
    if profile is Profile.THESAURUS:
        return
    notes = _literals(store, NOTES)
    concepts = _concepts(store)
    definitions = [entry for entry in notes if entry[1] == DEFINITION and entry[0] in concepts]
    for check in (_unicode, _languages):
        yield from check([*labels, *notes])
    yield from _lowercase(definitions, labels, notes)
    yield from _circular(definitions, labels)


def _literals(store: ox.Store, predicates: tuple[str, ...]) -> Literals:
    """Return subject, property and text; a note that is a node gives its `rdf:value`."""
    found: Literals = []
    for predicate in predicates:
        for quad in store.quads_for_pattern(None, ox.NamedNode(predicate), None):
            if isinstance(quad.object, ox.Literal):
                found.append((key_of(quad.subject), predicate, quad.object))
            elif isinstance(quad.object, ox.NamedNode | ox.BlankNode):
                found += [
                    (key_of(quad.subject), predicate, inner.object)
                    for inner in store.quads_for_pattern(quad.object, ox.NamedNode(RDF + "value"), None)
                    if isinstance(inner.object, ox.Literal)
                ]
    return found


def _unicode(literals: Literals) -> Iterator[Raw]:
    for subject, predicate, text in literals:
        if not text.value.isascii() and not unicodedata.is_normalized("NFC", text.value):
            yield Raw(NFC, subject, predicate, text.value, {"text": text.value})
        if text.value.isprintable():
            continue
        allowed = "" if predicate in LABELS else "\n\t"
        for place, char in enumerate(text.value, 1):
            if unicodedata.category(char).startswith("C") and char not in allowed and not _joins(text.value, place):
                details = {"text": text.value, "code": f"U+{ord(char):04X}", "n": str(place)}
                yield Raw(CONTROL, subject, predicate, text.value, details)
                break


def _joins(text: str, place: int) -> bool:
    """Tell whether the character at a place, counted from 1, is a joiner where its script wants one."""
    return place > 1 and text[place - 1] in JOINERS and unicodedata.category(text[place - 2]) in UNCASED


def _languages(literals: Literals) -> Iterator[Raw]:
    known = Locale("en").languages
    for subject, predicate, text in literals:
        if text.language and primary(text.language) not in known and primary(text.language) not in SPECIAL_LANGUAGES:
            yield Raw(UNKNOWN_LANGUAGE, subject, predicate, text.value, {"lang": text.language, "text": text.value})


def _lowercase(definitions: Literals, labels: Literals, notes: Literals) -> Iterator[Raw]:
    """Names are recognised by their use: a label, or a sentence further on than its start, has them with a capital."""
    capitals = []
    for subject, predicate, text in definitions:
        first = WORD.match(LEADING_PARENTHESIS.sub("", text.value).lstrip())
        german = matches(text.language or "", "de")
        if first is not None and first[0][0].isupper() and first[0][1:].islower() and not german:
            capitals.append((subject, predicate, text.value, first[0]))
    names = _names(labels, notes) if capitals else set()
    for subject, predicate, value, word in capitals:
        if word not in names and word.removesuffix("s") not in names:
            yield Raw(LOWERCASE, subject, predicate, value, {"word": word, "text": value})


def _names(labels: Literals, notes: Literals) -> set[str]:
    written = {word for _, _, label in labels for word in WORD.findall(label.value)}
    within = {word for _, _, note in notes for word in WITHIN_SENTENCE.findall(note.value)}
    common = {word for _, _, note in notes for word in WORD.findall(note.value) if word.islower()}
    return {word for word in written if word[:1].isupper()} | {word for word in within if word.lower() not in common}


def _circular(definitions: Literals, labels: Literals) -> Iterator[Raw]:
    terms: dict[tuple[str, str], list[str]] = {}
    for subject, predicate, label in labels:
        if predicate == LABELS[0]:
            terms.setdefault((subject, label.language or ""), []).append(label.value)
    for subject, predicate, text in definitions:
        words = _words(text.value)
        for term in terms.get((subject, text.language or ""), ()):
            # The qualifier of a homonym is no part of the term.
            wanted = _words(QUALIFIER.sub("", term))
            if wanted and f" {wanted} " in f" {words} ":
                yield Raw(CIRCULAR, subject, predicate, text.value, {"label": term, "text": text.value})


def _words(text: str) -> str:
    return " ".join(WORD.findall(without_case(text)))


def _concepts(store: ox.Store) -> set[str]:
    concept = ox.NamedNode(SKOS + "Concept")
    return {key_of(quad.subject) for quad in store.quads_for_pattern(None, ox.NamedNode(RDF + "type"), concept)}


def _retired(store: ox.Store) -> set[str]:
    """Return what is out of use: its term may live on with what replaces it."""
    return {
        key_of(quad.subject)
        for quad in store.quads_for_pattern(None, ox.NamedNode(OWL + "deprecated"), None)
        if key_of(quad.object) == "true"
    }


def _case_twins(concepts: set[str], labels: Literals) -> Iterator[Raw]:
    twins: dict[tuple[str, str], dict[str, str]] = {}
    for subject, predicate, label in labels:
        if predicate == LABELS[0] and subject in concepts:
            twins.setdefault((label.language or "", without_case(label.value)), {})[subject] = label.value
    for same in twins.values():
        for subject, text in same.items():
            for other, twin in same.items():
                if other != subject and twin != text:
                    yield Raw(CASE_TWINS, subject, LABELS[0], text, {"label": text, "other": other})
