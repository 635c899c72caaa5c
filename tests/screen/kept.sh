#!/bin/sh
# kept.sh: where an article was left, its marks and stars are there again the
# next time, for files and for articles of the library; and whatever is wrong
# with the library, one reads on.
set -u
. "$(dirname "$0")/../unprivileged.sh"
here=$(cd "$(dirname "$0")/../.." && pwd) || exit 99
qari=${QARI:-$PWD/qari}
work=$(mktemp -d) || exit 99
trap 'chmod -R u+w "$work"; rm -rf "$work"' EXIT
unset NO_COLOR QARI_DATA LC_MESSAGES LC_NUMERIC LANG
export LC_ALL=C.UTF-8 XDG_DATA_HOME="$work/data"
cd "$here" || exit 99
library=$work/data/qari/library.db
article=tests/screen/visit.txt

fail() {
	echo "kept: $*"
	exit 1
}

# play LINES ARGUMENT…: the screens that the script gives.
play() {
	printf '%b\n' "$1" >"$work/script"
	shift
	"$qari" "$@" --data=tests/screen/data --lang=en --size=8x64 \
	    --script="$work/script" >"$work/out" 2>&1 ||
		fail "$(cat "$work/out")"
}

shows() { grep -qF "$1" "$work/out"; }

# Looking at the beginning leaves nothing behind; reading on does.
play 'wait' $article
[ ! -e "$library" ] || fail "a library for nothing"
play 'keys j j j j m a j j\nwait' $article
[ "$(stat -c %a "$library")" = 600 ] || fail "no library, or its mode"

# The same text under another name is where it was, mark and all.
cp $article "$work/copy.txt"
play 'wait\ndump' "$work/copy.txt"
shows 'continued where you stopped' || fail "place: $(cat "$work/out")"
play 'keys g g\nwait\nkeys j j j j j j\ndump' $article
play "wait\nkeys ' a\nwait\ndump" $article
shows 'is marked' && fail "mark: $(cat "$work/out")"
shows ' 10% ' || fail "the mark led nowhere: $(cat "$work/out")"

# On the shelf it is read; the star set while reading is there.
"$qari" library add --data=tests/screen/data tests/screen/press >/dev/null ||
	fail "add"
play 'wait\nkeys s\ndump' $article
shows 'starred' || fail "star: $(cat "$work/out")"
play 'dump' library
[ "$(grep -c '•' "$work/out")" = 4 ] || fail "unread: $(cat "$work/out")"
[ "$(grep -c '^>  *\*' "$work/out")" = 1 ] || fail "stars: $(cat "$work/out")"

# A damaged library is set aside and made anew with what is the reader's.
dd if=/dev/zero of="$library" bs=8192 seek=2 count=3 conv=notrunc 2>/dev/null
rm -f "$library-wal" "$library-shm"
play 'dump\nwait\ndump' library
[ -e "$library.bad" ] || fail "not set aside: $(cat "$work/out")"
play 'wait\nkeys s\ndump' $article
shows 'no longer starred' || fail "rescue: $(cat "$work/out")"

# A text too long to be read whole has its place, before and behind what is
# read of it at first; its copy too, and not what begins and ends otherwise.
awk 'BEGIN { for (i = 1; i <= 60000; i++)
	printf "هذه الفقرة رقم %d من النص الطويل جدا، وفيها كلام.\n\n", i
}' >"$work/long.txt"
play 'keys m a\nkeys 5 0 %\nwait\nkeys r\ndump' "$work/long.txt"
grep -q ' 300[0-9][0-9] ' "$work/out" || fail "half-way: $(cat "$work/out")"
shows ' unread' || fail "long and unread: $(cat "$work/out")"
place=$(grep -o ' 300[0-9][0-9] ' "$work/out" | head -1)
cp "$work/long.txt" "$work/copy.txt"
play 'wait\ndump' "$work/copy.txt"
shows 'continued where you stopped' && shows "$place" ||
	fail "long: no $place: $(cat "$work/out")"
echo 'وزيد سطر.' >>"$work/copy.txt"
play 'wait\ndump' "$work/copy.txt"
shows ' 1 ' || fail "another long text: $(cat "$work/out")"
play "wait\nkeys ' a\nwait\ndump" "$work/long.txt"
shows ' 1 ' || fail "mark in a long text: $(cat "$work/out")"

# Nothing is kept of what has not been read to its end: so one says.
mkfifo "$work/fifo"
{ head -c 400000 "$work/long.txt"; exec sleep 60; } >"$work/fifo" &
play 'keys s\ndump' "$work/fifo"
shows 'before all of it has been read' || fail "pipe: $(cat "$work/out")"
kill $! 2>/dev/null

# A file that is another's is not touched, and one reads on; so in a folder
# that cannot be written.
echo 'no database' >"$work/none.db"
play 'wait\ndump' $article --library="$work/none.db"
shows 'not a library' && shows 'ﺔﻗﺎﻄﻟﺍ' || fail "reads on: $(cat "$work/out")"
[ "$(cat "$work"/none.db*)" = 'no database' ] || fail "another's file is touched"
chmod -w "$work/data/qari" "$library"
if [ ! -w "$library" ]; then
	play 'keys j j\nwait\ndump' $article
	shows 'nothing is kept' || fail "read only: $(cat "$work/out")"
fi
exit 0
