//! What the exporters give: snapshots, round trips, and that no text of a report acts.
mod any_report;
mod back;
mod damaged;
mod markup;
mod notices;
mod office;
mod paged;
mod press;
mod structure;
mod word;

use gouji_edits::RuleBook;
use gouji_export::{Exporter, Kind};
use gouji_model::{Cell, CellIndex, CellState, Lang, Report, ReportWire, SectionText};
use gouji_tests::editions;

use markup::Markup;
use press::{Press, SUMMARY, bytes, text};

const FILES: [&str; 4] = ["consistent-2021.txt", "faulty-2021.txt", "mixed-2023.txt", "consistent-2019.txt"];
const EXPORTERS: [&dyn Exporter; 5] =
    [&gouji_json::Json, &gouji_csv::Csv, &gouji_markdown::Markdown, &gouji_html::Html, &gouji_docx::Docx];

fn name(format: &str, file: &str) -> String {
    format!("{format}_{}", file.trim_end_matches(".txt"))
}

/// Without counts of edits, which every new rule changes.
fn stable(press: &Press<'_>, text: &str) -> String {
    press.summaries().iter().fold(text.to_owned(), |text, summary| text.replace(summary, SUMMARY))
}

#[test]
fn markdown() {
    let books = editions().unwrap();
    for file in FILES {
        let press = Press::of(&books, &[file]);
        insta::assert_snapshot!(
            name("markdown", file),
            stable(&press, &text(&gouji_markdown::Markdown, &press.publication(Kind::Report), ".md"))
        );
    }
}

#[test]
fn html() {
    let books = editions().unwrap();
    for file in FILES {
        let press = Press::of(&books, &[file]);
        let page = text(&gouji_html::Html, &press.publication(Kind::Report), ".html");
        let (_, body) = page.split_once("</style>").unwrap();
        insta::assert_snapshot!(name("html", file), stable(&press, body));
    }
}

#[test]
fn csv() {
    let books = editions().unwrap();
    for file in ["faulty-2021.txt", "mixed-2023.txt"] {
        let press = Press::of(&books, &[file]);
        let long = text(&gouji_csv::Csv, &press.publication(Kind::Report), ".long.csv");
        assert!(long.starts_with('\u{feff}') && long.contains("\r\n"));
        insta::assert_snapshot!(name("csv", file), long.replace('\r', "").trim_start_matches('\u{feff}'));
    }
}

/// One line for each column, so that a person can read it.
#[test]
fn csv_of_several_editions() {
    let books = editions().unwrap();
    let press = Press::of(&books, &FILES);
    let wide = text(&gouji_csv::Csv, &press.publication(Kind::Batch), ".wide.csv");
    let rows: Vec<Vec<&str>> =
        wide.trim_start_matches('\u{feff}').lines().map(|line| line.split(',').collect()).collect();
    assert_eq!(rows.len(), FILES.len() + 1);
    let columns = (0..rows[0].len()).map(|column| {
        let values: Vec<&str> = rows.iter().map(|row| row[column]).collect();
        values.join(" | ").trim_end().to_owned()
    });
    insta::assert_snapshot!(columns.collect::<Vec<_>>().join("\n"));
}

#[test]
fn the_descriptor_names_the_columns_of_both_files() {
    let books = editions().unwrap();
    let press = Press::of(&books, &FILES);
    let publication = press.publication(Kind::Batch);
    let descriptor = text(&gouji_csv::Csv, &publication, ".datapackage.json");
    let descriptor: serde_json::Value = serde_json::from_str(&descriptor).unwrap();
    for (resource, name) in [(0, "long"), (1, "wide")] {
        let resource = &descriptor["resources"][resource];
        assert_eq!(resource["path"], format!("样本.{name}.csv"));
        let fields = resource["schema"]["fields"].as_array().unwrap();
        let fields: Vec<&str> = fields.iter().map(|field| field["name"].as_str().unwrap()).collect();
        let file = text(&gouji_csv::Csv, &publication, &format!(".{name}.csv"));
        assert_eq!(file.trim_start_matches('\u{feff}').lines().next().unwrap(), fields.join(","));
    }
}

#[test]
fn blank_forms() {
    let books = editions().unwrap();
    for book in &books {
        let press = Press { book, read: Vec::new(), lang: Lang::Zh };
        let publication = press.publication(Kind::BlankForm);
        let name = format!("markdown_blank_{}", book.edition.id);
        insta::assert_snapshot!(name, text(&gouji_markdown::Markdown, &publication, ".md"));
        let markup = Markup::of(&text(&gouji_html::Html, &publication, ".html"));
        for spec in &book.form.cells {
            assert_eq!(markup.count(&format!("r1-{}", spec.id)), 1, "{}", spec.id);
        }
        let json: ReportWire = serde_json::from_str(&text(&gouji_json::Json, &publication, ".json")).unwrap();
        assert!(json.report(&book.form).unwrap().cells.iter().all(|cell| cell.state == CellState::Blank));
        assert!(gouji_csv::Csv.export(&publication).is_err());
    }
}

#[test]
fn pages_are_well_formed_and_hold_every_cell_once() {
    let books = editions().unwrap();
    for (file, lang) in FILES.iter().flat_map(|file| [(file, Lang::Zh), (file, Lang::En)]) {
        let press = Press { lang, ..Press::of(&books, &[file]) };
        let markup = Markup::of(&text(&gouji_html::Html, &press.publication(Kind::Report), ".html"));
        let read = &press.read[0];
        let form = read.form();
        // A group that is printed as one row stands for its leaves, a table of another form for the cells that it lacks.
        for (spec, cell) in form.cells.iter().zip(&read.report.cells) {
            let is_hidden = *file == "mixed-2023.txt" && cell.state == CellState::Missing;
            let expected = usize::from(!is_hidden);
            assert_eq!(markup.count(&format!("r1-{}", spec.id)), expected, "{file} {}", spec.id);
        }
    }
    let press = Press::of(&books, &FILES);
    Markup::of(&text(&gouji_html::Html, &press.publication(Kind::Batch), ".html"));
}

#[test]
fn equal_input_gives_equal_bytes() {
    let books = editions().unwrap();
    let press = Press::of(&books, &FILES);
    for exporter in EXPORTERS {
        let export = || exporter.export(&press.publication(Kind::Batch)).unwrap();
        assert_eq!(export(), export());
    }
}

/// A batch that takes its reports one after the other is the one of all at once.
#[test]
fn gathered_reports_give_the_same_files() {
    let books = editions().unwrap();
    let press = Press::of(&books, &FILES);
    let publication = press.publication(Kind::Batch);
    let mut gathered = Vec::new();
    for exporter in EXPORTERS {
        let Some(mut collector) = exporter.collector(&publication.meta) else { continue };
        let mut begun = Vec::new();
        for judged in &publication.reports {
            collector.add(judged.book, judged);
            begun.extend(collector.ready());
        }
        let mut files =
            collector.finish(&gouji_export::Publication { reports: Vec::new(), ..publication.clone() }).unwrap();
        begun.append(&mut files[0].bytes);
        files[0].bytes = begun;
        assert_eq!(files, exporter.export(&publication).unwrap(), "{}", exporter.name());
        gathered.push(exporter.name());
    }
    assert_eq!(gathered, ["json"]);
}

/// What exporters of others get.
#[test]
fn publications_fit_their_schema() {
    let books = editions().unwrap();
    let schema = crate::schemas::schema("publication-1");
    let press = Press::of(&books, &FILES);
    let blank = Press { book: &books[0], read: Vec::new(), lang: Lang::En };
    for (press, kind) in [(&press, Kind::Batch), (&press, Kind::Notice), (&blank, Kind::BlankForm)] {
        let wire = gouji_export::PublicationWire::of(&press.publication(kind));
        crate::schemas::fits(&schema, &serde_json::to_value(wire).unwrap());
    }
}

#[test]
fn every_json_is_read_back() {
    let books = editions().unwrap();
    for file in FILES {
        let press = Press::of(&books, &[file]);
        let json = text(&gouji_json::Json, &press.publication(Kind::Report), ".json");
        let back = gouji_tests::read(&books, json.as_bytes(), &gouji_recognise::Hints::default()).unwrap();
        let (was, back) = (&press.read[0].report, &back[0].report);
        assert_eq!((&was.cells, &was.extra, &was.sections), (&back.cells, &back.extra, &back.sections));
        assert_eq!((&was.unit, was.year, &was.printed_forms), (&back.unit, back.year, &back.printed_forms));
    }
    let press = Press::of(&books, &FILES);
    let batch = text(&gouji_json::Json, &press.publication(Kind::Batch), ".json");
    assert_eq!(serde_json::from_str::<Vec<ReportWire>>(&batch).unwrap().len(), FILES.len());
}

/// A report in another year's form is still one after it was printed, and its numbers stand in that form's tables.
#[test]
fn another_form_is_read_back_as_such() {
    let books = editions().unwrap();
    let press = Press::of(&books, &["wrong-form-2022.txt"]);
    let publication = press.publication(Kind::Report);
    let was = publication.reports[0].clone();
    assert!(was.findings.iter().any(|finding| &*finding.rule == "form/edition"));
    assert_eq!(gouji_export::other_cells(was.printed()), []);
    let formats: [(&dyn Exporter, &str); 5] = [
        (&gouji_html::Html, ".html"),
        (&gouji_markdown::Markdown, ".md"),
        (&gouji_docx::Docx, ".docx"),
        (&gouji_xlsx::Xlsx, ".xlsx"),
        (&gouji_pdf::Pdf, ".pdf"),
    ];
    for (exporter, suffix) in formats {
        let page = bytes(exporter, &publication, suffix);
        let back = gouji_tests::read(&books, &page, &gouji_recognise::Hints::default()).unwrap();
        let states = |report: &Report| report.cells.iter().map(|cell| cell.state).collect::<Vec<_>>();
        let extra =
            |report: &Report| report.extra.iter().map(|(id, cell)| (id.clone(), cell.state)).collect::<Vec<_>>();
        assert_eq!(states(was.report), states(&back[0].report), "{suffix}");
        assert_eq!(extra(was.report), extra(&back[0].report), "{suffix}");
        assert_eq!(was.report.printed_forms, back[0].report.printed_forms, "{suffix}");
        assert!(!back[0].report.facts["form.own"].holds, "{suffix}");
    }
}

/// Cells with their states, and the texts of sections.
#[test]
fn pages_are_read_back() {
    let books = editions().unwrap();
    let formats: [(&dyn Exporter, &str); 3] =
        [(&gouji_html::Html, ".html"), (&gouji_markdown::Markdown, ".md"), (&gouji_docx::Docx, ".docx")];
    for (file, (exporter, suffix)) in FILES.iter().flat_map(|file| formats.map(|format| (file, format))) {
        let press = Press::of(&books, &[file]);
        let page = bytes(exporter, &press.publication(Kind::Report), suffix);
        let back = gouji_tests::read(&books, &page, &gouji_recognise::Hints::default()).unwrap();
        let outline = |report: &Report| {
            let cells = report.cells.iter().chain(report.extra.values());
            let states: Vec<CellState> = cells.map(|cell| cell.state).collect();
            let texts: Vec<String> = report.sections.iter().map(|section| section.text.clone()).collect();
            (report.year, states, texts)
        };
        assert_eq!(outline(&press.read[0].report), outline(&back[0].report), "{file} {suffix}");
    }
}

/// A report of blanks whose unit and one section say what they should not.
fn hostile(books: &[RuleBook], unit: &str, cell: Cell) -> Report {
    let form = &books.last().unwrap().form;
    let mut report = Report::empty(form);
    report.year = Some(2024);
    report.unit.name = Some(unit.into());
    report.cells.fill(Cell::of(CellState::Blank));
    *report.cell_mut(CellIndex(0)) = cell;
    report.sections.push(SectionText {
        id: "overview".into(),
        heading: unit.to_owned(),
        text: format!("{unit}\n# {unit}"),
        origin: None,
    });
    report
}

#[test]
fn no_text_acts() {
    let books = editions().unwrap();
    let negative = Cell { raw: Some("-5".into()), ..Cell::number(-5) };
    for (unit, csv) in [("=1+1", "'=1+1"), ("@SUM(A1)", "'@SUM(A1)"), ("'=1", "''=1"), ("-1", "'-1"), ("甲-1", "甲-1")]
    {
        let press = Press::with(&books, hostile(&books, unit, negative.clone()));
        let long = text(&gouji_csv::Csv, &press.publication(Kind::Report), ".long.csv");
        let row = long.lines().nth(1).unwrap();
        assert!(row.starts_with(&format!("{csv},2024,")), "{row}");
        assert!(row.contains(",number,-5,'-5,"), "{row}");
    }
    let unit = "<script>alert('x')</script>&amp;\"";
    let press =
        Press::with(&books, hostile(&books, unit, Cell { raw: Some(unit.into()), ..Cell::of(CellState::Unreadable) }));
    let page = text(&gouji_html::Html, &press.publication(Kind::Report), ".html");
    assert!(
        !page.contains("<script") && page.contains("&lt;script&gt;alert(&#39;x&#39;)&lt;/script&gt;&amp;amp;&quot;")
    );
    Markup::of(&page);
    let page = text(&gouji_markdown::Markdown, &press.publication(Kind::Report), ".md");
    assert!(
        !page.replace(r"\<", "").contains('<') && page.contains(r"\<script\>alert('x')\</script\>\&amp;"),
        "{page}"
    );
    assert!(page.contains("\n\n\\# \\<script\\>"), "{page}");
}

#[test]
fn control_characters_are_refused_with_their_place() {
    let books = editions().unwrap();
    let press = Press::with(&books, hostile(&books, "甲\u{7}局", Cell::number(1)));
    let publication = press.publication(Kind::Report);
    for exporter in EXPORTERS.into_iter().filter(|exporter| exporter.name() != "json") {
        let error = exporter.export(&publication).unwrap_err().to_string();
        assert!(error.contains("U+0007") && error.contains("name of the unit"), "{error}");
    }
    assert!(gouji_json::Json.export(&publication).is_ok());
    let raw = Cell { raw: Some("\u{1b}[31m1".into()), ..Cell::of(CellState::Unreadable) };
    let press = Press::with(&books, hostile(&books, "甲局", raw));
    let error = gouji_html::Html.export(&press.publication(Kind::Report)).unwrap_err().to_string();
    assert!(error.contains("proactive.regulations.issued"), "{error}");
}
