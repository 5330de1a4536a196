//! Where it is: a map of the places that the articles name, and the same as a list.

use copydesk::record::Label;

use super::{Left, ReportOptions, facts::Facts, people::articles};
use crate::{clip, counted, escape::push};

/// The outline of the land, in tenths of a degree, x to the east and y to the south; made by
/// `crates/evaluation/report/land.py`.
const LAND: &str = include_str!("land.txt");

/// Places that are drawn.
const MOST_DRAWN: usize = 120;
/// The map in its own units.
const WIDTH: f64 = 960.0;
const LEAST_HEIGHT: f64 = 400.0;
const MOST_HEIGHT: f64 = 620.0;
/// Degrees that the map shows at least, and that are left around the places.
const LEAST_DEGREES: f64 = 16.0;
const MARGIN: f64 = 0.09;
/// The share of the map, across and down, that a crowd of places may take to be shown closer.
const CROWD: f64 = 0.3;
/// Height and width of a letter of a label.
const LETTER: (f64, f64) = (15.0, 7.4);
const LONGEST_NAME: usize = 28;

/// Places, in the order of the list.
pub(super) fn rows(facts: &Facts<'_>, options: &ReportOptions, left: &mut Left) -> Vec<u32> {
    let mut order = facts.ranked(&[Label::Gpe, Label::Loc, Label::Fac]);
    order.sort_by_key(|&at| std::cmp::Reverse(facts.mentions[at as usize]));
    let all = order.len();
    order.truncate(options.max_entities);
    left.note(order.len(), all, "place", "places");
    order
}

/// A place on the map.
struct Point {
    index: u32,
    x: f64,
    y: f64,
    radius: f64,
}

/// A rectangle that is taken: left, top, right, bottom.
type Box4 = [f64; 4];

/// Appends the map and the list.
pub(super) fn write(out: &mut String, facts: &Facts<'_>, rows: &[u32]) {
    if rows.is_empty() {
        out.push_str("<p class=\"nothing\">No place is named.</p>");
        return;
    }
    out.push_str("<div class=\"beside places\">");
    map(out, facts, rows);
    out.push_str(
        "<div><div class=\"filters js-only\"><label>Find a place <input type=\"search\" data-filter=\"places\" \
         autocomplete=\"off\"></label><output id=\"places-count\" aria-live=\"polite\"></output></div>\
         <div class=\"scroll tall\" tabindex=\"0\" role=\"region\" aria-label=\"Table of places\">\
         <table><thead><tr><th scope=\"col\">Place</th><th scope=\"col\">Country</th>\
         <th scope=\"col\">Mentions</th><th scope=\"col\">Articles</th></tr></thead>\
         <tbody id=\"places-list\">",
    );
    for &index in rows {
        let entity = &facts.entities[index as usize];
        out.push_str(&format!("<tr id=\"g{index}\"><th scope=\"row\">"));
        push(out, "", &entity.name, "");
        if entity.identifiers.coordinates.is_none() {
            out.push_str(" <span class=\"facts\">not on the map</span>");
        }
        let country = entity.identifiers.country.as_deref().unwrap_or("\u{2013}");
        push(out, "</th><td>", country, "");
        out.push_str(&format!(
            "</td><td class=\"number\" data-skip>{}</td><td class=\"number\" data-skip>",
            facts.mentions[index as usize]
        ));
        articles(out, facts, index);
        out.push_str("</td></tr>");
    }
    out.push_str("</tbody></table></div></div></div>");
}

/// Latitude and longitude, where they are such.
fn coordinates(facts: &Facts<'_>, index: u32) -> Option<(f64, f64)> {
    let [latitude, longitude] = facts.entities[index as usize].identifiers.coordinates?;
    let known = latitude.abs() <= 90.0 && longitude.abs() <= 180.0;
    known.then_some((latitude, longitude))
}

fn map(out: &mut String, facts: &Facts<'_>, rows: &[u32]) {
    let drawn: Vec<Drawn> = (rows.iter())
        .filter_map(|&index| {
            let (latitude, longitude) = coordinates(facts, index)?;
            Some((index, latitude, longitude))
        })
        .take(MOST_DRAWN)
        .collect();
    if drawn.is_empty() {
        out.push_str("<p class=\"nothing\">No place has known coordinates.</p>");
        return;
    }
    out.push_str("<div class=\"maps\" tabindex=\"0\" role=\"region\" aria-label=\"Maps\">");
    // The outline stands in the page once.
    out.push_str(&format!(
        "<svg width=\"0\" height=\"0\" aria-hidden=\"true\"><defs><path id=\"land\" d=\"{}\"/></defs></svg>",
        LAND.trim_end()
    ));
    let frame = Frame::around(&drawn);
    one(out, facts, &drawn, &frame, "Map of the places");
    if let Some(near) = crowd(facts, &drawn, &frame) {
        out.push_str("<p class=\"facts\">Where most of them are, closer:</p>");
        one(
            out,
            facts,
            &near,
            &Frame::around(&near),
            "Map of the region with most places",
        );
    }
    out.push_str("</div>");
}

/// A place with latitude and longitude.
type Drawn = (u32, f64, f64);

/// The places of the part of the map that names most, where that is much of all in little room.
fn crowd(facts: &Facts<'_>, drawn: &[Drawn], frame: &Frame) -> Option<Vec<Drawn>> {
    let (tall, wide) = (
        CROWD * frame.height / frame.scale,
        CROWD * WIDTH / frame.scale_x,
    );
    let near = |&(_, latitude, longitude): &Drawn| -> Vec<Drawn> {
        let around = drawn.iter().copied().filter(|place| {
            (place.1 - latitude).abs() <= tall / 2.0 && (place.2 - longitude).abs() <= wide / 2.0
        });
        around.collect()
    };
    let weight = |places: &[Drawn]| -> u64 {
        let mentions = places.iter().map(|place| facts.mentions[place.0 as usize]);
        mentions.map(u64::from).sum()
    };
    let mut best: Option<(u64, Vec<Drawn>)> = None;
    for middle in drawn {
        let places = near(middle);
        let weight = weight(&places);
        if best.as_ref().is_none_or(|(most, _)| weight > *most) {
            best = Some((weight, places));
        }
    }
    let (most, places) = best?;
    let crowded = places.len() >= 8 && most * 3 >= weight(drawn) && tall > LEAST_DEGREES / 2.0;
    (crowded && places.len() < drawn.len()).then_some(places)
}

/// Appends the map of some places.
fn one(out: &mut String, facts: &Facts<'_>, drawn: &[Drawn], frame: &Frame, name: &str) {
    let most = facts.mentions[drawn[0].0 as usize].max(1);
    let points: Vec<Point> = (drawn.iter())
        .map(|&(index, latitude, longitude)| {
            let share = f64::from(facts.mentions[index as usize]) / f64::from(most);
            let (x, y) = frame.place(latitude, longitude);
            Point {
                index,
                x,
                y,
                radius: 3.5 + 14.5 * share.sqrt(),
            }
        })
        .collect();
    out.push_str(&format!(
        "<svg class=\"map\" role=\"img\" viewBox=\"0 0 {WIDTH} {:.0}\" aria-label=\"{name} \
         that the articles name, a circle for each, the larger the more often. The table beside it says \
         the same.\">",
        frame.height
    ));
    // The outline goes on behind the 180th meridian on both sides.
    out.push_str(&format!(
        "<g transform=\"matrix({:.5} 0 0 {:.5} {:.2} {:.2})\"><use href=\"#land\"/>\
         <use href=\"#land\" x=\"-3600\"/><use href=\"#land\" x=\"3600\"/></g>",
        frame.scale_x / 10.0,
        frame.scale / 10.0,
        -frame.west * frame.scale_x,
        frame.north * frame.scale,
    ));
    for point in points.iter().rev() {
        let entity = &facts.entities[point.index as usize];
        out.push_str(&format!(
            "<g data-go=\"g{}\"><circle cx=\"{:.1}\" cy=\"{:.1}\" r=\"{:.1}\"><title>",
            point.index, point.x, point.y, point.radius
        ));
        push(out, "", &entity.name, "");
        let mentions = facts.mentions[point.index as usize] as usize;
        let mentions = counted(mentions, "mention", "mentions");
        out.push_str(&format!(": {mentions}</title></circle></g>"));
    }
    labels(out, facts, &points, frame.height);
    out.push_str("</svg>");
}

/// The part of the world that is shown.
struct Frame {
    west: f64,
    north: f64,
    /// Units for a degree of latitude, and for one of longitude in the middle of the map.
    scale: f64,
    scale_x: f64,
    height: f64,
}

impl Frame {
    /// The places with a margin, of a shape that fits a page.
    fn around(places: &[Drawn]) -> Self {
        let least = |of: fn(&Drawn) -> f64| places.iter().map(of).fold(f64::INFINITY, f64::min);
        let most = |of: fn(&Drawn) -> f64| places.iter().map(of).fold(f64::NEG_INFINITY, f64::max);
        let (south, north) = (least(|it| it.1), most(|it| it.1));
        let (west, east) = (least(|it| it.2), most(|it| it.2));
        // A degree of longitude is shorter away from the equator.
        let squeeze = f64::midpoint(south, north).to_radians().cos().max(0.35);
        let wide = ((east - west) * (1.0 + 2.0 * MARGIN) * squeeze).max(LEAST_DEGREES);
        let tall = ((north - south) * (1.0 + 2.0 * MARGIN)).max(LEAST_DEGREES / 2.0);
        let height = (WIDTH * tall / wide).clamp(LEAST_HEIGHT, MOST_HEIGHT);
        let scale = (WIDTH / wide).min(height / tall);
        let scale_x = scale * squeeze;
        Self {
            west: f64::midpoint(west, east) - WIDTH / scale_x / 2.0,
            north: f64::midpoint(south, north) + height / scale / 2.0,
            scale,
            scale_x,
            height,
        }
    }

    fn place(&self, latitude: f64, longitude: f64) -> (f64, f64) {
        (
            (longitude - self.west) * self.scale_x,
            (self.north - latitude) * self.scale,
        )
    }
}

/// Names beside their circles, the most frequent first, where there is room.
fn labels(out: &mut String, facts: &Facts<'_>, points: &[Point], height: f64) {
    let mut taken: Vec<Box4> = Vec::new();
    for point in points {
        let entity = &facts.entities[point.index as usize];
        let name = clip(&entity.name, LONGEST_NAME);
        let letters = name.chars().count() as f64;
        let (tall, wide) = (LETTER.0, letters * LETTER.1);
        let (x, y, gap) = (point.x, point.y, point.radius + 3.0);
        let tries = [
            (x + gap, y, "start"),
            (x - gap, y, "end"),
            (x, y - gap - tall / 2.0, "middle"),
            (x, y + gap + tall / 2.0, "middle"),
            (x + gap * 0.8, y - gap * 0.8 - 2.0, "start"),
            (x + gap * 0.8, y + gap * 0.8 + 2.0, "start"),
            (x - gap * 0.8, y - gap * 0.8 - 2.0, "end"),
            (x - gap * 0.8, y + gap * 0.8 + 2.0, "end"),
        ];
        let found = tries.into_iter().find_map(|(at_x, at_y, anchor)| {
            let left = match anchor {
                "start" => at_x,
                "end" => at_x - wide,
                _ => at_x - wide / 2.0,
            };
            let own = [left, at_y - tall / 2.0, left + wide, at_y + tall / 2.0];
            let inside =
                own[0] > 2.0 && own[1] > 2.0 && own[2] < WIDTH - 2.0 && own[3] < height - 2.0;
            let free = taken.iter().all(|other| !meet(&own, other))
                && points
                    .iter()
                    .all(|other| other.index == point.index || !touches(&own, other));
            (inside && free).then_some((at_x, at_y, anchor, own))
        });
        let Some((at_x, at_y, anchor, own)) = found else {
            continue;
        };
        taken.push(own);
        out.push_str(&format!(
            "<text x=\"{at_x:.1}\" y=\"{at_y:.1}\" text-anchor=\"{anchor}\" dominant-baseline=\"central\">"
        ));
        push(out, "", &name, "</text>");
    }
}

fn meet(one: &Box4, other: &Box4) -> bool {
    one[0] < other[2] && other[0] < one[2] && one[1] < other[3] && other[1] < one[3]
}

/// Whether a label covers much of a circle: small ones may touch it.
fn touches(own: &Box4, point: &Point) -> bool {
    let x = point.x.clamp(own[0], own[2]);
    let y = point.y.clamp(own[1], own[3]);
    let far = ((point.x - x).powi(2) + (point.y - y).powi(2)).sqrt();
    far < point.radius * 0.8
}
