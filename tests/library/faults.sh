#!/bin/sh
# faults.sh: some writes of the library fail, and some of its file is damaged;
# `make torture` tries every call and every 4 KB.
set -u
here=$(cd "$(dirname "$0")" && pwd) || exit 99
command -v python3 >/dev/null || exit 77
[ -x "$PWD/tests/library/saver" ] && [ -x "$PWD/qari" ] || exit 77
QARI_DATA=${QARI_DATA:-$(cd "$here/../../data" && pwd)}
export QARI_DATA LC_ALL=C.UTF-8
folder=$(mktemp -d) || exit 99  # LD_PRELOAD takes no blanks
shim=$folder/iofault.so
trap 'rm -rf "$folder"' EXIT
${CC:-cc} -shared -fPIC -O2 -w "$here/../hostile/iofault.c" -o "$shim" -ldl ||
	{ echo "no shared library can be made"; exit 77; }
python3 "$here/iofault.py" "$PWD/tests/library/saver" "$PWD/qari" "$shim" \
    ${QARI_FAULTS:-write:ENOSPC/7 fsync:EIO/3 rename:EIO} &&
python3 "$here/damage.py" "$PWD/tests/library/saver" "$PWD/qari" \
    "${QARI_DAMAGE_STEP:-23}"
