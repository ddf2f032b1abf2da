"""A small vocabulary as a workbook, edited as a spreadsheet would, and what an import says of it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from pathlib import Path
from typing import Any

from openpyxl import load_workbook

from samsprak.editing.spreadsheets.exporting import export_of
from samsprak.editing.spreadsheets.importing import Import, import_table
from samsprak.editing.spreadsheets.notices import in_words
from samsprak.editing.spreadsheets.workbook import write
from tests.conftest import EX, PREFIXES

TODAY = dt.date(2026, 11, 30)
SHEET = "Begrepp"
TERM, ENGLISH, SYNONYMS = "Rekommenderad term (sv)", "Rekommenderad term (en)", "Synonymer (sv)"
DEFINITION, EXAMPLES, BROADER, RELATED = "Definition (sv)", "Exempel (sv)", "Överordnat: är ett slags", "Relaterat"
ID, CHECK, FACET, STATUS = "Id (ändra inte)", "Kontrolltal (ändra inte)", "Facett", "Status"
SCHEME = f"""\
ex:s a skos:ConceptScheme ;
    dcterms:title "Ord"@sv ;
    vann:preferredNamespaceUri "{EX}" .

ex:f1 a skos:Collection ; skos:prefLabel "vad (innehåll)"@sv ; skos:inScheme ex:s .
ex:f2 a skos:Collection ; skos:prefLabel "vem"@sv ; skos:inScheme ex:s .
"""
CONCEPTS = {
    "stod": """\
ex:c1 a skos:Concept ; skos:prefLabel "stöd"@sv , "support"@en ; skos:definition "hjälp av någon"@sv ;
    skos:topConceptOf ex:s ; skos:inScheme ex:s ; adms:status status:UnderDevelopment ;
    dcterms:created "2026-01-01"^^xsd:date ; dcterms:modified "2026-01-02"^^xsd:date .
ex:f1 skos:member ex:c1 .""",
    "samtal": """\
ex:c2 a skos:Concept ; skos:prefLabel "samtal"@sv , "conversation"@en ; skos:altLabel "råd"@sv , "prat"@sv ;
    skos:definition "stöd i ord"@sv ; skos:example "Ja: ett möte."@sv , "Nej: ett brev."@sv ; skos:broader ex:c1 ;
    skos:inScheme ex:s ; adms:status status:UnderDevelopment ;
    skos:historyNote [ rdf:value "Förr hette det något annat."@sv ; dcterms:source ex:b ] ;
    dcterms:created "2026-01-01"^^xsd:date ; dcterms:modified "2026-01-02"^^xsd:date .
ex:f1 skos:member ex:c2 .""",
    "kurs": """\
# En kommentar som ska stå kvar.
ex:c3 a skos:Concept ; skos:prefLabel "kurs"@sv , "course"@en ; skos:definition "stöd i grupp"@sv ;
    skos:broader ex:c1 ; skos:related ex:c2 ; skos:inScheme ex:s ; adms:status status:UnderDevelopment ;
    dcterms:created "2026-01-01"^^xsd:date ; dcterms:modified "2026-01-02"^^xsd:date .
ex:f2 skos:member ex:c3 .""",
}


class Sheet:
    """The sheet of concepts, its cells by term and heading."""

    def __init__(self, sheet: Any) -> None:
        self.raw = sheet
        self.columns = {cell.value: cell.column for cell in sheet[1] if cell.value}

    def row(self, term: str) -> int:
        """Return the number of a term's row."""
        place = self.columns[TERM]
        return next(row for row in range(2, self.raw.max_row + 1) if self.raw.cell(row, place).value == term)

    def cell(self, term: str, heading: str) -> Any:
        """Return a cell."""
        return self.raw.cell(self.row(term), self.columns[heading])

    def add(self, **values: object) -> int:
        """Write a new row below the last, by heading, and return its number."""
        row = self.raw.max_row + 1
        for heading, value in values.items():
            self.raw.cell(row, self.columns[heading]).value = value
        return int(row)


Edit = Callable[[Sheet], object]


def folder(path: Path, **concepts: str) -> Path:
    """Write the vocabulary, a file a concept, some of them otherwise or more."""
    (path / "concepts").mkdir(parents=True)
    (path / "scheme.ttl").write_text(PREFIXES + SCHEME, encoding="utf-8")
    for name, body in {**CONCEPTS, **concepts}.items():
        (path / "concepts" / f"{name}.ttl").write_text(PREFIXES + body + "\n", encoding="utf-8")
    return path


def exported(vocabulary: Path) -> Path:
    """Write the workbook of a vocabulary beside it."""
    path = vocabulary.with_suffix(".xlsx")
    write(export_of(vocabulary), path)
    return path


def edited(path: Path, edit: Edit) -> Path:
    """Change a workbook as openpyxl does."""
    book = load_workbook(path)
    edit(Sheet(book[SHEET]))
    book.save(path)
    return path


def imported(vocabulary: Path, edit: Edit) -> Import:
    """Export, edit and import."""
    return import_table(edited(exported(vocabulary), edit), vocabulary, today=TODAY)


def said(outcome: Import, lang: str = "sv") -> list[str]:
    """Return what an import has to say."""
    return list(in_words(outcome.notices, "fil.csv", lang))


def texts(outcome: Import) -> dict[str, str]:
    """Return the files that an import writes."""
    assert outcome.proposal is not None, said(outcome)
    return {each.name: (each.after or b"").decode() for each in outcome.proposal.alterations}
