#!/bin/sh
# faults.sh: some calls for memory fail, and every read and write of a file;
# `make hostile` tries every call for memory.
. "$(dirname "$0")/lib.sh"

fault malloc 331 && fault read:EIO && fault open:EACCES && fault write:ENOSPC
