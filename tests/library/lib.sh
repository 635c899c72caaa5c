# lib.sh: what the tests of the library's commands share: a folder of their
# own, with the library in it, and what is said of a failure.
set -u
here=$(cd "$(dirname "$0")/../.." && pwd) || exit 99
qari=$PWD/qari
[ -x "$qari" ] || exit 77
work=$(mktemp -d) || exit 99
trap 'rm -rf "$work"' EXIT
export XDG_DATA_HOME="$work/data" QARI_DATA="$here/data" LC_ALL=C.UTF-8
bad=0
fail() { echo "FAIL: $*"; bad=1; }
