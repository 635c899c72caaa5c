#!/bin/sh
# slow.sh: runs slow.py on the program that was built; `all`: at length.
command -v python3 >/dev/null || exit 77
[ "${1-}" = all ] || export QUICK=1
exec python3 "${srcdir:-.}/tests/terminal/slow.py" ./qari \
    "${srcdir:-.}"/seeds/000*.txt
