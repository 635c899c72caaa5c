#!/bin/sh
# detect.sh: runs detect.py on the program that was built.
command -v python3 >/dev/null || exit 77
exec python3 "${srcdir:-.}/tests/terminal/detect.py" ./qari "$@"
