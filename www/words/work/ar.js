// What the tools for reading and marking say, in Arabic. Ids and what is put in are those of `en.js`.
export default `
## What commands do
command-search = ابحث في المقالة والملاحظات
command-articles = مقالاتك
command-open = ألصق مقالة أو أفلتها أو افتحها
command-export = التصدير والاستيراد
command-print = اطبع المقالة مع ملاحظاتها
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
keys-change-named = غيّر مفتاح «{ $name }»
keys-press = اضغط مفتاحًا
keys-wait = اضغط المفتاح لـ«{ $name }». مفتاح Escape يبقيه كما هو.
keys-leave-named = أبقِ مفتاح «{ $name }» كما هو
keys-none = لا شيء
keys-none-named = لا مفتاح لـ«{ $name }»
keys-first = كما كان
keys-first-named = «{ $name }» على مفتاحه الأول
keys-unchanged = لم يتغير شيء.
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
revision-use-named = استعمل النص الآخر على { $what }
revision-drop = اطرحه
revision-drop-named = اطرح النص الآخر على { $what }
revision-exchanged = تبادل النصّان
revision-dropped = طُرح النص الآخر

## ملاحظات بلا موضع مؤكد
reattach = أعد الربط…
reattach-named = أعد ربط { $what }
reattach-stop = ألغِ إعادة الربط
reattach-stop-named = ألغِ إعادة ربط { $what }
`;
