#!/usr/bin/env python3
"""picture.py: a terminal's screen, as `tmux capture-pane -e -p` prints it, to
an SVG: every cell a <text> of its own at its own place, so that no viewer can
reorder or join anything by itself. Same capture, same bytes.

usage: picture.py COLUMNS ROWS < capture > picture.svg
"""
import re
import sys
import unicodedata
from xml.sax.saxutils import escape

WIDTH, HEIGHT, FONT = 9, 20, 15
GROUND, TEXT = "#1c1c22", "#d8d8d8"
PALETTE = ["#1c1c22", "#e06c75", "#98c379", "#e5c07b", "#61afef", "#c678dd",
           "#56b6c2", "#d8d8d8", "#7f848e", "#ff8a92", "#b5e890", "#ffd88b",
           "#7fc4ff", "#e09cf0", "#79d6e0", "#ffffff"]
SGR = re.compile("\x1b\\[([0-9;:]*)m")


def colour_256(n):
    if n < 16:
        return PALETTE[n]
    if n > 231:
        v = 8 + 10 * (n - 232)
        return f"#{v:02x}{v:02x}{v:02x}"
    n -= 16
    r, g, b = (0 if c == 0 else 55 + 40 * c for c in (n // 36, n // 6 % 6, n % 6))
    return f"#{r:02x}{g:02x}{b:02x}"


class Look:
    def __init__(self):
        self.reset()

    def reset(self):
        self.text = self.ground = None
        self.bold = self.dim = self.italic = self.under = self.reverse = False

    def apply(self, codes):
        numbers = [int(c) if c else 0 for c in re.split("[;:]", codes)]
        while numbers:
            n = numbers.pop(0)
            if n == 0:
                self.reset()
            elif n in (1, 2, 3, 4, 7):
                name = {1: "bold", 2: "dim", 3: "italic", 4: "under", 7: "reverse"}[n]
                setattr(self, name, True)
            elif n == 22:
                self.bold = self.dim = False
            elif n in (23, 24, 27):
                setattr(self, {23: "italic", 24: "under", 27: "reverse"}[n], False)
            elif 30 <= n <= 37:
                self.text = PALETTE[n - 30]
            elif 90 <= n <= 97:
                self.text = PALETTE[n - 82]
            elif n == 39:
                self.text = None
            elif 40 <= n <= 47:
                self.ground = PALETTE[n - 40]
            elif 100 <= n <= 107:
                self.ground = PALETTE[n - 92]
            elif n == 49:
                self.ground = None
            elif n in (38, 48) and numbers[:1] == [5]:
                colour = colour_256(numbers[1])
                del numbers[:2]
                if n == 38:
                    self.text = colour
                else:
                    self.ground = colour


def cells(line, look):
    """The cells of one captured line: [base and marks, width, look]."""
    out, at = [], 0
    while at < len(line):
        match = SGR.match(line, at)
        if match:
            look.apply(match.group(1))
            at = match.end()
            continue
        char = line[at]
        at += 1
        if unicodedata.combining(char) or unicodedata.category(char) in ("Mn", "Cf"):
            if out:
                out[-1][0] += char
            continue
        wide = 2 if unicodedata.east_asian_width(char) in "WF" else 1
        out.append([char, wide, dict(vars(look))])
    return out


def draw(row, column, text, wide, look):
    front, back = look["text"] or TEXT, look["ground"]
    if look["reverse"]:
        front, back = back or GROUND, front
    x, y, width = column * WIDTH, row * HEIGHT, wide * WIDTH
    if back:
        print(f'<rect x="{x}" y="{y}" width="{width}" height="{HEIGHT}" fill="{back}"/>')
    if look["under"]:
        print(f'<rect x="{x}" y="{y + HEIGHT - 2}" width="{width}" height="1" fill="{front}"/>')
    if text.strip():
        style = ' font-weight="bold"' if look["bold"] else ""
        style += ' font-style="italic"' if look["italic"] else ""
        style += ' fill-opacity="0.6"' if look["dim"] else ""
        print(f'<text x="{x}" y="{y + 15}" fill="{front}"{style}>{escape(text)}</text>')


def main():
    columns, rows = int(sys.argv[1]), int(sys.argv[2])
    print(f'<svg xmlns="http://www.w3.org/2000/svg" width="{columns * WIDTH}" '
          f'height="{rows * HEIGHT}" font-family="DejaVu Sans Mono" '
          f'font-size="{FONT}" direction="ltr" unicode-bidi="bidi-override" '
          f'xml:space="preserve"><rect width="100%" height="100%" fill="{GROUND}"/>')
    look = Look()
    sys.stdin.reconfigure(encoding="utf-8")
    for row, line in enumerate(sys.stdin.read().split("\n")[:rows]):
        column = 0
        for text, wide, how in cells(line, look):
            draw(row, column, text, wide, how)
            column += wide
    print("</svg>")


main()
