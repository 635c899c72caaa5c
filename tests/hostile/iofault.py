#!/usr/bin/env python3
"""iofault.py: qari shows one article in a pseudo-terminal while one call of
a kind fails, each in its turn: it ends by itself or by q, never by a signal;
the terminal is as it was; and what ended it was said.

usage: iofault.py QARI IOFAULT_SO ARTICLE KIND[:ERROR] [STEP]
STEP: only every STEPth call (and the first 20).
"""
import fcntl
import os
import pty
import re
import select
import signal
import struct
import sys
import tempfile
import termios
import time

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
from hostile_check import VT  # noqa: E402

PATIENCE = 20           # seconds until a run counts as hanging
QUIET = 0.06            # seconds without a byte: the screen is complete
KEYS = [b' ', b'\t', b'/', b'a', b'\r', b'?', b'q', b'G', b'e', b'q', b'q']


class Run:
    """One session; `fault` is what IOFAULT gets."""

    def __init__(self, qari, library, article, fault):
        self.output = b''
        self.status = None
        self.master, slave = pty.openpty()
        fcntl.ioctl(slave, termios.TIOCSWINSZ,
                    struct.pack('HHHH', 24, 80, 0, 0))
        before = termios.tcgetattr(slave)
        home = tempfile.TemporaryDirectory()
        self.pid = os.fork()
        if self.pid == 0:
            self.child(slave, home.name, library, fault,
                       [qari, '--display=visual', article])
        self.play()
        self.same_modes = termios.tcgetattr(slave) == before
        os.close(slave)
        os.close(self.master)
        home.cleanup()

    def child(self, slave, home, library, fault, argv):
        os.setsid()
        fcntl.ioctl(slave, termios.TIOCSCTTY, 0)
        for fd in (0, 1, 2):
            os.dup2(slave, fd)
        os.closerange(3, 64)
        env = {k: os.environ[k] for k in ('PATH', 'QARI_DATA')
               if k in os.environ}
        env.update(TERM='xterm-256color', LC_ALL='C.UTF-8', HOME=home,
                   LD_PRELOAD=library, IOFAULT=fault)
        try:
            os.execve(argv[0], argv, env)
        finally:
            os._exit(127)

    def pump(self, quiet, patience):
        """Takes what comes; says whether the program still runs."""
        end = time.time() + patience
        last = time.time()
        while time.time() < end and time.time() - last < quiet:
            if select.select([self.master], [], [], 0.01)[0]:
                self.output += os.read(self.master, 65536)
                last = time.time()
            elif self.status is None:
                pid, status = os.waitpid(self.pid, os.WNOHANG)
                if pid:
                    self.status = status
                    end = min(end, time.time() + 0.05)
        return self.status is None

    def play(self):
        end = time.time() + PATIENCE
        while self.pump(QUIET, 2) and b'\x1b[' not in self.output and \
                time.time() < end:
            pass
        for key in KEYS:
            if self.pump(QUIET, 2):
                os.write(self.master, key)
        while self.pump(QUIET, 1) and time.time() < end:
            if time.time() > end - PATIENCE / 2:
                os.write(self.master, b'q')
        self.hangs = self.status is None
        if self.hangs:
            os.kill(self.pid, signal.SIGKILL)
            self.status = os.waitpid(self.pid, 0)[1]

    def text(self):
        plain = re.sub(rb'\x1b(\[[0-9;?]*[a-zA-Z]|.)', b'', self.output)
        return plain.decode('utf-8', 'replace')

    def faults(self):
        screen = VT()
        screen.rows = 24
        screen.feed(self.output)
        found = []
        if self.hangs:
            found.append('hangs')
        elif os.WIFSIGNALED(self.status):
            found.append('signal %d' % os.WTERMSIG(self.status))
        elif os.WEXITSTATUS(self.status) not in (0, 2):
            found.append('status %d' % os.WEXITSTATUS(self.status))
        elif os.WEXITSTATUS(self.status) == 2 and \
                'qari: ' not in self.text():
            found.append('nothing said')
        if not self.same_modes:
            found.append('tty modes')
        if screen.left():
            found.append('left: ' + ' '.join(screen.left()))
        return found


def main():
    qari, library, article, kind = sys.argv[1:5]
    step = int(sys.argv[5]) if len(sys.argv) > 5 else 1
    kind, _, error = kind.partition(':')
    counted = Run(qari, library, article, 'count:' + kind)
    match = re.search(r'IOFAULT %s (\d+)' % kind, counted.text())
    if match is None or counted.faults():
        sys.exit('iofault: the calls cannot be counted: %s %s'
                 % (counted.faults(), counted.text()[-200:]))
    calls = int(match.group(1))
    bad = tried = refused = 0
    for number in range(1, calls + 1):
        if number > 20 and number % step != 0:
            continue
        run = Run(qari, library, article,
                  '%s:%d%s' % (kind, number, error and ':' + error))
        tried += 1
        refused += run.status != 0
        if run.faults():
            bad += 1
            print('%s %d: %s | %s' % (kind, number, ', '.join(run.faults()),
                                      run.text().strip()[-80:]), flush=True)
    print('%s: %d calls, %d failed in turn, %d ended with a sentence, '
          '%d faults' % (kind, calls, tried, refused - bad, bad))
    sys.exit(1 if bad else 0)


main()
