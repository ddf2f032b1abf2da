"""Ways to break the real thesaurus, one for each rule and severity: the rule, the edit, and the line at fault."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pyoxigraph as ox

from samsprak.vocabulary.namespaces import SKOS
from samsprak.vocabulary.reader import read

NAMESPACE = "https://w3id.org/samsprak/prevention/"
SCHEME = "<https://w3id.org/samsprak/prevention>"
STATUS = "<http://purl.org/adms/status/{}>"
# A concept that is well inside the hierarchy, and is changed by most mutations; its neighbours by what they are to it.
CONCEPT = "barnhälsovård"

# What mutations write more than once.
YSO = "<http://www.yso.fi/onto/yso/p1>"
GONE = "<http://www.w3.org/2002/07/owl#deprecated> true"

Edit = Callable[["Thesaurus", str], str]


@dataclass(frozen=True)
class Mutation:
    """A break: the rule that finds it, how the file is changed, and what stands on the line at fault."""

    rule: str
    edit: Edit
    mark: str
    file: str = CONCEPT


class Thesaurus:
    """The real one: its store, and its concepts and files by their Swedish terms."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.files = {path: path.read_text(encoding="utf-8") for path in sorted(folder.rglob("*.ttl"))}
        self.store = read([folder]).store
        self.by_term: dict[str, str] = {}
        for quad in self.store.quads_for_pattern(None, ox.NamedNode(SKOS + "prefLabel"), None):
            if isinstance(quad.object, ox.Literal) and quad.object.language == "sv":
                assert isinstance(quad.subject, ox.NamedNode)
                self.by_term[quad.object.value] = quad.subject.value

    def id(self, term: str) -> str:
        """Return a concept as a file writes it."""
        return "p:" + self.by_term[term].removeprefix(NAMESPACE)

    def file(self, name: str) -> Path:
        """Return the file of a concept by its term, or a file by its name."""
        if name.endswith(".ttl"):
            return self.folder / name
        head = f"{self.id(name)} a skos:Concept"
        return next(path for path, text in self.files.items() if head in text)

    def broken(self, path: Path, text: str) -> ox.Store:
        """Return the store with one file changed."""
        gone = {quad.triple for quad in ox.parse(self.files[path], ox.RdfFormat.TURTLE)}
        store = copy_of(self.store, lambda quad: quad.triple not in gone)
        store.extend(ox.Quad(*quad.triple) for quad in ox.parse(text, ox.RdfFormat.TURTLE))
        return store


def copy_of(store: ox.Store, wanted: Callable[[ox.Quad], bool] = lambda _: True) -> ox.Store:
    """Return a store of the statements wanted."""
    copy = ox.Store()
    copy.extend([quad for quad in store if wanted(quad)])
    return copy


def put(line: str, head: str = "    skos:inScheme") -> Edit:
    """Add a line to the record, before its last."""

    def edit(thesaurus: Thesaurus, text: str) -> str:
        assert head in text
        return text.replace(head, f"    {named(thesaurus, line)} ;\n{head}", 1)

    return edit


def swap(old: str, new: str) -> Edit:
    """Write something else in the place of what stands there."""

    def edit(thesaurus: Thesaurus, text: str) -> str:
        old_named, new_named = named(thesaurus, old), named(thesaurus, new)
        assert old_named in text, old_named
        return text.replace(old_named, new_named)

    return edit


def drop(start: str) -> Edit:
    """Take the statements of one property out of the record."""

    def edit(thesaurus: Thesaurus, text: str) -> str:
        kept, dropping = [], False
        for line in text.splitlines(keepends=True):
            dropping = line.startswith(f"    {start}") or (dropping and line.startswith("        "))
            if not dropping:
                kept.append(line)
        assert len(kept) < text.count("\n")
        return "".join(kept)

    return edit


def then(*edits: Edit) -> Edit:
    """Do one after the other."""

    def edit(thesaurus: Thesaurus, text: str) -> str:
        for each in edits:
            text = each(thesaurus, text)
        return text

    return edit


def end(lines: str) -> Edit:
    """Add statements of their own at the end of the file."""

    def edit(thesaurus: Thesaurus, text: str) -> str:
        return text + "\n" + named(thesaurus, lines) + "\n"

    return edit


def named(thesaurus: Thesaurus, line: str) -> str:
    """Put ids for terms: `{aktör}` becomes `p:qgh3br`."""
    for part in line.split("{")[1:]:
        term = part.partition("}")[0]
        line = line.replace("{" + term + "}", thesaurus.id(term))
    return line


DEFINED = 'skos:definition "'
NOW = '"2026-11-21"^^xsd:date'
RETIRED = then(swap(STATUS.format("UnderDevelopment"), STATUS.format("Deprecated")), put(GONE))
SHARED = (
    'skos:definition "aktivitet som utförs för eller tillsammans med människor '
    'för att ge ett bestämt resultat för dem"@sv'
)
HEAD = "a skos:Concept"
MUTATIONS = (
    Mutation("class-disjoint", put("a skos:Collection"), "a skos:Collection"),
    Mutation("label-disjoint", put('skos:hiddenLabel "barnhälsovård"@sv'), "skos:hiddenLabel"),
    Mutation("preflabel-unique-lang", put('skos:prefLabel "hälsovård för barn"@sv'), "hälsovård för barn"),
    Mutation("label-literal", put("skos:altLabel {aktör}"), "skos:altLabel"),
    Mutation("related-broader-clash", put("skos:related {aktör}"), "skos:related {aktör}"),
    Mutation("exactmatch-clash", then(put(f"skos:exactMatch {YSO}"), put(f"skos:broadMatch {YSO}")), "skos:broadMatch"),
    Mutation("relation-target", swap("skos:broader {aktör}", "skos:broader p:qgh3bb"), "p:qgh3bb"),
    Mutation("collection-member", end("p:jsxcb9 skos:member p:zzzzzz ."), "p:zzzzzz"),
    Mutation("memberlist-form", end("p:x7pg2j skos:memberList ( {aktör} ) ."), "skos:memberList"),
    Mutation(
        "scheme-link",
        swap(f"skos:inScheme {SCHEME}", "skos:inScheme <https://w3id.org/samsprak/preventoin>"),
        "preventoin",
    ),
    Mutation("mapping-iri", put('skos:closeMatch "http://www.yso.fi/onto/yso/p1"'), "skos:closeMatch"),
    Mutation("skos-undefined", swap("skos:scopeNote", "skos:scopenote"), "skos:scopenote"),
    Mutation("self-relation", put("skos:related {barnhälsovård}"), "skos:related {barnhälsovård}"),
    Mutation("self-relation", put("skos:exactMatch {barnhälsovård}"), "skos:exactMatch"),
    Mutation(
        "collection-cycle",
        end("p:jsxcb9 skos:member p:fmp6qd . p:fmp6qd skos:member p:jsxcb9 ."),
        "p:fmp6qd skos:member",
    ),
    Mutation("broader-cycle", put("skos:narrower {aktör}"), "skos:narrower"),
    Mutation("topconcept-broader", put(f"skos:topConceptOf {SCHEME}"), "skos:topConceptOf"),
    Mutation("concept-in-scheme", swap(f" ;\n    skos:inScheme {SCHEME} .", " ."), HEAD),
    Mutation("concept-reachable", drop("skos:broader"), HEAD),
    Mutation("hier-redundant", put("skos:broader {insats}"), "skos:broader {insats}", "barngrupp"),
    Mutation("transitive-asserted", put("skos:broaderTransitive {aktör}"), "skos:broaderTransitive"),
    Mutation("mapping-own-scheme", put("skos:relatedMatch {insats}"), "skos:relatedMatch"),
    Mutation(
        "exactmatch-shared",
        then(end("{insats} skos:exactMatch " + YSO + " ."), end("{barnhälsovård} skos:exactMatch " + YSO + " .")),
        "{barnhälsovård} skos:exactMatch",
    ),
    Mutation("preflabel-unique", swap('"barnhälsovård"@sv', '"insats"@sv'), '"insats"@sv'),
    Mutation("preflabel-unique", swap('"child health services"@en', '"intervention"@en'), '"intervention"@en'),
    Mutation("preflabel-unique", swap('"barnhälsovård"@sv', '"INSATS"@sv'), '"INSATS"@sv'),
    Mutation("altlabel-is-preflabel", put('skos:altLabel "insats"@sv'), "skos:altLabel"),
    Mutation("altlabel-shared", put('skos:altLabel "åtgärd"@sv'), "skos:altLabel"),
    Mutation("sibling-related", put("skos:related {utförare}"), "skos:related {utförare}"),
    Mutation("preflabel-required", swap('"barnhälsovård"@sv', '"barnhälsovård"@sw'), '"barnhälsovård"@sw'),
    Mutation(
        "language-coverage",
        swap('"barnhälsovård"@sv ,\n        "child health services"@en', '"barnhälsovård"@sv'),
        '"barnhälsovård"@sv',
    ),
    Mutation("language-tag", swap('"child health services"@en', '"child health services"'), '"child health services"'),
    Mutation(
        "language-tag", swap('"child health services"@en', '"child health services"@eng'), '"child health services"'
    ),
    Mutation("label-empty", put('skos:altLabel ""@sv'), "skos:altLabel"),
    Mutation("label-whitespace", put('skos:altLabel " BHV"@sv'), "skos:altLabel"),
    Mutation("label-whitespace", put('skos:altLabel "vård  för barn"@sv'), "skos:altLabel"),
    Mutation("label-control-char", put('skos:altLabel "barn\\u00ADhälsa"@sv'), "skos:altLabel"),
    Mutation("label-nfc", put('skos:altLabel "ba\\u030Arnhälsa"@sv'), "skos:altLabel"),
    Mutation("label-encoding", put('skos:altLabel "barnhÃ¤lsa"@sv'), "skos:altLabel"),
    Mutation("label-case-duplicate", put('skos:altLabel "Barnhälsovård"@sv'), "skos:altLabel"),
    Mutation("label-one-term", put('skos:altLabel "BHV; barnhälsa"@sv'), "skos:altLabel"),
    Mutation("no-html", put('skos:editorialNote "Se <a href=\\"x\\">sidan</a>."@sv'), "skos:editorialNote"),
    Mutation("definition-required", drop("skos:definition"), HEAD),
    Mutation("definition-empty", put('skos:definition " "@fi'), '" "@fi'),
    Mutation("definition-unique-lang", put('skos:definition "ö-ord sist"@sv'), "ö-ord sist"),
    Mutation("definition-lowercase", swap(DEFINED + "aktör", DEFINED + "Aktör"), DEFINED),
    Mutation("definition-final-stop", swap('råd"@sv', 'råd."@sv'), 'råd."@sv'),
    Mutation("definition-whitespace", swap(DEFINED, DEFINED + " "), DEFINED),
    Mutation("definition-circular", swap(DEFINED + "aktör som", DEFINED + "aktör inom barnhälsovård som"), DEFINED),
    Mutation(
        "definition-shared",
        put(SHARED),
        "aktivitet som utförs",
    ),
    Mutation("definition-placeholder", put('skos:definition "kommer senare"@fi'), "kommer senare"),
    Mutation(
        "notation-unique",
        end('{insats} skos:notation "A1" .\n{barnhälsovård} skos:notation "A1" .'),
        "{barnhälsovård} skos:notation",
    ),
    Mutation("notation-single", put('skos:notation "A1" , "A2"'), "skos:notation"),
    Mutation("notation-literal", put('skos:notation "A1"@sv'), "skos:notation"),
    Mutation("status-required", drop("adms:status"), HEAD),
    Mutation("status-list", swap(STATUS.format("UnderDevelopment"), STATUS.format("Done")), "adms:status"),
    Mutation("decision-recorded", swap(STATUS.format("UnderDevelopment"), STATUS.format("Completed")), HEAD),
    Mutation("deprecated-replacement", RETIRED, HEAD),
    Mutation("replaced-by-target", then(RETIRED, put("dcterms:isReplacedBy {barnhälsovård}")), "dcterms:isReplacedBy"),
    Mutation("deprecated-consistent", then(put(GONE), put("dcterms:isReplacedBy {aktör}")), "adms:status"),
    Mutation("relation-to-deprecated", end("{aktör} " + GONE + " ; dcterms:isReplacedBy {insats} ."), "skos:broader"),
    Mutation("source-required", drop("dcterms:source"), HEAD),
    Mutation("link-iri", put('dcterms:source "www.folkhalsomyndigheten.se"'), '"www.folkhalsomyndigheten.se"'),
    Mutation("date-required", drop("dcterms:modified"), HEAD),
    Mutation("date-valid", swap(f"dcterms:modified {NOW}", 'dcterms:modified "2026-11-31"^^xsd:date'), "2026-11-31"),
    Mutation("date-single", put('dcterms:created "2026-11-22"^^xsd:date'), "2026-11-22"),
    Mutation("date-order", swap(f"dcterms:modified {NOW}", 'dcterms:modified "2026-11-20"^^xsd:date'), "2026-11-20"),
    Mutation("date-future", swap(f"dcterms:modified {NOW}", 'dcterms:modified "2999-11-21"^^xsd:date'), "2999-11-21"),
    Mutation("iri-namespace", swap("{barnhälsovård}", "<https://w3id.org/samsprak/bhv>"), "samsprak/bhv> a"),
    Mutation("iri-opaque", swap("{barnhälsovård}", "p:barnhalsovard"), "p:barnhalsovard a"),
    Mutation("blank-concept", swap("{barnhälsovård} a", "[] a"), '"barnhälsovård"@sv'),
    Mutation(
        "scheme-top",
        swap(f"{SCHEME} a skos:ConceptScheme", "<https://w3id.org/samsprak/prevent> a skos:ConceptScheme"),
        "a skos:ConceptScheme",
        "scheme.ttl",
    ),
    Mutation("scheme-title", drop("dcterms:title"), "skos:ConceptScheme", "scheme.ttl"),
    Mutation("scheme-metadata", drop("dcterms:license"), "skos:ConceptScheme", "scheme.ttl"),
    Mutation("collection-label", end("p:zzzzz1 a skos:Collection ; skos:member {aktör} ."), "p:zzzzz1"),
    Mutation("collection-empty", end('p:zzzzz1 a skos:Collection ; skos:prefLabel "tom"@sv .'), "p:zzzzz1"),
)
