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
backup = النسخ الاحتياطي
backup-last = آخر نسخة احتياطية: { $when }.
backup-none = لا نسخة احتياطية بعد.
backup-everything = انسخ كل شيء احتياطيًّا
restore = استعادة
restore-choose = استعادة…
backup-file = ملف النسخة الاحتياطية
backup-due = { $count ->
    [zero] لا تغييرات
    [one] تغيير واحد
    [two] تغييران
    [few] { $count } تغييرات
   *[other] { $count } تغييرًا
  } منذ آخر نسخة احتياطية
backup-done = نُسخ احتياطيًّا: { $articles ->
    [zero] لا مقالات
    [one] مقالة واحدة
    [two] مقالتان
    [few] { $articles } مقالات
   *[other] { $articles } مقالة
  }، { $annotations ->
    [zero] لا تعليقات
    [one] تعليق واحد
    [two] تعليقان
    [few] { $annotations } تعليقات
   *[other] { $annotations } تعليقًا
  }
backup-done-lacking = { backup-done }؛ لم يُعثر على نص «{ $lacking }»
backup-not-written = تعذّرت كتابة النسخة الاحتياطية في «{ $folder }». { $why }
backup-to-folder = نسخ احتياطي تلقائي في مجلد…
backup-goes-to-folder = تذهب النسخ الاحتياطية تلقائيًّا إلى «{ $folder }»
backup-folder = في المجلد «{ $folder }»
backup-allow = اسمح به من جديد
backup-stop = إيقاف
backup-stop-named = إيقاف النسخ الاحتياطي في «{ $folder }»
persisted = سيحتفظ المتصفح بكل شيء
not-persisted = لا يعد المتصفح بالاحتفاظ به
may-be-cleared = قد يمحو هذا المتصفح ما خزّنه إذا امتلأ القرص.
ask-to-persist = اطلب منه ألّا يفعل
restored = استُعيد: { $what }
restore-title = استعادة نسخة احتياطية
backup-undated = نسخة احتياطية
backup-dated = نسخة احتياطية بتاريخ { $day }
backup-damaged = الملف مقطوع أو معدَّل. ما سلم منه يمكن أخذه.
restore-safe = لا يضيع شيء مما هو هنا، و«تراجع» يلغي كل ذلك.
restore-articles = { $count ->
    [zero] لا مقالات مضافة
    [one] أُضيفت مقالة واحدة
    [two] أُضيفت مقالتان
    [few] أُضيفت { $count } مقالات
   *[other] أُضيفت { $count } مقالة
  }
restore-annotations = { $count ->
    [zero] لا تعليقات مضافة
    [one] أُضيف تعليق واحد
    [two] أُضيف تعليقان
    [few] أُضيفت { $count } تعليقات
   *[other] أُضيف { $count } تعليقًا
  }
restore-updated = حُدِّث { $count } إلى إصدار أحدث
restore-both = تغيّر { $count } هنا وهناك: بقي النصّان
restore-learned = { $count ->
    [zero] لا أسماء متعلَّمة
    [one] تُعُلِّم اسم واحد
    [two] تُعُلِّم اسمان
    [few] تُعُلِّمت { $count } أسماء
   *[other] تُعُلِّم { $count } اسمًا
  }
restore-same = { $count } مطابق أو أحدث هنا
restore-refused = { $count } غير مقروء: { $why }
restore-nothing = لا شيء فيه
cancel = إلغاء

## التصدير والاستيراد
exchange = التصدير والاستيراد
export-title = خذ تعليقاتك معك
export-format = الصيغة
export-purpose = الغرض: { $purpose }.
export-entities = مع الكيانات التي وجدتها الآلة
download = تنزيل
print = طباعة
import-title = أحضر تعليقات
import-reads = ‏Web Annotations (منا ومن غيرنا) وHypothesis وdoccano وbrat (الملفان معًا) وWebAnno TSV وUIMA CAS JSON وReadwise CSV أو نسخة احتياطية.
import-choose = استورد ملفًّا…
import-files = ملفات التعليقات
exported = نُزِّلت التعليقات
import-lone-backup = «{ $file }» نسخة احتياطية: أعطها وحدها
import-too-long = حجم «{ $file }» هو { $size } م.ب؛ أقصى ما يُقرأ { $most } م.ب
import-unreadable = لا يمكن قراءة الملف «{ $file }»
import = استيراد
import-new = مقالة جديدة: «{ $title }»
import-into = إلى «{ $title }»
import-exact = { $count } في موضعه تمامًا
import-moved = { $count } انتقل
import-ambiguous = { $count } ملتبس
import-orphan = { $count } بلا موضع في النص
import-whole = { $count } على المقالة كلها
import-same = { $count } موجود هنا
import-refused = { $count } مرفوض
import-counts = { $counts }.
import-none = لا تعليقات فيه.
import-later = منها { $count } أحدث مما هو هنا.
import-names = { $count ->
    [zero] لا أسماء للتعلّم.
    [one] اسم واحد للتعلّم.
    [two] اسمان للتعلّم.
    [few] { $count } أسماء للتعلّم.
   *[other] { $count } اسمًا للتعلّم.
  }
import-machine = { $count ->
    [zero] لا كيانات من الآلة.
    [one] كيان واحد من الآلة يُعثر عليه من جديد ولا يُحفظ.
    [two] كيانان من الآلة يُعثر عليهما من جديد ولا يُحفظان.
    [few] { $count } كيانات من الآلة يُعثر عليها من جديد ولا تُحفظ.
   *[other] { $count } كيانًا من الآلة يُعثر عليها من جديد ولا تُحفظ.
  }
import-mended = { $count ->
    [zero] لا أخطاء في الملف.
    [one] أُصلح خطأ صغير واحد في الملف.
    [two] أُصلح خطآن صغيران في الملف.
    [few] أُصلحت { $count } أخطاء صغيرة في الملف.
   *[other] أُصلح { $count } خطأً صغيرًا في الملف.
  }
import-refusals = المرفوضة
import-refusals-more = … و{ $count } أخرى
imported = استُورد: { $what }
imported-added = أُضيف { $count }
imported-updated = حُدِّث { $count }
imported-same = { $count } مطابق
imported-learned = تُعُلِّم { $count }
imported-refused = رُفض { $count }

## ملاحظات بلا موضع مؤكد
lost-one = موضع واحد يشبهها، لكن بلا يقين.
lost-several = { $count ->
    [zero] لا موضع لها.
    [one] قد يكون لها موضع واحد.
    [two] قد يكون لها موضعان.
    [few] قد يكون لها { $count } مواضع.
   *[other] قد يكون لها { $count } موضعًا.
  }
lost-show = أظهر الموضع { $place } لـ{ $what }: { $words }
lost-choose = اختر
lost-choose-named = اختر الموضع { $place } لـ{ $what }
reattach = أعد الربط…
reattach-named = أعد ربط { $what }
reattach-stop = ألغِ إعادة الربط
reattach-stop-named = ألغِ إعادة ربط { $what }
reattach-nameless = ملاحظة
reattach-put = ضع «{ $what }» هنا
reattach-link = اربط «{ $what }» بهذا
reattach-how = حدّد المقطع لـ«{ $what }»، ثم اضغط «{ $action }». مفتاح Escape يلغي.
reattach-done = وُضعت الملاحظة هناك
reattach-cancelled = أُلغي: لم يتغير شيء
relation-added = أُضيفت العلاقة

## النصوص الأخرى لملاحظة
revision = نص آخر للملاحظة على { $what }
revision-head = نص آخر، من نافذة ثانية أو نسخة احتياطية
revision-head-dated = نص آخر بتاريخ { $when }، من نافذة ثانية أو نسخة احتياطية
revision-use = استعمل الآخر
revision-use-named = استعمل النص الآخر على { $what }
revision-drop = اطرحه
revision-drop-named = اطرح النص الآخر على { $what }
revision-exchanged = تبادل النصّان
revision-dropped = طُرح النص الآخر

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
entity-edit-here = إعادة تسمية الكيان أو دمجه أو تغيير نوعه أو إخفاؤه
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
command-view-read = عودة إلى النص
command-view-timeline = الخط الزمني للتواريخ
command-view-network = شبكة الأسماء
command-view-map = خريطة الأماكن
command-view-quotes = الأقوال: من قال ماذا
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
is-same = { $what } هو نفسه …
is-same-named = { $what } هو نفسه
a-name = اسم
new-name = مفتاح Enter يأخذه اسمًا جديدًا.
this-alone = هذه الإشارة وحدها: تُفصل عن الأخرى ({ $count })
joined = دُمجا
split-off = فُصلت
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

## ملاحظات كثيرة معًا
bulk-hint = أو اختر بعضها بمربعاتها.
bulk-tag = وسم لكل المعروض
bulk-colour = لون كل المعروض
bulk-colour-named = { $colour } لكل المعروض
bulk-add = أضف
bulk-add-named = أضف الوسم إلى كل المعروض
bulk-remove = أزل
bulk-remove-named = أزل الوسم من كل المعروض
bulk-delete-all = احذف الكل
bulk-chosen = غيِّر المختار ({ $count })
bulk-shown = غيِّر كل المعروض ({ $count })
bulk-delete-chosen = احذف { $count }
bulk-delete-shown = احذف الكل ({ $count })
bulk-same = كانت كلها كذلك
bulk-changed = غُيِّرت { $count ->
    [zero] لا ملاحظات
    [one] ملاحظة واحدة
    [two] ملاحظتان
    [few] { $count } ملاحظات
   *[other] { $count } ملاحظة
  }
bulk-tagged = { $count ->
    [zero] لا ملاحظات
    [one] ملاحظة واحدة
    [two] ملاحظتان
    [few] { $count } ملاحظات
   *[other] { $count } ملاحظة
  } بالوسم #{ $tag }
bulk-untagged = { $count ->
    [zero] لا ملاحظات
    [one] ملاحظة واحدة
    [two] ملاحظتان
    [few] { $count } ملاحظات
   *[other] { $count } ملاحظة
  } بلا #{ $tag }
bulk-removed = أُزيلت الملاحظات ({ $count })
`;
