#!/bin/sh
# layers.sh: every include under src goes to the file's own layer or to one
# that README.md's table of layers names beside it; outside libraries are
# included only through their doors. Then the same check is shown to fail on
# trees in which something is wrong.
set -u
root=$(cd "$(dirname "$0")/.." && pwd) || exit 99

# Which files may include a library: its header, and where.
doors='
fribidi src/layout/bidi.c src/layout/shape.c
ncurses.h src/screen/
curses.h src/screen/
term.h src/screen/
sqlite3.h src/library/sqlite.h
library/sqlite.h src/library/sqlite.c src/library/connection.h src/library/tokenizer.c
libxml src/document/html.c
'

table() { sed -n '/^```layers$/,/^```$/p' "$1/README.md" | grep ':'; }

# "file header" for every include in the tree at $1.
includes() {
	(cd "$1" && grep -rE '^[[:space:]]*#[[:space:]]*include' \
	    --include='*.[ch]' --include='*.def' src) |
	    sed -nE 's/^([^:]*):[^"<]*["<]([^">]*)[">].*/\1 \2/p'
}

check_layers() {
	table "$1" >"$work/table"
	includes "$1" | awk -v table="$work/table" '
	BEGIN {
		while ((getline line < table) > 0) {
			split(line, side, ":")
			layers[side[1]] = 1
			n = split(side[2], below, " ")
			for (i = 1; i <= n; i++)
				may[side[1], below[i]] = 1
		}
	}
	{
		split($1, from, "/")
		split($2, to, "/")
		if (from[3] == "" || from[2] == to[1] || !(to[1] in layers))
			next
		if (!((from[2], to[1]) in may)) {
			print $1 " may not include " $2
			bad = 1
		}
	}
	END { exit bad }'
}

check_folders() {
	bad=0
	for folder in "$1"/src/*/; do
		layer=$(basename "$folder")
		table "$1" | grep -q "^$layer:" && continue
		echo "src/$layer is not in README.md's table"
		bad=1
	done
	return $bad
}

check_doors() {
	includes "$1" | awk -v doors="$doors" '
	BEGIN {
		rows = split(doors, row, "\n")
		for (r = 1; r <= rows; r++) {
			words = split(row[r], word, " ")
			for (w = 2; w <= words; w++)
				open[word[1]] = open[word[1]] " " word[w]
		}
	}
	{
		for (library in open) {
			if (index($2, library) != 1)
				continue
			let = 0
			n = split(open[library], door, " ")
			for (d = 1; d <= n; d++)
				let = let || index($1, door[d]) == 1
			if (!let) {
				print $1 " may not include " $2
				bad = 1
			}
		}
	}
	END { exit bad }'
}

check() {
	right=0
	check_layers "$1" || right=1
	check_folders "$1" || right=1
	check_doors "$1" || right=1
	return $right
}

# A copy of the house's tree with one more line in one of its files.
must_fail() {
	rm -rf "$work/tree"
	mkdir -p "$work/tree"
	cp -R "$root/src" "$root/README.md" "$work/tree"
	mkdir -p "$(dirname "$work/tree/$1")"
	echo "$2" >>"$work/tree/$1"
	check "$work/tree" >/dev/null || return 0
	echo "not noticed: $2 in $1"
	return 1
}

work=$(mktemp -d) || exit 99
trap 'rm -rf "$work"' EXIT
[ "$(table "$root" | wc -l)" -ge 6 ] || { echo "no table"; exit 1; }
check "$root" || exit 1
must_fail src/language/token.c '#include "layout/cell.h"' || exit 1
must_fail src/bytes/span.h '#include "document/article.h"' || exit 1
must_fail src/screen/key.c '#  include "views/app.h" /* up */' || exit 1
must_fail src/views/commands.def '#include <ncurses.h>' || exit 1
must_fail src/views/app.c '#include <fribidi/fribidi.h>' || exit 1
must_fail src/layout/width.c '#include <fribidi.h>' || exit 1
must_fail src/library/search.c '#include <sqlite3.h>' || exit 1
must_fail src/document/tags.c '#include <libxml/HTMLparser.h>' || exit 1
must_fail src/attic/old.c '' || exit 1
