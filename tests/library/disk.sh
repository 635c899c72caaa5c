#!/bin/sh
# disk.sh: a library on a disk that gets full, is read only, or whose file or
# folder may not be written: it is read on, what cannot be done is said, and
# nothing that was there is lost. In a name space of its own, where a disk of
# our own can be mounted.
set -u
here=$(cd "$(dirname "$0")/../.." && pwd) || exit 99
qari=$PWD/qari
saver=$PWD/tests/library/saver
[ -x "$qari" ] && [ -x "$saver" ] || exit 77
command -v python3 >/dev/null || exit 77
if [ "${1-}" != inside ]; then
	unshare -rm true 2>/dev/null || { echo "no name space"; exit 77; }
	exec unshare -rm sh "$0" inside
fi
work=$(mktemp -d) || exit 99
disk=$work/disk
mkdir "$disk"
mount -t tmpfs -o size=4m tmpfs "$disk" || { echo "no disk"; exit 77; }
trap 'umount "$disk"; rm -rf "$work"' EXIT
export XDG_DATA_HOME="$disk/data" QARI_DATA="$here/data" LC_ALL=C.UTF-8
bad=0
fail() { echo "FAIL: $*"; bad=1; }
lib() { "$qari" library "$@" 2>"$work/said"; }
library=$disk/data/qari/library.db
# said STATUS TEXT WORD…: the task ends so, and says a sentence with the text.
said() {
	want=$1; text=$2; shift 2
	lib "$@" >"$work/out"; got=$?
	[ $got = "$want" ] || fail "$*: status $got, not $want: $(cat "$work/said")"
	grep -q "^qari: .*$text" "$work/said" ||
		fail "$*: said '$(cat "$work/said")', not $text"
}
finds() {
	[ "$(lib search "$1" | grep -c '^[0-9]')" = "$2" ] ||
		fail "search $1: $(cat "$work/said")"
}

mkdir "$work/press"
for n in 1 2 3; do
	printf 'خبر %d\n\nقال الوزير إن المدرسة رقم %d في القاهرة.\n' $n $n \
	    >"$work/press/$n.txt"
done
mkdir "$work/more"
for n in $(seq 4 600); do
	{ printf 'خبر %d\n\n' "$n"; seq -s ' كلمة' "$n" $((n + 500)); } \
	    >"$work/more/$n.txt"
done
lib add "$work/press" >/dev/null || fail "add: $(cat "$work/said")"
"$saver" once "$library" 1 >"$work/facts" || fail "saver"
"$saver" show "$library" | grep -v ^articles >"$work/before"

# The disk gets full while articles are added, and then has room again.
head -c 1000000 /dev/zero >"$disk/other"
said 2 'disk is full\|no space\|No space' add "$work/more"
finds 'القاهرة' 3
"$saver" show "$library" | grep -v ^articles >"$work/after"
cmp -s "$work/before" "$work/after" || fail "facts are lost on a full disk"
lib check >/dev/null || fail "check on a full disk: $(cat "$work/said")"
dd if=/dev/zero of="$disk/filler" bs=1k 2>/dev/null
"$saver" once "$library" 2 >/dev/null 2>"$work/said" &&
	fail "the saver saves on a full disk"
finds 'القاهرة' 3
rm "$disk/filler" "$disk/other"
lib remove "$work/press/3.txt" || fail "remove: $(cat "$work/said")"
finds 'القاهرة' 2

# A disk for reading only, with its journal or without.
"$saver" show "$library" | grep -v ^articles >"$work/before"
mount -o remount,ro "$disk"
finds 'القاهرة' 2
lib where >/dev/null || fail "where on a read-only disk: $(cat "$work/said")"
said 2 'only be read\|read-only\|reading only' add "$work/more/5.txt"
"$saver" show "$library" | grep -v ^articles >"$work/after"
cmp -s "$work/before" "$work/after" || fail "facts are lost on a read-only disk"
mount -o remount,rw "$disk"

# A copy taken while it was being written: the journal is there, and is not
# read where it cannot be indexed; that is said, on the screen too. Without
# the journal there is nothing to say.
mount -o remount,size=16m "$disk"
mkdir "$disk/copy"
lib add --library="$disk/copy/whole.db" "$work/press" >/dev/null ||
	fail "whole: $(cat "$work/said")"
python3 - "$disk/copy/whole.db" "$disk/copy/library.db" <<'P'
import shutil, sqlite3, sys
library, copy = sys.argv[1:]
base = sqlite3.connect(library)
base.execute("INSERT INTO tag VALUES (1, 'last')")
base.commit()
for suffix in '', '-wal':
    shutil.copy(library + suffix, copy + suffix)
base.close()
P
[ -s "$disk/copy/library.db-wal" ] || fail "no journal to copy"
echo dump >"$work/script"
mount -o remount,ro "$disk"
said 0 'without its journal.*copy/library.db' list \
    --library="$disk/copy/library.db"
"$qari" library --lang=en --library="$disk/copy/library.db" --size=8x200 \
    --script="$work/script" | grep -q 'without its journal' ||
	fail "the screen says nothing of the journal"
lib list --library="$disk/copy/whole.db" >/dev/null && [ ! -s "$work/said" ] ||
	fail "whole: $(cat "$work/said")"
mount -o remount,rw "$disk"
lib list >/dev/null || fail "list, once it can be written again"
exit $bad
