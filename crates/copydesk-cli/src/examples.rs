//! The examples in `--help` and in the man pages. `tests/help.rs` runs them all.

use std::fmt::Write as _;

/// What can be typed, and what it is for.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Example {
    pub(crate) line: &'static str,
    pub(crate) what: &'static str,
}

const fn example(line: &'static str, what: &'static str) -> Example {
    Example { line, what }
}

/// What holds of all commands.
pub(crate) const EXIT_STATUS: &str = "\
0 all documents were read, 1 some were not, 2 wrong usage, or the output could not
be written, 130 interrupted by Ctrl-C (143 by SIGTERM): finished shards stay; a
second Ctrl-C ends at once.";

/// The variables that are looked at.
pub(crate) const ENVIRONMENT: &str = "\
NO_COLOR turns colours off, CLICOLOR_FORCE turns them on where standard output is
no terminal; --color goes before both. COLUMNS is the width of the terminal.";

const COPYDESK: &[Example] = &[
    example("copydesk show page.html", "an article in the terminal"),
    example(
        "copydesk explain page.html",
        "what was dropped and repaired, and why",
    ),
    example(
        "copydesk read pages/ -o out.jsonl",
        "a folder of saved pages to records",
    ),
    example("copydesk stories pages/", "which pages tell of one story"),
    example(
        "copydesk report pages/ -o report.html",
        "all of it as one page for the browser",
    ),
    example(
        "copydesk help read",
        "all options and more examples of a command",
    ),
];

const READ: &[Example] = &[
    example(
        "copydesk read crawl.warc.gz | head -1",
        "one record of an archive",
    ),
    example(
        "copydesk read page.html --format markdown",
        "the article alone",
    ),
    example(
        "copydesk read pages/ --gazetteer companies.csv -o out.jsonl",
        "names of your own are found before others",
    ),
    example(
        "copydesk read pages/ -o out.arrow",
        "records as a table for data frames",
    ),
    #[cfg(feature = "parquet")]
    example(
        "copydesk read 'crawl/*.warc.gz' --language en -o out.parquet --resume",
        "a folder of shards; when interrupted, the same command goes on",
    ),
    #[cfg(not(feature = "parquet"))]
    example(
        "copydesk read 'crawl/*.warc.gz' --language en -o shards.jsonl --resume",
        "a folder of shards; when interrupted, the same command goes on",
    ),
];

const SHOW: &[Example] = &[
    example("copydesk show page.html", "one page"),
    example(
        "copydesk show pages/ --color always | less -R",
        "a folder of pages, to be leafed through",
    ),
    example(
        "cat page.html | copydesk show - --dropped --width 72",
        "what comes in a pipe, and what was dropped of it",
    ),
];

const EXPLAIN: &[Example] = &[
    example("copydesk explain page.html", "one page"),
    example(
        "copydesk explain page.html --all | less",
        "every repair and every dropped block",
    ),
    example(
        "copydesk explain page.html --preset ascii_punctuation",
        "what another choice of repairs would do",
    ),
];

const DUPLICATES: &[Example] = &[
    example("copydesk duplicates pages/", "groups of copies"),
    example(
        "copydesk duplicates pages/ --days 7 -o copies.jsonl",
        "a row for each document; copies are at most a week apart",
    ),
    example(
        "copydesk duplicates out.jsonl",
        "of records that `copydesk read` wrote",
    ),
];

const STORIES: &[Example] = &[
    example("copydesk stories pages/", "stories with their pages"),
    example(
        "copydesk stories pages/ --days 3 -o stories.jsonl",
        "a story a line; three quiet days end one",
    ),
    example(
        "copydesk stories out.jsonl --width 140",
        "of records that `copydesk read` wrote, title and address in one line",
    ),
];

const REPORT: &[Example] = &[
    example(
        "copydesk report pages/ -o report.html",
        "all of it as one page for the browser",
    ),
    example(
        "copydesk report out.jsonl -o report.html --title \"Last week\"",
        "of records that `copydesk read` wrote",
    ),
];

const SCHEMA: &[Example] = &[example(
    "copydesk schema > article-1.json",
    "for programs that check records",
)];

const COMPLETIONS: &[Example] = &[
    example(
        "copydesk completions bash > ~/.local/share/bash-completion/completions/copydesk",
        "bash, for new shells",
    ),
    example(
        "copydesk completions zsh > ~/.zfunc/_copydesk",
        "zsh, where ~/.zfunc is in $fpath before compinit runs",
    ),
    example(
        "copydesk completions fish > ~/.config/fish/completions/copydesk.fish",
        "fish",
    ),
];

const MAN: &[Example] = &[
    example(
        "copydesk man -o ~/.local/share/man/man1",
        "one page for each command, then `man copydesk-read`",
    ),
    example("copydesk man | man -l -", "the first page, without a file"),
];

/// The examples of a command, of `copydesk` itself where it is none.
pub(crate) fn of(command: &str) -> &'static [Example] {
    match command {
        "copydesk" => COPYDESK,
        "read" => READ,
        "show" => SHOW,
        "explain" => EXPLAIN,
        "duplicates" => DUPLICATES,
        "stories" => STORIES,
        "report" => REPORT,
        "schema" => SCHEMA,
        "completions" => COMPLETIONS,
        "man" => MAN,
        _ => &[],
    }
}

/// What stands below the options of a command.
pub(crate) fn help(command: &str) -> String {
    let mut out = "Examples:\n".to_owned();
    for Example { line, what } in of(command) {
        let _ = write!(out, "  {line}\n      {what}\n");
    }
    if command == "copydesk" {
        for (title, text) in [("Exit status", EXIT_STATUS), ("Environment", ENVIRONMENT)] {
            let text = text.replace('\n', "\n  ");
            let _ = write!(out, "\n{title}:\n  {text}\n");
        }
    }
    out.truncate(out.trim_end().len());
    out
}
