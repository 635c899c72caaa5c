#!/usr/bin/env python3
"""library.py: what a library of many articles costs, beside grep on the same
files and mutt on the same titles. Everything is CPU time, of the program and
the system for it, the least of some runs: the machine may be shared.

usage: library.py QARI FOLDER [WORK]   (FOLDER: articles, in files, or one
       file of many with a blank line between two (.xz too), which is split;
       WORK: a folder with room; make bench does not run it; e.g.
       tests/bench/argen.c library 40000 -d FOLDER …)
"""
import json
import lzma
import os
import pty
import resource
import select
import shutil
import signal
import subprocess
import sys
import tempfile
import time

RUNS = 5


def cpu(command, runs=RUNS, least_status=(0,), **options):
    """The least CPU seconds of the command, and its output."""
    best, out = None, b''
    for _ in range(runs):
        before = resource.getrusage(resource.RUSAGE_CHILDREN)
        done = subprocess.run(command, stdout=subprocess.PIPE,
                              stderr=subprocess.DEVNULL, **options)
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
        if done.returncode not in least_status:
            sys.exit('library.py: %s: status %d' % (command,
                                                    done.returncode))
        took = (after.ru_utime + after.ru_stime -
                before.ru_utime - before.ru_stime)
        best = took if best is None else min(best, took)
        out = done.stdout
    return best, out


def first_screen(command, marker, runs=RUNS):
    """CPU seconds until the screen has stood still for half a second."""
    best = None
    for _ in range(runs):
        pid, fd = pty.fork()
        if pid == 0:
            os.environ.update(TERM='xterm-256color', LINES='24',
                              COLUMNS='80')
            os.execvp(command[0], command)
        seen, last = b'', time.time()
        while time.time() - last < 0.5 or marker not in seen:
            if select.select([fd], [], [], 0.1)[0]:
                try:
                    seen += os.read(fd, 65536)
                except OSError:
                    break
                last = time.time()
                if b'\x1b[c' in seen[-200:]:    # a question to the terminal
                    os.write(fd, b'\x1b[?62c')
            if time.time() - last > 60:
                sys.exit('library.py: %s shows nothing' % command[0])
        os.kill(pid, signal.SIGKILL)
        used = os.wait4(pid, 0)[2]
        took = used.ru_utime + used.ru_stime
        os.close(fd)
        best = took if best is None else min(best, took)
    return best


def files_of(folder):
    return sorted(os.path.join(d, f) for d, _, names in os.walk(folder)
                  for f in names)


class Bench:
    def __init__(self, qari, folder, work):
        self.qari, self.folder, self.work = qari, folder, work
        self.library = work + '/library.db'
        self.files = files_of(folder)
        self.bytes = sum(os.path.getsize(f) for f in self.files)

    def task(self, name, *words, library=None):
        return [self.qari, 'library', name, '--library=' +
                (library or self.library), *words]

    def tell(self, what, value, bar=''):
        print('%-52s %-22s %s' % (what, value, bar), flush=True)

    def add(self):
        took, _ = cpu(self.task('add', self.folder), runs=1)
        size = os.path.getsize(self.library)
        self.tell('add %d articles, %.1f MB' % (len(self.files),
                                                self.bytes / 1e6),
                  '%.1f s' % took, 'must 600, goal 120')
        self.tell('database, for a MB of text', '%.2f MB' %
                  (size / self.bytes), 'must 3, goal 1.5')

    def add_last(self, base, last):
        """CPU to add the folder to a copy of the library, or to none."""
        copy = self.work + '/copy.db'
        for end in ('', '-wal', '-shm'):
            if os.path.exists(copy + end):
                os.remove(copy + end)
        if base is not None:
            shutil.copy(base, copy)
        return cpu(self.task('add', last, library=copy), runs=1)[0]

    def growth(self):
        """The last thousand files into the full library and into none, by
        turns."""
        last, base = self.work + '/last', self.work + '/base.db'
        os.mkdir(last)
        chosen = self.files[-1000:]
        for path in chosen:
            shutil.copy(path, '%s/%s' % (last, os.path.basename(path)))
        shutil.copy(self.library, base)
        subprocess.run(self.task('remove', *chosen, library=base),
                       stdout=subprocess.DEVNULL, check=True)
        took = {base: [], None: []}
        for turn in range(RUNS):
            for which in ((base, None) if turn % 2 else (None, base)):
                took[which].append(self.add_last(which, last))
        alone, full = min(took[None]), min(took[base])
        self.tell('time for an article, last thousand to first',
                  '%.2f / %.2f s = %.2f' % (full, alone, full / alone),
                  'must 1.3, goal 1')

    def searches(self):
        _, out = cpu(self.task('who', '--format=jsonl', '--limit=50'), runs=1)
        names = [json.loads(line) for line in out.splitlines()]
        person = next(n['name'] for n in names if n['kind'] == 'PER')
        queries = [('the commonest word', 'في', 'في'),
                   ('a common word', 'الرئيس', 'الرئيس'),
                   ('a phrase', '"قال الرئيس"', 'قال الرئيس'),
                   ('two words', 'الحكومة الاقتصاد', 'الحكومة'),
                   ('a rare word', 'الزرافة', 'الزرافة'),
                   ('a name', person, person.split()[-1]),
                   ('a spelling', '~الرئيس', 'الرئيس')]
        start, _ = cpu([self.qari, '--version'])
        self.tell('start alone', '%.1f ms' % (1000 * start))
        for what, query, text in queries:
            took, _ = cpu(self.task('search', '--limit=20', query),
                          least_status=(0, 1))
            grep, _ = cpu(['grep', '-rl', '-F', text, self.folder], runs=2,
                          least_status=(0, 1))
            self.tell('search ' + what, '%.1f ms' % (1000 * took),
                      'must 50, goal 5; grep -rl %.0f ms' % (1000 * grep))
        took, _ = cpu(self.task('who', person))
        self.tell('page of the most frequent person', '%.1f ms' %
                  (1000 * took), 'must 100, goal 20')

    def shelf(self):
        if not shutil.which('mutt'):
            self.tell('shelf', 'no mutt to compare with')
            return
        _, out = cpu(self.task('list', '--format=jsonl', '--limit=1000000'),
                     runs=1)
        box = self.work + '/box'
        with open(box, 'w', encoding='utf-8') as file:
            for n, line in enumerate(out.splitlines()):
                file.write('From a@b Thu Jan  1 00:00:00 2015\n'
                           'From: a@b\nDate: Thu, 01 Jan 2015 00:%02d:%02d '
                           '+0000\nMessage-ID: <%d@b>\nContent-Type: '
                           'text/plain; charset=utf-8\nSubject: %s\n\n.\n\n'
                           % (n // 60 % 60, n % 60, n,
                              json.loads(line)['title']))
        mutt = first_screen(['mutt', '-n', '-R', '-F', '/dev/null', '-e',
                             'set folder=' + self.work, '-f',
                             box], b'box')
        ours = first_screen([self.qari, 'library', '--library=' +
                             self.library], b'\x1b[')
        self.tell('shelf, CPU to the first screen', '%.0f ms / %.0f ms = %.2f'
                  % (1000 * ours, 1000 * mutt, ours / max(mutt, 0.001)),
                  "of mutt's: must 0.5, goal 0.25")


def split(path, folder):
    """Writes the articles of one file into files of their own, a thousand to
    a folder. In it a line is a paragraph."""
    with (lzma.open if path.endswith('.xz') else open)(
            path, 'rt', encoding='utf-8', newline='') as file:
        articles = [a.strip('\n') for a in file.read().split('\n\n')]
    for n, article in enumerate(a for a in articles if a.strip()):
        where = '%s/%02d' % (folder, n // 1000)
        os.makedirs(where, exist_ok=True)
        with open('%s/%05d.txt' % (where, n), 'w', encoding='utf-8',
                  newline='') as file:
            file.write(article.replace('\n', '\n\n') + '\n')


def main():
    qari, folder = os.path.abspath(sys.argv[1]), os.path.abspath(sys.argv[2])
    os.environ['LC_ALL'] = 'C.UTF-8'
    with tempfile.TemporaryDirectory(
            dir=sys.argv[3] if len(sys.argv) > 3 else None) as work:
        os.environ['XDG_DATA_HOME'] = work
        if os.path.isfile(folder):
            split(folder, work + '/press')
            folder = work + '/press'
        bench = Bench(qari, folder, work)
        bench.add()
        bench.searches()
        bench.shelf()
        bench.growth()


if __name__ == '__main__':
    main()
