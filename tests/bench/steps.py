"""What a step costs in one paragraph of 10 MB, beside the same step in an
article of 10 KB of the same kind of text: instructions, counted by callgrind.

usage: steps.py QARI WORDS

WORDS is a text of news; KIND.txt, a paragraph of each kind, is left in the
working folder. The articles have paragraphs of 330 columns: 55 words of news."""
import os
import random
import re
import subprocess
import sys
import unicodedata

SIZE = 10_000_000
ARTICLES = 4
PAGES = 16
PARAGRAPH = 330
MUST = 1.3
HARAKAT = "\u064e\u064f\u0650\u0652\u0651"
STEERING = "\u202a\u202b\u202d\u202e\u2066\u2067\u2068\u202c\u2069"


def as_is(word):
    return word


def vocalised(word):
    return "".join(c + (random.choice(HARAKAT) if "\u0621" <= c <= "\u064a"
                        else "") for c in word)


def steered(word):
    return random.choice(STEERING) + word if random.random() < .2 else word


def numbered(word):
    number = random.randrange(1, 3000)
    return word if random.random() < .67 else random.choice(
        ["%d", "%d.5%%", "(%d)", "12/%d/2024", "٪%d"]) % number


KINDS = {"words": as_is, "harakat": vocalised, "bidi": steered,
         "digits": numbered}


def cut(text, size):
    return text.encode()[:size].decode(errors="ignore") + "\n"


def words_of(kind, words, size):
    """Words until they are `size` bytes with the blanks between."""
    taken = []
    while size > 0:
        for word in map(KINDS[kind], words):
            taken.append(word)
            size -= len(word.encode()) + 1
            if size <= 0:
                break
    return taken


def write(name, text):
    with open(name, "w", encoding="utf8") as file:
        file.write(text)
    return name


def paragraphs(words):
    """Lines of words that take some PARAGRAPH columns each."""
    line, columns = [], 0
    for word in words:
        line.append(word)
        columns += 1 + sum(not unicodedata.combining(c) and
                           c not in STEERING for c in word)
        if columns >= PARAGRAPH:
            yield " ".join(line)
            line, columns = [], 0


def article(kind, words, number):
    start = random.randrange(len(words) - 5000)
    taken = words_of(kind, words[start:start + 5000], 11_000)
    return write("%s.%d" % (kind, number),
                 cut("\n\n".join(paragraphs(taken)), 10_000))


def instructions(qari, file, steps):
    script = write("steps.script", "\n".join(steps) + "\n")
    run = subprocess.run(
        ["valgrind", "--tool=callgrind", "--callgrind-out-file=/dev/null",
         qari, "--script=" + script, "--size=24x80", file],
        stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, check=True)
    return int(re.search(rb"Collected : (\d+)", run.stderr).group(1))


def costs(qari, file, pages, resized_on):
    """Of the first screen, of a page-down, of a resize on these pages."""
    page = ["page-forward", "dump"]
    narrower = ["size 24x60", "dump"]

    def on(number, *more):
        return instructions(qari, file, ["dump"] + page * number + list(more))

    first = on(0)
    resizes = [on(number, *narrower) - on(number) for number in resized_on]
    return (first, (on(pages) - first) / pages, sum(resizes) / len(resizes))


def row(qari, kind, words):
    long = write(kind + ".txt",
                 cut(" ".join(words_of(kind, words, SIZE)), SIZE))
    short = [costs(qari, article(kind, words, i), 1, [1]) for i in range(ARTICLES)]
    short = [sum(column) / ARTICLES for column in zip(*short)]
    for step, a, b in zip(("first screen", "page-down", "resize"), short,
                          costs(qari, long, PAGES, range(1, 5))):
        print("%-10s %-14s %10d %10d %6.2f  must %.1f" %
              (kind, step, a, b, b / a, MUST), flush=True)


def main():
    qari, source = sys.argv[1:]
    os.environ.update(LC_ALL="C.UTF-8", XDG_DATA_HOME="/dev/null")
    random.seed(12)
    with open(source, encoding="utf8") as file:
        words = file.read().split()
    for kind in KINDS:
        row(qari, kind, words)


main()
