#!/usr/bin/env python3
"""uba_ref.py: a plain UAX #9 (Unicode 15) written from the rules, slow and
small, sharing nothing with layout: the judge of the orders that
tests/conformance/levels prints.

usage: levels STRINGS dump ALPHABET | uba_ref.py [UNICODE-DATA]

A line is "direction;code points;order;order"; each order must be right."""
import sys

STRONG = {'L': 'L', 'R': 'R', 'AL': 'R', 'EN': 'R', 'AN': 'R'}
REMOVED = {'RLE', 'LRE', 'RLO', 'LRO', 'PDF', 'BN'}
INITIATORS = {'LRI', 'RLI', 'FSI'}
NEUTRALS = {'B', 'S', 'WS', 'ON', 'PDI'} | INITIATORS
DEPTH, PENDING = 125, 63


def match_isolates(types):
    """BD9: initiator -> PDI."""
    match, pending = {}, []
    for i, kind in enumerate(types):
        if kind in INITIATORS:
            pending.append(i)
        elif kind == 'PDI' and pending:
            match[pending.pop()] = i
        elif kind == 'B':
            pending = []
    return match


def first_strong(types, i, end, match):
    """P2: 0, 1 or None."""
    while i < end:
        if types[i] in ('L', 'R', 'AL'):
            return int(types[i] != 'L')
        if types[i] in INITIATORS:
            i = match.get(i, end)
        i += 1
    return None


def explicit(types, base, match):
    """X1 to X8: levels, and classes after overrides."""
    levels, classes = [base] * len(types), list(types)
    stack = [(base, None, False)]
    isolates = embeddings = valid = 0

    def push(right, override, isolate):
        nonlocal isolates, embeddings, valid
        level = stack[-1][0]
        level = (level + 1) | 1 if right else (level + 2) & ~1
        if level <= DEPTH and not isolates and not embeddings:
            stack.append((level, override, isolate))
            valid += isolate
        elif isolate:
            isolates += 1
        elif not isolates:
            embeddings += 1

    for i, kind in enumerate(types):
        if kind == 'PDI':
            if isolates:
                isolates -= 1
            elif valid:
                embeddings = 0
                while not stack[-1][2]:
                    stack.pop()
                stack.pop()
                valid -= 1
        elif kind == 'B':                                       # X8
            del stack[1:]
            isolates = embeddings = valid = 0
        levels[i] = stack[-1][0]
        if kind not in REMOVED and stack[-1][1]:
            classes[i] = stack[-1][1]
        if kind in ('RLE', 'LRE', 'RLO', 'LRO'):
            push(kind[0] == 'R', {'RLO': 'R', 'LRO': 'L'}.get(kind), False)
        elif kind == 'FSI':
            inside = first_strong(types, i + 1, match.get(i, len(types)),
                                  match)
            push(inside == 1, None, True)
        elif kind in INITIATORS:
            push(kind == 'RLI', None, True)
        elif kind == 'PDF' and not isolates:
            if embeddings:
                embeddings -= 1
            elif not stack[-1][2] and len(stack) > 1:
                stack.pop()
    return levels, classes


def sequences(types, levels, match):
    """X9, X10: the isolating run sequences of what is left."""
    runs, ends = [], set(match.values())
    for i in (i for i, kind in enumerate(types) if kind not in REMOVED):
        if runs and levels[runs[-1][-1]] == levels[i]:
            runs[-1].append(i)
        else:
            runs.append([i])
    starting = {run[0]: run for run in runs}
    for run in runs:
        if run[0] in ends:
            continue
        sequence = list(run)
        while match.get(sequence[-1]) in starting:
            sequence += starting[match[sequence[-1]]]
        yield sequence


def boundaries(types, levels, match, base, sequence):
    """X10: sos, eos and the embedding direction."""
    level = levels[sequence[0]]
    kept = [i for i, kind in enumerate(types) if kind not in REMOVED]
    first, last = kept.index(sequence[0]), kept.index(sequence[-1])
    before = levels[kept[first - 1]] if first else base
    after = levels[kept[last + 1]] if last + 1 < len(kept) else base
    if types[sequence[-1]] in INITIATORS and sequence[-1] not in match:
        after = base
    return ('LR'[max(before, level) & 1], 'LR'[max(after, level) & 1],
            'LR'[level & 1])


def weak(c, sos):
    """W1 to W7, in place."""
    for i, kind in enumerate(c):                                # W1
        if kind == 'NSM':
            before = c[i - 1] if i else sos
            c[i] = 'ON' if before in INITIATORS | {'PDI'} else before
    strong = sos
    for i, kind in enumerate(c):                                # W2
        if kind in ('L', 'R', 'AL'):
            strong = kind
        elif kind == 'EN' and strong == 'AL':
            c[i] = 'AN'
    c[:] = ['R' if kind == 'AL' else kind for kind in c]        # W3
    for i in range(1, len(c) - 1):                              # W4
        if c[i - 1] == c[i + 1] and (
                (c[i] in ('ES', 'CS') and c[i - 1] == 'EN')
                or (c[i] == 'CS' and c[i - 1] == 'AN')):
            c[i] = c[i - 1]
    i = 0
    while i < len(c):                                           # W5
        end = i
        while end < len(c) and c[end] == 'ET':
            end += 1
        if 'EN' in (c[i - 1:i] + c[end:end + 1]):
            c[i:end] = ['EN'] * (end - i)
        i = end + 1
    c[:] = ['ON' if kind in ('ET', 'ES', 'CS') else kind for kind in c]
    strong = sos
    for i, kind in enumerate(c):                                # W7
        if kind in ('L', 'R'):
            strong = kind
        elif kind == 'EN' and strong == 'L':
            c[i] = 'L'


def bracket_pairs(c, brackets):
    """BD16."""
    pairs, pending = [], []
    for i, kind in enumerate(c):
        side, name = brackets[i] if kind == 'ON' else (None, None)
        if side == 'o':
            if len(pending) == PENDING:
                return []
            pending.append((name, i))
        elif side == 'c':
            for at in range(len(pending) - 1, -1, -1):
                if pending[at][0] == name:
                    pairs.append((pending[at][1], i))
                    del pending[at:]
                    break
    return sorted(pairs)


def neutral(c, brackets, before_w1, sos, eos, embedding):
    """N0 to N2, in place."""
    for first, last in bracket_pairs(c, brackets):
        inside = {STRONG[kind] for kind in c[first + 1:last]
                  if kind in STRONG}
        context = next((STRONG[kind] for kind in reversed(c[:first])
                        if kind in STRONG), sos)
        if not inside:
            continue
        for at in (first, last):
            c[at] = embedding if embedding in inside else context
            kind, at = c[at], at + 1
            while at < len(c) and before_w1[at] == 'NSM':
                c[at], at = kind, at + 1
    i = 0
    while i < len(c):
        end = i
        while end < len(c) and c[end] in NEUTRALS:
            end += 1
        before = STRONG[c[i - 1]] if i else sos
        after = STRONG[c[end]] if end < len(c) else eos
        c[i:end] = [before if before == after else embedding] * (end - i)
        i = end + 1


def reset(types, levels, base):
    """L1."""
    white = True
    for i in range(len(types) - 1, -1, -1):
        if types[i] in ('B', 'S'):
            white = True
        elif types[i] in REMOVED:
            continue
        elif types[i] not in INITIATORS | {'WS', 'PDI'}:
            white = False
        if white:
            levels[i] = base


def reorder(order, levels):
    """L2."""
    for level in range(max((levels[i] for i in order), default=0), 0, -1):
        i = 0
        while i < len(order):
            end = i
            while end < len(order) and levels[order[end]] >= level:
                end += 1
            order[i:end] = order[i:end][::-1]
            i = end + 1
    return order


def order_of(types, brackets, direction):
    """The visual order of what X9 leaves; direction 2: P2 and P3."""
    match = match_isolates(types)
    base = direction if direction < 2 else (
        first_strong(types, 0, len(types), match) or 0)
    levels, classes = explicit(types, base, match)
    resolved = list(levels)
    for sequence in sequences(types, levels, match):
        sos, eos, embedding = boundaries(types, levels, match, base,
                                         sequence)
        before_w1 = [classes[i] for i in sequence]
        c = list(before_w1)
        weak(c, sos)
        neutral(c, [brackets[i] for i in sequence], before_w1, sos, eos,
                embedding)
        for i, kind in zip(sequence, c):                        # I1, I2
            if levels[i] & 1:
                resolved[i] += kind != 'R'
            else:
                resolved[i] += {'L': 0, 'R': 1, 'AN': 2, 'EN': 2}[kind]
    reset(types, resolved, base)
    return reorder([i for i, kind in enumerate(types)
                    if kind not in REMOVED], resolved)


def read_data(folder):
    types, brackets = {}, {}
    for line in open(folder + '/UnicodeData.txt', encoding='utf-8'):
        field = line.split(';')
        types[int(field[0], 16)] = field[4]
    for line in open(folder + '/BidiBrackets.txt', encoding='utf-8'):
        field = line.split('#')[0].split(';')
        if len(field) == 3:
            one, other = int(field[0], 16), int(field[1], 16)
            side = field[2].strip()
            name = one if side == 'o' else other
            # The angle brackets are canonical equivalents.
            brackets[one] = side, 0x3008 if name == 0x2329 else name
    return types, brackets


def main():
    types, brackets = read_data(
        sys.argv[1] if len(sys.argv) > 1 else '/usr/share/unicode')
    right = wrong = 0
    for line in sys.stdin:
        direction, codes, *orders = line.strip().split(';')
        letters = [int(code, 16) for code in codes.split()]
        expected = order_of([types.get(x, 'L') for x in letters],
                            [brackets.get(x, (None, 0)) for x in letters],
                            int(direction))
        good = all([int(i) for i in order.split()] == expected
                   for order in orders)
        right += good
        wrong += not good
        if not good and wrong <= 5:
            print('FAIL', line.strip())
    print(right, 'passed,', wrong, 'failed')
    sys.exit(wrong > 0 or right == 0)


if __name__ == '__main__':
    main()
