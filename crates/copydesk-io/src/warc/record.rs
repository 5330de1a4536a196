//! One WARC record to a document.

use copydesk_core::{Format, RawDocument};

use super::{
    fields::{Fields, content_type},
    http::{self, Body},
};
use crate::{
    filter::Filter,
    options::Settings,
    skipped::{Skip, Skipped},
};

/// What a record says about itself.
#[derive(Debug)]
pub(super) struct Header {
    kind: Kind,
    pub(super) length: u64,
    target: Option<String>,
    date: Option<String>,
    media_type: Option<String>,
    charset: Option<String>,
    /// What the crawler found the payload to be.
    identified: Option<String>,
    /// Codes of the languages that the crawler found.
    languages: Option<String>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Kind {
    /// An HTTP response.
    Response,
    /// A file as it is.
    Resource,
    /// Text made from a page: WET.
    Conversion,
    Other,
}

impl Header {
    /// Reads a header from its version line to before the blank line.
    pub(super) fn parse(block: &[u8]) -> Result<Self, String> {
        let version = block
            .iter()
            .position(|&byte| byte == b'\n')
            .unwrap_or(block.len());
        let fields = Fields::parse(&block[version..]);
        let length = fields.get("content-length").ok_or_else(|| {
            "a record without Content-Length; fetch the file again or repair it".to_owned()
        })?;
        let digits = length.bytes().all(|byte| byte.is_ascii_digit());
        let length = length.parse().ok().filter(|_| digits).ok_or_else(|| {
            format!(
                "Content-Length `{length:.40}` is not a number; fetch the file again or repair it"
            )
        })?;
        let kind = fields
            .get("warc-type")
            .unwrap_or_default()
            .to_ascii_lowercase();
        let kind = match &*kind {
            "response" => Kind::Response,
            "resource" => Kind::Resource,
            "conversion" => Kind::Conversion,
            _ => Kind::Other,
        };
        let target = fields.get("warc-target-uri");
        let (media_type, charset) = content_type(&fields.get("content-type").unwrap_or_default());
        let identified = fields
            .get("warc-identified-payload-type")
            .unwrap_or_default();
        Ok(Self {
            kind,
            length,
            // WARC 1.0 puts the address between angle brackets in its grammar, and some do.
            target: target
                .map(|uri| uri.trim_start_matches('<').trim_end_matches('>').to_owned())
                .filter(|uri| !uri.is_empty()),
            date: fields.get("warc-date").filter(|date| !date.is_empty()),
            media_type,
            charset,
            identified: content_type(&identified).0,
            languages: fields.get("warc-identified-content-language"),
        })
    }

    /// Why the record is passed over whatever is in it, if it is.
    pub(super) fn skip(&self, filter: &Filter) -> Option<Skip> {
        if self.kind == Kind::Other {
            return Some(Skip::RecordType);
        }
        let url = filter.url(self.target.as_deref());
        url.or_else(|| filter.language(self.languages.as_deref()))
    }

    /// The record by its address, for the beginning of a message.
    pub(super) fn describe(&self) -> String {
        match &self.target {
            Some(target) => format!("{target}: "),
            None => String::new(),
        }
    }
}

/// What a media type is to copydesk; `None` for what it does not read.
fn format_of(media_type: Option<&str>) -> Option<Format> {
    match media_type {
        None => Some(Format::Auto),
        Some("text/html" | "application/xhtml+xml" | "application/vnd.wap.xhtml+xml") => {
            Some(Format::Html)
        }
        Some("text/plain") => Some(Format::PlainText),
        Some(_) => None,
    }
}

/// The document of a record: none where it holds no page, with a failure where it is cut.
pub(super) fn read(
    header: &Header,
    block: &[u8],
    options: &Settings,
    skipped: &Skipped,
) -> Vec<Result<RawDocument, String>> {
    let read = match header.skip(&options.filter) {
        Some(skip) => Err(skip),
        None if header.kind == Kind::Response => read_response(header, block, options),
        None => read_file(header, block, &options.filter),
    };
    read.unwrap_or_else(|skip| {
        skipped.count(skip);
        Vec::new()
    })
}

/// What a record comes to, or why it is passed over.
type Read = Result<Vec<Result<RawDocument, String>>, Skip>;

fn read_response(header: &Header, block: &[u8], options: &Settings) -> Read {
    // Crawlers archive name look-ups and FTP as responses too, under a media type of their own.
    let other = header.media_type.as_deref();
    if other.is_some_and(|name| name != "application/http") {
        return Err(Skip::MediaType);
    }
    let Some(response) = http::parse(block) else {
        let message = "no HTTP response in a response record; fetch the file again";
        return Ok(vec![Err(message.to_owned())]);
    };
    let filter = &options.filter;
    if let Some(skip) = filter.status(response.status)
        && !options.every_status
    {
        return Err(skip);
    }
    let (media_type, charset) =
        content_type(&response.fields.get("content-type").unwrap_or_default());
    let media_type = media_type.or_else(|| header.identified.clone());
    let Some(format) = format_of(media_type.as_deref()) else {
        return Err(Skip::MediaType);
    };
    let language = || filter.language(response.fields.get("content-language").as_deref());
    let declared = header.languages.is_some();
    let skip = filter.media_type(media_type.as_deref());
    if let Some(skip) = skip.or_else(|| if declared { None } else { language() }) {
        return Err(skip);
    }
    let (bytes, damage) = match response.body(options.limit()) {
        Body::Whole(bytes) => (bytes, None),
        Body::Cut(bytes, why) => (bytes, Some(why)),
        Body::Unread(why) => return Ok(vec![Err(why)]),
        Body::TooLarge => return Ok(vec![Err(options.too_large())]),
    };
    let document = RawDocument {
        uri: header.target.clone(),
        media_type,
        charset,
        fetched: header.date.clone(),
        format,
        ..RawDocument::from_bytes(bytes)
    };
    let items = std::iter::once(Ok(document)).chain(damage.map(Err));
    Ok(items.collect())
}

fn read_file(header: &Header, block: &[u8], filter: &Filter) -> Read {
    let conversion = header.kind == Kind::Conversion;
    let media_type = header.media_type.clone();
    let media_type = media_type.or_else(|| conversion.then(|| "text/plain".to_owned()));
    let Some(format) = format_of(media_type.as_deref()) else {
        return Err(Skip::MediaType);
    };
    if let Some(skip) = filter.media_type(media_type.as_deref()) {
        return Err(skip);
    }
    // WET is UTF-8 by definition and seldom says so.
    let utf8 = conversion && format == Format::PlainText;
    Ok(vec![Ok(RawDocument {
        uri: header.target.clone(),
        media_type,
        charset: header
            .charset
            .clone()
            .or_else(|| utf8.then(|| "utf-8".to_owned())),
        fetched: header.date.clone(),
        format,
        ..RawDocument::from_bytes(block)
    })])
}
