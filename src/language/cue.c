/* cue.c: words that announce, continue or end a name.
 *
 * Head words and titles are those met in the project's own annotated
 * articles, in folded spelling. */
#include "language/cue.h"

#include <string.h>

#include "bytes/memory.h"
#include "language/lexicon.h"
#include "language/word.h"

#define AGENCIES(word) { word, CUE_AGENCY, 0 }
#define WIDE(word)     { word, CUE_AGENCY_WIDE, 0 }
#define EVENTS(word)   { word, CUE_EVENT, 0 }
#define PLACES(word)   { word, CUE_PLACE, 0 }
#define TITLES(word)   { word, CUE_TITLE, 0 }
#define STOPS(word)    { word, CUE_STOP, 0 }

static const struct lexicon_row rows[] = {
	AGENCIES("وزاره"), AGENCIES("مجلس"), AGENCIES("شركه"),
	AGENCIES("وكاله"), AGENCIES("نادي"), AGENCIES("حزب"),
	AGENCIES("جامعه"), AGENCIES("لجنه"), AGENCIES("جمعيه"),
	AGENCIES("مكتب"), AGENCIES("مركز"), AGENCIES("منظمه"),
	AGENCIES("حركه"), AGENCIES("اتحاد"), AGENCIES("بنك"),
	AGENCIES("مصرف"), AGENCIES("موسسه"), AGENCIES("صندوق"),
	AGENCIES("صحيفه"), AGENCIES("جريده"), AGENCIES("جبهه"),
	AGENCIES("معهد"), AGENCIES("هييه"), AGENCIES("كليه"),
	AGENCIES("قناه"), AGENCIES("تنظيم"), AGENCIES("شبكه"),
	AGENCIES("بلديه"), AGENCIES("نقابه"), AGENCIES("محكمه"),
	AGENCIES("منتخب"), AGENCIES("جهاز"), AGENCIES("بورصه"),
	AGENCIES("مستشفي"), AGENCIES("اكاديميه"), AGENCIES("متحف"),
	AGENCIES("غرفه"), AGENCIES("فيدراليه"), AGENCIES("مدرسه"),
	AGENCIES("رابطه"), AGENCIES("امانه"), AGENCIES("ديوان"),
	AGENCIES("مفوضيه"), AGENCIES("سفاره"), AGENCIES("قنصليه"),
	AGENCIES("مديريه"), AGENCIES("دايره"),
	AGENCIES("مصلحه"), AGENCIES("حلف"), AGENCIES("مرصد"),
AGENCIES("كتايب"), AGENCIES("مجموعه"),
	AGENCIES("قياده"), AGENCIES("رياسه"),
	AGENCIES("سلطه"), AGENCIES("كونفدراليه"), AGENCIES("ميليشيات"),
	AGENCIES("ميليشيا"), AGENCIES("مكتبه"), AGENCIES("دار الافتاء"),
	AGENCIES("اداره"), AGENCIES("برلمان"),
	AGENCIES("قوات"),
	WIDE("المجلس"), WIDE("الاتحاد"), WIDE("اللجنه"), WIDE("الهييه"),
	WIDE("الجمعيه"), WIDE("المعهد"), WIDE("المحكمه"), WIDE("البنك"),
	WIDE("النيابه"), WIDE("المكتب"), WIDE("المنتخب"), WIDE("الوكاله"),
	WIDE("الشبكه"), WIDE("المديريه"), WIDE("الاداره"), WIDE("المنظمه"),
	WIDE("الجامعه"), WIDE("المركز"), WIDE("الشركه"), WIDE("المرصد"),
	WIDE("الموسسه"), WIDE("الغرفه"), WIDE("المندوبيه"),
	WIDE("المفوضيه"), WIDE("الديوان"), WIDE("الخطوط"), WIDE("الحرس"),
	WIDE("النادي"), WIDE("الرابطه"), WIDE("الحزب"), WIDE("الحركه"),
	WIDE("الجبهه"), WIDE("الفيدراليه"), WIDE("النقابه"),
	WIDE("البرلمان"), WIDE("التحالف"), WIDE("المصرف"), WIDE("المتحف"),
	WIDE("المدرسه"), WIDE("القوات"), WIDE("السفاره"),
	WIDE("الجامعه العربيه"), WIDE("الدرك"), WIDE("الفرقه"),
	WIDE("الصندوق"), WIDE("المستشفي"), WIDE("التجمع"),
	EVENTS("مهرجان"), EVENTS("موتمر"), EVENTS("معرض"),
	EVENTS("ملتقي"), EVENTS("منتدي"), EVENTS("كاس"), EVENTS("دوري"),
	EVENTS("بطوله"), EVENTS("قمه"), EVENTS("مونديال"),
	EVENTS("عمليه عاصفه"), EVENTS("ثوره"), EVENTS("عيد"),
	EVENTS("تصفيات كاس"), EVENTS("نهاييات كاس"), EVENTS("عاصفه"),
	EVENTS("معركه"), EVENTS("الحرب العالميه"), EVENTS("راس السنه"),
	{ "المعرض", CUE_EVENT_WIDE, 0 }, { "المهرجان", CUE_EVENT_WIDE, 0 },
	{ "الموتمر", CUE_EVENT_WIDE, 0 }, { "الملتقي", CUE_EVENT_WIDE, 0 },
	{ "المنتدي", CUE_EVENT_WIDE, 0 }, { "الدوري", CUE_EVENT_WIDE, 0 },
	{ "البطوله", CUE_EVENT_WIDE, 0 }, { "الانتخابات", CUE_EVENT_WIDE, 0 },
	{ "القمه", CUE_EVENT_WIDE, 0 }, { "الصالون", CUE_EVENT_WIDE, 0 },
	{ "الجمهوريه", CUE_PLACE_WIDE, 0 }, { "المملكه", CUE_PLACE_WIDE, 0 },
	PLACES("مطار"), PLACES("ملعب"), PLACES("ساحه"), PLACES("شارع"),
	PLACES("جبل"), PLACES("جبال"), PLACES("نهر"), PLACES("جزيره"),
	PLACES("جزر"), PLACES("مخيم"), PLACES("قصر"), PLACES("سجن"),
	PLACES("وادي"), PLACES("بحيره"), PLACES("خليج"), PLACES("بحر"),
	PLACES("قاعده"), PLACES("مسجد"), PLACES("جامع"), PLACES("استاد"),
	PLACES("حديقه"), PLACES("مقبره"), PLACES("مضيق"), PLACES("حي"),
	PLACES("شبه جزيره"), PLACES("صحراء"), PLACES("جسر"),
	PLACES("معبر"), PLACES("فندق"), PLACES("مسرح"),
	TITLES("الرييس"), TITLES("الملك"), TITLES("الامير"),
	TITLES("الشيخ"), TITLES("الدكتور"), TITLES("الدكتوره"),
	TITLES("السيد"), TITLES("السيده"), TITLES("المهندس"),
	TITLES("الوزير"), TITLES("الوزيره"), TITLES("الاستاذ"),
	TITLES("الفنان"), TITLES("الفنانه"), TITLES("اللواء"),
	TITLES("العقيد"), TITLES("العميد"), TITLES("الفريق اول"),
	TITLES("المقدم"), TITLES("النقيب"), TITLES("الجنرال"),
	TITLES("المدرب"), TITLES("اللاعب"), TITLES("المهاجم"),
	TITLES("الحارس"), TITLES("الكاتب"), TITLES("الكاتبه"),
	TITLES("الشاعر"), TITLES("المخرج"), TITLES("المخرجه"),
	TITLES("الممثل"), TITLES("الممثله"), TITLES("الناشط"),
	TITLES("الصحفي"), TITLES("الصحفيه"), TITLES("الصحافي"),
	TITLES("الصحافيه"), TITLES("الباحث"), TITLES("الاعلامي"),
	TITLES("النايب"), TITLES("السفير"), TITLES("القاضي"),
	TITLES("المحامي"), TITLES("الراحل"), TITLES("الراحله"),
	TITLES("الاميره"), TITLES("الملكه"), TITLES("السلطان"),
	TITLES("الشهيد"), TITLES("البروفيسور"), TITLES("المطرب"),
	TITLES("المطربه"), TITLES("الحاج"), TITLES("الامام"),
	TITLES("البابا"), TITLES("القس"), TITLES("المغني"),
	TITLES("النجم"), TITLES("المدعو"), TITLES("الزميل"),
	TITLES("الزميله"), TITLES("المفكر"), TITLES("الموسيقار"),
	TITLES("السيناتور"), TITLES("المستشار"), TITLES("المستشاره"),
	STOPS("من"), STOPS("في"), STOPS("علي"), STOPS("الي"), STOPS("عن"),
	STOPS("مع"), STOPS("ان"), STOPS("التي"), STOPS("الذي"),
	STOPS("الذين"), STOPS("او"), STOPS("ثم"), STOPS("قد"),
	STOPS("كما"), STOPS("حيث"), STOPS("بعد"), STOPS("قبل"),
	STOPS("خلال"), STOPS("منذ"), STOPS("حتي"), STOPS("بين"),
	STOPS("ضد"), STOPS("عبر"), STOPS("هذا"), STOPS("هذه"),
	STOPS("ذلك"), STOPS("تلك"), STOPS("قال"), STOPS("قالت"),
	STOPS("اعلن"), STOPS("اعلنت"), STOPS("اكد"), STOPS("اكدت"),
	STOPS("اليوم"), STOPS("امس"), STOPS("الماضي"), STOPS("المقبل"),
	STOPS("الجاري"), STOPS("الحالي"), STOPS("السابق"),
	STOPS("السابقه"), STOPS("لدي"), STOPS("عند"), STOPS("كان"),
	STOPS("كانت"), STOPS("يوم"), STOPS("عام"), STOPS("سنه"),
	STOPS("الاحد"), STOPS("الاثنين"), STOPS("الثلاثاء"),
	STOPS("الاربعاء"), STOPS("الخميس"), STOPS("الجمعه"),
	STOPS("السبت"), STOPS("لا"), STOPS("لم"), STOPS("لن"),
	STOPS("هو"), STOPS("هي"), STOPS("هم"), STOPS("انه"),
	STOPS("انها"), STOPS("غير"), STOPS("كل"), STOPS("جميع"),
	STOPS("بعض"), STOPS("اي"), STOPS("عدم"), STOPS("نحو"),
	STOPS("حول"), STOPS("تحت"), STOPS("فوق"), STOPS("دون"),
	STOPS("رغم"), STOPS("بسبب"), STOPS("وفق"), STOPS("ضمن"),
	STOPS("اذ"), STOPS("اذا"), STOPS("لكن"), STOPS("الان"),
	STOPS("اثر"), STOPS("جراء"), STOPS("بينما"), STOPS("فيما"),
	STOPS("القادم"), STOPS("القادمه"), STOPS("المقبله"),
	STOPS("الماضيه"), STOPS("الاخير"), STOPS("الاخيره"),
	STOPS("المقرر"), STOPS("المقرره"), STOPS("المزمع"),
	STOPS("المزمعه"), STOPS("المنتظر"), STOPS("المنتظره"),
	STOPS("المرتقب"), STOPS("المرتقبه"), STOPS("المقام"),
	STOPS("المقامه"), STOPS("المنعقد"), STOPS("المنعقده"),
	STOPS("المخصص"), STOPS("المخصصه"), STOPS("المتعلق"),
	STOPS("المتعلقه"), STOPS("الهادف"), STOPS("الهادفه"),
	STOPS("الواقع"), STOPS("الواقعه"), STOPS("القريب"),
	STOPS("القريبه"), STOPS("الحاليه"), STOPS("الجاريه"),
	STOPS("الجديد"), STOPS("الجديده"), STOPS("المذكور"),
	STOPS("المذكوره"), STOPS("نفسه"), STOPS("نفسها"), STOPS("لها"),
	STOPS("له"), STOPS("به"), STOPS("بها"), STOPS("فيه"),
	STOPS("فيها"), STOPS("منها"), STOPS("منه"), STOPS("عليه"),
	STOPS("عليها"), STOPS("ايضا"), STOPS("احد"), STOPS("احدي"),
};

static struct lexicon lexicon = LEXICON_OF(rows);

#define ARTICLE "ال"

static bool
has_article(const char *word, size_t size)
{
	return size > sizeof ARTICLE + 2 &&
	    memcmp(word, ARTICLE, sizeof ARTICLE - 1) == 0;
}

static const struct lexicon_row *
row_of(const struct tokens *tokens, size_t i, const char *word, size_t size)
{
	size_t taken;

	return lexicon_match(&lexicon, tokens, i, word, size, &taken);
}

/* Reads token `i` without clitics, where that makes it a cue. */
static void
read_bare(const struct tokens *tokens, size_t i, struct cue *cue)
{
	struct bare bares[CLITIC_STEMS];
	size_t      count = token_bares(tokens, i, bares);

	for (size_t b = 0; b < count; b++) {
		const struct lexicon_row *row = row_of(tokens, i,
		    bares[b].word, bares[b].size);

		if (row == NULL)
			continue;
		cue->class = (uint8_t)row->class;
		cue->letters = (uint8_t)bares[b].letters;
		cue->article = has_article(bares[b].word, bares[b].size);
		return;
	}
}

struct cue *
cues_of(const struct tokens *tokens)
{
	struct cue *cues = memory_new(tokens->count, sizeof *cues);

	for (size_t i = 0; i < tokens->count; i++) {
		const char *word = token_folded(tokens, i);
		size_t      size = tokens->at[i].folded_size;
		const struct lexicon_row *row;

		if (tokens->at[i].kind != TOKEN_WORD)
			continue;
		row = row_of(tokens, i, word, size);
		cues[i].article = has_article(word, size);
		if (row != NULL)
			cues[i].class = (uint8_t)row->class;
		else
			read_bare(tokens, i, &cues[i]);
	}
	return cues;
}
