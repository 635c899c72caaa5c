#!/usr/bin/env python3
"""Scores qari against annotated articles: make eval CORPORA=DIR

usage: eval.py QARI CORPORA [--train] [--data DIR] [--errors]
       eval.py QARI CORPORA --folds DIR [--only FOLD] [--errors] [--kinds]

With --folds only the articles of gold_train are read, each with the data of
DIR/FOLD that were made without it (make crossval); --kinds counts the
mistakes by kind.

Exact and overlapping spans by type (gold/guideline.md: a found span equal to
or inside an optional one is neither right nor wrong), ISO values of dates,
linking (B-cubed), pairs of names, sentences with one date and with none."""
import collections
import json
import os
import re
import resource
import subprocess
import sys
import tempfile

from mistakes import Mistakes

TYPES = ('PER', 'ORG', 'LOC', 'EVENT', 'DATE')


class Corpora:
    def __init__(self, qari, folder, data):
        self.gold = os.path.join(folder, 'gold')
        self.folder = folder
        self.command = [qari]
        self.data = ['--data=' + data] if data else []

    def path(self, doc):
        if doc.startswith('seeds/'):
            return os.path.join(self.folder, doc)
        if doc.startswith('train/'):
            return os.path.join(self.gold, doc)
        return os.path.join(self.gold, 'articles', doc)

    def extract(self, paths, date=None):
        run = subprocess.run(
            self.command + ['extract'] + self.data
            + (['--date=' + date] if date else []) + ['--'] + paths,
            stdout=subprocess.PIPE, check=False)
        if run.returncode not in (0, 1):
            sys.exit('%s failed on %s' % (self.command[0], paths[0]))
        return [json.loads(line) for line in run.stdout.splitlines()]

    def same(self, a, b):
        return subprocess.run(self.command + ['same', a, b],
                              stdout=subprocess.DEVNULL,
                              check=False).returncode == 0


def rows_of(path):
    with open(path, encoding='utf-8') as f:
        return [json.loads(line) for line in f]


def by_doc(rows):
    docs = collections.defaultdict(list)
    for row in rows:
        docs[row['doc']].append(row)
    return docs


def prf(right, found, gold):
    p = right / found if found else 0.0
    r = right / gold if gold else 0.0
    return p, r, 2 * p * r / (p + r) if p + r else 0.0


class Score:
    def __init__(self):
        self.right = collections.Counter()
        self.loose_found = collections.Counter()
        self.loose_gold = collections.Counter()
        self.found = collections.Counter()
        self.gold = collections.Counter()
        self.values = [0, 0]
        self.errors = []
        self.mistakes = Mistakes()

    def add(self, doc, gold, found, optional, text):
        kept = [f for f in found
                if (f['start'], f['end'], f['type']) in
                {(g['start'], g['end'], g['type']) for g in gold} or
                not any(o['start'] <= f['start'] and f['end'] <= o['end']
                        for o in optional)]
        exact = {(g['start'], g['end'], g['type']): g for g in gold}
        for g in gold:
            self.gold[g['type']] += 1
            self.loose_gold[g['type']] += any(
                f['type'] == g['type'] and f['start'] < g['end'] and
                g['start'] < f['end'] for f in kept)
        hit = set()
        for f in kept:
            self.found[f['type']] += 1
            self.loose_found[f['type']] += any(
                f['type'] == g['type'] and f['start'] < g['end'] and
                g['start'] < f['end'] for g in gold)
            key = (f['start'], f['end'], f['type'])
            if key not in exact:
                self.note('+', doc, f, text)
                continue
            hit.add(key)
            self.right[f['type']] += 1
            if f['type'] == 'DATE' and 'anchor' in exact[key]:
                self.values[1] += 1
                if f['norm'] == exact[key]['norm']:
                    self.values[0] += 1
                else:
                    self.errors.append('value %s: %s is %s, not %s' % (
                        doc, f['text'], exact[key]['norm'], f['norm']))
        for key, g in exact.items():
            if key not in hit:
                self.note('-', doc, g, text)
        self.mistakes.add(
            [g for key, g in exact.items() if key not in hit],
            [f for f in kept
             if (f['start'], f['end'], f['type']) not in exact], text)

    def note(self, sign, doc, row, text):
        before = text[max(0, row['start'] - 25):row['start']]
        behind = text[row['end']:row['end'] + 25]
        self.errors.append('%s %-5s %s …%s[%s]%s…' % (
            sign, row['type'], doc, before.replace('\n', '⏎'), row['text'],
            behind.replace('\n', '⏎')))

    def print(self, title):
        print('%s' % title)
        print('  %-6s %6s %6s %6s %6s  %s' % (
            'type', 'gold', 'P', 'R', 'F1', 'overlap F1'))
        for t in TYPES + ('all',):
            s = (lambda c: sum(c.values())) if t == 'all' else \
                (lambda c, t=t: c[t])
            p, r, f = prf(s(self.right), s(self.found), s(self.gold))
            lp = s(self.loose_found) / max(1, s(self.found))
            lr = s(self.loose_gold) / max(1, s(self.gold))
            lf = 2 * lp * lr / (lp + lr) if lp + lr else 0.0
            print('  %-6s %6d %6.1f %6.1f %6.1f  %6.1f' % (
                t, s(self.gold), 100 * p, 100 * r, 100 * f, 100 * lf))
        if self.values[1]:
            print('  date values right: %d of %d' % tuple(self.values))


def b_cubed(pairs):
    """pairs: (gold entity, found entity) of mentions found exactly."""
    if not pairs:
        return 0.0, 0.0, 0.0
    gold = collections.Counter(g for g, _ in pairs)
    found = collections.Counter(f for _, f in pairs)
    both = collections.Counter(pairs)
    p = sum(both[x] / found[x[1]] for x in pairs) / len(pairs)
    r = sum(both[x] / gold[x[0]] for x in pairs) / len(pairs)
    return p, r, 2 * p * r / (p + r)


def folds_of(folder, gold, only):
    """The data folder of each article; its folds are those of qari-train."""
    folds = sum(name.isdigit() for name in os.listdir(folder))
    return {doc: '--data=' + os.path.join(folder, str(i % folds))
            for i, doc in enumerate(sorted(gold))
            if only is None or i % folds == only}


def evaluate(corpora, name, title, errors, together=False, folds=None,
             only=None, kinds=False):
    gold = by_doc(rows_of(os.path.join(corpora.gold, name)))
    optional = by_doc(rows_of(os.path.join(corpora.gold, 'optional.jsonl')))
    score = Score()
    within, across = [], []
    runs = {}
    if together:
        for row in corpora.extract([corpora.path(d) for d in sorted(gold)]):
            runs.setdefault(row['doc'], []).append(row)
    data = folds_of(folds, gold, only) if folds else None
    for doc in sorted(data or gold):
        if data:
            corpora.data = [data[doc]]
        date = next((g['doc_date'] for g in gold[doc]
                     if g.get('doc_date')), None)
        path = corpora.path(doc)
        found = runs.get(path, []) if together else \
            corpora.extract([path], date)
        with open(path, encoding='utf-8', newline='') as f:
            text = f.read()
        for f in found:
            assert text[f['start']:f['end']] == f['text'], (doc, f)
        score.add(doc, gold[doc], found, optional[doc], text)
        at = {(f['start'], f['end'], f['type']): f for f in found}
        for g in gold[doc]:
            f = at.get((g['start'], g['end'], g['type']))
            if f and g['entity'] and g['type'] != 'DATE':
                within.append((doc + g['entity'], doc + f['entity']))
                across.append((g['entity'], f['entity']))
    score.print(title)
    print('  linking within articles, B-cubed: P %.3f R %.3f F1 %.3f'
          % b_cubed(within))
    if together:
        print('  linking across articles, B-cubed: P %.3f R %.3f F1 %.3f'
              % b_cubed(across))
    if kinds:
        print('  mistakes by kind')
        score.mistakes.print()
    if errors:
        print('\n'.join(score.errors))


def lines_of(path):
    with open(path, encoding='utf-8') as f:
        return [line.rstrip('\n').split('\t') for line in f][1:]


def sentences(corpora, folder, errors):
    right = 0
    rows = lines_of(os.path.join(corpora.gold, 'dates.tsv'))
    path = os.path.join(folder, 'sentence.txt')
    for sentence, span, iso, anchor, form in rows:
        with open(path, 'w', encoding='utf-8') as f:
            f.write(sentence)
        found = corpora.extract([path], anchor or None)
        good = any(f['type'] == 'DATE' and f['text'] == span and
                   f['norm'] == iso for f in found)
        right += good
        if errors and not good:
            print('date', form, sentence, [(f['text'], f['norm'])
                                           for f in found])
    print('sentences with a date: %d of %d' % (right, len(rows)))
    rows = lines_of(os.path.join(corpora.gold, 'dates_traps.tsv'))
    right = 0
    for sentence, trap, why in rows:
        with open(path, 'w', encoding='utf-8') as f:
            f.write(sentence)
        good = not any(f['type'] == 'DATE' and
                       (trap in f['text'] or f['text'] in trap)
                       for f in corpora.extract([path]))
        right += good
        if errors and not good:
            print('trap', sentence, why)
    print('traps avoided: %d of %d' % (right, len(rows)))


def pairs(corpora, errors):
    rows = lines_of(os.path.join(corpora.gold, 'aliases.tsv'))
    right = 0
    for a, b, label, why, *_ in rows:
        good = corpora.same(a, b) == (label == 'same')
        right += good
        if errors and not good:
            print('pair', a, '|', b, label, why)
    print('pairs of names: %d of %d' % (right, len(rows)))


def take(args, name):
    if name not in args:
        return None
    i = args.index(name)
    value = args[i + 1]
    del args[i:i + 2]
    return value


def speed(corpora):
    """Tokens a second of one core, the whole program from reading files to
    writing rows, over all training articles in one call, the best of five. A
    token is a word, a number or a sign, as language/token.h has it: nearly
    those of the expression below."""
    docs = sorted(by_doc(rows_of(os.path.join(corpora.gold,
                                              'gold_train.jsonl'))))
    paths = [corpora.path(doc) for doc in docs]
    tokens = 0
    for path in paths:
        with open(path, encoding='utf-8') as f:
            tokens += len(re.findall(r'[^\W\d_]+|\d+|[^\w\s]|_',
                                     re.sub('[\u064b-\u0652\u0670\u0640]', '',
                                            f.read())))
    best = None
    for _ in range(5):
        before = resource.getrusage(resource.RUSAGE_CHILDREN)
        subprocess.run(corpora.command + ['extract'] + corpora.data + ['--'] +
                       paths, stdout=subprocess.DEVNULL, check=False)
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
        took = (after.ru_utime + after.ru_stime - before.ru_utime -
                before.ru_stime)
        best = took if best is None else min(best, took)
    print('speed: %d tokens in %.2f s of CPU, %d tokens/s, start included' % (
        tokens, best, tokens / best))


def main():
    args = sys.argv[1:]
    data = take(args, '--data')
    folds = take(args, '--folds')
    only = take(args, '--only')
    flags = {a for a in args if a.startswith('--')}
    qari, folder = [a for a in args if not a.startswith('--')]
    corpora = Corpora(qari, folder, data)
    errors = '--errors' in flags
    if folds:
        evaluate(corpora, 'gold_train.jsonl', 'gold_train, cross-validated',
                 errors, folds=folds, only=only and int(only),
                 kinds='--kinds' in flags)
        return
    evaluate(corpora, 'gold_seeds.jsonl', 'gold_seeds, both in one call',
             errors, together=True)
    evaluate(corpora, 'gold_dev.jsonl', 'gold_dev', errors)
    if '--train' in flags:
        evaluate(corpora, 'gold_train.jsonl',
                 'gold_train (the lists and the model were made from it)',
                 errors)
    with tempfile.TemporaryDirectory() as scratch:
        sentences(corpora, scratch, errors)
    pairs(corpora, errors)
    speed(corpora)


main()
