#!/bin/sh
# unmended.sh: a damaged library that cannot be set aside either, as all names
# for it are taken: each task says so and ends, and the file is as it was.
. "$(dirname "$0")/lib.sh"
command -v python3 >/dev/null || exit 77

library=$work/data/qari/library.db
mkdir "$work/press"
for n in 1 2 3; do
	printf 'خبر %d\n\nزار الوزير محمد الطرابلسي القاهرة في %d مارس 2024.\n' \
	    $n $n >"$work/press/$n.txt"
done
"$qari" library add "$work/press" >/dev/null || fail "add"
printf 'خبر 4\n\nوصل هذا الخبر اليوم من الرياض.\n' >"$work/press/4.txt"
for n in '' $(seq 2 99); do
	mkdir "$library.bad$n"
done
cp "$library" "$work/whole.db"

# overwrite TABLE: the page on which it begins.
overwrite() {
	python3 - "$library" "$1" <<'P'
import sqlite3, sys
path, table = sys.argv[1:]
base = sqlite3.connect('file:%s?immutable=1' % path, uri=True)
page, = base.execute('SELECT rootpage FROM sqlite_schema WHERE name = ?',
                     (table,)).fetchone()
size, = base.execute('PRAGMA page_size').fetchone()
base.close()
with open(path, 'r+b') as file:
    file.seek((page - 1) * size)
    file.write(b'\xa5' * size)
P
}

for table in article naming word_data; do
	for task in who 'add press' 'stories 1 2' 'remove 1 2' reindex check \
	    'search الوزير' 'export' "when 2024"; do
		rm -f "$library-wal" "$library-shm"
		cp "$work/whole.db" "$library"
		overwrite $table || fail "cannot overwrite $table"
		cp "$library" "$work/damaged.db"
		(cd "$work" && "$qari" library $task) >"$work/out" \
		    2>"$work/said"
		got=$?
		# Not every task looks at every page.
		case $task:$table in
		reindex:* | add*:* | stories*:article | remove*:article)
			wants='2' ;;
		*)	wants='0 1 2' ;;
		esac
		case " $wants " in
		*" $got "*) ;;
		*) fail "$table, $task: status $got: $(cat "$work/said")" ;;
		esac
		[ $got != 2 ] || grep -q '^qari: .*library.db' "$work/said" ||
			fail "$table, $task: said '$(cat "$work/said")'"
		! grep -q 'set aside' "$work/said" &&
			[ "$(find "$work/data" -type f | wc -l)" = 1 ] ||
			fail "$table, $task: set aside: $(cat "$work/said")"
	done
done
exit $bad
