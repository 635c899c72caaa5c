/* record.c: records of names and dates in every format; a row each. */
#include <stdio.h>

#include "bytes/utf8.h"
#include "views/extract.h"
#include "views/json.h"
#include "views/plain.h"

/* "p12": the kind's letter and a number, the same for all mentions of one
 * entity in one call. "" for a date. */
static const char *
entity_id(const struct record *record, char id[16])
{
	static const char letters[KINDS] = {
		[KIND_PERSON] = 'p', [KIND_AGENCY] = 'o', [KIND_PLACE] = 'l',
		[KIND_EVENT] = 'e', [KIND_DATE] = 'd',
	};

	id[0] = '\0';
	if (record->entity != NONE)
		snprintf(id, 16, "%c%u", letters[record->kind],
		    record->entity + 1);
	return id;
}

static const char *
entity_name(const struct record *record, const struct entities *entities)
{
	return record->entity != NONE ? entities->at[record->entity].name : "";
}

static const char *
or_null(const char *text)
{
	return *text != '\0' ? text : NULL;
}

typedef void row_writer(const struct record *record,
    const struct entities *entities, size_t index, struct buffer *out);

static void
write_jsonl(const struct record *record, const struct entities *entities,
    size_t index, struct buffer *out)
{
	char id[16];

	(void)index;
	buffer_add_string(out, "{");
	json_text_member(out, "doc", record->doc);
	json_number_member(out, "start", record->start);
	json_number_member(out, "end", record->end);
	json_text_member(out, "text", record->text);
	json_text_member(out, "type", kind_tag(record->kind));
	json_text_member(out, "norm", or_null(record->norm));
	json_text_member(out, "entity", or_null(entity_id(record, id)));
	json_text_member(out, "name", or_null(entity_name(record,
	    entities)));
	buffer_add_string(out, "}");
}

static void
write_json_line(const struct record *record, const struct entities *entities,
    size_t index, struct buffer *out)
{
	write_jsonl(record, entities, index, out);
	buffer_add_string(out, "\n");
}

static void
write_json_item(const struct record *record, const struct entities *entities,
    size_t index, struct buffer *out)
{
	buffer_add_string(out, index > 0 ? ",\n  " : "\n  ");
	write_jsonl(record, entities, index, out);
}

/* A field of a line: what would end it is written as \t, \n, \\. */
static void
add_tsv(struct buffer *out, const char *text, char ended_by)
{
	for (; *text != '\0'; text++) {
		if (*text == '\t')
			buffer_add_string(out, "\\t");
		else if (*text == '\n' || *text == '\r')
			buffer_add_string(out, "\\n");
		else if (*text == '\\')
			buffer_add_string(out, "\\\\");
		else
			buffer_add(out, text, 1);
	}
	buffer_add(out, &ended_by, 1);
}

/* A field as RFC 4180 has it. */
static void
add_csv(struct buffer *out, const char *text, char ended_by)
{
	bool quoted = strpbrk(text, ",\"\r\n") != NULL;

	if (quoted)
		buffer_add_string(out, "\"");
	for (; *text != '\0'; text++) {
		if (*text == '"')
			buffer_add_string(out, "\"");
		buffer_add(out, text, 1);
	}
	if (quoted)
		buffer_add_string(out, "\"");
	buffer_add(out, &ended_by, 1);
}

static void
write_fields(const struct record *record, const struct entities *entities,
    struct buffer *out, char between,
    void (*add)(struct buffer *, const char *, char))
{
	char id[16], start[24], end[24];

	snprintf(start, sizeof start, "%zu", record->start);
	snprintf(end, sizeof end, "%zu", record->end);
	add(out, record->doc, between);
	add(out, start, between);
	add(out, end, between);
	add(out, record->text, between);
	add(out, kind_tag(record->kind), between);
	add(out, record->norm, between);
	add(out, entity_id(record, id), between);
	add(out, entity_name(record, entities), '\n');
}

static void
write_tsv(const struct record *record, const struct entities *entities,
    size_t index, struct buffer *out)
{
	(void)index;
	write_fields(record, entities, out, '\t', add_tsv);
}

static void
write_csv(const struct record *record, const struct entities *entities,
    size_t index, struct buffer *out)
{
	(void)index;
	write_fields(record, entities, out, ',', add_csv);
}

/* brat's standoff: a text-bound annotation, its value and name as notes. */
static void
write_ann(const struct record *record, const struct entities *entities,
    size_t index, struct buffer *out)
{
	const char *note = record->norm[0] != '\0' ? record->norm
	    : entity_name(record, entities);
	char line[96];

	snprintf(line, sizeof line, "T%zu\t%s %zu %zu\t", index + 1,
	    kind_tag(record->kind), record->start, record->end);
	buffer_add_string(out, line);
	add_tsv(out, record->text, '\n');
	if (*note == '\0')
		return;
	snprintf(line, sizeof line, "#%zu\tAnnotatorNotes T%zu\t", index + 1,
	    index + 1);
	buffer_add_string(out, line);
	add_tsv(out, note, '\n');
}

#define FIELDS(comma) "doc" comma "start" comma "end" comma "text" comma \
	"type" comma "norm" comma "entity" comma "name\n"

static const struct {
	const char *head;
	row_writer *write;
	const char *foot;
} formats[] = {
	[EXTRACT_JSONL] = { "", write_json_line, "" },
	[EXTRACT_TSV]   = { FIELDS("\t"), write_tsv, "" },
	[EXTRACT_JSON]  = { "{\"schema\": \"" EXTRACT_SCHEMA
	    "\", \"mentions\": [", write_json_item, "\n]}\n" },
	[EXTRACT_CSV]   = { FIELDS(","), write_csv, "" },
	[EXTRACT_ANN]   = { "", write_ann, "" },
};

void
records_write(enum extract_format format, const struct records *records,
    const struct entities *entities, struct buffer *out)
{
	buffer_add_string(out, formats[format].head);
	for (size_t i = 0; i < records->count; i++)
		formats[format].write(&records->at[i], entities, i, out);
	buffer_add_string(out, formats[format].foot);
}

/* As CoNLL-U names a document. */
static void
write_doc(const char *doc, struct buffer *out)
{
	buffer_add_string(out, "# newdoc id = ");
	plain_add(out, doc, strlen(doc));
	buffer_add_string(out, "\n");
}

void
conll_write(const char *doc, const struct article *article,
    const struct mentions *mentions, struct buffer *out)
{
	struct tokens tokens = tokens_split(article, 0, article->parts.count);
	size_t        last   = SIZE_MAX;

	if (doc != NULL)
		write_doc(doc, out);
	for (size_t i = 0; i < tokens.count; i++) {
		struct span span = tokens.at[i].span;
		size_t      at   = mentions_at(mentions, span.start);

		if (i > 0 && tokens.at[i].starts)
			buffer_add_string(out, "\n");
		buffer_add(out, tokens.text + span.start, span_size(span));
		if (at == mentions->count ||
		    mentions->at[at].span.start >= span.end)
			buffer_add_string(out, "\tO\n");
		else {
			buffer_add_string(out, at == last ? "\tI-" : "\tB-");
			buffer_add_string(out,
			    kind_tag(mentions->at[at].kind));
			buffer_add_string(out, "\n");
			last = at;
		}
	}
	buffer_add_string(out, "\n");
	tokens_free(&tokens);
}
