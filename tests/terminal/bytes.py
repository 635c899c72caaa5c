#!/usr/bin/env python3
"""bytes.py: what qari sends over a line: bytes a page, a highlight, a row
scrolled, a key that changes nothing; writes a screen; nothing at rest.

usage: bytes.py QARI ARTICLE…
       with QUICK in the environment the first article, and no more than has
       to be tried
"""
import os
import re
import shutil
import subprocess
import sys
import tempfile

sys.dont_write_bytecode = True
HERE = os.path.dirname(os.path.abspath(__file__))
sys.path.insert(0, HERE)
from emulator import Emulator  # noqa: E402
from screen import Session  # noqa: E402

LOOK = re.compile(rb'\033\[[\d;]*m')
# Over a line, bytes: the most that is borne (issue 4), and what is aimed at.
PAGE = 1.08, 1.04               # of the text that is seen
HIGHLIGHT = 14, 10
SCROLL = 48, 24                 # beside the row's text
NOTHING = 60, 0
# Letters of two bytes for letters of three, between blanks of one; but where
# lam and alef are one form, two of them.
BASE = 0.75

PAGES = 8

failed = []


def judge(name, what, found, must, goal=None):
    print(f'{name:30} {what:28} {found:8.3f}  must {must}'
          + (f' goal {goal}' if goal is not None else ''))
    if found > must:
        failed.append(f'{name}: {what}: {found} is over {must}')


class Watched(Session):
    """A session with a screen to look at."""

    def __init__(self, article, *options):
        environment = {name: None for name in (
            'TMUX', 'STY', 'SSH_CONNECTION', 'LC_MESSAGES', 'QARI_DISPLAY')}
        self.emulator = Emulator()
        super().__init__([QARI, '--data=' + DATA, *options, article],
                         XDG_DATA_HOME='/dev/null', **environment)
        self.look(rb'\033\[2J')
        self.look()
        self.look(first=1)              # the names, read at rest

    def look(self, until=None, first=1):
        got = self.read(until, first)
        self.emulator.feed(got)
        return got

    def press(self, keys, first=1):
        self.send(keys)
        return self.look(first=first)

    def leave(self):
        self.send('q')
        self.end()


def one_row(session, key):
    """What a row's scroll costs beside the new row, its highlights too."""
    before = session.emulator.screen()[:-1]     # without the status
    got = session.press(key)
    after = session.emulator.screen()[:-1]
    new = [row for row in after if row not in before]
    return len(LOOK.sub(b'', got)) - sum(len(row.strip().encode()) for row in new)


def pages(session, count):
    """Bytes without looks, of text, of looks, and how many looks."""
    sent = text = looks = runs = 0
    for _ in range(count):
        got = session.press(' ')
        switches = LOOK.findall(got)
        sent += len(got) - sum(map(len, switches))
        looks += sum(map(len, switches))
        text += session.emulator.visible(-1)    # not the status
        runs += session.emulator.runs()
    return sent, text, looks, runs


def check_article(article, display, language):
    name = f'{os.path.basename(article)[:3]} {display} {language}'
    session = Watched(article, '--display=' + display, '--lang=' + language)
    sent, text, looks, runs = pages(session, PAGES)
    judge(name, 'page / text', sent / text, *PAGE)
    judge(name, 'highlight', looks / runs, *HIGHLIGHT)
    judge(name, 'row up, most of 10',
          max(one_row(session, 'k') for _ in range(10)), *SCROLL)
    judge(name, 'row down, most of 10',
          max(one_row(session, 'j') for _ in range(10)), *SCROLL)
    session.press('gg')
    judge(name, 'a key in vain', len(session.press('k', first=0.2)), *NOTHING)
    session.press('\x1f')
    judge(name, 'an unknown key', len(session.press('\x1f', first=0.2)),
          *NOTHING)
    shaped = sum(len(session.press(key)) for key in ' ' * PAGES)
    session.leave()
    return shaped


def check_base(article, shaped, language):
    session = Watched(article, '--display=visual', '--shape=base',
                      '--lang=' + language)
    base = sum(len(session.press(key)) for key in ' ' * PAGES)
    judge(os.path.basename(article)[:3] + ' base ' + language,
          'bytes / shaped', base / shaped, BASE)
    session.leave()


def traced(article, log, *trace):
    argv = ['strace', '-f', '-o', log, *trace]
    session = Session([*argv, QARI, '--data=' + DATA, '--display=visual',
                       article], XDG_DATA_HOME='/dev/null')
    session.read(rb'\033\[2J')
    session.read()
    return session


def check_calls(article):
    """One write a screen, and none of anything at rest."""
    if shutil.which('strace') is None or SANITIZED or \
            subprocess.run(['strace', '-o', '/dev/null', 'true'],
                           stderr=subprocess.DEVNULL).returncode:
        print('no strace, or a sanitizer that cannot be traced: '
              'writes not counted')
        return
    with tempfile.NamedTemporaryFile() as log:
        session = traced(article, log.name, '-e', 'trace=write,writev')
        before = len(re.findall('write', open(log.name).read()))
        for _ in range(10):
            session.ask(' ')
            session.ask('b')
        after = len(re.findall('write', open(log.name).read()))
        judge('traced', 'writes a screen', (after - before) / 20, 1, 1)
        session.send('q')
        session.end()
    with tempfile.NamedTemporaryFile() as log:
        session = traced(article, log.name)
        session.read(first=0.5)         # names are read at rest
        before = os.path.getsize(log.name)
        session.read(first=5)
        judge('traced', 'calls in 5 s at rest',
              os.path.getsize(log.name) - before, 0, 0)
        session.send('q')
        session.end()


def long_of(article, folder):
    """Many pages of it."""
    path = os.path.join(folder, os.path.basename(article))
    with open(article) as text, open(path, 'w') as out:
        out.write((text.read() + '\n') * 5)
    return path


def main(articles, folder):
    quick = 'QUICK' in os.environ
    articles = [long_of(article, folder)
                for article in articles[:1 if quick else None]]
    for article in articles:
        for display in 'visual', 'guard':
            for language in ('ar', 'en')[:1 if quick else None]:
                shaped = check_article(article, display, language)
                if display == 'visual':
                    check_base(article, shaped, language)
    check_calls(articles[0])
    for line in failed:
        print('not ok', line)
    return 1 if failed else 0


if __name__ == '__main__':
    QARI = os.path.abspath(sys.argv[1])
    DATA = os.path.join(HERE, '..', '..', 'data')
    SANITIZED = b'__asan_init' in open(QARI, 'rb').read()
    with tempfile.TemporaryDirectory() as FOLDER:
        sys.exit(main(sys.argv[2:], FOLDER))
