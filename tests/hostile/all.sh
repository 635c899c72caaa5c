#!/bin/sh
# all.sh: what `make hostile` runs: everything at every size, and every call
# that fails, in some hour and a half; calls for memory alone (fault malloc)
# are an hour of it, and from each place that asks (malloc@) ten minutes.
. "$(dirname "$0")/lib.sh"

judge --size 80x24 --size 20x5 --size 200x60 --size 1x1 \
    --keys page --keys search --keys resize "$here"/inputs/* &&
judge --conditions "$here/benign.txt" &&
sh "$here/output.sh" &&
fault read:EIO open:EACCES open:EMFILE write:ENOSPC write:EIO fsync:EIO \
    rename:EIO close:EIO truncate:EIO unlink:EACCES mmap:ENOMEM malloc
