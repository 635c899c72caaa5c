#!/bin/sh
# refused.sh: a page of HTML that cannot be read is shown as it is and said to
# be: without libxml2, and when it nests too deep.
set -u
qari=${QARI:-$PWD/qari}
case $qari in /*) ;; *) qari=$PWD/$qari ;; esac
work=$(mktemp -d) || exit 99
trap 'rm -rf "$work"' EXIT
unset NO_COLOR QARI_DATA LC_MESSAGES LC_NUMERIC LANG
export LC_ALL=C.UTF-8 XDG_DATA_HOME=/dev/null

fail() {
	echo "$*"
	cat "$work/out"
	exit 1
}

# show FILE: its first screen.
show() {
	"$qari" --lang=en --size=6x78 --data="$work" --script="$work/script" \
	    "$1" >"$work/out" 2>&1 || fail "$1: status $?"
}

echo dump >"$work/script"
echo '<!DOCTYPE html><html><body><p>report' >"$work/page.html"
{
	cat "$work/page.html"
	awk 'BEGIN { while (i++ < 70000) printf "<div>" }'
} >"$work/deep.html"
mkdir "$work/none"
: >"$work/none/libxml2.so.2"
: >"$work/none/libxml2.so.16"

show "$work/page.html"
grep -q '^> *report' "$work/out" || fail "the page is not read"
grep -q 'source is shown' "$work/out" && fail "a page that is read is refused"

show "$work/deep.html"
grep -q '<body>' "$work/out" || fail "the deep page's source is not shown"
grep -q 'source is shown' "$work/out" || fail "nothing is said of it"

export LD_LIBRARY_PATH="$work/none"
show "$work/page.html"
grep -q '<p>report' "$work/out" || fail "without libxml2 nothing is shown"
grep -q 'source is shown' "$work/out" || fail "without libxml2 nothing is said"
exit 0
