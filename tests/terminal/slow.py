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
from screen import Session  # noqa: E402

SPEED = 2400 * (4 if 'QUICK' in os.environ else 1)      # bytes a second
SLICE = 24
PRESSES = 20
REPEAT = 1 / 30                 # seconds between keys that are held down
SLACK = 0.5                     # for a machine that others use
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

    def hold(self, key, times):
        for _ in range(times):
            self.send(key)
            self.go_on(REPEAT)


def started(article, **more):
    session = Line(article, **more)
    session.rest(2)
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
    page = session.rest() and session.carried - before
    before = session.carried
    session.hold(' ', PRESSES)
    lifted = time.monotonic()
    stands = session.rest() - lifted
    sent = session.carried - before
    # one on its way at the first key, and as many as the line carries
    most = 2 + PRESSES * REPEAT * SPEED / page
    judge('held page-down: pages sent of 20', sent / page, most, 'pages')
    judge('final screen after the last key', stands,
          2 * page / SPEED + SLACK, 's')
    shown = session.emulator.screen()
    session.send('\f')                  # all of it again
    session.rest()
    if session.emulator.screen() != shown:
        failed.append('the screen that was left is not whole')
    if 'page 22 of' not in shown[-1]:
        failed.append('keys were lost: ' + shown[-1])
    session.send('q')
    session.rest(0.2)
    session.end()


def check_leaving(article):
    session = started(article)
    session.hold(' ', PRESSES)
    session.send('q')
    asked = time.monotonic()
    left = None
    while left is None and time.monotonic() < asked + 30:
        session.go_on(0.02)
        if session.emulator.modes.get('?1049') == 'l':
            left = time.monotonic() - asked
    screen = 4000 / SPEED + SLACK       # a full one and what gives it back
    judge('q while pages come: the shell is back', left or 99, screen, 's')
    session.end()


def check_other_keys(article):
    """A key that is typed while a page is drawn is obeyed with the next
    screen, though the page is not on the screen yet."""
    session = started(article)
    session.hold(' ', 6)
    session.send('?')
    pressed = time.monotonic()
    while 'Keys and commands' not in '\n'.join(session.emulator.screen()):
        assert time.monotonic() < pressed + 30, 'help never came'
        session.go_on(0.02)
    judge('another key while pages come: its screen',
          time.monotonic() - pressed, 2 * 4000 / SPEED + SLACK, 's')
    session.send('qq')
    session.rest(0.2)
    session.end()


def check_silent(article):
    """A terminal that answers nothing is not waited for."""
    session = started(article, answers=False)
    session.hold(' ', 5)
    session.rest()
    if 'page 6 of' not in session.emulator.screen()[-1]:
        failed.append('keys were lost: ' + session.emulator.screen()[-1])
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
