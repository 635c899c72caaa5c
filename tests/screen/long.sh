#!/bin/sh
# A text of 600 KB: read as far as wanted, to its end when asked, its names
# found wherever the reader is, its hits all counted.
. "$(dirname "$0")/lib.sh"

# Paragraph 1 to 4000, each with a number, every tenth with a town.
awk 'BEGIN {
	print "عنوان المقال الطويل\n"
	for (i = 1; i <= 4000; i++)
		printf "هذه الفقرة رقم %d من النص الطويل جدا%s، وفيها كلام آخر لا يهم أحدا في شيء.\n\n",
		    i, i % 10 == 0 ? " عن طنجة" : ""
}' >"$work/long.txt"

# play LINE…: the script's output, without the lines it echoes. What is read
# is $read; "-" is the long text.
read=$work/long.txt
play() {
	printf '%s\n' "$@" >"$work/script"
	cat "$work/long.txt" |
	    LC_ALL=C.UTF-8 "$qari" --lang=en --size=24x80 \
	    --data="$here/data" --script="$work/script" "$read" |
	    sed -n 's/^> \{0,1\}//p'
}

# expect WHAT PATTERN LINE…
expect() {
	what=$1
	pattern=$2
	shift 2
	play "$@" >"$work/out" || { echo "$what: a status"; exit 1; }
	grep -q -- "$pattern" "$work/out" || {
		echo "$what: no '$pattern' in"
		cat "$work/out"
		exit 1
	}
}

expect 'the start is not all' '0% · page 1 of [0-9][0-9][0-9]' wait dump
expect 'the end' ' 4000 ' 'keys G' wait dump
expect 'the end is the end' '100%' 'keys G' wait dump
expect 'names at the end' 'L\{4,5\}' 'keys G' wait 'dump roles'
expect 'names in the middle' 'L\{4,5\}' 'keys 5 0 %' wait 'dump roles'
expect 'the middle' ' 19[89][0-9] \| 20[01][0-9] ' 'keys 5 0 %' wait dump
expect 'all names in the index' '400 times' 'keys e' wait dump
expect 'the index says that it reads' 'reading …' 'keys e' dump
expect 'all hits' 'hit 1/400' 'keys /' 'type طنجه' wait dump
expect 'the last hit' 'hit 400/400' 'keys / ط ن ج ة Enter' wait \
	'keys N' wait 'keys k' dump
expect 'a far hit' ' 3999 ' 'keys / 3 9 9 9 Enter' wait dump
expect 'pages beyond what was read' ' 1[0-9][0-9][0-9] ' '100 page-forward' dump

# The same text takes fewer bytes in another charset, of which no more is read
# here than is wanted; of a pipe nobody knows how many there will be.
place='paragraph 20[0-9] .*, [45]%'
expect 'a twentieth of the text' "$place" 'keys 5 %' 'keys Ctrl-G' dump
iconv -f UTF-8 -t WINDOWS-1256 "$work/long.txt" >"$work/cp1256.txt" || exit 99
read=$work/cp1256.txt
expect 'the middle of another charset' ' 19[89][0-9] \| 20[01][0-9] ' \
	'keys 5 0 %' wait dump
expect 'a twentieth of another charset' "$place" 'keys 5 %' 'keys Ctrl-G' dump
read=-
expect 'the middle of a pipe' ' 19[89][0-9] \| 20[01][0-9] ' \
	'keys 5 0 %' wait dump
