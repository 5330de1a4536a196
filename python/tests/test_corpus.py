"""Many articles together: who is who across them, who held which office, and what happened when."""

import datetime
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

import copydesk
from copydesk import Article, Corpus, CorpusEntity, Mention

MAY = (
    "Norwegian Foreign Minister Kari Lund flew from Oslo to Accra on 14 May 2024. "
    "Lund met Kofi Mensah of the Harbour Union in Accra."
)
JUNE = "In Accra, Norway's Foreign Minister said that the port would open. Kofi Mensah welcomed that."
APART = [
    ("2024-05-01", "Ivan Karpenko of Norway spoke at the Arctic Council."),
    ("2024-05-02", "Olga Karpenko swam in Ghana for the Tema Divers."),
    ("2024-05-03", "Karpenko told the Arctic Council about Norway."),
]
ROLES = [
    {"office": "Foreign Minister", "of": "Norway", "holder": "Nils Berg", "from": "2024-06-01"},
    {"office": "Foreign Minister", "of": "Norway", "holder": "Kari Lund", "to": "2024-06-01"},
]


def article(day: str, text: str) -> Article:
    return copydesk.Desk(reference_date=day).read(
        f"<meta property='article:published_time' content='{day}'><article><p>{text}</p></article>"
    )


@pytest.fixture(scope="module")
def two() -> list[Article]:
    return [article("2024-05-15", MAY), article("2024-06-10", JUNE)]


@pytest.fixture()
def corpus(two: list[Article]) -> Corpus:
    return Corpus(two)


def named(corpus: Corpus, name: str) -> CorpusEntity:
    (found,) = [entity for entity in corpus.entities if entity.name == name]
    return found


def mention(article: Article, text: str) -> Mention:
    return next(mention for mention in article.mentions if mention.text == text)


def office(article: Article) -> Mention:
    return next(mention for mention in article.mentions if mention.label == "TITLE")


def test_the_articles_are_shared(corpus: Corpus, two: list[Article]) -> None:
    assert (len(corpus), list(corpus)) == (2, two)
    assert [article.published for article in corpus] == ["2024-05-15", "2024-06-10"]
    assert len(Corpus()) == 0 and Corpus().entities == [] and list(Corpus()) == []
    assert repr(corpus) == f"Corpus(2 articles, {len(corpus.entities)} entities)"


def test_one_person_in_two_articles(corpus: Corpus, two: list[Article]) -> None:
    mensah = named(corpus, "Kofi Mensah")
    assert (mensah.label, mensah.articles) == ("PERSON", two)
    assert [mention.text for mention in mensah.mentions] == ["Kofi Mensah", "Kofi Mensah"]
    first, second = mensah.evidence
    assert (first.kind, first.through, first.confidence) == ("first", None, 1.0)
    assert (second.kind, second.article) == ("name", two[1])
    assert second.entity.name == "Kofi Mensah" and second.through == first.entity
    assert mensah.confidence == min(first.confidence, second.confidence)
    assert repr(mensah) == "CorpusEntity('Kofi Mensah', PERSON, 2 articles)"
    assert repr(second) == "Merge('Kofi Mensah', name, through 'Kofi Mensah', 0.95)"
    here, there = (corpus.entity(mention(one, "Kofi Mensah")) for one in two)
    assert here == there == mensah and len({here, there}) == 1
    norway = corpus.entity(two[1].entities[0])
    assert norway is not None and norway.name == two[1].entities[0].name


def test_an_office_is_answered_from_another_article(corpus: Corpus, two: list[Article]) -> None:
    unnamed = office(two[1])
    assert unnamed.holders == []
    holder = corpus.who(unnamed)
    assert holder is not None and (holder.name, holder.given) == ("Kari Lund", False)
    assert holder.entity == named(corpus, "Kari Lund") == corpus.stands_for(unnamed)
    assert [found.text for found in holder.evidence] == ["Foreign Minister"]
    assert 0.5 < holder.confidence < 1
    assert repr(holder) == f"Holder('Kari Lund', 1 mention, {holder.confidence})"
    again = corpus.who(unnamed.entity)
    assert again is not None and again.name == "Kari Lund"
    assert corpus.who(mention(two[1], "Kofi Mensah")) is None
    (role,) = named(corpus, "Kari Lund").roles
    assert (role.title, role.first, role.last) == ("Foreign Minister", "2024-05-15", "2024-05-15")
    assert role.of is not None and role.of.name == "Norway" and role.evidence
    assert repr(role) == "CorpusRole('Foreign Minister', 2024-05-15)"
    (found,) = [found for found in corpus.offices if found.title == "Foreign Minister"]
    ((person, same),) = found.holders
    assert found.of == role.of and person.name == "Kari Lund" and same.first == role.first
    assert repr(found) == "CorpusOffice('Foreign Minister', 1 holder)"


def test_two_people_of_one_surname_are_two() -> None:
    corpus = Corpus(article(*one) for one in APART)
    ivan, olga = named(corpus, "Ivan Karpenko"), named(corpus, "Olga Karpenko")
    assert ivan != olga and len(olga.articles) == 1
    assert "Karpenko" in ivan.aliases and ivan.evidence[-1].kind == "part"
    away = Corpus([article(*APART[0]), article("2027-05-03", APART[2][1])])
    assert len(named(away, "Ivan Karpenko").articles) == 1
    near = Corpus(away, name_days=2000)
    assert len(named(near, "Ivan Karpenko").articles) == 2


def test_the_table_of_the_user_comes_first(two: list[Article], tmp_path: Path) -> None:
    path = tmp_path / "roles.csv"
    path.write_text("office,of,holder,from,to\nForeign Minister,Norway,Nils Berg,2024-06-01,\n")
    sources: list[Any] = [ROLES, iter(ROLES), path, str(path)]
    for roles in sources:
        corpus = Corpus(two, roles=roles)
        holder = corpus.who(office(two[1]))
        assert holder is not None and (holder.name, holder.given) == ("Nils Berg", True)
        assert (holder.entity, holder.evidence, holder.confidence) == (None, [], 1.0)
        assert repr(holder) == "Holder('Nils Berg', given, 1)"
    known = [{"name": "Nils Berg", "type": "PERSON", "id": "p-1"}]
    by_id = [{**ROLES[0], "holder": "p-1"}]
    three = [*two, article("2024-06-11", "Nils Berg spoke in Oslo.")]
    corpus = Corpus(three, roles=by_id, known=known)
    holder = corpus.who(office(two[1]))
    assert holder is not None and holder.entity == named(corpus, "Nils Berg")
    assert named(corpus, "Nils Berg").identifiers.id == "p-1"


def test_tables_of_many_kinds(two: list[Article]) -> None:
    rows = [{**row, "from": datetime.date(2024, 6, 1), "to": float("nan")} for row in ROLES[:1]]
    tables: list[Any] = [rows]
    pa = pytest.importorskip("pyarrow")
    tables.append(pa.Table.from_pylist([{**ROLES[0], "from": datetime.date(2024, 6, 1)}]))
    pandas = pytest.importorskip("pandas")
    frame = pandas.DataFrame(ROLES[:1])
    frame["from"] = pandas.to_datetime(frame["from"])
    tables += [frame, frame.to_dict("records")]
    for table in tables:
        holder = Corpus(two, roles=table).who(office(two[1]))
        assert holder is not None and holder.name == "Nils Berg"


@pytest.mark.parametrize(
    ("roles", "message"),
    [
        ([{"office": "Mayor", "of": "Oslo"}], "item 1 of the table of roles: holder is empty"),
        (
            [ROLES[0], {**ROLES[0], "from": "2024-02-30"}],
            'item 2 of the table of roles: from is "2024-02-30", which is no day; write one as',
        ),
        ([{**ROLES[0], "to": 2024}], "to is a number; it has to be a day such as 2021-10-14"),
        ([{**ROLES[0], "to": "2024-06-01"}], "to is 2024-06-01, which is not behind from"),
        ("office,of,holder\nMayor,Oslo,Kari Lund", "the table of roles is a text with line breaks"),
    ],
)
def test_mistakes_in_tables(roles: Any, message: str) -> None:
    with pytest.raises(copydesk.ConfigurationError, match=message):
        Corpus(roles=roles)


def test_mistakes(corpus: Corpus, two: list[Article], tmp_path: Path) -> None:
    with pytest.raises(copydesk.SourceNotFoundError):
        Corpus(roles=tmp_path / "missing.csv")
    with pytest.raises(TypeError, match="the table of roles must be a path, a table"):
        Corpus(roles=5)  # type: ignore[arg-type]
    with pytest.raises(TypeError, match="item 2 of articles must be an Article, not str"):
        corpus.extend([two[0], "no article"])  # type: ignore[list-item]
    assert len(corpus) == 3
    with pytest.raises(TypeError, match="articles must be a list or stream of articles, not Article"):
        corpus.extend(two[0])  # type: ignore[arg-type]
    with pytest.raises(TypeError, match="article must be an Article, not int"):
        corpus.add(5)  # type: ignore[arg-type]
    with pytest.raises(TypeError, match="must be a Mention or Entity, not str"):
        corpus.entity("Kari Lund")  # type: ignore[arg-type]
    other = article("2024-07-01", "Ruth Fenberg spoke in Lima.")
    with pytest.raises(ValueError, match="not in the corpus; add the article first"):
        corpus.entity(other.mentions[0])
    copy = Article.from_json(two[0].to_json())
    assert corpus.entity(mention(copy, "Kofi Mensah")) == named(corpus, "Kofi Mensah")


def test_an_exception_of_the_iterable_is_raised(two: list[Article]) -> None:
    def broken() -> Iterator[Article]:
        yield two[0]
        raise KeyError("gone")

    corpus = Corpus()
    with pytest.raises(KeyError, match="gone"):
        corpus.extend(broken())
    assert len(corpus) == 1


def test_articles_are_added_one_by_one(two: list[Article]) -> None:
    corpus = Corpus()
    corpus.add(two[0])
    before = named(corpus, "Kofi Mensah")
    lund = corpus.stands_for(mention(two[0], "Lund"))
    assert lund is not None and lund.name == "Kari Lund"
    corpus.add(two[1])
    after = corpus.entity(before)
    assert (len(before.articles), after and len(after.articles)) == (1, 2)
    assert after is not None and after.id == before.id
    at_once = Corpus(two)
    assert [repr(entity) for entity in corpus.entities] == [repr(entity) for entity in at_once.entities]
    assert [repr(event) for event in corpus.events] == [repr(event) for event in at_once.events]
    # What was returned before holds.
    assert before.evidence[0].article == two[0] and lund.roles[0].of is not None


def test_events_and_the_timeline() -> None:
    told = [
        ("2024-05-21", "Kari Lund will meet Kofi Mensah in Oslo on 3 June 2024."),
        ("2024-05-15", "Kari Lund met Kofi Mensah in Accra on 14 May 2024."),
        ("2024-05-16", "Kofi Mensah met Kari Lund in Accra on 14 May 2024, <b>he</b> said."),
    ]
    corpus = Corpus(article(*one) for one in told)
    (met,) = [event for event in corpus.events if event.date == "2024-05-14" and len(event.events) > 1]
    assert (met.root, met.status, met.interval) == ("CONSULT", "confirmed", ("2024-05-14", "2024-05-15"))
    assert len(met.articles) == 2 and not met.by_publication and "confirmed" in met.statuses
    assert {entity.name for entity in [*met.who, *met.whom]} == {"Kari Lund", "Kofi Mensah"}
    assert repr(met).startswith("CorpusEvent(CONSULT confirmed, 2024-05-14, ")
    timeline = corpus.timeline()
    entries = list(timeline)
    assert [entry.date for entry in entries] == ["2024-05-14", "2024-06-03"]
    assert len(timeline) == 2 and repr(timeline[-1]) == repr(entries[1])
    assert [repr(entry) for entry in timeline[:1]] == [repr(entries[0])]
    with pytest.raises(IndexError):
        timeline[2]
    first, last = entries
    assert (first.status, last.status) == ("confirmed", "expected")
    assert first.interval == ("2024-05-14", "2024-05-15") and "Accra" in first.text
    assert [event.root for event in first.events] == ["CONSULT", "CONSULT"]
    assert len(first.articles) == 2 and len(first.groups) == 1
    assert repr(first).startswith("TimelineEntry(2024-05-14, confirmed, ")
    assert repr(timeline) == "Timeline(2 entries, 2024-05-14 to 2024-06-03)"
    assert repr(Corpus().timeline()) == "Timeline(0 entries)"


def test_notebooks(two: list[Article]) -> None:
    hostile = [{"name": "<script>Lund & Co", "type": "ORG", "aliases": ["Harbour Union"]}]
    corpus = Corpus(two, known=hostile)
    page = corpus._repr_html_()
    assert "<script>" not in page and "&lt;script&gt;Lund &amp; Co" in page
    assert "<h3>Corpus of 2 articles</h3>" in page and "Kofi Mensah" in page and page.endswith("</div>")
    timeline = corpus.timeline()._repr_html_()
    assert "2024-05-14" in timeline and "<script" not in timeline
    assert "0 times" in Corpus().timeline()._repr_html_()


STRIKE = [
    ("2024-05-03", "The strike of the Harbour Union shut the port of Tema in Ghana for a second day. "
     "Kofi Mensah said that all 340 dockers would stay out."),
    ("2024-05-02", "Dockers of the Harbour Union walked out of the port of Tema in Ghana. Kofi Mensah "
     "of the union said that 340 dockers were on strike over pay."),
]
BANK = ("2024-05-02", "Norway named Ingrid Solheim governor of Norges Bank. The economist follows Lars "
        "Dahl, who retires in August after 12 years at the central bank.")


def test_stories() -> None:
    corpus = Corpus(article(*one) for one in [STRIKE[0], BANK, STRIKE[1]])
    stories = corpus.stories()
    strike = next(story for story in stories if len(story) == 2)
    assert len(stories) == 2 and [len(story.articles) for story in stories[:]] in ([2, 1], [1, 2])
    assert (strike.start, strike.end) == ("2024-05-02", "2024-05-03")
    assert [one.published for one in strike.articles] == ["2024-05-02", "2024-05-03"]
    assert strike.headline and stories[strike.id].headline == strike.headline
    assert named(corpus, "Kofi Mensah") in strike.entities
    assert repr(stories) == "Stories(2 stories, 3 articles)"
    assert repr(strike).startswith(f"Story({strike.id}, ") and repr(strike).endswith("2 articles)")
    page = stories._repr_html_()
    assert "<h3>2 stories in 3 articles</h3>" in page and "2024-05-03" in page and page.endswith("</div>")
    again = Corpus(article(*one) for one in [*STRIKE, BANK]).stories()
    assert {story.headline for story in again} == {story.headline for story in stories}
    assert len(corpus.stories(window_days=0)) == 3
    assert repr(Corpus().stories()) == "Stories(0 stories, 0 articles)"
    with pytest.raises(ValueError, match="join is 2"):
        corpus.stories(join=2)


def test_stories_as_a_table() -> None:
    pa = pytest.importorskip("pyarrow")
    corpus = Corpus(article(*one) for one in [STRIKE[0], BANK, STRIKE[1]])
    stories = corpus.stories()
    table = pa.table(stories)
    assert table.column_names == ["article", "id", "uri", "story_id", "headline"]
    assert table["article"].to_pylist() == [0, 1, 2]
    first, other, again = table["story_id"].to_pylist()
    assert first == again != other
    assert pa.table(Corpus().stories()).num_rows == 0


def test_threads(two: list[Article]) -> None:
    corpus = Corpus()
    counts: list[int] = []

    def work() -> None:
        for _ in range(5):
            corpus.extend(two)
            counts.append(len(corpus.entities))

    threads = [threading.Thread(target=work) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(corpus) == 40 and len(counts) == 20
    assert len(named(corpus, "Kofi Mensah").evidence) == 40


def test_a_desk_without_statements() -> None:
    page = f"<article><p>{MAY} \"The port is open,\" Lund said.</p></article>"
    full, short = copydesk.Desk().read(page), copydesk.Desk(statements=False).read(page)
    assert full.quotes and full.events
    assert (short.quotes, short.claims, short.events) == ([], [], [])
    assert [mention.text for mention in short.mentions] == [mention.text for mention in full.mentions]
