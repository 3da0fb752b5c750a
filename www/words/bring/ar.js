// What what brings articles in and keeps them say, in Arabic. Ids and what is put in are those of `en.js`.
export default `
## Names that were taught
taught = أسماء علّمتها
taught-forget = انسَ
taught-forget-named = انسَ «{ $name }»
taught-forgotten = نُسي الاسم

## نموذج أخذ مقالة
open-an-article = افتح مقالة
open-text-of = نص المقالة
open-paste-here = ألصق المقالة هنا، أو أفلت ملفات أو مجلدًا في أي مكان من الصفحة.
open-paste-first = ألصق نصًّا أولًا
open-file = ملف المقالة
open-text = افتح النص
choose-file = اختر ملفًّا…
choose-folder = اختر مجلدًا…
open-kinds = نصوص وMarkdown وصفحات ويب وPDF وWord وEPUB؛ عدة ملفات معًا.
open-stays = يبقى على هذا الجهاز. لا يُرسل شيء إلى أي مكان.
from-another-page = من صفحة أخرى
address = عنوان صفحة
fetch = اجلب
address-none = هذا ليس عنوان صفحة. العنوان يبدأ بـ https://
address-asking = يُسأل { $host }…
address-unread = تعذّرت قراءة الصفحة.
address-refused = لا يسمح هذا الموقع للصفحات الأخرى بقراءته.
address-ways = طريقتان تنجحان دائمًا: اضغط الإشارة المرجعية وأنت على الصفحة، أو احفظ الصفحة بمتصفحك (Ctrl أو Cmd مع S) وأفلت الملف هنا.
address-answered = أجاب الموقع بـ { $status }: لا صفحة في هذا العنوان. تحقق من صحته.
address-no-text = لا نص في تلك الصفحة.
bookmarklet = اقرأ في Manicule
bookmarklet-how = أو اسحب هذا إلى إشاراتك المرجعية، واضغطه هناك على أي صفحة:
bookmarklet-drag = اسحبه إلى شريط الإشارات المرجعية، ثم اضغطه على الصفحة التي تريد قراءتها هنا
bookmarklet-copy = انسخه
bookmarklet-copied = نُسخ: أنشئ إشارة مرجعية يكون هذا عنوانها
bookmarklet-refused = لم يسمح المتصفح بنسخه: اسحبه بدل ذلك

## ما يأتي من مكان آخر
bring-this = أتُحضر هذا؟
from = من { $from }
from-program = برنامج آخر
from-link = رابط
from-page = صفحة
handed-nothing = لا نص في الصفحة التي سُلّمت
read-here = اقرأه هنا
nothing-kept = لم يُحفظ شيء بعد.
no = لا

## الملفات
reading-file = يُقرأ «{ $file }»…
reading-one-of = يُقرأ { $one } من { $all }: «{ $file }»
articles-opened = { $count ->
    [zero] لم تُفتح مقالات
    [one] فُتحت مقالة واحدة
    [two] فُتحت مقالتان
    [few] فُتحت { $count } مقالات
   *[other] فُتحت { $count } مقالة
  }
folder-nothing = لا مقالة في ذلك المجلد
file-nothing = لا نص في «{ $file }»
file-no-text = لا نص فيه.
file-not-opened = لم يُفتح «{ $file }»
files-not-opened = { $count ->
    [zero] فُتحت الملفات كلها
    [one] لم يُفتح ملف واحد
    [two] لم يُفتح ملفان
    [few] لم تُفتح { $count } ملفات
   *[other] لم يُفتح { $count } ملفًّا
  }
file-unreadable = تعذّرت قراءته. إن كان يُفتح في مكان آخر فانسخ نصه وألصقه هنا.
file-kind-unread = لا يقرأ Manicule ملفات من هذا النوع.
file-save-as-docx = افتحه في البرنامج الذي جاء منه واحفظه بصيغة ‎.docx.
file-convert-to-epub = حوّله أولًا إلى EPUB، ببرنامج Calibre مثلًا.
file-save-as-html = افتحه في متصفحه واحفظ الصفحة بصيغة ‎.html.
file-is-picture = هذه صورة: يحتاج Manicule إلى نص.
file-is-recording = هذا تسجيل: يحتاج Manicule إلى نص.
file-unpack = فك ضغطه، وأفلت المجلد الناتج.
file-save-as-pdf = احفظه بصيغة PDF وأفلت ذلك.
pdf-no-pdf = ملف PDF هذا تالف: لا يبدأ كما يبدأ مثله. احصل عليه من جديد.
pdf-damaged = ملف PDF هذا تالف أو مقطوع. احصل عليه من جديد.
pdf-locked = ملف PDF هذا مقفل بكلمة مرور. افتحه في برنامجه بكلمة المرور واطبعه إلى PDF جديد ثم افتح هذا.
pdf-scanned = ليس في ملف PDF هذا نص، بل صور صفحات: هو مسح ضوئي. اجعل برنامجًا يتعرّف على نصه أولًا (OCR) ثم افتح الناتج.
word-damaged = مستند Word هذا تالف أو مقطوع. احصل عليه من جديد، أو افتحه في Word أو LibreOffice واحفظه من جديد.
word-locked = مستند Word هذا مقفل بكلمة مرور. افتحه في Word واحفظه بلا كلمة مرور.
word-old = هذا مستند Word من النوع القديم. افتحه في Word أو LibreOffice واحفظه بصيغة ‎.docx.
epub-damaged = ملف EPUB هذا تالف أو مقطوع. احصل عليه من جديد.
epub-no-text = ليس في ملف EPUB هذا نص، بل صور. يقرأ Manicule الكتب التي صفحاتها نصوص.
epub-locked = ملف EPUB هذا أقفله بائعه (DRM)، ولا يفتحه إلا قارئ البائع. اطلب نسخة بلا DRM.
mhtml-no-page = لا صفحة في هذا الملف. احفظ الصفحة من جديد على هيئة «صفحة ويب، ملف واحد».

## المكتبة
shelf = مقالاتك
shelf-chosen = المقالات المختارة
shelf-search = ابحث في كل المقالات والملاحظات
shelf-sort = رتّب حسب
shelf-by-opened = آخر ما قُرئ
shelf-by-created = آخر ما أُضيف
shelf-by-title = العنوان
shelf-by-date = تاريخ المقالة
shelf-nothing-found = لا مقالة ولا ملاحظة فيها هذه الكلمات.
shelf-nothing-away = لا شيء مؤرشف.
shelf-nothing-tagged = لا مقالة بهذا الوسم.
shelf-empty = لا مقالات بعد.
open-another = افتح أخرى…
put-away = أرشف
put-away-count = المؤرشفة ({ $count })
put-away-done = أُرشف
take-out = أخرج من الأرشيف
taken-out = أُخرج من الأرشيف
every-tag = كل وسم
tag-for-chosen = وسم للمقالات المختارة
tag-add = أضف الوسم
tag-added = أُضيف الوسم
choose-none = لا شيء
chosen-count = اختير { $count }
found-count = وُجد { $count }
found-in-note = ملاحظة:
article-rename = أعد التسمية
article-rename-named = أعد التسمية: { $what }
article-renamed = أُعيدت تسمية المقالة
title-new = العنوان الجديد
title-save = احفظ العنوان
save = احفظ
details = التفاصيل
details-named = التفاصيل: { $what }
articles-deleted = { $count ->
    [zero] لم تُحذف مقالات
    [one] حُذفت المقالة
    [two] حُذفت مقالتان
    [few] حُذفت { $count } مقالات
   *[other] حُذفت { $count } مقالة
  }
entities-count = { $count ->
    [zero] لا كيانات
    [one] كيان واحد
    [two] كيانان
    [few] { $count } كيانات
   *[other] { $count } كيانًا
  }
annotations-count = { $count ->
    [zero] لا تعليقات
    [one] تعليق واحد
    [two] تعليقان
    [few] { $count } تعليقات
   *[other] { $count } تعليقًا
  }
added = أُضيفت في { $when }
read-to = قُرئ { $percent }٪
earlier-version = نسخة سابقة
earlier-added = نسخة سابقة، أُضيفت في { $when }
earlier-open = افتح النسخة التي أُضيفت في { $when }
exporting = يُصدَّر…
articles-exported = { $count ->
    [zero] لم تُصدَّر مقالات
    [one] صُدّرت مقالة واحدة
    [two] صُدّرت مقالتان
    [few] صُدّرت { $count } مقالات
   *[other] صُدّرت { $count } مقالة
  }
storage = { $count ->
    [zero] لا مقالات
    [one] مقالة واحدة
    [two] مقالتان
    [few] { $count } مقالات
   *[other] { $count } مقالة
  } على هذا الجهاز، المستعمل { $used }، والباقي { $left }.
storage-unmeasured = { $count ->
    [zero] لا مقالات
    [one] مقالة واحدة
    [two] مقالتان
    [few] { $count } مقالات
   *[other] { $count } مقالة
  } على هذا الجهاز.
size-KB = { $size } ك.ب
size-MB = { $size } م.ب
size-GB = { $size } ج.ب
size-TB = { $size } ت.ب

## ما يُقال عن مقالة
about-article = عن هذه المقالة
about-edit = عدِّل ما يُقال عن هذه المقالة
about-title = العنوان
about-author = الكاتب
about-publisher = الناشر
about-date = التاريخ
about-date-hint = 2024-11-05 أو 2024-11 أو 2024
about-address = عنوان الويب
about-language = اللغة
about-tags = الوسوم
about-tags-hint = تفصلها فواصل
about-saved = حُفظ

## النسخ اللاحقة
version = نسخة سابقة
version-have = لديك هذه المقالة
version-new = أهي نسخة جديدة؟
version-same = النص نفسه في مكتبتك منذ { $when }، ومعه { $notes }.
version-later = تبدو نسخة لاحقة من «{ $title }» التي أحضرتها في { $when } ومعها { $notes }.
version-notes = { $count ->
    [zero] لا ملاحظات
    [one] ملاحظة واحدة
    [two] ملاحظتان
    [few] { $count } ملاحظات
   *[other] { $count } ملاحظة
  }
version-no-notes = لا ملاحظات
version-open-that = افتح تلك، بلا النسخة
version-keep = احتفظ بها نسخة جديدة منها
version-show = أظهر ما تغيّر
version-apart = احتفظ بكلتيهما منفصلتين
copy-removed = أُزيلت النسخة
carry-over = انقل ملاحظاتي
carried = نُقل { $placed }. بقيت النسخة السابقة
carried-some = نُقل { $placed }؛ وفقد { $lost } موضعه. بقيت النسخة السابقة
what-changed = ما تغيّر
what-changed-since = ما تغيّر منذ النسخة التي أُضيفت في { $when }
changes = التغييرات
changes-sum = منذ { $when }: الكلمات المضافة { $added }، والمحذوفة { $removed }.
unchanged = لم يتغيّر: { $start }
unchanged-and-more = لم يتغيّر: { $start } و{ $count } أخرى
`;
