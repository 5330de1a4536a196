"""Writes common_words.tsv: the words that news prints in lower case.

Counts the tokens of `ner/voa-unlabelled.txt` (Voice of America and similar text, public
domain). A word is common when it stands in lower case at least six times, and in lower case in
at least 60 of 100 of its places inside a sentence. The tagger asks the list whether a capital
letter says anything: `Recent` at the start of a sentence is no name, `Choe` is.
"""

import argparse
import collections
import pathlib

LEAST_COUNT = 6
LEAST_SHARE = 0.6


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--text", type=pathlib.Path, required=True, help="voa-unlabelled.txt")
    parser.add_argument("--out", type=pathlib.Path, required=True, help="folder to write to")
    arguments = parser.parse_args()

    lower: collections.Counter[str] = collections.Counter()
    capital: collections.Counter[str] = collections.Counter()
    with arguments.text.open(encoding="utf-8") as lines:
        for line in lines:
            for place, word in enumerate(line.split()):
                if not word.isalpha():
                    continue
                if word.islower():
                    lower[word] += 1
                elif place > 0 and word[0].isupper():
                    capital[word.lower()] += 1
    words = sorted(
        word
        for word, count in lower.items()
        if len(word) > 1
        and count >= LEAST_COUNT
        and count / (count + capital[word]) >= LEAST_SHARE
    )
    header = "# word\t# counted in Voice of America text (public domain)\n"
    (arguments.out / "common_words.tsv").write_text(
        header + "".join(word + "\n" for word in words), encoding="utf-8"
    )


if __name__ == "__main__":
    main()
