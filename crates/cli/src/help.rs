//! Help in the language of the run: every text of the command line comes from the catalogue.
//!
//! The key is made from the id: `driver-command-rules-list`, `driver-usage-rules-list`, `driver-arg-units`.
use clap::{Arg, Command, CommandFactory};
use gouji_model::{Lang, Message, render};

use crate::arguments::Arguments;
use crate::text;

/// The command line with its texts.
pub(crate) fn command(lang: Lang) -> Command {
    localise(Arguments::command(), "gouji", lang)
}

fn localise(command: Command, path: &str, lang: Lang) -> Command {
    let said = |topic: &str| render(&Message::new(format!("driver-{topic}-{path}")), lang);
    let template = text("driver-help-template", lang);
    command
        .about(said("command"))
        .long_about(None)
        .override_usage(said("usage"))
        .help_template(template)
        .subcommand_help_heading(text("driver-help-commands", lang))
        .mut_args(|arg| localise_argument(arg, lang))
        .mut_subcommands(|command| {
            let name = command.get_name().to_owned();
            let path = if path == "gouji" { name } else { format!("{path}-{name}") };
            localise(command, &path, lang)
        })
}

fn localise_argument(arg: Arg, lang: Lang) -> Arg {
    let key = format!("driver-arg-{}", arg.get_id().as_str().replace('_', "-"));
    let heading = match (arg.is_positional(), arg.is_global_set()) {
        (true, _) => "driver-help-arguments",
        (false, true) => "driver-help-common",
        (false, false) => "driver-help-options",
    };
    let takes_values = arg.get_action().takes_values();
    let arg = arg.help(render(&Message::new(key), lang)).long_help(None).help_heading(text(heading, lang));
    // clap would list them in English; the text of the argument does.
    if takes_values { arg.hide_default_value(true).hide_possible_values(true) } else { arg }
}
