//! Lists the folders of editions and their texts; the folder is the only list there is.
use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::{env, fs, io};

fn main() -> io::Result<()> {
    let root = PathBuf::from(env::var("CARGO_MANIFEST_DIR").map_err(io::Error::other)?);
    let target = PathBuf::from(env::var("OUT_DIR").map_err(io::Error::other)?);
    println!("cargo::rerun-if-changed=build.rs");
    println!("cargo::rerun-if-changed=.");
    let mut code = String::from("&[\n");
    for folder in entries(&root)?.into_iter().filter(|folder| folder.join("edition.toml").is_file()) {
        println!("cargo::rerun-if-changed={}", folder.display());
        let id = relative(&root, &folder);
        let _ = writeln!(code, "    EditionTexts {{ id: {id:?}, files: &[");
        for file in texts(&folder)? {
            let (name, path) = (relative(&folder, &file), relative(&root, &file));
            let _ = writeln!(
                code,
                "        ({name:?}, include_str!(concat!(env!(\"CARGO_MANIFEST_DIR\"), \"/\", {path:?}))),"
            );
        }
        code.push_str("    ] },\n");
    }
    code.push_str("]\n");
    fs::write(target.join("editions.rs"), code)
}

/// What is in a folder, sorted by name.
fn entries(folder: &Path) -> io::Result<Vec<PathBuf>> {
    let mut entries =
        fs::read_dir(folder)?.map(|entry| entry.map(|entry| entry.path())).collect::<io::Result<Vec<_>>>()?;
    entries.sort();
    Ok(entries)
}

/// Every script and every TOML file below a folder, sorted by path.
fn texts(folder: &Path) -> io::Result<Vec<PathBuf>> {
    let mut found = Vec::new();
    for entry in entries(folder)? {
        if entry.is_dir() {
            found.extend(texts(&entry)?);
        } else if entry.extension().is_some_and(|extension| extension == "rhai" || extension == "toml") {
            found.push(entry);
        }
    }
    Ok(found)
}

/// A path below another, with `/` between its parts on every system.
fn relative(root: &Path, path: &Path) -> String {
    let parts = path.strip_prefix(root).unwrap_or(path).components();
    parts.map(|part| part.as_os_str().to_string_lossy()).collect::<Vec<_>>().join("/")
}
