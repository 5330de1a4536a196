"""What a notebook shows: `_repr_html_`, and `repr`, which lists show."""

import json
import re
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path
from typing import Protocol

import pytest
from documents import LISTS, PAGE, TEXT

import copydesk

VOID = {"br"}
KNOWN = set(
    "div style h3 h4 p span b bdi mark u del ins br code pre blockquote ul ol li "
    "details summary table thead tbody tr th td".split()
)
ATTRIBUTES = {"class", "title", "open", "lang", "dir", "scope", "colspan", "rowspan", "value"}


class Shown(Protocol):
    def _repr_html_(self) -> str: ...


class Checked(HTMLParser):
    """Refuses tags and attributes that the page has no reason to hold."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.open: list[str] = []
        self.text: list[str] = []
        self.tips: list[tuple[str, str]] = []
        self.marks = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        assert tag in KNOWN, tag
        given = dict(attrs)
        assert given.keys() <= ATTRIBUTES, attrs
        self.marks += tag == "mark"
        if tag == "th":
            assert given.get("scope") in {"row", "col", "rowgroup"}
        if "title" in given:
            self.tips.append((tag, given["title"] or ""))
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        if "style" not in self.open:
            self.text.append(data)

    def handle_comment(self, data: str) -> None:
        raise AssertionError(data)

    def tips_of(self, tag: str) -> list[str]:
        return [tip for its, tip in self.tips if its == tag]


def checked(thing: Shown) -> Checked:
    parser = Checked()
    parser.feed(thing._repr_html_())
    parser.close()
    assert parser.open == []
    return parser


def words(thing: Shown) -> str:
    """What can be read without pointing, blanks as one."""
    return " ".join(" ".join(checked(thing).text).split())


def corpus_of(seeds: Path) -> copydesk.Corpus:
    return copydesk.Corpus(copydesk.Desk().stream(sorted(seeds.glob("[ds]*/source.*"))))


ATTACKS = [
    "<script>alert(1)</script>",
    "</div></style><img src=x onerror=alert(1)>",
    "\"><svg onload=alert(1)>",
    "' onmouseover='alert(1)",
    "<!-- -->]]>&lt;script&gt;",
    "</details><iframe src=//evil.example>",
]


@pytest.mark.parametrize("attack", ATTACKS)
def test_markup_in_the_text_stays_text(attack: str) -> None:
    text = f"{attack} Norway\n\nThe King of Norway said {attack} in Oslo.\n\nLeave a Reply {attack}\n"
    article = copydesk.read_text(text, format="text", uri=attack)
    shown = checked(article)
    assert attack in "".join(shown.text)


FREE = (
    "title byline site section published modified language canonical_url name aliases before message from "
    "content uri rule value modifier interval surface why charset media_type fetched wikidata id cameo code"
).split()


def poisoned(value: object, attack: str, key: str = "") -> object:
    if isinstance(value, dict):
        return {name: poisoned(field, attack, name) for name, field in value.items()}
    if isinstance(value, list):
        return [poisoned(item, attack, key) for item in value]
    return attack if isinstance(value, str) and key in FREE else value


@pytest.mark.parametrize("attack", ATTACKS)
def test_markup_in_every_field_stays_text(attack: str, statements: copydesk.Article) -> None:
    page = copydesk.read(PAGE.replace("Norway", "N\u043erway"))
    for record in (page.to_dict(), statements.to_dict()):
        article = copydesk.Article.from_json(json.dumps(poisoned(record, attack)))
        assert attack in "".join(checked(article).text)
        for part in parts(article):
            checked(part)
        corpus = copydesk.Corpus([article, article])
        things: list[Shown] = [corpus, corpus.stories(), corpus.timeline(), *corpus.stories()]
        for thing in [*things, *corpus.entities, *corpus.events]:
            checked(thing)
        duplicates = copydesk.Duplicates()
        duplicates.extend([article, article])
        checked(duplicates.table())


def parts(article: copydesk.Article) -> Iterator[Shown]:
    yield from article.entities
    yield from article.mentions
    yield from article.quotes
    yield from article.claims
    yield from article.events


def test_the_direction_of_writing_cannot_be_turned() -> None:
    html = copydesk.read_text("The dam \u202eheld\u2066 in Oslo.\x1b[31m", format="text")._repr_html_()
    assert not re.search("[\u202a-\u202e\u2066-\u2069\x1b]", html)


def test_highlights_and_what_was_dropped() -> None:
    article = copydesk.read("M\u043escow and Norway\n\n" + TEXT)
    shown = checked(article)
    assert shown.marks > len(article.mentions)
    marks = "\n\n".join(shown.tips_of("mark"))
    for mention in article.mentions:
        source = mention.source
        assert f"text {mention.start}–{mention.end} · source char {source.start}–{source.end}" in marks
    assert "Jonas Gahr Støre\nPERSON\nPrime Minister" in marks
    page = copydesk.read(PAGE)
    assert "blocks dropped" in page._repr_html_()
    assert "All rights reserved" in page._repr_html_()
    assert "<details>" in page._repr_html_()


def test_repairs_are_underlined_and_listed() -> None:
    article = copydesk.read("The K\u043erean \u0421AFE\n\nThe c\u0430f\u0435 in Oslo sold the K\u043erean tea.\n")
    shown = checked(article)
    tips = shown.tips_of("u")
    # The original, why, where, and what the repaired words are part of.
    assert any(tip.startswith("repaired, was: K⟨U+043E⟩rean\nhomoglyphs: letters of ") for tip in tips)
    assert any("source char " in tip and "NORP" in tip for tip in tips)
    listed = words(article)
    assert "repaired 4" in listed and "4 repairs homoglyphs 4" in listed
    assert "K⟨U+043E⟩rean Korean char 4–10 2" in listed
    assert "c⟨U+0430⟩f⟨U+0435⟩ cafe char" in listed


def test_what_was_removed_can_be_pointed_at_and_blanks_are_listed_only() -> None:
    article = copydesk.read_text("The dam in Os\u200blo he\u200bld.\n\nIt rained\u2003again in Oslo.", format="text")
    shown = checked(article)
    assert len(shown.tips_of("u")) == 2
    assert "\u2038" in "".join(shown.text)
    assert "removed" in words(article)


def test_metadata_say_where_they_were_read() -> None:
    article = copydesk.read(PAGE)
    shown = words(article)
    assert "title as above read from h1, char" in shown
    assert "language en read from html[lang]" in shown
    dated = words(copydesk.read("Norway signs pact\n\nBy Kari Lund\n\n19 June 2024\n\n" + TEXT[28:]))
    assert "published 2024-06-19 read from line 5, char" in dated
    assert "by Kari Lund read from line 3, char" in dated
    nothing = words(copydesk.read_text("It rained.", format="text"))
    assert "published no date found" in nothing and "given as content" in nothing


def test_dropped_blocks_are_counted_by_reason_and_placed() -> None:
    page = copydesk.read(PAGE)
    reasons = [block.dropped for block in page.blocks if block.dropped]
    shown = words(page)
    assert f"{len(reasons)} blocks dropped" in shown
    for reason in reasons:
        assert f"{reason} {reasons.count(reason)}" in shown
    dropped = next(block for block in page.blocks if block.dropped == "site-furniture")
    assert f"{dropped.text} char {dropped.source.start}–{dropped.source.end}" in shown


def test_dates_and_amounts_are_marked_with_their_values() -> None:
    article = copydesk.read(TEXT)
    tips = "\n\n".join(checked(article).tips_of("mark"))
    assert "DATE 2024-06-19\n" in tips
    assert "MONEY 2,500,000 EUR\n" in tips
    assert "email crew@arctic.example\n" in tips
    shown = words(article)
    assert "dates and amounts" in shown and "€2.5 million MONEY 2,500,000 EUR char" in shown
    # A date is a mention and a value: it is marked once.
    assert article._repr_html_().count(">19 June 2024</mark>") == 1


def test_words_that_stand_for_somebody_say_for_whom(statements: copydesk.Article) -> None:
    shown = checked(statements)
    tips = [tip for tip in shown.tips_of("mark") if tip.startswith("stands for Astrid Lunde")]
    assert tips == [
        "stands for Astrid Lunde\npronoun, confidence 0.8\ntext 203–206 · source char 203–206"
    ]


def test_the_title_is_shown_once() -> None:
    for title_in_text in (True, False):
        article = copydesk.read(TEXT, title_in_text=title_in_text)
        assert article.title == "Norway and Japan sign pact"
        shown = "".join(checked(article).text)
        assert shown.partition("block dropped")[0].count(article.title) == 1


def test_all_of_the_text_is_shown(seed_files: list[Path]) -> None:
    article = copydesk.read(PAGE)
    shown = "".join(checked(article).text)
    for paragraph in article.text.split("\n\n"):
        assert paragraph in shown
    for article in copydesk.Desk().stream(seed_files):
        shown = "".join("".join(checked(article).text).split()).replace("\u2038", "")
        for line in article.text.splitlines():
            line = re.sub("[\u200b-\u200f\u2060-\u2069\xad]", lambda it: f"⟨U+{ord(it[0]):04X}⟩", line)
            assert "".join(line.split()) in shown


def test_lists_and_tables_of_a_page_are_lists_and_tables(seeds: Path) -> None:
    page = seeds / "tribunal-01-table-and-ordered-list" / "source.html"
    html = copydesk.read(page)._repr_html_()
    text = html[html.index('class="cd-text"') : html.index("<details")]
    assert text.count("<table>") == 1 and text.count("<tr>") == 4
    assert '<th scope="col">Product</th>' in text
    assert text.count("<ol>") == 1 and '<li value="2">' in text
    assert "<h4>What the panel decided</h4>" in text
    scraped = copydesk.read(seeds / "tribunal-02-numbered-points" / "source.txt")._repr_html_()
    assert scraped.count('<li class="cd-on">') == 5


def test_a_record_without_blocks_has_its_paragraphs(statements: copydesk.Article) -> None:
    html = statements._repr_html_()
    assert html[html.index('class="cd-text"') : html.index("<details")].count("<p>") == 3


def test_the_language_is_named_and_its_direction_is_kept() -> None:
    text = "التقى وزير الخارجية نظيره المصري في القاهرة يوم الجمعة وبحث الجانبان الوضع في السودان"
    article = copydesk.read(f"<html lang=ar><article><h1>لقاء</h1><p>{text}.</p><p>{text}!</p></article>")
    html = article._repr_html_()
    assert '<h3 lang="ar" dir="rtl">' in html and '<div class="cd-text" lang="ar" dir="rtl">' in html
    record = article.to_dict() | {"language": '"><script>'}
    html = copydesk.Article.from_json(json.dumps(record))._repr_html_()
    assert '<div class="cd-text" dir="auto">' in html


def test_a_long_article_is_cut() -> None:
    article = copydesk.read_text("The King of Norway spoke in Oslo. " * 50_000, format="text")
    html = article._repr_html_()
    assert len(html) < 1_500_000
    assert "20,000 of 1,699,999 characters" in html and "the whole is in .text" in html
    checked(article)


def test_tooltips_are_bounded_together(statements: copydesk.Article) -> None:
    record = statements.to_dict()
    text = "Oslo " * 4_000
    record |= {"text": text, "offsets": [[0, len(text), 0, len(text), "copy"]]}
    for field in ("sentences", "mentions", "references", "dates", "quotes", "claims", "events", "edits"):
        record[field] = []
    place = {"text": "Oslo", "source": {"start": 0, "end": 1}}
    record["entities"] = [
        {**entity, "name": "n" * 5_000, "mentions": [], "roles": []} for entity in record["entities"]
    ]
    record["mentions"] = [
        {**place, "start": at, "end": at + 4, "label": "GPE", "entity": 0, "confidence": 1.0, "why": "w" * 5_000}
        for at in range(0, len(text), 5)
    ]
    record["edits"] = [
        {**place, "start": at, "end": at + 4, "rule": "homoglyphs", "before": "\u041e" * 5_000}
        for at in range(0, len(text), 5)
    ]
    article = copydesk.Article.from_json(json.dumps(record))
    assert len(article._repr_html_()) < 2_000_000
    assert "".join(checked(article).text).count("Oslo") >= 4_000


Colour = tuple[float, ...]

# Grounds of notebooks, and the colour of their text.
GROUNDS: dict[str, tuple[Colour, Colour]] = {
    "JupyterLab light": ((255, 255, 255), (33, 33, 33)),
    "JupyterLab dark": ((17, 17, 17), (224, 224, 224)),
    "VS Code light": ((255, 255, 255), (59, 59, 59)),
    "VS Code dark": ((31, 31, 31), (204, 204, 204)),
    "Colab dark": ((56, 56, 56), (213, 213, 213)),
}


def contrast(one: Colour, other: Colour) -> float:
    def linear(part: float) -> float:
        part /= 255
        return part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4

    def luminance(colour: Colour) -> float:
        red, green, blue = map(linear, colour)
        return 0.2126 * red + 0.7152 * green + 0.0722 * blue

    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


def mixed(colour: Colour, ground: Colour, share: float) -> Colour:
    return tuple(share * a + (1 - share) * b for a, b in zip(colour, ground, strict=True))


def style_of(html: str) -> str:
    return html[html.index("<style>") + 7 : html.index("</style>")]


@pytest.mark.parametrize("name", GROUNDS)
def test_every_colour_can_be_read(name: str) -> None:
    ground, text = GROUNDS[name]
    style = style_of(copydesk.read(TEXT)._repr_html_())
    tints = {int(tint) / 100 for tint in re.findall(r"--cd-tint:(\d+)%", style)}
    assert len(tints) == 2, "a light and a dark one"
    colours = set(re.findall(r"--cd:#(\w{6})", style))
    colours |= set(re.findall(r"(?:dotted|solid)(?: 2px)? #(\w{6})", style))
    assert len(colours) >= 9
    for hexadecimal in colours:
        colour = tuple(int(hexadecimal[at : at + 2], 16) for at in (0, 2, 4))
        # Labels are in the colour of the text on a tint; whether the theme was told or not.
        for tint in tints:
            assert contrast(text, mixed(colour, ground, tint)) >= 4.5, (name, hexadecimal)
        # Lines are no text.
        needed = 2.4 if name == "Colab dark" else 3.0
        assert contrast(colour, ground) >= needed, (name, hexadecimal)
    # What stands back is still text.
    for opacity in {float(part) for part in re.findall(r"opacity:(\.\d+)", style)}:
        assert contrast(mixed(text, ground, opacity), ground) >= 4.5


def test_the_theme_is_that_of_the_notebook() -> None:
    html = copydesk.read(TEXT)._repr_html_()
    style = style_of(html)
    # A dark system may show a light notebook.
    assert "prefers-color-scheme" not in style
    assert "[data-jp-theme-light=false] .copydesk-article" in style
    assert ".vscode-dark .copydesk-article" in style
    assert not re.search(r"[^-]color:(#|black|white)", style)
    assert "<script" not in html and "http" not in style and "url(" not in style


def test_the_style_is_for_our_elements_only() -> None:
    style = style_of(copydesk.read(TEXT)._repr_html_())
    for rule in re.findall(r"([^{}]+)\{", style):
        for selector in rule.split(","):
            assert ".copydesk-article" in selector, selector
            # JupyterLab has rules of its own for tables, which are as specific as two classes.
            if re.search(r"(?<![\w-])(table|tr|th|td)(?![\w-])", selector):
                assert ".copydesk-article.copydesk-article " in selector, selector


def test_pieces_can_stand_beside_each_other(seeds: Path) -> None:
    corpus = corpus_of(seeds)
    for thing in [corpus, *corpus, corpus.stories(), corpus.timeline()]:
        assert not re.search(r"\s(id|for|name|href|style)=", thing._repr_html_())


def test_a_failure_is_shown_open() -> None:
    html = copydesk.read(b"\x00\x01\x02")._repr_html_()
    assert "<details open>" in html and "binary" in html and "No text." in html
    missing = next(iter(copydesk.Desk().stream(["/nowhere/page.html"])))
    assert "/nowhere/page.html" in words(missing) and "no such file" in words(missing)


def test_an_empty_document_is_shown() -> None:
    article = copydesk.read_text("", format="text")
    assert "No text." in words(article)
    assert "cd-legend\"" not in article._repr_html_()


def test_every_seed(pages: list[Path]) -> None:
    for article in copydesk.Desk().stream(pages):
        checked(article)
        assert len(article._repr_html_()) < 400_000
        for part in parts(article):
            checked(part)


def test_the_reference_documents(shared_seeds: list[Path]) -> None:
    for file in shared_seeds:
        article = copydesk.read(file)
        assert checked(article).marks > len(article.mentions)


def test_quotes_and_claims_are_underlined(statements: copydesk.Article) -> None:
    html = statements._repr_html_()
    shown = checked(statements)
    assert statements.text.partition("\n\n")[2].strip() in "".join(shown.text)
    assert (
        '<span class="cd-said cd-quote" title="direct quote · say · by Lunde (named)\nto Japan">'
        "We are ready,</span>"
    ) in html
    assert (
        '<span class="cd-said cd-denied" title="denied claim · source: missing\n'
        "“allegedly” alleged\ndenied by Norway\nindirect quote · deny · by Oslo (named)"
        '">it had allegedly sold the ships</span>'
    ) in html
    assert '<span class="cd-said cd-confirmed" title="confirmed claim · source: article">' in html
    # A name in a claim says what it is and what it stands in.
    tokyo = next(tip for tip in shown.tips_of("mark") if tip.startswith("Tokyo"))
    assert tokyo.endswith("in a claim: expected · source: article")


def test_statements_are_listed(statements: copydesk.Article) -> None:
    shown = words(statements)
    assert "2 quotes direct 1 indirect 1" in shown
    assert "Lunde (Astrid Lunde) direct, say Japan We are ready, char 115–128" in shown
    assert "3 claims" in shown and "2 events" in shown
    assert (
        "denied (missing); denied by Norway it had allegedly sold the ships “allegedly” alleged"
    ) in shown
    assert "CONSULT confirmed Astrid Lunde met → Japan 2024-06-19 Oslo char" in shown
    assert "CONSULT expected Astrid Lunde visit → – Tokyo char" in shown
    assert "Astrid Lunde also Lunde PERSON Prime Minister of Norway 2 char 52–64" in shown


def test_statements_beyond_the_text_and_in_each_other_do_no_harm(
    statements: copydesk.Article,
) -> None:
    record = statements.to_dict()
    claim = record["claims"][1]
    for start, end in [(0, 10**6), (170, 180), (175, 190), (190, 175), (10**6, 10**6 + 5)]:
        record["claims"].append({**claim, "start": start, "end": end})
    shown = checked(copydesk.Article.from_json(json.dumps(record)))
    assert "Oslo denied that it had allegedly sold the ships." in "".join(shown.text)


def test_long_lists_are_cut(statements: copydesk.Article) -> None:
    record = statements.to_dict()
    record["claims"] *= 1000
    record["events"] *= 1000
    record["quotes"] *= 1000
    record["dates"] *= 1000
    html = copydesk.Article.from_json(json.dumps(record))._repr_html_()
    for rest in ("2,800 more in .claims", "1,800 more in .events", "1,800 more in .quotes", "800 more in .dates"):
        assert f"and {rest}" in html
    assert len(html) < 400_000


def test_one_thing_at_a_glance(statements: copydesk.Article) -> None:
    lunde = next(entity for entity in statements.entities if entity.name == "Astrid Lunde")
    assert words(lunde).startswith("Astrid Lunde PERSON known as Lunde office Prime Minister of Norway")
    assert "says 1 quote" in words(lunde) and "Prime Minister Astrid Lunde met" in words(lunde)
    oslo = words(statements.mentions[8])
    assert "meaning Norway" in oslo and "linked by same-name" in oslo
    assert "text 153–157 · source char 153–157" in oslo
    quote = words(statements.quotes[0])
    assert quote.startswith("Lunde (Astrid Lunde) “ We are ready, ” Lunde told the envoys.")
    assert "how direct, say" in quote and "to Japan" in quote and "reported by told" in quote
    claim = words(statements.claims[1])
    assert claim.startswith("denied claim “We are ready,” Lunde told the envoys. Oslo denied that")
    assert "denied by Norway" in claim and "because of “allegedly” alleged" in claim
    event = words(statements.events[0])
    assert event.startswith("Astrid Lunde met → Japan")
    assert "when 2024-06-19" in event and "where Oslo" in event


def test_a_repr_is_one_short_line(statements: copydesk.Article) -> None:
    page = copydesk.read(PAGE.replace("Norway", "N\u043erway"))
    for record in (page.to_dict(), statements.to_dict()):
        for attack in ("two\nlines\u2028three", "\u202eturned\u200b\x1b[31m", "long " * 500):
            article = copydesk.Article.from_json(json.dumps(poisoned(record, attack)))
            corpus = copydesk.Corpus([article])
            things: list[object] = [article, article.source, corpus, *corpus.entities, *corpus.events]
            things += [*corpus.timeline(), *corpus.stories(), *corpus.duplicates(), *corpus.offices]
            for name in LISTS:
                things += getattr(article, name)
            for thing in things:
                shown = repr(thing)
                assert shown.isprintable() and "\u202e" not in shown, shown
                assert len(shown) < 400, shown


def test_a_repr_says_what_it_is(statements: copydesk.Article) -> None:
    assert repr(statements.entities[4]) == "Entity('Astrid Lunde', PERSON, 'Prime Minister', 2 mentions)"
    assert repr(statements.quotes[0]) == "Quote('We are ready,', direct say by 'Lunde', 115–128)"
    assert repr(statements.claims[1]) == "Claim('it had allegedly sold the ships', denied, 170–201)"
    assert repr(copydesk.read_text("Oslo", format="text")).endswith("4 characters, 1 mention)")


def test_a_corpus_shows_stories_copies_entities_and_days(seeds: Path) -> None:
    corpus = copydesk.Corpus(copydesk.Desk().stream(seeds))
    shown = words(corpus)
    stories = [story for story in corpus.stories() if len(story.articles) > 1]
    assert f"Corpus of {len(corpus)} articles" in shown
    assert f"{len(stories)} stories" in shown
    largest = max(stories, key=len)
    assert f"{largest.headline} {largest.start} to {largest.end} {len(largest)}" in shown
    copies = [row for row in corpus.duplicates() if row.dup_of is not None]
    assert f"{len(copies)} cop" in shown and f"{copies[0].dup_kind}: " in shown
    assert f"{len(corpus.entities):,} entities" in shown
    office = next(entity for entity in corpus.entities if entity.roles and len(entity.articles) > 5)
    of = office.roles[0].of
    assert of and f"{office.roles[0].title} of {of.name}" in shown
    assert f"{len(corpus.timeline())} times in the timeline" in shown
    assert len(corpus._repr_html_()) < 100_000


def test_a_corpus_without_articles_and_with_one() -> None:
    empty = copydesk.Corpus()
    assert words(empty) == "Corpus of 0 articles Add articles with .add or .extend."
    assert "0 times" in words(empty.timeline()) and "0 stories" in words(empty.stories())
    one = copydesk.Corpus([copydesk.read_text("", format="text")])
    assert "Corpus of 1 article" in words(one) and "0 entities" in words(one)
    table = copydesk.Duplicates().table()
    assert "0 copies among 0 documents" in words(table)


def test_the_work_for_a_large_corpus_is_bounded() -> None:
    articles = [copydesk.read_text(f"Kari Solheim of Oslo saw {at} ships.", format="text") for at in range(50)]
    large = copydesk.Corpus(articles * 41)
    shown = words(large)
    assert "Corpus of 2,050 articles" in shown
    assert "Not worked out here, as there are many articles: .stories()" in shown
    assert "copies exact" in shown and re.search(r"exact: article \d+", shown)
    assert "Kari Solheim PERSON" in shown
    assert len(large._repr_html_()) < 50_000
    large.extend(articles * 160)
    shown = words(large)
    assert shown.startswith("Corpus of 10,050 articles Not worked out here")
    assert ".stories(), .duplicates(), .entities, .timeline()" in shown


def test_views_of_a_corpus_at_a_glance(seeds: Path) -> None:
    corpus = corpus_of(seeds)
    stories = corpus.stories()
    story = max(stories, key=len)
    shown = words(story)
    assert shown.startswith(story.headline) and f"{len(story)} articles" in shown
    assert f"{len(stories)} stories in {len(corpus)} articles" in words(stories)
    person = next(entity for entity in corpus.entities if entity.roles)
    assert words(person).startswith(f"{person.name} PERSON")
    assert f"office {person.roles[0].title}" in words(person)
    event = max(corpus.events, key=lambda event: len(event.articles))
    shown = words(event)
    assert f"kind {event.root}" in shown and f"status {event.status}" in shown
    assert f"{len(event.articles)} articles" in shown


def test_a_table_of_copies_says_which_of_which() -> None:
    duplicates = copydesk.Duplicates()
    text = "The harbour of Oslo was closed on Monday after a crane had fallen into the fjord. " * 5
    duplicates.add(text, "2024-05-01", id="first.html")
    duplicates.add(text, "2024-05-02", id="second.html")
    duplicates.add("Something else was said in Bergen about the price of fish.", id="third.html")
    shown = words(duplicates.table())
    assert "1 copy among 3 documents exact 1" in shown
    assert "second.html exact first.html 100 %" in shown
