//! Prints the generated files of the repository as JSON, path to content: `cargo xtask generate` writes or compares
//! them.

#[expect(clippy::print_stdout, reason = "a program for another program")]
fn main() -> anyhow::Result<()> {
    println!("{}", serde_json::to_string(&gouji_tests::generated_files()?)?);
    Ok(())
}
