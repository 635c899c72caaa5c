#!/bin/sh
# Five hundred sizes in some six seconds, and then the screen is what a fresh
# start at that size shows, cell for cell.
. "$(dirname "$0")/lib.sh"

# A blank's slant and colour of letters are not seen, and are what the letter
# sent before it had: looks go before the blanks they follow.
screen() {
	tm capture-pane -p -e | LC_ALL=C sed -e :again \
	    -e 's/ \(\(\x1b\[[0-9;]*m\)\{1,\}\)/\1 /' -e t\ again
}

storm() {
	i=0
	while [ $i -lt 500 ]; do
		tm resize-window -x $((1 + i * 13 % 200)) -y $((1 + i * 7 % 60))
		i=$((i + 1))
	done
	tm resize-window -x "$1" -y "$2"
}

# The screen once nothing changes on it any more.
settled() {
	fresh=$(screen)
	sleep 0.5
	same
}

same() { [ "$(screen)" = "$fresh" ]; }

for size in "80 24" "37 9"; do
	start $size
	tm set-option -g window-size manual >/dev/null
	run --lang=en --theme=dark "$article"
	see 'page 1 of'
	wait_for "a screen at rest" settled
	storm $size
	wait_for "the screen of a fresh start" same
	keys q
	see 'status 0'
done
