#!/bin/sh
# kill9.sh: qari library is killed at random moments while it adds, one alone
# and two at once; what was there before is there after, and the file is
# sound.
set -u
here=$(cd "$(dirname "$0")/../.." && pwd) || exit 99
qari=$PWD/qari
[ -x "$qari" ] || exit 77
work=$(mktemp -d) || exit 99
trap 'rm -rf "$work"' EXIT
export XDG_DATA_HOME="$work/data" QARI_DATA="$here/data" LC_ALL=C.UTF-8
rounds=${QARI_KILL_ROUNDS:-20}

python3 - "$work/press" <<'P'
import os, random, sys
random.seed(7)
words = 'مدينة بحر قال وزير مدرسة كتاب زار افتتح سوق مطر جديد قرية أعلن تونس القاهرة'.split()
os.makedirs(sys.argv[1])
for n in range(400):
    text = ' '.join(random.choice(words) for _ in range(200))
    with open(f'{sys.argv[1]}/{n}.txt', 'w', encoding='utf-8') as f:
        f.write(f'عنوان {n}\n\n{text}.\n')
P

count() { "$qari" library list 2>/dev/null | wc -l; }
"$qari" library add "$work/press/0.txt" >/dev/null || exit 1
had=1
round=0
while [ $round -lt "$rounds" ]; do
	round=$((round + 1))
	wait=$(awk "BEGIN { srand($round); printf \"%.3f\", rand() * 0.4 }")
	"$qari" library add "$work/press" >/dev/null 2>&1 & one=$!
	two=
	if [ $((round % 2)) = 0 ]; then
		"$qari" library reindex >/dev/null 2>&1 & two=$!
	fi
	sleep "$wait"
	kill -9 $one $two 2>/dev/null
	wait $one $two 2>/dev/null
	has=$(count)
	if [ "$has" -lt "$had" ]; then
		echo "FAIL: round $round: $has articles, $had before"
		exit 1
	fi
	had=$has
	if [ $((round % 5)) = 0 ] && [ $((round % 2)) = 1 ]; then
		"$qari" library check >"$work/said" 2>&1
		grep -q 'damaged' "$work/said" && {
			echo "FAIL: round $round: $(cat "$work/said")"
			exit 1
		}
	fi
	[ "$had" = 400 ] && rm -rf "$work/data" &&
		"$qari" library add "$work/press/0.txt" >/dev/null && had=1
done

# Two that add at once, unharmed: all of it is there, once.
"$qari" library add "$work/press" >/dev/null 2>"$work/said" & one=$!
"$qari" library add "$work/press" >/dev/null 2>>"$work/said" & two=$!
wait $one || { echo "FAIL: the first of two: $(cat "$work/said")"; exit 1; }
wait $two || { echo "FAIL: the second of two: $(cat "$work/said")"; exit 1; }
[ "$(count)" = 400 ] || { echo "FAIL: two at once made $(count) of 400"; exit 1; }
"$qari" library check >"$work/said" || { cat "$work/said"; exit 1; }
[ -e "$work/data/qari/library.db.bad" ] && { echo "FAIL: set aside"; exit 1; }
exit 0
