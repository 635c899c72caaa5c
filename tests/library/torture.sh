#!/bin/sh
# torture.sh: what `make torture` runs, in some half an hour: a thousand kills
# of each kind, every call that fails, every 4 KB that is damaged.
set -u
here=$(cd "$(dirname "$0")" && pwd) || exit 99
QARI_KILL_ROUNDS=1000 sh "$here/kill9.sh" &&
QARI_FAULTS='write:ENOSPC write:EIO fsync:EIO truncate:EIO unlink:EACCES
    rename:EIO open:EMFILE read:EIO/5 mmap:ENOMEM close:EIO/3' \
QARI_DAMAGE_STEP=1 sh "$here/faults.sh" &&
sh "$here/disk.sh"
