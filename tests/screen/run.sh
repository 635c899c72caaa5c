#!/bin/sh
# run.sh SCRIPT: plays the script without a terminal and compares the screens
# it dumps with those it holds. The script's first line, "# qari ARGUMENTS",
# is the command line, seen from the source folder. QARI is the program. The
# names it knows are those of tests/screen/data, so that better lists and
# models change no screen.
# What the reader corrects and keeps is in a folder of its own; a second line
# "# library ARGUMENTS" has articles added to the library there before.
# With ACCEPT=1 the script is replaced by what it gave.
set -u
script=$(cd "$(dirname "$1")" && pwd)/$(basename "$1")
qari=${QARI:-$PWD/qari}
case $qari in /*) ;; *) qari=$PWD/$qari ;; esac
cd "$(dirname "$script")/../.." || exit 99

arguments=$(sed -n '1s/^# qari *//p' "$script")
work=$(mktemp -d) || exit 99
given=$work/given
trap 'rm -rf "$work"' EXIT

unset NO_COLOR QARI_DATA QARI_DISPLAY LC_MESSAGES LC_NUMERIC LANG
export XDG_DATA_HOME="$work/data" XDG_CONFIG_HOME=/dev/null
added=$(sed -n '2s/^# library *//p' "$script")
# shellcheck disable=SC2086
if [ -n "$added" ]; then
	LC_ALL=C.UTF-8 "$qari" library add --data=tests/screen/data $added \
	    >/dev/null || exit 1
fi
# shellcheck disable=SC2086
LC_ALL=C.UTF-8 "$qari" --data=tests/screen/data --script="$script" $arguments >"$given" ||
	exit 1
if [ "${ACCEPT:-}" = 1 ]; then
	cat "$given" >"$script"
else
	diff -u "$script" "$given"
fi
