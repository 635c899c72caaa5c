#!/usr/bin/env python3
"""screen.py: the screen layer in a pseudo-terminal, driven through
screen_demo: taken and given back on every way out, keys, sizes, slow and
closed terminals, bytes and writes.

usage: screen.py SCREEN_DEMO [CASE...]
"""
import fcntl
import os
import re
import select
import shutil
import signal
import struct
import subprocess
import sys
import tempfile
import termios
import time

# What a sanitizer takes over, to report it and end with status 1.
FAULTS = ('SEGV', 'BUS', 'FPE')

QUIET = 0.1             # seconds without a byte: the screen is complete
PATIENCE = 10           # seconds until a test gives up


class Session:
    """A program on a pty of its own, as its session's leader's child, so
    that job control works."""

    def __init__(self, argv, rows=24, columns=80, stdin=None, **environment):
        self.master, self.slave = os.openpty()
        self.resize(rows, columns)
        self.before = termios.tcgetattr(self.slave)
        self.output = b''
        env = dict(os.environ, TERM='xterm-256color', LC_ALL='C.UTF-8')
        for name in ('LINES', 'COLUMNS', 'NO_COLOR'):
            env.pop(name, None)
        env.update(environment)
        env = {k: v for k, v in env.items() if v is not None}
        report, self.reports = os.pipe(), None
        self.leader = os.fork()
        if self.leader == 0:
            self.lead(argv, env, stdin, report)
        os.close(report[1])
        self.reports = os.fdopen(report[0], 'r')
        self.pid = int(self.reports.readline())

    def lead(self, argv, env, stdin, report):
        """A shell's part: the program in its own group in the foreground,
        each stop and the end reported; after a stop the shell waits for
        SIGUSR1 to go on with the program (fg)."""
        os.setsid()
        fcntl.ioctl(self.slave, termios.TIOCSCTTY, 0)
        signal.signal(signal.SIGTTOU, signal.SIG_IGN)
        signal.signal(signal.SIGHUP, signal.SIG_IGN)
        signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGUSR1})
        pid = os.fork()
        if pid == 0:
            os.setpgid(0, 0)
            os.tcsetpgrp(self.slave, os.getpid())
            signal.pthread_sigmask(signal.SIG_UNBLOCK, {signal.SIGUSR1})
            # What a terminal's program is started with, also where the tests
            # run in the background of a script (SIGINT is ignored there).
            for number in (signal.SIGTTOU, signal.SIGHUP, signal.SIGPIPE,
                           signal.SIGINT, signal.SIGQUIT):
                signal.signal(number, signal.SIG_DFL)
            source = self.slave if stdin is None else stdin
            for fd, target in ((source, 0), (self.slave, 1), (self.slave, 2)):
                os.dup2(fd, target)
            os.closerange(3, 64)
            os.execvpe(argv[0], argv, env)
        os.write(report[1], b'%d\n' % pid)
        os.close(self.master)
        while True:
            _, status = os.waitpid(pid, os.WUNTRACED)
            if not os.WIFSTOPPED(status):
                os.write(report[1], b'%d\n' % os.waitstatus_to_exitcode(status))
                os._exit(0)
            os.tcsetpgrp(self.slave, os.getpid())
            os.write(report[1], b'stopped\n')
            signal.sigwait({signal.SIGUSR1})
            os.tcsetpgrp(self.slave, pid)
            os.kill(-pid, signal.SIGCONT)

    def resize(self, rows, columns):
        fcntl.ioctl(self.master, termios.TIOCSWINSZ,
                    struct.pack('HHHH', rows, columns, 0, 0))

    def send(self, keys):
        os.write(self.master, keys.encode() if isinstance(keys, str) else keys)

    def read(self, until=None, first=1):
        """What comes until `until` matches, or else until quiet; the first
        byte is waited for `first` seconds."""
        got, end = b'', time.monotonic() + PATIENCE
        while time.monotonic() < end:
            wait = QUIET if until is None and got else first
            if not select.select([self.master], [], [], wait)[0]:
                if until is None:
                    break
                continue
            try:
                came = os.read(self.master, 65536)
            except OSError:
                break
            self.came(came)
            got += came
            if until is not None and re.search(until, got):
                break
        self.output += got
        return got

    def came(self, data):
        """What a terminal does about it: nothing."""

    def ask(self, keys, until=None):
        self.send(keys)
        return self.read(until)

    def report_waits(self):
        """What there is to report, without waiting; None: nothing."""
        if not select.select([self.reports], [], [], 0)[0]:
            return None
        return self.report()

    def report(self):
        return self.reports.readline().strip()

    def end(self, status=0):
        """Waits for the end; everything must be as it was found."""
        got = self.report()
        assert got == str(status), f'status {got}, not {status}'
        self.read(first=0)
        after = termios.tcgetattr(self.slave)
        assert after == self.before, 'terminal modes left changed'
        self.check_modes()
        self.left = self.typed()
        self.close()

    def termios(self):
        return termios.tcgetattr(self.slave)

    def typed(self):
        """The bytes a shell would take for typed."""
        raw = termios.tcgetattr(self.slave)
        raw[3] &= ~termios.ICANON
        termios.tcsetattr(self.slave, termios.TCSANOW, raw)
        time.sleep(0.05)                # the kernel hands it over by and by
        count = fcntl.ioctl(self.slave, termios.FIONREAD, bytes(4))
        return struct.unpack('i', count)[0]

    def check_modes(self):
        """Each private mode and the wrap are as at the start, the last look
        is the default, the cursor visible."""
        state = {b'1049': b'l', b'7': b'h', b'25': b'h'}
        found = dict(state)
        for numbers, how in re.findall(rb'\033\[\?([\d;]+)([hl])', self.output):
            for number in numbers.split(b';'):
                found[number] = how
        for number, how in state.items():
            assert found[number] == how, f'mode {number} left {found[number]}'
        looks = re.findall(rb'\033\[([\d;]*)m', self.output)
        assert not looks or looks[-1] in (b'', b'0'), 'look left changed'
        margins = re.findall(rb'\033\[([\d;]*)r', self.output)
        assert not margins or margins[-1] == b'', 'margins left set'

    def close(self):
        for fd in (self.master, self.slave):
            try:
                os.close(fd)
            except OSError:
                pass
        os.waitpid(self.leader, 0)


def started(*args, **more):
    session = Session([DEMO, *args], **more)
    session.read(rb'24x80')
    session.read(first=0.02)
    return session


def case_start_and_quit():
    session = started()
    assert session.output.startswith(b'\033[?1049h'), session.output[:40]
    assert b'\033[?7l' in session.output
    assert termios.tcgetattr(session.slave) != session.before
    session.send('q')
    session.end()


def case_every_signal_restores():
    for name in ('TERM', 'HUP', 'INT', 'QUIT', 'PIPE', 'ALRM', 'USR1', 'USR2',
                 'SEGV', 'BUS', 'FPE', 'ILL', 'ABRT', 'SYS', 'TRAP', 'XCPU'):
        number = getattr(signal, 'SIG' + name)
        session = started()
        os.kill(session.pid, number)
        session.end(1 if SANITIZED and name in FAULTS else -number)


def case_own_fault_restores():
    session = started()
    session.send('c')
    session.end(1 if SANITIZED else -signal.SIGSEGV)


def case_exhausted_memory_restores():
    if SANITIZED:
        return 'the sanitizer ends it first'
    session = started()
    session.send('m')
    session.end(2)
    assert b'out of memory' in session.output
    return None


def case_exit_restores():
    session = started()
    session.send('x')
    session.end(3)


def case_control_keys():
    session = started()
    assert b'Ctrl-C' in session.ask('\x03')
    assert b'Ctrl-S' in session.ask('\x13')
    session.send('\x1c')                # the kernel's own way out
    session.end(-signal.SIGQUIT)


def case_ignored_stays_ignored():
    session = Session(['sh', '-c', 'trap "" HUP TSTP; exec "$0"', DEMO])
    session.read()
    os.kill(session.pid, signal.SIGHUP)
    assert b'Space' in session.ask(' ')
    assert b'Ctrl-Z' in session.ask('\x1a')      # may not stop either
    session.send('q')
    session.end()


def suspended(session, stop):
    stop()
    assert session.report() == 'stopped'
    session.read(first=0)
    assert termios.tcgetattr(session.slave) == session.before
    session.check_modes()
    session.output = b''


def resumed(session):
    os.kill(session.leader, signal.SIGUSR1)
    got = session.read()
    assert got.startswith(b'\033[?1049h'), got[:40]
    assert b'\033[2J' in got
    assert len(got) > 1000
    assert termios.tcgetattr(session.slave) != session.before


def case_suspend_by_key():
    session = started()
    for _ in range(2):
        suspended(session, lambda: session.send('\x1a'))
        resumed(session)
    session.send('q')
    session.end()


def case_suspend_by_signal():
    session = started()
    suspended(session, lambda: os.kill(session.pid, signal.SIGTSTP))
    session.resize(30, 90)              # while nobody is told
    resumed_at = session.output
    os.kill(session.leader, signal.SIGUSR1)
    assert b'30x90' in session.read(), resumed_at
    session.send('q')
    session.end()


def case_stopped_without_a_chance():
    session = started()
    os.kill(session.pid, signal.SIGSTOP)
    assert session.report() == 'stopped'
    termios.tcsetattr(session.slave, termios.TCSANOW, session.before)
    resumed(session)
    session.send('q')
    session.end()


def case_resize():
    session = started()
    for rows, columns in ((30, 100), (12, 40), (1, 1), (24, 80), (2, 300)):
        session.resize(rows, columns)
        got = session.read()
        if columns > 20:
            assert b'%dx%d' % (rows, columns) in got, (rows, columns, got[-99:])
    session.resize(24, 80)
    for i in range(100):                # a storm
        session.resize(5 + i % 30, 20 + i)
    session.resize(24, 80)
    assert b'24x80' in session.read()
    session.send('q')
    session.end()


def case_odd_sizes():
    for rows, columns, expected in ((0, 0, b'24x80'), (9999, 9999, b'400x1000'),
                                    (1, 1, None)):
        session = Session([DEMO], rows, columns)
        got = session.read()
        assert expected is None or expected in got, (rows, columns, got[-99:])
        session.send('q')
        session.end()
    session = Session([DEMO], 0, 0, LINES='10', COLUMNS='33')
    assert b'10x33' in session.read()
    session.send('q')
    session.end()


def case_keys():
    session = started()
    for typed, name in (('g', ' g '), ('\033[Z', 'Shift-Tab'),
                        ('\033[6~', 'PgDn'), ('\033OP', 'F1'),
                        ('\033[1;2R', 'Shift-F3'), ('\033x', 'Alt-x'),
                        ('\r', 'Enter'), ('\x7f', 'Backspace'),
                        ('ش', ' ?? ')):
        got = session.ask(typed, re.escape(name.encode()))
        assert name.encode() in got, (name, got)
    # Esc alone; how long it is waited for, and sequences that come in
    # pieces, are tests/unit/key.c's, which has a clock of its own
    assert b'Esc' in session.ask('\033', rb'Esc')
    # late replies and rubbish are no keys, and do not end the program
    session.send('\033[?64;1c\033P>|XTerm(379)\033\\\033[8;1$y')
    assert session.read(first=0.3) == b''
    session.send(bytes(i for i in range(128, 256)) + b'\033[99;99~\033[<')
    assert b'Home' in session.ask('\033[H', rb'Home')
    session.send('q')
    session.end()


def case_keys_from_elsewhere():
    with open(os.devnull) as nothing:
        session = Session([DEMO], stdin=nothing.fileno())
        session.read()
        assert b'Space' in session.ask(' ', rb'Space')
        session.send('q')
        session.end()


def case_refusals():
    for term in ('dumb', 'no-such', '', '../x/xterm', None):
        session = Session([DEMO], TERM=term)
        got = session.read(rb'\n')
        assert b'no screen on' in got and b'\033' not in got, got
        session.end(2)
    ran = subprocess.run([DEMO], stdin=subprocess.DEVNULL,
                         capture_output=True,
                         env=dict(os.environ, TERM='xterm'))
    assert ran.returncode == 2 and ran.stdout == b'', ran


def case_locale_does_not_matter():
    session = Session([DEMO], LC_ALL='C', LANG='C')
    assert 'ﻢ'.encode() in session.read()
    session.send('q')
    session.end()


def case_colours():
    session = started(NO_COLOR='1')
    assert not re.search(rb'\033\[(\d+;)*3\d', session.output)
    assert re.search(rb'\033\[(\d;)*[1347]m', session.output)
    session.send('q')
    session.end()
    session = started()
    assert re.search(rb'\033\[(\d+;)*3\d', session.output)
    session.send('q')
    session.end()


def case_bytes():
    session = started()
    session.send('u')
    assert session.read(first=0.3) == b'', 'an unchanged screen was sent'
    for key in 'jjkkjk':
        got = session.ask(key)
        assert got.count('ﻢ'.encode()) < 20, 'more than a row was sent'
        assert len(got) < 450, len(got)
    assert len(session.ask(' ')) > 2000
    assert len(session.ask('l')) > 2000
    session.send('q')
    session.end()


def case_one_write_a_screen():
    if SANITIZED or shutil.which('strace') is None:
        return 'no strace, or a sanitizer that cannot be traced'
    with tempfile.NamedTemporaryFile() as log:
        argv = ['strace', '-f', '-o', log.name, '-e', 'trace=write,writev']
        if subprocess.run([*argv, 'true'], capture_output=True).returncode:
            return 'strace may not trace'
        session = Session([*argv, DEMO])
        session.read(rb'24x80')
        for _ in range(10):
            session.ask(' ', rb'24x80|\dx\d')
        session.send('q')
        session.end()
        writes = re.findall(r'write', open(log.name).read())
        # the first screen, ten pages, giving back
        assert len(writes) == 12, len(writes)
    return None


def case_no_wake_ups():
    session = started()
    status = f'/proc/{session.pid}/status'
    if not os.path.exists(status):
        return 'no /proc'

    def switches():
        return re.findall(r'ctxt_switches:\s*(\d+)', open(status).read())

    # It may not have come to rest yet when its screen has come.
    before, now, end = None, switches(), time.monotonic() + PATIENCE
    while now != before and time.monotonic() < end:
        before = now
        time.sleep(1.5)
        now = switches()
    assert now == before, (before, now)
    session.send('q')
    session.end()
    return None


def case_slow_terminal():
    """A terminal that takes nothing for a while: keys are obeyed meanwhile,
    and of the screens in between only the last is sent."""
    session = started()
    pages = 400
    for _ in range(pages):
        session.send(' ')
        time.sleep(0.002)
    got = session.read(rb'%d Space 24x80' % pages)
    screens = got.count(b' Space ')
    assert screens < pages / 2, screens
    # what is the same as on the screen before is not sent again
    assert re.search(rb'0 Space 24x80', got[-99:]), got[-99:]
    last = b'%d l 24x80' % (pages + 1)
    assert last in session.ask('l', last)
    session.send('q')
    session.end()


def case_closed_terminal():
    session = started()
    os.close(session.master)
    assert session.report() == str(-signal.SIGHUP)
    session.close()


def case_real_emulator():
    """What tmux shows after pages, scrolling, redrawing and resizing is what
    the grid holds."""
    if shutil.which('tmux') is None:
        return 'no tmux'
    with tempfile.TemporaryDirectory() as folder:
        server = ['tmux', '-f', '/dev/null', '-S', folder + '/tmux']
        dump = folder + '/dump'
        env = dict(os.environ, LC_ALL='C.UTF-8')
        env.pop('TMUX', None)

        def tmux(*args):
            return subprocess.run([*server, *args], env=env, check=True,
                                  capture_output=True).stdout.decode()

        def check(keys):
            tmux('send-keys', '-l', keys)
            tmux('send-keys', '-l', 'd')
            end = time.monotonic() + PATIENCE
            wanted = None
            while time.monotonic() < end:
                if os.path.exists(dump):
                    wanted = [row.rstrip() for row in open(dump)]
                shown = tmux('capture-pane', '-p').split('\n')
                shown = [row.rstrip() for row in shown][:len(wanted or [])]
                if wanted and shown == wanted:
                    break
                time.sleep(0.05)
            else:
                raise AssertionError((keys, wanted, shown))
            os.unlink(dump)

        tmux('new-session', '-d', '-x', '80', '-y', '24', DEMO, dump)
        try:
            for keys in (' ', 'j', 'k', 'jjjjj', 'kkkkkkk', ' j kk ', 'lt j',
                         'u', 'jkjkjkjkjk'):
                check(keys)
            for size in ((40, 12), (200, 50), (80, 24)):
                tmux('resize-window', '-x', str(size[0]), '-y', str(size[1]))
                time.sleep(0.3)
                check('j')
        finally:
            tmux('kill-server')
    return None


def main():
    chosen = sys.argv[2:]
    failed = 0
    for name, case in list(globals().items()):
        if not name.startswith('case_') or (chosen and name[5:] not in chosen):
            continue
        try:
            passed_over = case()
            print(f'ok {name[5:]}' +
                  (f' # SKIP {passed_over}' if passed_over else ''))
        except Exception as error:  # a test that breaks is one that fails
            failed += 1
            print(f'not ok {name[5:]}: {type(error).__name__}: {error}')
    return 1 if failed else 0


if __name__ == '__main__':
    DEMO = os.path.abspath(sys.argv[1])
    SANITIZED = b'__asan_init' in open(DEMO, 'rb').read()
    sys.exit(main())
