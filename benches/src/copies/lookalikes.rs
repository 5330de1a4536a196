//! Reports from one template, about other places, numbers and names each: no copies of each other.

use super::{
    lexicon::{Dice, MONTHS, WEEKDAYS, body, number, person, place, surname},
    prose,
};

/// Kinds of templates.
pub(super) const KINDS: usize = 5;

/// A title and a text.
pub(super) fn report(dice: &mut Dice, kind: usize) -> (String, String) {
    match kind % KINDS {
        0 => weather(dice),
        1 => market(dice),
        2 => score(dice),
        3 => results(dice),
        _ => police(dice),
    }
}

fn weather(dice: &mut Dice) -> (String, String) {
    let (town, sky) = (place(dice), ["clouds", "sun", "rain", "mist", "showers"]);
    let text = format!(
        "The weather service expects {} over {town} on {}, with temperatures between {} and {} degrees. \
         Winds from the {} reach {} kilometres an hour.\n\nDrivers are asked to allow more time for their \
         journeys and to keep their distance. The night will bring {} and lows of {} degrees. On {} it \
         will be {} degrees, with {} in the afternoon. The risk of rain is {} percent.\n\nThe sun rises \
         at {}:{:02} and sets at {}:{:02}. The weather service updates its forecast every six hours.",
        dice.pick(&sky),
        dice.pick(&WEEKDAYS),
        dice.between(1, 14),
        dice.between(15, 34),
        dice.pick(&["north", "south", "east", "west"]),
        dice.between(5, 80),
        dice.pick(&sky),
        dice.between(0, 12),
        dice.pick(&WEEKDAYS),
        dice.between(9, 33),
        dice.pick(&sky),
        dice.between(5, 95),
        dice.between(5, 8),
        dice.below(60),
        dice.between(16, 21),
        dice.below(60),
    );
    (format!("Weather for {town}"), text)
}

fn market(dice: &mut Dice) -> (String, String) {
    let exchange = place(dice);
    let (one, two, three) = (body(dice), body(dice), body(dice));
    let text = format!(
        "Shares in {exchange} closed {} on {}, with the main index {} {}.{} percent at {} points. Volume \
         was {} million shares.\n\nAmong the gainers, {one} rose {}.{} percent to {} and {two} added \
         {}.{} percent. {three} lost {}.{} percent after it published its results for the quarter.\n\n\
         The currency traded at {}.{:04} to the dollar, compared with {}.{:04} the day before. \
         The yield of the ten-year bond was {}.{:02} percent. Traders said that investors were waiting \
         for the decision of the central bank on {}.",
        dice.pick(&["higher", "lower", "little changed"]),
        dice.pick(&WEEKDAYS),
        dice.pick(&["up", "down"]),
        dice.below(4),
        dice.below(10),
        number(dice),
        dice.between(40, 900),
        dice.between(1, 9),
        dice.below(10),
        number(dice),
        dice.between(1, 9),
        dice.below(10),
        dice.between(1, 9),
        dice.below(10),
        dice.between(1, 90),
        dice.below(10_000),
        dice.between(1, 90),
        dice.below(10_000),
        dice.between(1, 9),
        dice.below(100),
        dice.pick(&WEEKDAYS),
    );
    (format!("{exchange} shares at the close"), text)
}

fn score(dice: &mut Dice) -> (String, String) {
    let (home, away) = (place(dice), place(dice));
    let (one, two, keeper) = (surname(dice), surname(dice), surname(dice));
    let text = format!(
        "{home} beat {away} {}-{} in front of {} spectators on {}. {one} opened the scoring in minute {} \
         and {two} made it two in minute {}.\n\nThe visitors had the better chances after the break, but \
         {keeper} in goal was not to be beaten. {away} are now {} points behind the leaders, with {} \
         matches to play.\n\n\"We gave everything and were rewarded in the end,\" coach {} said. The next \
         match of {home} is against {} on {} {}.",
        dice.between(2, 6),
        dice.below(2),
        number(dice),
        dice.pick(&WEEKDAYS),
        dice.between(1, 44),
        dice.between(46, 90),
        dice.between(1, 20),
        dice.between(2, 20),
        person(dice),
        place(dice),
        dice.between(1, 28),
        dice.pick(&MONTHS),
    );
    (format!("{home} beat {away}"), text)
}

fn results(dice: &mut Dice) -> (String, String) {
    let company = body(dice);
    let text = format!(
        "{company} reported net profit of {} million for the quarter that ended in {}, compared with {} \
         million a year ago. Revenue {} {} percent to {} million.\n\nAnalysts had on average expected \
         earnings of {} cents a share. The company said that it expected revenue of {} to {} million for \
         the full year.\n\nShares of {company} have {} {} percent since the beginning of the year. In the \
         last twelve months they have {} {} percent. This report was generated automatically from data of \
         the exchange.",
        number(dice),
        dice.pick(&MONTHS),
        number(dice),
        dice.pick(&["rose", "fell"]),
        dice.between(1, 60),
        number(dice),
        dice.between(2, 400),
        number(dice),
        number(dice),
        dice.pick(&["risen", "fallen"]),
        dice.between(1, 60),
        dice.pick(&["risen", "fallen"]),
        dice.between(1, 60),
    );
    (format!("{company} reports results"), text)
}

fn police(dice: &mut Dice) -> (String, String) {
    let town = place(dice);
    let text = format!(
        "Police in {town} are looking for witnesses of an accident in which a {}-year-old was hurt on \
         {} evening. It happened at about {}:{:02} on {} Road.\n\n{} Officers closed the road for {} \
         hours.\n\nWhoever has seen the accident or has pictures of it is asked to call {} and to quote \
         the number {}. Calls are free and can be made without giving a name.",
        dice.between(17, 88),
        dice.pick(&WEEKDAYS),
        dice.between(5, 11),
        dice.below(60),
        surname(dice),
        prose::sentence(dice),
        dice.between(2, 9),
        dice.between(100_000, 999_999),
        dice.between(1_000, 99_999),
    );
    (format!("Witnesses sought in {town}"), text)
}

/// The same text about other people, places and numbers.
pub(super) fn filled_anew(dice: &mut Dice, text: &str) -> String {
    let mut begins = true;
    let words = text.split(' ').map(|word| {
        let first = word.chars().next().unwrap_or(' ');
        let named = first.is_uppercase() && !begins;
        begins = word.ends_with('.') || word.contains('\n');
        if word.contains('\n') {
            return word.to_owned();
        }
        if word.contains(|letter: char| letter.is_ascii_digit()) {
            let other = word.chars().map(|letter| match letter {
                '0'..='9' => char::from(b'1' + dice.below(9) as u8),
                other => other,
            });
            return other.collect();
        }
        if !named {
            return word.to_owned();
        }
        let bare = word.trim_matches(|letter: char| !letter.is_alphabetic());
        let bare = bare.strip_suffix("'s").unwrap_or(bare);
        if WEEKDAYS.contains(&bare) {
            word.replace(bare, dice.pick::<&str>(&WEEKDAYS))
        } else if MONTHS.contains(&bare) {
            word.replace(bare, dice.pick::<&str>(&MONTHS))
        } else {
            word.replace(bare, &surname(dice))
        }
    });
    words.collect::<Vec<_>>().join(" ")
}
