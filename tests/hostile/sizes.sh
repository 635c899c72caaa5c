#!/bin/sh
# sizes.sh: some inputs of each kind on other sizes, searched and resized;
# `make hostile` tries all of them.
. "$(dirname "$0")/lib.sh"

cd "$here/inputs" || exit 99
judge --size 20x5 --size 200x60 --size 1x1 \
    --keys page --keys search --keys resize \
    $(ls | awk -F- '{ n[$1]++ } n[$1] == 2 || n[$1] == 9')
