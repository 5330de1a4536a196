"""Articles as data frames and back: `Articles`, long tables, `from_arrow`, `Corpus.from_table`."""

import copy
import datetime
import pickle
import sys
from pathlib import Path
from typing import Any

import pytest
from documents import PAGE, TEXT

import copydesk

TABLES = ["mentions", "entities", "dates", "amounts", "quotes", "claims", "events"]


@pytest.fixture(scope="module")
def articles(pages: list[Path]) -> copydesk.Articles:
    return copydesk.Desk().read_all(pages)


def rows(table: copydesk.Table) -> list[dict[str, Any]]:
    pytest.importorskip("pyarrow")
    found: list[dict[str, Any]] = table.to_arrow().to_pylist()
    return found


def test_all_articles_at_once(pages: list[Path], articles: copydesk.Articles) -> None:
    assert isinstance(articles, list) and len(articles) == len(pages)
    assert articles == list(copydesk.Desk(threads=1).stream(pages))
    assert repr(articles) == f"Articles({len(pages)} articles)"
    assert repr(articles[:1]) == "Articles(1 article)"
    assert copydesk.Articles() == []
    told: list[int] = []
    copydesk.Desk().read_all([TEXT] * 3, progress=lambda documents, *_: told.append(documents))
    assert told == [1, 2, 3]


def test_parts_and_copies_are_articles(articles: copydesk.Articles) -> None:
    parts = [articles[1:3], articles + articles[:1], articles.copy(), copy.copy(articles)]
    parts += [copy.deepcopy(articles[:2]), pickle.loads(pickle.dumps(articles[:2]))]
    for part in parts:
        assert type(part) is copydesk.Articles
        assert type(part[0]) is copydesk.Article
    assert parts[-1] == articles[:2]
    assert articles[-1] == list(articles)[-1]


def test_records_as_data_frames(articles: copydesk.Articles) -> None:
    titles = [article.title for article in articles]
    corpus = copydesk.Corpus(articles)
    stream = copydesk.Desk().stream([TEXT, TEXT])
    assert len(stream.to_arrow()) == 2 and list(stream) == []
    pytest.importorskip("pandas")
    pytest.importorskip("pyarrow")
    for frame in (articles.to_pandas(), corpus.to_pandas()):
        assert frame["title"].where(frame["title"].notna(), None).tolist() == titles
    assert len(copydesk.Desk().stream([TEXT]).to_pandas()) == 1
    pytest.importorskip("polars")
    for frame in (articles.to_polars(), corpus.to_polars()):
        assert frame["title"].to_list() == titles
    assert len(copydesk.Desk().stream([TEXT]).to_polars()) == 1


def test_the_names_are_the_same_everywhere() -> None:
    for name in ["to_arrow", "to_pandas", "to_polars", "mentions", "claims", "dates", "table"]:
        for kind in (copydesk.Articles, copydesk.Corpus, copydesk.Stream):
            assert callable(getattr(kind, name))
    sources = [TEXT, PAGE]
    articles = copydesk.Desk().read_all(sources)
    corpus = copydesk.Corpus(articles)
    for name in ["mentions", "claims", "dates"]:
        tables = [
            getattr(articles, name)(),
            getattr(corpus, name)(),
            getattr(copydesk.Desk().stream(sources), name)(),
            articles.table(name),  # type: ignore[arg-type]
            copydesk.to_arrow(iter(articles), name),  # type: ignore[arg-type]
        ]
        assert len({table.to_bytes() for table in tables}) == 1


def test_a_long_table_has_a_row_for_each(articles: copydesk.Articles) -> None:
    for name in TABLES:
        found = rows(articles.table(name))  # type: ignore[arg-type]
        expected = [
            (at, article, number, part)
            for at, article in enumerate(articles)
            for number, part in enumerate(getattr(article, name))
        ]
        assert len(found) == len(expected) > 0
        for row, (at, article, number, part) in zip(found, expected, strict=True):
            assert (row["article"], row["number"], row["id"]) == (at, number, article.id)
            assert (row["uri"], row["published"]) == (article.source.uri, article.published)
            day = article.published and datetime.date.fromisoformat(article.published[:10])
            assert row["published_day"] == day
            if name != "entities":
                assert (row["start"], row["end"], row["text"]) == (part.start, part.end, part.text)
                source = (row["source_start"], row["source_end"], row["source_unit"])
                assert source == (part.source.start, part.source.end, part.source.unit)


def test_what_the_rows_say(articles: copydesk.Articles) -> None:
    def parts(name: str) -> list[Any]:
        return [part for article in articles for part in getattr(article, name)]

    for row, mention in zip(rows(articles.mentions()), parts("mentions"), strict=True):
        entity, identifiers = mention.entity, mention.entity.identifiers
        assert (row["label"], row["entity_name"], row["why"]) == (mention.label, entity.name, mention.why)
        assert row["confidence"] == pytest.approx(mention.confidence)
        known = (row["country"], row["wikidata"], row["geonames"], row["entity_id"])
        assert known == (identifiers.country, identifiers.wikidata, identifiers.geonames, identifiers.id)
        assert (row["lat"], row["lon"]) == (identifiers.coordinates or (None, None))
        assert row["holders"] == [holder.name for holder in mention.holders]
        assert articles[row["article"]].entities[row["entity"]] == entity
    for row, claim in zip(rows(articles.claims()), parts("claims"), strict=True):
        assert (row["status"], row["claimed_by_kind"]) == (claim.status, claim.claimed_by_kind)
        assert row["claimed_by"] == (claim.claimed_by and claim.claimed_by.text)
        assert row["claimed_by_name"] == (claim.claimed_by_entity and claim.claimed_by_entity.name)
        assert row["hedges"] == [hedge.text for hedge in claim.hedges]
        assert row["denied_by"] == [entity.name for entity in claim.denied_by]
    for row, date in zip(rows(articles.dates()), parts("dates"), strict=True):
        assert (row["type"], row["value"], row["anchor"]) == (date.type, date.value, date.anchor)
        if date.interval is None:
            assert row["first_day"] is row["last_day"] is None
        else:
            first, after = map(datetime.date.fromisoformat, date.interval)
            assert (row["first_day"], row["last_day"]) == (first, after - datetime.timedelta(days=1))
    for row, quote in zip(rows(articles.table("quotes")), parts("quotes"), strict=True):
        assert row["speaker_name"] == (quote.speaker_entity and quote.speaker_entity.name)
        assert row["quoted"] == [span.text for span in quote.quoted]
    for row, event in zip(rows(articles.table("events")), parts("events"), strict=True):
        assert (row["root"], row["status"], len(row["who"])) == (event.root, event.status, len(event.who))
        assert row["when"] == (event.when and event.when.value)
    for row, amount in zip(rows(articles.table("amounts")), parts("amounts"), strict=True):
        assert (row["type"], row["value"], row["unit"]) == (amount.type, amount.value, amount.unit)
    for row, entity in zip(rows(articles.table("entities")), parts("entities"), strict=True):
        assert (row["name"], row["aliases"], row["mentions"]) == (
            entity.name, entity.aliases, len(entity.mentions),
        )


def test_types_of_columns_do_not_depend_on_the_rows(articles: copydesk.Articles) -> None:
    pd = pytest.importorskip("pandas")
    pytest.importorskip("pyarrow")
    some, none = articles.mentions().to_pandas(), copydesk.Articles().mentions().to_pandas()
    assert list(some.columns) == articles.mentions().columns
    assert dict(some.dtypes) == dict(none.dtypes)
    assert some["geonames"].dtype == some["start"].dtype == pd.UInt32Dtype()
    assert articles.dates().to_pandas()["first_day"].dtype.kind == "M"
    # A week of news, as an analyst asks for it.
    dates = articles.dates().to_pandas()
    june = dates[dates["first_day"].between("2024-06-01", "2024-06-30")]
    assert set(june["value"].str[:7]) >= {"2024-06"}
    pl = pytest.importorskip("polars")
    assert articles.dates().to_polars()["first_day"].dtype == pl.Date


def test_a_table_that_does_not_exist(articles: copydesk.Articles) -> None:
    for ask in (articles.table, copydesk.Corpus().table, copydesk.Desk().stream([]).table):
        with pytest.raises(copydesk.ConfigurationError, match="no table `people`; the tables are mentions"):
            ask("people")  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("method", "missing", "extra"),
    [
        ("to_pandas", "pandas", "pandas"),
        ("to_pandas", "pyarrow", "pandas"),
        ("to_polars", "polars", "polars"),
    ],
)
def test_what_is_not_installed_is_named(
    monkeypatch: pytest.MonkeyPatch, method: str, missing: str, extra: str
) -> None:
    if method == "to_pandas" and missing == "pyarrow":
        pytest.importorskip("pandas")
    monkeypatch.setitem(sys.modules, missing, None)
    articles = copydesk.Articles()
    for thing in (articles, articles.mentions(), copydesk.Corpus()):
        with pytest.raises(ImportError, match=f"{missing} is not installed: pip install 'copydesk\\[{extra}\\]'"):
            getattr(thing, method)()


def test_a_table_survives_pickling(articles: copydesk.Articles) -> None:
    for table in (articles[:3].to_arrow(), articles.claims(), copydesk.Articles().dates()):
        for again in (pickle.loads(pickle.dumps(table)), copy.copy(table), copy.deepcopy(table)):
            assert again.to_bytes() == table.to_bytes() and again.columns == table.columns
    assert repr(articles[:3].to_arrow()).startswith("Table(3 records, ")
    assert repr(copydesk.Articles().dates()).startswith("Table(0 rows, ")
    whole = articles[:3].to_arrow().to_bytes()
    for broken in (b"", b"nothing", whole[: len(whole) // 2], whole[:40] + b"\xff" * 200 + whole[240:]):
        with pytest.raises(copydesk.ReadError, match="no stream of Arrow IPC"):
            copydesk.Table.from_bytes(broken)


def engines(table: copydesk.Table) -> list[Any]:
    """A table as the engines that are installed hold it."""
    held: list[Any] = [table]
    pyarrow = pytest.importorskip("pyarrow")
    held.append(table.to_arrow())
    for name, frame in [("pandas", "to_pandas"), ("polars", "to_polars")]:
        try:
            __import__(name)
        except ImportError:
            continue
        held.append(getattr(table, frame)())
    try:
        import duckdb
    except ImportError:
        return held
    records = pyarrow.table(table)
    connection = duckdb.connect()
    connection.register("records", records)
    held.append(connection.sql("select * from records"))
    return held


def test_records_come_back_from_every_engine(articles: copydesk.Articles) -> None:
    for table in engines(articles.to_arrow()):
        again = copydesk.from_arrow(table)
        assert type(again) is copydesk.Articles
        for mine, original in zip(again, articles, strict=True):
            # Confidences have 32 bits in the table.
            assert mine.mentions[:3] == original.mentions[:3]
            assert mine.claims == original.claims and mine.blocks == original.blocks
            assert mine.dates == original.dates and mine.offsets == original.offsets
            assert mine.to_markdown() == original.to_markdown()
        assert again == articles, type(table)
    assert copydesk.Articles.from_table(articles.to_arrow()) == articles


def test_a_corpus_of_a_table(articles: copydesk.Articles) -> None:
    corpus = copydesk.Corpus(articles)
    again = copydesk.Corpus.from_table(articles.to_arrow(), name_days=183)
    assert list(again) == articles
    assert [entity.name for entity in again.entities] == [entity.name for entity in corpus.entities]
    pl = pytest.importorskip("polars")
    frame = articles.to_polars().filter(pl.col("language") == "en").select(
        "id", "source", "text", "offsets", "published", "title", "mentions", "entities"
    )
    chosen = copydesk.Corpus.from_table(frame)
    assert len(chosen) == len(frame)
    first = next(iter(chosen))
    assert first.mentions == articles[[it.id for it in articles].index(first.id)].mentions
    assert first.claims == [] and first.blocks == []


def test_raw_documents_of_a_table() -> None:
    pa = pytest.importorskip("pyarrow")
    table = pa.table({"url": ["a", "b", "c"], "page": [PAGE, None, TEXT], "day": ["2024-06-20"] * 3})
    articles = copydesk.from_arrow(table, "page", uri="url", fetched="day")
    assert [article.source.uri for article in articles] == ["a", "b", "c"]
    assert articles[0].source.fetched == "2024-06-20"
    assert articles[1].diagnostics[0].severity == "error"
    desk = copydesk.Desk(stages=["parse"])
    assert copydesk.Corpus.from_table(table, column="page", desk=desk).entities == []
    assert len(copydesk.Articles.from_table(table, "page", format="text")) == 3


def test_what_is_missing_in_a_table_is_named() -> None:
    pa = pytest.importorskip("pyarrow")
    table = pa.table({"url": ["a"], "html": [PAGE]})
    for read in (copydesk.from_arrow, copydesk.Corpus.from_table, copydesk.Articles.from_table):
        with pytest.raises(
            copydesk.ConfigurationError,
            match='no column `id`, which a record needs; its columns are `url`, `html`.*column="html"',
        ):
            read(table)
        with pytest.raises(copydesk.ConfigurationError, match="no column `page`; its columns are `url`"):
            read(table, "page")
        with pytest.raises(copydesk.ConfigurationError, match="uri is given, but no column"):
            read(table, uri="url")
        with pytest.raises(TypeError, match="table must be a table"):
            read([PAGE])  # type: ignore[arg-type]
    records = copydesk.Desk().read_all([TEXT, PAGE]).to_arrow().to_arrow()
    at = records.column_names.index("text")
    broken = records.set_column(at, "text", pa.array(["The dam held.", "Another text."]))
    with pytest.raises(copydesk.RecordError, match="row 1 is no record"):
        copydesk.from_arrow(broken)
    at = records.column_names.index("entities")
    with pytest.raises(copydesk.RecordError, match="`mentions` names number 0 of `entities`"):
        copydesk.from_arrow(records.remove_column(at))
    with pytest.raises(copydesk.ConfigurationError, match="is a column and no table"):
        copydesk.from_arrow(records["text"])


def test_duckdb_over_parquet(tmp_path: Path, articles: copydesk.Articles) -> None:
    """Claims by status of each story: the SQL of the cookbook."""
    duckdb = pytest.importorskip("duckdb")
    pa = pytest.importorskip("pyarrow")
    pq = pytest.importorskip("pyarrow.parquet")
    corpus = copydesk.Corpus(articles)
    # As `copydesk read pages/ -o records.parquet` writes them, and long.
    pq.write_table(articles.to_arrow().to_arrow(), tmp_path / "records.parquet")
    pq.write_table(articles.claims().to_arrow(), tmp_path / "claims.parquet")
    pq.write_table(pa.table(corpus.stories()), tmp_path / "stories.parquet")
    connection = duckdb.connect()
    connection.sql(f"set file_search_path = '{tmp_path}'")
    found = connection.sql(
        """
        select headline, status, count(*) as claims
        from 'claims.parquet' join 'stories.parquet' using (article)
        group by all order by all
        """
    ).fetchall()
    expected: dict[tuple[str, str], int] = {}
    for story in corpus.stories():
        for article in story.articles:
            for claim in article.claims:
                key = (story.headline, claim.status)
                expected[key] = expected.get(key, 0) + 1
    assert [(headline, status, count) for headline, status, count in found] == sorted(
        (headline, status, count) for (headline, status), count in expected.items()
    )
    nested = connection.sql(
        """
        select claim.status, count(*)
        from (select unnest(claims) as claim from 'records.parquet')
        group by all order by all
        """
    ).fetchall()
    statuses = [claim.status for article in articles for claim in article.claims]
    assert nested == sorted((status, statuses.count(status)) for status in set(statuses))

