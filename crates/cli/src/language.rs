//! The language of a run: `--lang`, else an English locale, else Chinese.
use std::ffi::OsString;

use gouji_model::Lang;

use crate::Environment;

/// Chooses before the arguments are parsed, because help and errors of parsing speak it too.
pub(crate) fn choose(args: &[OsString], env: &Environment) -> Lang {
    let asked = args.iter().enumerate().find_map(|(index, arg)| {
        let arg = arg.to_str()?;
        if arg == "--lang" { args.get(index + 1)?.to_str() } else { arg.strip_prefix("--lang=") }
    });
    let english = env.locale.as_deref().is_some_and(|locale| locale.starts_with("en"));
    match asked {
        Some("en") => Lang::En,
        Some("zh") => Lang::Zh,
        _ if english => Lang::En,
        _ => Lang::Zh,
    }
}
