from __future__ import annotations

import csv
import datetime as dt
import io
from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from samsprak.editing.folder import read_folder
from samsprak.editing.spreadsheets.exporting import export_of
from samsprak.editing.spreadsheets.importing import import_table
from samsprak.editing.spreadsheets.separated import written
from samsprak.editing.spreadsheets.values import Values
from samsprak.editing.spreadsheets.workbook import write
from samsprak.editing.writing import write as write_files
from samsprak.errors import SamsprakError, UsageError
from samsprak.settings import project_folder
from tests.editing.spreadsheets.sheets import (
    BROADER,
    CHECK,
    CONCEPTS,
    DEFINITION,
    ENGLISH,
    EXAMPLES,
    FACET,
    ID,
    RELATED,
    STATUS,
    SYNONYMS,
    TERM,
    TODAY,
    Edit,
    Sheet,
    edited,
    exported,
    folder,
    imported,
    said,
    texts,
)

OWN = project_folder("vocab")


@pytest.fixture
def vocabulary(tmp_path: Path) -> Path:
    return folder(tmp_path / "ord")


@pytest.mark.parametrize("form", ["xlsx", "csv"])
def test_round_trip_of_the_whole_thesaurus_changes_nothing(form: str, tmp_path: Path) -> None:
    export, path = export_of(OWN), tmp_path / f"table.{form}"
    if form == "xlsx":
        write(export, path)
    else:
        path.write_bytes(b"".join(written(export.texts(), export.lang)))
    outcome = import_table(path, OWN, today=TODAY)
    assert outcome.proposal is None
    assert outcome.notices == ()


def test_every_cell_of_the_thesaurus_reads_back_as_what_the_record_says() -> None:
    """Also without the check numbers, by which unchanged cells are not read at all."""
    vocabulary = read_folder(OWN)
    export, values = export_of(OWN), Values(vocabulary, {})
    for concept, row in zip(export.concepts(), export.rows(), strict=True):
        for column, cell, locked in zip(export.columns, row.cells, row.locked, strict=True):
            assert locked == column.part.fixed
            if not locked and "ordered" not in column.part.name and column.part.name != "list":
                read = [values.value(column, line) for line in cell.split("\n") if line]
                assert tuple(read) == column.values(concept)


def test_saving_the_workbook_with_another_program_changes_nothing(vocabulary: Path) -> None:
    outcome = imported(vocabulary, lambda sheet: None)
    assert (outcome.proposal, said(outcome)) == (None, [])


def test_changed_cell_changes_its_statement_and_the_date_alone(vocabulary: Path) -> None:
    def edit(sheet: Sheet) -> None:
        sheet.cell("samtal", SYNONYMS).value = "prat\nrådgivning"

    before = read_folder(vocabulary)
    outcome = imported(vocabulary, edit)
    (text,) = texts(outcome).values()
    assert '"prat"@sv ,\n        "rådgivning"@sv' in text
    assert '"råd"@sv' not in text
    assert f'dcterms:modified "{TODAY}"^^xsd:date' in text
    assert "Förr hette det något annat." in text
    assert before.sources["concepts/samtal.ttl"].content != text.encode()
    assert list(outcome.rows) == ["https://example.org/v/c2"]


def test_comments_and_what_the_table_does_not_carry_stay(vocabulary: Path) -> None:
    outcome = imported(vocabulary, lambda sheet: setattr(sheet.cell("kurs", DEFINITION), "value", "stöd i klass"))
    (text,) = texts(outcome).values()
    assert "# En kommentar som ska stå kvar." in text
    assert '"stöd i klass"@sv' in text


def test_new_rows_become_concepts_that_may_refer_to_one_another(vocabulary: Path) -> None:
    def edit(sheet: Sheet) -> None:
        sheet.add(**{TERM: "läger", ENGLISH: "camp", DEFINITION: "stöd i tält", BROADER: "stöd", RELATED: "fjälläger"})
        sheet.add(**{TERM: "fjälläger", ENGLISH: "alpine camp", DEFINITION: "läger på fjället", BROADER: "läger"})

    outcome = imported(vocabulary, edit)
    assert said(outcome) == []
    found = texts(outcome)
    assert sorted(found) == ["concepts/fjallager.ttl", "concepts/lager.ttl"]
    assert "# läger" in found["concepts/fjallager.ttl"]
    assert "# fjälläger" in found["concepts/lager.ttl"]
    # As `samsprak new`: a proposal of today, in the facet of what is broader.
    assert "adms:status" in found["concepts/lager.ttl"]
    assert f'dcterms:created "{TODAY}"^^xsd:date' in found["concepts/lager.ttl"]
    assert "ex:f1 skos:member" in found["concepts/lager.ttl"]


def test_new_concepts_have_ids_of_their_own_also_when_one_is_drawn_twice(vocabulary: Path) -> None:
    def edit(sheet: Sheet) -> None:
        for term in ("läger", "resa"):
            sheet.add(**{TERM: term, DEFINITION: "stöd", BROADER: "stöd"})

    drawn = iter(["c1", "bbbbbb", "bbbbbb", "cccccc"])
    path = edited(exported(vocabulary), edit)
    outcome = import_table(path, vocabulary, today=TODAY, draw=lambda: next(drawn))
    assert {iri.rpartition("/")[2] for iri in outcome.rows} == {"bbbbbb", "cccccc"}


def test_copied_row_without_its_id_takes_nothing_that_only_the_vocabulary_says(vocabulary: Path) -> None:
    def edit(sheet: Sheet) -> None:
        row = sheet.row("kurs")
        sheet.add(**{heading: sheet.raw.cell(row, place).value for heading, place in sheet.columns.items()})
        copy = sheet.raw.max_row
        sheet.raw.cell(copy, sheet.columns[ID]).value = None
        sheet.raw.cell(copy, sheet.columns[TERM]).value = "kväll"
        sheet.raw.cell(copy, sheet.columns[ENGLISH]).value = "evening"

    outcome = imported(vocabulary, edit)
    assert said(outcome) == []
    assert '"2026-01-01"' not in texts(outcome)["concepts/kvall.ttl"]


def test_row_that_is_gone_takes_no_concept_away_and_is_told(vocabulary: Path) -> None:
    outcome = imported(vocabulary, lambda sheet: sheet.raw.delete_rows(sheet.row("kurs")))
    assert outcome.proposal is None
    (line,) = said(outcome)
    assert line.startswith("Blad Begrepp: begrepp som inte har någon rad här: 1 (kurs [c3]).")
    assert "samsprak retire" in line


def test_column_that_is_gone_leaves_its_values(vocabulary: Path) -> None:
    outcome = imported(vocabulary, lambda sheet: sheet.raw.delete_cols(sheet.columns[SYNONYMS]))
    assert outcome.proposal is None
    assert said(outcome) == [
        "Blad Begrepp, rad 1: kolumner som saknas: Synonymer (sv). Det som stod i dem förblir som det är."
    ]


def test_related_is_taken_away_from_either_side(vocabulary: Path) -> None:
    outcome = imported(vocabulary, lambda sheet: setattr(sheet.cell("samtal", RELATED), "value", None))
    changed = texts(outcome)
    assert "skos:related" not in changed["concepts/kurs.ttl"]
    # The statement stood in the other file, which has changed as well.
    assert str(TODAY) in changed["concepts/kurs.ttl"]


def test_new_statement_stands_in_the_file_of_its_row_also_where_the_old_one_stood_in_another(vocabulary: Path) -> None:
    changed = texts(imported(vocabulary, set_to("samtal", RELATED, "stöd")))
    assert "skos:related ex:c1" in changed["concepts/samtal.ttl"]
    assert "skos:related" not in changed["concepts/kurs.ttl"]


def test_what_moves_up_to_the_top_becomes_a_top_concept_and_back(vocabulary: Path) -> None:
    outcome = imported(vocabulary, lambda sheet: setattr(sheet.cell("kurs", BROADER), "value", None))
    assert "skos:topConceptOf ex:s" in texts(outcome)["concepts/kurs.ttl"]
    write_files(outcome.proposal)  # type: ignore[arg-type]
    again = imported(vocabulary, lambda sheet: setattr(sheet.cell("kurs", BROADER), "value", "stöd [c1]"))
    assert "skos:topConceptOf" not in texts(again)["concepts/kurs.ttl"]


def test_terms_may_change_in_the_table_that_refers_to_them(vocabulary: Path) -> None:
    def edit(sheet: Sheet) -> None:
        sheet.cell("kurs", BROADER).value = "samtal"
        sheet.cell("stöd", RELATED).value = "möte [c2]"
        sheet.cell("samtal", TERM).value = "möte"

    outcome = imported(vocabulary, edit)
    assert not [line for line in said(outcome) if "id" in line]
    changed = texts(outcome)
    assert "skos:broader ex:c2" in changed["concepts/kurs.ttl"]
    assert "skos:related ex:c2" in changed["concepts/stod.ttl"]


def test_facet_is_changed_by_its_name_alone(vocabulary: Path) -> None:
    outcome = imported(vocabulary, lambda sheet: setattr(sheet.cell("kurs", FACET), "value", "vad"))
    assert "ex:f1 skos:member ex:c3" in texts(outcome)["concepts/kurs.ttl"]
    assert "ex:f2 skos:member" not in texts(outcome)["concepts/kurs.ttl"]


def test_retirement_by_status_is_what_the_command_writes(vocabulary: Path) -> None:
    def edit(sheet: Sheet) -> None:
        sheet.cell("kurs", STATUS).value = "Används inte längre"

    text = texts(imported(vocabulary, edit))["concepts/kurs.ttl"]
    assert "status:Deprecated" in text
    assert "owl:deprecated true" in text
    assert f'dcterms:valid "{TODAY}"^^xsd:date' in text
    assert "skos:changeNote" in text


def test_date_may_be_one_of_the_spreadsheets_own_or_a_text(tmp_path: Path) -> None:
    ending = CONCEPTS["kurs"].replace("skos:inScheme", 'dcterms:valid "2026-12-31"^^xsd:date ; skos:inScheme')
    vocabulary = folder(tmp_path / "ord", kurs=ending)
    assert imported(vocabulary, set_to("kurs", "Gäller till", dt.date(2026, 12, 31))).proposal is None
    for value in (dt.date(2027, 6, 30), "2027-06-30"):
        text = texts(imported(vocabulary, set_to("kurs", "Gäller till", value)))["concepts/kurs.ttl"]
        assert 'dcterms:valid "2027-06-30"^^xsd:date' in text
    outcome = imported(vocabulary, set_to("kurs", "Gäller till", "30 juni"))
    assert "”30 juni” är inget datum. Skriv det som 2026-01-31." in said(outcome)[0]


def test_changed_record_that_was_decided_is_a_proposal_again(tmp_path: Path) -> None:
    decided = CONCEPTS["kurs"].replace(
        "status:UnderDevelopment",
        'status:Completed ; dcterms:publisher "Nämnden" ; dcterms:dateAccepted "2026-01-03"^^xsd:date',
    )
    vocabulary = folder(tmp_path / "ord", kurs=decided)
    outcome = imported(vocabulary, lambda sheet: setattr(sheet.cell("kurs", DEFINITION), "value", "stöd i klass"))
    text = texts(outcome)["concepts/kurs.ttl"]
    assert "status:UnderDevelopment" in text
    assert "Nämnden" in text
    assert "dcterms:dateAccepted" not in text


def test_cells_that_only_the_vocabulary_has_changed_stay_as_they_are_there(vocabulary: Path) -> None:
    path = exported(vocabulary)
    file = vocabulary / "concepts" / "kurs.ttl"
    file.write_text(file.read_text("utf-8").replace("stöd i grupp", "stöd i stor grupp"), encoding="utf-8")
    edited(path, lambda sheet: setattr(sheet.cell("kurs", ENGLISH), "value", "class"))
    outcome = import_table(path, vocabulary, today=TODAY)
    assert "förblir som de är där: 1" in said(outcome)[0]
    (text,) = texts(outcome).values()
    assert "stöd i stor grupp" in text
    assert '"class"@en' in text


def test_what_was_changed_in_both_places_is_never_overwritten(vocabulary: Path) -> None:
    path = exported(vocabulary)
    file = vocabulary / "concepts" / "kurs.ttl"
    file.write_text(file.read_text("utf-8").replace("stöd i grupp", "stöd i stor grupp"), encoding="utf-8")
    edited(path, lambda sheet: setattr(sheet.cell("kurs", DEFINITION), "value", "stöd i liten grupp"))
    outcome = import_table(path, vocabulary, today=TODAY)
    assert outcome.proposal is None
    assert "ändrad både här och i vokabulären" in said(outcome)[0]
    assert "”stöd i stor grupp”" in said(outcome)[0]


NOON = dt.datetime(2026, 1, 31, 12, 30)  # noqa: DTZ001 - spreadsheets have no zones


def set_to(term: str, heading: str, value: object) -> Edit:
    return lambda sheet: setattr(sheet.cell(term, heading), "value", value)


def merge(sheet: Sheet) -> None:
    sheet.raw.merge_cells(
        start_row=2, end_row=3, start_column=sheet.columns[DEFINITION], end_column=sheet.columns[DEFINITION]
    )


def swap(sheet: Sheet) -> None:
    one, other = sheet.cell("kurs", ID), sheet.cell("samtal", ID)
    one.value, other.value = other.value, one.value


def head(heading: str, value: str | None) -> Edit:
    return lambda sheet: setattr(sheet.raw.cell(1, sheet.columns[heading]), "value", value)


FAULTS: list[tuple[Edit, str]] = [
    (set_to("kurs", DEFINITION, "=1+1"), "cell F2: cellen innehåller en formel"),
    (
        set_to("kurs", DEFINITION, 46053),
        "cell F2: cellen innehåller talet 46053, som är Excels sätt att lagra 2026-01-31",
    ),
    (set_to("kurs", DEFINITION, 12.5), "cell F2: cellen innehåller talet 12.5"),
    (set_to("kurs", DEFINITION, dt.date(2026, 1, 31)), "cell F2: kalkylprogrammet har gjort ett datum"),
    (set_to("kurs", DEFINITION, NOON), "cell F2: cellen innehåller ett klockslag"),
    (set_to("kurs", DEFINITION, True), "cell F2: cellen innehåller sant eller falskt"),
    (set_to("kurs", DEFINITION, "#N/A"), "cell F2: cellen innehåller ett felvärde"),
    (set_to("kurs", DEFINITION, "ett\ntvå"), "cell F2: här får det bara stå en uppgift"),
    (set_to("kurs", DEFINITION, "x" * 30_000), "cell F2: En definition eller anmärkning har högst 20000 tecken"),
    (set_to("kurs", TERM, None), "cell B2: termen ”kurs” är borta"),
    (set_to("kurs", SYNONYMS, "y" * 300), "cell D2: En term har högst 200 tecken"),
    (set_to("kurs", BROADER, "finns inte"), "Inget begrepp heter ”finns inte”"),
    (set_to("kurs", BROADER, "samtal [c1]"), "”samtal” står framför id c1, som är ”stöd”"),
    (set_to("kurs", STATUS, "klart"), "”klart” är ingen status"),
    (set_to("kurs", STATUS, "Beslutat"), "det är ett organ som beslutar"),
    (set_to("kurs", "Skapad", "2020-01-01"), "det som står här ändras inte i en tabell. Det var ”2026-01-01”"),
    (set_to("kurs", ID, "c9"), "cell A2: inget begrepp här har id c9"),
    (set_to("kurs", ID, "c2"), "id c2 hör inte ihop med resten av raden"),
    (set_to("samtal", "Historik (sv)", "Annat."), "är skrivet i filerna på ett sätt som tabellen inte känner"),
    (lambda sheet: sheet.raw.append(["c2"]), "id c2 står också på rad 3"),
    (lambda sheet: sheet.add(**{DEFINITION: "utan term"}), "cell B5: en rad utan id är ett nytt begrepp"),
    (lambda sheet: sheet.add(**{TERM: "prat"}), "”prat” är redan en term för begreppet c2"),
    (
        lambda sheet: (sheet.add(**{TERM: "ny"}), sheet.add(**{TERM: "Ny"})),
        "cell B6: den nya termen ”Ny” står också på rad 5",
    ),
    (lambda sheet: sheet.add(**{TERM: "ny", STATUS: "Används inte längre"}), "ett nytt begrepp är ett förslag"),
    (merge, "cellerna F2:F3 är sammanslagna"),
    (swap, "cell A2: id c2 hör inte ihop"),
    (
        head(DEFINITION, "Defintion (sv)"),
        "cell F1: rubriken ”Defintion (sv)” är okänd. Ska det vara ”Definition (sv)”?",
    ),
    (head(DEFINITION, "Åsikt"), "cell F1: rubriken ”Åsikt” är okänd. Ta bort kolumnen"),
    (head(DEFINITION, TERM), "rubriken ”Rekommenderad term (sv)” står här också"),
    (head(DEFINITION, None), "cell F2: kolumnen har ingen rubrik"),
    (head(ID, None), "rubriken ”Id (ändra inte)” saknas"),
    (lambda sheet: sheet.raw.insert_rows(1, 2), "rad 3: rubrikerna står här"),
    (lambda sheet: setattr(sheet.raw.cell(1, 300), "value", "långt bort"), "cell KN4: bladet fortsätter ända hit"),
]


@pytest.mark.parametrize(("edit", "message"), FAULTS, ids=[message[:40] for _, message in FAULTS])
def test_fault_is_told_by_sheet_and_cell_and_stops_everything(edit: Edit, message: str, vocabulary: Path) -> None:
    outcome = imported(vocabulary, edit)
    assert outcome.proposal is None
    assert not outcome.sound
    found = [line for line in said(outcome) if message in line]
    assert found, said(outcome)
    assert all(line.startswith("Blad Begrepp") for line in said(outcome))


@pytest.mark.parametrize("heading", [DEFINITION, ENGLISH])
def test_column_that_was_sorted_by_itself_is_found_out(heading: str, vocabulary: Path) -> None:
    def rotate(sheet: Sheet) -> None:
        cells = [sheet.cell(term, heading) for term in ("kurs", "samtal", "stöd")]
        texts = [cell.value for cell in cells]
        for cell, text in zip(cells, [*texts[1:], texts[0]], strict=True):
            cell.value = text

    (line,) = said(imported(vocabulary, rotate))
    assert "det som står här stod på en annan rad" in line


def test_two_concepts_may_exchange_their_definitions(vocabulary: Path) -> None:
    def exchange(sheet: Sheet) -> None:
        one, other = sheet.cell("kurs", DEFINITION), sheet.cell("samtal", DEFINITION)
        one.value, other.value = other.value, one.value

    assert len(texts(imported(vocabulary, exchange))) == 2


def test_column_of_another_language_is_added_by_its_heading(vocabulary: Path) -> None:
    def edit(sheet: Sheet) -> None:
        place = sheet.raw.max_column + 1
        sheet.raw.cell(1, place).value = "Rekommenderad term (fi)"
        sheet.raw.cell(sheet.row("kurs"), place).value = "kurssi"

    (text,) = texts(imported(vocabulary, edit)).values()
    assert '"kurssi"@fi' in text


def test_table_of_another_vocabulary_is_told_once(vocabulary: Path, tmp_path: Path) -> None:
    other = folder(tmp_path / "annat")
    for file in (other / "concepts").iterdir():
        file.write_text(file.read_text("utf-8").replace("ex:c", "ex:d"), encoding="utf-8")
    outcome = import_table(exported(other), vocabulary, today=TODAY)
    assert any("inget id här hör till den här vokabulären" in line for line in said(outcome))
    assert sum("inget begrepp här har id" in line for line in said(outcome)) == 0


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60)
@given(data=st.data())
def test_whatever_is_written_in_cells_is_read_or_told_and_never_written_by_half(
    vocabulary: Path, tmp_path: Path, data: st.DataObject
) -> None:
    rows = [list(row) for row in export_of(vocabulary).texts()]
    rows.append([""] * len(rows[0]))
    text = st.one_of(
        st.text(max_size=20), st.sampled_from(["stöd", "samtal [c2]", "[c1]", "x [y]", "=1", "2026-13-01", "\n\n"])
    )
    for _ in range(data.draw(st.integers(1, 4))):
        row, column = data.draw(st.integers(0, len(rows) - 1)), data.draw(st.integers(0, len(rows[0]) - 1))
        rows[row][column] = data.draw(text)
    path = tmp_path / "tabell.csv"
    content = io.StringIO()
    csv.writer(content, delimiter=";").writerows(rows)
    path.write_bytes(content.getvalue().encode("utf-8", "surrogatepass"))
    outcome = None
    with suppress(SamsprakError):
        outcome = import_table(path, vocabulary, today=TODAY)
    assert outcome is None or outcome.sound or outcome.proposal is None


def test_all_faults_are_told_at_once(vocabulary: Path) -> None:
    def edit(sheet: Sheet) -> None:
        sheet.cell("kurs", DEFINITION).value = "=1+1"
        sheet.cell("samtal", BROADER).value = "finns inte"
        sheet.cell("stöd", STATUS).value = "klart"
        sheet.raw.append(["c9"])

    assert len(said(imported(vocabulary, edit))) == 4


REMARKS: list[tuple[Edit, str]] = [
    (set_to("kurs", DEFINITION, " stöd i grupp "), "cell F2: mellanslag i början och slutet"),
    (lambda sheet: setattr(sheet.raw.row_dimensions[3], "hidden", True), "rad 3: raden är dold"),
    (lambda sheet: sheet.raw.insert_rows(3), "rad 3: raden är tom"),
    (lambda sheet: setattr(sheet.raw.cell(1, sheet.raw.max_column + 1), "value", "Kommentar: AB"), "läses inte in"),
    (lambda sheet: setattr(sheet.raw, "title", "Arbetsblad"), "Blad Arbetsblad: det här bladet läses in"),
    (lambda sheet: sheet.raw.delete_cols(sheet.columns[CHECK]), "kolumnen ”Kontrolltal (ändra inte)” saknas"),
]


@pytest.mark.parametrize(("edit", "message"), REMARKS, ids=[message[:30] for _, message in REMARKS])
def test_what_can_be_read_all_the_same_is_told_and_changes_nothing(edit: Edit, message: str, vocabulary: Path) -> None:
    outcome = imported(vocabulary, edit)
    assert outcome.sound
    assert outcome.proposal is None
    (line,) = said(outcome)
    assert message in line


def test_hard_spaces_become_ordinary_ones(vocabulary: Path) -> None:
    outcome = imported(vocabulary, set_to("kurs", EXAMPLES, "Ja:\u00a0en\u200b kväll."))
    assert '"Ja: en kväll."@sv' in texts(outcome)["concepts/kurs.ttl"]
    assert "hårda mellanslag" in said(outcome)[0]


def test_formulas_and_numbers_in_a_column_of_comments_are_nobodys_business(vocabulary: Path) -> None:
    def edit(sheet: Sheet) -> None:
        place = sheet.raw.max_column + 1
        sheet.raw.cell(1, place).value = "Comments"
        sheet.raw.cell(2, place).value = "=1+1"
        sheet.raw.cell(3, place).value = 7

    outcome = imported(vocabulary, edit)
    assert outcome.sound


def test_second_sheet_of_concepts_is_refused_and_other_sheets_are_not(vocabulary: Path) -> None:
    def edit(sheet: Sheet) -> None:
        copy = sheet.raw.parent.copy_worksheet(sheet.raw)
        copy.title = "Begrepp (2)"
        sheet.raw.parent.create_sheet("Anteckningar")["A1"] = "hej"

    assert said(imported(vocabulary, edit)) == [
        "Blad Begrepp (2): också det här är en tabell med begrepp, och bara en kan läsas in. "
        "För ihop raderna i ett blad, eller ta bort bladet."
    ]


def test_workbook_without_such_a_sheet_names_those_that_it_has(vocabulary: Path) -> None:
    def edit(sheet: Sheet) -> None:
        sheet.raw.title = "Bok"
        sheet.raw.delete_rows(1)

    with pytest.raises(UsageError) as caught:
        imported(vocabulary, edit)
    assert "Bok, Så fyller du i tabellen" in str(caught.value)


def test_text_that_no_cell_can_show_as_it_is_stays_and_cannot_be_changed(tmp_path: Path) -> None:
    broken = CONCEPTS["kurs"].replace('"stöd i grupp"@sv', '"""stöd\ni grupp"""@sv')
    vocabulary = folder(tmp_path / "ord", kurs=broken)
    assert imported(vocabulary, lambda sheet: None).proposal is None
    changed = imported(vocabulary, set_to("kurs", DEFINITION, "stöd"))
    assert "ryms inte i en cell" in said(changed)[0]


def test_change_that_breaks_a_rule_is_told_and_not_valid(vocabulary: Path) -> None:
    outcome = imported(vocabulary, set_to("stöd", BROADER, "samtal"))
    assert outcome.proposal is not None
    assert not outcome.proposal.valid


def test_folder_in_another_form_than_turtle_can_be_compared_but_not_changed(tmp_path: Path) -> None:
    vocabulary = tmp_path / "ord"
    vocabulary.mkdir()
    (vocabulary / "alla.nt").write_text(
        "<https://example.org/v/c1> <http://www.w3.org/1999/02/22-rdf-syntax-ns#type> "
        "<http://www.w3.org/2004/02/skos/core#Concept> .\n"
        '<https://example.org/v/c1> <http://www.w3.org/2004/02/skos/core#prefLabel> "kurs"@sv .\n',
        encoding="utf-8",
    )
    assert imported(vocabulary, lambda sheet: None).proposal is None
    outcome = imported(vocabulary, set_to("kurs", TERM, "lektion"))
    assert "alla.nt" in said(outcome)[0]


def test_csv_that_a_spreadsheet_saved_with_other_signs_reads_the_same(vocabulary: Path, tmp_path: Path) -> None:
    rows = [list(row) for row in export_of(vocabulary).texts()]
    rows[1][rows[0].index(DEFINITION)] = "stöd i klass"
    text = io.StringIO()
    csv.writer(text, delimiter="\t", quoting=csv.QUOTE_ALL, lineterminator="\n").writerows(rows)
    path = tmp_path / "tabell.csv"
    path.write_text(text.getvalue(), encoding="utf-16")
    outcome = import_table(path, vocabulary, today=TODAY)
    assert said(outcome) == []
    assert list(texts(outcome)) == ["concepts/kurs.ttl"]


def test_cell_that_excel_could_not_keep_is_refused(vocabulary: Path, tmp_path: Path) -> None:
    path = tmp_path / "fil.csv"
    content = b"".join(written(export_of(vocabulary).texts(), "sv"))
    path.write_bytes(content.replace("stöd i grupp".encode(), b"x" * 32_768))
    assert "fil.csv, cell F2: cellen har 32768 tecken; Excel behåller 32767. Korta texten." in said(
        import_table(path, vocabulary, today=TODAY)
    )


def test_fault_in_a_csv_file_is_told_by_file_and_cell(vocabulary: Path, tmp_path: Path) -> None:
    path = tmp_path / "fil.csv"
    content = b"".join(written(export_of(vocabulary).texts(), "sv")).replace(b"c3;kurs", b"c9;kurs")
    path.write_bytes(content)
    assert said(import_table(path, vocabulary, today=TODAY))[0].startswith("fil.csv, cell A2: inget begrepp")
