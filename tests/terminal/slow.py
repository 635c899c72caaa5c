#!/usr/bin/env python3
"""slow.py: qari over a line of 2,400 bytes a second, with all the buffers of
such a line in between: keys are obeyed while a screen is on its way, screens
that were overtaken are not sent, and leaving takes no longer than a screen.

usage: slow.py QARI ARTICLE
       with QUICK in the environment the line is four times as fast
"""
import os
import select
import sys
import tempfile
import time

sys.dont_write_bytecode = True
HERE = os.path.dirname(os.path.abspath(__file__))
sys.path.insert(0, HERE)
from emulator import Emulator  # noqa: E402
from screen import PATIENCE, Session  # noqa: E402

SPEED = 2400 * (4 if 'QUICK' in os.environ else 1)      # bytes a second
SLICE = 24
PRESSES = 20
REPEAT = 1 / 30                 # seconds between keys that are held down
FULL = 5000                     # bytes: no screen takes more
ANSWER = b'\033[?62;22c'

failed = []


def judge(what, found, most, unit):
    print(f'{what:54} {found:9.2f} {unit:7} at most {most:.2f}')
    if not found <= most:
        failed.append(what)


class Line(Session):
    """A session at the far end of a slow line. What the program writes is
    taken from it at once, as sshd does, and shown when the line had the time
    to carry it; the terminal answers what it has been shown."""

    def __init__(self, article, answers=True):
        self.emulator = Emulator()
        self.answers, self.queue = answers, b''
        self.carried, self.since = 0, time.monotonic()
        super().__init__([QARI, '--data=' + DATA, '--lang=en', article],
                         XDG_DATA_HOME='/dev/null', TMUX=None, STY=None,
                         QARI_DISPLAY=None, TERM_PROGRAM=None,
                         SSH_CONNECTION='10.0.0.1 2 10.0.0.2 22')

    def take(self, seconds):
        """All that comes in the next time, none of it shown yet."""
        if select.select([self.master], [], [], seconds)[0]:
            try:
                came = os.read(self.master, 65536)
            except OSError:
                return False
            self.queue += came
            self.output += came
        return True

    def carry(self):
        """Shows what the line has carried by now."""
        now = time.monotonic()
        if not self.queue:
            self.since = now
            return
        due = int((now - self.since) * SPEED)
        if due < SLICE:
            return
        self.since += due / SPEED
        part, self.queue = self.queue[:due], self.queue[due:]
        self.carried += len(part)
        asked = self.emulator.questions
        self.emulator.feed(part)
        if self.answers:
            for _ in range(self.emulator.questions - asked):
                os.write(self.master, ANSWER)

    def go_on(self, seconds):
        end = time.monotonic() + seconds
        while time.monotonic() < end:
            if not self.take(0.01):
                return False
            self.carry()
        return True

    def rest(self, quiet=1.0):
        """Until nothing is on the line any more; when that was."""
        last = time.monotonic()
        while time.monotonic() < last + quiet:
            before = len(self.output)
            alive = self.go_on(0.02)
            if self.queue or len(self.output) > before:
                last = time.monotonic()
            if not alive and not self.queue:
                break
        return last

    def shows(self, text):
        return text in '\n'.join(self.emulator.screen())

    def until(self, come):
        end = time.monotonic() + PATIENCE
        while not come():
            assert time.monotonic() < end, self.emulator.screen()[-1]
            self.go_on(0.02)

    def hold(self, key, times):
        for _ in range(times):
            self.send(key)
            self.go_on(REPEAT)


def started(article, **more):
    session = Line(article, **more)
    session.until(lambda: session.shows('page 1 of'))
    session.rest()
    return session


def long_article(article, folder):
    path = os.path.join(folder, 'long.txt')
    with open(article) as text, open(path, 'w') as out:
        out.write((text.read() + '\n') * 40)
    return path


def check_held_key(article):
    session = started(article)
    before = session.carried
    session.send(' ')
    session.until(lambda: session.shows('page 2 of'))
    session.rest()
    page = session.carried - before
    before, begun = session.carried, time.monotonic()
    session.hold(' ', PRESSES)
    held, lifted = time.monotonic() - begun, session.carried
    session.until(lambda: session.shows('page 22 of'))
    session.rest()
    sent = session.carried - before
    # one on its way at the first key, as many as the line carries, and the
    # last, which may be longer than the first
    most = 2.5 + held * SPEED / page
    judge('held page-down: pages sent of 20', sent / page, most, 'pages')
    judge('sent until the final screen stands',
          (session.carried - lifted) / page, 3, 'pages')
    shown = session.emulator.screen()
    before = session.carried
    session.send('\f')                  # all of it again
    session.until(lambda: session.carried > before)
    session.rest()
    if session.emulator.screen() != shown:
        failed.append('the screen that was left is not whole')
    session.send('q')
    session.rest(0.2)
    session.end()


def check_leaving(article):
    session = started(article)
    session.hold(' ', PRESSES)
    session.send('q')
    before = session.carried
    session.until(lambda: session.emulator.modes.get('?1049') == 'l')
    judge('q while pages come: sent until the shell is back',
          session.carried - before, FULL, 'bytes')
    session.end()


def check_other_keys(article):
    """A key that is typed while a page is drawn is obeyed with the next
    screen, though the page is not on the screen yet."""
    session = started(article)
    session.hold(' ', 6)
    session.send('?')
    before = session.carried
    session.until(lambda: session.shows('Keys and commands'))
    judge('another key while pages come: sent until its screen',
          session.carried - before, 2 * FULL, 'bytes')
    session.send('qq')
    session.rest(0.2)
    session.end()


def check_silent(article):
    """A terminal that answers nothing is not waited for."""
    session = started(article, answers=False)
    session.hold(' ', 5)
    session.until(lambda: session.shows('page 6 of'))
    session.send('q')
    session.rest(0.2)
    session.end()


def main(article):
    with tempfile.TemporaryDirectory() as folder:
        article = long_article(article, folder)
        for check in (check_held_key, check_leaving, check_other_keys,
                      check_silent):
            check(article)
    for line in failed:
        print('not ok', line)
    return 1 if failed else 0


if __name__ == '__main__':
    QARI = os.path.abspath(sys.argv[1])
    DATA = os.path.join(HERE, '..', '..', 'data')
    sys.exit(main(sys.argv[2]))
