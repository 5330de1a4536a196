"""Articles as documents of spaCy, and the component of its pipelines."""

import os
import pickle
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from documents import PAGE, TEXT

import copydesk

spacy = pytest.importorskip("spacy", reason="spaCy is not installed: pip install 'copydesk[spacy]'")

import copydesk.spacy  # noqa: E402

NOISY = "Prime Minister Jonas Gahr St\u00c3\u00b8re of Nor\u00adway spoke in Oslo on 19 June 2024.\n\nHe left for Japan."


def parts(doc: Any) -> list[Any]:
    return [span for name in ("mentions", "dates", "quotes", "claims") for span in doc.spans[name]]


def check(doc: Any, *, raw: bool) -> None:
    """Every span covers its part, and not more than the tokens at its ends."""
    article = doc._.copydesk
    for span in parts(doc):
        part = span._.copydesk
        start, end = (part.source.start, part.source.end) if raw else (part.start, part.end)
        assert span.start_char <= start and end <= span.end_char, (span, part)
        assert span[0].idx + len(span[0]) > start and span[-1].idx < end, (span, part)
    for span in doc.ents:
        mention = span._.copydesk
        assert mention.label == span.label_
        known = mention.entity.identifiers
        geonames = f"geonames:{known.geonames}" if known.geonames else ""
        assert span.kb_id_ == (known.id or known.wikidata or geonames)
    for name in ("mentions", "dates", "quotes", "claims"):
        placed = [part for part in getattr(article, name) if raw or part.start is not None]
        assert len(doc.spans[name]) == len(placed)


def test_an_article_becomes_a_document(pages: list[Path]) -> None:
    for article in copydesk.Desk().read_all(pages):
        doc = copydesk.to_spacy(article)
        assert doc.text == article.text and doc._.copydesk == article
        if not article.text:
            continue
        check(doc, raw=False)
        assert [sent.start_char for sent in doc.sents] == [it.start for it in article.sentences]
        # Entities are the mentions, but for those that share a token.
        assert len(article.mentions) * 0.95 <= len(doc.ents) <= len(article.mentions)


def test_any_span_knows_its_source() -> None:
    article = copydesk.read(NOISY.encode())
    doc = copydesk.to_spacy(article)
    (name,) = [ent for ent in doc.ents if ent.label_ == "PERSON"]
    assert name.text.endswith("St\u00f8re")
    start, end = name._.copydesk_source
    assert NOISY.encode()[start:end].decode().endswith("St\u00c3\u00b8re")
    assert doc[0:1]._.copydesk is None and doc[0:1]._.copydesk_source == (0, 5)
    plain = spacy.blank("en")("No article.")
    assert plain._.copydesk is None and plain[0:1]._.copydesk_source is None


def test_what_cuts_the_text() -> None:
    article = copydesk.read(TEXT, tokens=True)
    nlp = spacy.blank("en")
    own = copydesk.to_spacy(article, nlp.vocab)
    assert [token.text for token in own if not token.is_space] == [it.text for it in article.tokens]
    again = copydesk.to_spacy(copydesk.read(TEXT), nlp.vocab)
    assert [token.text for token in again] == [token.text for token in own]
    given = copydesk.to_spacy(article, nlp)
    assert [token.text for token in given] == [token.text for token in nlp(article.text)]
    assert own.text == given.text == article.text
    assert own.vocab is given.vocab is nlp.vocab
    assert copydesk.to_spacy(copydesk.read("")).text == ""
    # A text of blanks and of tokens that touch.
    for text in (" a  b ", "\n\nx", "a\u00a0b", "don't-stop"):
        article = copydesk.read_text(text, stages=["segment"], tokens=True)
        assert copydesk.to_spacy(article, nlp.vocab).text == article.text
    wrong: Any = article.to_dict()
    with pytest.raises(TypeError, match="article must be an Article, not dict"):
        copydesk.to_spacy(wrong)
    wrong = "en"
    with pytest.raises(TypeError, match="nlp must be a Language, a Vocab or None, not str"):
        copydesk.to_spacy(article, wrong)


def test_displacy_shows_it() -> None:
    from spacy import displacy  # type: ignore[import-not-found, unused-ignore]

    doc = copydesk.to_spacy(copydesk.read(PAGE))
    shown = displacy.render(doc, style="ent", jupyter=False)
    for entity in doc.ents:
        assert entity.text.replace("&", "&amp;") in shown and entity.label_ in shown
    for key in ("mentions", "quotes", "claims"):
        assert displacy.render(doc, style="span", options={"spans_key": key}, jupyter=False)


def test_the_component_reads_documents_in_their_order() -> None:
    nlp = spacy.blank("en")
    nlp.add_pipe("copydesk", config={"threads": 2})
    texts = [NOISY, "", TEXT, *(f"Minister Ane Dahl met {number} ships in Oslo." for number in range(300))]
    docs = list(nlp.pipe(texts, batch_size=7))
    assert [doc.text for doc in docs] == texts
    for doc, text in zip(docs, texts, strict=True):
        check(doc, raw=True)
        for ent in doc.ents:
            start, end = ent._.copydesk_source
            assert text[start:end] == ent.text
    assert [ent.text for ent in docs[0].ents if ent.label_ == "PERSON"] == ["Jonas Gahr St\u00c3\u00b8re"]
    assert docs[0].ents[-1].text == "Japan" and docs[0].ents[-1].sent.text == "He left for Japan."
    assert [ent._.copydesk.text for ent in docs[0].ents if ent.label_ == "GPE"][0] == "Norway"
    assert [doc.text for doc, _ in nlp.pipe([(TEXT, 1)], as_tuples=True)] == [TEXT]
    assert len(nlp(TEXT).ents) == len(docs[2].ents)


def test_an_exception_of_the_input_comes_after_what_it_yielded() -> None:
    nlp = spacy.blank("en")
    nlp.add_pipe("copydesk")

    def broken() -> Any:
        yield TEXT
        raise LookupError("the cursor closed")

    taken = []
    with pytest.raises(LookupError, match="the cursor closed"):
        for doc in nlp.pipe(broken()):
            taken.append(doc)
    assert len(taken) == 1


def test_what_other_components_set_is_kept() -> None:
    nlp = spacy.blank("en")
    nlp.add_pipe("sentencizer")
    ruler = nlp.add_pipe("entity_ruler")
    ruler.add_patterns([{"label": "DAY", "pattern": "19 June 2024"}])
    nlp.add_pipe("copydesk", config={"overwrite_ents": False, "min_confidence": 0.5})
    doc = nlp(NOISY)
    labels = [(ent.text, ent.label_) for ent in doc.ents]
    assert ("19 June 2024", "DAY") in labels and ("Japan", "GPE") in labels
    alone = spacy.blank("en")
    alone.add_pipe("sentencizer")
    assert [sent.text for sent in doc.sents] == [sent.text for sent in alone(NOISY).sents]


def test_the_configuration_is_saved_with_the_pipeline(tmp_path: Path) -> None:
    nlp = spacy.blank("en")
    names = [{"name": "Harbour Line", "type": "ORG", "id": "company-7"}]
    nlp.add_pipe("copydesk", config={"gazetteer": names, "statements": False, "threads": 1})
    nlp.to_disk(tmp_path / "pipeline")
    text = "Harbour Line said that it would sail on Monday."
    for again in (spacy.load(tmp_path / "pipeline"), pickle.loads(pickle.dumps(nlp))):
        doc = again(text)
        assert [(ent.text, ent.kb_id_) for ent in doc.ents][0] == ("Harbour Line", "company-7")
        assert list(doc.spans["quotes"]) == []
    with pytest.raises(copydesk.ConfigurationError, match="0 threads cannot work"):
        spacy.blank("en").add_pipe("copydesk", config={"threads": 0})


def test_documents_are_written_and_read_again() -> None:
    from spacy.tokens import Doc, DocBin  # type: ignore[import-not-found, unused-ignore]

    nlp = spacy.blank("en")
    nlp.add_pipe("copydesk")
    for doc in (nlp(TEXT), copydesk.to_spacy(copydesk.read(TEXT), nlp)):
        found = DocBin(docs=[doc], store_user_data=True)
        binned = next(iter(DocBin().from_bytes(found.to_bytes()).get_docs(nlp.vocab)))
        for again in (Doc(nlp.vocab).from_bytes(doc.to_bytes()), pickle.loads(pickle.dumps(doc)), binned):
            assert again._.copydesk == doc._.copydesk
            assert [(ent.text, ent._.copydesk) for ent in again.ents] == [
                (ent.text, ent._.copydesk) for ent in doc.ents
            ]


@pytest.mark.skipif(sys.platform == "win32", reason="processes are started anew there, at a price")
@pytest.mark.filterwarnings("ignore:.*multi-threaded.*:DeprecationWarning")
def test_several_processes() -> None:
    nlp = spacy.blank("en")
    nlp.add_pipe("copydesk", config={"threads": 1})
    texts = [f"Minister Ane Dahl met {number} ships in Oslo." for number in range(20)]
    docs = list(nlp.pipe(texts, n_process=2, batch_size=5))
    assert [doc.text for doc in docs] == texts
    assert [doc._.copydesk for doc in docs] == [doc._.copydesk for doc in nlp.pipe(texts)]


def test_spacy_finds_the_component_by_itself(tmp_path: Path) -> None:
    project = (Path(__file__).parents[1] / "pyproject.toml").read_text(encoding="utf-8")
    (target,) = re.findall(r'\[project\.entry-points\.spacy_factories\]\ncopydesk = "(.*)"', project)
    # As the installer writes it.
    about = tmp_path / "copydesk_entry-1.0.dist-info"
    about.mkdir()
    (about / "METADATA").write_text("Metadata-Version: 2.1\nName: copydesk-entry\nVersion: 1.0\n")
    (about / "entry_points.txt").write_text(f"[spacy_factories]\ncopydesk = {target}\n")
    places = [str(Path(copydesk.__file__).parents[1]), str(tmp_path)]
    program = "import spacy; nlp = spacy.blank('en'); nlp.add_pipe('copydesk'); print(nlp('Oslo fell.').ents)"
    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=False,
        env={**os.environ, "PYTHONPATH": os.pathsep.join(places)},
    )
    assert done.stdout.strip() == "(Oslo,)", done.stderr


def test_without_spacy_it_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "spacy", None)
    with pytest.raises(ImportError, match=r"spacy is not installed: pip install 'copydesk\[spacy\]'"):
        copydesk.to_spacy(copydesk.read(TEXT))
