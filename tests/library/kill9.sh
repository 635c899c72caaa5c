#!/bin/sh
# kill9.sh: qari is killed at random moments while it saves, while it adds and
# while it is read in, one alone and two at once: nothing that was said to be
# kept is lost, and the library is sound. `make torture` plays a thousand
# rounds of each.
set -u
here=$(cd "$(dirname "$0")/../.." && pwd) || exit 99
command -v python3 >/dev/null || exit 77
[ -x "$PWD/tests/library/saver" ] && [ -x "$PWD/qari" ] || exit 77
export QARI_DATA="$here/data" LC_ALL=C.UTF-8
for what in kill9 kill9_reader; do
	python3 "$here/tests/library/$what.py" "$PWD/tests/library/saver" \
	    "$PWD/qari" "${QARI_KILL_ROUNDS:-15}" || exit
done
