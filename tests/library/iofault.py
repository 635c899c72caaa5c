#!/usr/bin/env python3
"""iofault.py: while qari saves, adds and removes, one call of a kind fails,
each in its turn: it ends by itself, with status 2 and a sentence when
something was not done; what was kept before, and what was said to be kept, is
there after; the library is sound.

usage: iofault.py SAVER QARI IOFAULT_SO [KIND[:ERROR][/STEP]]…
"""
import os
import re
import shutil
import subprocess
import sys
import tempfile

KINDS = ['write:ENOSPC', 'write:EIO', 'fsync:EIO', 'truncate:EIO',
         'unlink:EACCES', 'rename:EIO', 'open:EMFILE', 'read:EIO/5',
         'mmap:ENOMEM', 'close:EIO/3']
PATIENCE = 60


def facts(text):
    return dict(line.rsplit('\t', 1) for line in text.splitlines()
                if '\t' in line and not line.startswith('tag')) | {
                    line: '' for line in text.splitlines()
                    if line.startswith('tag')}


class Torture:
    def __init__(self, saver, qari, shim, folder):
        self.saver, self.qari, self.shim = saver, qari, shim
        self.folder = folder
        self.press = folder + '/press'
        self.base = folder + '/base'
        self.state = folder + '/state'
        self.library = self.state + '/library.db'
        os.mkdir(self.press)
        for n in range(6):
            with open('%s/%d.txt' % (self.press, n), 'w',
                      encoding='utf-8') as file:
                file.write('عنوان %d\n\nقال الوزير في القاهرة إن المدرسة رقم '
                           '%d تفتح أبوابها في مارس 2024.\n' % (n, n))
        with open(folder + '/lines', 'w', encoding='utf-8') as file:
            file.write('not\tالمدرسة\n')
        add = [qari, 'library', 'add', '--library=' + self.library]
        self.tasks = {
            'save': [saver, 'once', self.library, '3'],
            'add': add + [self.press],
            'remove': [qari, 'library', 'remove',
                       '--library=' + self.library, self.press + '/0.txt'],
            'correct': [qari, 'corrections', '--import=' + folder + '/lines'],
            'reindex': [qari, 'library', 'reindex',
                        '--library=' + self.library],
        }
        self.faults = 0
        # What is there before: facts, decisions and three articles.
        os.mkdir(self.state)
        for command in ([saver, 'once', self.library, '1'],
                        add + ['%s/%d.txt' % (self.press, n)
                               for n in range(3)]):
            if self.run(command).returncode != 0:
                sys.exit('iofault: cannot prepare')
        os.rename(self.state, self.base)
        self.begin()
        self.before = facts(self.run([saver, 'show', self.library]).stdout)
        if int(self.before['articles 0']) != 3:
            sys.exit('iofault: cannot prepare')

    def run(self, command, fault=None):
        env = dict(os.environ, XDG_DATA_HOME=self.state, HOME=self.state)
        if fault:
            env.update(LD_PRELOAD=self.shim, IOFAULT=fault)
        return subprocess.run(command, env=env, capture_output=True,
                              text=True, errors='replace', timeout=PATIENCE)

    def begin(self):
        shutil.rmtree(self.state, ignore_errors=True)
        shutil.copytree(self.base, self.state)

    def complain(self, name, fault, what):
        self.faults += 1
        print('%s, %s: %s' % (name, fault, what), flush=True)

    def look(self, name, fault, done):
        """What is there after `done` must be what was, and what was said."""
        shown = self.run([self.saver, 'show', self.library])
        if shown.returncode != 0:
            self.complain(name, fault, 'after: ' + shown.stderr.strip())
            return
        after = facts(shown.stdout)
        kept = int(after.pop('articles 0'))
        least = {'remove': 2}.get(name, 3)
        if name == 'add' and done.returncode == 0:
            least = 6
        if kept < least or (name == 'remove' and done.returncode == 0 and
                            kept != 2):
            self.complain(name, fault, '%d articles' % kept)
        wanted = dict(self.before)
        wanted.pop('articles 0')
        if name == 'save':
            wanted.update((k, v) for k, v in facts(done.stdout).items()
                          if not k.startswith('correction'))
        for of, value in wanted.items():
            if of not in after or (value and name != 'save' and
                                   after[of] != value) or (
                    value and int(after[of]) < int(value)):
                self.complain(name, fault, 'lost %s %s' % (of, value))
        if any('.bad' in f for f in os.listdir(self.state)):
            self.complain(name, fault, 'set aside')

    def try_all(self, kind):
        kind, _, step = kind.partition('/')
        kind, _, error = kind.partition(':')
        for name, command in self.tasks.items():
            self.begin()
            counted = self.run(command, 'count:' + kind)
            match = re.search(r'IOFAULT %s (\d+)' % kind, counted.stderr)
            calls = int(match.group(1)) if match else 0
            tried = said = 0
            for number in range(1, calls + 1, int(step or 1)):
                fault = '%s:%d:%s' % (kind, number, error)
                self.begin()
                try:
                    done = self.run(command, fault)
                except subprocess.TimeoutExpired:
                    self.complain(name, fault, 'hangs')
                    continue
                tried += 1
                if done.returncode not in (0, 2):
                    self.complain(name, fault, 'status %d: %s' % (
                        done.returncode, done.stderr.strip()[-100:]))
                elif done.returncode == 2 and not re.search(
                        r'(?m)^(qari|saver): ', done.stderr):
                    self.complain(name, fault, 'nothing said: ' +
                                  done.stderr[-100:])
                said += done.returncode == 2
                self.look(name, fault, done)
            print('%s, %s:%s: %d calls, %d failed in turn, %d ended with a '
                  'sentence' % (name, kind, error, calls, tried, said),
                  flush=True)


def main():
    saver, qari, shim = (os.path.abspath(a) for a in sys.argv[1:4])
    with tempfile.TemporaryDirectory() as folder:
        torture = Torture(saver, qari, shim, folder)
        for kind in sys.argv[4:] or KINDS:
            torture.try_all(kind)
        print('%d faults' % torture.faults)
        sys.exit(1 if torture.faults else 0)


if __name__ == "__main__":
    main()
