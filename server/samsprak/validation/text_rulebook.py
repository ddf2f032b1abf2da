"""The rules that are text rules, as records in the form of the shapes; what finds their faults is in `text_rules`."""

from __future__ import annotations

from samsprak.validation.rules import Profile, Severity, text_rule

NFC = text_rule(
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
CONTROL = text_rule(
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
UNKNOWN_LANGUAGE = text_rule(
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
LOWERCASE = text_rule(
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
CIRCULAR = text_rule(
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
CASE_TWINS = text_rule(
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
UNKNOWN_WAIVER = text_rule(
    "waiver-unknown",
    Severity.WARNING,
    ("undantag gäller regler som finns", "waivers are for rules that there are"),
    (
        (
            "Ett undantag nämner en regel som inte finns, oftast genom ett skrivfel, och stänger då inte av något. En "
            "regel som finns men inte klagar just nu får nämnas."
        ),
        (
            "A waiver names a rule that does not exist, mostly through a slip, and then switches nothing off. A rule "
            "that exists but finds nothing at present may be named."
        ),
    ),
    (
        "Undantaget nämner en regel som inte finns. Rätta regelns namn.",
        "The waiver names a rule that does not exist. Correct the rule's name.",
    ),
    (
        "Undantaget för ”{term}” nämner regeln {text}, som inte finns. {suggestion}",
        "The waiver for “{term}” names the rule {text}, which does not exist. {suggestion}",
    ),
    "own; guards against a waiver that does nothing",
    Profile.SKOS,
)
TEXT_RULES = (NFC, CONTROL, UNKNOWN_LANGUAGE, LOWERCASE, CIRCULAR, CASE_TWINS)
