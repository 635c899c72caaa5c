#!/bin/sh
# screen.sh: runs screen.py on the demo that was built.
command -v python3 >/dev/null || exit 77
exec python3 "${srcdir:-.}/tests/terminal/screen.py" \
    tests/terminal/screen_demo "$@"
