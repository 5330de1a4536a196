"""Pages to text and metadata: copydesk beside extractors."""

from . import data, score, task
from .measure import Case, Tool


class PageTool(Tool):
    """A tool that reads a saved page. The page is in memory before the time counts: its bytes, and the text for those
    that take no bytes, so that the time of decoding counts for copydesk alone."""

    def prepare(self, value):
        page, url = value
        return data.Page(data.page_bytes(page), url)


class Copydesk(PageTool):
    package = name = "copydesk"

    def __init__(self):
        import copydesk

        self.extract = copydesk.extract

    def one(self, page):
        return self.extract(page.bytes).body


class CopydeskMetadata(Copydesk):
    def one(self, page):
        article = self.extract(page.bytes, uri=page.url)
        return {"title": article.title, "authors": list(article.byline), "date": article.published}


class Trafilatura(PageTool):
    package = name = "trafilatura"

    def __init__(self):
        import trafilatura
        import trafilatura.metadata

        self.module = trafilatura

    def one(self, page):
        return self.module.extract(page.html, include_comments=False) or ""


class TrafilaturaFast(Trafilatura):
    name = "trafilatura, fast"

    def one(self, page):
        return self.module.extract(page.html, include_comments=False, fast=True) or ""


class TrafilaturaMetadata(Trafilatura):
    def one(self, page):
        found = self.module.metadata.extract_metadata(page.html, default_url=page.url)
        authors = [name.strip() for name in (found.author or "").split(";")]
        return {"title": found.title, "authors": [name for name in authors if name], "date": found.date}


class Resiliparse(PageTool):
    package = name = "resiliparse"

    def __init__(self):
        from resiliparse.extract.html2text import extract_plain_text

        self.extract = extract_plain_text

    def one(self, page):
        return self.extract(page.html, main_content=True, alt_texts=False, comments=False)


class Readability(PageTool):
    package = name = "readability-lxml"

    def __init__(self):
        import lxml.html
        import readability

        self.document, self.lxml = readability.Document, lxml.html

    def one(self, page):
        summary = self.document(page.html).summary()
        blocks = [" ".join(text.split()) for text in self.lxml.fromstring(summary).itertext()]
        return "\n".join(block for block in blocks if block)


class Newspaper(PageTool):
    package = name = "newspaper4k"

    def __init__(self):
        import newspaper

        self.module = newspaper

    def read(self, page):
        try:
            return self.parsed(page)
        except ImportError:  # some languages need a further package
            return self.parsed(page, language="en")

    def parsed(self, page, **settings):
        article = self.module.Article(page.url, fetch_images=False, **settings)
        article.download(input_html=page.html)
        article.parse()
        return article

    def one(self, page):
        return self.read(page).text or ""


class NewspaperMetadata(Newspaper):
    def one(self, page):
        article = self.read(page)
        date = article.publish_date
        return {
            "title": article.title,
            "authors": list(article.authors),
            "date": date.strftime("%Y-%m-%d") if hasattr(date, "strftime") else None,
        }


class Htmldate(PageTool):
    package = name = "htmldate"

    def __init__(self):
        import htmldate

        self.module = htmldate

    def one(self, page):
        return {"date": self.module.find_date(page.html, url=page.url, original_date=True)}


class Pages(task.Task):
    """What both tasks ask: pages of a typical size for the speed, all pages for the quality."""

    timed = 60
    # Pages of each set in a quick run.
    few = 40

    def batches(self, data):
        timed = data.typical(20 if data.is_quick else self.timed)
        seen = {id(gold) for _, gold, _ in timed if gold}
        rest = []
        for name in dict.fromkeys(page[2] for page in data.pages):
            pages = [page for page in data.pages if page[2] == name]
            rest += data.some(pages, self.few) if data.is_quick else pages
        rest = [page for page in rest if page[1] and id(page[1]) not in seen]
        case = lambda page, speed: Case((page[0], page[1].get("url")), page[1], page[2], speed)
        return [[case(page, "pages")] for page in timed] + [[case(page, "")] for page in rest]


class Extract(Pages):
    key = "extract"
    title = "Pages to the text of the article"
    tools = (Copydesk, Resiliparse, Trafilatura, TrafilaturaFast, Readability, Newspaper)
    notes = (
        "copydesk gives metadata, offsets, repairs and the reason for each dropped block in the same call.",
        "copydesk's scorer learnt from the three sets of `parse/`, and the rules of all its stages were made while "
        "looking at them, so its quality here is of seen pages. On pages that its scorer has not seen, in five folds by "
        "host: `cargo xtask train blocks --folds`.",
    )

    def quality(self, answered):
        rows = []
        for name, tools in task.by_set(answered).items():
            golds = [case.gold for case, _ in next(iter(tools.values()))]
            if any("articleBody" in gold for gold in golds):
                value = lambda pairs: score.bodies((answer, case.gold.get("articleBody")) for case, answer in pairs)
                kind = "shingle F1"
            elif any("with" in gold for gold in golds):
                value = lambda pairs: score.segments(
                    (answer, case.gold.get("with", ()), case.gold.get("without", ())) for case, answer in pairs
                )
                kind = "segment F1"
            else:
                rows.append((f"{name}: shingle F1 with copydesk ({len(golds)})", {
                    tool: score.bodies((theirs, ours) for ours, theirs in pairs)
                    for tool, pairs in task.agreement(tools).items()
                }))
                continue
            rows.append((f"{name}: {kind} ({len(golds)})", {tool: value(pairs) for tool, pairs in tools.items()}))
        return rows


class Metadata(Pages):
    key = "metadata"
    title = "Title, authors and date of pages"
    tools = (CopydeskMetadata, TrafilaturaMetadata, NewspaperMetadata, Htmldate)
    notes = (
        "A title is right when letters and digits agree, a date when the day does; authors are the F1 of the names of a "
        "page, in the mean over pages whose gold names some. htmldate has dates only. The rules of copydesk were made "
        "while looking at these sets.",
    )

    def quality(self, answered):
        rows = []
        for name, tools in task.by_set(answered).items():
            golds = [case.gold for case, _ in next(iter(tools.values()))]
            if not any(golds):
                pairs = {tool: [(found or {}, ours or {}) for ours, found in both]
                         for tool, both in task.agreement(tools).items()}
                name += ", with copydesk"
            else:
                pairs = {tool: [(found or {}, case.gold) for case, found in both] for tool, both in tools.items()}
            for field, judge in FIELDS.items():
                values = {}
                for tool, both in pairs.items():
                    marks = [mark for found, gold in both if (mark := judge(found, gold)) is not None]
                    if marks and any(field in found for found, _ in both):
                        values[tool] = sum(marks) / len(marks)
                rows.append((f"{name}: {field}", values))
        return rows


def title(found, gold):
    return score.letters(found.get("title")) == score.letters(gold["title"]) if gold.get("title") else None


def authors(found, gold):
    wanted = gold.get("author") or gold.get("authors")
    return score.authors(found.get("authors"), wanted) if score.names(wanted) else None


def date(found, gold):
    wanted = (gold.get("date") or "")[:10]
    return (found.get("date") or "")[:10] == wanted if wanted else None


FIELDS = {"title": title, "authors": authors, "date": date}
