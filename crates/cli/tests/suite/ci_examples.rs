//! The examples for continuous integration do what they say.
use std::process::Command;

use crate::support::{Place, clean, faulty};

const EXAMPLES: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../../examples/ci");

/// Reports of which one has errors, and the unit list that the workflow names.
fn reports(text: impl AsRef<[u8]>) -> Place {
    let place = Place::new();
    place.put("reports/a.json", clean("甲局")).put("reports/b.json", text);
    place.put("units.xlsx", "单位名称\n甲局\n乙局\n");
    place
}

#[test]
fn the_commands_of_the_workflow_run() {
    let workflow = std::fs::read_to_string(format!("{EXAMPLES}/check-reports.yml")).unwrap();
    let commands: Vec<&str> = workflow
        .lines()
        .filter_map(|line| line.trim().strip_prefix("gouji "))
        .map(|command| command.split(" || ").next().unwrap_or(command))
        .collect();
    assert_eq!(commands.len(), 3);
    for command in commands {
        reports(clean("乙局")).run(command).ends_with(0);
        reports(faulty("乙局")).run(command).ends_with(1);
    }
}

#[cfg(unix)]
#[test]
fn the_hook_stops_a_commit_with_errors() {
    let git = |place: &Place, arguments: &str| {
        let mut command = Command::new("git");
        let program = std::path::Path::new(env!("CARGO_BIN_EXE_gouji")).parent().unwrap().to_owned();
        let path = std::env::var("PATH").unwrap_or_default();
        command.env("PATH", format!("{}:{path}", program.display())).env("GIT_CONFIG_GLOBAL", "/dev/null");
        let identity = ["-c", "user.name=甲", "-c", "user.email=a@example.com", "-c", "core.hooksPath=.git/hooks"];
        command.args(identity).args(arguments.split(' ')).current_dir(place.path()).output()
    };
    for (report, commits) in [(clean("乙局"), true), (faulty("乙局"), false)] {
        let place = reports(report);
        let Ok(begun) = git(&place, "init -q") else {
            eprintln!("git is not here: the hook was not tried");
            return;
        };
        assert!(begun.status.success(), "{begun:?}");
        let hook = place.path().join(".git/hooks/pre-commit");
        std::fs::create_dir_all(hook.parent().unwrap()).unwrap();
        std::fs::copy(format!("{EXAMPLES}/pre-commit"), &hook).unwrap();
        assert!(git(&place, "add -A").unwrap().status.success());
        let committed = git(&place, "commit -q -m reports").unwrap();
        assert_eq!(committed.status.success(), commits, "{committed:?}");
    }
}
