#!/bin/sh
# heed.sh: what the reader decided of names holds in the library: the articles
# concerned are read anew, and what was decided is taken back again.
. "$(dirname "$0")/lib.sh"
lib() { "$qari" library "$@" 2>"$work/said"; }
# decide LINE…: these are all decisions, fields between commas.
decide() {
	rm -f "$work/data/qari/corrections"
	[ $# = 0 ] || printf '%s\n' "$@" | tr ',' '\t' >"$work/lines"
	[ $# = 0 ] || "$qari" corrections --import="$work/lines" || fail "import"
}
# articles KIND NAME: in how many the figure so called is; none: 0.
articles() {
	lib "$1" --format=jsonl "$2" | jq -rs '(.[0].articles // 0) | tostring'
}
expect() {
	got=$(articles "$2" "$3")
	[ "$got" = "$1" ] || fail "$4: $2 $3 in $got articles, not $1"
}

mkdir -p "$work/press"
for n in 1 2 3; do
	cat >"$work/press/$n.txt" <<A
مجتمع

الجمعية تفتح مكتبة رقم $n

قال أيوب الزرهوني رئيس الجمعية إن المكتبة رقم $n تفتح أبوابها في طنجة. وأضاف الزرهوني أن مشروع النخلة مستمر.
A
done
cat >"$work/press/4.txt" <<'A'
مجتمع

لقاء عن القراءة

شارك أبو إلياس في اللقاء الذي نظمه مشروع النخلة بفاس، وتحدث عن القراءة للصغار.
A
lib add "$work/press" >"$work/out" || fail "add: $(cat "$work/said")"
expect 3 who 'أيوب الزرهوني' 'before'
[ "$(articles where 'النخلة')" = 0 ] || fail 'النخلة is a place already'

decide 'LOC,النخلة'
expect 4 where 'النخلة' 'a place by decision'
decide 'LOC,النخلة' 'not,أيوب الزرهوني'
expect 0 who 'أيوب الزرهوني' 'no name by decision'
expect 4 where 'النخلة' 'the other decision holds still'
decide
expect 3 who 'أيوب الزرهوني' 'taken back'
expect 0 where 'النخلة' 'taken back'

# Two names are one, and are two again; an article that comes later joins.
decide 'PER,أبو إلياس' 'same,أبو إلياس,أيوب الزرهوني'
expect 4 who 'أيوب الزرهوني' 'joined'
expect 4 who 'أبو إلياس' 'joined, by the other name'
printf 'خبر\n\nلقاء ثان\n\nعاد أبو إلياس إلى فاس أمس.\n' >"$work/press/5.txt"
lib add "$work/press" >/dev/null || fail 'add again'
expect 5 who 'أيوب الزرهوني' 'a later one joins'
lib reindex || fail "reindex: $(cat "$work/said")"
expect 5 who 'أيوب الزرهوني' 'after reindexing'
decide 'PER,أبو إلياس'
expect 3 who 'أيوب الزرهوني' 'parted'
expect 2 who 'أبو إلياس' 'parted, the other'
lib check >/dev/null || fail "check: $(cat "$work/said")"
lib export | jq -r 'select(.correction) | .correction' >"$work/out"
[ "$(cat "$work/out")" = "$(printf 'PER\tأبو إلياس')" ] ||
	fail "export: $(cat "$work/out")"
exit $bad
