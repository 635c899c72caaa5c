#!/bin/sh
# all.sh: what `make hostile` runs: everything, at every size, in some
# twenty-five minutes.
. "$(dirname "$0")/lib.sh"

judge --size 80x24 --size 20x5 --size 200x60 --size 1x1 \
    --keys page --keys search --keys resize "$here"/inputs/* &&
judge --conditions "$here/benign.txt" &&
fault malloc
