#!/bin/sh
# kept.sh: what the reader put to an article is kept whichever signal ends
# qari; and of two that are open on one library at once, on the same articles
# and on others, neither loses what it kept nor undoes what the other did.
. "$(dirname "$0")/lib.sh"
command -v jq >/dev/null || exit 77

work=$(mktemp -d) || exit 99
trap 'finish; rm -rf "$work"' EXIT
export XDG_DATA_HOME="$work/data"

# library ARGUMENT…
library() {
	"$qari" library --data="$here/tests/screen/data" "$@"
}

# kept FILTER: whether it holds of all articles, as jq has them.
kept() {
	library export | jq -se "map({ key: (.paths[0] | sub(\".*/\"; \"\")),
	    value: . }) | from_entries | $1" >/dev/null
}

is_ended() {
	[ -z "$(child_of_shell)" ]
}

cp "$here"/tests/screen/press/*.txt "$work"
cp "$article" "$work/visit.txt"
library add "$work" >/dev/null || fail add

# A mark, a star, a tag and a place, and at once the signal: none waits for
# the moment of rest in which they would have been saved.
start 80 12
for signal in TERM HUP INT QUIT; do
	run --lang=en "$work/visit.txt"
	see 'Dates'
	keys m "${signal%"${signal#?}"}"
	see 'is marked'
	keys g t
	see 'tags: '
	type "$signal"
	keys Enter
	see "#$signal"
	keys s
	see 'starred'
	keys j
	gone 'starred'
	child=$(child_of_shell)
	[ -n "$child" ] || fail "no child"
	kill -"$signal" "$child"
	wait_for 'its end' is_ended
	kept '."visit.txt" | .read and .position > 0' || fail "$signal: place"
	kept ".\"visit.txt\" | any(.tags[]; . == \"$signal\") and
	    any(.marks[]; .mark == \"${signal%"${signal#?}"}\")" ||
		fail "$signal: tag or mark"
	tm send-keys -l clear
	keys Enter
	gone "$work"
done
kept '."visit.txt" | .starred == false and (.tags | length) == 4 and
    (.marks | length) == 4' || fail "four times: $(library export)"

# Two at once: the same article is open in both, then another in the second.
in_first() { tm select-window -t :0; }
in_second() { tm select-window -t :1; }
tm new-window "PS1='shell> ' exec sh -i"
for window in in_first in_second; do
	$window
	see 'shell>'
	run --lang=en library
	see 'The library'
	keys '&'
	type 'طنجة'
	see ' of 3'
	keys Enter Enter
	see 'Dates'
done
in_first
keys m a
see 'is marked'
keys s
see 'starred'
in_second
keys m b
see 'is marked'
keys g t
see 'tags: '
type 'second'
keys Enter
see '#second'
in_first
keys g t
see 'tags: second'
type 'first'
keys Enter
see '#first'
in_second
keys j j
keys g n
see 'Dates'
keys m c s
see 'starred'
in_first
keys r
see 'unread'
keys j
keys q q q
see 'status 0'
in_second
kill -TERM "$(child_of_shell)"
wait_for 'its end' is_ended
kept '[.[] | select(.tags == ["first", "second"])] | length == 1 and
    (.[0] | .starred and (.read | not) and ([.marks[].mark] == ["a", "b"]))' ||
	fail "two at once: $(library export)"
kept '."visit.txt" | .starred and .read and (.tags | length) == 4 and
    ([.marks[].mark] | sort) == ["H", "I", "Q", "T", "c"]' ||
	fail "the second's own: $(library export)"
exit 0
