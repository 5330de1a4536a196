"""The stage functions, each alone."""

import datetime

import pytest

import copydesk


def test_extract() -> None:
    page = "<title>Dam holds</title><h1>Dam holds</h1><p>The dam in Oslo held all night, said the mayor.</p>"
    article = copydesk.extract(page)
    assert article.title == "Dam holds"
    assert article.text == "The dam in Oslo held all night, said the mayor."
    assert article.sentences == [] and article.mentions == []
    assert copydesk.extract(page.encode(), charset="utf-8").text == article.text
    assert copydesk.extract(page, format="text").source.media_type == "text/plain"


def test_normalize() -> None:
    given = "Мoscow\u00a0said\u200b &amp;amp; left: cafe\u0301 🛳"
    normalized = copydesk.normalize("M\u043escow\u00a0said\u200b it left: cafe\u0301 🛳")
    assert normalized.text == str(normalized) == "Moscow said it left: café 🛳"
    assert "homoglyphs" in {edit.rule for edit in normalized.edits}
    for edit in normalized.edits:
        assert normalized.text[edit.start : edit.end] == edit.text
    assert copydesk.normalize(given).text != given
    assert repr(normalized).startswith("NormalizedText('Moscow said it left: café")


def test_normalize_maps_both_ways() -> None:
    given = "🛳 cafe\u0301 a\u200bb"
    normalized = copydesk.normalize(given)
    assert normalized.text == "🛳 café ab"
    back = normalized.to_source(2, 6)
    assert given[back.start : back.end] == "cafe\u0301" and back.unit == "char"
    there = normalized.to_text(2, 7)
    assert normalized.text[there.start : there.end] == "café"
    assert normalized.to_text(9, 10).start == normalized.to_text(9, 10).end


def test_normalize_switches() -> None:
    text = "“M\u043escow” –\u00a0said"
    assert copydesk.normalize(text, homoglyphs=False).text == "“M\u043escow” – said"
    assert copydesk.normalize(text, whitespace=False).text == "“Moscow” –\u00a0said"
    assert copydesk.normalize(text, fold_quotes=True, fold_dashes=True).text == '"Moscow" - said'
    with pytest.raises(TypeError):
        copydesk.normalize(text, False)  # type: ignore[call-arg, arg-type]


def test_normalize_presets() -> None:
    text = "“Caf\u00c3\u00a9”\u00a0… NATO’s exam-\nple: W I R E, 5′ – ½"
    canonical = copydesk.normalize(text).text
    assert canonical == "“Café” … NATO’s exam-\nple: W I R E, 5′ – ½"
    assert copydesk.normalize(text, preset="canonical").text == canonical
    folded = copydesk.normalize(text, preset="ascii_punctuation").text
    assert folded == "\"Café\" ... NATO's exam-\nple: W I R E, 5' - ½"
    search = copydesk.normalize(text, preset="search")
    assert search.text == "\"café\" ... nato's example: wire, 5' - 1⁄2"
    plain = copydesk.normalize(text, preset="search", strip_accents=True, fold_dashes=False)
    assert plain.text == "\"cafe\" ... nato's example: wire, 5' – 1⁄2"
    for edit in search.edits:
        assert edit.source is not None
        assert text[edit.source.start : edit.source.end] == edit.before
        assert search.text[edit.start : edit.end] == edit.text
        assert edit.why and edit.rule
    assert copydesk.normalize("cafe\u0301\u00a0…", preset="lossless").text == "café\u00a0…"
    message = "unknown preset `serach`; the presets are: canonical, ascii_punctuation, search, loss"
    with pytest.raises(copydesk.ConfigurationError, match=message):
        copydesk.normalize(text, preset="serach")  # type: ignore[arg-type]
    with pytest.raises(copydesk.ConfigurationError, match="the presets are"):
        copydesk.explain(text, preset="")  # type: ignore[arg-type]


def test_desks_take_presets() -> None:
    page = "<h1>Vote</h1><p>The “Café” of NATO in Accra stayed open all night, the mayor said.</p>"
    for given, quoted in [
        ("search", '"café"'),
        ({"preset": "search", "strip_accents": True}, '"cafe"'),
        ({"fold_quotes": True}, '"Café"'),
    ]:
        desk = copydesk.Desk(stages=["parse", "normalize"], normalize=given)  # type: ignore[arg-type]
        assert quoted in desk.read(page).text
    with pytest.raises(copydesk.ConfigurationError, match="the presets are"):
        copydesk.Desk(normalize={"preset": "serach"})
    with pytest.raises(copydesk.ConfigurationError, match="no switch `quotes`"):
        copydesk.Desk(normalize={"quotes": True})
    with pytest.raises(TypeError, match="the name of a preset or a dict"):
        copydesk.Desk(normalize=["search"])  # type: ignore[arg-type]


def test_places_of_normalized_text() -> None:
    given = "🛳 cafe\u0301 a\u200bb"
    normalized = copydesk.normalize(given)
    cafe, removed = normalized.edits
    assert (cafe.before, cafe.text, cafe.rule) == ("e\u0301", "é", "nfc")
    assert (removed.before, removed.text, removed.start) == ("\u200b", "", removed.end)
    assert removed.source is not None
    assert (removed.source.start, removed.source.end) == (9, 10)
    assert normalized.to_source(cafe) == normalized.to_source(5, 6) == cafe.source
    assert normalized.to_source((5, 6)) == normalized.to_source(slice(5, 6)) == cafe.source
    assert normalized.to_source(range(5, 6)) == cafe.source
    assert normalized.to_text(removed.source) == normalized.to_text(9, 10)
    there = normalized.to_text(removed.source)
    assert there.start == there.end == removed.start
    whole = normalized.to_text(0, len(given))
    assert (whole.start, whole.end) == (0, len(normalized.text))
    end = normalized.to_source(len(normalized.text), len(normalized.text))
    assert end.start == end.end == len(given)
    for start, stop in [(0, 10), (-1, 2), (10, 10), (0, 2**40)]:
        with pytest.raises(IndexError, match="outside of the text, which has 9 code points"):
            normalized.to_source(start, stop)
    with pytest.raises(IndexError, match="outside of the text given, which has 11"):
        normalized.to_text(0, 12)
    with pytest.raises(ValueError, match="ends before it starts"):
        normalized.to_text(3, 2)
    for wrong in [5, "text", None, slice(None, 3)]:
        with pytest.raises(TypeError, match="span"):
            normalized.to_source(wrong)  # type: ignore[call-overload]


def test_explain() -> None:
    given = "North Ko\u200brea and South Ko\u200brea, said the caf\u00c3\u00a9."
    explained = copydesk.explain(given)
    mojibake, first, invisible, second = explained.splitlines()
    assert mojibake == "mojibake · 1 place · UTF-8 was read in a wrong charset"
    assert "43–45" in first and "«Ã©» → «é»" in first
    assert invisible.startswith("invisible · 2 places")
    assert "8–9" in second and "«<U+200B ZWSP>» → «»rea and South" in second
    assert second.endswith("×2")
    assert copydesk.normalize(given).explain() == explained
    assert copydesk.explain("All is well.") == ""
    many = "".join(f"{word}\u00a0x " for word in "abcdefgh") + "i\u2009x j\u2003x"
    assert copydesk.explain(many, limit=1).splitlines()[-1] == "  and 2 more"
    assert "more" not in copydesk.explain(many, limit=None)
    article = copydesk.extract("<h1>Vote</h1><p>The vote in Gh\u0430na was held on Monday.</p>")
    assert "«Gh<U+0430>na» → «Ghana»" in article.explain()


def test_sentences() -> None:
    text = "Mr. Kim left 🛳. He came back at 5 p.m. on Monday."
    spans = copydesk.sentences(text)
    assert [span.text for span in spans] == [
        "Mr. Kim left 🛳.",
        "He came back at 5 p.m. on Monday.",
    ]
    assert [text[span.start : span.end] for span in spans] == [span.text for span in spans]
    assert spans[1].source.start == spans[1].start and spans[1].source.unit == "char"


def test_tokens() -> None:
    text = "Pay $5, see a@b.example #now 🛳"
    tokens = copydesk.tokens(text)
    assert all(text[token.start : token.end] == token.text for token in tokens)
    classes = {token.text: token.class_ for token in tokens}
    assert classes["Pay"] == "word"
    assert classes["5"] == "number"
    assert classes["$"] == "currency"
    assert classes["a@b.example"] == "email"
    assert classes["#now"] == "hashtag"
    assert classes["🛳"] == "emoji"


def test_tokens_of_the_penn_treebank() -> None:
    text = "The high-ranking aide can't stay."
    words = [token.text for token in copydesk.tokens(text, mode="ptb")]
    assert words == ["The", "high-ranking", "aide", "ca", "n't", "stay", "."]
    assert copydesk.tokens(text, mode="ud") == copydesk.tokens(text)
    assert len(copydesk.tokens(text)) == len(words) + 2
    with pytest.raises(copydesk.ConfigurationError, match="unknown token mode `bnc`; the modes are: ud, ptb"):
        copydesk.tokens(text, mode="bnc")  # type: ignore[arg-type]
    with pytest.raises(TypeError):
        copydesk.tokens(text, "ptb")  # type: ignore[call-arg]


def test_mentions() -> None:
    text = "Russian President Vladimir Putin met Kim Jong Un in Vladivostok."
    found = [(mention.text, mention.label) for mention in copydesk.mentions(text)]
    assert ("Vladimir Putin", "PERSON") in found
    assert ("Kim Jong Un", "PERSON") in found
    assert ("Vladivostok", "GPE") in found
    assert ("Russian", "NORP") in found
    vladivostok = copydesk.mentions(text)[-1]
    assert vladivostok.entity.name == "Vladivostok"
    assert vladivostok.entity.identifiers.country == "RU"
    assert 0 < vladivostok.confidence <= 1
    assert vladivostok.why


@pytest.mark.parametrize(
    "reference", ["2024-05-15", datetime.date(2024, 5, 15), datetime.datetime(2024, 5, 15, 12, 30)]
)
def test_dates_count_from_the_reference(reference: str | datetime.date) -> None:
    (date,) = copydesk.dates("They met yesterday.", reference)
    assert (date.text, date.type, date.value) == ("yesterday", "DATE", "2024-05-14")
    assert date.interval == ("2024-05-14", "2024-05-15")


def test_dates_say_what_they_count_from() -> None:
    first, second = copydesk.dates("It fell on May 3, 2020; a week later, it rose.", "2024-05-15")
    assert (first.anchor, second.anchor) == (None, "mentioned")
    (date,) = copydesk.dates("A vote on Friday", datetime.date(2024, 5, 15))
    assert date.anchor == "reference"
    ((value, interval, confidence),) = date.alternatives
    assert (value, interval) == ("2024-05-17", ("2024-05-17", "2024-05-18"))
    assert 0 < confidence < 0.5


def test_dates_as_timex3() -> None:
    xml = copydesk.timex3("It rained <yesterday>.", "2024-05-15")
    assert '<DCT><TIMEX3 tid="t0" type="DATE" value="2024-05-15"' in xml
    assert 'value="2024-05-14"' in xml
    assert 'anchorTimeID="t0">yesterday</TIMEX3>&gt;.</TEXT>' in xml
    article = copydesk.read_text("It rained in May 2024 and on Monday.", format="text")
    assert article.to_timex3().count("<TIMEX3") == 2
    with pytest.raises(copydesk.ConfigurationError):
        copydesk.timex3("It rained.", "soon")


def test_dates_without_a_reference() -> None:
    date, absolute = copydesk.dates("They met yesterday and on 1 May 2024.")
    assert date.interval is None
    assert absolute.value == "2024-05-01"


@pytest.mark.parametrize("reference", ["yesterday", "2024-13-01", "15 May 2024"])
def test_a_reference_that_is_no_day(reference: str) -> None:
    with pytest.raises(copydesk.ConfigurationError, match=reference):
        copydesk.dates("They met yesterday.", reference)
    with pytest.raises(TypeError, match="not int"):
        copydesk.dates("They met yesterday.", 20240515)  # type: ignore[arg-type]


def test_amounts() -> None:
    text = "It cost €2.5 million, 12 percent more, for 24,000 tonnes."
    amounts = {amount.type: amount for amount in copydesk.amounts(text)}
    assert (amounts["MONEY"].value, amounts["MONEY"].unit) == (2_500_000.0, "EUR")
    assert amounts["PERCENT"].value == 12.0
    assert amounts["QUANTITY"].value == 24_000.0
    assert text[amounts["MONEY"].start : amounts["MONEY"].end] == amounts["MONEY"].text
    assert amounts["MONEY"].magnitude == 1_000_000.0
    tonnes = amounts["QUANTITY"]
    assert (tonnes.unit, tonnes.dimension) == ("t", "mass")
    assert (tonnes.si_value, tonnes.si_unit) == (24_000_000.0, "kg")
    first, last = copydesk.amounts("It grew 5-10%.")
    assert first.range == last.range == (5.0, 10.0)
    assert first.si_value is None and first.dimension is None


def test_patterns() -> None:
    text = "Write to desk@wire.example or see https://wire.example/a, @wire, #dam, 192.0.2.7."
    patterns = {pattern.type: pattern.value for pattern in copydesk.patterns(text)}
    assert patterns["email"] == "desk@wire.example"
    assert patterns["url"] == "https://wire.example/a"
    assert patterns["ip"] == "192.0.2.7"
    assert {"handle", "hashtag"} <= set(patterns)


def test_patterns_of_identifiers_and_phones() -> None:
    (tag,) = copydesk.patterns("#IceBucket")
    assert tag.words == ["Ice", "Bucket"]
    phone = copydesk.patterns("Call 020 7946 0018 or see www.wire.co.uk.")[0]
    assert (phone.type, phone.value, phone.region) == ("phone", "+442079460018", "GB")
    text = "IBAN GB82 WEST 1234 5698 7654 32, ISBN 0-306-40615-2, NYSE: IBM, 48.8584, 2.2945."
    assert [pattern.type for pattern in copydesk.patterns(text)] == [
        "iban",
        "isbn",
        "ticker",
        "coordinates",
    ]


STAGES = [
    copydesk.normalize,
    copydesk.explain,
    copydesk.sentences,
    copydesk.tokens,
    copydesk.mentions,
    copydesk.dates,
    copydesk.amounts,
    copydesk.patterns,
]


@pytest.mark.parametrize("stage", STAGES)
def test_every_stage_takes_strings_only(stage: object) -> None:
    assert callable(stage)
    with pytest.raises(TypeError, match="text"):
        stage(b"bytes")
    with pytest.raises(ValueError, match="lone surrogate at position 4"):
        stage("The \ud800 end")
    assert not getattr(stage(""), "text", stage(""))


def test_language() -> None:
    guess = copydesk.language("Regjeringen la fram et nytt budsjett, og ingen ble overrasket.")
    assert guess is not None
    assert guess.language == "nb" and 0.5 < guess.confidence <= 1
    assert repr(guess).startswith("LanguageGuess('nb', ")
    assert guess == copydesk.language("Regjeringen la fram et nytt budsjett, og ingen ble overrasket.")
    for unknown in ["", "12.05.2024, 18:00", "https://example.org/the-news-of-the-day", "🛳 🛳"]:
        assert copydesk.language(unknown) is None
    with pytest.raises(TypeError):
        copydesk.language(b"bytes")  # type: ignore[arg-type]
