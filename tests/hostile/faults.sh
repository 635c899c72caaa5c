#!/bin/sh
# faults.sh: some calls for memory fail, and every read of a file, its opening,
# and some writes; `make hostile` tries every call.
. "$(dirname "$0")/lib.sh"

fault malloc@/90 read:EIO/3 open:EACCES/2 write:ENOSPC/11 fsync:EIO/3 \
    rename:EIO mmap:ENOMEM
