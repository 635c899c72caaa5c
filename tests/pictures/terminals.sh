#!/bin/sh
# terminals.sh: pictures of qari in every terminal that is installed, under
# Xvfb, to be looked at: what a program cannot judge.
#
# usage: terminals.sh QARI ARTICLE DIRECTORY
#        needs Xvfb and ImageMagick's import
set -eu
data=$(cd "$(dirname "$0")/../../data" && pwd)
qari="$(cd "$(dirname "$1")" && pwd)/$(basename "$1") --data=$data"
article=$(cd "$(dirname "$2")" && pwd)/$(basename "$2")
mkdir -p "$3"
cd "$3"
export DISPLAY=:87 LC_ALL=C.UTF-8 XDG_CONFIG_HOME="$PWD/config" \
    LIBGL_ALWAYS_SOFTWARE=1 QT_QPA_PLATFORM=xcb
unset TMUX STY TERM_PROGRAM SSH_CONNECTION WAYLAND_DISPLAY
font='DejaVu Sans Mono'
Xvfb $DISPLAY -screen 0 1000x700x24 >/dev/null 2>&1 &
server=$!
trap 'kill $server' EXIT
sleep 1

# A program without arguments, as all terminals can start.
start() {
	printf '#!/bin/sh\nexec %s\n' "$2" >"$1"
	chmod +x "$1"
}
start plain "$qari $article"
start in-tmux "tmux -L picture-$$ -f /dev/null new-session $PWD/plain"
start in-screen "env -u STY screen -U -c /dev/null $PWD/plain"
start check "$qari --check-terminal"
start in-list "$qari --display=guard $(dirname "$article")"
start list-in-tmux "tmux -L list-$$ -f /dev/null new-session $PWD/in-list"

# picture NAME COMMAND…
picture() {
	name=$1
	shift
	command -v "$1" >/dev/null || return 0
	"$@" >/dev/null 2>&1 &
	shown=$!
	sleep 6
	import -window root "$name.png"
	kill $shown 2>/dev/null || true
	wait $shown 2>/dev/null || true
	echo "$name.png"
}

for how in ${HOW:-plain in-tmux in-screen check list-in-tmux}; do
	picture "xterm-$how" xterm -fa "$font" -fs 10 -e "$PWD/$how"
	picture "vte-$how" xfce4-terminal --disable-server -x "$PWD/$how"
	picture "konsole-$how" konsole --nofork -e "$PWD/$how"
	picture "mlterm-$how" mlterm -e "$PWD/$how"
	picture "kitty-$how" kitty -c NONE -o "font_family=$font" "$PWD/$how"
	picture "urxvt-$how" urxvt -fn "xft:$font:size=10" -e "$PWD/$how"
	picture "st-$how" st -f "$font:size=10" -e "$PWD/$how"
	picture "pterm-$how" pterm -fn "client:$font 10" -e "$PWD/$how"
	picture "alacritty-$how" alacritty -e "$PWD/$how"
done
