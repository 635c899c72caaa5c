"""emulator.py: what a terminal shows after the bytes it was sent: as much of
ECMA-48 and xterm as qari sends, and an error for anything else, so that
nothing new is sent unseen.
"""
import re
import unicodedata

SEQUENCE = re.compile(
    r'\x1b\[(?P<parameters>[0-9;?>=]*)(?P<between>[ $]?)(?P<final>[@-~])'
    r'|\x1b(?:P|\])(?P<string>[^\x1b\x07]*)(?:\x07|\x1b\\)'
    r'|\x1b(?P<single>[M=>])')
BLANK = (' ', '')


def columns_of(letter):
    if unicodedata.combining(letter) or unicodedata.category(letter) in (
            'Mn', 'Me', 'Cf'):
        return 0
    return 2 if unicodedata.east_asian_width(letter) in 'WF' else 1


class Emulator:
    """A screen of cells (text, look) and the modes that were set."""

    def __init__(self, rows=24, columns=80):
        self.modes = {}                 # what was switched, by its number
        self.size(rows, columns)
        self.questions = 0              # DA1
        self.rest = ''
        self.undecoded = b''

    def size(self, rows, columns):
        self.rows, self.columns = rows, columns
        self.look = ''
        self.clear()
        self.row = self.column = 0
        self.top, self.bottom = 0, rows - 1

    def clear(self):
        self.cells = [[BLANK] * self.columns for _ in range(self.rows)]

    def feed(self, data):
        """Takes bytes, cut anywhere."""
        data = self.undecoded + data
        whole = len(data)
        while whole > len(data) - 4 and whole > 0 and data[whole - 1] & 0x80:
            whole -= 1
            if data[whole] >= 0xC0:
                break
        try:
            data.decode()
            whole = len(data)
        except UnicodeDecodeError:
            pass
        self.undecoded = data[whole:]
        text, self.rest = self.rest + data[:whole].decode(), ''
        at = 0
        while at < len(text):
            if text[at] != '\x1b':
                self.put(text[at])
                at += 1
                continue
            found = SEQUENCE.match(text, at)
            if found is None:
                if len(text) - at > 400:
                    raise AssertionError(text[at:at + 40])
                self.rest = text[at:]
                return
            self.obey(found)
            at = found.end()

    def put(self, letter):
        if letter == '\r':
            self.column = 0
        elif letter == '\b':
            self.column = max(0, min(self.column, self.columns - 1) - 1)
        elif letter == '\n':
            self.line_feed()
        elif letter == '\a' or ord(letter) < 32:
            raise AssertionError(f'control {letter!r} sent')
        else:
            self.write(letter)

    def write(self, letter):
        wide = columns_of(letter)
        if wide == 0:
            at = min(self.column, self.columns) - 1
            row = self.cells[self.row]
            while at > 0 and row[at][0] == '':
                at -= 1
            row[max(at, 0)] = (row[max(at, 0)][0] + letter, row[at][1])
            return
        at = min(self.column, self.columns - wide)      # no wrapping
        for i in range(max(at, 0), min(at + wide, self.columns)):
            self.cells[self.row][i] = (letter if i == at else '', self.look)
        self.column = at + wide

    def line_feed(self):
        if self.row != self.bottom:
            self.row = min(self.row + 1, self.rows - 1)
            return
        del self.cells[self.top]
        self.cells.insert(self.bottom, [BLANK] * self.columns)

    def reverse_index(self):
        if self.row != self.top:
            self.row = max(self.row - 1, 0)
            return
        del self.cells[self.bottom]
        self.cells.insert(self.top, [BLANK] * self.columns)

    def obey(self, found):
        final = found['final']
        if found['single'] is not None:
            assert found['single'] == 'M', found[0]
            self.reverse_index()
        elif final is None:
            self.modes['string ' + found['string'].split('=')[0]] = \
                found['string']
        elif found[0] == '\x1b[c':
            self.questions += 1
        elif final in 'hl' and not found['between']:
            for number in found['parameters'].lstrip('?').split(';'):
                private = '?' * found['parameters'].startswith('?')
                self.modes[private + number] = final
        elif found['between'] or found['parameters'][:1] in '?>=' and \
                found['parameters']:
            if found['between'] + final == ' k':
                self.modes['SCP'] = found['parameters']
        elif final not in 'cnty':       # questions
            numbers = [int(n or 0) for n in found['parameters'].split(';')]
            getattr(self, 'do_' + final)(*numbers)

    def do_H(self, row=1, column=1):
        self.row = min(max(row, 1), self.rows) - 1
        self.column = min(max(column, 1), self.columns) - 1

    def do_C(self, by=1):
        self.column = min(self.column + max(by, 1), self.columns - 1)

    def do_D(self, by=1):
        self.column = max(min(self.column, self.columns - 1) - max(by, 1), 0)

    def do_J(self, how=0):
        assert how == 2
        self.clear()

    def do_K(self, how=0):
        at = min(self.column, self.columns - 1)
        span = range(at, self.columns) if how == 0 else range(at + 1)
        for i in span:
            self.cells[self.row][i] = BLANK

    def do_X(self, count=1):
        for i in range(self.column,
                       min(self.column + max(count, 1), self.columns)):
            self.cells[self.row][i] = BLANK

    def do_m(self, *numbers):
        """The look: attributes, then the colours of text and ground."""
        parts = dict.fromkeys(self.look.split(';') if self.look else ())
        for number in numbers:
            if number == 0:
                parts = {}
                continue
            for ground in (3, 9), (4, 10):      # 30 and 90, 40 and 100
                if number // 10 in ground and number >= 30:
                    parts = {part: None for part in parts
                             if int(part) // 10 not in ground or
                             int(part) < 30}
            if number not in (39, 49):
                parts[str(number)] = None
        self.look = ';'.join(sorted(parts, key=int))

    def do_r(self, top=0, bottom=0):
        self.top = max(top, 1) - 1
        self.bottom = (bottom or self.rows) - 1
        self.row = self.column = 0

    def seen(self):
        """The cells without what cannot be seen of blanks."""
        return [[cell if cell[0] != ' ' else (' ', ';'.join(
            part for part in cell[1].split(';')
            if part in ('4', '7') or part[:1] == '4' and len(part) > 1))
            for cell in row] for row in self.cells]

    def text(self, row):
        return ''.join(cell[0] for cell in self.cells[row])

    def screen(self):
        return [self.text(row).rstrip(' ') for row in range(self.rows)]

    def visible(self, last=None):
        """Bytes of the text that is seen: each row from its first letter to
        its last; of the rows up to, not with, the last."""
        return sum(len(self.text(row).replace('\u202d', '').strip(' ').encode())
                   for row in range(self.rows)[:last])

    def runs(self):
        """How often a look begins on the screen: the fewest switches."""
        return sum(1 for row in self.cells for i, cell in enumerate(row)
                   if cell[1] and cell[0] != ' ' and
                   (i == 0 or row[i - 1][1] != cell[1]))
