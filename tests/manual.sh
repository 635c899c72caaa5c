#!/bin/sh
# manual.sh: man/qari.1 tells every command with its keys, every option with
# its value, every task with what follows it, and every letter of the Arabic
# keyboards, as the program's own tables have them, and no others; and it is
# sound mdoc.
set -u
root=$(cd "$(dirname "$0")/.." && pwd) || exit 99
manual=$root/man/qari.1
work=$(mktemp -d) || exit 99
trap 'rm -rf "$work"' EXIT

# The rows "MACRO(…)" of a table, one on a line.
rows() {
	tr '\n' ' ' <"$2" | sed "s/$1(/\n&/g" | grep "^$1([A-Z_]*, \""
}

# Blocks of three lines as the manual has them: keys, sentence, name.
rows COMMAND "$root/src/views/commands.def" | sed -E \
    's/^[^"]*"([^"]*)", *"([^"]*)", *"([^"]*)".*/.It Ic \2\n\3\n.Pq Cm \1/' \
    >"$work/keys"
awk '
/^\.Sh/ { keys = /KEYS/ }
keys && /^\.It Ic/ { left = 3 }
left-- > 0 {
	if (left == 1)
		$0 = tolower(substr($0, 1, 1)) substr($0, 2)
	print
}' "$manual" >"$work/keys-told"

# ".It Fl w , Fl Fl width Ns = Ns Ar N", with what the row has of it.
rows OPTION "$root/src/views/options.def" | sed -E \
    -e 's/^[^"]*"([^"]*)", *([^,]*), *(NULL|"[^"]*").*/\2 Fl Fl \1 \3/' \
    -e "s/^'(.)' /.It Fl \1 , /" -e 's/^0 /.It /' \
    -e 's/ NULL$//' -e 's/ "([^"]*)"$/ Ns = Ns Ar \1/' >"$work/options"
grep '^\.It.*Fl Fl' "$manual" >"$work/options-told"

# ".It Cm add Ar FILE…": a task, of the library by its own word, and what
# follows it. Reading has none.
rows TASK "$root/src/views/tasks.def" | sed -nE \
    -e 's/^[^"]*"([^"]+)",[^"]*"([^"]*)".*/.It Cm \1 Ar \2/' \
    -e 's/ Ar $//' -e 's/^\.It Cm library ([a-z])/.It Cm \1/p' \
    -e '/^\.It/p' | uniq >"$work/tasks"
awk '/^\.Sh/ { tasks = /COMMANDS|LIBRARY/ } tasks && /^\.It Cm/' "$manual" \
    >"$work/tasks-told"
# The names of what other programs read.
for name in $(sed -nE 's/^#define (EXTRACT|LIBRARY)_SCHEMA "(.*)"/\2/p' \
    "$root/src/views/extract.h" "$root/src/views/library_task.h"); do
	grep -qF "$name" "$manual" || { echo "schema $name"; exit 1; }
done

# "b ز": a Latin key and a letter that stands for it, where it is a command.
tr '{' '\n' <"$root/src/views/keymap.c" |
    sed -nE "s/^ U'(.+)', '\\\\?(.)' .*/\2 \1/p" | sort >"$work/letters"
awk '
/^\.Sh/ { letters = /ARABIC/ }
!letters { next }
/^\.It Ic/ { key = $3; sub(/^\\&/, "", key); told = 1; next }
told { for (i = 1; i <= NF; i++) print key, $i; told = 0 }
' "$manual" | sort >"$work/letters-told"
# Keys of commands still to come have letters, but are not told.
told_keys=$(cut -d' ' -f1 "$work/letters-told" | tr -d '\n')
awk -v keys="$told_keys" 'index(keys, $1)' "$work/letters" >"$work/letters-due"

for what in keys options tasks letters-due; do
	[ "$(wc -l <"$work/$what")" -ge 15 ] || { echo "no $what"; exit 1; }
done
diff -u "$work/keys" "$work/keys-told" || exit 1
diff -u "$work/options" "$work/options-told" || exit 1
diff -u "$work/tasks" "$work/tasks-told" || exit 1
comm -23 "$work/letters-due" "$work/letters-told" >"$work/missing"
[ ! -s "$work/missing" ] || { echo "letters:"; cat "$work/missing"; exit 1; }

if command -v mandoc >/dev/null; then
	mandoc -T lint -W warning "$manual" | grep -v 'outdated mandoc.db' \
	    >"$work/lint"
	[ ! -s "$work/lint" ] || { cat "$work/lint"; exit 1; }
fi
