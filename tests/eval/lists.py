#!/usr/bin/env python3
"""Makes data/names.tsv: the names the rules know before reading.

usage: lists.py CORPORA [FOLD FOLDS] > data/names.tsv

With a fold, the list is made without its articles (see eval.py --folds).

Places: CORPORA/ner/names/geo.txt (CLDR, iso-codes) and towns.txt beside this
program. Places, agencies,
events and first names of persons that the annotated articles of
CORPORA/gold/gold_train.jsonl name in at least two articles, and where at
least two thirds of the words' occurrences in those articles are that name.
gold_dev and the seeds are not looked at. See data/README-lists.md."""
import collections
import json
import os
import re
import sys
import unicodedata

CLITICS = re.compile(r'^[وف]?[بكل]?$')
MONTHS = set('مارس ابريل مايو يونيو'.split())


def fold(text):
    out = []
    for c in unicodedata.normalize('NFKD', text):
        if unicodedata.category(c) in ('Mn', 'Cf') or c == '\u0640':
            continue
        out.append({'أ': 'ا', 'إ': 'ا', 'آ': 'ا', 'ٱ': 'ا', 'ى': 'ي',
                    'ی': 'ي', 'ة': 'ه', 'ھ': 'ه', 'ہ': 'ه', 'ؤ': 'و',
                    'ئ': 'ي', 'ک': 'ك', 'گ': 'ك', 'ڭ': 'ك'}.get(c, c))
    return ''.join(out).lower()


def words(text):
    return re.findall(r'[^\W\d_]+|\d+|[^\w\s]', fold(text))


def articles(corpora):
    gold = os.path.join(corpora, 'gold')
    rows = collections.defaultdict(list)
    with open(os.path.join(gold, 'gold_train.jsonl'), encoding='utf-8') as f:
        for line in f:
            row = json.loads(line)
            rows[row['doc']].append(row)
    fold, folds = (int(a) for a in sys.argv[2:4] or (0, 0))
    for i, doc in enumerate(sorted(rows)):
        if folds and i % folds == fold:
            continue
        with open(os.path.join(gold, doc), encoding='utf-8', newline='') as f:
            yield doc, rows[doc], f.read()


def geo(corpora):
    for path in (os.path.join(corpora, 'ner/names/geo.txt'),
                 os.path.join(os.path.dirname(__file__), 'towns.txt')):
        with open(path, encoding='utf-8') as f:
            for line in f:
                if not line.startswith('#'):
                    for name in line.strip().split('،'):
                        yield ' '.join(words(name))


def main():
    corpora = sys.argv[1]
    named = collections.defaultdict(lambda: collections.defaultdict(set))
    count = collections.Counter()
    first = collections.Counter()
    texts = []
    for doc, rows, text in articles(corpora):
        texts.append(words(text))
        for row in rows:
            name = words(row['text'])
            if row['type'] == 'PER' and len(name) > 1:
                first[name[0]] += 1
            if row['type'] in ('LOC', 'ORG', 'EVENT') and 0 < len(name) <= 6:
                if name[0].startswith('ل') and text[row['start'] - 1] == 'ل' \
                        and row['start'] > row['tok_start']:
                    name[0] = 'ا' + name[0]
                named[' '.join(name)][row['type']].add((doc, row['start']))
    places = set(geo(corpora))
    # How often the words stand there at all.
    seen = collections.Counter()
    longest = 6
    for text in texts:
        for i in range(len(text)):
            for n in range(1, longest + 1):
                key = ' '.join(text[i:i + n])
                for cut in range(0, 3):
                    if cut and not CLITICS.match(key[:cut]):
                        break
                    if key[cut:] in named or key[cut:] in places or \
                            (n == 1 and key in first):
                        seen[key[cut:]] += 1
    out = {}
    letters = {'LOC': 'L', 'ORG': 'O', 'EVENT': 'E'}
    for key in places:
        if len(key) > 2 and key not in MONTHS and \
                len(named[key]['LOC']) >= 0.5 * seen[key]:
            out[key] = 'L'
    for key, types in named.items():
        kind, found = max(types.items(), key=lambda kv: len(kv[1]),
                          default=('LOC', set()))
        docs = {doc for doc, _ in found}
        if len(docs) >= 2 and len(key) > 2 and \
                len(found) >= 0.67 * max(seen[key], 1):
            out[key] = letters[kind]
        elif out.get(key) == 'L' and len(types['LOC']) < 0.5 * seen[key]:
            del out[key]
    for key, n in first.items():
        if n >= 2 and len(key) > 2 and key not in out and \
                n >= 0.3 * seen[key]:
            out[key] = 'F'
    for key in sorted(out):
        if re.fullmatch(r'[\w ]+', key):
            print(key + '\t' + out[key])


main()
