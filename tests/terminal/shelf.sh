#!/bin/sh
# A folder opens as a list; Enter opens an article, q goes back to the list.
. "$(dirname "$0")/lib.sh"

start 80 24
run --lang=en "$here/seeds"
see '2 articles'
see 'minutes'
keys Enter
see 'page 1 of'
first=$(shown | sed -n 3p)
keys g n
differs() { [ "$(shown | sed -n 3p)" != "$first" ]; }
wait_for "the next article" differs
keys q
see '2 of 2'
keys q
see 'status 0'
