//! HTML pages: tag scanner, light tree, blocks, and what becomes of them.

pub(crate) mod attributes;
pub(crate) mod blocks;
pub(crate) mod entities;
mod entity_table;
mod find;
mod foreign;
pub(crate) mod prose;
mod rows;
pub(crate) mod scan;
mod script;
mod structure;
pub(crate) mod tag;
pub(crate) mod tree;

use std::borrow::Cow;

use copydesk_core::{
    Diagnostic, OffsetMap, ParseOptions,
    record::{BlockKind, Evidence},
};

use crate::{
    Metadata,
    content::{self, fallback},
    draft::Draft,
    metadata::{self, Field, Found},
};

/// What the HTML reader makes of a page.
#[derive(Debug)]
pub(crate) struct HtmlParsed {
    pub(crate) blocks: Vec<Draft>,
    pub(crate) metadata: Metadata,
    pub(crate) article_score: f32,
    pub(crate) diagnostics: Vec<Diagnostic>,
}

/// A page on which the rules have decided.
#[derive(Debug)]
pub(crate) struct Judged {
    pub(crate) tree: tree::Tree,
    pub(crate) page: blocks::Page,
    pub(crate) region: content::region::Region,
    pub(crate) title: content::title::Title,
    pub(crate) decisions: Vec<content::Decision>,
    metadata: Metadata,
    signals: content::Signals,
    diagnostics: Vec<Diagnostic>,
}

/// Reads a decoded page up to the verdict of the rules.
pub(crate) fn judge(
    decoded: &str,
    uri: Option<&str>,
    map: &OffsetMap,
    options: &ParseOptions,
) -> Judged {
    let mut diagnostics = vec![];
    let tree = scan::scan(decoded, options.max_depth);
    let page = blocks::blocks(&tree, decoded);
    let found = metadata::collect(&tree, decoded);
    let signals = signals(&found);
    let titles = metadata::titles(&found);
    let metadata = metadata::resolve(found, uri, map, &mut diagnostics);
    let region = content::region::find(&tree, decoded, &page);
    let title = content::title::find(
        &tree,
        decoded,
        &page,
        &region,
        content::title::Said {
            title: metadata.title.as_deref(),
            is_data: metadata
                .evidence
                .iter()
                .any(|evidence| evidence.field == "title" && evidence.from == "json-ld:headline"),
            is_agreed: titles.agree,
            declared: &titles.declared,
            site: metadata.site.as_deref(),
        },
    );
    let decisions = content::decide(&tree, &page, &region, &title);
    Judged {
        tree,
        page,
        region,
        title,
        decisions,
        metadata,
        signals,
        diagnostics,
    }
}

/// Reads a decoded page; `map` leads from it to the raw bytes.
pub(crate) fn parse_html(
    decoded: &str,
    uri: Option<&str>,
    map: &OffsetMap,
    options: &ParseOptions,
) -> HtmlParsed {
    let Judged {
        tree,
        page,
        region,
        title,
        mut decisions,
        mut metadata,
        signals,
        mut diagnostics,
    } = judge(decoded, uri, map, options);
    content::refine::refine(&tree, decoded, &page, &region, &title, &mut decisions);
    content::settle_kinds(&page, &mut decisions);
    let fallback = fallback::from_data(&tree, decoded, &page, &mut decisions, map, options);
    if fallback.is_none() {
        diagnostics.extend(fallback::from_hidden(&tree, &page, &mut decisions, map));
    }
    settle_title(&mut metadata, &title, &page, map);
    let view = metadata::View {
        decoded,
        tree: &tree,
        page: &page,
        map,
    };
    metadata::visible(
        &mut metadata,
        view,
        &region,
        &decisions,
        &title,
        uri,
        &mut diagnostics,
    );
    let signals = content::Signals {
        has_date: metadata.published.is_some(),
        has_byline: !metadata.byline.is_empty(),
        other_prose: fallback.as_ref().map_or((0, 0), |fallback| fallback.prose),
        ..signals
    };
    let article_score = content::article_score(&page, &region, &decisions, signals);
    if let Some(at) = title.block {
        decisions[at].kind = BlockKind::Title;
        if options.title_in_text {
            decisions[at].dropped = None;
        }
    }
    let mut structure = structure::Structure::new(&tree, decoded);
    let mut blocks: Vec<Draft> = page
        .blocks
        .iter()
        .zip(&decisions)
        .map(|(block, decision)| draft(&page, block, *decision, options, &mut structure))
        .collect();
    if let Some(fallback) = fallback {
        diagnostics.push(fallback.diagnostic.clone());
        fallback.join(&mut blocks, options.title_in_text);
    }
    HtmlParsed {
        blocks,
        metadata,
        article_score,
        diagnostics,
    }
}

/// The draft of a block on which everything is decided.
fn draft(
    page: &blocks::Page,
    block: &blocks::PageBlock,
    decision: content::Decision,
    options: &ParseOptions,
    structure: &mut structure::Structure<'_>,
) -> Draft {
    let mut draft = Draft {
        kind: decision.kind,
        level: block.level,
        // Of most blocks only the words are wanted, and those are written.
        runs: match decision.dropped {
            None => page.runs[block.runs.clone()].to_vec(),
            Some(_) => vec![],
        },
        words: (decision.dropped.is_some() && options.keep_dropped)
            .then(|| page.words(block).to_owned()),
        dropped: decision.dropped,
        source: page.source(block),
        group: block.group,
        within: Vec::new(),
        cells: Vec::new(),
    };
    if draft.kind == BlockKind::Boilerplate {
        draft.level = None;
    }
    if draft.dropped.is_none() {
        draft.within = structure.within(block.node, draft.kind);
        if draft.kind == BlockKind::TableRow {
            draft.cells = structure.cells(block.node);
        }
        // Indented by a list, but no item of it.
        if draft.kind == BlockKind::ListItem && !draft.within.iter().any(|at| at.kind.is_list()) {
            draft.kind = BlockKind::Paragraph;
            draft.level = None;
        }
    }
    draft
}

fn signals(found: &[Found]) -> content::Signals {
    let kind = found
        .iter()
        .find(|found| found.field == Field::Type)
        .map_or("", |found| found.value.as_str());
    content::Signals {
        says_article: kind.eq_ignore_ascii_case("article")
            || found
                .iter()
                .any(|found| found.from.starts_with("json-ld:") && found.trust >= 80),
        says_other: ["website", "product", "profile", "video.movie"]
            .iter()
            .any(|other| kind.eq_ignore_ascii_case(other)),
        ..content::Signals::default()
    }
}

/// The headline as it stands on the page takes the place of the one in the metadata.
fn settle_title(
    metadata: &mut Metadata,
    title: &content::title::Title,
    page: &blocks::Page,
    map: &OffsetMap,
) {
    let Some(text) = &title.text else { return };
    if let Some(source) = title.source
        && let Some(at) = title.block
    {
        let block = &page.blocks[at];
        let from = match (block.kind, block.level) {
            (BlockKind::Heading, Some(level)) => format!("h{level}"),
            _ => "title".to_owned(),
        };
        metadata
            .evidence
            .retain(|evidence| evidence.field != "title");
        metadata.evidence.insert(
            0,
            Evidence {
                field: Cow::Borrowed("title"),
                from: Cow::Owned(from),
                source: Some(map.to_source(source.into())),
            },
        );
    }
    metadata.title = Some(text.clone());
}
