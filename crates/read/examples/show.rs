#![allow(clippy::print_stdout, missing_docs, clippy::unwrap_used)]
use gouji_model::*;
fn main() {
    for f in std::env::args().skip(1) {
        println!("==== {f}");
        match gouji_read::read(&std::fs::read(f).unwrap(), &gouji_read::Limits::default()) {
            Err(e) => println!("ERR {} | {}", e, render(&e.0, Lang::Zh)),
            Ok(gouji_read::Input::Report(_)) => println!("report"),
            Ok(gouji_read::Input::Document(d)) => {
                for b in d.blocks {
                    match b {
                        Block::Paragraph(p) => {
                            println!("P{:?} {}", p.origin.bytes, p.text.chars().take(40).collect::<String>())
                        }
                        Block::Grid(g) => {
                            println!("GRID ends={}", g.row_ends);
                            for r in g.rows {
                                println!(
                                    "  {}: {}",
                                    r.len(),
                                    r.iter().map(|c| c.text.replace('\n', "⏎")).collect::<Vec<_>>().join("¦")
                                )
                            }
                        }
                        _ => {}
                    }
                }
                for n in d.notes {
                    println!("N {} @{:?}", render(&n.message, Lang::Zh), n.origin)
                }
            }
        }
    }
}
