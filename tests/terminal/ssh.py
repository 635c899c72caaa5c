#!/usr/bin/env python3
"""ssh.py: qari over a real sshd on this machine, alone, in tmux and in
screen: paged, searched, resized, left; and the line cut.

usage: ssh.py QARI ARTICLE
       77 where there is no sshd, or none can be started
"""
import getpass
import os
import re
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time

sys.dont_write_bytecode = True
HERE = os.path.dirname(os.path.abspath(__file__))
sys.path.insert(0, HERE)
from screen import Session  # noqa: E402

ANSWERS = {b'\033[c': b'\033[?64;1;2c', b'\033[>c': b'\033[>41;379;0c',
           b'\033[>q': b'\033P>|XTerm(379)\033\\'}


def skip(why):
    print(why)
    sys.exit(77)


def free_port():
    with socket.socket() as probe:
        probe.bind(('127.0.0.1', 0))
        return probe.getsockname()[1]


class Server:
    """An sshd of our own: its keys, its port, its log."""

    def __init__(self, folder):
        path = os.environ.get('PATH', '') + ':/usr/sbin:/usr/local/sbin'
        program = shutil.which('sshd', path=path)
        if program is None or shutil.which('ssh') is None:
            skip('no sshd')
        if os.getuid() == 0 and not os.path.isdir('/run/sshd'):
            skip('sshd run by root wants /run/sshd')
        self.folder, self.port = folder, free_port()
        for name in 'host', 'key':
            subprocess.run(['ssh-keygen', '-q', '-t', 'ed25519', '-N', '',
                            '-f', f'{folder}/{name}'], check=True)
        shutil.copy(f'{folder}/key.pub', f'{folder}/allowed')
        with open(f'{folder}/config', 'w') as config:
            config.write(f'''ListenAddress 127.0.0.1:{self.port}
HostKey {folder}/host
AuthorizedKeysFile {folder}/allowed
PidFile none
StrictModes no
PasswordAuthentication no
KbdInteractiveAuthentication no
PermitRootLogin yes
''')
        self.process = subprocess.Popen(
            [program, '-D', '-e', '-f', f'{folder}/config'],
            stderr=open(f'{folder}/log', 'w'))
        if not self.serves():
            print(open(f'{folder}/log').read())
            self.stop()
            skip('no session with an sshd of our own')

    def serves(self):
        for _ in range(20):
            time.sleep(0.1)
            if subprocess.run(self.command('true'), capture_output=True,
                              stdin=subprocess.DEVNULL).returncode == 0:
                return True
        return False

    def command(self, *command, tty=False):
        return ['ssh', '-F', 'none', '-p', str(self.port),
                '-i', self.folder + '/key', '-o', 'IdentitiesOnly=yes',
                '-o', 'StrictHostKeyChecking=no',
                '-o', 'UserKnownHostsFile=/dev/null', '-o', 'LogLevel=ERROR',
                *(['-tt'] if tty else []),
                getpass.getuser() + '@127.0.0.1', ' '.join(command)]

    def sessions(self):
        """The processes at this end of the lines: sshd's children's last."""
        found = []
        for pid in descendants(self.process.pid):
            with open(f'/proc/{pid}/comm') as name:
                if name.read().startswith('sshd'):
                    found.append(pid)
        return found

    def cut(self):
        for pid in self.sessions():
            os.kill(pid, signal.SIGKILL)

    def stop(self):
        self.process.terminate()
        self.process.wait()


def descendants(pid):
    with open(f'/proc/{pid}/task/{pid}/children') as children:
        for child in children.read().split():
            yield int(child)
            yield from descendants(int(child))


class Remote(Session):
    def __init__(self, server, *command, within=False):
        self.within = within
        super().__init__(server.command(*command, tty=True), TMUX=None,
                         STY=None)

    def came(self, data):
        for question, answer in ANSWERS.items():
            if question in data:
                os.write(self.master, answer)

    def check_modes(self):
        """What tmux and screen leave is theirs."""
        if not self.within:
            super().check_modes()

    def see(self, what, keys=None):
        """Waits for a text that a key brings."""
        if keys is not None:
            self.send(keys)
        got = self.read(re.escape(what.encode()), first=5)
        assert what.encode() in got, f'{what} not seen in {got[-300:]}'
        return self


def wait_for(what, seconds=5):
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        if what():
            return
        time.sleep(0.05)
    raise AssertionError('waited in vain')


def remote_qari(pid_file, *options):
    return ' '.join([
        'LC_ALL=C.UTF-8 XDG_DATA_HOME=/dev/null', 'sh', '-c',
        f"'echo $$ >{pid_file}; exec {QARI} --data={DATA} --lang=en "
        f"{' '.join(options)} {ARTICLE}'"])


def visit(session):
    """Pages, searches, resizes, in whatever shows it."""
    session.see('page 1 of')
    session.see('2 of', ' ')
    session.read()
    session.see('hit ', '/\u0627\u0644\u0623\u0645\u0646\r')
    session.read()
    session.resize(30, 100)
    session.read(first=2)
    session.see('Keys and commands', '?')
    session.send('q')
    session.read()


def way_alone(server):
    session = Remote(server, remote_qari(server.folder + '/pid'))
    visit(session)
    session.send('q')
    session.end()
    assert session.left == 0


def way_in_tmux(server):
    socket_name = server.folder + '/tmux'
    tmux = f'LC_ALL=C.UTF-8 tmux -u -f /dev/null -S {socket_name}'
    session = Remote(server, f'{tmux} new-session "'
                     + remote_qari(server.folder + '/pid') + '"', within=True)
    visit(session)
    # the line is cut: qari lives on in tmux, and is there again
    server.cut()
    session.report()
    session.close()
    session = Remote(server, f'{tmux} attach', within=True)
    session.see('hit ')
    session.send('q')
    session.end()


def way_in_screen(server):
    session = Remote(
        server, 'LC_ALL=C.UTF-8', f'SCREENDIR={server.folder}/screens',
        'screen', '-U', '-c', '/dev/null', 'sh', '-c',
        '"' + remote_qari(server.folder + '/pid') + '"', within=True)
    visit(session)
    session.send('q')
    session.end()


def ticks(pid):
    with open(f'/proc/{pid}/stat') as stat:
        return sum(map(int, stat.read().rsplit(')')[1].split()[11:13]))


def is_gone(pid):
    try:
        with open(f'/proc/{pid}/stat') as stat:
            return stat.read().rsplit(')')[1].split()[0] == 'Z'
    except FileNotFoundError:
        return True


def way_cut(server):
    """The line is cut: qari ends, at once and without a spin, whether it
    rests or draws."""
    for keys in '', '      ':
        file = server.folder + '/pid'
        session = Remote(server, remote_qari(file))
        session.see('page 1 of')
        session.read(first=1)
        pid = int(open(file).read())
        assert not is_gone(pid)
        session.send(keys)
        before = ticks(pid)
        server.cut()
        end = time.monotonic() + 5
        while not is_gone(pid):
            assert time.monotonic() < end, 'it lives on'
            assert ticks(pid) - before < 50, 'it spins'
            time.sleep(0.05)
        session.report()
        session.close()


def main():
    failed = 0
    with tempfile.TemporaryDirectory(prefix='qari-ssh-') as folder:
        os.mkdir(folder + '/screens', 0o700)
        server = Server(folder)
        for name, way in list(globals().items()):
            if not name.startswith('way_'):
                continue
            tool = name.rpartition('_')[2]
            if name.startswith('way_in_') and shutil.which(tool) is None:
                print(f'ok {name[4:]} # SKIP no {tool}')
                continue
            try:
                way(server)
                print('ok', name[4:])
            except Exception as error:  # a test that breaks is one that fails
                failed += 1
                print(f'not ok {name[4:]}: {type(error).__name__}: {error}')
        server.stop()
        # what a failed way has left going
        subprocess.run(['tmux', '-S', folder + '/tmux', 'kill-server'],
                       stderr=subprocess.DEVNULL)
    return 1 if failed else 0


if __name__ == '__main__':
    QARI, ARTICLE = map(os.path.abspath, sys.argv[1:3])
    DATA = os.path.abspath(os.path.join(HERE, '..', 'screen', 'data'))
    sys.exit(main())
