// What the tools for reading and marking say, in Arabic. Ids and what is put in are those of `en.js`.
export default `
## What commands do
command-search = ابحث في المقالة والملاحظات
command-articles = مقالاتك
command-open = ألصق مقالة أو أفلتها أو افتحها
command-export = التصدير والاستيراد
command-print = اطبع المقالة مع ملاحظاتها
command-speed = عن السرعة
command-backup = انسخ كل شيء احتياطيًّا في ملف واحد
command-view-read = عودة إلى النص
command-view-timeline = الخط الزمني للتواريخ
command-view-network = شبكة الأسماء
command-view-map = خريطة الأماكن
command-view-quotes = الأقوال: من قال ماذا
command-search-next = النتيجة التالية للبحث
command-search-previous = النتيجة السابقة للبحث
command-mark-next = علامتك أو ملاحظتك التالية
command-mark-previous = علامتك أو ملاحظتك السابقة
command-entity-next = الكيان التالي
command-entity-previous = الكيان السابق
command-entity-edit = إعادة تسمية الكيان أو دمجه أو تغيير نوعه أو إخفاؤه
command-mention-next = الإشارة التالية إلى هذا الكيان
command-mention-previous = الإشارة السابقة إلى هذا الكيان
command-caret = تشغيل المؤشر في النص أو إيقافه
command-caret-character-next = الحرف التالي
command-caret-character-previous = الحرف السابق
command-caret-line-next = السطر التالي
command-caret-line-previous = السطر السابق
command-caret-edge-next = نهاية السطر
command-caret-edge-previous = بداية السطر
command-caret-word-next = الكلمة التالية
command-caret-word-previous = الكلمة السابقة
command-caret-sentence-next = الجملة التالية
command-caret-sentence-previous = الجملة السابقة
command-caret-paragraph-next = الفقرة التالية
command-caret-paragraph-previous = الفقرة السابقة
command-caret-mention-next = الكيان التالي
command-caret-mention-previous = الكيان السابق
command-mark = ظلِّل التحديد أو الكيان
command-mark-yellow = ظلِّل بالأصفر، أو غيّر لون العلامة
command-mark-green = ظلِّل بالأخضر، أو غيّر لون العلامة
command-mark-blue = ظلِّل بالأزرق، أو غيّر لون العلامة
command-mark-red = ظلِّل بالأحمر، أو غيّر لون العلامة
command-mark-violet = ظلِّل بالبنفسجي، أو غيّر لون العلامة
command-note = اكتب ملاحظة
command-tag = وسم
command-copy = انسخ مع المصدر، أو رابطًا إليه
command-link = اربط التحديد أو الكيان بآخر، أو أنهِ الربط هنا
command-delete = احذف العلامة التي أنت عندها
command-undo = تراجع
command-redo = إعادة
command-history = ما جرى هنا
command-everything = كل أمر ومقالة وكيان وملاحظة
command-tour = جولة من أربع خطوات
command-compare = قارن بمقالة أخرى
command-keys = خريطة المفاتيح
command-relations = تشغيل الخطوط بين المقاطع المرتبطة أو إيقافها
command-lines = تشغيل الخطوط تحت الكيانات أو إيقافها
command-notes-filter = صفِّ الملاحظات
command-notes-whole = اكتب ملاحظة على المقالة
command-colours = ما تعنيه الألوان، وقوالب للملاحظات

## The names of keys, and their map
key-Mod = Ctrl
key-Alt = Alt
key-Shift = Shift
key-Escape = Esc
key-Enter = Enter
key-Space = مسافة
key-Tab = Tab
key-Delete = Delete
key-Backspace = Backspace
key-Home = Home
key-End = End
key-does-paste = افتح ما نسخته مقالةً
key-does-tab = إلى البطاقة أو شريط الأدوات
key-does-escape = أغلق ما في الأعلى، واحدًا واحدًا
keys-letters = مفاتيح من حرف واحد
keys-reset = كل المفاتيح كما كانت
keys-how = اضغط «تغيير» لتعطي شيئًا مفتاحًا آخر.
keys-change = تغيير
keys-change-named = تغيير مفتاح «{ $name }»
keys-press = اضغط مفتاحًا
keys-wait = اضغط المفتاح لـ«{ $name }». مفتاح Escape يلغي.
cancel-named = إلغاء: يبقى مفتاح «{ $name }» كما هو
keys-none = لا شيء
keys-none-named = لا شيء: لا مفتاح لـ«{ $name }»
keys-first = كما كان
keys-first-named = كما كان: «{ $name }» على مفتاحه الأول
keys-of-browser = { $key } للمتصفح. اضغط مفتاحًا آخر.
keys-begins = { $key } أول مفتاحين لشيء آخر. اضغط مفتاحًا آخر.
keys-taken = { $key } هو مفتاح { $name }.
keys-take = استعمله هنا
keys-or = أو اضغط مفتاحًا آخر.
keys-now = «{ $name }» على { $key }.
keys-none-now = لم يعد لـ«{ $name }» مفتاح.
keys-all-first = كل المفاتيح كما كانت أول الأمر.
keys-no = بلا مفتاح
keys-of-going = التنقل
keys-of-caret = المؤشر
keys-of-marking = التعليم
keys-of-showing = العرض
keys-of-everywhere = في كل مكان
keys-of-more = المزيد

## The palette
everything = كل شيء
everything-ask = ماذا تريد أن تفعل، أو إلى أين تذهب؟
everything-found = ما وُجد
everything-none = لم يوجد شيء
everything-count = وُجد { $count }
kind-command = أمر
kind-article = مقالة
kind-heading = عنوان
kind-note = ملاحظة
kind-highlight = تظليل

## The search in the article
search-way = طريقة البحث
search-anywhere = في أي مكان
search-words = كلمات كاملة
search-entities = كيانات بهذا الاسم
search-notes = الملاحظات التي وُجدت
search-more-notes = { $count ->
    [zero] لا ملاحظات أخرى
    [one] ملاحظة أخرى
    [two] ملاحظتان أخريان
    [few] { $count } ملاحظات أخرى
   *[other] { $count } ملاحظة أخرى
  }: صفِّها في الهامش
search-close = أغلق البحث
hit-previous = النتيجة السابقة
hit-previous-title = السابقة (Shift + Enter)
hit-next = النتيجة التالية
hit-next-title = التالية (Enter)
hits-none = ليس في المقالة

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

## النصوص الأخرى لملاحظة
revision = نص آخر للملاحظة على { $what }
revision-head = نص آخر، من نافذة ثانية أو نسخة احتياطية
revision-head-dated = نص آخر بتاريخ { $when }، من نافذة ثانية أو نسخة احتياطية
revision-use = استعمل الآخر
revision-use-named = استعمل الآخر: النص الآخر على { $what }
revision-drop = اطرحه
revision-drop-named = اطرحه: النص الآخر على { $what }
revision-exchanged = تبادل النصّان
revision-dropped = طُرح النص الآخر

## ملاحظات بلا موضع مؤكد
reattach = أعد الربط…
reattach-named = أعد الربط: { $what }
reattach-stop = ألغِ إعادة الربط
reattach-stop-named = ألغِ إعادة الربط: { $what }

## المؤشر
caret-on = المؤشر ظاهر: تحرّكه مفاتيح الأسهم، وتحدّد مع Shift
caret-off = المؤشر مخفي
caret-at-end = نهاية المقالة
caret-at-start = بداية المقالة
caret-selected = { $words }، محدَّد
caret-entity = { $name }، { $kind }
caret-space = مسافة
caret-blank = فراغ
paragraph-end = نهاية الفقرة
paragraph-start = بداية الفقرة
article-end = نهاية المقالة

## النسخ مع المصدر
copy-head = انسخ
copy-named = انسخ «{ $quote }»
copy-words = الكلمات وحدها
copied = نُسخ
copy-source = مع المصدر
copied-source = نُسخ مع المصدر
copy-markdown = مع المصدر، بصيغة Markdown
copied-markdown = نُسخ بصيغة Markdown
copy-rich = مع المصدر، نصًّا منسَّقًا
copied-rich = نُسخ نصًّا منسَّقًا
copy-link = رابط إلى المقطع
copied-link = نُسخ الرابط
copied-fragment = نُسخ: لا عنوان للمقالة، فهذا آخر عنوان
copy-from = المصدر: { $source }
copy-from-nothing = لا يُعرف شيء عن مصدره.
copy-refused = لا يسمح المتصفح لهذه الصفحة بالنسخ. استعمل أمر النسخ فيه.

## الألوان والقوالب
colours-and-templates = الألوان والقوالب
colours-meaning = ما تعنيه الألوان
colour-means = ما يعنيه { $colour }
templates = القوالب
templates-for-notes = قوالب للملاحظات
template-name = اسم القالب
template-name-hint = الاسم
template-text = نص القالب
template-text-hint = النص، بصيغة Markdown
template-keep = احتفظ بالقالب
template-kept = حُفظ القالب
template-edit = عدِّل القالب { $name }
template-delete = احذف القالب { $name }
template-deleted = حُذف القالب
templates-first = عُد إلى الأولى
templates-first-again = القوالب الأولى من جديد

## مقالتان جنبًا إلى جنب
compare-two = قارن مقالتين
compare-with = قارن بـ
compare-other = المقالة الأخرى
compare-none = لا مقالة أخرى بعد: افتح واحدة ثم قارن
compare-reading = تُقرأ المقالة الأخرى…
compare-unread = تعذّرت قراءة المقالة الأخرى.
compare-both = مذكور في كلتيهما
compare-count = { $count ->
    [zero] لا شيء في كلتيهما
    [one] اسم واحد في كلتيهما
    [two] اسمان في كلتيهما
    [few] { $count } أسماء في كلتيهما
   *[other] { $count } اسمًا في كلتيهما
  }
compare-counts = { $kind }: الإشارات هنا { $here }، وهناك { $there }
compare-nothing = لا تذكران شيئًا مشتركًا.

## محرّر الملاحظات
note-write-how = اكتب ملاحظة. ‏@ يربط كيانًا، و‏[[ ملاحظة أو مقالة
template = قالب
template-for = قالب للملاحظة على { $what }
preview = معاينة
preview-nothing = لا شيء بعد
completions = إكمالات
kind-entity = كيان
relates-supports = يؤيد
relates-contradicts = يناقض
relates-explains = يشرح
relates-causes = يسبب
relates-same-as = مطابق لـ
link-note-gone = لم تعد تلك الملاحظة في هذه المقالة
link-entity-gone = لم يعد «{ $name }» كيانًا في هذه المقالة
link-article-gone = لم تعد تلك المقالة في المكتبة

## ما جرى
history-head = السجل
steps = الخطوات، أحدثها أولًا
steps-none = لا شيء بعد يمكن التراجع عنه.
step = { $way }: { $words }، الخطوة { $steps }
step-undone = تُراجع عنه
undo-to-here = تراجع إلى هنا
redo-to-here = أعد إلى هنا

## الخطوط بين المقاطع
relations-off = الخطوط بين المقاطع مخفية
relations-none = لا مقاطع مرتبطة بعد: حدّد واحدًا ثم «اربط…»
relations-drawn = { $count ->
    [zero] لا روابط مرسومة
    [one] رُسم رابط واحد
    [two] رُسم رابطان
    [few] رُسمت { $count } روابط
   *[other] رُسم { $count } رابطًا
  }

## الجولة
tour-head = جولة
tour-palette = اللوحة
tour-machine = الآلة تسطّر
tour-machine-text = للأشخاص والأماكن والمنظمات والتواريخ والأعداد خط رفيع. أشر إلى واحد أو المسه أو اضغط { $key } لتظهر بطاقته. وما أخطأت فيه تصححه هناك.
tour-mark = وأنت تعلّم
tour-mark-text = حدّد كلمات واختر لونًا أو ملاحظة أو وسمًا؛ تقف ملاحظتك بجانب مقطعها. وبلوحة المفاتيح: { $caret } للمؤشر، وShift مع الأسهم، ثم { $mark } أو { $note }.
tour-names = لكل شيء اسم
tour-names-text = يجد { $everything } كل أمر ومقالة وكيان وملاحظة ببعض حروفها؛ ويبحث { $search } في النص؛ ويُظهر { $keys } كل المفاتيح.
tour-stays = يبقى عندك
tour-stays-text = كل شيء محفوظ على هذا الجهاز وحده، والسطر أدناه يقول ذلك. التصدير يأخذه معك؛ والنسخة الاحتياطية تحت «المقالات».
tour-back = السابق
tour-next = التالي
tour-skip = تخطَّ الجولة
tour-again = الجولة في اللوحة: { $key }

## القوالب الأولى
template-claim = ادعاء ودليل وسؤال
template-question = سؤال
template-summary = ملخص
template-check = للتحقق
ask-claim = الادعاء:
ask-evidence = الدليل:
ask-question = السؤال:
ask-who = من قد يعرف:
ask-short = باختصار:
ask-check = للتحقق:
ask-source = المصدر:


## Long texts
reading-share = البحث عن الأسماء… { $share } %
reading-stop = إيقاف
reading-go-on = متابعة

## Very many notes
notes-more = مزيد من الملاحظات

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

## عن السرعة
speed-head = السرعة هنا
speed-measuring = جارٍ القياس…
speed-done = قيس كل هذا الآن على هذا الجهاز، ولم يُرسَل شيء.
speed-words = كلمات هذه المقالة: { $count }.
speed-text = ظهر النص بعد { $time } مللي ثانية من فتح الصفحة.
speed-lines = وُضع خط تحت أول الأسماء بعد { $time } مللي ثانية.
speed-reading = يستغرق إيجاد الأسماء والتواريخ والأعداد ومن هو من { $time } مللي ثانية هنا: { $pace } كلمة في الثانية.
speed-looking = يستغرق إيجاد العلامات في موضع، من { $count }، { $time } جزءًا من مليون من الثانية.
speed-frames = تُرسم الشاشة كل { $time } مللي ثانية.
speed-memory = تشغل النواة { $size } ميغابايت من الذاكرة، ومنها النموذج والمقالة.
`;
