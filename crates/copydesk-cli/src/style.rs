//! Colours: when there are any, and which.
//!
//! A colour never says anything alone: what it stands for is written beside it.

use std::{
    env,
    io::{IsTerminal, stdout},
};

use clap::{Args, ColorChoice};
use copydesk::record::{ClaimStatus, Label};

/// How the output looks.
#[derive(Clone, Debug, Args)]
#[command(next_help_heading = "Look of the output")]
pub(crate) struct Look {
    /// Whether colours are used: `auto` uses them where standard output is a terminal, unless
    /// `NO_COLOR` is set or `TERM` is `dumb`; `CLICOLOR_FORCE` stands for `always`.
    #[arg(long, value_name = "WHEN", default_value_t = ColorChoice::Auto)]
    color: ColorChoice,
    /// Columns of a line, 20 to 1000. Default: those of the terminal, of which running text takes
    /// up to 100; 100 where standard output is no terminal.
    #[arg(long, value_name = "COLUMNS", value_parser = clap::value_parser!(u16).range(20..=1000))]
    width: Option<u16>,
}

/// What there is to choose colours from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Palette {
    /// No escape sequences at all.
    Plain,
    /// The sixteen colours, which are those of the user's theme.
    Sixteen,
    /// The 256 colours, which are the same everywhere.
    Many,
}

/// Colours and width of the output.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Style {
    palette: Palette,
    width: usize,
    prose: usize,
}

/// Columns where nothing else is known, and of running text: longer lines are hard to read.
const COLUMNS: usize = 100;

/// Columns below which nothing is laid out.
const NARROWEST: usize = 20;

impl Style {
    /// As the arguments, the environment and standard output want it.
    pub(crate) fn of(look: &Look) -> Self {
        let palette = palette(look.color, stdout().is_terminal(), &|name| {
            env::var(name).ok().filter(|value| !value.is_empty())
        });
        let given = look.width.map(usize::from);
        let width = given.unwrap_or_else(width);
        Self {
            palette,
            width,
            prose: given.unwrap_or(COLUMNS).min(width),
        }
    }

    /// No colours, a hundred columns.
    pub(crate) fn plain() -> Self {
        Self {
            palette: Palette::Plain,
            width: COLUMNS,
            prose: COLUMNS,
        }
    }

    /// The same with another width.
    #[cfg(test)]
    pub(crate) fn wide(self, width: usize) -> Self {
        Self {
            width,
            prose: width,
            ..self
        }
    }

    /// Colours whatever standard output is.
    #[cfg(test)]
    pub(crate) fn coloured() -> Self {
        Self {
            palette: Palette::Many,
            ..Self::plain()
        }
    }

    /// Whether colours are shown.
    pub(crate) fn is_on(self) -> bool {
        self.palette != Palette::Plain
    }

    /// Columns of a line.
    pub(crate) fn width(self) -> usize {
        self.width
    }

    /// Columns of a line of running text.
    pub(crate) fn prose(self) -> usize {
        self.prose
    }

    /// `text` with an ink.
    pub(crate) fn paint(self, ink: Ink, text: &str) -> String {
        let codes = ink.codes(self.palette);
        if codes.is_empty() || text.is_empty() {
            text.to_owned()
        } else {
            format!("\x1b[{codes}m{text}\x1b[0m")
        }
    }
}

/// What `--color`, the terminal and the environment (empty values are none) come to.
fn palette(
    choice: ColorChoice,
    terminal: bool,
    environment: &dyn Fn(&str) -> Option<String>,
) -> Palette {
    let term = environment("TERM").unwrap_or_default();
    let on = match choice {
        ColorChoice::Always => true,
        ColorChoice::Never => false,
        ColorChoice::Auto if environment("NO_COLOR").is_some() => false,
        ColorChoice::Auto => {
            environment("CLICOLOR_FORCE").is_some_and(|value| value != "0")
                || terminal && term != "dumb" && environment("CLICOLOR").is_none_or(|it| it != "0")
        }
    };
    let many = environment("COLORTERM").is_some()
        || environment("WT_SESSION").is_some()
        || [
            "256",
            "direct",
            "kitty",
            "alacritty",
            "ghostty",
            "wezterm",
            "foot",
        ]
        .iter()
        .any(|name| term.contains(name));
    match (on, many) {
        (false, _) => Palette::Plain,
        (true, false) => Palette::Sixteen,
        (true, true) => Palette::Many,
    }
}

/// `COLUMNS`, which a user may set; the columns of the terminal; or [`COLUMNS`].
fn width() -> usize {
    let given = env::var("COLUMNS").ok().and_then(|it| it.parse().ok());
    given
        .or_else(|| {
            let size = stdout().is_terminal().then(terminal_size::terminal_size);
            size.flatten().map(|(width, _)| usize::from(width.0))
        })
        .filter(|&columns| columns > 0)
        .map_or(COLUMNS, |columns: usize| columns.max(NARROWEST))
}

/// A colour that can be read on black and on white.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Colour {
    Orange,
    Green,
    Blue,
    Violet,
    Rose,
    Cyan,
    Olive,
    Grey,
    Red,
}

impl Colour {
    /// The number in the 256 colours, chosen so that its contrast is 3.5 to 1 or more both on
    /// black and on white; and the code among the sixteen.
    fn codes(self) -> (u8, u8) {
        match self {
            Self::Orange => (166, 33),
            Self::Green => (29, 32),
            Self::Blue => (32, 34),
            Self::Violet => (134, 35),
            Self::Rose => (167, 31),
            Self::Cyan => (30, 36),
            Self::Olive => (100, 33),
            Self::Grey => (244, 39),
            Self::Red => (160, 31),
        }
    }
}

/// Colour and attributes of some text.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Ink {
    colour: Option<Colour>,
    bold: bool,
    dim: bool,
    underline: bool,
}

/// As the terminal writes by itself.
pub(crate) const NONE: Ink = Ink {
    colour: None,
    bold: false,
    dim: false,
    underline: false,
};
pub(crate) const BOLD: Ink = Ink { bold: true, ..NONE };
pub(crate) const DIM: Ink = Ink { dim: true, ..NONE };
pub(crate) const FAILURE: Ink = Ink::of(Colour::Red);
pub(crate) const WARNING: Ink = Ink::of(Colour::Orange);

impl Ink {
    pub(crate) const fn of(colour: Colour) -> Self {
        Self {
            colour: Some(colour),
            ..NONE
        }
    }

    pub(crate) fn bold(self) -> Self {
        Self { bold: true, ..self }
    }

    pub(crate) fn dim(self) -> Self {
        Self { dim: true, ..self }
    }

    pub(crate) fn underlined(self) -> Self {
        Self {
            underline: true,
            ..self
        }
    }

    /// In another colour.
    pub(crate) fn coloured(self, colour: Colour) -> Self {
        Self {
            colour: Some(colour),
            ..self
        }
    }

    /// The numbers of the escape sequence.
    fn codes(self, palette: Palette) -> String {
        let mut codes: Vec<String> = Vec::new();
        if palette != Palette::Plain {
            let attributes = [(self.bold, "1"), (self.dim, "2"), (self.underline, "4")];
            let attributes = attributes.iter().filter(|(on, _)| *on);
            codes.extend(attributes.map(|(_, code)| (*code).to_owned()));
        }
        match (palette, self.colour.map(Colour::codes)) {
            (Palette::Sixteen, Some((_, code))) => codes.push(code.to_string()),
            (Palette::Many, Some((number, _))) => codes.push(format!("38;5;{number}")),
            _ => {}
        }
        codes.join(";")
    }
}

/// The colour of a label: as in a notebook, as far as a terminal has it.
pub(crate) fn label_colour(label: Label) -> Colour {
    match label {
        Label::Person => Colour::Orange,
        Label::Gpe | Label::Loc | Label::Fac => Colour::Green,
        Label::Org => Colour::Blue,
        Label::Norp | Label::Language => Colour::Violet,
        Label::Title => Colour::Rose,
        Label::Date | Label::Time => Colour::Cyan,
        label if label.is_value() => Colour::Olive,
        _ => Colour::Grey,
    }
}

/// The colour of a status.
pub(crate) fn status_colour(status: ClaimStatus) -> Colour {
    match status {
        ClaimStatus::Alleged => Colour::Orange,
        ClaimStatus::Denied => Colour::Red,
        ClaimStatus::Expected => Colour::Blue,
        _ => Colour::Green,
    }
}

#[cfg(test)]
mod tests {
    use clap::ColorChoice::{self, Always, Auto, Never};

    use super::{Colour, Palette, palette};

    #[test]
    fn colours_are_used_where_they_are_wanted() {
        let check = |choice: ColorChoice, terminal, variables: &[(&str, &str)], expected| {
            let environment = |name: &str| {
                let mut found = variables.iter().filter(|(known, _)| *known == name);
                found.next().map(|(_, value)| (*value).to_owned())
            };
            let chosen = palette(choice, terminal, &environment);
            assert_eq!(chosen, expected, "{choice} {terminal} {variables:?}");
        };
        check(Auto, true, &[("TERM", "xterm-256color")], Palette::Many);
        check(Auto, true, &[("TERM", "xterm")], Palette::Sixteen);
        check(Auto, true, &[("TERM", "dumb")], Palette::Plain);
        check(Auto, true, &[("NO_COLOR", "1")], Palette::Plain);
        check(Auto, true, &[("CLICOLOR", "0")], Palette::Plain);
        check(Auto, false, &[("TERM", "xterm-256color")], Palette::Plain);
        check(
            Auto,
            false,
            &[("CLICOLOR_FORCE", "1"), ("COLORTERM", "truecolor")],
            Palette::Many,
        );
        check(Auto, false, &[("CLICOLOR_FORCE", "0")], Palette::Plain);
        check(
            Auto,
            true,
            &[("CLICOLOR_FORCE", "1"), ("NO_COLOR", "1")],
            Palette::Plain,
        );
        check(Always, false, &[("NO_COLOR", "1")], Palette::Sixteen);
        check(Never, true, &[("CLICOLOR_FORCE", "1")], Palette::Plain);
    }

    /// Relative luminance, as WCAG 2 defines it.
    fn luminance(number: u8) -> f64 {
        let (red, green, blue) = if number >= 232 {
            let grey = 8 + 10 * (number - 232);
            (grey, grey, grey)
        } else {
            let level = |step: u8| if step == 0 { 0 } else { 55 + 40 * step };
            let number = number - 16;
            (level(number / 36), level(number / 6 % 6), level(number % 6))
        };
        let linear = |value: u8| {
            let value = f64::from(value) / 255.0;
            if value <= 0.03928 {
                value / 12.92
            } else {
                ((value + 0.055) / 1.055).powf(2.4)
            }
        };
        0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue)
    }

    #[test]
    fn colours_can_be_read_on_black_and_on_white() {
        use Colour::{Blue, Cyan, Green, Grey, Olive, Orange, Red, Rose, Violet};
        for colour in [Orange, Green, Blue, Violet, Rose, Cyan, Olive, Grey, Red] {
            let luminance = luminance(colour.codes().0);
            let (black, white) = ((luminance + 0.05) / 0.05, 1.05 / (luminance + 0.05));
            assert!(
                black >= 3.5 && white >= 3.5,
                "{colour:?}: {black:.1} {white:.1}"
            );
        }
    }
}
