#!/bin/sh
# cells.sh: runs cells.py on the program that was built.
command -v python3 >/dev/null || exit 77
exec python3 "${srcdir:-.}/tests/terminal/cells.py" ./qari \
    "${srcdir:-.}/seeds"
