#!/usr/bin/env python3
"""storm.py: five hundred sizes in six seconds on a bare terminal, and then
the screen is what a fresh start at that size shows, cell for cell.

usage: storm.py QARI ARTICLE
"""
import os
import sys
import time

sys.dont_write_bytecode = True
HERE = os.path.dirname(os.path.abspath(__file__))
sys.path.insert(0, HERE)
from emulator import Emulator  # noqa: E402
from screen import Session  # noqa: E402

STORM, SECONDS = 500, 6
SETTLED = 0.2                   # seconds after the last size: our own aim
SLACK = 0.3                     # for a machine that others use


class Sized(Session):
    def __init__(self, rows, columns):
        self.emulator = Emulator(rows, columns)
        super().__init__([QARI, '--data=' + DATA, '--display=visual',
                          '--lang=en', ARTICLE], rows, columns,
                         XDG_DATA_HOME='/dev/null', TMUX=None, STY=None)
        self.read(rb'\033\[2J')
        self.read(first=1)
        self.read(first=1)              # the names, read at rest

    def came(self, data):
        self.last = time.monotonic()
        self.emulator.feed(data)

    def becomes(self, rows, columns):
        self.resize(rows, columns)
        # what was on its way is for the size before
        self.emulator.size(rows, columns)
        self.changed = time.monotonic()

    def leave(self):
        self.send('q')
        self.end()


def main():
    failed = 0
    for rows, columns in ((24, 80), (9, 37), (1, 1), (50, 200)):
        fresh = Sized(rows, columns)
        wanted = fresh.emulator.seen()
        stormed = Sized(24, 80)
        begun = time.monotonic()
        for i in range(STORM):
            stormed.becomes(1 + i * 7 % 60, 1 + i * 13 % 200)
            stormed.read(first=0.001) if i % 50 == 0 else None
            time.sleep(max(0, begun + i * SECONDS / STORM - time.monotonic()))
        stormed.read(first=0.05)
        stormed.becomes(rows, columns)
        stormed.read(first=0.5)
        took = stormed.last - stormed.changed
        stormed.read(first=0.5)
        same = stormed.emulator.seen() == wanted
        failed += not same or took > SETTLED + SLACK
        print(f'{"ok" if same else "not ok"} {rows}x{columns}: '
              f'{took:.3f} s after the last size, at most {SETTLED}')
        for session in fresh, stormed:
            session.leave()
    return 1 if failed else 0


if __name__ == '__main__':
    QARI, ARTICLE = os.path.abspath(sys.argv[1]), sys.argv[2]
    DATA = os.path.join(HERE, '..', 'screen', 'data')
    sys.exit(main())
