# lib.sh: what the tests with hostile input share: qari under the judge.
set -u
command -v python3 >/dev/null || { echo "no python3"; exit 77; }
here=$(cd "$(dirname "$0")" && pwd) || exit 99
qari=${QARI:-$PWD/qari}
case $qari in /*) ;; *) qari=$PWD/$qari ;; esac
QARI_DATA=${QARI_DATA:-$(cd "$here/../../data" && pwd)}
export QARI_DATA
unset NO_COLOR LC_MESSAGES LC_NUMERIC LANGUAGE

# judge OPTION…: hostile_check.py; every hard flag fails the test. The limits
# of time and memory are a sanitizer's too.
judge() {
	python3 "$here/hostile_check.py" --cmd "'$qari' --display=visual {}" \
	    --quit q --baseline "$here/benign.txt" --settle 0.02 \
	    --timeout 60 --grace 20 -j 2 "$@"
}

# fault KIND[:ERROR][/STEP]…: one call of a kind fails, each in its turn.
fault() {
	folder=$(mktemp -d) || exit 99  # LD_PRELOAD takes no blanks
	trap 'rm -rf "$folder"' EXIT
	library=$folder/iofault.so
	${CC:-cc} -shared -fPIC -O2 -w "$here/iofault.c" -o "$library" -ldl ||
	    { echo "no shared library can be made"; exit 77; }
	python3 "$here/iofault.py" "$qari" "$library" "$here/benign.txt" "$@"
}
