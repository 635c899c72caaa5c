/* kind.h: the five kinds of thing an article speaks of. */
#ifndef QARI_LANGUAGE_KIND_H
#define QARI_LANGUAGE_KIND_H

enum kind {
	KIND_PERSON,            /* PER */
	KIND_AGENCY,            /* ORG */
	KIND_PLACE,             /* LOC */
	KIND_EVENT,             /* EVENT */
	KIND_DATE,              /* DATE */
	KINDS
};

/* "PER", "ORG", "LOC", "EVENT", "DATE". */
const char *kind_tag(enum kind kind);

#endif
