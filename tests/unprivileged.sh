# unprivileged.sh: what a test reads first that is refused what modes forbid:
# root, who is refused nothing, runs it again without these rights.
rights='-dac_override,-dac_read_search'
[ "$(id -u)" != 0 ] || [ "${1-}" = unprivileged ] ||
    ! setpriv --bounding-set=$rights true 2>/dev/null ||
	exec setpriv --bounding-set=$rights sh "$0" unprivileged
