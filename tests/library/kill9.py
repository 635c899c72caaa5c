#!/usr/bin/env python3
"""kill9.py: qari is killed with SIGKILL at random moments while it saves what
the reader put there and while it adds articles, one alone and two at once;
what was said to be kept is there after, and the library is sound.

usage: kill9.py SAVER QARI ROUNDS     (tests/library/saver.c; QARI with data)

A round is a fresh kill. Saves: every kind of them in turn, acknowledged line
by line; what was acknowledged, in this round or any before, must be found.
Adding: the reader's facts must all be there, and no article that was.
"""
import os
import random
import select
import subprocess
import sys
import tempfile
import time

WORDS = ('مدينة بحر قال وزير مدرسة كتاب زار افتتح سوق مطر جديد قرية أعلن '
         'تونس القاهرة').split()


def facts(text):
    """[(what, of, number)] of whole lines."""
    lines = text[:text.rfind('\n') + 1].splitlines()
    return [(line.split(' ')[0], line.split('\t')[0],
             int(line.split('\t')[1])) for line in lines]


class Trial:
    def __init__(self, saver, qari, folder, seed):
        self.saver, self.qari, self.folder = saver, qari, folder
        self.library = os.path.join(folder, 'library.db')
        self.random = random.Random(seed)
        self.env = dict(os.environ, XDG_DATA_HOME=folder, HOME=folder)
        self.grown = {}         # the last number said of each
        self.tags = set()
        self.corrected = set()
        self.articles = 0
        self.said = 0
        self.faults = 0

    def start(self, *command):
        return subprocess.Popen(command, env=self.env, text=True,
                                stdout=subprocess.PIPE,
                                stderr=subprocess.DEVNULL)

    def kill(self, running, least, most, once_heard=False):
        """Kills them all, each at its moment, from their start or from when
        each has said something; what they said."""
        moments = sorted((self.random.uniform(least, most), i)
                         for i in range(len(running)))
        for one in running if once_heard else []:
            select.select([one.stdout], [], [], PATIENCE)
        start = time.time()
        for moment, i in moments:
            time.sleep(max(0, start + moment - time.time()))
            running[i].kill()
        return [one.communicate()[0] for one in running]

    def hear(self, said):
        for what, of, number in facts(said):
            self.said += 1
            if what == 'tag':
                self.tags.add((of, number))
            elif what == 'correction':
                self.corrected.add(of.split(' ')[1] + ' رقم %d'
                                   % (number % 20))
            else:
                self.grown[of] = number

    def complain(self, number, what):
        self.faults += 1
        print('round %d: %s' % (number, what), flush=True)

    def look(self, number):
        shown = subprocess.run([self.saver, 'show', self.library],
                               env=self.env, capture_output=True, text=True)
        if shown.returncode != 0:
            self.complain(number, 'show: ' + shown.stderr.strip())
            return
        grown, tags, names = {}, set(), set()
        for what, of, value in facts(shown.stdout):
            if what == 'tag':
                tags.add((of, value))
            elif what == 'decision':
                names.add(of[len('decision اسم '):])
            else:
                grown[of] = value
        for of, value in self.grown.items():
            if grown.get(of, -1) < value:
                self.complain(number, '%s is %s, said to be %d'
                              % (of, grown.get(of), value))
        for of, value in sorted(self.tags - tags)[:3]:
            self.complain(number, 'lost %s %d' % (of, value))
        for name in sorted(self.corrected - names)[:3]:
            self.complain(number, 'lost the correction of ' + name)
        if grown['articles 0'] < self.articles:
            self.complain(number, '%d articles, %d before'
                          % (grown['articles 0'], self.articles))
        self.articles = grown['articles 0']
        self.grown.update((k, v) for k, v in grown.items()
                          if k != 'articles 0')
        self.tags = tags
        left = [f for f in os.listdir(self.folder)
                if '.bad' in f or f.endswith('.try')]
        if left:
            self.complain(number, 'set aside: ' + ' '.join(left))

    def save_round(self, number, instances):
        """A kill from before the first save to some dozens behind it; every
        other time behind it, however long it takes to come."""
        running = [self.start(self.saver, 'save', self.library, str(i))
                   for i in range(instances)]
        for said in self.kill(running, 0.0, 0.1, number % 2 == 0):
            self.hear(said)
        self.look(number)

    def add_round(self, number, instances, press):
        """One adds; the other adds as well, or saves."""
        running = [self.start(self.qari, 'library', 'add',
                              '--library=' + self.library, press)]
        if instances > 1:
            running.append(
                self.start(self.qari, 'library', 'add', '--library=' +
                           self.library, press) if number % 2 else
                self.start(self.saver, 'save', self.library, '9'))
        said = self.kill(running, 0.0, 0.25)
        if instances > 1 and number % 2 == 0:
            self.hear(said[1])
        self.look(number)
        if self.articles == ARTICLES:           # begin again
            subprocess.run([self.qari, 'library', 'remove', '--library=' +
                            self.library] + ['%s/%d.txt' % (press, n)
                                             for n in range(ARTICLES)],
                           env=self.env, stdout=subprocess.DEVNULL)
            self.articles = 0


ARTICLES = 300
PATIENCE = 60           # seconds


def make_press(folder):
    rng = random.Random(7)
    os.mkdir(folder)
    for n in range(ARTICLES):
        text = ' '.join(rng.choice(WORDS) for _ in range(150))
        with open('%s/%d.txt' % (folder, n), 'w', encoding='utf-8') as file:
            file.write('عنوان %d\n\n%s.\n' % (n, text))


def main():
    saver, qari, rounds = sys.argv[1], sys.argv[2], int(sys.argv[3])
    bad = 0
    with tempfile.TemporaryDirectory() as folder:
        press = folder + '/press'
        make_press(press)
        for instances in (1, 2):
            for name in ('saves', 'adding'):
                state = '%s/%s%d' % (folder, name, instances)
                os.mkdir(state)
                trial = Trial(saver, qari, state, instances)
                for number in range(rounds):
                    if name == 'saves':
                        trial.save_round(number, instances)
                    else:
                        trial.add_round(number, instances, press)
                print('%s, %d at once: %d rounds, %d facts said, %d lost or '
                      'unsound' % (name, instances, rounds, trial.said,
                                   trial.faults), flush=True)
                bad += trial.faults
                if name == 'saves' and trial.said < rounds / 2:
                    sys.exit('kill9: nothing was saved before the kills')
    sys.exit(1 if bad else 0)


if __name__ == "__main__":
    main()
