#!/bin/sh
# reference.sh: the order layout finds for random strings of every alphabet
# of `levels`, judged by an independent reading of UAX #9.
set -u
here=$(dirname "$0")
data=${UNICODE_DATA:-/usr/share/unicode}

command -v python3 >/dev/null || { echo "SKIP: no python3"; exit 77; }
[ -e "$data/UnicodeData.txt" ] || { echo "SKIP: no unicode-data"; exit 77; }
status=0
for alphabet in news marks brackets numbers stretches embeddings isolates \
    everything
do
	printf '%s: ' "$alphabet"
	tests/conformance/levels "${STRINGS:-2000}" dump "$alphabet" |
	    python3 "$here/uba_ref.py" "$data" || status=1
done
exit $status
