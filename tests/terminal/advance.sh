#!/bin/sh
# advance.sh: a long extract tells on the terminal how far it is, and leaves
# nothing of it there; what is printed holds none of it. Two pipes make it
# long.
. "$(dirname "$0")/lib.sh"
work=$(mktemp -d) || exit 99
writer=
trap 'finish; kill $writer 2>/dev/null; rm -rf "$work"' EXIT
mkfifo "$work/first" "$work/second"

start 80 12             # before the pipes, which it would hold open
# Nothing is told in the first second, which is over when so much time has
# gone by since the first pipe had a reader.
{
	sleep 1.1
	echo 'زار الوفد مسقط في 3 مايو 2024.'
} >"$work/first" &
writer=$!
exec 4<>"$work/second"
run --lang=en extract "$work/first" "$work/second" ">$work/out"
see '1 of 2, '
see ' s left'
echo 'وعاد في 4 مايو 2024.' >&4
exec 4>&-
see 'status 0'
has ' of 2, ' && fail 'the progress stays'
[ "$(grep -c '"DATE"' "$work/out")" = 2 ] || fail "printed: $(cat "$work/out")"
grep -q ' of 2, ' "$work/out" && fail 'the progress is in what is printed'
exit 0
