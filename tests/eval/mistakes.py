"""Mistakes by kind: what each name that was missed, and each that was found
wrongly, has to do with what stands there."""
import collections

KINDS = ('missed', 'false', 'other kind', 'too long', 'too short',
         'too long before', 'too short before', 'two found as one',
         'one found as two', 'shifted')


def overlaps(a, b):
    return a['start'] < b['end'] and b['start'] < a['end']


def edge(gold, found):
    if gold['start'] == found['start']:
        return 'too long' if found['end'] > gold['end'] else 'too short'
    if gold['end'] == found['end']:
        return 'too long before' if found['start'] < gold['start'] \
            else 'too short before'
    return 'shifted'


def kind_of(gold, found):
    """The mistake made of `gold`, given all found names that overlap it."""
    if not found:
        return 'missed'
    if len(found) > 1:
        return 'one found as two'
    if found[0]['type'] != gold['type']:
        return 'other kind'
    return edge(gold, found[0])


class Mistakes:
    def __init__(self):
        self.count = collections.Counter()
        self.examples = collections.defaultdict(list)

    def note(self, row, kind, text):
        key = (row['type'], kind)
        self.count[key] += 1
        self.examples[key].append(
            text[max(0, row['start'] - 20):row['start']] + '[' +
            row['text'] + ']' + text[row['end']:row['end'] + 20])

    def add(self, gold, found, text):
        """Both lists without what is right."""
        seen = set()
        for g in gold:
            here = [f for f in found if overlaps(f, g)]
            others = [o for o in gold if here and o is not g and
                      overlaps(here[0], o)]
            kind = 'two found as one' if others else kind_of(g, here)
            seen.update(id(f) for f in here)
            self.note(g, kind, text)
        for f in found:
            if id(f) not in seen:
                self.note(f, 'false', text)

    def print(self, examples=0):
        total = sum(self.count.values())
        for (name, kind), n in self.count.most_common():
            print('  %4d %4.1f%%  %-5s %s' % (n, 100 * n / total, name, kind))
            for example in self.examples[name, kind][:examples]:
                print('              ' + example.replace('\n', ' '))
