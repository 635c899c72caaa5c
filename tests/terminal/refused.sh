#!/bin/sh
# What cannot be shown is said in one sentence, and the terminal is left be.
. "$(dirname "$0")/lib.sh"

start 80 12
run --lang=en /nonexistent/article.txt
see '/nonexistent/article.txt: there is no such file'
see 'status 2'
tm send-keys -l 'clear'
keys Enter
gone 'status 2'
TERM_dumb() {
	tm send-keys -l "TERM=dumb $qari --lang=en $article; echo status \$?"
	keys Enter
}
TERM_dumb
see 'this terminal cannot show a screen'
see 'status'
tm send-keys -l 'clear'
keys Enter
tm send-keys -l "printf '' | $qari --lang=en --data=$here/tests/screen/data; echo status \$?"
keys Enter
see 'This article is empty.'
keys q
see 'status 0'
