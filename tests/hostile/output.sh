#!/bin/sh
# output.sh: what is printed cannot be written, at its beginning, in its midst
# or because nobody reads it: one sentence and status 2; who stops reading (as
# head does) ends qari without a word.
set -u
command -v prlimit >/dev/null || { echo "no prlimit"; exit 77; }
here=$(cd "$(dirname "$0")" && pwd) || exit 99
work=$(mktemp -d) || exit 99
trap 'rm -rf "$work"' EXIT
export LC_ALL=C.UTF-8 HOME="$work"
export QARI_DATA="${QARI_DATA:-$(cd "$here/../../data" && pwd)}"
unset XDG_DATA_HOME XDG_CONFIG_HOME LANGUAGE
bad=0
cp "$here/benign.txt" "$work" || exit 99
printf 'dump\n%.0s' 1 2 3 4 5 6 7 8 9 >"$work/script"
./qari library add "$here/benign.txt" >"$work/out" 2>&1 || exit 99
printf 'not\tكلمة\n' >"$work/lines"
./qari corrections --import="$work/lines" || exit 99

# says STATUS COUNT WHAT: how qari ended, and how many sentences it said.
says() {
	[ "$status" = "$1" ] && [ "$(wc -l <"$work/said")" = "$2" ] &&
	[ "$(grep -c '^qari: standard output: ' "$work/said")" = "$2" ] &&
		return
	echo "FAIL: $words: $3: status $status, not $1, said:"
	cat "$work/said"
	bad=1
}

while read -r words; do
	set -- $words
	./qari "$@" >"$work/out" 2>"$work/said" || exit 99
	size=$(wc -c <"$work/out")
	[ "$size" -gt 0 ] || { echo "FAIL: $words prints nothing"; bad=1; }

	./qari "$@" >/dev/full 2>"$work/said"; status=$?
	says 2 1 'a full disk'
	./qari "$@" >&- 2>"$work/said"; status=$?
	says 2 1 'a closed output'
	for most in 1 $((size / 3)) $((size / 2)) $((size - 1)); do
		text=$(trap '' XFSZ; exec prlimit --fsize="$most" ./qari "$@" \
		    2>&1 >"$work/out"); status=$?
		printf '%s\n' "$text" >"$work/said"
		says 2 1 "a file of $most bytes at most"
	done
	mkfifo "$work/pipe"
	: <"$work/pipe" & exec 5>"$work/pipe"; wait
	(trap '' PIPE; exec ./qari "$@" >&5 2>"$work/said"); status=$?
	says 2 1 'nobody reads, and SIGPIPE is ignored'
	./qari "$@" >&5 2>"$work/said"; status=$?
	says 141 0 'nobody reads'
	exec 5>&-; rm "$work/pipe"
done <<END
--lang=en --print $work/benign.txt
--lang=en --print --color=always $work/benign.txt $work/benign.txt
extract --lang=en --format=jsonl $work/benign.txt
extract --lang=en --format=conll $work/benign.txt
corrections --lang=en
library list --lang=en
library export --lang=en --format=jsonl
--lang=en --library=$work/none --script=$work/script $work/benign.txt
--help --lang=en
--check-terminal --lang=en
--completion=bash --lang=en
END
exit $bad
