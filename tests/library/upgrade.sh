#!/bin/sh
# upgrade.sh: a library of an earlier qari is read as it is, upgraded by whoever
# writes to it, and nothing that the reader put there is lost.
. "$(dirname "$0")/lib.sh"
lib() { "$qari" library "$@" >"$work/out" 2>"$work/said"; }
base="$work/data/qari/library.db"

mkdir "$work/press"
for n in 1 2 3; do
	printf 'خبر %d\n\nزار الوزير بلدة الأرز رقم %d أمس.\n' $n $n \
	    >"$work/press/$n.txt"
done

# of VERSION: makes it of the library, as qari wrote it then, with a star and a
# mark of the reader's.
of() {
	rm -f "$base"*
	lib add "$work/press" || fail "add: $(cat "$work/said")"
	python3 - "$base" "$1" "$work/press" <<'P'
import glob, sqlite3, sys
path, version, press = sys.argv[1], int(sys.argv[2]), sys.argv[3]
base = sqlite3.connect(path, isolation_level=None)
for file in sorted(glob.glob(press + '/?.txt')):
    text = open(file, 'rb').read()
    base.execute('UPDATE text SET packed = ? WHERE article ='
                 ' (SELECT article FROM source WHERE path = ?)',
                 (b'\0' + text, file.encode()))
key, = base.execute('SELECT key FROM article WHERE id = 2').fetchone()
base.execute('INSERT INTO reading VALUES (?, 7, 1, 1, 5)', (key,))
base.execute('INSERT INTO mark VALUES (?, ?, 9)', (key, 'a'))
if version == 1:
    for table in ('reading', 'mark', 'tag'):
        for end in ('put', 'set', 'out'):
            base.execute('DROP TRIGGER %s_%s' % (table, end))
        base.execute('DROP TABLE %s_copy' % table)
    base.executescript('DROP TABLE stale; DROP INDEX name_hash;'
                       'ALTER TABLE name DROP COLUMN hash;'
                       'CREATE INDEX name_folded ON name (folded);'
                       'CREATE TABLE correction (line TEXT)')
base.execute('PRAGMA user_version = %d' % version)
base.close()
P
}
# has VERSION WHAT: the library is of the version, and the reader's own is
# there.
has() {
	got=$(python3 - "$base" <<'P'
import sqlite3, sys
base = sqlite3.connect('file:%s?mode=ro' % sys.argv[1], uri=True)
one = lambda sql: str(base.execute(sql).fetchone()[0])
print(one('PRAGMA user_version'),
      one('SELECT max(position) FROM reading WHERE starred'),
      one('SELECT position FROM mark'), one('SELECT count(*) FROM article'))
P
	)
	[ "$got" = "$1" ] || fail "$2: $got"
}

of 2
lib list || fail "version 2 is not listed: $(cat "$work/said")"
[ "$(grep -c 'press/' "$work/out")" = 3 ] || fail "listed: $(cat "$work/out")"
has '2 7 9 3' 'read only'
printf 'خبر 4\n\nعاد الوزير من البلدة.\n' >"$work/press/4.txt"
lib add "$work/press" || fail "add to version 2: $(cat "$work/said")"
has '3 7 9 4' 'written to'
lib search الوزير
[ "$(grep -c 'press/' "$work/out")" = 4 ] || fail "found: $(cat "$work/out")"
lib check || fail "check: $(cat "$work/out")"

rm "$work/press/4.txt"
of 1
lib list || fail "version 1 is not listed: $(cat "$work/said")"
has '3 7 9 3' 'of version 1'
lib reindex || fail "reindex: $(cat "$work/said")"
lib search الأرز
[ "$(grep -c 'press/' "$work/out")" = 3 ] || fail "found: $(cat "$work/out")"
lib check || fail "check: $(cat "$work/out")"
has '3 7 9 3' 'made anew'
exit $bad
