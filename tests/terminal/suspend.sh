#!/bin/sh
# Ctrl-Z, Ctrl-C, SIGTERM and a redraw: the terminal is given back each time.
. "$(dirname "$0")/lib.sh"

alternate_is() {
	[ "$(tm display-message -p '#{alternate_on}')" = "$1" ]
}

start 80 12
run --lang=en "$article"
see 'page 1 of'
keys Space
see 'page 2 of'
keys C-z
wait_for "the shell's screen" alternate_is 0
keys Enter
see 'shell>'
tm send-keys -l 'fg'
keys Enter
wait_for "our screen" alternate_is 1
see 'page 2 of'
keys C-l
see 'page 2 of'
keys C-c
see 'status'
wait_for "the shell's screen" alternate_is 0

tm send-keys -l 'clear'
keys Enter
gone 'status'
shell=$(tm display-message -p '#{pane_pid}')
run --lang=en "$article"
see 'page 1 of'
child=$(awk -v shell="$shell" '$4 == shell { print $1 }' /proc/[0-9]*/stat \
    2>/dev/null)
[ -n "$child" ] || fail "no child of $shell"
kill -TERM "$child"
see 'status 143'
alternate_is 0 || fail "the alternate screen stayed"
