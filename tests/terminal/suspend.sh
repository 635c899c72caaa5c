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
run --lang=en "$article"
see 'page 1 of'
child=$(child_of_shell)
[ -n "$child" ] || fail "no child"
kill -TERM "$child"
see 'status 143'
alternate_is 0 || fail "the alternate screen stayed"
