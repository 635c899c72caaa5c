#!/bin/sh
# bytes.sh: runs bytes.py on the program that was built; `all`: at length.
command -v python3 >/dev/null || exit 77
[ "${1-}" = all ] || export QUICK=1
exec python3 "${srcdir:-.}/tests/terminal/bytes.py" ./qari \
    "${srcdir:-.}"/seeds/*.txt
