#!/bin/sh
# ssh.sh: runs ssh.py on the program that was built.
command -v python3 >/dev/null || exit 77
exec python3 "${srcdir:-.}/tests/terminal/ssh.py" ./qari \
    "${srcdir:-.}"/seeds/000*.txt
