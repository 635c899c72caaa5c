#!/bin/sh
# case.sh FILE: runs a .case file by the runner of its folder, which was built
# where the tests are run.
exec "tests/$(basename "$(dirname "$1")")/case" "$1"
