#!/bin/sh
# judge.sh: the judge itself knows good streams from bad ones.
. "$(dirname "$0")/lib.sh"

python3 "$here/hostile_check.py" --selftest
