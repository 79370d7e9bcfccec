//! The examples of `docs/analysis.md` print what stands below them, where Python has DuckDB and pandas.
use std::process::Command;

use camino::Utf8Path;

/// Runs one block given as language and text; a query prints its rows as CSV.
const RUNNER: &str = r#"
import sys
language, text = sys.argv[1:]
if language == "python":
    exec(text, {})
else:
    import duckdb
    rows = duckdb.sql(text)
    lines = [rows.columns, *rows.fetchall()]
    print("\n".join(",".join("" if value is None else str(value) for value in line) for line in lines))
"#;

/// The fenced blocks of a document: language and text.
fn blocks(document: &str) -> Vec<(&str, &str)> {
    let fenced = document.split("```").skip(1).step_by(2);
    fenced.map(|block| block.split_once('\n').unwrap()).collect()
}

fn python() -> Command {
    let mut command = Command::new(std::env::var_os("PYTHON").unwrap_or_else(|| "python3".into()));
    command.env("PYTHONIOENCODING", "utf-8");
    command
}

#[test]
fn examples_print_what_the_document_says() {
    if !python().args(["-c", "import duckdb, pandas"]).output().is_ok_and(|output| output.status.success()) {
        println!("skipped: Python has no duckdb or no pandas");
        return;
    }
    let own = Utf8Path::new(env!("CARGO_MANIFEST_DIR"));
    let place = tempfile::tempdir().unwrap();
    let reports = place.path().join("reports");
    std::fs::create_dir(&reports).unwrap();
    for file in ["consistent-2019.txt", "consistent-2021.txt", "faulty-2021.txt", "mixed-2023.txt"] {
        std::fs::copy(own.join("suite/reports").join(file), reports.join(file)).unwrap();
    }
    let document = std::fs::read_to_string(own.join("../docs/analysis.md")).unwrap();
    let blocks = blocks(&document);
    let mut compared = 0;
    for (position, (language, text)) in blocks.iter().enumerate() {
        match *language {
            "sh" => drop(crate::offices::ran(&place, text.trim().strip_prefix("gouji ").unwrap())),
            "sql" | "python" => {
                let output = python().args(["-c", RUNNER, language, text]).current_dir(place.path()).output().unwrap();
                let found = String::from_utf8(output.stdout).unwrap();
                let error = String::from_utf8_lossy(&output.stderr);
                assert!(output.status.success(), "{text}{error}");
                let (_, expected) = blocks[position + 1];
                assert_eq!(found.trim(), expected.trim(), "{text}");
                compared += 1;
            }
            _ => {}
        }
    }
    assert_eq!(compared, 5);
}
