#!/bin/sh
# A long extract tells on the terminal how far it is, and leaves nothing of it
# there; what is printed holds none of it. Two pipes make it long.
. "$(dirname "$0")/lib.sh"
work=$(mktemp -d) || exit 99
trap 'tm kill-server 2>/dev/null; rm -rf "$work"' EXIT
mkfifo "$work/first" "$work/second"

start 80 12             # before the pipes, which it would hold open
exec 3<>"$work/first" 4<>"$work/second"
run --lang=en extract "$work/first" "$work/second" ">$work/out"
sleep 1.2
echo 'زار الوفد مسقط في 3 مايو 2024.' >&3
exec 3>&-
see '1 of 2, '
see ' s left'
echo 'وعاد في 4 مايو 2024.' >&4
exec 4>&-
see 'status 0'
has ' of 2, ' && fail 'the progress stays'
[ "$(grep -c '"DATE"' "$work/out")" = 2 ] || fail "printed: $(cat "$work/out")"
grep -q ' of 2, ' "$work/out" && fail 'the progress is in what is printed'
exit 0
