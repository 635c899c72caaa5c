#!/usr/bin/env python3
"""damage.py: every 4 KB of a library's file is overwritten in turn: qari reads
on, or says so and sets the file aside; reindex makes it sound again, with what
the reader put there and the articles that can still be read.

usage: damage.py SAVER QARI [STEP]
"""
import collections
import os
import random
import shutil
import subprocess
import sys
import tempfile

BLOCK = 4096
ARTICLES = 40
PATIENCE = 60


class Damage:
    def __init__(self, saver, qari, folder):
        self.saver, self.qari, self.folder = saver, qari, folder
        self.library = folder + '/state/library.db'
        self.whole = folder + '/whole.db'
        self.random = random.Random(1)
        self.faults = 0
        self.tally = collections.Counter()
        press = folder + '/press'
        os.makedirs(folder + '/state')
        os.mkdir(press)
        for n in range(ARTICLES):
            with open('%s/%d.txt' % (press, n), 'w', encoding='utf-8') as f:
                f.write('عنوان %d\n\nقال الوزير في القاهرة إن المدرسة رقم %d '
                        'تفتح أبوابها. %s\n' % (n, n, ' '.join(
                            'كلمة%d' % self.random.randrange(900)
                            for _ in range(300))))
        if self.run('library', 'add', '--library=' + self.library,
                    press).returncode or self.save('many').returncode:
            sys.exit('damage: cannot prepare')
        self.before = self.facts()
        if len(self.before) < 8000:
            sys.exit('damage: cannot prepare: %d' % len(self.before))
        shutil.copy(self.library, self.whole)

    def command(self, *command):
        env = dict(os.environ, XDG_DATA_HOME=self.folder, HOME=self.folder)
        return subprocess.run(command, env=env, capture_output=True,
                              text=True, errors='replace', timeout=PATIENCE)

    def run(self, *words):
        return self.command(self.qari, *words)

    def save(self, how):
        return self.command(self.saver, how, self.library)

    def facts(self):
        shown = self.save('show')
        if shown.returncode:
            return None
        return collections.Counter(shown.stdout.splitlines())

    def complain(self, block, what):
        self.faults += 1
        print('block %d: %s' % (block, what), flush=True)

    def try_block(self, block):
        shutil.rmtree(self.folder + '/state')
        os.mkdir(self.folder + '/state')
        shutil.copy(self.whole, self.library)
        with open(self.library, 'r+b') as file:
            file.seek(block * BLOCK)
            file.write(self.random.randbytes(BLOCK))
        said = []
        for words in (('search', 'القاهرة'), ('list',), ('where',),
                      ('check',), ('reindex',)):
            done = self.run('library', words[0], '--library=' + self.library,
                            *words[1:])
            said.append(done.returncode)
            if done.returncode not in (0, 1, 2):
                self.complain(block, '%s: status %d %s' % (
                    words[0], done.returncode, done.stderr[-200:]))
            elif done.returncode == 2 and 'qari: ' not in done.stderr:
                self.complain(block, words[0] + ': nothing said')
        if said[-1] != 0:
            self.complain(block, 'reindex: ' + done.stderr[-200:])
        after = self.facts()
        if after is None:
            self.complain(block, 'not sound afterwards')
            return
        aside = any('.bad' in f for f in os.listdir(self.folder + '/state'))
        lost = sum((self.before - after).values())
        self.tally['set aside' if aside else 'read on'] += 1
        articles = [int(k.split('\t')[1]) for k in after
                    if k.startswith('articles')][0]
        self.tally['articles lost'] += ARTICLES - articles
        lost -= articles != ARTICLES
        extra = sum((after - self.before).values()) - (articles != ARTICLES)
        if lost or extra:
            self.tally['blocks that lost facts'] += 1
            self.complain(block, '%d facts lost, %d made up' % (lost, extra))


def main():
    saver, qari = (os.path.abspath(a) for a in sys.argv[1:3])
    step = int(sys.argv[3]) if len(sys.argv) > 3 else 1
    with tempfile.TemporaryDirectory() as folder:
        damage = Damage(saver, qari, folder)
        blocks = os.path.getsize(damage.whole) // BLOCK
        for block in range(0, blocks, step):
            damage.try_block(block)
        print('%d blocks, %s; %d faults' % (blocks, ', '.join(
            '%d %s' % (n, what) for what, n in damage.tally.items()),
            damage.faults))
        sys.exit(1 if damage.faults else 0)


if __name__ == "__main__":
    main()
