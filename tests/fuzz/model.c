/* model.c: a model file of any bytes is refused or used, and never harms.
 * Its sizes and checksum are put right first: the checks behind them are
 * what is tried. */
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include "language/tagger.h"
#include "language/weights.h"

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size);

static void
put_right(struct buffer *model)
{
	struct weights_header header;

	if (model->count < sizeof header)
		return;
	memcpy(&header, model->at, sizeof header);
	header.magic = WEIGHTS_MAGIC;
	header.version = WEIGHTS_VERSION;
	header.size = model->count;
	header.checksum = weights_checksum(model->at + sizeof header,
	    model->count - sizeof header);
	memcpy(model->at, &header, sizeof header);
}

int
LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
	static const char text[] = "زار الوزير سامي حداد وصنعاء في 3 مايو 2024";
	struct buffer   model = { 0 };
	struct tagger  *tagger;
	struct tokens   tokens;
	struct mentions mentions;

	buffer_add(&model, (const char *)bytes, size);
	put_right(&model);
	tagger = tagger_of(&model, "fuzz", NULL);
	if (tagger == NULL)
		return 0;
	tokens = tokens_of_text(text, sizeof text - 1);
	mentions = tagger_decode(tagger, &tokens);
	for (size_t i = 0; i < mentions.count; i++)
		if (!span_within(mentions.at[i].span,
		    span_of(0, sizeof text - 1)))
			__builtin_trap();
	array_free(&mentions);
	tokens_free(&tokens);
	tagger_free(tagger);
	return 0;
}
