//! The forms of both editions: cells, groups, and tables as grids of spans.
use gouji_model::{Form, Layout, LayoutKind, Slot};
use gouji_tests::editions;

#[test]
fn editions_have_the_cells_of_the_national_forms() {
    let sizes: Vec<(String, usize)> =
        editions().unwrap().iter().map(|book| (book.edition.id.to_string(), book.form.cells.len())).collect();
    assert_eq!(sizes, [("2019".to_owned(), 198), ("2021".to_owned(), 200)]);
}

#[test]
fn a_group_is_the_sum_of_its_members() {
    let books = editions().unwrap();
    let sizes = |id: &str| -> Vec<usize> {
        books.iter().map(|book| book.form.slot(id).map_or(0, |slot| book.form.slot_cells(&slot).len())).collect()
    };
    assert_eq!(sizes("requests.denied.total"), [8, 8]);
    assert_eq!(sizes("requests.outcomes.total"), [19, 21], "without the total row");
    assert_eq!(sizes("requests.otherwise.total"), [1, 3], "one row in 2019, three in 2021");
    assert_eq!(sizes("requests.received.applicants"), [6, 6]);
    assert_eq!(sizes("requests.received.organisations"), [5, 5]);
    assert_eq!(sizes("disputes.reconsideration"), [4, 4], "without the total");
}

/// How often each place of the grid is covered must be once.
fn check_cover(form: &Form, collapsed: &[&str]) {
    for table in &form.tables {
        let Layout { columns, rows, cells, .. } = form.layout(table, collapsed);
        let mut covered = vec![0_u32; usize::from(columns) * usize::from(rows)];
        for cell in &cells {
            for row in cell.row..cell.row + cell.rowspan {
                for column in cell.column..cell.column + cell.colspan {
                    covered[usize::from(row) * usize::from(columns) + usize::from(column)] += 1;
                }
            }
        }
        assert!(covered.iter().all(|times| *times == 1), "{} {}: {covered:?}", form.edition, table.id);
    }
}

#[test]
fn layouts_cover_their_grid_once() {
    for book in editions().unwrap() {
        check_cover(&book.form, &[]);
        check_cover(&book.form, &["otherwise"]);
    }
}

#[test]
fn a_collapsed_group_is_printed_as_one_row() {
    let books = editions().unwrap();
    let form = &books[1].form;
    let values = |collapsed: &[&str]| -> Vec<String> {
        let layout = form.layout(form.table("requests").unwrap(), collapsed);
        let slots = layout.cells.iter().filter_map(|cell| match &cell.kind {
            LayoutKind::Value(slot) => Some(form.slot_id(*slot).to_owned()),
            _ => None,
        });
        slots.collect()
    };
    assert_eq!(values(&[]).len(), 175);
    let collapsed = values(&["otherwise"]);
    assert_eq!(collapsed.len(), 161);
    assert!(collapsed.contains(&"requests.otherwise.natural_person".to_owned()));
    assert!(form.slot("requests.otherwise.natural_person").is_some_and(|slot| matches!(slot, Slot::Group(_))));
}

#[test]
fn tables_as_grids() {
    let text: Vec<String> = editions().unwrap().iter().flat_map(|book| drawn(&book.form)).collect();
    insta::assert_snapshot!(text.join("\n"));
}

/// One line for each rectangle: place, spans, content.
fn drawn(form: &Form) -> Vec<String> {
    let mut lines = Vec::new();
    for table in &form.tables {
        let layout = form.layout(table, &[]);
        lines.push(format!("{} {} {}x{}", form.edition, table.id, layout.rows, layout.columns));
        for cell in layout.cells {
            let content = match cell.kind {
                LayoutKind::Value(slot) => form.slot_id(slot).to_owned(),
                LayoutKind::Caption(label)
                | LayoutKind::Corner(label)
                | LayoutKind::Column(label)
                | LayoutKind::Row(label) => label.text.zh.to_string(),
            };
            lines.push(format!("{},{} {}x{} {content}", cell.row, cell.column, cell.rowspan, cell.colspan));
        }
    }
    lines
}
