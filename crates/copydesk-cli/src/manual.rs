//! `copydesk completions` and `copydesk man`: what shells and `man` know of the command, made from
//! its arguments.

use std::{fmt::Write as _, fs, path::Path};

use anyhow::{Context, Result};
use clap::{Args, Command, CommandFactory, ValueHint, builder::Resettable};
use clap_complete::Shell;
use clap_mangen::Man;
use copydesk_io::TextWriter;

use crate::{
    arguments::Arguments,
    examples::{self, ENVIRONMENT, EXIT_STATUS, Example},
    print,
};

/// What `copydesk completions` takes.
#[derive(Debug, Args)]
pub(crate) struct CompletionsArguments {
    /// The shell that the script is for.
    #[arg(value_name = "SHELL")]
    shell: Shell,
}

/// What `copydesk man` takes.
#[derive(Debug, Args)]
pub(crate) struct ManArguments {
    /// Writes `copydesk.1` and one page for each command to this folder, which is made if it is
    /// not there. Default: the first page alone, on standard output.
    #[arg(short, long, value_name = "DIR", value_hint = ValueHint::DirPath)]
    output: Option<String>,
}

pub(crate) fn completions(arguments: &CompletionsArguments) -> Result<u8> {
    let mut script = Vec::new();
    let mut command = Arguments::command();
    clap_complete::generate(arguments.shell, &mut command, "copydesk", &mut script);
    print(&String::from_utf8_lossy(&script))?;
    Ok(0)
}

pub(crate) fn man(arguments: &ManArguments) -> Result<u8> {
    let mut command = Arguments::command().disable_help_subcommand(true);
    command.build();
    let Some(folder) = &arguments.output else {
        print(&page(&command)?)?;
        return Ok(0);
    };
    fs::create_dir_all(folder).with_context(|| format!("cannot make the folder {folder}"))?;
    for command in std::iter::once(&command).chain(command.get_subcommands()) {
        let name = command.get_display_name().unwrap_or(command.get_name());
        let path = Path::new(folder).join(format!("{name}.1"));
        let mut writer = TextWriter::create(path.display().to_string())?;
        writer.write(&page(command)?)?;
        writer.finish()?;
    }
    Ok(0)
}

/// One page in the language of `man`.
fn page(command: &Command) -> Result<String> {
    // The examples follow as they are, where `man` would fill their lines.
    let bare = command.clone().after_help(Resettable::Reset);
    let manual = Man::new(bare).manual("copydesk");
    let mut out = Vec::new();
    manual.render(&mut out)?;
    let mut out = String::from_utf8(out)?;
    out.push_str(".SH EXAMPLES\n");
    for Example { line, what } in examples::of(command.get_name()) {
        let (line, what) = (escaped(line), escaped(what));
        let _ = write!(out, ".PP\n{what}\n.PP\n.RS 4\n.nf\n{line}\n.fi\n.RE\n");
    }
    for (title, text) in [("EXIT STATUS", EXIT_STATUS), ("ENVIRONMENT", ENVIRONMENT)] {
        let _ = write!(out, ".SH \"{title}\"\n{}\n", escaped(text));
    }
    // Not every formatter reads UTF-8 by itself.
    let letters = out.chars().map(|letter| match letter {
        letter if letter.is_ascii() => letter.to_string(),
        letter => format!("\\[u{:04X}]", u32::from(letter)),
    });
    Ok(letters.collect())
}

/// Words that roff takes as they are.
fn escaped(text: &str) -> String {
    let text = text.replace('\\', "\\e").replace('-', "\\-");
    let lines = text.lines().map(|line| match line.chars().next() {
        Some('.' | '\'') => format!("\\&{line}"),
        _ => line.to_owned(),
    });
    lines.collect::<Vec<_>>().join("\n")
}
