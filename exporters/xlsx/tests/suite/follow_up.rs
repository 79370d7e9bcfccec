//! What people noted in one workbook comes back in the next while the figures are the same.
use calamine::{Data, Reader as _};
use gouji_export::{FollowUp, FollowUps, Kind, Status};
use gouji_model::{Cell, Lang, SheetCells};
use gouji_read::Limits;

use crate::support::{Case, books, export, open, publication};

/// The finding with an equation, then another.
fn positions(case: &Case<'_>) -> [usize; 2] {
    let equation = case.findings.iter().position(|finding| !finding.terms.is_empty()).unwrap();
    [equation, usize::from(equation == 0)]
}

/// Two of the findings with notes, as a workbook exported with them says.
fn noted(case: &Case<'_>, lang: Lang) -> Vec<SheetCells> {
    let judged = case.judged();
    let note = |position: usize, status: Status, remark: &str| FollowUp {
        unit: gouji_export::unit_or_file(&judged).to_owned(),
        year: case.report.year,
        finding: case.findings[position].id.clone(),
        values: gouji_export::finding_values(&judged.book.form, judged.report, &case.findings[position]),
        status,
        remark: remark.to_owned(),
        checker: "周某".to_owned(),
        date: "2024-02-03".to_owned(),
    };
    let [first, second] = positions(case);
    let mut publication = publication(Kind::Report, case.book, vec![judged.clone()]);
    publication.meta.lang = lang;
    publication.meta.follow_ups = vec![
        note(first, Status::Confirmed, "=已电话核实"),
        note(second, Status::FalseAlarm, "按口径不应计入"),
        FollowUp { finding: "no/such@finding".to_owned(), ..note(first, Status::Done, "") },
    ];
    sheets(&export(&publication))
}

fn sheets(workbook: &[u8]) -> Vec<SheetCells> {
    gouji_read::sheet_cells(workbook, &Limits::default()).unwrap().unwrap()
}

#[test]
fn notes_come_back_as_they_were() {
    let books = books();
    let case = Case::read(books, "faulty-2021.txt");
    assert!(case.findings.len() > 2);
    let [first, second] = positions(&case);
    for lang in [Lang::Zh, Lang::En] {
        let notes = gouji_xlsx::follow_ups(&noted(&case, lang)).unwrap();
        let mut read: Vec<_> =
            notes.iter().map(|note| (note.status, &*note.remark, &*note.checker, &*note.date)).collect();
        read.sort_by_key(|(status, ..)| *status as u8);
        let expected = [
            (Status::Confirmed, "=已电话核实", "周某", "2024-02-03"),
            (Status::FalseAlarm, "按口径不应计入", "周某", "2024-02-03"),
        ];
        assert_eq!(read, expected, "rows that nobody touched are left out");
        let judged = case.judged();
        let carried = FollowUps::new(&notes).of(&judged);
        assert_eq!(carried.iter().flatten().filter(|own| own.is_current).count(), 2);
        assert!(carried[first].is_some() && carried[second].is_some());
    }
}

#[test]
fn changed_figures_open_a_finding_again() {
    let books = books();
    let case = Case::read(books, "faulty-2021.txt");
    let notes = gouji_xlsx::follow_ups(&noted(&case, Lang::Zh)).unwrap();
    let mut report = case.report.clone();
    let finding = &case.findings[positions(&case)[0]];
    let guilty = finding.cells[0].clone();
    let index = case.book.form.cell_index(&guilty).unwrap();
    *report.cell_mut(index) = Cell::number(9999);
    let changed = Case::of(books, report);
    let judged = changed.judged();
    let carried = FollowUps::new(&notes).of(&judged);
    let reopened: Vec<_> = carried.iter().flatten().filter(|own| !own.is_current).map(|own| own.index).collect();
    assert!(!reopened.is_empty(), "{guilty} = 9999 changes what {} stands on", finding.id);

    let mut publication = publication(Kind::Report, changed.book, vec![judged.clone()]);
    publication.meta.follow_ups.clone_from(&notes);
    let mut workbook = open(export(&publication));
    let range = workbook.worksheet_range("问题清单").unwrap();
    let row = 1 + carried.iter().position(|own| own.is_some_and(|own| !own.is_current)).unwrap();
    let row = range.rows().nth(row).unwrap();
    assert_eq!(row[8], Data::String("待核".to_owned()));
    assert!(row[9].to_string().starts_with("〔数据已变，原状态："), "{}", row[9]);
}

#[test]
fn what_is_no_list_of_findings_is_refused() {
    let key = |sheets: &[SheetCells]| gouji_xlsx::follow_ups(sheets).unwrap_err().0.key;
    assert_eq!(key(&[]), "workbook-notes-none");
    let mut other = rust_xlsxwriter::Workbook::new();
    other.add_worksheet().set_name("问题清单").unwrap().write_string(0, 0, "某列").unwrap();
    assert_eq!(key(&sheets(&other.save_to_buffer().unwrap())), "workbook-notes-none");
    let mut wrong = rust_xlsxwriter::Workbook::new();
    let sheet = wrong.add_worksheet().set_name("问题清单").unwrap();
    for (column, (head, value)) in (0..).zip([("编号", "a@b"), ("状态", "不详")]) {
        sheet.write_string(0, column, head).unwrap().write_string(1, column, value).unwrap();
    }
    assert_eq!(key(&sheets(&wrong.save_to_buffer().unwrap())), "workbook-notes-status");
}
