#!/usr/bin/env python3
"""exits.py: the twelve ways out of the program, and two that come back: the
terminal's modes, its switches and its looks are as they were found, and no
reply is left for the shell.

usage: exits.py QARI ARTICLE
"""
import os
import re
import signal
import sys
import time

sys.dont_write_bytecode = True
HERE = os.path.dirname(os.path.abspath(__file__))
sys.path.insert(0, HERE)
from emulator import Emulator  # noqa: E402
from screen import FAULTS, Session  # noqa: E402

# A terminal that can be told who reorders, so that there is more to undo.
ANSWER = b'\033[8;1$y\033P!|7E565445\033\\\033[>65;7006;1c\033[?65;1;9c'
ON = {'?1049': 'h', '?7': 'l', '8': 'l', 'SCP': '1'}
OFF = {'?1049': 'l', '?7': 'h', '?25': 'h', '8': 'h', 'SCP': '0'}
ENDING = ('TERM', 'HUP', 'INT', 'QUIT')
CRASHING = ('SEGV', 'ABRT', 'BUS', 'FPE', 'ILL')


class Taken(Session):
    def __init__(self, *arguments):
        self.emulator = Emulator()
        clean = dict.fromkeys((
            'TMUX', 'STY', 'TERM_PROGRAM', 'VTE_VERSION', 'QARI_DISPLAY',
            'SSH_CONNECTION', 'XDG_CONFIG_HOME', 'HOME'))
        super().__init__([QARI, '--data=' + DATA, *(arguments or [ARTICLE])],
                         XDG_DATA_HOME='/dev/null', **clean)
        self.read(rb'\033\[2J')
        self.read()
        assert self.switched(ON), self.emulator.modes

    def came(self, data):
        asked = self.emulator.questions
        self.emulator.feed(data)
        for _ in range(self.emulator.questions - asked):
            os.write(self.master, ANSWER)

    def switched(self, modes):
        return all(self.emulator.modes.get(mode) == how
                   for mode, how in modes.items())

    def given_back(self):
        emulator = self.emulator
        assert self.switched(OFF), emulator.modes
        # whatever else was ever switched on is one of those
        other = {mode for mode, how in emulator.modes.items()
                 if how == 'h' and mode not in OFF and mode != '?12'}
        assert not other, other
        assert emulator.look == '', emulator.look
        assert (emulator.top, emulator.bottom) == (0, emulator.rows - 1)

    def over(self, status):
        self.end(status)
        self.given_back()
        assert self.left == 0, f'{self.left} bytes are left for the shell'


def status_of(name):
    return 1 if SANITIZED and name in FAULTS else -getattr(signal,
                                                           'SIG' + name)


def way_quit():
    session = Taken()
    session.ask(' ')
    session.send('q')
    session.over(0)


def way_signals():
    for name in ENDING + CRASHING:
        session = Taken()
        session.ask(' ')
        os.kill(session.pid, getattr(signal, 'SIG' + name))
        session.over(status_of(name))
        print('ok SIG' + name)


def way_a_signal_amid_a_page():
    """The terminal has taken half a screen, and answers nothing more."""
    for name in ENDING + CRASHING:
        session = Taken()
        session.send('  ')
        time.sleep(0.02)
        os.kill(session.pid, getattr(signal, 'SIG' + name))
        session.end(status_of(name))
        session.given_back()


def way_error():
    """What cannot be stored is told when the terminal is given back."""
    session = Taken('--lang=en', '--check-terminal')
    session.send('1')
    session.over(0)
    assert b'Not stored' in session.output


def way_suspend():
    session = Taken()
    for stop in (lambda: session.send('\x1a'),
                 lambda: os.kill(session.pid, signal.SIGTSTP)):
        session.ask(' ')
        stop()
        assert session.report() == 'stopped'
        session.read(first=0)
        session.given_back()
        assert session.termios() == session.before
        os.kill(session.leader, signal.SIGUSR1)
        session.read(re.escape(b'\033[2J'))
        session.read()
        assert session.switched(ON), session.emulator.modes
        assert session.termios() != session.before
    session.send('q')
    session.over(0)


def way_hangup():
    session = Taken()
    os.close(session.master)
    assert session.report() == str(-signal.SIGHUP)
    session.close()


def main():
    failed = 0
    for name, way in list(globals().items()):
        if not name.startswith('way_'):
            continue
        try:
            way()
            print('ok', name[4:])
        except Exception as error:  # a test that breaks is one that fails
            failed += 1
            print(f'not ok {name[4:]}: {type(error).__name__}: {error}')
    return 1 if failed else 0


if __name__ == '__main__':
    QARI, ARTICLE = os.path.abspath(sys.argv[1]), sys.argv[2]
    DATA = os.path.join(HERE, '..', 'screen', 'data')
    SANITIZED = b'__asan_init' in open(QARI, 'rb').read()
    sys.exit(main())
