#!/bin/sh
# sheet.sh: what the commands print is set on a terminal, and plain in a pipe.
set -u
here=$(cd "$(dirname "$0")/../.." && pwd) || exit 99
qari=$PWD/qari
[ -x "$qari" ] || exit 77
command -v python3 >/dev/null || exit 77
work=$(mktemp -d) || exit 99
trap 'rm -rf "$work"' EXIT
unset LC_MESSAGES LC_NUMERIC LANG NO_COLOR QARI_DISPLAY COLUMNS
export XDG_DATA_HOME="$work/data" HOME="$work" LC_ALL=C.UTF-8
export QARI_DATA="$here/tests/screen/data"
bad=0
fail() { echo "FAIL: $*"; bad=1; }
# on COLUMNS WORD…: runs qari on a terminal so wide.
on() {
	wide=$1; shift
	python3 "$here/tests/views/sheet.py" "$wide" "$qari" "$@" >"$work/out"
}
holds() { grep -qF -- "$1" "$work/out" || fail "not printed: $1; but $(cat "$work/out")"; }
# No line is wider than the terminal.
fits() {
	python3 -c 'import sys, unicodedata
for line in open(sys.argv[1], encoding="utf-8"):
    letters = [c for c in line.rstrip("\n") if not unicodedata.combining(c)]
    if len(letters) > int(sys.argv[2]): sys.exit(1)
' "$work/out" "$1" || fail "wider than $1: $(cat "$work/out")"
}

printf 'عودة الوفد\n\nعاد الوفد سالم العامري من مسقط في 3 مايو 2024.\n' >"$work/a.txt"
printf 'وصول الوفد\n\nوصل الوفد إلى مسقط بعد رحلة طويلة مر فيها بمدن كثيرة ولقي فيها كثيرا من الناس.\n' >"$work/b.txt"
"$qari" library add "$work/a.txt" "$work/b.txt" >/dev/null || fail add

# A pipe has it as it is.
"$qari" library list >"$work/out"
holds 'عودة الوفد	'
# A terminal has joined letters from right to left: "عودة الوفد".
on 78 library list
holds 'ﺪﻓﻮﻟﺍ ﺓﺩﻮﻋ'
grep -q '	' "$work/out" && fail 'a tab on a terminal'
on 40 library search رحلة
holds '[ﺔﻠﺣﺭ]'
fits 40
on 78 library search --display=logical --shape=base رحلة
holds 'عد [رحلة] طويلة'
on 40 library search --width=30 رحلة
fits 30
on 44 compare "$work/a.txt" "$work/b.txt" --lang=ar
holds ' ﺃ'
fits 44
on 60 library --help --lang=ar
holds ':ﻡﺎﻬﻤﻟﺍ'
holds 'ﺕﻻﺎﻘﻤﻟﺍ ﺩﺮﺳ'
fits 60
# No option's name is turned, in any help, nor the text of an article wider.
for command in '' extract same corrections compare library 'library add' \
    'library search'; do
	# shellcheck disable=SC2086
	on 80 $command --help --lang=ar
	holds '--help'
	grep -E '[a-z]-+( |$)' "$work/out" && fail "turned, in $command --help"
done
on 40 --print "$work/b.txt"
fits 40
on 60 library who nobody --lang=ar
holds ':nobody :qari'
# Corrections stand in order, and what they hold does not act; in a pipe they
# are as they were.
printf 'PER\tسالم العامري\n\033[31mfoo\nnot\tالو\342\200\256فد\n' \
    >"$work/data/qari/corrections"
on 60 corrections 2>/dev/null
holds 'ﻱﺮﻣﺎﻌﻟﺍ ﻢﻟﺎﺳ'
holds 'foo'
printf '\033\n\342\200\256\n' >"$work/acting"
grep -qFf "$work/acting" "$work/out" && fail "acts: $(cat -v "$work/out")"
printf 'not\tnames\n\033[31mfoo\n' >"$work/data/qari/corrections"
on 60 corrections 2>/dev/null
grep -qFf "$work/acting" "$work/out" && fail "acts: $(cat -v "$work/out")"
"$qari" corrections 2>/dev/null | cmp -s - "$work/data/qari/corrections" ||
	fail "corrections in a pipe: $("$qari" corrections)"
rm "$work/data/qari/corrections"
# Records of JSON, and what holds nothing to turn, are left as they are.
on 40 library list --format=jsonl
holds '"title":"عودة الوفد"'
on 40 library --help
holds '  list '
exit $bad
