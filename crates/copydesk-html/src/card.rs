//! One thing at a glance: an entity, a mention, a quote, a claim or an event, each with the words
//! around it.

use copydesk::{
    Article, CodePoints, Span,
    corpus::{Corpus, CorpusEntity, CorpusRole, EventGroup},
    record::{ClaimStatus, Label},
};

use crate::{
    blocks, clip,
    corpus::documents,
    counted,
    escape::{escape, push},
    opened,
    said::{class, denied_by},
    statements::{self, hedges, status},
    table, text, tip,
};

/// Bytes of one thing that is shown.
const LONGEST_WORDS: usize = 300;
/// Bytes of text on either side of what is shown in it.
const CONTEXT: usize = 140;
/// Places of a thing, and articles, that are shown.
const MOST_PLACES: usize = 8;
/// The class of a name in the text around it.
const HERE: &str = "cd-here";
/// Other names of a thing that are shown.
const MOST_NAMES: usize = 12;

/// An entity of an article: names, offices, identifiers, where it is mentioned, what it says.
///
/// ```
/// use copydesk::{CodePoints, stage};
/// let article = stage::annotate("Solheim flew to Oslo.", None);
/// let points = CodePoints::new(&article.text);
/// assert!(copydesk_html::entity(&article, &points, 0).contains("Oslo"));
/// ```
pub fn entity(article: &Article, points: &CodePoints, index: u32) -> String {
    let mut out = opened(4_096);
    if let Some(entity) = article.entities.get(index as usize) {
        head(&mut out, &entity.name, entity.label);
        let mut card = Card::open(&mut out);
        card.row("known as", &names(&entity.aliases));
        for role in tip::roles(article, entity) {
            card.row("office", &role);
        }
        card.row("identifiers", &tip::identifiers(&entity.identifiers));
        if entity.confidence < 1.0 {
            card.row("confidence", &tip::score(entity.confidence));
        }
        let quotes = article.quotes.iter();
        let quotes = quotes.filter(|quote| quote.speaker_entity == Some(index));
        let claims = article.claims.iter();
        let claims = claims.filter(|claim| claim.source_entity == Some(index));
        let says = [
            (quotes.count(), "quote", "quotes"),
            (claims.count(), "claim", "claims"),
        ];
        let says = says.iter().filter(|(count, ..)| *count > 0);
        let says: Vec<String> = says
            .map(|&(count, one, many)| counted(count, one, many))
            .collect();
        card.row("says", &says.join(", "));
        card.close();
        let count = entity.mentions.len();
        push(
            &mut out,
            "<p class=\"cd-more\">",
            &counted(count, "mention", "mentions"),
            "</p>",
        );
        table::begin(&mut out, &["in the text", "place"]);
        for &at in entity.mentions.iter().take(MOST_PLACES) {
            if let Some(mention) = article.mentions.get(at as usize) {
                out.push_str("<tr>");
                around(&mut out, article, mention.span);
                table::place(&mut out, &tip::places(article, points, mention.span));
                out.push_str("</tr>");
            }
        }
        table::end(&mut out, count.saturating_sub(MOST_PLACES), ".mentions");
    }
    out.push_str("</div>");
    out
}

/// A mention: the words around it, what it stands for, and why.
///
/// ```
/// use copydesk::{CodePoints, stage};
/// let article = stage::annotate("Solheim flew to Oslo.", None);
/// let points = CodePoints::new(&article.text);
/// assert!(copydesk_html::mention(&article, &points, 0).contains("found by"));
/// ```
pub fn mention(article: &Article, points: &CodePoints, index: u32) -> String {
    let mut out = opened(2_048);
    if let Some(mention) = article.mentions.get(index as usize) {
        head(&mut out, mention.span.of(&article.text), mention.label);
        context(&mut out, article, mention.span, HERE);
        let mut card = Card::open(&mut out);
        if let Some(entity) = article.entities.get(mention.entity as usize) {
            card.row("stands for", &clip(&entity.name, LONGEST_WORDS));
            for role in tip::roles(article, entity) {
                card.row("office", &role);
            }
            card.row("identifiers", &tip::identifiers(&entity.identifiers));
        }
        let of = mention.metonym_of.and_then(|of| tip::name(article, of));
        card.row("meaning", &clip(of.unwrap_or_default(), LONGEST_WORDS));
        let holders = mention.holders.iter().take(MOST_NAMES);
        let holders = holders.filter_map(|&holder| tip::name(article, holder));
        let holders: Vec<String> = holders.map(|name| clip(name, LONGEST_WORDS)).collect();
        card.row("held by", &holders.join(", "));
        let (why, link) = (clip(&mention.why, LONGEST_WORDS), mention.link);
        card.row(
            "found by",
            &format!("{why}, confidence {}", tip::score(mention.confidence)),
        );
        card.row(
            "linked by",
            &format!("{}, confidence {}", link.kind, tip::score(link.confidence)),
        );
        card.row("place", &tip::places(article, points, mention.span));
        card.close();
    }
    out.push_str("</div>");
    out
}

/// A quote: the words, whose they are, how and to whom they were said.
///
/// ```
/// use copydesk::{CodePoints, stage};
/// let article = stage::annotate("“We are ready,” Kari Solheim said in Oslo.", None);
/// let points = CodePoints::new(&article.text);
/// assert!(copydesk_html::quote(&article, &points, 0).contains("Kari Solheim"));
/// ```
pub fn quote(article: &Article, points: &CodePoints, index: u32) -> String {
    let mut out = opened(2_048);
    if let Some(quote) = article.quotes.get(index as usize) {
        let kind = quote.speaker_kind.as_str();
        let who = statements::speaker(article, quote.speaker, quote.speaker_entity, kind);
        push(&mut out, "<h3 dir=\"auto\">", &who, "</h3>");
        context(&mut out, article, quote.content, "cd-said cd-quote");
        let mut card = Card::open(&mut out);
        card.row("how", &format!("{}, {}", quote.kind, quote.verb_class));
        card.row("speaker", kind);
        let speaker = quote.speaker_entity;
        if let Some(speaker) = speaker.and_then(|at| article.entities.get(at as usize)) {
            for role in tip::roles(article, speaker) {
                card.row("office", &role);
            }
        }
        let to = quote.addressee.and_then(|to| tip::name(article, to));
        card.row("to", &clip(to.unwrap_or_default(), LONGEST_WORDS));
        let cue = quote.cue.map(|cue| cue.of(&article.text));
        card.row("reported by", &clip(cue.unwrap_or_default(), LONGEST_WORDS));
        card.row("place", &tip::places(article, points, quote.content));
        card.close();
    }
    out.push_str("</div>");
    out
}

/// A claim: its status, whose it is, what holds back, who denies it.
///
/// ```
/// use copydesk::{CodePoints, stage};
/// let article = stage::annotate("Kari Solheim denied that Norway had sold the ships.", None);
/// let points = CodePoints::new(&article.text);
/// assert!(copydesk_html::claim(&article, &points, 0).contains("claim"));
/// ```
pub fn claim(article: &Article, points: &CodePoints, index: u32) -> String {
    let mut out = opened(2_048);
    if let Some(claim) = article.claims.get(index as usize) {
        out.push_str("<h3>");
        status(&mut out, claim.status);
        out.push_str(" claim</h3>");
        context(&mut out, article, claim.content, &said(claim.status));
        let mut card = Card::open(&mut out);
        let kind = claim.source_kind.as_str();
        let by = statements::speaker(article, claim.source, claim.source_entity, kind);
        card.row("by", &by);
        card.row("because of", &hedges(article, claim));
        let denied: Vec<String> = denied_by(article, claim)
            .take(MOST_NAMES)
            .map(|name| clip(name, LONGEST_WORDS))
            .collect();
        card.row("denied by", &denied.join(", "));
        card.row("place", &tip::places(article, points, claim.content));
        card.close();
    }
    out.push_str("</div>");
    out
}

/// An event: who did what to whom, when and where, and whether it is so.
///
/// ```
/// use copydesk::{CodePoints, stage};
/// let article = stage::annotate("Kari Solheim met Kofi Mensah in Oslo on 3 May 2024.", None);
/// let points = CodePoints::new(&article.text);
/// assert!(copydesk_html::event(&article, &points, 0).contains("2024-05-03"));
/// ```
pub fn event(article: &Article, points: &CodePoints, index: u32) -> String {
    let mut out = opened(2_048);
    if let Some(event) = article.events.get(index as usize) {
        out.push_str("<h3 dir=\"auto\">");
        statements::told(&mut out, article, event);
        out.push_str("</h3>");
        context(&mut out, article, event.clause, &said(event.status));
        let mut card = Card::open(&mut out);
        let cameo = clip(&event.cameo, LONGEST_WORDS);
        card.row("kind", &format!("{} (CAMEO {cameo})", event.root));
        card.status(event.status);
        let when = event.when.as_ref();
        let by_day = when.is_some_and(|when| when.date.is_none());
        let when = when.map_or(String::new(), |when| clip(&when.value, LONGEST_WORDS));
        let from = if by_day {
            ", the day of the article"
        } else {
            ""
        };
        card.row("when", &format!("{when}{from}"));
        let place = event.place.as_ref();
        let place = place.map(|place| statements::name(article, place));
        card.row("where", &place.unwrap_or_default());
        card.row("place", &tip::places(article, points, event.trigger));
        card.close();
    }
    out.push_str("</div>");
    out
}

/// An office of an entity of a corpus, with the name of whose it is.
#[derive(Clone, Debug)]
pub struct EntityRole<'a> {
    /// The office.
    pub role: &'a CorpusRole,
    /// The name of the country or body whose it is.
    pub of: Option<&'a str>,
}

impl EntityRole<'_> {
    /// `Foreign Minister of Norway, 2024-05-14 to 2024-05-20`.
    pub(crate) fn line(&self) -> String {
        let mut line = clip(&self.role.title, LONGEST_WORDS);
        if let Some(of) = self.of {
            line.push_str(" of ");
            line.push_str(&clip(of, LONGEST_WORDS));
        }
        days(
            &mut line,
            self.role.first.as_deref(),
            self.role.last.as_deref(),
        );
        line
    }
}

/// Appends a first and a last day.
fn days(line: &mut String, first: Option<&str>, last: Option<&str>) {
    if let (Some(first), Some(last)) = (first, last) {
        line.push_str(", ");
        line.push_str(first);
        if first != last {
            line.push_str(" to ");
            line.push_str(last);
        }
    }
}

/// An entity of a corpus: names, offices, identifiers, and the articles that mention it.
///
/// ```
/// use copydesk::{corpus::Corpus, stage};
/// let mut corpus = Corpus::default();
/// corpus.add_on(stage::annotate("Solheim flew to Oslo.", None), "2024-05-03");
/// let oslo = corpus.entities().remove(0);
/// assert!(copydesk_html::corpus_entity(&corpus, &oslo, &[]).contains("1 article"));
/// ```
pub fn corpus_entity(corpus: &Corpus, entity: &CorpusEntity, roles: &[EntityRole<'_>]) -> String {
    let mut out = opened(4_096);
    head(&mut out, &entity.name, entity.label);
    let mut card = Card::open(&mut out);
    card.row("known as", &names(&entity.aliases));
    for role in roles.iter().take(MOST_PLACES) {
        card.row("office", &role.line());
    }
    card.row("identifiers", &tip::identifiers(&entity.identifiers));
    if entity.confidence < 1.0 {
        card.row("confidence", &tip::score(entity.confidence));
    }
    card.row("id", &entity.id);
    card.close();
    articles(&mut out, corpus, &documents(entity).collect::<Vec<_>>());
    out.push_str("</div>");
    out
}

/// An event of a corpus, with the names of those who take part.
#[derive(Clone, Debug)]
pub struct ToldEvent<'a> {
    /// The event.
    pub group: &'a EventGroup,
    /// Who did it.
    pub who: Vec<&'a str>,
    /// To whom, or with whom.
    pub whom: Vec<&'a str>,
}

/// An event of a corpus: what it is, whether it is so, and the articles that tell it.
///
/// ```
/// use copydesk::{corpus::Corpus, stage};
/// use copydesk_html::ToldEvent;
/// let mut corpus = Corpus::default();
/// let text = "Kari Solheim met Kofi Mensah in Oslo on 3 May 2024.";
/// corpus.add_on(stage::annotate(text, None), "2024-05-03");
/// let group = &corpus.events()[0];
/// let told = ToldEvent { group, who: vec!["Solheim"], whom: vec!["Mensah"] };
/// assert!(copydesk_html::corpus_event(&corpus, &told).contains("1 article"));
/// ```
pub fn corpus_event(corpus: &Corpus, told: &ToldEvent<'_>) -> String {
    let group = told.group;
    let mut out = opened(4_096);
    push(
        &mut out,
        "<h3 dir=\"auto\">",
        &clip(&group.text, LONGEST_WORDS),
        "</h3>",
    );
    let mut card = Card::open(&mut out);
    card.row("kind", group.root.as_str());
    card.status(group.status);
    if group.statuses.len() > 1 {
        let all: Vec<&str> = group.statuses.iter().map(|it| it.as_str()).collect();
        card.row("told as", &all.join(", "));
    }
    card.row("who", &listed(&told.who));
    card.row("whom", &listed(&told.whom));
    let from = if group.by_publication {
        ", the day of an article"
    } else {
        ""
    };
    if let Some(date) = &group.date {
        card.row("when", &format!("{}{from}", clip(date, LONGEST_WORDS)));
    }
    card.close();
    let mut documents: Vec<u32> = group.members.iter().map(|it| it.document).collect();
    documents.sort_unstable();
    documents.dedup();
    articles(&mut out, corpus, &documents);
    out.push_str("</div>");
    out
}

/// Appends a table of articles.
pub(crate) fn articles(out: &mut String, corpus: &Corpus, documents: &[u32]) {
    let count = documents.len();
    push(
        out,
        "<p class=\"cd-more\">",
        &counted(count, "article", "articles"),
        "</p>",
    );
    table::begin(out, &["day", "title", "from"]);
    for &document in documents.iter().take(MOST_PLACES) {
        if let Some(article) = corpus.document(document) {
            out.push_str("<tr>");
            table::day(out, &corpus.date(document).unwrap_or_default());
            table::words(out, &titled(article));
            table::cell(out, &site(article));
            out.push_str("</tr>");
        }
    }
    table::end(out, count.saturating_sub(MOST_PLACES), ".articles");
}

/// What an article is called: its title, else where it is from.
pub(crate) fn titled(article: &Article) -> String {
    let named = article.title.as_deref().or(article.source.uri.as_deref());
    clip(named.unwrap_or("untitled"), LONGEST_WORDS)
}

/// Whose article it is: the site, else where it was read from.
pub(crate) fn site(article: &Article) -> String {
    let named = article.site.as_deref().or(article.source.uri.as_deref());
    clip(named.unwrap_or_default(), LONGEST_WORDS / 3)
}

/// Some names, those that were left out said.
pub(crate) fn names(names: &[String]) -> String {
    let names: Vec<&str> = names.iter().map(String::as_str).collect();
    listed(&names)
}

fn listed(names: &[&str]) -> String {
    let shown = names.iter().take(MOST_NAMES);
    let shown: Vec<String> = shown.map(|name| clip(name, LONGEST_WORDS / 3)).collect();
    let mut out = shown.join(", ");
    if names.len() > MOST_NAMES {
        out.push_str(&format!(" and {} more", names.len() - MOST_NAMES));
    }
    out
}

/// Appends the name of a thing and its label.
fn head(out: &mut String, name: &str, of: Label) {
    push(out, "<h3 dir=\"auto\">", &clip(name, LONGEST_WORDS), " ");
    let class = text::class(of);
    out.push_str(&format!("<mark class=\"{class} cd-kind\">{of}</mark>"));
    out.push_str("</h3>");
}

/// Appends a paragraph of the text around a stretch of it.
fn context(out: &mut String, article: &Article, span: Span, class: &str) {
    out.push_str("<p class=\"cd-text\"");
    blocks::language(out, article.language.as_deref());
    out.push('>');
    here(out, article, span, class);
    out.push_str("</p>");
}

/// The classes of a stretch with a status.
fn said(status: ClaimStatus) -> String {
    format!("cd-said {}", class(status))
}

/// Appends a cell of the text around a stretch of it.
fn around(out: &mut String, article: &Article, span: Span) {
    out.push_str("<td class=\"cd-wide\" dir=\"auto\">");
    here(out, article, span, HERE);
    out.push_str("</td>");
}

/// Appends a stretch of the text, set apart, and the words on either side of it that stand in the
/// same paragraph.
fn here(out: &mut String, article: &Article, span: Span, class: &str) {
    let text = &article.text;
    let (Some(words), Some(before), Some(behind)) = (
        span.get(text),
        text.get(..span.start as usize),
        text.get(span.end as usize..),
    ) else {
        return;
    };
    let before = before.rsplit('\n').next().unwrap_or_default();
    let mut from = before.len().saturating_sub(CONTEXT);
    while !before.is_char_boundary(from) {
        from += 1;
    }
    if from > 0 {
        out.push('\u{2026}');
        // A cut word says less than none.
        let blank = before[from..].find(' ').map_or(0, |blank| blank + 1);
        from += if blank < CONTEXT / 2 { blank } else { 0 };
    }
    escape(out, &before[from..]);
    push(out, "<span class=\"", class, "\">");
    push(out, "", &clip(words, 4 * LONGEST_WORDS), "</span>");
    let behind = behind.split('\n').next().unwrap_or_default();
    escape(out, &clip(behind, CONTEXT));
}

/// Rows of a name and a value.
struct Card<'o> {
    out: &'o mut String,
}

impl<'o> Card<'o> {
    fn open(out: &'o mut String) -> Self {
        out.push_str("<div class=\"cd-scroll\"><table class=\"cd-head\"><tbody>");
        Self { out }
    }

    /// A row, unless there is nothing to say.
    fn row(&mut self, name: &str, value: &str) {
        if !value.is_empty() {
            push(self.out, "<tr><th scope=\"row\">", name, "</th>");
            push(self.out, "<td dir=\"auto\">", value, "</td></tr>");
        }
    }

    fn status(&mut self, of: ClaimStatus) {
        self.out.push_str("<tr><th scope=\"row\">status</th><td>");
        status(self.out, of);
        self.out.push_str("</td></tr>");
    }

    fn close(self) {
        self.out.push_str("</tbody></table></div>");
    }
}
