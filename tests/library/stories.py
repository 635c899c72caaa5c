#!/usr/bin/env python3
"""stories.py: whether pairs of articles that were judged by reading are
grouped, or kept apart, rightly.

usage: stories.py QARI LIBRARY   (pairs.tsv beside this file; LIBRARY holds the
       articles of ant-news.txt, split at blank lines, added from files called
       by their number: 00000.txt …)
"""
import collections
import json
import os
import re
import subprocess
import sys


def main():
    qari, library = sys.argv[1:3]
    told = subprocess.run([qari, 'library', 'stories', '--format=jsonl',
                           '--limit=1000000', '--library=' + library],
                          capture_output=True, text=True, check=False).stdout
    story = {}
    for line in told.splitlines():
        row = json.loads(line)
        for article in row['articles']:
            number = re.search(r'(\d+)\.txt$', article['path'])
            if number:
                story[int(number.group(1))] = row['story']
    here = os.path.dirname(os.path.abspath(__file__))
    counts = collections.Counter()
    with open(here + '/pairs.tsv', encoding='utf-8') as pairs:
        for line in pairs:
            if line.startswith('#'):
                continue
            which, a, b, judged = line.split()
            a, b = story.get(int(a), -1), story.get(int(b), -2)
            counts[which, judged, a == b] += 1
    for which in ('fitted', 'held'):
        right = counts[which, 'same', True] + counts[which, 'other', False]
        every = sum(n for key, n in counts.items() if key[0] == which)
        print('%s: %d of %d pairs right (%.1f %%): of the same event %d '
              'grouped, %d not; of others %d grouped, %d not' % (
                  which, right, every, 100 * right / every,
                  counts[which, 'same', True], counts[which, 'same', False],
                  counts[which, 'other', True],
                  counts[which, 'other', False]))


if __name__ == '__main__':
    main()
