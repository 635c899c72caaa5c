#!/bin/sh
# take.sh: a picture of qari in a real terminal (tmux), the same every time.
#
# usage: take.sh QARI OUT.png COLUMNSxROWS KEYS ARGUMENT…
#        KEYS are tmux key names, "" for none (make pictures)
set -eu
here=$(cd "$(dirname "$0")" && pwd)
qari=$(cd "$(dirname "$1")" && pwd)/$(basename "$1")
out=$2 size=$3 keys=$4
shift 4
columns=${size%x*} rows=${size#*x}
socket=qari-picture-$$
trap 'tmux -L "$socket" kill-server 2>/dev/null || true' EXIT
export LC_ALL=C.UTF-8 TERM=xterm-256color

tmux -L "$socket" -f /dev/null new-session -d -x "$columns" -y "$rows" \
    "$qari" "$@"
tmux -L "$socket" set -g status off

# The screen once it stands still.
capture() {
	before=
	for _ in 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20; do
		sleep 0.2
		now=$(tmux -L "$socket" capture-pane -e -p)
		[ -n "$now" ] && [ "$now" = "$before" ] && break
		before=$now
	done
	printf '%s\n' "$now"
}

capture > /dev/null
# shellcheck disable=SC2086
[ -z "$keys" ] || tmux -L "$socket" send-keys $keys
capture | python3 "$here/picture.py" "$columns" "$rows" > "${out%.png}.svg"
case $out in
*.png) rsvg-convert -o "$out" "${out%.png}.svg" && rm "${out%.png}.svg" ;;
esac
