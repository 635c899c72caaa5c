#!/bin/sh
# exits.sh: runs exits.py on the program that was built.
command -v python3 >/dev/null || exit 77
exec python3 "${srcdir:-.}/tests/terminal/exits.py" ./qari \
    "${srcdir:-.}"/seeds/000*.txt
