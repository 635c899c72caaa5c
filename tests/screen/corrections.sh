#!/bin/sh
# corrections.sh: the file of corrections and qari corrections: printed, read
# in whole or not at all, its owner's alone, in force in extract, and never
# lost, whoever writes at the same time.
set -u
here=$(cd "$(dirname "$0")/../.." && pwd) || exit 99
qari=${QARI:-$PWD/qari}
work=$(mktemp -d) || exit 99
trap 'rm -rf "$work"' EXIT
unset NO_COLOR QARI_DATA LC_MESSAGES LC_NUMERIC LANG
export LC_ALL=C.UTF-8 XDG_DATA_HOME="$work/data"
file=$work/data/qari/corrections
article=$here/tests/screen/visit.txt

fail() {
	echo "corrections: $*"
	exit 1
}

# What extract finds of a name: its types.
types() {
	"$qari" extract --format=tsv --data="$here/tests/screen/data" \
	    "$article" | awk -F '\t' -v name="$1" '$4 == name { print $5 }' |
	    sort -u | tr '\n' ' '
}

[ -z "$("$qari" corrections)" ] || fail "something is there at first"
[ "$(types طنجة)" = "LOC " ] || fail "the guess is $(types طنجة)"
printf '# mine\nORG\tطنجة\nnot\tكمال بن يوسف\nEVENT\tالعام\n' >"$work/good"
"$qari" corrections --import="$work/good" || fail "cannot be read in"
[ "$(stat -c %a "$file")" = 600 ] || fail "its mode"
[ "$(types طنجة)" = "ORG " ] || fail "ORG does not hold"
[ -z "$(types 'كمال بن يوسف')" ] || fail "not does not hold"
"$qari" corrections | grep -q "^EVENT	العام$" || fail "not printed"

# A line that is not sound: all is refused, and told.
printf 'LOC\tفاس\nLOC\n' >"$work/bad"
said=$("$qari" corrections --import="$work/bad" 2>&1) && fail "bad is read"
[ $? = 2 ] || fail "status of bad"
case $said in
*bad*"line 2"*) ;;
*) fail "bad: $said" ;;
esac
"$qari" corrections | grep -q فاس && fail "a part of bad was read"

# In our own file it is told and kept, and the others hold.
echo 'what is this' >>"$file"
"$qari" corrections >"$work/printed" 2>"$work/said" && fail "not told"
grep -q 'corrections, line 4' "$work/said" || fail "$(cat "$work/said")"
printf 'LOC\tطنجة\n' | "$qari" corrections --import=- || fail "-"
grep -q '^what is this$' "$file" || fail "the line was lost"
[ "$(types طنجة 2>/dev/null)" = "LOC " ] || fail "the later does not hold"

# A file that is no text is left as it is.
printf 'not\tx\0y\n' >"$file"
printf 'LOC\tفاس\n' | "$qari" corrections --import=- 2>/dev/null &&
    fail "no text was written over"
[ "$(tr -d '\0' <"$file")" = "not	xy" ] || fail "no text was changed"
rm "$file"

for i in 1 2 3 4 5 6 7 8 9 10; do
	printf 'not\tname%s\n' $i | "$qari" corrections --import=- &
done
wait
[ "$("$qari" corrections | sort -u | wc -l)" = 10 ] || fail "some were lost"
