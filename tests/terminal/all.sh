#!/bin/sh
# all.sh: everything that is tried of terminals, at length: what `make check`
# tries in short, a storm of sizes on a bare terminal, and a real sshd.
#
# usage: all.sh, in the folder where qari was built
set -u
here=$(cd "$(dirname "$0")" && pwd)
srcdir=$(cd "$here/../.." && pwd)
export srcdir
passed=0 skipped=0 failed=0

# try NAME COMMAND…
try() {
	name=$1
	shift
	echo "== $name"
	"$@"
	case $? in
	0)	passed=$((passed + 1)) ;;
	77)	skipped=$((skipped + 1)); echo "SKIPPED: $name" ;;
	*)	failed=$((failed + 1)); echo "FAILED: $name" ;;
	esac
}

for name in screen detect exits cells ssh storm reading search resize \
    suspend shelf refused entities; do
	try $name sh "$here/$name.sh"
done
for name in bytes slow; do
	try $name sh "$here/$name.sh" all
done
try "storm on a bare terminal" python3 "$here/storm.py" ./qari \
    "$srcdir/tests/screen/visit.txt"
echo "$passed passed, $skipped skipped, $failed failed"
[ $failed -eq 0 ]
