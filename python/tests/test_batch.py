"""Batches in comfort: Ctrl-C, pickling, processes and threads."""

import copy
import multiprocessing
import os
import pickle
import subprocess
import sys
import textwrap
import threading
from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest
from documents import LISTS, PAGE, TEXT

import copydesk

# Each of these takes long, and is done again and again until Ctrl-C: machines differ in how long.
PREPARE = """
    import copydesk
    sentence = "The King of Norway and Anna Berg of Acme Ltd said in Oslo on 1 May 2024 that 5 ships sank. "
    long = ("<p>" + sentence * 8 + "</p>\\n") * 25_000
    texts = ["Minister Ane Dahl met ships in Oslo. " * 40] * 200_000
"""
CALLS = {
    "read": "copydesk.read(long)",
    "read_text": "copydesk.read_text(long)",
    "extract": "[copydesk.extract(long) for _ in range(100)]",
    "Desk.read": "copydesk.Desk().read(long)",
    "stream of one thread": "list(copydesk.Desk(threads=1).stream([(None, long)]))",
    "stream of threads": "list(copydesk.Desk(threads=2).stream([(None, long)] * 3))",
    "stream of many": "list(copydesk.Desk().stream((None, text) for text in texts))",
    "read_all": "copydesk.Desk().read_all([(None, text) for text in texts])",
    "table": "copydesk.Desk().table(texts)",
    "batches": "list(copydesk.Desk().batches([long]))",
    "to_arrow": "copydesk.Desk().stream([(None, long)]).to_arrow()",
    "Corpus.extend": "copydesk.Corpus().extend(copydesk.Desk().stream([(None, text) for text in texts]))",
}


def interrupted(prepare: str, call: str, after: float) -> float:
    """Seconds from SIGINT to KeyboardInterrupt, in a process of its own."""
    lines = [
        textwrap.dedent(prepare),
        "import os, signal, threading, time",
        "signal.signal(signal.SIGINT, signal.default_int_handler)",
        "sent = 0.0",
        "def send():",
        "    global sent",
        "    sent = time.monotonic()",
        "    os.kill(os.getpid(), signal.SIGINT)",
        f"threading.Timer({after}, send).start()",
        "try:",
        f"    {call}",
        "except KeyboardInterrupt:",
        "    print(time.monotonic() - sent, flush=True)",
        "    os._exit(0)",
        "os._exit(1)",
    ]
    done = subprocess.run(
        [sys.executable, "-c", "\n".join(lines)],
        capture_output=True, text=True, timeout=120, check=False,
    )
    assert done.returncode == 0, f"it ended before Ctrl-C: {done.stderr}"
    return float(done.stdout)


@pytest.mark.skipif(sys.platform == "win32", reason="no process can send itself SIGINT there")
@pytest.mark.parametrize("call", CALLS.values(), ids=CALLS.keys())
def test_ctrl_c_stops_long_before_the_work_would_end(call: str) -> None:
    # The bound is generous: machines of tests are busy. It is some hundredths of a second.
    assert interrupted(PREPARE, f"while True: {call}", 0.5) < 5


@pytest.mark.skipif(sys.platform == "win32", reason="no process can send itself SIGINT there")
@pytest.mark.parametrize(
    "call",
    [
        "corpus.duplicates()",
        "corpus.stories()",
        "corpus.timeline()",
        "corpus.to_arrow()",
        "corpus.claims()",
        "corpus.report()",
    ],
)
def test_ctrl_c_stops_questions_to_a_corpus(call: str) -> None:
    prepare = """
        import copydesk
        article = copydesk.read(
            "Storm in Oslo\\n\\nPrime Minister Ane Dahl said on 1 May 2024 in Oslo that ships of Norway sank. " * 5
        )
        corpus = copydesk.Corpus([article] * 3000)
    """
    assert interrupted(prepare, f"while True: {call}", 0.3) < 5


def sent(thing: Any) -> list[Any]:
    """What comes back of it from other processes, and of copies."""
    protocols = range(2, pickle.HIGHEST_PROTOCOL + 1)
    return [
        *(pickle.loads(pickle.dumps(thing, protocol)) for protocol in protocols),
        copy.copy(thing),
        copy.deepcopy(thing),
    ]


@pytest.fixture(scope="module")
def article() -> copydesk.Article:
    return copydesk.read(PAGE.encode(), tokens=True)


def test_articles_and_all_their_parts_are_sent(
    article: copydesk.Article, statements: copydesk.Article
) -> None:
    for record in (article, statements):
        for again in sent(record):
            assert again == record
        for name in LISTS:
            for part in getattr(record, name):
                for again in sent(part):
                    assert type(again) is type(part) and again == part, part
        for again in sent(record.source):
            assert again == record.source
    spans: list[Any] = [*article.sentences[:1], article.mentions[0].source]
    for claim in statements.claims:
        spans += [*claim.hedges, claim.cue, claim.claimed_by, *(hedge.scope for hedge in claim.hedges)]
    for event in statements.events:
        spans += [*event.who, *event.whom, event.where, event.clause]
    spans += [cell for block in statements.blocks for cell in block.cells]
    for span in filter(None, spans):
        for again in sent(span):
            assert type(again) is type(span) and again == span
    for found in (*copydesk.mentions(TEXT), *copydesk.tokens(TEXT), *copydesk.dates(TEXT)):
        for again in sent(found):
            assert again == found


def test_parts_are_sent_with_one_copy_of_their_article(article: copydesk.Article) -> None:
    alone = len(pickle.dumps(article))
    assert len(pickle.dumps(article.mentions)) < alone + 100 * len(article.mentions)
    assert len(pickle.dumps((article, article.mentions))) < alone + 100 * len(article.mentions)
    mentions = pickle.loads(pickle.dumps(article.mentions))
    assert [mention.entity for mention in mentions] == [it.entity for it in article.mentions]


def test_a_part_that_its_article_does_not_have_is_refused(article: copydesk.Article) -> None:
    make = article._view  # type: ignore[attr-defined]
    for wrong in [("Mention", 9_999), ("Span", 3, 9_999_999), ("Span", 5, 3), ("Hedge", 99, 0), ("Name", 0)]:
        with pytest.raises(copydesk.RecordError, match="not the one that was pickled"):
            make(*wrong, *[None] * (4 - len(wrong)))


def test_what_is_not_sent_says_what_to_send(article: copydesk.Article) -> None:
    corpus = copydesk.Corpus([article])
    things: list[tuple[Any, str]] = [
        (article.mentions[0].link, "its article"),
        (article.entities[0].identifiers, "its entity"),
        (copydesk.normalize("text"), "the text"),
        (copydesk.Desk().stream([]), "its articles"),
        (copydesk.Desk().batches([PAGE]), "its tables"),
        (corpus.entities[0], "the corpus"),
        (corpus.stories(), "the corpus"),
        (corpus.timeline(), "the corpus"),
        (corpus.duplicates()[0], "the Duplicates"),
    ]
    for thing, instead in things:
        with pytest.raises(TypeError, match=f"cannot pickle a {type(thing).__name__}: pickle {instead}"):
            pickle.dumps(thing)


NAMES: list[dict[str, Any]] = [
    {"name": "Arctic Wire", "type": "ORG", "id": "w-1", "aliases": ["AW"], "case_sensitive": False},
    {"name": "Lars Holm", "type": "PERSON"},
]
OPTIONS: dict[str, Any] = {
    "threads": 2,
    "tokens": True,
    "reference_date": "2024-05-15",
    "title_in_text": False,
    "normalize": {"preset": "search", "strip_accents": True},
    "min_confidence": 0.4,
    "gazetteer": NAMES,
    "statements": False,
    "max_seconds": 60,
    "max_text_bytes": 100_000,
}


def test_desks_are_sent_with_all_their_options(tmp_path: Path) -> None:
    text = "Arctic Wire and Lars Holm of AW met\nyesterday in Troms\u00f8. " + TEXT
    for options in (*({name: value} for name, value in OPTIONS.items()), OPTIONS, {"stages": ["parse"]}):
        desk = copydesk.Desk(**options)
        for again in sent(desk):
            assert repr(again) == repr(desk)
            assert again.read(text) == desk.read(text), options
    # The file may be gone where the desk arrives.
    path = tmp_path / "companies.jsonl"
    path.write_text('{"name": "Arctic Wire", "type": "ORG"}\n')
    desk = copydesk.Desk(gazetteer=path)
    pickled = pickle.dumps(desk)
    path.unlink()
    (mention,) = [it for it in pickle.loads(pickled).read(text).mentions if "gazetteer" in it.why]
    assert (mention.text, mention.why) == ("Arctic Wire", "gazetteer:companies")
    # What the caller does to the dict later changes nothing.
    switches: dict[str, bool | str] = {"preset": "search"}
    desk = copydesk.Desk(normalize=switches)
    switches["no such"] = True
    assert pickle.loads(pickle.dumps(desk)).read(TEXT) == desk.read(TEXT)


def test_gazetteers_and_corpora_are_sent(article: copydesk.Article, statements: copydesk.Article) -> None:
    gazetteer = copydesk.Gazetteer(NAMES, [{"name": "Harbour Line", "type": "ORG"}], accent_sensitive=False)
    for again in sent(gazetteer):
        assert repr(again) == repr(gazetteer)
        text = "AW, Harbour Line and Lars Holm"
        assert copydesk.mentions(text, gazetteer=again) == copydesk.mentions(text, gazetteer=gazetteer)
    roles = [{"office": "Prime Minister", "of": "Norway", "holder": "Jonas Gahr St\u00f8re", "from": "2021-10-14"}]
    corpus = copydesk.Corpus([article, statements], roles=roles, known=NAMES, name_days=10, event_days=3)
    for again in sent(corpus):
        assert list(again) == list(corpus) and repr(again) == repr(corpus)
        assert [entity.name for entity in again.entities] == [entity.name for entity in corpus.entities]
        assert [event.text for event in again.events] == [event.text for event in corpus.events]
        again.add(article)
        assert len(again) == 3 and len(corpus) == 2
    for again in sent(copydesk.Duplicates(days=3)):
        assert repr(again) == "Duplicates(0 documents)"


DESK = copydesk.Desk(threads=1, tokens=True)


def read_with_tokens(page: str) -> copydesk.Article:
    return DESK.read(page)


def first_mention(page: str) -> copydesk.Mention:
    return copydesk.read(page).mentions[0]


CONTEXTS = [name for name in ("fork", "spawn", "forkserver") if name in multiprocessing.get_all_start_methods()]


@pytest.mark.parametrize("method", CONTEXTS)
@pytest.mark.filterwarnings("ignore:.*multi-threaded.*:DeprecationWarning")
def test_processes_share_the_work(method: str, pages: list[Path]) -> None:
    paths = [str(path) for path in pages[:6]]
    desk = copydesk.Desk(threads=2, tokens=True)
    expected = desk.read_all(paths)
    context = multiprocessing.get_context(method)
    with context.Pool(2) as pool:
        assert pool.map_async(desk.read, paths).get(timeout=120) == expected
        assert pool.map_async(read_with_tokens, paths).get(timeout=120) == expected
        mentions = pool.map_async(first_mention, [PAGE] * 3).get(timeout=120)
        assert mentions == [copydesk.read(PAGE).mentions[0]] * 3
        parts = pool.map_async(desk.read_all, [paths[:3], paths[3:]]).get(timeout=120)
        assert parts[0] + parts[1] == expected and type(parts[0]) is copydesk.Articles


@pytest.mark.filterwarnings("ignore:.*multi-threaded.*:DeprecationWarning")
def test_an_executor_of_processes() -> None:
    desk = copydesk.Desk(threads=1)
    with ProcessPoolExecutor(2, mp_context=multiprocessing.get_context("spawn")) as pool:
        assert list(pool.map(desk.read, [PAGE, TEXT], timeout=120)) == [desk.read(PAGE), desk.read(TEXT)]


def test_threads_share_a_desk_and_a_corpus(pages: list[Path]) -> None:
    desk = copydesk.Desk(threads=2)
    expected = desk.read_all(pages)
    corpus = copydesk.Corpus()
    with ThreadPoolExecutor(8) as pool:
        assert list(pool.map(desk.read, pages)) == expected
        assert list(pool.map(desk.read_all, [pages] * 4)) == [expected] * 4
        assert all(table == expected.claims().to_bytes() for table in
                   pool.map(lambda _: expected.claims().to_bytes(), range(8)))
        list(pool.map(corpus.add, expected))
        list(pool.map(lambda _: corpus.stories(), range(4)))
    assert len(corpus) == len(expected)


def test_a_long_call_in_another_thread_is_not_asked_for_signals() -> None:
    text = "The King of Norway spoke in Oslo on 1 May 2024. " * 5_000
    found: list[int] = []
    other = threading.Thread(target=lambda: found.append(len(copydesk.read_text(text).mentions)))
    other.start()
    other.join()
    assert found == [len(copydesk.read_text(text).mentions)]


def test_desks_with_other_options_stand_side_by_side() -> None:
    desks = [
        copydesk.Desk(tokens=True),
        copydesk.Desk(stages=["parse"]),
        copydesk.Desk(gazetteer=NAMES),
        copydesk.Desk(normalize="search"),
        copydesk.Desk(),
    ]
    text = "Lars Holm of Arctic Wire met\u2026 " + TEXT
    alone = [desk.read(text) for desk in desks]
    streams = [desk.stream([text] * 5) for desk in desks]
    for _ in range(5):
        assert [next(stream) for stream in streams] == alone
    assert len({article.to_json() for article in alone}) == len(desks)


def test_the_import_brings_nothing_that_is_not_asked_for() -> None:
    program = """
        import sys
        before = set(sys.modules)
        import copydesk
        new = {name.partition(".")[0] for name in set(sys.modules) - before}
        print(*sorted(new - {"copydesk"}))
    """
    done = subprocess.run(
        [sys.executable, "-S", "-c", textwrap.dedent(program)],
        capture_output=True, text=True, check=True,
        env={**os.environ, "PYTHONPATH": str(Path(copydesk.__file__).parents[1])},
    )
    heavy = {"typing", "re", "pandas", "polars", "pyarrow", "numpy", "tqdm", "spacy", "json", "asyncio", "logging"}
    assert heavy.isdisjoint(done.stdout.split()), done.stdout
