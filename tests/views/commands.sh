#!/bin/sh
# commands.sh: the commands as one types them: where words and options may
# stand, what is read, what comes out in which format, and how each ends.
set -u
here=$(cd "$(dirname "$0")/../.." && pwd) || exit 99
qari=$PWD/qari
[ -x "$qari" ] || exit 77
work=$(mktemp -d) || exit 99
trap 'rm -rf "$work"' EXIT
unset LC_MESSAGES LC_NUMERIC LANG NO_COLOR QARI_DISPLAY
export XDG_DATA_HOME="$work/data" HOME="$work" LC_ALL=C.UTF-8
export QARI_DATA="$here/tests/screen/data"
bad=0
fail() { echo "FAIL: $*"; bad=1; }

# ends STATUS WORD…: runs qari; its output is in out, what it said in said.
ends() {
	want=$1; shift
	"$qari" "$@" >"$work/out" 2>"$work/said" </dev/null; got=$?
	[ $got = "$want" ] || fail "$*: status $got, not $want: $(cat "$work/said")"
}
says() { grep -qF -- "$1" "$work/said" || fail "not said: $1; but $(cat "$work/said")"; }
holds() { grep -qF -- "$1" "$work/out" || fail "not printed: $1; but $(cat "$work/out")"; }

mkdir "$work/press" "$work/empty"
cp "$here/tests/screen/visit.txt" "$work/press/a.txt"
printf 'عاد الوزير سعيد العامري من مسقط في 3 مايو 2024.' >"$work/press/b.txt"
head -c 4096 /dev/urandom >"$work/press/noise.bin"
printf 'لا شيء هنا.\n' >"$work/nothing.txt"
a=$work/press/a.txt b=$work/press/b.txt

# Words and options in any order; help of each; what is wrong.
ends 0 --lang=ar extract --help
holds 'qari extract [خيار]…'
ends 0 extract -h
holds 'Usage: qari extract'
ends 0 library --lang=ar --help
holds 'reindex'
ends 0 --version
for word in qari ICU FriBidi ncurses SQLite libxml2; do
	grep -Eq "^$word [0-9]+\\.[0-9]+" "$work/out" ||
	    fail "no version of $word"
done
ends 0 --help
for word in extract same corrections compare library; do holds "  $word"; done
ends 2 --library="$work/none.db" library list
says "there is no library yet: $work/none.db"
ends 2 library frobnicate
says 'library frobnicate: there is no such task'
ends 2 library
ends 2 extract --limit=3 "$a"
says 'not an option of this command'
for shell in bash zsh fish; do
	ends 0 --completion=$shell
	holds reindex
	holds harakat
done
"$qari" --completion=bash >"$work/bash"
cat >>"$work/bash" <<'B'
COMP_WORDS=(qari library list --sort = t); COMP_CWORD=5
_qari 2>/dev/null; echo "${COMPREPLY[*]}"
COMP_WORDS=(qari --lang = ar ext); COMP_CWORD=4
_qari 2>/dev/null; echo "${COMPREPLY[*]}"
B
if command -v bash >/dev/null; then
	[ "$(bash "$work/bash" | tr '\n' ' ')" = 'title extract ' ] ||
		fail "bash completes: $(bash "$work/bash")"
fi

# What is read: files, folders, standard input; what is no text in a folder
# is passed over, what is named is not.
ends 0 extract "$a" "$b"
cp "$work/out" "$work/both"
ends 0 extract "$work/press"
cmp -s "$work/out" "$work/both" || fail "a folder is read otherwise"
"$qari" extract <"$b" >"$work/piped" || fail "standard input: $?"
ends 0 extract "$b"
[ "$(jq -c .text "$work/out")" = "$(jq -c .text "$work/piped")" ] ||
	fail "standard input is read otherwise"
ends 1 extract "$work/nothing.txt"
[ -s "$work/out" ] && fail "something in nothing"
ends 2 extract "$work/press/noise.bin"
ends 2 extract "$work/empty"
says 'holds no articles'
ends 2 extract "$work/missing" "$b"
says "$work/missing: there is no such file"
holds 2024-05-03

# Each format of several articles tells them apart.
ends 0 extract --format=conll "$a" "$b"
[ "$(grep '^# newdoc id = ' "$work/out")" = "# newdoc id = $a
# newdoc id = $b" ] || fail "conll: $(grep '^#' "$work/out")"
ends 0 extract --format=conll "$b"
grep -q '^#' "$work/out" && fail "conll: a comment for one article"
for format in tsv csv; do
	ends 0 extract --format=$format "$a" "$b"
	[ "$(tail -n +2 "$work/out" | cut -f1 -d"$(printf '\t')" | cut -f1 -d, |
	    uniq | tr '\n' ' ')" = "$a $b " ] || fail "$format: $(cat "$work/out")"
done
ends 0 extract --format=json "$a" "$b"
[ "$(jq -c '[.schema, ([.mentions[].doc] | unique | length)]' "$work/out")" = \
    '["qari-extract-1",2]' ] || fail "json: $(cat "$work/out")"
ends 2 extract --format=ann "$a" "$b"
says 'for one article at a time'
ends 0 extract --format=ann "$b"
python3 - "$b" "$work/out" <<'P' || fail "ann: offsets are not code points: $(cat "$work/out")"
import sys
text = open(sys.argv[1], encoding='utf-8', newline='').read()
rows = [l.rstrip('\n').split('\t') for l in open(sys.argv[2], encoding='utf-8')]
spans = [(r[1].split(), r[2]) for r in rows if r[0][0] == 'T']
sys.exit(not spans or any(text[int(s[1]):int(s[2])] != t for s, t in spans))
P

# JSON holds nothing that acts on a terminal.
printf 'قال \302\233\342\200\256 في 3 مايو 2024\n' >"$work/$(printf 'x\302\233\342\200\256.txt')"
ends 0 extract "$work"/x*
LC_ALL=C grep -q "$(printf '\302\233\|\342\200\256')" "$work/out" && fail "JSON with controls: $(cat -v "$work/out")"
holds '\u009b\u202e.txt'
[ "$(jq -r .doc "$work/out" | head -n 1)" = "$(echo "$work"/x*)" ] || fail "JSON loses the name"

# Several articles are told apart, one is as it is.
ends 0 "$a" "$b"
[ "$(sed -n 1p "$work/out")" = "==> $a <==" ] || fail "no name above the first"
grep -n -A 2 "==> $b <==" "$work/out" | grep -q 'عاد الوزير' || fail "no name above the second"
[ "$(tail -c 1 "$work/out")" = "" ] || fail "the last line has no end"
ends 0 "$b"
cmp -s "$b" "$work/out" || fail "one article is not as it is"
ends 0 --print --width=40 "$a" "$b"
[ "$(grep -c '^==> ' "$work/out")" = 2 ] || fail "--print: no names"
ends 2 "$b" "$work/missing"

# A full disk is told, with status 2; a reader that left ends us quietly.
for line in --help --version "extract $b" "$b" "--print $b" "same a b" \
    "compare $a $b" "--completion=zsh"; do
	# shellcheck disable=SC2086
	"$qari" $line >/dev/full 2>"$work/said"; got=$?
	[ $got = 2 ] || fail "$line on a full disk: status $got"
	says 'the disk is full'
done
for i in 1 2 3; do cat "$a" "$a" "$a" "$a" "$a" "$a" "$a"; done >"$work/long.txt"
[ "$("$qari" extract "$work/long.txt" 2>"$work/said" | head -n 1 | jq -r .start)" = 0 ] ||
	"$qari" extract "$work/long.txt" 2>"$work/said" | head -n 1 | jq -e .doc >/dev/null ||
	fail "the first record to head"
[ -s "$work/said" ] && fail "said to a closed pipe: $(cat "$work/said")"

# Two names.
ends 0 same 'محمد' 'مُحَمَّد'
ends 1 same 'محمد' 'سعيد'
ends 2 same 'محمد'
says 'qari same [OPTION]… NAME NAME'

# Corrections.
printf 'PER\tسعيد العامري\n' >"$work/mine"
ends 0 corrections --import="$work/mine"
ends 0 corrections
holds 'سعيد العامري'
printf 'PER\n' >"$work/unsound"
ends 2 corrections --import="$work/unsound"
says 'line 1'
exit $bad
