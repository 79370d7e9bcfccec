//! The workspace as the steps see it: its folders, its crates, its files.

use std::process::Command;

use anyhow::{Context as _, Result, ensure};
use camino::{Utf8Path, Utf8PathBuf};
use cargo_metadata::{DependencyKind, Metadata, MetadataCommand, Package};

/// A cargo workspace under git.
pub struct Workspace {
    /// The folder of the root `Cargo.toml`.
    pub root: Utf8PathBuf,
    /// Where cargo builds.
    pub target: Utf8PathBuf,
    /// Its crates, in cargo's order.
    pub members: Vec<Member>,
}

/// A crate of the workspace, named by its folder.
#[derive(Debug)]
pub struct Member {
    /// The name of the package.
    pub package: String,
    /// Its folder, relative to the root.
    pub folder: Utf8PathBuf,
    /// The folders of the crates that its normal and build dependencies name.
    pub uses: Vec<Utf8PathBuf>,
}

impl Workspace {
    /// Asks cargo about the workspace around the current folder.
    pub fn load() -> Result<Self> {
        let metadata = MetadataCommand::new().no_deps().exec().context("cargo could not describe the workspace")?;
        Ok(Self { members: members(&metadata)?, root: metadata.workspace_root, target: metadata.target_directory })
    }

    /// The files that git tracks or would add, relative to the root, in git's order.
    ///
    /// New files count, so that a fault is seen before the commit that brings it.
    pub fn files(&self) -> Result<Vec<Utf8PathBuf>> {
        let output = Command::new("git")
            .args(["ls-files", "-z", "--cached", "--others", "--exclude-standard"])
            .current_dir(&self.root)
            .output()
            .context("git could not be started")?;
        ensure!(output.status.success(), "git ls-files: {}", String::from_utf8_lossy(&output.stderr));
        let listing = String::from_utf8(output.stdout).context("a file name is not UTF-8")?;
        let mut files: Vec<_> = listing.split_terminator('\0').map(Utf8PathBuf::from).collect();
        files.retain(|file| self.root.join(file).is_file());
        files.dedup();
        Ok(files)
    }

    /// Those of [`Workspace::files`] that have this extension.
    pub fn files_with(&self, extension: &str) -> Result<Vec<Utf8PathBuf>> {
        let mut files = self.files()?;
        files.retain(|file| file.extension() == Some(extension));
        Ok(files)
    }
}

fn members(metadata: &Metadata) -> Result<Vec<Member>> {
    let root = &metadata.workspace_root;
    metadata.workspace_packages().into_iter().map(|package| member(package, root)).collect()
}

fn member(package: &Package, root: &Utf8Path) -> Result<Member> {
    let manifest = package.manifest_path.parent().context("a manifest lies in no folder")?;
    let uses = package
        .dependencies
        .iter()
        .filter(|dependency| dependency.kind != DependencyKind::Development)
        .filter_map(|dependency| dependency.path.as_deref())
        .map(|folder| relative(folder, root))
        .collect();
    Ok(Member { package: package.name.to_string(), folder: relative(manifest, root), uses })
}

/// A folder outside the root stays absolute, and so is in no list.
fn relative(folder: &Utf8Path, root: &Utf8Path) -> Utf8PathBuf {
    folder.strip_prefix(root).unwrap_or(folder).to_owned()
}
