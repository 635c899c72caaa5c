#!/usr/bin/env python3
"""iofault.py: qari reads, prints, extracts and stores a choice while one call
of a kind fails, each in its turn: it ends by itself, never by a signal; the
terminal is as it was; and all is kept and written as if nothing had failed, or
a sentence says what is not.

usage: iofault.py QARI IOFAULT_SO ARTICLE KIND[:ERROR][/STEP]...

KIND@ fails the first call from every stack instead of every call; STEP: only
every STEPth one.
"""
import collections
import contextlib
import fcntl
import multiprocessing
import os
import pty
import re
import select
import signal
import sqlite3
import struct
import sys
import tempfile
import termios
import time

HERE = os.path.dirname(os.path.abspath(__file__))
sys.path[:0] = [HERE, os.path.join(HERE, '..', 'terminal')]
from emulator import Emulator  # noqa: E402
from hostile_check import VT  # noqa: E402

PATIENCE = 20           # seconds until a run counts as hanging
QUIET = 0.03            # seconds without a byte: the screen is complete

# What is done, and whether on a terminal: open, page, a name and its card, a
# correction, search, help, index, a mark, the end; or an answer.
TASKS = {
    'read': (['--lang=en', '--display=visual', '{}'],
             [' ', '\t', 'i', '3', 'q', '/', 'ا', 'ل', '\r', 'n', '?', 'q',
              'e', 'q', ' ', 'm', 'a', 'q', 'q']),
    'choose': (['--lang=en', '--check-terminal'], ['2', 'q']),
    'print': (['--lang=en', '--print', '{}'], None),
    'extract': (['extract', '--lang=en', '--format=jsonl', '{}'], None),
}

# What says that something failed, on the status line or behind all.
SAID = re.compile(
    r'qari: |disk |permission|too many files|cannot be written|amaged'
    r'|another qari|no such file|[mM]emory')


class Run:
    """One call of qari; `fault` is what IOFAULT gets."""

    def __init__(self, task, fault, stacks=None):
        words, self.keys = TASKS[task]
        self.output = b''
        self.status = None
        self.said = False
        self.screen = Emulator(24, 80) if self.keys else None
        self.master, self.slave = pty.openpty() if self.keys else os.pipe()
        if self.keys:
            fcntl.ioctl(self.slave, termios.TIOCSWINSZ,
                        struct.pack('HHHH', 24, 80, 0, 0))
            before = termios.tcgetattr(self.slave)
        with tempfile.TemporaryDirectory() as home:
            self.pid = os.fork()
            if self.pid == 0:
                self.child(home, fault, stacks, [QARI] + [
                    ARTICLE if word == '{}' else word for word in words])
            if not self.keys:
                os.close(self.slave)
            self.play()
            self.same_modes = not self.keys or \
                termios.tcgetattr(self.slave) == before
            if self.keys:
                os.close(self.slave)
            os.close(self.master)
            self.kept = kept(home)

    def child(self, home, fault, stacks, argv):
        os.setsid()
        if self.keys:
            fcntl.ioctl(self.slave, termios.TIOCSCTTY, 0)
        for fd in (0, 1, 2) if self.keys else (1, 2):
            os.dup2(self.slave, fd)
        os.closerange(3, 64)
        env = {k: os.environ[k] for k in ('PATH', 'QARI_DATA')
               if k in os.environ}
        env.update(TERM='xterm-256color', LC_ALL='C.UTF-8', HOME=home,
                   LD_PRELOAD=SHIM, IOFAULT=fault)
        if stacks:
            env['IOFAULT_STACKS'] = stacks
        try:
            os.execve(argv[0], argv, env)
        finally:
            os._exit(127)

    def came(self):
        try:
            data = os.read(self.master, 65536)
        except OSError:
            data = b''
        self.output += data
        if self.screen and data:
            with contextlib.suppress(AssertionError):
                self.screen.feed(data)
        return data

    def pump(self, quiet, patience):
        """Takes what comes; says whether the program still runs."""
        end = time.time() + patience
        last = time.time()
        while self.status is None and time.time() < min(end, last + quiet):
            if select.select([self.master], [], [], 0.005)[0] and self.came():
                last = time.time()
            else:
                pid, status = os.waitpid(self.pid, os.WNOHANG)
                if pid:
                    self.status = status
                    break
        while self.status is not None and \
                select.select([self.master], [], [], 0)[0] and self.came():
            pass
        if self.screen:
            self.said |= bool(SAID.search(self.screen.text(23)))
        return self.status is None

    def play(self):
        end = time.time() + PATIENCE
        while self.keys and self.pump(QUIET, 2) and \
                b'\x1b[' not in self.output and time.time() < end:
            pass
        for key in self.keys or ():
            if self.pump(QUIET, 2):
                os.write(self.master, key.encode())
        while self.pump(QUIET, 1) and time.time() < end:
            if self.keys and time.time() > end - PATIENCE / 2:
                os.write(self.master, b'q')
        self.hangs = self.status is None
        if self.hangs:
            os.kill(self.pid, signal.SIGKILL)
            self.status = os.waitpid(self.pid, 0)[1]

    def text(self):
        plain = re.sub(rb'\x1b(\[[0-9;?]*[a-zA-Z]|.)', b'', self.output)
        return plain.decode('utf-8', 'replace')

    def faults(self, whole):
        """`whole` is a run in which nothing failed; or NULL."""
        found = []
        if self.hangs:
            found.append('hangs')
        elif os.WIFSIGNALED(self.status):
            found.append('signal %d' % os.WTERMSIG(self.status))
        elif os.WEXITSTATUS(self.status) not in (0, 2):
            found.append('status %d' % os.WEXITSTATUS(self.status))
        if not self.same_modes:
            found.append('tty modes')
        if self.screen:
            screen = VT()
            screen.rows = 24
            screen.feed(self.output)
            found += ['left: ' + ' '.join(screen.left())] * bool(screen.left())
        said = self.said or 'qari: ' in self.text()
        if os.WIFEXITED(self.status) and os.WEXITSTATUS(self.status) == 2 and \
                'qari: ' not in self.text():
            found.append('nothing said')
        elif whole and not said and whole.kept - self.kept:
            found.append('not kept and not said: %s'
                         % (whole.kept - self.kept))
        elif whole and not said and not self.keys and \
                self.output != whole.output:
            found.append('not the same output and nothing said')
        return found


def kept(home):
    """What is on the disk after: places, marks, decisions, choices."""
    found = set()
    for place in ('.local/share/qari/corrections', '.config/qari/terminals'):
        with contextlib.suppress(FileNotFoundError), \
                open(os.path.join(home, place), encoding='utf-8') as file:
            found.update(file.read().splitlines())
    library = os.path.join(home, '.local/share/qari/library.db')
    if os.path.exists(library):
        with contextlib.closing(sqlite3.connect(library)) as database, \
                contextlib.suppress(sqlite3.OperationalError):
            found.update(database.execute('SELECT * FROM mark'))
            found.update(database.execute(
                'SELECT key, position, read FROM reading'))
    return found


def trial(job):
    task, fault = job
    run = Run(task, fault)
    # Without memory ICU breaks lines at blanks alone: reduced, not wrong.
    return fault, run.status, run.faults(
        None if fault.startswith('malloc') else WHOLE[task]), \
        run.text().strip()[-80:]


def counted(task, kind):
    """How often the kind is called, and from which stacks."""
    with tempfile.NamedTemporaryFile() as stacks:
        run = Run(task, 'count:' + kind, stacks.name)
        match = re.search(r'IOFAULT %s (\d+)' % kind, run.text())
        if match is None or run.faults(None):
            sys.exit('iofault: the calls cannot be counted: %s %s'
                     % (run.faults(None), run.text()[-200:]))
        return int(match.group(1)), stacks.read().decode().split()


def try_all(pool, task, kind):
    kind, _, step = kind.partition('/')
    kind, _, error = kind.partition(':')
    stacked, kind = kind.endswith('@'), kind.rstrip('@')
    calls, stacks = counted(task, kind)
    which = ['@' + s for s in stacks] if stacked else range(1, calls + 1)
    faults = ['%s:%s%s' % (kind, n, error and ':' + error)
              for n in which[::int(step or 1)]]
    ends = collections.Counter()
    bad = 0
    for fault, status, found, text in pool.imap_unordered(
            trial, [(task, fault) for fault in faults]):
        ends[status] += 1
        if found:
            bad += 1
            print('%s, %s: %s | %s' % (task, fault, ', '.join(found), text),
                  flush=True)
    print('%s, %s %s: %d calls from %d stacks, %d failed in turn, %d ended '
          'with a sentence, %d faults' % (
              task, kind, error, calls, len(stacks), len(faults),
              ends[2 << 8], bad), flush=True)
    return bad


if __name__ == '__main__':
    QARI, SHIM, ARTICLE = (os.path.abspath(a) for a in sys.argv[1:4])
    WHOLE = {task: Run(task, '') for task in TASKS}
    for task, whole in WHOLE.items():
        if whole.faults(None) or len(whole.kept) < {
                'read': 3, 'choose': 1}.get(task, 0) or (
                    not whole.keys and len(whole.output) < 1000):
            sys.exit('iofault: %s: %s %s' % (task, whole.kept, whole.text()))
    with multiprocessing.Pool(2) as pool:
        sys.exit(sum(try_all(pool, task, kind) for kind in sys.argv[4:]
                     for task in TASKS) > 0)
