#!/bin/sh
# Starts, pages and leaves at three sizes; the screen is what --print sets,
# and the shell's own screen comes back.
. "$(dirname "$0")/lib.sh"
article=$here/seeds/000_5a996a103c87aea1.txt

# check COLUMNS ROWS WIDTH
check() {
	start "$1" "$2"
	tm send-keys -l 'echo before'
	keys Enter
	see 'before'
	run --lang=en "$article"
	see 'page 1 of'
	row=$(set_row 7 "$3")
	[ -n "$row" ] || fail "--print gave no seventh row"
	see "$row"
	lacks 'before' || fail "the shell's screen shows through"

	keys Space
	gone "$row"
	keys End
	see '100%'
	see '2 lines the site added'
	keys Home
	see "$row"

	# An Arabic keyboard: لا pages back, ض leaves.
	type 'ض'
	see 'status 0'
	has 'before' || fail "the shell's screen did not come back"
	[ "$(tm display-message -p '#{alternate_on}')" = 0 ] ||
		fail "the alternate screen stayed"
}

check 80 24 72
check 40 12 40
check 200 50 72
