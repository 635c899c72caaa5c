#!/bin/sh
# fuzz.sh: what `make fuzz` runs: every target under libFuzzer with clang's
# AddressSanitizer and UndefinedBehaviorSanitizer, RUNS inputs each.
#
# usage: fuzz.sh SOURCE TARGET…
set -u
source=$(cd "$1" && pwd) || exit 2
shift
runs=${RUNS:-1000000}
QARI_DATA=${QARI_DATA:-$source/data}
export QARI_DATA

mkdir -p fuzz && cd fuzz || exit 2
test -f Makefile || "$source/configure" --enable-sanitizers CC=clang \
    CFLAGS='-O1 -g -fsanitize=fuzzer-no-link' >configure.log || exit 2
layers='views screen layout library language document bytes'
libraries=
for layer in $layers; do libraries="$libraries lib$layer.a"; done
make -s $libraries || exit 2
for target; do
	mkdir -p "corpus/$target" "found/$target"
	clang -std=gnu11 -D_GNU_SOURCE -O1 -g \
	    -fsanitize=fuzzer,address,undefined \
	    -fno-sanitize-recover=undefined -I"$source/src" \
	    "$source/tests/fuzz/$target.c" $libraries \
	    $(pkg-config --libs ncursesw fribidi icu-uc icu-i18n sqlite3) \
	    -lm -o "$target" || exit 2
	echo "fuzz: $target, $runs inputs"
	"./$target" -runs="$runs" -max_len="${LENGTH:-256}" -timeout=20 \
	    -print_final_stats=1 -artifact_prefix="found/$target/" \
	    "corpus/$target" "$source/tests/fuzz/corpus/$target" \
	    >"$target.log" 2>&1 ||
	    { tail -n 40 "$target.log"; echo "fuzz: see fuzz/found/$target"
	      exit 1; }
	grep number_of_executed_units "$target.log"
done
cat <<END
fuzz: no faults. What was learned is kept in $PWD/corpus; to go on to 10^8:
	make fuzz RUNS=100000000            (all, one after the other)
	make fuzz RUNS=100000000 TARGETS=layout LENGTH=2000
A fault's input lies in $PWD/found: mend it, then keep the input in
tests/fuzz/corpus/TARGET, which make check replays. To keep what is new:
	cd $PWD && ./TARGET -merge=1 $source/tests/fuzz/corpus/TARGET corpus/TARGET
END
