#!/bin/sh
# From name to name: the cursor stands on each; the box and the list tell of
# them.
. "$(dirname "$0")/lib.sh"

start 80 24
run --lang=en --date=2024-05-20 "$article"
see '100%'
at=$(cursor)
keys Tab
moved() { [ "$(cursor)" != "$at" ]; }
wait_for "the cursor to move" moved
second=$(cursor)
keys Tab
at=$second
wait_for "the cursor to move on" moved
keys BTab
back() { [ "$(cursor)" = "$second" ]; }
wait_for "the cursor to come back" back
keys i
see 'found by the program'
see 'Kind'
keys q
gone 'Kind'
keys e
see 'Who, where, when'
see '2019-03-12'
keys G Enter
gone 'Who, where, when'
see '100%'
keys q
see 'status 0'
