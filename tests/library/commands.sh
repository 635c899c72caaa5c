#!/bin/sh
# commands.sh: qari library and qari compare, on a few articles of our own.
. "$(dirname "$0")/../unprivileged.sh"
. "$(dirname "$0")/lib.sh"

lib() {
	case $1 in
	compare) "$qari" "$@" 2>"$work/said" ;;
	*) "$qari" library "$@" 2>"$work/said" ;;
	esac
}
# status EXPECTED WORD…: the exit status of a task.
status() {
	want=$1; shift
	lib "$@" >"$work/out"; got=$?
	[ $got = "$want" ] || fail "$*: status $got, not $want: $(cat "$work/said")"
}
# finds NUMBERS WORD…: the articles a search finds, in any order.
finds() {
	want=$1; shift
	got=$(lib search "$@" | cut -f1 | grep -E '^[0-9]+$' | sort -n | tr '\n' ' ')
	[ "$got" = "$want" ] || fail "search $*: found '$got', not '$want'"
}
# first NUMBER WORD…: the article a search finds first.
first() {
	want=$1; shift
	got=$(lib search "$@" | sed -n '1s/\t.*//p')
	[ "$got" = "$want" ] || fail "search $*: '$got' first, not '$want'"
}

mkdir -p "$work/press/sub/.hidden"
cat >"$work/press/1.txt" <<'A'
رياضة

منتخب السباحة يعود من الدوحة بثلاث ميداليات

عاد منتخب السباحة مساء الأحد من الدوحة بعد أن أحرز ثلاث ميداليات في البطولة. وقال المدرب مُحَمَّد الطرابلسي إن اللاعبين استعدوا شهرين في الرياض. وتنطلق البطولة القادمة في 14 مارس 2024.
A
cat >"$work/press/2.txt" <<'A'
اقتصاد

مصنع جديد للورق في القاهرة

دشّن وزير الصناعة مصنعا جديدا للورق، ينتج 1200 طن كل شهر. وأوضح الوزير أن المصنع سيوظف أهالي المدينة، وأن خبراء من الإسكندرية والقاهرة أشرفوا على بنائه. وسيزور وفد من وزارة الصناعة بالرياض المصنع في آذار/مارس 2024.
A
cat >"$work/press/sub/3.txt" <<'A'
ثقافة

معرض للخط العربي في مؤتة

افتتح أمس في مؤتة معرض للخط العربي يضم لوحات لخطاطين من عشر دول. ويرى منظموه أن الخط ما زال حيّا، وأن إنماء الذائقة يبدأ من المدرسة.
A
cat >"$work/press/sub/4.txt" <<'A'
ثقافة

قرية موته تحتفل بحصادها

احتفلت القرية بحصادها كما تفعل كل عام، وقد نما الزرع هذه السنة نموّا حسنا، وقال محمد المزارع إن المطر كان كافيا للري.
A
cp "$work/press/1.txt" "$work/press/sub/same.txt"
printf 'x' >"$work/press/sub/.hidden/5.txt"
head -c 4096 /dev/urandom >"$work/press/noise.bin"

# Before there is one.
status 2 list
grep -q 'no library yet' "$work/said" || fail "no word on a missing library"
[ -e "$work/data" ] && fail "reading made a library"

# Adding: folders, the same text twice, what is no text; and again.
status 0 add "$work/press"
grep -q '4 articles added' "$work/out" || fail "added: $(cat "$work/out")"
grep -q '1 duplicate' "$work/out" || fail "twin: $(cat "$work/out")"
grep -q '1 not text' "$work/out" || fail "no text: $(cat "$work/out")"
[ "$(stat -c %a "$work/data/qari/library.db")" = 600 ] || fail "mode"
status 0 add --format=jsonl "$work/press"
[ "$(jq -c '[.added, .already]' "$work/out")" = '[0,5]' ] || fail "again: $(cat "$work/out")"
status 2 add "$work/nothing"
status 0 list
[ "$(wc -l <"$work/out")" = 4 ] || fail "list: $(cat "$work/out")"
status 0 list --format=jsonl
jq -e . "$work/out" >/dev/null || fail "list gives no JSON"
number() { lib list | grep "	$1	" | cut -f1; }
swim=$(number 'منتخب السباحة يعود من الدوحة بثلاث ميداليات')
paper=$(number 'مصنع جديد للورق في القاهرة')
script=$(number 'معرض للخط العربي في مؤتة')
village=$(number 'قرية موته تحتفل بحصادها')

# Searching.
both=$(printf '%s\n' "$swim" "$village" | sort -n | tr '\n' ' ')
finds "$both" 'محمد'
finds "$both" 'مُحَمَّد'
finds "$both" 'محـــمد'
finds "$paper " 'قاهره'
finds "$paper " 'القاهرة'
finds "$paper " 'والقاهرة'
finds "$(printf '%s\n' "$swim" "$paper" | sort -n | tr '\n' ' ')" 'الرياض'
first "$swim" 'الرياض'
finds "$paper " 'اسكندريه'
finds "$paper " '١٢٠٠'
finds "$paper " 'ﺍﻟﻮﺯﻳﺮ'
finds "$(printf '%s\n' "$script" "$village" | sort -n | tr '\n' ' ')" 'مؤتة'
finds "$village " '~موته'
finds "$script " '~مؤتة'
finds "$script " 'إنماء'
finds "$village " 'نما'
finds "$paper " '"وزارة الصناعة"'
finds "" '"الصناعة وزارة"'
finds "$village " 'محمد -السباحة'
finds "$swim " 'tarabulsi'
finds "$paper " 'cairo'
finds "$(printf '%s\n' "$swim" "$paper" | sort -n | tr '\n' ' ')" 'when:2024-03'
finds "$swim " 'when:2024-03-14'
finds "" 'when:2023'
lib search 'محمد' | grep -q '\[مُحَمَّد\]' || fail "the hit is not marked"
status 1 search 'زرافة'
status 1 search '!'
lib search --format=jsonl 'القاهرة' >"$work/out"
[ "$(jq -r '.hits[0].text' "$work/out")" = 'القاهرة' ] || fail "hits: $(cat "$work/out")"
python3 - "$work/press/2.txt" "$work/out" <<'P' || fail "offsets are not code points"
import json, sys
text = open(sys.argv[1], encoding='utf-8', newline='').read()
hits = json.loads(open(sys.argv[2], encoding='utf-8').readline())['hits']
sys.exit(any(text[h['start']:h['end']] != h['text'] for h in hits) or not hits)
P

# Who, where, when.
status 0 where
grep -q 'القاهرة' "$work/out" || fail "where: $(cat "$work/out")"
status 0 where --format=jsonl 'القاهرة'
[ "$(jq -r .kind "$work/out")" = LOC ] || fail "where NAME: $(cat "$work/out")"
status 1 where 'زرافة'
status 0 when 2024-03
[ "$(cut -f1 "$work/out" | tr '\n' ' ')" = '2024-03 2024-03-14 ' ] ||
	[ "$(cut -f1 "$work/out" | tr '\n' ' ')" = '2024-03-14 2024-03 ' ] ||
	fail "when: $(cat "$work/out")"
status 1 when 1950
[ -s "$work/said" ] || fail 'when 1950: nothing said'
for time in blah 2024-13; do
	status 1 when $time
	grep -q "$time: neither a time" "$work/said" || fail "when $time: $(cat "$work/said")"
done
status 1 who nobodyatall
grep -q 'nobodyatall: no such name' "$work/said" || fail "who: $(cat "$work/said")"
for query in who: من: 'who: الوزير' 'مصنع where:' 'where:""' when:blah; do
	status 2 search "$query"
	[ -s "$work/said" ] || fail "search $query: nothing said"
	[ -s "$work/out" ] && fail "search $query: $(cat "$work/out")"
done

# A file that changes keeps its number; one taken out comes back.
printf '\nوأضاف أن الزرافة لم تحضر.\n' >>"$work/press/2.txt"
status 0 add "$work/press"
grep -q '1 article changed' "$work/out" || fail "changed: $(cat "$work/out")"
finds "$paper " 'زرافة'
status 0 remove "$work/press/sub/same.txt"
finds "$swim " 'السباحة'
status 0 remove "$swim"
[ "$(cat "$work/out")" = '1 article removed' ] || fail "removed: $(cat "$work/out")"
finds "" 'السباحة'
status 1 remove "$swim"
status 0 check
status 0 add "$work/press/1.txt"
swim=$(number 'منتخب السباحة يعود من الدوحة بثلاث ميداليات')
finds "$swim " 'السباحة'
printf 'خبر من الأنبوب\n\nوصل هذا الخبر من أنبوب.\n' | lib add - >/dev/null || fail "add -"
finds "$(number 'خبر من الأنبوب') " 'أنبوب'

# The seeds tell of one visit; the others of other things.
status 0 add "$here/seeds"
status 0 stories --format=jsonl
[ "$(jq -c '[.articles[].path | split("/") | .[-1]] | sort' "$work/out")" = \
    '["000_5a996a103c87aea1.txt","004_60a05fc289957eed.txt"]' ] || fail "stories: $(cat "$work/out")"
status 0 compare "$here"/seeds/*.txt
[ "$(wc -l <"$work/out")" -gt 20 ] || fail "compare says little"
status 0 compare --format=jsonl "$here"/seeds/*.txt
jq -se 'map(select(.alike > 0)) | length >= 5' "$work/out" >/dev/null || fail "compare: $(cat "$work/out")"
jq -se 'any(.a == null) and any(.b == null)' "$work/out" >/dev/null || fail "compare: nothing is only one's"
status 1 compare "$work/press/1.txt" "$work/press/sub/4.txt"
status 2 compare "$work/press/1.txt"

# Everything comes out, and can be made anew.
status 0 export
[ "$(jq -s length "$work/out")" = 7 ] || fail "export"
jq -se 'all(.text != null and (.mentions | type) == "array")' "$work/out" >/dev/null || fail "export lacks something"
lib list >"$work/before"
status 0 reindex
lib list >"$work/after"
cmp -s "$work/before" "$work/after" || fail "reindex changes the list"
finds "$swim " 'السباحة'
status 0 check

# One that is damaged is set aside, and made anew with its articles.
printf 'garbage garbage garbage garbage garbage' |
	dd of="$work/data/qari/library.db" conv=notrunc 2>/dev/null
status 0 reindex
[ -e "$work/data/qari/library.db.bad" ] || fail "nothing was set aside"
finds "$swim " 'السباحة'

# So is one whose first bytes are gone, wherever it is; what is at the usual
# place is taken for one. Another's file, named by mistake, stays as it is.
cp "$work/data/qari/library.db" "$work/mine.db"
printf '%0100d' 0 | dd of="$work/mine.db" conv=notrunc 2>/dev/null
status 0 list --library="$work/mine.db"
[ -e "$work/mine.db.bad" ] || fail "mine was not set aside: $(cat "$work/said")"
mv "$work/data/qari/library.db" "$work/sound.db"
echo 'no database' >"$work/data/qari/library.db"
status 1 list
[ -e "$work/data/qari/library.db.bad2" ] || fail "usual: $(cat "$work/said")"
rm "$work"/data/qari/library.db*
mv "$work/sound.db" "$work/data/qari/library.db"

# Looking at a library changes nothing in it; an empty file is none yet.
lib list >/dev/null
cksum "$work/data/qari/library.db" >"$work/before"
status 0 list
cksum "$work/data/qari/library.db" | cmp -s - "$work/before" ||
	fail "list writes"
: >"$work/empty.db"
status 2 list --library="$work/empty.db"
grep -q 'no library yet' "$work/said" || fail "empty: $(cat "$work/said")"
[ -s "$work/empty.db" ] && fail "list fills an empty file"
status 0 add --library="$work/empty.db" "$work/press/1.txt"

mkdir "$work/others"
{ printf 'Thesis, chapter one. '; seq -s ' ' 9000; } >"$work/others/thesis.txt"
python3 - "$work/others" <<'P'
import sqlite3, sys
for name, journal in ('old', 'delete'), ('new', 'wal'):
    base = sqlite3.connect('%s/%s.db' % (sys.argv[1], name))
    base.execute('PRAGMA journal_mode = ' + journal)
    base.execute('PRAGMA user_version = 1')
    base.execute('CREATE TABLE name (first, last)')
    base.close()
P
head -c 50 "$work/data/qari/library.db" >"$work/others/short.db"
chmod 644 "$work"/others/*
others() { (cd "$work/others" && stat -c "%n %a %y %s" ./* && cksum ./*); }
others >"$work/before"
for other in thesis.txt old.db new.db short.db; do
	for task in list 'who x' 'add press/1.txt' 'remove 1' reindex stories; do
		(cd "$work" && "$qari" library $task \
		    --library="others/$other") >"$work/out" 2>"$work/said"
		[ $? = 2 ] && grep -q "others/$other: not a library" \
		    "$work/said" || fail "$other, $task: $(cat "$work/said")"
	done
done
others | cmp -s - "$work/before" || fail "others: $(others | head -20)"

# An addition that is stopped says how far it came; what it made lasting is
# there, and the same command goes on from it.
mkdir "$work/many"
for n in $(seq 1 1500); do
	printf 'خبر %d\n\nهذا هو الخبر رقم %d من القاهرة.\n' "$n" "$n" \
	    >"$work/many/$n.txt"
done
"$qari" library add --library="$work/many.db" "$work/many" \
    >"$work/out" 2>"$work/told" & adding=$!
tries=0
until [ "$(lib list --library="$work/many.db" --limit=1 | wc -l)" = 1 ] ||
    [ $tries = 200 ]; do
	tries=$((tries + 1)); sleep 0.05
done
kill -INT $adding 2>/dev/null
wait $adding; got=$?
if [ $got != 0 ]; then		# it may have been done before
	[ $got = 130 ] || fail "stopped: status $got: $(cat "$work/told")"
	has=$(lib list --library="$work/many.db" --limit=9999 | wc -l)
	# All were added, and stories were being looked for: nothing is missing.
	[ "$has" = 1500 ] ||
		grep -q 'stopped after [0-9]* of 1500 files' "$work/told" ||
		fail "stopped: $(cat "$work/told")"
	[ "$(cat "$work/out")" = "$has articles added" ] ||
		fail "stopped with $has articles, but: $(cat "$work/out")"
	status 0 check --library="$work/many.db"
	status 0 add --library="$work/many.db" "$work/many"
fi
[ "$(lib list --library="$work/many.db" --limit=9999 | wc -l)" = 1500 ] ||
	fail "not all are there after going on"

# However many are wanted, the best come first, and the room is for what is
# found.
found() {
	lib search --library="$work/many.db" --limit="$1" 'القاهرة' |
		cut -f1 | grep '^[0-9]'
}
found 9999 >"$work/before"
[ "$(sort -u "$work/before" | wc -l)" = 1500 ] || fail "not all are found"
for most in 1 2 19 700 1499; do
	head -$most "$work/before" >"$work/after"
	found $most | cmp -s - "$work/after" || fail "the best $most"
done
(ulimit -v 4000000 && "$qari" --version) >"$work/out" 2>&1 &&
	! (ulimit -v 4000000; found 1000000000) | cmp -s - "$work/before" &&
	fail "search --limit=1000000000: $(cat "$work/said")"

# One that waits for a pipe is stopped by a hangup, but for one that is not to
# hear of it. The pipe is open here once it is open there.
mkfifo "$work/fifo"
for ignored in '' HUP; do
	(${ignored:+trap '' $ignored}; exec "$qari" library add \
	    --library="$work/deaf.db" "$work/fifo" >"$work/out" \
	    2>"$work/told") & adding=$!
	exec 5>"$work/fifo"
	kill -HUP $adding
	printf 'خبر %s\n\nهذا خبر آخر.\n' "$ignored" >&5
	exec 5>&-
	wait $adding; got=$?
	case $got:$ignored in
	129: | 0:HUP) ;;
	*) fail "hangup: status $got: $(cat "$work/out" "$work/told")" ;;
	esac
done

# Many that come at once to a library that is not there make one together.
for round in 1 2 3 4 5 6 7 8 9 10; do
	rm -f "$work"/new.db*
	for n in 1 2 3 4 5 6 7 8; do
		"$qari" library add --library="$work/new.db" \
		    "$work/many/$n.txt" >/dev/null 2>"$work/said.$n" ||
			echo "status $?" >>"$work/said.$n" &
	done
	wait
	has=$(lib list --library="$work/new.db" --limit=99 | wc -l)
	[ "$has" = 8 ] || fail "of 8 that came at once $has were added:" \
	    "$(cat "$work"/said.*)"
done

# What cannot be done is said, and nothing is written. Where no folder for the
# library can be made, so not that there is none yet.
ln -s nowhere "$work/dangling"
for home in /dev/null "$work/dangling" 'not from the root'; do
	XDG_DATA_HOME=$home HOME=$home status 2 add "$work/press/1.txt"
	grep -q 'no library yet' "$work/said" && fail "$home: $(cat "$work/said")"
	grep -q "^qari: \($home\|\$XDG_DATA_HOME\)" "$work/said" ||
		fail "$home: $(cat "$work/said")"
done
status 2 frobnicate
status 2 list --limit=none
status 2 list --library="$work/press"
ln -s "$work/data/qari/library.db" "$work/link.db"
status 2 add --library="$work/link.db" "$work/press/1.txt"
chmod 500 "$work/data/qari"; chmod 400 "$work/data/qari/library.db"
if [ ! -w "$work/data/qari/library.db" ]; then
	finds "$swim " 'السباحة'
	status 2 add "$here/README.md"
fi
chmod 700 "$work/data/qari"
exit $bad
