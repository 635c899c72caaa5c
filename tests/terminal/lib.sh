# lib.sh: what the tests in a real terminal share. tmux is the terminal; a
# shell runs in it, and qari in the shell. Nothing sleeps for luck: every
# step waits for what it expects to see.
set -u
command -v tmux >/dev/null || { echo "no tmux"; exit 77; }
source=$(cd "$(dirname "$0")/../.." && pwd) || exit 99
qari=${QARI:-$PWD/qari}
case $qari in /*) ;; *) qari=$PWD/$qari ;; esac
# What is typed into the shell has no blanks in it, wherever this lies.
links=$(mktemp -d) || exit 99
ln -s "$source" "$links/source"
ln -s "$qari" "$links/qari"
here=$links/source
qari=$links/qari
socket=qari-test-$$-0
article=$here/tests/screen/visit.txt
unset NO_COLOR QARI_DATA QARI_DISPLAY LC_MESSAGES LC_NUMERIC LANG TMUX
export LC_ALL=C.UTF-8
# No corrections or terminals of whoever runs the tests.
export XDG_DATA_HOME=/dev/null XDG_CONFIG_HOME=/dev/null
trap finish EXIT

finish() {
	tm kill-server 2>/dev/null
	rm -rf "$links"
}

tm() {
	tmux -u -L "$socket" -f /dev/null "$@"
}

# start COLUMNS ROWS: a terminal with a shell that says "shell>".
start() {
	tm kill-server 2>/dev/null
	# A server that is going still holds the old name.
	socket=qari-test-$$-$((${socket##*-} + 1))
	tm new-session -d -x "$1" -y "$2" "PS1='shell> ' exec sh -i"
	see 'shell>'
}

# run ARGUMENTS: qari, started from the shell.
run() {
	tm send-keys -l "$qari --data=$here/tests/screen/data $*; echo status \$?"
	tm send-keys Enter
}

keys() {
	tm send-keys "$@"
}

# type TEXT: as from a keyboard.
type() {
	tm send-keys -l "$1"
}

shown() {
	tm capture-pane -p 2>/dev/null
}

cursor() {
	tm display-message -p '#{cursor_y} #{cursor_x}'
}

fail() {
	echo "$0: $*"
	shown
	exit 1
}

# wait_for WHAT COMMAND…: until the command succeeds, ten seconds at most.
wait_for() {
	what=$1
	shift
	tries=200
	until "$@"; do
		tries=$((tries - 1))
		[ $tries -gt 0 ] || fail "waited in vain for $what"
		sleep 0.05
	done
}

has() {
	shown | grep -qF -- "$1"
}

lacks() {
	! has "$1"
}

see() {
	wait_for "'$1'" has "$1"
}

gone() {
	wait_for "'$1' to go" lacks "$1"
}

# set_row N WIDTH: row N of the article as --print sets it.
set_row() {
	"$qari" --print --width="$2" "$article" | sed -n "$1p"
}

# The process that runs in the terminal's shell; nothing when none does. awk
# would stop at the first process that is gone when its file is opened.
child_of_shell() {
	shell=$(tm display-message -p '#{pane_pid}')
	cat /proc/[0-9]*/stat 2>/dev/null |
	    awk -v shell="$shell" '$4 == shell { print $1 }'
}
