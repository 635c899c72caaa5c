#!/bin/sh
# pipe.sh: a pipe is read as it gives, and keys are heard while it does not:
# one that has no writer yet, and one whose writer is slow. Without a screen a
# first writer is waited for.
. "$(dirname "$0")/lib.sh"

work=$(mktemp -d) || exit 99
trap 'finish; rm -rf "$work"' EXIT
mkfifo "$work/fifo"

start 80 12
run --lang=en "$work/fifo"
see 'waiting for more of the text'
keys '?'
see 'Keys and commands'
keys q
gone 'Keys and commands'
exec 3>"$work/fifo"
awk 'BEGIN { for (i = 1; i < 100; i++)
	print "هذه الفقرة رقم " i " من نص طويل يأتي على مهل.\n" }' >&3
see ' 1 '
keys G
see ' 99 '
see 'waiting for more of the text'
keys g g
see ' 1 '
echo 'خاتمة' >&3
exec 3>&-
gone 'waiting for more of the text'
keys G
see '100%'
keys q
see 'status 0'

# In a list it keeps what it has to give until it is opened.
tm send-keys -l clear
keys Enter
gone 'status 0'
run --lang=en "$work/fifo" "$article"
see '2 articles'
keys Enter
see 'waiting for more of the text'
echo 'سطر وحيد' >"$work/fifo"
wait_for 'its end' lacks 'waiting for more of the text'
keys q
see '2 articles'
keys q
see 'status 0'

(echo 'سطر وحيد' >"$work/fifo") &
[ "$("$qari" "$work/fifo" | wc -l)" = 1 ] || fail 'its writer was not waited for'
exit 0
