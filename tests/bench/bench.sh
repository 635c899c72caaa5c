#!/bin/sh
# bench.sh: what a screen costs, beside less and vim -A in the same run.
# The machine is shared and noisy: believe ratios and instruction counts,
# not milliseconds.
#
# usage: bench.sh QARI [SEEDS]          (make bench)
set -eu
here=$(cd "$(dirname "$0")" && pwd)
qari=$(cd "$(dirname "$1")" && pwd)/$(basename "$1")
seeds=${2:-$here/../../seeds}
work=$(mktemp -d "${TMPDIR:-/tmp}/qari-bench.XXXXXX")
trap 'rm -rf "$work"' EXIT
runs=${RUNS:-7}
programs=${PROGRAMS:-$here/../../build/tests/bench}
# No place kept from the last run, and no library.
export LC_ALL=C.UTF-8 XDG_DATA_HOME=/dev/null

cc -O2 -o "$work/ptybench" "$here/ptybench.c"
cc -O2 -o "$work/argen" "$here/argen.c"
cat "$seeds"/*.txt > "$work/10k.txt"
"$work/argen" text 1m "$seeds"/*.txt > "$work/1m.txt"
"$work/argen" text 100m "$seeds"/*.txt > "$work/100m.txt"
"$work/argen" onepara 10m "$seeds"/*.txt > "$work/paragraph.txt"
cd "$work"

keys='page*4=\x20|line*4=j|resize=@resize:30x100|end=G|quit=q'
reader="qari --display=visual"

# What is run, its size, and the file.
compare() {
	printf '\n== %s, %s: first screen, page-down, line, resize, end\n' \
	    "$1" "$2"
	./ptybench -R -n "$runs" -w "$2" \
	    "less|less $1|$keys" \
	    "vim -A|vim -u NONE -N -A $1|page*4=\x06|line*4=\x05|resize=@resize:30x100|end=G|quit=:q!\r" \
	    "qari|$qari --display=visual $1|$keys"
}

compare 10k.txt 24x80
compare 10k.txt 50x200
compare 1m.txt 24x80

printf '\n== first screen by size of the file (ratio to 10 KB); end: must 30 ms\n'
./ptybench -R -n "$runs" -w 24x80 \
    "10 KB|$qari --display=visual 10k.txt|quit=q" \
    "100 MB|$qari --display=visual 100m.txt|page*2=\x20|quit=q" \
    "10 MB paragraph|$qari --display=visual paragraph.txt|page*2=\x20|end=G|quit=q"

if command -v strace >/dev/null; then
	count_writes() {
		./ptybench -n 1 -w 24x80 \
		    "x|strace -f -e trace=write -o st $qari --display=visual 1m.txt|$1quit=q" >/dev/null
		grep -c 'write(' st || true
	}
	ten=$(count_writes 'page*10=\x20|')
	none=$(count_writes '')
	printf '\n== writes: %d for the start and quit, %d tenths a page\n' \
	    "$none" "$((ten - none))"
fi

if command -v valgrind >/dev/null; then
	printf '\n== instructions\n'
	instructions() {
		valgrind --tool=callgrind --callgrind-out-file=/dev/null \
		    --log-file=vg "$@" >/dev/null 2>&1 || true
		sed -n 's/.*Collected : \([0-9]*\).*/\1/p' vg
	}
	pages=$programs/layout_page
	if [ -x "$pages" ]; then
		few=$(instructions "$pages" 1m.txt 24 80 100)
		many=$(instructions "$pages" 1m.txt 24 80 200)
		printf 'layout of a page, 24x80: %d\n' $(((many - few) / 100))
		few=$(instructions "$pages" 1m.txt 50 200 100)
		many=$(instructions "$pages" 1m.txt 50 200 200)
		printf 'layout of a page, 50x200: %d\n' $(((many - few) / 100))
	fi
	printf 'version printed (start alone): %s\n' \
	    "$(instructions "$qari" --version)"

	printf '\n== steps in 10 KB, in a paragraph of 10 MB of the same, ratio\n'
	python3 "$here/steps.py" "$qari" paragraph.txt
	printf '\n== to the end of such a paragraph: CPU, must 30 ms\n'
	for kind in words harakat bidi digits; do
		./ptybench -n "$runs" -w 24x80 \
		    "$kind|$qari --display=visual $kind.txt|end=G|quit=q" |
		    awk -v kind=$kind '$1 == "end" {
			printf "%-10s %6.1f ms\n", kind, $4 }'
	done
fi

if [ -x "$programs/layout_cost" ]; then
	python3 "$here/alphabets.py" "$qari" "$programs/layout_cost" \
	    paragraph.txt
fi
