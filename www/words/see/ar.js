// What the views say, in Arabic. Ids and what is put in are those of `en.js`.
export default `
## ما في كل العروض
as-picture = صورة
as-table = جدول
show-as = أظهر على هيئة
save-as = احفظ بصيغة
save-as-named = احفظ الصورة بصيغة { $format }
saved-as = حُفظت بصيغة { $format }
passages = المقاطع
passages-with = المقاطع التي فيها { $name }
mentions = الإشارات
named-often = { $name }، { $mentions }
name = الاسم
closer = أقرب
wider = أوسع
further-part = { $one }؛ { $other }
from-to = { $from } إلى { $to }
some-time = في وقت ما بين { $from } و{ $to }
year-bc = { $year } ق.م

## الخط الزمني
timeline-about = متى يحدث ما في هذه المقالة. الشريط الباهت عريض بقدر ما يتركه النص مفتوحًا.
timeline-choose = اختر تاريخًا لترى أين يذكره النص.
timeline-part = مدى الزمن
earlier = أبكر
later = لاحقًا
timeline-all = الكل
timeline-nothing = لا تذكر هذه المقالة تواريخ. حين تذكرها تقف هنا على محور.
timeline-undated = لا تاريخ هنا يذكر سنته. أعطِ تاريخ المقالة فيجد «الاثنين» أو «الشهر الماضي» موضعه.
timeline-without = بلا موضع في الزمن
timeline-without-hint = مُدد، وأوقات من اليوم، وأيام لا يذكر النص سنتها.
timeline-own-date = تاريخ المقالة، لوضع «الاثنين» و«الشهر الماضي»
timeline-table = تواريخ المقالة بالترتيب
timeline-in-text = في النص
timeline-when = متى
timeline-bar = { $name }، { $when }، { $mentions }
dates-count = { $count ->
    [zero] لا تواريخ
    [one] تاريخ واحد
    [two] تاريخان
    [few] { $count } تواريخ
   *[other] { $count } تاريخًا
  }

## الشبكة
network-about = من يجتمع في الجمل مع من: كلما كثرت الجمل غلظ الخط.
network-choose = اختر اسمًا لترى مع من يُذكر، أو خطًّا لتقرأ الجمل.
network-names = الأسماء
network-least = الجمل المشتركة
network-nothing = لا يجتمع في هذه المقالة اسمان في جملة. حين يجتمعان يُربطان هنا.
names-count = { $count ->
    [zero] لا أسماء
    [one] اسم واحد
    [two] اسمان
    [few] { $count } أسماء
   *[other] { $count } اسمًا
  }
ties-count = { $count ->
    [zero] لا روابط
    [one] رابط واحد
    [two] رابطان
    [few] { $count } روابط
   *[other] { $count } رابطًا
  }
others-count = { $count ->
    [zero] لا غيره
    [one] اسم آخر
    [two] اسمين آخرين
    [few] { $count } أسماء أخرى
   *[other] { $count } اسمًا آخر
  }
sentences-count = { $count ->
    [zero] لا جمل
    [one] جملة واحدة
    [two] جملتان
    [few] { $count } جمل
   *[other] { $count } جملة
  }
network-shown = { $names } و{ $ties }
network-left-out = { $shown }؛ تُرك: { $names }، { $ties }
up-to = حتى { $count }
one-or-more = واحدة أو أكثر
so-many-or-more = { $count } أو أكثر
network-dot = { $name }، { $mentions }، مع { $others }
network-alone = لا يجتمع في جملة مع اسم آخر.
network-with = يُذكر مع { $name }
network-named-with = يُذكر مع
network-pair = { $one } و{ $other }
network-sentences = الجمل التي فيها { $one } و{ $other }
network-sentences-of = { $sentences } فيها { $one } و{ $other }
network-sentences-head = الجمل
network-table = الأسماء التي تجتمع في الجمل

## الخريطة
map-about = الأماكن التي تذكرها هذه المقالة، تكبر كلما كثر ذكرها. الحلقة الفارغة قد تكون مكانًا آخر.
map-choose = اختر مكانًا لترى أين يذكره النص.
map-part = جزء من العالم
map-all = كل الأماكن
map-world = العالم
map-sources = الأشكال: Natural Earth (ملك عام). الأماكن: GeoNames (CC BY 4.0).
map-nothing = لا تُعرف إحداثيات أي مكان في هذه المقالة. حين تُعرف يقف المكان هنا على خريطة العالم.
map-perhaps = { $name }، { $mentions }، ربما
map-nowhere = بلا إحداثيات
map-table = أماكن المقالة
map-place = المكان
map-where = أين
whereabouts-country = دولة، { $place }
whereabouts-state = ولاية أو إقليم في { $country }، { $place }
whereabouts-city = مدينة في { $country }، { $place }
whereabouts-people = شعب في { $country }، { $place }
whereabouts-one-of = أحد هذه: { $several }

## الاقتباسات
quotes-about = من قال ماذا في هذه المقالة. اضغط اقتباسًا لتقرأه في موضعه.
quotes-show = أظهر
quotes-all = الكل
quotes-direct = بكلماتهم
quotes-indirect = منقولة
quote-is-direct = بكلماتهم
quote-is-indirect = منقولة
quote-is-mixed = منقولة، بعضها بكلماتهم
quotes-nobody = لم يُذكر أحد
quotes-nothing = لا يُقتبس أحد في هذه المقالة. حين يقول أحد شيئًا يقف هنا تحت اسمه.
quotes-none-so = لا شيء من هذا النوع.
quotations-count = { $count ->
    [zero] لا اقتباسات
    [one] اقتباس واحد
    [two] اقتباسان
    [few] { $count } اقتباسات
   *[other] { $count } اقتباسًا
  }

## تعديل كيان
edit-name-hint = اسم كيان آخر يجعل الاثنين واحدًا.
rename = أعد التسمية
hide = أخفِ
entity-hidden = أُخفي «{ $name }»
entity-is = «{ $name }» هو «{ $other }»

## عن هذا الوسم
about-here = كل ما هو مسطَّر هنا وجده برنامج على هذا الجهاز. في هذه المقالة: { $parts }.
about-model = { $count ->
    [zero] لا أسماء
    [one] اسم واحد
    [two] اسمان
    [few] { $count } أسماء
   *[other] { $count } اسمًا
  } من النموذج، منها { $unsure } يقينها أقل من النصف
about-rules = { $count } من القواعد، وهي بلا احتمال
about-own = { $count } كما صححتها أو علّمتها
about-least = الأقل يقينًا
about-sure = { $kind }، مؤكد بنسبة { $percent }٪
model-card = بطاقة النموذج
model-card-table = جدول من بطاقة النموذج

## The same as another
is-same = { $what } هو نفسه …
is-same-named = { $what } هو نفسه
a-name = اسم
split-off = فُصلت
new-name = مفتاح Enter يأخذه اسمًا جديدًا.
this-alone = هذه الإشارة وحدها: تُفصل عن الأخرى ({ $count })
`;
