#!/bin/sh
# The same word stays at the top whatever size the terminal takes.
. "$(dirname "$0")/lib.sh"

start 80 24
tm set-option -g window-size manual >/dev/null
run --lang=en "$article"
see 'page 1 of'
tm resize-window -x 40 -y 12
see "$(set_row 3 40)"
keys Space
see 'page 2 of'
top=$(shown | sed -n 1p)
tm resize-window -x 60 -y 16
differs() { [ "$(shown | sed -n 1p)" != "$top" ]; }
wait_for "the new width" differs
tm resize-window -x 40 -y 12
same() { [ "$(shown | sed -n 1p)" = "$top" ]; }
wait_for "the old top line" same
tm resize-window -x 1 -y 1
tm resize-window -x 200 -y 50
see 'page 1 of 1'
keys q
see 'status 0'
