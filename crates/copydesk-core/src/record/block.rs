//! Blocks: the paragraphs, headings, lists and furniture of a page.

use super::{Cell, Container, named_enum};
use crate::{SourceSpan, Span};

named_enum! {
    /// What a block is.
    ///
    /// ```
    /// use copydesk_core::record::BlockKind;
    /// assert_eq!(BlockKind::ListItem.as_str(), "list-item");
    /// assert_eq!("table-row".parse::<BlockKind>()?, BlockKind::TableRow);
    /// # Ok::<(), copydesk_core::Error>(())
    /// ```
    BlockKind {
        /// The headline.
        Title = "title",
        /// A heading inside the article; [`Block::level`] says which.
        Heading = "heading",
        /// A paragraph.
        Paragraph = "paragraph",
        /// An item of a list.
        ListItem = "list-item",
        /// A quotation set apart.
        Quote = "quote",
        /// A row of a table, its cells separated by tabs.
        TableRow = "table-row",
        /// The caption of an image or video.
        Caption = "caption",
        /// Preformatted text.
        Code = "code",
        /// Byline, date and other data about the article.
        Metadata = "metadata",
        /// Anything that is not part of the article.
        Boilerplate = "boilerplate",
    }
}

named_enum! {
    /// Why a block is not in the text.
    ///
    /// ```
    /// use copydesk_core::record::DropReason;
    /// assert_eq!(DropReason::CrawlDate.as_str(), "crawl-date");
    /// assert_eq!("paywall".parse::<DropReason>()?, DropReason::Paywall);
    /// # Ok::<(), copydesk_core::Error>(())
    /// ```
    DropReason {
        /// Menus, breadcrumbs and lists of links.
        Navigation = "navigation",
        /// The head or foot of the site: slogan, imprint, addresses.
        SiteFurniture = "site-furniture",
        /// Share, like, follow, print and save buttons.
        Share = "share",
        /// Comments, or the form to write one.
        Comments = "comments",
        /// Links to other articles.
        Related = "related",
        /// A box that asks for a newsletter subscription.
        Newsletter = "newsletter",
        /// A notice about cookies or privacy.
        Cookies = "cookies",
        /// A notice that the rest must be paid for, or a request for money.
        Paywall = "paywall",
        /// About the author.
        AuthorBox = "author-box",
        /// The byline, which is in [`Article::byline`](super::Article::byline).
        Byline = "byline",
        /// A date line, which is in the metadata.
        Date = "date",
        /// The day the page was viewed or crawled.
        CrawlDate = "crawl-date",
        /// The caption of an image or video.
        Caption = "caption",
        /// The alternative text of an image that an extractor left in the text.
        ImageAlt = "image-alt",
        /// Credit of a photo or agency.
        Credit = "credit",
        /// A copyright line.
        Copyright = "copyright",
        /// A line of hashtags or a list of tags.
        Tags = "tags",
        /// A phone number, an address or another way to reach the site.
        Contact = "contact",
        /// The label of a widget, filter, form or player.
        Widget = "widget",
        /// An advertisement or its label.
        Advertisement = "advertisement",
        /// Not shown by browsers.
        Hidden = "hidden",
        /// A sentence of the article repeated in large type, or another repetition.
        Repeated = "repeated",
        /// The time stamp or another mark of a live blog.
        LiveBlog = "live-blog",
        /// The note that the text was cut off.
        Truncation = "truncation",
        /// The title, which stands apart from the text.
        TitleApart = "title-apart",
        /// Outside the region of the article.
        OutsideArticle = "outside-article",
    }
}

/// One block of the page.
///
/// ```
/// use copydesk_core::{SourceSpan, record::{Block, BlockKind, DropReason}};
/// let menu = Block {
///     kind: BlockKind::Boilerplate,
///     level: None,
///     within: Vec::new(),
///     cells: Vec::new(),
///     span: None,
///     source: SourceSpan::new(40, 50),
///     dropped: Some(DropReason::Navigation),
///     content: "Home Sport".to_owned(),
/// };
/// assert!(!menu.kept());
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Block {
    /// What it is.
    pub kind: BlockKind,
    /// Level of a heading, 1 to 6, or nesting depth of a list item, from 1.
    pub level: Option<u8>,
    /// The quotations, lists and the table that a kept block stands in, outermost first; at most
    /// [`MAX_NESTING`](super::MAX_NESTING), those further in are left out.
    pub within: Vec<Container>,
    /// The cells of a kept row, in order. A tab parts those with words; empty ones add nothing
    /// to the text.
    pub cells: Vec<Cell>,
    /// Its place in the text, where it was kept.
    pub span: Option<Span>,
    /// Its place in the source.
    pub source: SourceSpan,
    /// Why it was dropped, where it was.
    pub dropped: Option<DropReason>,
    /// The words of a dropped block; empty where it was kept, or where
    /// [`ParseOptions::keep_dropped`](crate::ParseOptions::keep_dropped) is off.
    pub content: String,
}

impl Block {
    /// Whether the block is part of the text.
    pub fn kept(&self) -> bool {
        self.span.is_some()
    }
}
