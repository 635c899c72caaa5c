#!/bin/sh
# search.sh: what an Arabic reader types is found, however the article spells
# it, and nothing else is: the cases of OsmAnd#11709 and those of our own.
. "$(dirname "$0")/lib.sh"
mkdir "$work/press"
text() { printf '%s\n\n%s\n' "$2" "$3" >"$work/press/$1"; }

text farm    'مزرعة الزيتون' 'تقع مزرعةُ الزيتون شمال مؤتة، ويعمل فيها ١٥ عاملا منذ سنة ٢٠٢١.'
text grow    'إنماء القرى' 'أطلق صندوق الإنماء مشروعا لإنماء القرى، وقال مديره إن الدعم نما كثيرا.'
text mota    'موته القديمة' 'زار تلاميذ مدرسة موته المتحف، ورأوا ٢٥ قطعة من الفخّار.'
text port    'ميناء جديد' 'افتُتح الميناء في طنجة، وللميناء رصيفان. وسيربطه بالقاهرة خط بحري، كما قال مُحَمَّد العلوي.'
text cairo   'أمطار على القاهرة' 'سقطت أمطار غزيرة على القاهـــرة والجيزة، فتأخرت القطارات في محطّة رمسيس.'
text riyadh  'لقاء في الرياض' 'عُقد اللقاء بالرياض أمس، وبالرياض مقر المنظمة. وحضره الأمين العام محمد الأنصاري.'
text sport   'رياضة المشي' 'يمارس سكان الحي رياضة المشي كل صباح، ثم يشربون الشاي بالنعناع.'
text quran   'قرآن وخط' 'خطّ الفنان آيات من القرآن على الرق، وعُرضت في مؤسسة الفنون. جزء منها مذهب.'
text hamza   'شؤون المرأة' 'ناقشت الهيئة شؤون المرأة ومسؤولية الإعلام، وبدأ النقاش بسؤال عن الأسرة.'
text digits  'أرقام السوق' 'ارتفع المؤشر 3,5 بالمئة، وبلغ سعر الكيس 120 درهما في 14 مارس 2024.'
text persian 'کتاب گلستان' 'صدرت طبعة من کتاب گلستان بخط فارسی، وفيها ۱۲ لوحة.'
text allah   'لله الأمر' 'قال الشيخ عبدالرحمن إن الصدقة لله، وإن للفقراء حقا، وتلا شيئا من الشعر.'
text latin   'شركة Nokia' 'أعلنت شركة Nokia عن هاتف جديد، وقالت إن سعره 199 دولارا.'
text night   'ليلة في الصحراء' 'قضى الفريق ليلة هادئة، ورأى على الأفق ضوءا. يقول على لسان دليله إن الليل طويل.'
text heard   'أجور المعلمين' 'قال الوزير نبيل القاسمي إن أجور المعلمين سترتفع. وأضاف القاسمي أن الزيادة تشمل الجميع.'
text section 'قسم جديد' 'فتح المستشفى قسم الأطفال، ثم قسم العيون، وسيفتح قسم القلب قريبا.'
"$qari" library add "$work/press" >/dev/null || exit 1

asked=0
# The query, a bar, and the names of all files found, sorted.
while IFS='|' read -r query want; do
	[ -n "$query" ] || continue
	asked=$((asked + 1))
	got=$("$qari" library search --format=jsonl -- "$query" 2>/dev/null |
	    jq -r '.path | split("/") | .[-1]' | sort | tr '\n' ' ')
	[ "$got" = "${want:+$want }" ] ||
		{ echo "FAIL: $query: '$got', not '$want'"; bad=1; }
done <<'Q'
إنماء|grow
انماء|grow
نما|grow
الإنماء|grow
لإنماء|grow
مؤتة|farm mota
مؤته|farm mota
موته|farm mota
موتة|farm mota
~موته|mota
~مؤتة|farm
مزرعة|farm
مزرعه|farm
مزرعةُ|farm
مـزرعـة|farm
المزرعة|
15|farm
١٥|farm
۱۵|farm
2021|farm
25|mota
٢٥|mota
محمد|port riyadh
مُحَمَّد|port riyadh
محـــمد|port riyadh
ﻣﺤﻤﺪ|port riyadh
القاهرة|cairo port
قاهره|cairo port
والقاهرة|
بالقاهرة|port
~القاهرة|cairo
الرياض|riyadh
رياض|riyadh
بالرياض|riyadh
رياضة|sport
رياضه|sport
الميناء|port
ميناء|port
للميناء|port
ميناءا|
محطة|cairo
فخار|mota
قرآن|quran
قران|quran
القرآن|quran
مؤسسة|quran
موسسه|quran
جزء|quran
شئون|
شؤون|hamza
مسئولية|
مسؤولية|hamza
سؤال|hamza
سوال|hamza
120|digits
كتاب|persian
کتاب|persian
فارسي|persian
12|persian
الفقراء|allah
فقراء|allah
للفقراء|allah
لله|allah
"شؤون المرأة"|hamza
"المرأة شؤون"|
«رياضة المشي»|sport
محمد -القاهرة|riyadh
محمد -الرياض|port
-محمد|allah cairo digits farm grow hamza heard latin mota night persian quran section sport
nokia|latin
NOKIA|latin
when:2024-03|digits
when:2024-03-14|digits
when:2023|
who:الأنصاري|riyadh
where:طنجة|port
أين:طنجة|port
زرافة|
kassimi|heard
Q
[ $asked -ge 70 ] || { echo "FAIL: only $asked queries were asked"; bad=1; }

# The exact word stands before the word with something before it.
first=$("$qari" library search --format=jsonl 'القاهرة' 2>/dev/null |
    sed -n 1p | jq -r '.path | split("/") | .[-1]')
[ "$first" = cairo ] || { echo "FAIL: $first first"; bad=1; }
exit $bad
