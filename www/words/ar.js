// What the page says, in Arabic. Ids and what is put in are those of `en.js`.
export default `
## عناصر الصفحة نفسها
theme = المظهر
theme-system = النظام
theme-light = فاتح
theme-dark = داكن
language = اللغة
language-system = لغة النظام
settings = الإعدادات
settings-reload = تُحمَّل الصفحة من جديد باللغة التي تختارها.
side-sheet = الكيانات
notes-sheet = الملاحظات
keys-button = المفاتيح
status-line = الحالة

## سطر الحالة
counts = { $highlights ->
    [zero] لا مقاطع مظلَّلة
    [one] مقطع مظلَّل واحد
    [two] مقطعان مظلَّلان
    [few] { $highlights } مقاطع مظلَّلة
   *[other] { $highlights } مقطعًا مظلَّلًا
  }، { $notes ->
    [zero] لا ملاحظات
    [one] ملاحظة واحدة
    [two] ملاحظتان
    [few] { $notes } ملاحظات
   *[other] { $notes } ملاحظة
  }
mentions-count = { $count ->
    [zero] لا إشارات
    [one] إشارة واحدة
    [two] إشارتان
    [few] { $count } إشارات
   *[other] { $count } إشارة
  }
unsure-count = { $count } غير مؤكدة
saved = محفوظ على هذا الجهاز
saving = جارٍ الحفظ…
read-only = للقراءة فقط: كتبه إصدار أحدث من Manicule
not-kept = غير محفوظ: هذا المتصفح لا يحتفظ بشيء هنا.
export-now = صدِّر الآن
back-up = انسخ احتياطيًّا
undo = تراجع
redo = إعادة
try-again = حاول مرة أخرى
reload = أعد التحميل
model-missing = الأسماء غير مسطَّرة: النموذج مفقود.
model-coming = البحث عن الأسماء…
reading-part = لم يُقرأ هذا النص كاملًا بعد.
model-unnamed = الصفحة لا تذكر أي نموذج.
model-unreachable = تعذّر جلب النموذج الذي يجد الأسماء.
model-refused = تعذّر جلب النموذج الذي يجد الأسماء ({ $status }).
stopped = توقف Manicule عن العمل. ما كتبته لا يزال في هذه الصفحة.
not-started = تعذّر بدء Manicule، فلا شيء يُعلَّم أو يُحفظ.
no-webassembly = ليس في هذا المتصفح WebAssembly.
new-version = إصدار جديد من Manicule جاهز.

## لوحات النافذة الضيقة
close = إغلاق
close-side = إغلاق الكيانات
close-notes = إغلاق الملاحظات

## النسخ الاحتياطي
backup-due = { $count ->
    [zero] لا تغييرات
    [one] تغيير واحد
    [two] تغييران
    [few] { $count } تغييرات
   *[other] { $count } تغييرًا
  } منذ آخر نسخة احتياطية
cancel = إلغاء

## ملاحظات بلا موضع مؤكد
reattach-nameless = ملاحظة
reattach-put = ضع «{ $what }» هنا
reattach-link = اربط «{ $what }» بهذا
reattach-how = حدّد المقطع لـ«{ $what }»، ثم اضغط «{ $action }». مفتاح Escape يلغي.
reattach-done = وُضعت الملاحظة هناك
cancelled = أُلغي: لم يتغير شيء
relation-added = أُضيفت العلاقة

## الخطوط وعائلاتها
lines-all = كل الخطوط
lines-names = الأسماء فقط
lines-none = بلا خطوط
family-who = الأشخاص والجماعات
family-where = الأماكن
family-organisation = المنظمات
family-things = الأشياء
family-when = التواريخ والأوقات
family-howMuch = الأعداد
type-PERSON = شخص
type-NORP = جماعة
type-GPE = دولة أو مدينة
type-LOC = مكان
type-FAC = مبنى
type-ORG = منظمة
type-EVENT = حدث
type-PRODUCT = منتج
type-WORK_OF_ART = عمل
type-LAW = قانون
type-LANGUAGE = لغة
type-DATE = تاريخ
type-TIME = وقت
type-PERCENT = نسبة مئوية
type-MONEY = مال
type-QUANTITY = كمية
type-ORDINAL = عدد ترتيبي
type-CARDINAL = عدد
colour-yellow = أصفر
colour-green = أخضر
colour-blue = أزرق
colour-red = أحمر
colour-violet = بنفسجي

## The views, and the list of entities
views = العروض
view-read = قراءة
view-timeline = الخط الزمني
view-network = الشبكة
view-map = الخريطة
view-quotes = الاقتباسات
entities-filter = تصفية
entities-filter-name = تصفية الكيانات
entities-order = ترتيب الكيانات
order-often = الأكثر ذكرًا
order-order = كما في النص
order-name = حسب الاسم
entities-more = { $count } أخرى
entities-more-name = { $count } أخرى: { $family }
entity-row = { $name }، { $count }، { $kind }{ $unsure ->
    [yes] { "، غير مؤكد" }
   *[no] { "" }
  }
entity-doubt = البرنامج غير متأكد من هذا
entity-edit = تعديل
entity-edit-name = تعديل { $name }
entity-none-here = انتقل إلى كيان أولًا
entities-hidden = { $count } مخفية
entity-show = إظهار
entity-show-name = إظهار { $name }
entity-shown = ظهر من جديد
entities-none = لم يُعثر على كيانات في هذا النص. حدّد كلمات واختر «كيان…» لتسمي واحدًا بنفسك.
entities-none-so = لا كيان بهذا الاسم.
entities-all-off = كل هذه الأنواع مطفأة في المفتاح.
about-tagging = عن هذا الوسم

## الشريط والعروض وما بجانب النص
skip = انتقل إلى المقالة
articles = المقالات
open-article = ألصق مقالة أو أفلتها أو افتحها
open = افتح
search = ابحث في المقالة والملاحظات
export = صدِّر
side = الكيانات والمخطط
panel = اللوحة
panel-entities = الكيانات
panel-legend = المفتاح
panel-outline = المخطط
headings = العناوين
headings-none = ليس في هذه المقالة عناوين.
article-date = تاريخ المقالة
article-date-unknown = غير موجود في النص. تبقى «أمس» كما هي.
article-date-set = كما حددته.
article-date-read = كما يقول النص. تُحسب «أمس» منه.
date-set = حُدِّد التاريخ
date-removed = أُزيل التاريخ
article-none = لا مقالة مفتوحة. ألصق واحدة في أي مكان من هذه الصفحة، أو أفلت ملفًّا هنا، أو افتح واحدة من الشريط أعلاه.
undone = تُراجع عن: { $what }
redone = أُعيد: { $what }
undo-nothing = لا شيء للتراجع عنه
redo-nothing = لا شيء لإعادته

## قائمة الكيانات
more = { $count } أخرى
entity-no-further = لا كيان بعده
entity-no-earlier = لا كيان قبله

## البطاقات وشريط التحديد والاختيارات
note = ملاحظة
note-on = ملاحظة على { $what }
note-title = ملاحظة (m)
tag = وسم
tag-named = وسم { $what }
tag-title = وسم (t)
delete = احذف
delete-named = احذف { $what }
colour = اللون
colour-changed = تغيّر اللون
highlight-in = ظلِّل بـ{ $colour }
highlight-added = أُضيف التظليل
highlight-removed = أُزيل التظليل
note-removed = أُزيلت الملاحظة
selection = التحديد
copy = انسخ…
copy-title = انسخ مع المصدر (y)
entity = كيان…
select-first = حدّد مقطعًا أولًا
select-or-go = حدّد المقطع أو انتقل إلى كيان
entity-of = الكيان «{ $what }»
link = اربط…
link-title = اربطه بمقطع آخر
mark = علامتك
marks-here = علاماتك هنا
marks-count = { $count } علامات هنا
marks-merged = دُمجت { $count } في واحدة
merge = ادمج
merge-named = ادمج { $count } علامات متداخلة في واحدة، من «{ $quote }»
merge-title = اجعل العلامات المتداخلة واحدة
card-also = أيضًا
corrections-for-all = تسري التصحيحات على كل الإشارات ({ $count })
mention-previous = الإشارة السابقة
mention-next = الإشارة التالية
type = النوع…
type-set = حُدِّد النوع
type-of = نوع { $what }
is-a = { $what } هو …
same-as = نفسه…
same-as-named = نفس { $name }
joined = دُمجا
not-an-entity = ليس كيانًا
entity-removed = أُزيل الكيان
learn-too = وفي مقالاتي القادمة أيضًا
said-and-learned = { $said }، وتُعُلِّم للمقالات القادمة
sure-corrected = كما صححته
sure-taught = كما علّمته
sure-rule = وُجد بقاعدة
sure-most = مؤكد بأكثر من 99٪
sure-percent = مؤكد بنسبة { $percent }٪
place-country = دولة
place-state = ولاية أو إقليم في { $country }
place-city = مدينة في { $country }
place-people = شعب { $country }
place-one-of = أحد هذه:
called = يُدعى
see = أظهر
see-timeline = على الخط الزمني
see-timeline-named = أظهره على الخط الزمني
see-map = على الخريطة
see-map-named = أظهره على الخريطة
see-network = في الشبكة
see-network-named = أظهره في الشبكة
see-quotes = بين الأقوال
see-quotes-named = أظهره بين الأقوال
may-stand-for = قد يرمز إلى { $name }
tie-country = الدولة:
tie-people = الشعب:
said = قال
sayings = ما قيل

## لوحة المفاتيح
not-loaded = تعذّر تحميل هذا الجزء من Manicule. تحقق من الاتصال وحاول مرة أخرى.
quoted = «{ $what }»
lines-on = الخطوط ظاهرة
lines-off = الخطوط مخفية
marks-none = لا علامات بعد
mark-no-further = لا علامة بعدها
mark-no-earlier = لا علامة قبلها
mark-is-note = ملاحظة: { $quote }
mark-is-highlight = تظليل: { $quote }

## عناصر الصفحة
find = ابحث
article = المقالة

## الإحضار
drop-here = أفلته هنا لتقرأه
pasted-nothing = لا نص فيما أُلصق
reading = تُقرأ المقالة…
article-opened = فُتحت المقالة

## الملاحظات في الهامش
the-article = المقالة
other-end = ← «{ $what }»
other-end-of = { $relation } ← «{ $what }»
other-end-show = أظهر الطرف الآخر
further = { $what }:
by = بقلم { $name }
note-stopped = توقف Manicule ولم يعد يحفظ شيئًا.
note-stays = يبقى النص في هذا الحقل.
note-export = صدِّر هذه الملاحظة
place-moved = وُجدت في موضع آخر
place-ambiguous = قد تكون في عدة مواضع
place-orphan = فقدت موضعها
relation = علاقة
passage-show = أظهر المقطع
edit = عدِّل
note-edit-named = عدِّل الملاحظة على { $what }
choose-named = اختر { $what }
tag-only = أظهر ملاحظات هذا الوسم وحدها
relation-name = اسم العلاقة
relation-name-named = اسم العلاقة { $what }
note-write = اكتب ملاحظة
tags-of = وسوم { $what }
tags-with-commas = وسوم تفصلها فواصل
done = تم
done-with = تم مع { $what }
note-on-whole = ملاحظة على المقالة
colours = الألوان…
colours-title = ما تعنيه الألوان، وقوالب للملاحظات
history = السجل…
tour = خذني في جولة
notes-none = حدّد مقطعًا لتعلّمه أو لتكتب ملاحظة بجانبه.
notes-none-yet = لا ملاحظات بعد
notes-on-whole = ملاحظات على المقالة كلها
notes-in-order = الملاحظات بترتيب المقالة
notes-lost = { $count ->
    [zero] لا ملاحظات
    [one] ملاحظة واحدة
    [two] ملاحظتان
    [few] { $count } ملاحظات
   *[other] { $count } ملاحظة
  } بلا موضع مؤكد
note-is-on-whole = هذه الملاحظة على المقالة كلها
note-is-lost = فقدت هذه الملاحظة مقطعها
nothing-found = لم يوجد شيء
count-of = { $count } من { $all }
notes-filter = صفِّ الملاحظات
any-colour = أي لون
any-tag = أي وسم
kind = النوع
any-kind = أي نوع
kind-notes = الملاحظات
kind-highlights = التظليلات
kind-relations = العلاقات
place = الموضع
any-place = أي موضع
in-place = في موضعها
in-place-moved = وُجدت في موضع آخر
in-place-lost = بلا موضع مؤكد
in-place-whole = على المقالة
changed-since = تغيّرت في هذا اليوم أو بعده
changed-until = تغيّرت في هذا اليوم أو قبله
more-filters = النوع والموضع والوقت

## الجهات
compass-N = { $degrees }° شمالًا
compass-S = { $degrees }° جنوبًا
compass-E = { $degrees }° شرقًا
compass-W = { $degrees }° غربًا
`;
