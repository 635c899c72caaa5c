#!/bin/sh
# count.sh: the closing line of `./bootstrap check`: what automake's .trs
# files under a build folder say, counted; those of tests that failed are
# shown with their logs.
#
# usage: count.sh BUILD STATUS     STATUS is what `make check` ended with
set -eu
build=$1
status=$2

results() { find "$build" -name '*.trs' -exec cat {} +; }
count() { results | grep -cE "^:test-result: ($1)" || true; }

passed=$(count 'PASS|XFAIL')
failed=$(count 'FAIL|XPASS|ERROR')
skipped=$(count SKIP)

for trs in $(find "$build" -name '*.trs' |
    xargs grep -lE '^:test-result: (FAIL|XPASS|ERROR)' || true); do
	printf '== %s\n' "${trs%.trs}"
	tail -n 40 "${trs%.trs}.log"
done
# A check that stopped before its tests ran is a failure too.
if [ "$status" -ne 0 ] && [ "$failed" -eq 0 ]; then
	failed=1
fi
printf '%d passed, %d failed, %d skipped\n' "$passed" "$failed" "$skipped"
[ "$status" -eq 0 ] && [ "$failed" -eq 0 ] && [ "$passed" -gt 0 ]
