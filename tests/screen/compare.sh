#!/bin/sh
# compare.sh: two long reports are compared while keys are heard: that it
# goes on can be seen, help opens, and it can be left.
. "$(dirname "$0")/lib.sh"

# 900 sentences each, of which every third is in both.
report() {
	awk -v report="$1" 'BEGIN { for (i = 1; i <= 900; i++)
		printf "%s في مدينة رقم %d من البلاد.\n\n",
		    i % 3 == 0 ? "التقى الوزير وفدا" : report, i }'
}
report "وصل الرئيس مع مرافقيه" >"$work/a.txt"
report "غادرت السفينة الميناء" >"$work/b.txt"

play() {
	printf '%b\n' "$1" >"$work/script"
	LC_ALL=C.UTF-8 "$qari" --lang=en --size=10x80 --data="$here/data" \
	    --script="$work/script" "$work/a.txt" "$work/b.txt" >"$work/out" ||
		fail "a status"
}

fail() {
	echo "$*"
	cat "$work/out"
	exit 1
}

play 'keys c j c\ndump\nkeys ?\ndump\nkeys q\nwait\ndump'
grep -q 'comparing …  *0%' "$work/out" || fail "no word of progress"
grep -q 'Keys and commands' "$work/out" || fail "no help meanwhile"
grep -q ' sentences in both' "$work/out" || fail "not compared"
play 'keys c j c q\ndump'
grep -q '2 of 2' "$work/out" || fail "not left"

# An acronym is no other spelling; where both give the name it is not told.
export XDG_DATA_HOME="$work/data"
mkdir -p "$work/data/qari"
printf '%s\n' 'EVENT	SILA' 'EVENT	المعرض الدولي للكتاب' \
    'same	SILA	المعرض الدولي للكتاب' >"$work/data/qari/corrections"
told() {
	echo "وقال الوزير إن $1 يجمع ناشرين كثيرين." >"$work/c.txt"
	echo "وقال الوزير إن $2 يجمع ناشرين كثيرين." >"$work/d.txt"
	LC_ALL=C.UTF-8 "$qari" compare --lang=en --data="$here/data" \
	    "$work/c.txt" "$work/d.txt" >"$work/out"
	grep -q "$3" "$work/out"
}
told SILA 'المعرض الدولي للكتاب' 'called otherwise: SILA / المعرض' ||
	fail "no acronym"
told 'المعرض الدولي للكتاب' 'المعرض الدولى للكتاب' otherwise &&
	fail "otherwise, but the same"
told 'المعرض الدولي للكتاب (SILA)' 'المعرض الدولي للكتاب' otherwise &&
	fail "a name that both have"
exit 0
