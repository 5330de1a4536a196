//! People and organisations: what they are called, which offices they hold, who is named with whom.

use std::collections::{BTreeMap, BTreeSet};

use copydesk::{corpus::CorpusRole, record::Label};

use super::{
    Left, ReportOptions,
    facts::Facts,
    stories::{link_to, name},
};
use crate::{clip, counted, escape::push, start};

/// Offices, forms of a name and companions of one row that are shown.
const MOST_ROLES: usize = 4;
const MOST_ALIASES: usize = 6;
const MOST_COMPANIONS: usize = 5;
/// Articles that are listed for one entity.
const MOST_ARTICLES: usize = 40;
/// Pairs that are listed, and names that are drawn.
const MOST_PAIRS: usize = 60;
const MOST_DRAWN: usize = 16;
/// Names of one sentence that are paired.
const MOST_NAMES: usize = 24;
/// Bytes of a name in the drawing.
const LONGEST_NAME: usize = 26;

/// People and organisations, in the order of the table.
pub(super) fn rows(facts: &Facts<'_>, options: &ReportOptions, left: &mut Left) -> Vec<u32> {
    let mut order = facts.ranked(&[Label::Person, Label::Org]);
    let all = order.len();
    order.truncate(options.max_entities);
    left.note(
        order.len(),
        all,
        "person or organisation",
        "people and organisations",
    );
    order
}

/// In how many sentences and articles two are named together.
#[derive(Clone, Copy, Debug, Default)]
struct Together {
    sentences: u32,
    articles: u32,
}

type Pairs = BTreeMap<(u32, u32), Together>;

/// Appends the table, the drawing and its pairs.
pub(super) fn write(out: &mut String, facts: &Facts<'_>, rows: &[u32]) {
    if rows.is_empty() {
        out.push_str("<p class=\"nothing\">Nobody is named.</p>");
        return;
    }
    let pairs = pairs(facts, rows);
    let mut order: Vec<((u32, u32), Together)> =
        pairs.iter().map(|(pair, it)| (*pair, *it)).collect();
    order.sort_by_key(|(pair, it)| (std::cmp::Reverse((it.articles, it.sentences)), *pair));
    together(out, facts, &order);
    out.push_str("<h3 id=\"who\">Who is who</h3>");
    let (people, bodies): (Vec<u32>, Vec<u32>) =
        (rows.iter().copied()).partition(|&at| facts.entities[at as usize].label == Label::Person);
    out.push_str(&format!(
        "<form class=\"filters js-only\" id=\"people-filters\"><label>Find a name \
         <input type=\"search\" name=\"words\" autocomplete=\"off\"></label>\
         <label>Show <select name=\"kind\"><option value=\"\">people and organisations</option>\
         <option value=\"PERSON\">people ({})</option><option value=\"ORG\">organisations ({})</option>\
         </select></label><output id=\"people-count\" aria-live=\"polite\">{}</output></form>",
        people.len(),
        bodies.len(),
        counted(rows.len(), "name", "names"),
    ));
    out.push_str(
        "<div class=\"scroll\" tabindex=\"0\" role=\"region\" aria-label=\"Table of people and organisations\">\
         <table id=\"people-table\"><thead><tr><th scope=\"col\" data-sort>Name</th>\
         <th scope=\"col\">Offices</th><th scope=\"col\">Also called</th>\
         <th scope=\"col\">Named in one sentence with</th>\
         <th scope=\"col\" data-sort=\"number\">Mentions</th><th scope=\"col\" data-sort=\"number\">Articles</th>\
         </tr></thead><tbody>",
    );
    let mut companions: BTreeMap<u32, Vec<(u32, Together)>> = BTreeMap::new();
    for &((one, other), together) in &order {
        companions.entry(one).or_default().push((other, together));
        companions.entry(other).or_default().push((one, together));
    }
    for &index in rows {
        row(
            out,
            facts,
            index,
            companions.get(&index).map_or(&[], Vec::as_slice),
        );
    }
    out.push_str("</tbody></table></div>");
}

fn row(out: &mut String, facts: &Facts<'_>, index: u32, companions: &[(u32, Together)]) {
    let entity = &facts.entities[index as usize];
    let class = crate::text::class(entity.label);
    out.push_str(&format!(
        "<tr id=\"p{index}\" data-kind=\"{}\"><th scope=\"row\"><span class=\"dot {class}\"></span>",
        entity.label
    ));
    push(out, "", &entity.name, "</th><td>");
    for (at, role) in entity.roles.iter().take(MOST_ROLES).enumerate() {
        out.push_str(if at > 0 { "<br>" } else { "" });
        office(out, facts, role);
    }
    more(out, entity.roles.len(), MOST_ROLES);
    out.push_str("</td><td>");
    for (at, alias) in entity.aliases.iter().take(MOST_ALIASES).enumerate() {
        push(out, if at > 0 { ", " } else { "" }, start(alias, 80), "");
    }
    more(out, entity.aliases.len(), MOST_ALIASES);
    out.push_str("</td><td data-skip>");
    for (at, &(other, together)) in companions.iter().take(MOST_COMPANIONS).enumerate() {
        out.push_str(if at > 0 { ", " } else { "" });
        name(out, facts, other);
        if together.sentences > 1 {
            out.push_str(&format!("\u{a0}\u{d7}{}", together.sentences));
        }
    }
    more(out, companions.len(), MOST_COMPANIONS);
    out.push_str(&format!(
        "</td><td class=\"number\" data-skip>{}</td><td class=\"number\" data-skip>",
        facts.mentions[index as usize]
    ));
    articles(out, facts, index);
    out.push_str("</td></tr>");
}

fn more(out: &mut String, all: usize, shown: usize) {
    if all > shown {
        out.push_str(&format!(
            " <span class=\"facts\">and {} more</span>",
            all - shown
        ));
    }
}

/// `Foreign Minister of Norway, 2 to 5 March 2025`.
fn office(out: &mut String, facts: &Facts<'_>, role: &CorpusRole) {
    push(out, "", start(&role.title, 80), "");
    let of = role.of.and_then(|of| facts.entities.get(of as usize));
    if let Some(of) = of {
        push(out, " of ", start(&of.name, 80), "");
    }
}

/// Appends how many articles mention an entity, and which: each link goes to its first mention.
pub(super) fn articles(out: &mut String, facts: &Facts<'_>, index: u32) {
    let entity = &facts.entities[index as usize];
    let mut first: Vec<(u32, Option<u32>)> = Vec::new();
    for member in &entity.members {
        if first
            .last()
            .is_none_or(|(document, _)| *document != member.document)
        {
            let article = facts.articles.get(member.document as usize);
            let mentions = article.map_or(&[][..], |article| member.mentions(article));
            first.push((member.document, mentions.first().copied()));
        }
    }
    out.push_str(&format!(
        "<details><summary>{}<span class=\"hush\"> {}</span></summary><ul>",
        first.len(),
        if first.len() == 1 {
            "article"
        } else {
            "articles"
        }
    ));
    for &(document, mention) in first.iter().take(MOST_ARTICLES) {
        out.push_str("<li>");
        match mention {
            Some(mention) => link_to(out, facts, document, &format!("-m{mention}")),
            None => push(out, "", &facts.title(document), ""),
        }
        out.push_str("</li>");
    }
    if first.len() > MOST_ARTICLES {
        out.push_str(&format!(
            "<li>and {} more</li>",
            first.len() - MOST_ARTICLES
        ));
    }
    out.push_str("</ul></details>");
}

/// Who of the rows is named with whom in one sentence. An office counts for its holder.
fn pairs(facts: &Facts<'_>, rows: &[u32]) -> Pairs {
    let mut pairs = Pairs::new();
    let wanted: BTreeSet<u32> = rows.iter().copied().collect();
    for (document, article) in facts.articles.iter().enumerate() {
        let document = document as u32;
        let mut here: BTreeMap<usize, BTreeSet<u32>> = BTreeMap::new();
        for (at, mention) in article.mentions.iter().enumerate() {
            let Some(index) = facts.corpus.stands_for(document, at as u32) else {
                continue;
            };
            if !wanted.contains(&index) {
                continue;
            }
            let sentences = &article.sentences;
            let sentence = sentences.partition_point(|it| it.end <= mention.span.start);
            let names = here.entry(sentence).or_default();
            if names.len() < MOST_NAMES {
                names.insert(index);
            }
        }
        let mut seen: BTreeSet<(u32, u32)> = BTreeSet::new();
        for names in here.values() {
            for &one in names {
                for &other in names.range(one + 1..) {
                    let together = pairs.entry((one, other)).or_default();
                    together.sentences += 1;
                    together.articles += u32::from(seen.insert((one, other)));
                }
            }
        }
    }
    pairs
}

/// Appends the drawing of who is named with whom, and the same as a table.
fn together(out: &mut String, facts: &Facts<'_>, order: &[((u32, u32), Together)]) {
    if order.is_empty() {
        return;
    }
    out.push_str(
        "<h3 id=\"together\">Who is named with whom</h3><p class=\"facts\">Two names in one sentence. \
         An office counts for who holds it.</p><div class=\"beside\">",
    );
    draw(out, facts, order);
    out.push_str(
        "<div class=\"scroll tall\" tabindex=\"0\" role=\"region\" aria-label=\"Table of names in one sentence\">\
         <table><thead><tr><th scope=\"col\">Names</th><th scope=\"col\">Sentences</th>\
         <th scope=\"col\">Articles</th></tr></thead><tbody>",
    );
    for &((one, other), together) in order.iter().take(MOST_PAIRS) {
        out.push_str("<tr><td>");
        name(out, facts, one);
        out.push_str(" and ");
        name(out, facts, other);
        out.push_str(&format!(
            "</td><td class=\"number\">{}</td><td class=\"number\">{}</td></tr>",
            together.sentences, together.articles
        ));
    }
    out.push_str("</tbody></table>");
    if order.len() > MOST_PAIRS {
        out.push_str(&format!(
            "<p class=\"facts\">and {} that are named together less often</p>",
            counted(order.len() - MOST_PAIRS, "pair", "pairs")
        ));
    }
    out.push_str("</div></div>");
}

/// Names on a circle, those next to each other that are named together most; a line for each pair.
fn draw(out: &mut String, facts: &Facts<'_>, order: &[((u32, u32), Together)]) {
    let mut names: Vec<u32> = Vec::new();
    for &((one, other), _) in order {
        let new = [one, other].map(|name| !names.contains(&name));
        if names.len() + new.iter().filter(|&&new| new).count() <= MOST_DRAWN {
            names.extend(
                [one, other]
                    .into_iter()
                    .zip(new)
                    .filter(|it| it.1)
                    .map(|it| it.0),
            );
        }
    }
    let lines: Vec<((u32, u32), Together)> = (order.iter().copied())
        .filter(|((one, other), _)| names.contains(one) && names.contains(other))
        .collect();
    let weight = |one: u32, other: u32| {
        let pair = (one.min(other), one.max(other));
        let found = lines.iter().find(|(it, _)| *it == pair);
        found.map_or(0, |(_, it)| it.sentences)
    };
    let mut circle = vec![names[0]];
    let mut rest: Vec<u32> = names[1..].to_vec();
    while !rest.is_empty() {
        let last = circle[circle.len() - 1];
        let best =
            (0..rest.len()).max_by_key(|&at| (weight(last, rest[at]), std::cmp::Reverse(at)));
        circle.push(rest.remove(best.unwrap_or_default()));
    }
    let count = circle.len() as f32;
    let place = |at: usize| {
        let angle = std::f32::consts::TAU * (at as f32) / count - std::f32::consts::FRAC_PI_2;
        (angle.cos(), angle.sin())
    };
    out.push_str(
        "<svg class=\"graph\" role=\"img\" viewBox=\"-370 -215 740 430\" \
         aria-label=\"Who is named with whom, the most frequent names. The table beside it says the same.\">",
    );
    let most = lines
        .iter()
        .map(|(_, it)| it.sentences)
        .max()
        .unwrap_or(1)
        .max(1) as f32;
    for ((one, other), together) in &lines {
        let at = |name: &u32| circle.iter().position(|it| it == name).unwrap_or_default();
        let ((x1, y1), (x2, y2)) = (place(at(one)), place(at(other)));
        let (x1, y1, x2, y2) = (150.0 * x1, 180.0 * y1, 150.0 * x2, 180.0 * y2);
        let width = 1.0 + 5.0 * (together.sentences as f32 - 1.0) / most;
        // A line bends to the middle, so that it does not run through the names between.
        out.push_str(&format!(
            "<path class=\"line\" stroke-width=\"{width:.1}\" d=\"M{x1:.1} {y1:.1}Q{:.1} {:.1} {x2:.1} {y2:.1}\"><title>",
            (x1 + x2) * 0.22,
            (y1 + y2) * 0.22
        ));
        let (one, other) = (
            &facts.entities[*one as usize],
            &facts.entities[*other as usize],
        );
        push(out, "", &one.name, " and ");
        push(out, "", &other.name, "");
        let sentences = counted(together.sentences as usize, "sentence", "sentences");
        out.push_str(&format!(": {sentences}</title></path>"));
    }
    for (at, &index) in circle.iter().enumerate() {
        let entity = &facts.entities[index as usize];
        let (x, y) = place(at);
        let class = crate::text::class(entity.label);
        let radius = 4.0 + (facts.mentions[index as usize] as f32).sqrt().min(8.0);
        out.push_str(&format!(
            "<g data-go=\"p{index}\"><circle class=\"{class}\" cx=\"{:.1}\" cy=\"{:.1}\" r=\"{radius:.1}\"/>",
            150.0 * x,
            180.0 * y
        ));
        let anchor = if x > 0.1 {
            "start"
        } else if x < -0.1 {
            "end"
        } else {
            "middle"
        };
        let beside = if anchor == "middle" {
            0.0
        } else {
            x.signum() * (radius + 5.0)
        };
        let below = if anchor == "middle" {
            y.signum() * (radius + 12.0)
        } else {
            0.0
        };
        out.push_str(&format!(
            "<text x=\"{:.1}\" y=\"{:.1}\" text-anchor=\"{anchor}\" dominant-baseline=\"central\">",
            150.0 * x + beside,
            180.0 * y + below
        ));
        push(out, "", &clip(&entity.name, LONGEST_NAME), "</text></g>");
    }
    out.push_str("</svg>");
}
