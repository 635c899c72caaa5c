#!/usr/bin/env python3
"""detect.py: qari in a pseudo-terminal that answers as terminals were seen to
answer: what is asked, what is switched and when, and that all is switched
back on every way out.

usage: detect.py QARI [CASE...]
"""
import os
import re
import shutil
import signal
import subprocess
import sys
import tempfile
import time

sys.dont_write_bytecode = True
HERE = os.path.dirname(os.path.abspath(__file__))
sys.path.insert(0, HERE)
from screen import Session  # noqa: E402

ARTICLE = os.path.join(HERE, '..', 'screen', 'visit.txt')
DATA = os.path.join(HERE, '..', 'screen', 'data')
CONFIG = tempfile.mkdtemp(prefix='qari-detect-')

TAKEN = b'\033[?1049h'
GIVEN = b'\033[?1049l'
CLEAR = b'\033[2J'
LAST = b'\033[c'
ASKED = b'\033[8$p'

# What terminals answer, DA1 at the end.
VTE = b'\033[8;1$y\033P!|7E565445\033\\\033[>65;7006;1c\033[?65;1;9c'
WEZTERM = b'\033P>|WezTerm 2024\033\\\033[8;2$y\033[>1;277;0c\033[?65;4c'
XTERM = b'\033P>|XTerm(379)\033\\\033[8;0$y\033[>41;379;0c\033[?64;1;2c'
KONSOLE = b'\033P>|Konsole 22.12.3\033\\\033[>1;2212;0c\033[?62;1;4c'
MLTERM = b'\033[8;0$y\033[>24;279;0c\033[?63;1;2;3c'
KITTY = b'\033P>|kitty(0.26.5)\033\\\033[>1;4000;26c\033[?62;c'
PUTTY = b'\033[>0;136;0c\033[?6c'
UNKNOWN = b'\033[?62c'


class Answering(Session):
    """A session whose terminal answers: {question: reply}."""

    def __init__(self, answers=None, delay=0, args=(), **environment):
        clean = {name: None for name in (
            'TMUX', 'STY', 'TERM_PROGRAM', 'VTE_VERSION', 'KONSOLE_VERSION',
            'KITTY_WINDOW_ID', 'MLTERM', 'WT_SESSION', 'SSH_CONNECTION',
            'QARI_DISPLAY', 'LANG', 'LC_MESSAGES')}
        clean['XDG_CONFIG_HOME'] = CONFIG
        self.answers, self.delay = answers or {}, delay
        self.begun = time.monotonic()
        argv = [QARI, '--data=' + DATA, *args]
        if not args:
            argv.append(ARTICLE)
        super().__init__(argv, **{**clean, **environment})

    def start(self, until=CLEAR):
        """Reads and answers until the first screen; notes when it began."""
        self.read(re.escape(until))
        assert until in self.output, self.output
        self.waited = time.monotonic() - self.begun
        self.read()
        return self

    def came(self, data):
        for question, reply in self.answers.items():
            if question in data:
                time.sleep(self.delay)
                os.write(self.master, reply)

    def leave(self, status=0):
        self.send('q')
        self.end(status)

    def order(self, *parts):
        """Each part comes, and after the one before."""
        at = 0
        for part in parts:
            found = self.output.find(part, at)
            assert found >= 0, (part, self.output[:400], self.output[-200:])
            at = found + len(part)

    def never(self, *parts):
        for part in parts:
            assert part not in self.output, part


def started(reply, **more):
    return Answering({LAST: reply}, **more).start()


def case_explicit_where_it_was_not():
    session = started(VTE)
    session.order(TAKEN, ASKED, LAST, b'\033[8l', b'\033[1 k', CLEAR)
    session.leave()
    session.order(CLEAR, b'\033[0 k', b'\033[8h', GIVEN)


def case_explicit_where_it_was():
    session = started(WEZTERM)
    session.leave()
    session.never(b'\033[8h')
    session.order(CLEAR, b'\033[0 k', GIVEN)


def case_silence():
    session = Answering().start()
    assert session.waited < 1.2, session.waited
    session.leave()
    session.never(b'\033[8l', b'\033[8h')


def case_silence_far_away():
    session = Answering(SSH_CONNECTION='10.0.0.1 2 10.0.0.2 22').start()
    assert 0.9 < session.waited < 1.5, session.waited
    session.leave()


def case_an_answer_ends_the_wait():
    session = started(XTERM, SSH_CONNECTION='10.0.0.1 2 10.0.0.2 22')
    assert session.waited < 0.9, session.waited
    session.leave()
    session.never(b'\033[8l', b'\033[8h', b'\033]')


def case_vendors():
    for reply, on, off in (
            (KONSOLE, b'\033]50;BidiRenderingEnabled=false\007',
             b'\033]50;BidiRenderingEnabled=true\007'),
            (MLTERM, b'\033]5379;use_ctl=false\007',
             b'\033]5379;use_ctl=true\007')):
        session = started(reply)
        session.order(TAKEN, LAST, on, CLEAR)
        session.leave()
        session.order(CLEAR, off, GIVEN)


def case_every_signal_switches_back():
    for name in ('TERM', 'HUP', 'INT', 'SEGV', 'ABRT', 'BUS', 'ILL'):
        number = getattr(signal, 'SIG' + name)
        session = started(VTE)
        os.kill(session.pid, number)
        session.end(1 if SANITIZED and name in ('SEGV', 'BUS') else -number)
        session.order(CLEAR, b'\033[0 k', b'\033[8h', GIVEN)


def case_suspended_and_continued():
    session = started(VTE)
    for stop in (lambda: session.send('\x1a'),
                 lambda: os.kill(session.pid, signal.SIGTSTP)):
        session.output = b''
        stop()
        assert session.report() == 'stopped'
        session.read(first=0)
        session.order(b'\033[0 k', b'\033[8h', GIVEN)
        os.kill(session.leader, signal.SIGUSR1)
        session.output = b''
        session.read()
        session.order(TAKEN, b'\033[8l', b'\033[1 k', CLEAR)
        session.never(ASKED, b'\033[>')
    session.leave()


def case_words_and_logical():
    session = started(KITTY)
    visual = started(XTERM)
    logical = started(PUTTY)
    form = re.compile('[\ufe80-\ufefc]+')
    shown = [set(form.findall(s.output.decode('utf-8', 'replace')))
             for s in (visual, session, logical)]
    assert shown[0]
    # what is alone on its row: the same word, turned round
    turned = {word[::-1] for word in shown[0] if len(word) > 2}
    assert len(turned & shown[1]) > 5, shown
    assert len(turned & shown[2]) > 5, shown
    for each in (session, visual, logical):
        each.leave()


def case_guard_in_screen():
    session = started(b'\033[>83;40900;0c\033[?1;2c')
    assert ' \u202d'.encode() in session.output
    session.leave()


def case_widths_of_the_unknown():
    for reports, guards in ((b'\033[2;2R\033[2;3R\033[2;2R', True),
                            (b'\033[2;3R\033[2;3R\033[2;2R', False)):
        session = Answering({LAST: UNKNOWN, b'\033[6n': reports}).start()
        session.order(LAST, b'\033[6n', CLEAR)
        after = session.output[session.output.index(CLEAR):]
        assert (' \u202d'.encode() in after) == guards
        session.leave()


def case_nothing_is_asked():
    for environment in ({'TERM_PROGRAM': 'Apple_Terminal'},
                        {'TERM_PROGRAM': 'iTerm.app'},
                        {'QARI_DISPLAY': 'visual'},
                        {'TERM': 'linux'}):
        session = Answering(**environment).start()
        session.leave()
        session.never(b'$p', LAST, b'\033[>')
    session = Answering(args=['--display=logical', ARTICLE]).start()
    session.leave()
    session.never(b'$p', LAST)


def case_display_is_obeyed():
    session = Answering(args=['--display=logical', '--shape=base', ARTICLE],
                        VTE_VERSION='7006').start()
    session.leave()
    session.never(b'\033[8l')
    assert not re.search('[\ufb50-\ufefc]', session.output.decode())


def case_keys_typed_meanwhile():
    # Help, and back: typed before, between and within the replies.
    for reply in (b'?' + XTERM, XTERM + b'?',
                  XTERM.replace(b'\033[>', b'?\033[>')):
        session = started(reply, args=['--lang=en', ARTICLE])
        session.read(b'Keys and commands', first=2)
        session.send('q')
        session.leave()


def case_keys_typed_in_silence():
    session = Answering({LAST: b'?'}, args=['--lang=en', ARTICLE]).start()
    session.read(b'Keys and commands', first=2)
    session.send('q')
    session.leave()


def case_many_keys_typed_meanwhile():
    """More than there is room for, from one who pastes: none is lost."""
    session = Answering(args=['--lang=en', ARTICLE])
    session.start(LAST)
    session.send('x' * 3000 + '?')
    session.read(b'Keys and commands', first=2)
    session.send('q')
    session.leave()


def case_escape_typed_before_a_reply():
    session = Answering(args=['--lang=en', '--check-terminal'])
    session.start(LAST)
    session.send(b'\033' + VTE)         # Esc leaves
    session.end()
    session.order(LAST, b'\033[8l', b'\033[8h', GIVEN)


def case_replies_cut_behind_escape():
    """A line may cut anywhere, and take its time."""
    session = Answering(args=['--lang=en', ARTICLE])
    session.start(LAST)
    pieces = VTE.split(b'\033')[1:]
    for piece in pieces:
        session.send(b'\033')
        time.sleep(0.08)
        session.send(piece)
    session.read(re.escape(CLEAR))
    session.read()
    session.order(LAST, b'\033[8l', CLEAR)
    session.never(b'?' + 'shows the keys'.encode(), b'does nothing here')
    session.leave()


def case_late_replies_are_no_keys():
    """Every reply there is, late, whole and in two parts, while the reader
    pages: the same screen as without them."""
    replies = (VTE, WEZTERM, XTERM, KONSOLE, MLTERM, KITTY, PUTTY,
               b'\033[2;2R\033[2;3R', b'\033[8;0$y', b'\033[?6c',
               b'\033P>|foot(1.2)\007')
    session = started(XTERM, args=['--lang=en', '--display=visual', ARTICLE])
    session.leave()                     # it was told: nothing is asked
    session.never(LAST)
    session = started(XTERM, args=['--lang=en', ARTICLE])
    session.output = b''
    for reply in replies:
        for at in (len(reply), 1, len(reply) // 2):
            session.send(reply[:at])
            time.sleep(0.02)
            session.send(reply[at:])
    session.read(first=0.7)
    for said in (b'does nothing here', b'Keys and', b'no such'):
        session.never(said)
    assert session.report_waits() is None, 'it ended'
    session.leave()


def case_no_reply_is_left_behind():
    """What was asked with the last page is answered late: the shell that
    follows does not get it."""
    session = started(XTERM, args=['--lang=en', ARTICLE])
    session.delay = 0.4
    session.output = b''
    session.send(' ')
    time.sleep(0.1)
    session.send('q')
    session.read(re.escape(GIVEN), first=3)
    assert LAST in session.output       # the page asked
    session.end()
    assert session.left == 0, session.left
    # nothing that asks is sent to one that answered nothing
    session = Answering(args=['--lang=en', ARTICLE]).start()
    session.output = b''
    for _ in range(3):
        session.ask(' ')
    session.leave()
    session.never(LAST)


def case_late_replies():
    session = Answering().start()
    session.output = b''
    session.send(XTERM)
    session.read(first=0.3)
    session.never(CLEAR)                # nothing to change
    # in pieces, as over a slow line
    for at in range(0, len(VTE), 5):
        session.send(VTE[at:at + 5])
        time.sleep(0.01)
    session.read(first=1)
    session.leave()
    # XTVERSION came before: it is an xterm whose mode 8 is set
    session.order(b'\033[8l', CLEAR, b'\033[8h', GIVEN)


def case_split_replies():
    session = Answering()
    session.start(LAST)
    for at in range(0, len(VTE), 7):
        session.send(VTE[at:at + 7])
        time.sleep(0.005)
    session.read(re.escape(CLEAR))
    session.read()
    session.order(LAST, b'\033[8l', CLEAR)
    session.leave()


def case_check_stores_and_forgets():
    session = Answering({LAST: KONSOLE},
                        args=['--lang=en', '--check-terminal']).start()
    assert b'Konsole' in session.output and b'XTVERSION' in session.output
    session.send('2')
    session.read(first=1)
    session.end()
    text = open(CONFIG + '/qari/terminals').read()
    assert text == 'TERM=xterm-256color \tguard forms keep konsole upright\n', text
    # stored: not asked, and the switches as they were seen
    session = Answering().start()
    session.never(LAST)
    session.order(TAKEN, b'\033]50;BidiRenderingEnabled=false\007', CLEAR)
    assert ' \u202d'.encode() in session.output
    session.leave()
    # another terminal is asked
    session = started(XTERM, TERM_PROGRAM='other')
    session.order(LAST)
    session.leave()
    session = Answering({LAST: KONSOLE},
                        args=['--lang=en', '--check-terminal']).start()
    session.send('0')
    session.end()
    assert open(CONFIG + '/qari/terminals').read() == ''


def case_check_leaves_with_nothing_stored():
    for key in ('q', '\033', '\x03', 'ض'):
        session = Answering({LAST: XTERM}, args=['--check-terminal']).start()
        session.send(key)
        session.end()
    session = Answering({LAST: XTERM}, args=['--check-terminal']).start()
    session.resize(5, 20)
    session.read()
    session.resize(1, 1)
    session.read()
    os.kill(session.pid, signal.SIGTERM)
    session.end(-signal.SIGTERM)


def case_check_answers_in_order():
    session = Answering({LAST: XTERM}, XDG_CONFIG_HOME=None, HOME=None,
                        args=['--lang=ar', '--check-terminal']).start()
    session.send('1')
    session.end()
    session.order(GIVEN, b' HOME ', ' :ﻆ'.encode())


def case_check_without_a_home():
    session = Answering({LAST: XTERM}, XDG_CONFIG_HOME=None, HOME=None,
                        args=['--lang=en', '--check-terminal']).start()
    session.send('1')
    session.end()
    session.order(GIVEN, b'Not stored: HOME is not set')


def case_check_cannot_store():
    session = Answering({LAST: XTERM}, XDG_CONFIG_HOME='/dev/null',
                        args=['--lang=en', '--check-terminal']).start()
    session.send('1')
    session.end(2)
    session.order(GIVEN, b'/dev/null/qari: a part of the path')


def case_report():
    ran = subprocess.run([QARI, '--check-terminal'], capture_output=True,
                         env=dict(os.environ, TERM='xterm-kitty', TMUX='',
                                  LC_ALL='C.UTF-8'))
    text = ran.stdout.decode()
    assert ran.returncode == 0 and '\033' not in text
    assert 'TERM: xterm-kitty\n' in text and 'sent: words' in text, text
    assert 'FriBidi' in text


def main():
    chosen = sys.argv[2:]
    failed = 0
    for name, case in list(globals().items()):
        if not name.startswith('case_') or (chosen and name[5:] not in chosen):
            continue
        try:
            case()
            print(f'ok {name[5:]}')
        except Exception as error:  # a test that breaks is one that fails
            failed += 1
            print(f'not ok {name[5:]}: {type(error).__name__}: {error}')
    shutil.rmtree(CONFIG)
    return 1 if failed else 0


if __name__ == '__main__':
    QARI = os.path.abspath(sys.argv[1])
    SANITIZED = b'__asan_init' in open(QARI, 'rb').read()
    sys.exit(main())
