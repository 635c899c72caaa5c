/* version.c: what was built, and what it runs on: the libraries as they are
 * found at run time. ICU is asked here for its own. */
#include "views/version.h"

#include "bytes/icu.h"
#include "document/html.h"
#include "layout/layout.h"
#include "library/library.h"
#include "screen/caps.h"

static void
add_line(struct buffer *out, const char *name, const char *version)
{
	buffer_add_string(out, name);
	buffer_add_string(out, " ");
	buffer_add_string(out, version);
	buffer_add_string(out, "\n");
}

void
version_write(struct buffer *out)
{
	UVersionInfo icu;
	char         icu_text[U_MAX_VERSION_STRING_LENGTH];
	char         html_text[HTML_VERSION];

	html_version(html_text);
	icu_uc()->u_getVersion(icu);
	icu_uc()->u_versionToString(icu, icu_text);
	add_line(out, "qari", PACKAGE_VERSION);
	add_line(out, "ICU", icu_text);
	add_line(out, "FriBidi", layout_version());
	add_line(out, "ncurses", caps_version());
	add_line(out, "SQLite", library_version_of_sqlite());
	add_line(out, "libxml2", html_text);
	buffer_add_string(out, "Licence GPL-3.0-or-later; no warranty.\n");
}
