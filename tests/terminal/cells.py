#!/usr/bin/env python3
"""cells.py: the cells a terminal holds (tmux's) at three sizes, under guard,
after resizing, and of a letter with more marks than a cell keeps.

usage: cells.py QARI SEEDS
"""
import os
import re
import shlex
import shutil
import subprocess
import sys
import tempfile
import time
import unicodedata

sys.dont_write_bytecode = True
HERE = os.path.dirname(os.path.abspath(__file__))
PATIENCE = 10
OVERRIDE = '\u202d'
ARABIC = re.compile('[\u0590-\u08ff\ufb50-\ufdff\ufe70-\ufefc]')


def cells(*codes):
    """Cells from left to right: code points, '+' before a mark, or text."""
    row = ''
    for code in ' '.join(codes).split():
        if re.fullmatch(r'\+?[0-9A-F]{4}', code):
            row += chr(int(code.lstrip('+'), 16))
        else:
            row += code
    return row


# Each a paragraph in logical order, and its cells from left to right by
# UAX #9 and the joining of the Unicode standard, worked out by hand.
LINES = (
    ('لَا', cells('FEFB +064E')),
    ('مُحَمَّد', cells('FEAA FEE4 +0651 +064E FEA4 +064E FEE3 +064F')),
    ('عام 2024 م', cells('FEE1 0020 2024 0020 FEE1 FE8E FECB')
     .replace('\u2024', '2024')),
    ('(رويترز) قال', cells('FEDD FE8E FED7 0020 0028 FEAF FEAE FE98 FEF3 '
                           'FEED FEAD 0029')),
    ('منظمة (WHO) قالت', cells('FE96 FEDF FE8E FED7 0020 (WHO) 0020 FE94 '
                               'FEE4 FEC8 FEE8 FEE3')),
    ('قال «نعم» ثم', cells('FEE2 FE9B 0020 00AB FEE2 FECC FEE7 00BB 0020 '
                           'FEDD FE8E FED7')),
    ('في 12/05/2024 م', cells('FEE1 0020 12/05/2024 0020 FEF2 FED3')),
    ('شركة Google.', cells('002E Google 0020 FE94 FEDB FEAE FEB7')),
)
# Six marks on the first of two letters.
HEAPED = 'ب\u0651\u064e\u0670\u0653\u06da\u06d6ت'


class Screen:
    """A terminal of tmux's with qari in it."""

    count = 0

    def __init__(self, folder, columns, rows, *arguments):
        # a server that is going still holds the old name
        Screen.count += 1
        self.server = ['tmux', '-u', '-f', '/dev/null', '-S',
                       f'{folder}/tmux{Screen.count}']
        self.tmux('new-session', '-d', '-x', str(columns), '-y', str(rows),
                  shlex.join([QARI, '--data=' + DATA, *arguments]))
        self.tmux('set-option', '-g', 'window-size', 'manual')

    def tmux(self, *arguments):
        environment = dict(os.environ, LC_ALL='C.UTF-8',
                           XDG_DATA_HOME='/dev/null', XDG_CONFIG_HOME='/none')
        for name in ('TMUX', 'QARI_DISPLAY', 'NO_COLOR'):
            environment.pop(name, None)
        return subprocess.run([*self.server, *arguments], env=environment,
                              check=True, capture_output=True).stdout.decode()

    def rows(self, *how):
        return self.tmux('capture-pane', '-p', *how).split('\n')

    def still(self, *how):
        """The screen once it stands still."""
        before, now, end = None, [], time.monotonic() + PATIENCE
        while (now != before or not any(now)) and time.monotonic() < end:
            before = now
            time.sleep(0.25)
            now = self.rows(*how)
        return now

    def keys(self, *keys):
        self.tmux('send-keys', *keys)

    def resize(self, columns, rows):
        self.tmux('resize-window', '-x', str(columns), '-y', str(rows))
        time.sleep(0.3)

    def close(self):
        subprocess.run([*self.server, 'kill-server'], capture_output=True)


def columns_of(row):
    return sum(not unicodedata.combining(letter) and letter != OVERRIDE
               for letter in row)


def write(folder, paragraphs):
    path = folder + '/article.txt'
    with open(path, 'w') as out:
        # a section and a headline first, as articles have
        out.write('باب\n\nخبر\n\n' + '\n\n'.join(paragraphs) + '\n')
    return path


def case_cells_at_three_sizes(folder):
    article = write(folder, [line for line, _ in LINES])
    for columns, rows in ((80, 24), (40, 24), (20, 10)):
        screen = Screen(folder, columns, rows, '--display=visual',
                        '--lang=en', article)
        shown = screen.still()
        found = [row.strip() for row in shown]
        expected = [line for _, line in LINES]
        if rows < 24:
            expected = expected[:2]
        for line in expected:
            assert line in found, (columns, line, found)
        edges = {columns_of(row.rstrip()) for row in shown
                 if row.strip() in expected}
        assert len(edges) == 1, f'not flush: {edges}'
        screen.close()


def case_resized_and_back(folder):
    article = write(folder, [line for line, _ in LINES])
    for display in 'visual', 'guard':
        screen = Screen(folder, 80, 24, '--display=' + display, article)
        first = screen.still('-e')
        screen.resize(40, 24)
        assert screen.still('-e') != first
        screen.resize(80, 24)
        assert screen.still('-e') == first
        screen.close()


def case_heaped_marks(folder):
    article = write(folder, [HEAPED + ' x'])
    screen = Screen(folder, 40, 12, '--display=visual', article)
    row = [row for row in screen.still() if row.strip().startswith('x')][0]
    clusters = re.findall(r'.[\u064b-\u0670\u06d6-\u06dc]*', row.strip())
    # x, a blank, the two letters: four cells, the last with four marks
    assert len(clusters) == 4, clusters
    assert len(clusters[3]) == 5, clusters
    screen.close()


def check_guarded(rows, where):
    seen = 0
    for row in rows:
        if not ARABIC.search(row):
            continue
        seen += 1
        assert row.startswith(' ' + OVERRIDE), (where, row)
        assert row.count(OVERRIDE) == 1, (where, row)
    assert seen > 0, where


def case_guard_on_every_row(folder):
    for language in 'ar', 'en':
        screen = Screen(folder, 80, 24, '--display=guard', '--theme=dark',
                        '--lang=' + language, SEEDS)
        for where, keys in (('list', ()), ('selected', ('j',)),
                            ('reader', ('Enter',)), ('name', ('Tab',)),
                            ('card', ('i',)), ('index', ('q', 'e')),
                            ('chosen', ('j', 'j')), ('search', ('q', '/', 'م')),
                            ('hit', ('Enter',)), ('page', ('Space',)),
                            ('row', ('j',)), ('end', ('G',))):
            if keys:
                screen.keys(*keys)
            check_guarded(screen.still(), f'{language} {where}')
        # nothing of what was painted row by row is astray
        before = screen.still()
        screen.keys('C-l')
        after = screen.still()
        assert after == before, (before, after)
        screen.close()


def main():
    if shutil.which('tmux') is None:
        print('no tmux')
        return 77
    failed = 0
    for name, case in list(globals().items()):
        if not name.startswith('case_'):
            continue
        with tempfile.TemporaryDirectory() as folder:
            try:
                case(folder)
                print('ok', name[5:])
            except Exception as error:  # a test that breaks is one that fails
                failed += 1
                print(f'not ok {name[5:]}: {type(error).__name__}: {error}')
            finally:
                for server in os.listdir(folder):
                    subprocess.run(['tmux', '-S', f'{folder}/{server}',
                                    'kill-server'], capture_output=True)
    return 1 if failed else 0


if __name__ == '__main__':
    QARI, SEEDS = map(os.path.abspath, sys.argv[1:3])
    DATA = os.path.join(HERE, '..', '..', 'data')
    sys.exit(main())
