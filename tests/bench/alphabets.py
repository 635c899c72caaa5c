"""Time per byte over the alphabets that hostile texts are made of, each one
paragraph, beside that of ordinary news: through the layout alone and through
`qari --print` as a whole program; CPU, the least of several runs.

usage: alphabets.py QARI LAYOUT_COST WORDS [ALPHABET…]

LAYOUT_COST is tests/bench/layout_cost, WORDS a text of news. The ratio is the
worst to news of the same size."""
import os
import subprocess
import sys

SIZES = (10_000, 300_000, 1_000_000, 10_000_000)
MUST = 3
RUNS = 3

ALPHABETS = {
    "no blanks": "خبرمنغيرفراغ",
    "one letter": "ب",
    "one-letter words": "ا ب ت ث ج ح خ د ذ ر س ش ص ض ط ظ ع غ ",
    "lam-alef": "لا" * 40 + " ",
    "tatweel": "\u0640",
    "vocalised": "خَبَرٌ جَدِيدٌ ",
    "letter, marks": "بَّ",
    "marks alone": "\u064e",
    "many marks": "ب" + "\u0651" * 40 + " ",
    "presentation": "\ufee3\ufea4\ufee4\ufeaa ",
    "Latin words": "alpha beta gamma ",
    "Latin, no blanks": "abcdefghij",
    "mixed": "خبر abc 12 ",
    "Hebrew": "שלום ",
    "digits": "1234567890",
    "numbers": "12 34 56 78 2024 ",
    "Arabic digits": "١٢٣ ٤٥ ",
    "Persian digits": "۱۲۳ ",
    "dates": "في 12/05/2024 و 2024-05-12 حتى ",
    "times, percent": "10:30 و 5.5% و +212 ",
    "parentheses": "()",
    "opening": "(",
    "bracketed words": "[خبر] (abc) ",
    "fullwidth": "（خبر） ",
    "quotes": "«خبر» \"x\" ",
    "embeddings": "\u202bخ\u202c",
    "both embeddings": "\u202aa\u202c\u202bب\u202c ",
    "overrides": "\u202eخ\u202d",
    "RLO alone": "\u202e",
    "PDF alone": "\u202c",
    "isolates": "\u2067a\u2069",
    "FSI alone": "\u2068",
    "PDI alone": "\u2069",
    "LRM, RLM": "\u200fخ\u200e1",
    "ZWNJ": "خ\u200cب",
    "ZWJ": "\u200d",
    "ZWSP": "\u200b",
    "soft hyphens": "\u00ad",
    "spaces": " ",
    "no-break spaces": "\u00a0",
    "tabs": "\t",
    "tabbed words": "خبر\tا\t",
    "wide spaces": "\u3000\u2003",
    "full stops": ".",
    "commas": "، ",
    "stops": "! ? . ",
    "slashes": "/",
    "hyphens": "-",
    "URL": "https://example.com/a/b?c=d&",
    "CJK": "新聞",
    "Hangul jamo": "\u1100\u1161\u11a8",
    "Thai": "ภาษาไทย",
    "Devanagari": "क\u094d",
    "decomposed": "e\u0301 ا\u0653",
    "emoji, ZWJ": "👨\u200d👩\u200d👧",
    "skin tones": "👍\U0001f3fd",
    "flags": "🇲🇦",
    "tags": "\U000e0041",
    "escapes": "\x1b[31m",
    "C1": "\u009b",
    "DEL": "\x7fب",
    "private use": "\ue000",
    "noncharacters": "\uffff",
    "object": "\ufffc",
    "byte order marks": "\ufeff",
    "byte 80": b"\x80\xd8\xa8\xd8\xa8\xd8\xa8\xd8\xa8",
    "cut letters": b"\xd8 \xd8\xa8\xd8\xa8\xd8\xa8\xd8\xa8",
    "beyond Unicode": b"\xf4\x90\x80\x80\xd8\xa8\xd8\xa8\xd8\xa8\xd8\xa8" * 2,
}
LINES = {
    "lines: a letter": "ب\n",
    "lines: Latin": "x\n",
    "lines: a word": "خبر\r\n",
    "lines: PS": "\u2029خ",
    "lines: empty": "\n",
}


def text_of(name, words, size):
    if name == "news":
        return words[:size]
    one = ALPHABETS.get(name) or LINES[name]
    one = one if isinstance(one, bytes) else one.encode()
    return (one * (size // len(one) + 1))[:size]


def cpu(command):
    """Seconds of CPU that the command took."""
    process = subprocess.Popen(command, stdin=subprocess.DEVNULL,
                               stdout=subprocess.DEVNULL,
                               stderr=subprocess.DEVNULL)
    _, _, usage = os.wait4(process.pid, 0)
    process.returncode = 0
    return usage.ru_utime + usage.ru_stime


def printed(qari, file, start, size):
    command = [qari, "--print", "--width=80", file]
    runs = RUNS if size < 2_000_000 else 1
    return (min(cpu(command) for _ in range(runs)) - start) * 1e9 / size


def laid_out(cost, file):
    return float(subprocess.run([cost, file], stdout=subprocess.PIPE,
                                check=True).stdout)


def measure(name, words, qari, cost):
    """Nanoseconds a byte at every size, of the layout and of --print."""
    rows = [], []
    with open("empty.txt", "wb") as file:
        file.write(b"\n")
    start = min(cpu([qari, "--print", "empty.txt"]) for _ in range(RUNS))
    for size in SIZES:
        with open("alphabet.txt", "wb") as file:
            file.write(text_of(name, words, size))
        rows[0].append(laid_out(cost, "alphabet.txt"))
        rows[1].append(printed(qari, "alphabet.txt", start, size))
    return rows


def shown(row, news):
    # Of 10 KB the program's start is most, and hides the rest.
    ratio = max(a / b for a, b in list(zip(row, news))[1:])
    return " ".join("%5.0f" % cost for cost in row) + \
        " %6.2f%s" % (ratio, "!" if ratio > MUST else " ")


def main():
    qari, cost, source, *names = sys.argv[1:]
    os.environ.update(LC_ALL="C.UTF-8", XDG_DATA_HOME="/dev/null")
    with open(source, "rb") as file:
        words = file.read(SIZES[-1])
    words = b" ".join((words * (SIZES[-1] // len(words) + 1)).split())
    print("\n== ns a byte at 10 KB, 300 KB, 1 MB, 10 MB, ratio to news "
          "(must %d; ! beyond): layout | --print" % MUST)
    news = measure("news", words, qari, cost)
    for name in ["news", *(names or [*ALPHABETS, *LINES])]:
        rows = news if name == "news" else measure(name, words, qari, cost)
        print("%-18s" % name, " | ".join(map(shown, rows, news)), flush=True)


main()
