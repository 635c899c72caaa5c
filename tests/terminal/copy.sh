#!/bin/sh
# What is selected is copied as it is in the article, letter by letter in its
# own order, to terminals that have a clipboard.
. "$(dirname "$0")/lib.sh"

start 80 12
tm set-option -s set-clipboard on
program=$qari
qari="TERM=tmux-256color $program"
run --lang=en --clipboard "$article"
see 'page 1 of'
type 'v'
see 'go to the first word'
keys Enter
see 'y copies'
type 'wغ'
see 'sent to the terminal'
[ "$(tm show-buffer)" = 'أخبار العالم' ] ||
	fail "copied: $(tm show-buffer)"
keys q
see 'status 0'

start 80 12
qari="TERM=screen $program"
run --lang=en --clipboard "$article"
see 'page 1 of'
type 'vy'
see 'no clipboard'
keys q
see 'status 0'

# Nor without being told so.
start 80 12
qari="TERM=tmux-256color $program"
run --lang=en "$article"
see 'page 1 of'
type 'vy'
see 'started with'
keys q q
see 'status 0'
