"""Annotated texts: names in CoNLL files, sentences and tokens in CoNLL-U files."""


def documents(path):
    """The documents of a CoNLL file (token TAB BIO tag): sentences of tokens and tags."""
    found, sentence = [[]], []
    for line in [*path.read_text(encoding="utf-8").split("\n"), ""]:
        token, _, tag = line.partition("\t")
        if token.startswith("-DOCSTART-"):
            found.append([])
        elif line.strip():
            sentence.append((token, tag.strip() or "O"))
        elif sentence:
            found[-1].append(sentence)
            sentence = []
    return [document for document in found if document]


def text_of(sentences):
    """The text of sentences, with a blank line between them, and its mentions as (start, end, class)."""
    text, mentions = "", []
    for sentence in sentences:
        text += "\n\n" if text else ""
        inside = False
        for at, (token, tag) in enumerate(sentence):
            text += " " if at else ""
            start, end = len(text), len(text) + len(token)
            text += token
            if tag.startswith("I-") and inside:
                mentions[-1] = (mentions[-1][0], end, mentions[-1][2])
            elif tag != "O":
                mentions.append((start, end, tag[2:]))
            inside = tag != "O"
    return text, mentions


def paragraphs(text):
    """Paragraphs of a CoNLL-U file as (text, ends of the sentences, spans of the tokens, whether a document starts):
    sentences between `newpar` or `newdoc`, joined by a blank unless the last token says `SpaceAfter=No`."""
    found, glue, starts = [], True, True
    for block in text.split("\n\n"):
        rows = [line for line in block.split("\n") if line]
        if any(row.startswith(("# newdoc", "# newpar")) for row in rows):
            starts = starts or any(row.startswith("# newdoc") for row in rows)
            found.append(["", [], [], starts])
            starts, glue = False, True
        sentence = next((row[len("# text = ") :] for row in rows if row.startswith("# text = ")), None)
        if sentence is None:
            continue
        if not found:
            found.append(["", [], [], True])
            starts = False
        paragraph = found[-1]
        paragraph[0] += "" if glue else " "
        base = len(paragraph[0])
        paragraph[0] += sentence
        paragraph[1].append(base + len(sentence.rstrip()))
        spans, glue = tokens(sentence, [row.split("\t") for row in rows if not row.startswith("#")])
        paragraph[2].extend((base + start, base + end) for start, end in spans)
    return [tuple(paragraph) for paragraph in found if paragraph[0]]


def tokens(sentence, rows):
    """The spans of the words of a sentence, and whether the next one follows without a blank. A token of several words
    is cut into them where they make up its letters."""
    spans, at, glue, skip = [], 0, False, 0
    for number, row in enumerate(rows):
        name, form = row[0], row[1]
        if "." in name:
            continue
        if skip:
            skip -= 1
            continue
        glue = "SpaceAfter=No" in row[9].split("|") if len(row) > 9 else False
        start = sentence.index(form, at)
        at = start + len(form)
        if "-" not in name:
            spans.append((start, at))
            continue
        first, last = map(int, name.split("-"))
        skip = last - first + 1
        words = [later[1] for later in rows[number + 1 :] if "." not in later[0]][:skip]
        if len("".join(words)) == len(form):
            for word in words:
                spans.append((start, start + len(word)))
                start += len(word)
        else:
            spans.append((start, at))
    return spans, glue


def flat(paragraphs):
    """Every document as one line, without its paragraph breaks."""
    found = []
    for text, ends, spans, starts in paragraphs:
        if starts or not found:
            found.append((text, list(ends), list(spans)))
            continue
        before, all_ends, all_spans = found[-1]
        base = len(before) + 1
        all_ends.extend(base + end for end in ends)
        all_spans.extend((base + start, base + end) for start, end in spans)
        found[-1] = (f"{before} {text}", all_ends, all_spans)
    return found
