# lib.sh: what the long reading tests share: the program, a folder of their
# own, and nothing kept from one run to the next.
set -u
here=$(cd "$(dirname "$0")" && pwd) || exit 99
qari=${QARI:-$PWD/qari}
case $qari in /*) ;; *) qari=$PWD/$qari ;; esac
work=$(mktemp -d) || exit 99
trap 'rm -rf "$work"' EXIT
unset NO_COLOR QARI_DATA LC_MESSAGES LC_NUMERIC LANG
export XDG_DATA_HOME=/dev/null
