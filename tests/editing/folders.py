"""A small vocabulary as a folder of files, as editors have theirs, and what must hold of it after every command."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

from samsprak.settings import project_folder
from samsprak.validation.checker import check
from samsprak.validation.rules import Profile
from samsprak.vocabulary.formatting import format_files, replace
from samsprak.vocabulary.reader import SNAPSHOTS

NAMESPACE = "https://example.org/ord/"
HEAD = f"""\
@prefix adms: <http://www.w3.org/ns/adms#> .
@prefix dcterms: <http://purl.org/dc/terms/> .
@prefix guide: <https://w3id.org/samsprak/guide#> .
@prefix iso-thes: <http://purl.org/iso25964/skos-thes#> .
@prefix o: <{NAMESPACE}> .
@prefix owl: <http://www.w3.org/2002/07/owl#> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
@prefix vann: <http://purl.org/vocab/vann/> .
@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .

"""
DATES = 'dcterms:created "2024-01-02"^^xsd:date ; dcterms:modified "2024-01-02"^^xsd:date'
PROPOSED = "adms:status <http://purl.org/adms/status/UnderDevelopment>"
FILES = {
    "scheme.ttl": f"""
<https://example.org/ord> a skos:ConceptScheme ; dcterms:title "Ord"@sv ; dcterms:description "Prov."@sv ;
    dcterms:conformsTo <https://w3id.org/samsprak/shapes/record> ; dcterms:publisher "Prov" ;
    dcterms:license <https://creativecommons.org/publicdomain/zero/1.0/> ; {DATES} ;
    vann:preferredNamespaceUri "{NAMESPACE}" ; vann:preferredNamespacePrefix "ord" .
""",
    "facets.ttl": f"""
# Facetterna, och en lista.
o:bbbbb2 a skos:Collection ; skos:prefLabel "innehåll (vad som görs)"@sv ; {DATES} .
o:bbbbb3 a skos:Collection ; skos:prefLabel "lista"@sv ; {DATES} .
o:bbbbb4 a skos:OrderedCollection ; skos:prefLabel "facetter"@sv ; skos:memberList ( o:bbbbb2 ) ; {DATES} .
""",
    "sources/rapport.ttl": """
<https://example.org/ord/source/rapport> a dcterms:BibliographicResource ; dcterms:title "Rapporten"@sv ;
    dcterms:publisher "Prov" .
""",
}
# id, term, English term, synonyms, definition, broader
CONCEPTS = (
    ("ccccc2", "insats", "intervention", "", "det som en verksamhet gör för någon", ""),
    ("ccccc3", "gruppverksamhet", "group activity", "", "det som görs i en krets av deltagare", "ccccc2"),
    ("ccccc4", "barngrupp", "children's group", "barngrupper", "gruppverksamhet för barn", "ccccc3"),
    ("ccccc5", "föräldragrupp", "parents' group", "", "gruppverksamhet för föräldrar", "ccccc3"),
    ("ccccc6", "stödsamtal", "supportive conversation", "", "insats där två talar med varandra", "ccccc2"),
    ("ccccc7", "krissamtal", "crisis conversation", "", "insats i samtal efter en svår händelse", "ccccc2"),
)
SLUGS = {"föräldragrupp": "foraldragrupp", "stödsamtal": "stodsamtal"}


def small(path: Path) -> Path:
    """Write the small vocabulary in its canonical form, and return its folder."""
    texts = dict(FILES)
    for concept_id, term, english, synonym, definition, broader in CONCEPTS:
        above = f"skos:broader o:{broader}" if broader else "skos:topConceptOf <https://example.org/ord>"
        also = f'skos:altLabel "{synonym}"@sv ;' if synonym else ""
        texts[f"concepts/{SLUGS.get(term, term)}.ttl"] = f"""
o:{concept_id} a skos:Concept ; skos:prefLabel "{term}"@sv , "{english}"@en ; {also}
    # varför den finns
    skos:definition "{definition}"@sv ; {above} ;  # hör hit
    dcterms:source <https://example.org/ord/source/rapport> ; {PROPOSED} ; {DATES} .
o:bbbbb2 skos:member o:{concept_id} .
"""
    texts["concepts/barngrupp.ttl"] += "o:bbbbb3 skos:member o:ccccc4 .\n"
    texts["concepts/krissamtal.ttl"] += "o:ccccc7 skos:related o:ccccc6 .\n"
    for name, text in texts.items():
        file = path / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(HEAD + text, encoding="utf-8")
    for each in format_files([path]):
        replace(each)
    return path


def own(path: Path) -> Path:
    """Copy the project's own vocabulary without its releases, and return the copy."""
    shutil.copytree(project_folder("vocab"), path, ignore=shutil.ignore_patterns(SNAPSHOTS))
    return path


def green(path: Path) -> None:
    """Assert that a strict check finds nothing and that every file is canonical."""
    found = [(each.rule.id, each.focus, each.messages["en"]) for each in check([path], Profile.RECORD).findings]
    assert found == []
    assert [each.path.name for each in format_files([path]) if each.changed] == []


def contents(path: Path) -> dict[str, bytes]:
    """Return every file below a folder, hidden ones too, but what git keeps."""
    files = (file for file in sorted(path.rglob("*")) if file.is_file() and ".git" not in file.parts)
    return {file.relative_to(path).as_posix(): file.read_bytes() for file in files}


def git(path: Path, *arguments: str) -> str:
    """Run git in a folder, as nobody in particular."""
    identity = ("-c", "user.name=Prov", "-c", "user.email=prov@example.org")
    done = subprocess.run(["git", "-C", str(path), *identity, *arguments], capture_output=True, text=True, check=True)
    return done.stdout
