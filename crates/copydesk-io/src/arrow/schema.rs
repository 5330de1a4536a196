//! The record as Arrow types: declared once, named as in its JSON.

use std::sync::{Arc, LazyLock};

use arrow_schema::{DataType, Field, Fields, Schema, SchemaRef};

/// The schema of a table of records.
///
/// Its fields have the names and the order of the record's JSON, and hold what stands there:
/// offsets count code points of `text`, those of `source` what `source.unit` names. A list that the
/// JSON leaves out is empty; any other value that it leaves out is null. Where the JSON has a list of
/// different things, the segments of `offsets`, there is a struct of five fields.
pub fn arrow_schema() -> SchemaRef {
    static SCHEMA: LazyLock<SchemaRef> = LazyLock::new(|| Arc::new(Schema::new(record())));
    Arc::clone(&SCHEMA)
}

pub(super) fn field(name: &str, kind: DataType) -> Field {
    Field::new(name, kind, true)
}

pub(super) fn text(name: &str) -> Field {
    field(name, DataType::Utf8)
}

pub(super) fn index(name: &str) -> Field {
    field(name, DataType::UInt32)
}

fn flag(name: &str) -> Field {
    field(name, DataType::Boolean)
}

pub(super) fn score(name: &str) -> Field {
    field(name, DataType::Float32)
}

pub(super) fn number(name: &str) -> Field {
    field(name, DataType::Float64)
}

fn object(name: &str, fields: Vec<Field>) -> Field {
    field(name, DataType::Struct(Fields::from(fields)))
}

/// A list that is empty where it is left out.
pub(super) fn list(name: &str, item: DataType) -> Field {
    Field::new_list(name, Field::new_list_field(item, true), false)
}

fn objects(name: &str, fields: Vec<Field>) -> Field {
    list(name, DataType::Struct(Fields::from(fields)))
}

/// Two values, or none.
fn pair(name: &str, item: DataType) -> Field {
    Field::new_list(name, Field::new_list_field(item, true), true)
}

fn source() -> Field {
    object("source", vec![index("start"), index("end")])
}

/// Something with a place, its own fields behind.
fn place(fields: Vec<Field>) -> Vec<Field> {
    let mut all = vec![index("start"), index("end"), text("text"), source()];
    all.extend(fields);
    all
}

fn link() -> Field {
    let fields = vec![text("kind"), index("through"), score("confidence")];
    object("link", fields)
}

fn participant() -> Vec<Field> {
    place(vec![index("entity")])
}

fn record() -> Vec<Field> {
    let mut all = vec![
        text("schema"),
        text("id"),
        object(
            "source",
            vec![
                text("uri"),
                text("media_type"),
                text("charset"),
                text("charset_evidence"),
                field("bytes", DataType::UInt64),
                text("fetched"),
                text("unit"),
            ],
        ),
        text("title"),
        list("byline", DataType::Utf8),
        text("site"),
        text("published"),
        text("modified"),
        text("language"),
        text("section"),
        text("image"),
        text("canonical_url"),
        text("description"),
        list("tags", DataType::Utf8),
        score("article_score"),
        objects("evidence", vec![text("field"), text("from"), source()]),
        objects("blocks", block()),
        text("text"),
        objects(
            "offsets",
            vec![
                index("text_start"),
                index("text_end"),
                index("source_start"),
                index("source_end"),
                text("kind"),
            ],
        ),
        objects("edits", place(vec![text("rule"), text("before")])),
        objects("sentences", place(vec![])),
        objects("tokens", place(vec![text("class")])),
    ];
    all.extend(things());
    all.extend(values());
    all.extend(statements());
    all.push(objects(
        "diagnostics",
        vec![
            text("code"),
            text("severity"),
            text("message"),
            index("start"),
            index("end"),
            source(),
        ],
    ));
    all
}

fn block() -> Vec<Field> {
    let mut all = vec![text("kind"), index("level"), flag("kept"), text("dropped")];
    all.extend(place(vec![
        objects(
            "within",
            vec![
                text("kind"),
                index("id"),
                index("item"),
                field("number", DataType::Int32),
            ],
        ),
        objects(
            "cells",
            place(vec![flag("header"), index("columns"), index("rows")]),
        ),
    ]));
    all
}

fn things() -> Vec<Field> {
    vec![
        objects(
            "mentions",
            place(vec![
                text("label"),
                index("entity"),
                score("confidence"),
                text("why"),
                link(),
                index("metonym_of"),
                list("holders", DataType::UInt32),
            ]),
        ),
        objects(
            "entities",
            vec![
                text("name"),
                text("label"),
                list("aliases", DataType::Utf8),
                object(
                    "identifiers",
                    vec![
                        text("country"),
                        text("wikidata"),
                        index("geonames"),
                        pair("coordinates", DataType::Float64),
                        text("id"),
                    ],
                ),
                list("mentions", DataType::UInt32),
                objects("roles", vec![text("title"), index("of"), index("mention")]),
                score("confidence"),
            ],
        ),
        objects("references", place(vec![index("entity"), link()])),
    ]
}

fn values() -> Vec<Field> {
    let reading = || vec![text("value"), pair("interval", DataType::Utf8)];
    let mut alternative = reading();
    alternative.push(score("confidence"));
    let mut date = vec![text("type"), text("modifier"), text("role"), text("anchor")];
    date.extend(reading());
    date.push(objects("alternatives", alternative));
    vec![
        objects("dates", place(date)),
        objects(
            "amounts",
            place(vec![
                text("type"),
                number("value"),
                text("unit"),
                text("modifier"),
                number("magnitude"),
                pair("range", DataType::Float64),
                text("dimension"),
                object("si", vec![number("value"), text("unit")]),
            ]),
        ),
        objects(
            "patterns",
            place(vec![
                text("type"),
                text("value"),
                list("words", DataType::Utf8),
                text("region"),
            ]),
        ),
    ]
}

fn statements() -> Vec<Field> {
    vec![
        objects(
            "quotes",
            place(vec![
                text("kind"),
                text("verb_class"),
                objects("quoted", place(vec![])),
                object("speaker", place(vec![])),
                index("speaker_entity"),
                text("speaker_kind"),
                index("addressee"),
                object("cue", place(vec![])),
            ]),
        ),
        objects(
            "claims",
            place(vec![
                text("status"),
                object("claimed_by", place(vec![])),
                index("claimed_by_entity"),
                text("claimed_by_kind"),
                object("cue", place(vec![])),
                objects(
                    "hedges",
                    vec![
                        text("kind"),
                        object("cue", place(vec![])),
                        object("scope", place(vec![])),
                    ],
                ),
                list("denied_by", DataType::UInt32),
                index("quote"),
            ]),
        ),
        objects(
            "events",
            place(vec![
                text("root"),
                text("cameo"),
                text("status"),
                object("clause", place(vec![])),
                objects("who", participant()),
                objects("whom", participant()),
                object(
                    "when",
                    vec![
                        text("value"),
                        pair("interval", DataType::Utf8),
                        index("date"),
                    ],
                ),
                object("where", participant()),
                index("claim"),
            ]),
        ),
    ]
}
