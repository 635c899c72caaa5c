#!/bin/sh
# conditions.sh: odd files, signals, terminals, locales, sizes, descriptors
# and limits.
. "$(dirname "$0")/lib.sh"

judge --conditions "$here/benign.txt"
