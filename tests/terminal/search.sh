#!/bin/sh
# Searches while typing, goes from hit to hit and back.
. "$(dirname "$0")/lib.sh"

start 80 12
run --lang=en "$article"
see 'page 1 of'
type 'ظ'
see 'search:'
type 'محطه'
see 'hit 1/6'
keys Enter
see 'hit 1/6'
keys n
see 'hit 2/6'
at=$(cursor)
[ "${at% *}" -lt 11 ] || fail "the cursor is not on the hit but at $at"
keys N
see 'hit 1/6'
type '/'
type 'zzz'
see 'not found: zzz'
keys Escape
see 'hit 1/6'
keys Escape
gone 'hit 1/6'
keys q
see 'status 0'
