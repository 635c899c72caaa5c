#!/usr/bin/env python3
"""kill9_reader.py: the reader itself, at a terminal, is killed with SIGKILL at
random moments while a place, a mark, a star, a tag and a correction are kept,
one alone and two at once: what its screen said to be done, and of places and
marks what it was left with, is there after, and the library is sound.

usage: kill9_reader.py SAVER QARI ROUNDS     (tests/library/saver.c)
"""
import concurrent.futures
import contextlib
import fcntl
import os
import random
import select
import shutil
import signal
import sqlite3
import struct
import subprocess
import sys
import tempfile
import termios
import time

HERE = os.path.dirname(os.path.abspath(__file__))
sys.path.insert(0, os.path.join(HERE, '..', 'terminal'))
from emulator import Emulator  # noqa: E402

ARTICLES = 40
PAGES = 4
ROWS, COLUMNS = 24, 200
LETTERS = 'بتجدرسعقمن'
KINDS = ('PER', 'ORG', 'LOC', 'EVENT', 'DATE')
PATIENCE = 20           # seconds until a reader counts as hanging
ANY = '*'


def word(n):
    """A word that stands in article `n` alone."""
    return 'قط' + ''.join(LETTERS[int(d)] for d in '%02d' % n) * 2


def article(n):
    return 'عنوان %02d\n\n' % n + '\n\n'.join(
        'سطر في وسط النص رقم %d. ' % i * 12 for i in range(40)) + \
        '\n\nآخره %s هنا.\n' % word(n)


class Reader:
    """qari on a terminal; `moment` is when it is killed, if it is."""

    def __init__(self, home, path, moment=None):
        self.screen = Emulator(ROWS, COLUMNS)
        self.master, slave = os.openpty()
        fcntl.ioctl(slave, termios.TIOCSWINSZ,
                    struct.pack('HHHH', ROWS, COLUMNS, 0, 0))
        self.status, self.moment, self.kill_at = None, moment, None
        self.pid = os.fork()
        if self.pid == 0:
            os.setsid()
            fcntl.ioctl(slave, termios.TIOCSCTTY, 0)
            for fd in (0, 1, 2):
                os.dup2(slave, fd)
            os.closerange(3, 64)
            env = {'HOME': home, 'TERM': 'xterm-256color',
                   'LC_ALL': 'C.UTF-8', 'PATH': os.environ['PATH'],
                   'QARI_DATA': os.environ['QARI_DATA']}
            os.execve(QARI, [QARI, '--lang=en', '--display=visual', path],
                      env)
        os.close(slave)
        self.wait('')
        self.kill_at = None if moment is None else time.time() + moment

    def pump(self, seconds):
        """Takes what comes; says whether the reader still runs."""
        if self.kill_at is not None and self.status is None:
            seconds = min(seconds, self.kill_at - time.time())
            if seconds <= 0:
                os.kill(self.pid, signal.SIGKILL)
                self.kill_at = None
                self.status = os.waitpid(self.pid, 0)[1]
        with contextlib.suppress(OSError):
            if select.select([self.master], [], [], max(seconds, 0))[0]:
                data = os.read(self.master, 65536)
                self.screen.feed(data)
                if data:
                    return True
        if self.status is None:
            pid, status = os.waitpid(self.pid, os.WNOHANG)
            if pid:
                self.status = status
        return self.status is None

    def wait(self, text):
        """Until the status line says the text, or anything; false when it
        never does."""
        end = time.time() + PATIENCE
        while text not in self.screen.text(ROWS - 1).strip() or \
                not self.screen.text(ROWS - 1).strip():
            if not self.pump(0.005):
                return text in self.screen.text(ROWS - 1)
            if time.time() > end:
                sys.exit('kill9_reader: waited in vain for %r: %r'
                         % (text, self.screen.screen()))
        return True

    def send(self, keys):
        if self.status is None:
            os.write(self.master, keys.encode())
        return self.status is None

    def does(self, keys, text):
        return self.send(keys) and self.wait(text)

    def leave(self):
        """Whether it left by itself, having kept what it was to keep."""
        end = time.time() + PATIENCE
        self.send('q')
        while self.pump(0.01):
            if time.time() > end:
                sys.exit('kill9_reader: does not end: %r'
                         % self.screen.screen())
        os.close(self.master)
        return self.status == 0


class Trial:
    def __init__(self, folder, seed):
        self.home = folder + '/home%d' % seed
        self.press = folder + '/press'
        self.place = self.home + '/.local/share/qari'
        os.mkdir(self.home)
        self.random = random.Random(seed)
        self.facts = {}         # what was said last to be kept of each
        self.said = self.faults = self.killed = 0
        self.keys = [self.key_of(n) for n in range(ARTICLES)]
        self.pages = self.learn()
        self.facts = {fact: {value} for fact, value in self.found().items()}

    def read(self, n, moment=None):
        return Reader(self.home, '%s/%02d.txt' % (self.press, n), moment)

    def rows(self, question):
        """On a copy, so that the next reader finds what the last one left."""
        with tempfile.TemporaryDirectory() as copy:
            for name in os.listdir(self.place):
                shutil.copy(os.path.join(self.place, name), copy)
            with contextlib.closing(sqlite3.connect(
                    copy + '/library.db')) as database:
                return set(database.execute(question))

    def key_of(self, n):
        """The key that the library has the article by: that of the place
        which is kept first."""
        before = self.rows('SELECT key FROM reading') if n else set()
        reader = self.read(n)
        if not (reader.does(' ', 'page 2') and reader.leave()):
            sys.exit('kill9_reader: cannot prepare')
        return (self.rows('SELECT key FROM reading') - before).pop()[0]

    def learn(self):
        """Where each page begins, as marks have it: the articles differ in
        nothing that would matter."""
        reader = self.read(0)
        for page in range(PAGES):
            reader.does('gg' + ' ' * page, 'page %d of' % (page + 1))
            reader.does('m%d' % page, 'marked %d' % page)
        reader.leave()
        return dict(self.rows('SELECT CAST(letter AS INTEGER), position'
                              ' FROM mark'))

    def keep(self, fact, value, acknowledged):
        """A value that was asked for may be there though it was not said."""
        if acknowledged:
            self.said += 1
            self.facts[fact] = {value}
        else:
            self.facts.setdefault(fact, {None}).add(value)

    def play(self, reader, n, number, own):
        """Each kind once, in any order, and leaves; `own` is this reader's
        mark. Where the hit is, is not known here."""
        key, left = self.keys[n], {}
        for kind in self.random.sample('place mark star tag name'.split(), 5):
            if kind == 'star':
                star = self.star[n] = not self.star.get(n, False)
                self.keep(('star', key), int(star), reader.does(
                    's', 'starred' if star else 'no longer starred'))
            elif kind == 'tag':
                tag = '%s%d' % (own, number)
                done = reader.does('gt', 'tags:') and \
                    reader.does(tag + '\r', 'tags: #')
                self.keep(('tag', key, tag), 1, done)
            elif kind == 'name':
                name = self.random.randrange(len(KINDS))
                done = reader.does('/' + word(n) + '\r', 'hit 1/1') and \
                    reader.does('i%d' % (name + 1), 'wherever')
                self.keep(('name', word(n)), KINDS[name], done)
                self.facts['place', key] = {ANY}
                reader.send('q')
            if kind in ('name', 'mark', 'place'):
                page = self.random.randrange(1, PAGES)
                reader.does('gg' + ' ' * page, 'page %d of' % (page + 1))
                self.keep(('place', key), self.pages[page], False)
                left['place', key] = self.pages[page]
            if kind == 'mark' and reader.does('m' + own, 'marked ' + own):
                left['mark', key, own] = self.pages[page]
        kept = reader.leave()
        self.killed += not kept
        if reader.status not in (0, signal.SIGKILL):
            self.complain(number, 'ended with %d' % reader.status)
        for fact, value in left.items():
            self.keep(fact, value, kept)

    def complain(self, number, what):
        self.faults += 1
        print('round %d: %s' % (number, what), flush=True)

    def found(self):
        found = {('star', key): star for key, star in
                 self.rows('SELECT key, starred FROM reading')}
        found |= {('place', key): place for key, place in
                  self.rows('SELECT key, position FROM reading')}
        found |= {('mark', key, letter): place for key, letter, place in
                  self.rows('SELECT key, letter, position FROM mark')}
        found |= {('tag', key, tag): 1 for key, tag in
                  self.rows('SELECT key, tag FROM tag')}
        with contextlib.suppress(FileNotFoundError), \
                open(self.place + '/corrections', encoding='utf-8') as file:
            for line in file:
                kind, name = line.rstrip('\n').split('\t')
                found['name', name] = kind
        return found

    def look(self, number):
        found = self.found()
        for fact, values in self.facts.items():
            if ANY not in values and found.get(fact) not in values:
                self.complain(number, '%s is %s, kept as %s'
                              % (fact, found.get(fact), values))
            self.facts[fact] = {found.get(fact)}
        left = [name for name in os.listdir(self.place) if name not in (
            'library.db', 'library.db-wal', 'library.db-shm', 'corrections',
            'corrections.new')]
        if left:
            self.complain(number, 'left: ' + ' '.join(left))

    def sound(self, number):
        shown = subprocess.run(
            [SAVER, 'show', self.place + '/library.db'],
            env=dict(os.environ, HOME=self.home), capture_output=True,
            text=True)
        if shown.returncode:
            self.complain(number, 'not sound: ' + shown.stderr)

    def round(self, number, instances):
        """Of five rounds one is not killed: all it was left with is kept,
        and it tells when the others may be."""
        which = self.random.sample(range(ARTICLES), instances)
        self.star = {n: bool(row) for n, row in (
            (n, self.found_star(n)) for n in which)}
        readers = [self.read(n, None if number % 5 == 0 else
                             self.random.uniform(0, self.lasts))
                   for n in which]
        start = time.time()
        with concurrent.futures.ThreadPoolExecutor() as threads:
            list(threads.map(self.play, readers, which, [number] * instances,
                             'xy'))
        if number % 5 == 0:
            self.lasts = time.time() - start
        self.look(number)
        if number % 20 == 0:
            self.sound(number)

    def found_star(self, n):
        return self.facts.get(('star', self.keys[n]), {0}) == {1}


def main(rounds):
    bad = 0
    with tempfile.TemporaryDirectory() as folder:
        os.mkdir(folder + '/press')
        for n in range(ARTICLES):
            with open('%s/press/%02d.txt' % (folder, n), 'w',
                      encoding='utf-8') as file:
                file.write(article(n))
        for instances in (1, 2):
            trial = Trial(folder, instances)
            for number in range(rounds):
                trial.round(number, instances)
            trial.sound(rounds)
            print('the reader, %d at once: %d rounds, %d killed, %d facts '
                  'said, %d lost or unsound' % (
                      instances, rounds, trial.killed, trial.said,
                      trial.faults), flush=True)
            bad += trial.faults
    return bad > 0


if __name__ == '__main__':
    SAVER, QARI = (os.path.abspath(a) for a in sys.argv[1:3])
    sys.exit(main(int(sys.argv[3])))
