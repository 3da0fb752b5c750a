// What the core says, in Arabic. Ids and what is put in are those of `en.js`.
export default `
## خطوات السجل
core-highlight = التظليل
core-note = الملاحظة
core-correction = التصحيح
core-relation = العلاقة
core-removal-of-the-highlight = إزالة التظليل
core-removal-of-the-note = إزالة الملاحظة
core-removal-of-the-correction = إزالة التصحيح
core-removal-of-the-relation = إزالة العلاقة
core-merging-of-notes = دمج الملاحظات
core-new-place-of-the-note = الموضع الجديد للملاحظة
core-change-of-several-notes = تغيير عدة ملاحظات
core-removal-of-several-notes = إزالة عدة ملاحظات
core-removal-of-the-learned-name = إزالة الاسم المتعلَّم
core-names-of-the-colours = أسماء الألوان
core-change-of-the-templates = تغيير القوالب
core-hiding-of-the-entity = إخفاء الكيان
core-showing-of-the-entity = إظهار الكيان
core-rename = إعادة التسمية
core-date = التاريخ
core-removal-of-the-article = إزالة المقالة
core-removal-of-the-articles = إزالة المقالات
core-change-of-what-is-said-of-the-article = تغيير ما يُقال عن المقالة
core-notes-on-the-new-version = ملاحظات على النسخة الجديدة
core-import = الاستيراد
core-restored-backup = النسخة الاحتياطية المستعادة
core-other-text-of-the-note = النص الآخر للملاحظة

## ما لا يمكن
core-nothing-can-be-changed-the-library-was-written = لا يمكن تغيير شيء: كتب المكتبة إصدار أحدث من Manicule. أعد التحميل للحصول عليه.
core-no-article-is-open = لا مقالة مفتوحة.
core-the-annotation-was-changed-in-another-window-a = تغيّر التعليق قبل لحظة في نافذة أخرى. انظر إليه قبل إزالته.
core-only-marks-and-notes-that-overlap-each-on = لا تُدمج إلا العلامات والملاحظات المتداخلة، وكل منها على مقطع موجود يقينًا.
core-cannot-be-learned-a-name-has-a-letter = لا يمكن تعلّم «{ $what }»: في الاسم حرف أو رقم، وطوله { $one } بايت على الأكثر.
core-is-not-a-date-such-as-or = «{ $what }» ليس تاريخًا مثل 2023-09-26 أو 2023-09 أو 2023.
core-the-text-is-bytes-long-at-most-can = طول النص { $one } بايت؛ أقصى ما يُفتح { $other }.
core-the-file-is-not-a-backup-of-manicule = الملف ليس نسخة احتياطية من Manicule.
core-the-browser-s-storage-is-full = تخزين المتصفح ممتلئ.
core-not-saved-storage-is-full = غير محفوظ: التخزين ممتلئ
core-not-saved-the-text-is-still-being-written = غير محفوظ: لا يزال النص يُكتب

## المواضع المفقودة
core-the-annotation-has-neither-a-quotation-nor-a = ليس للتعليق اقتباس ولا موضع في النص.
core-the-quotation-is-empty = الاقتباس فارغ.
core-the-quoted-words-are-no-longer-in-the = لم تعد الكلمات المقتبسة في النص.

## ما تنفع له الصيغ
core-spacy-a-document-that-doc-from-json-takes = ‏spaCy: مستند يأخذه Doc.from_json
core-hypothesis-rows-as-its-api-has-them = ‏Hypothesis: صفوف كما في واجهته البرمجية
core-brat-and-inception-the-text-and-the-annotations = ‏brat وINCEpTION: النص والتعليقات منفصلان، ملفان
core-keeping-everything-and-for-other-annotators-nothing-is = حفظ كل شيء، ولأدوات التعليق الأخرى: لا يضيع شيء
core-doccano-and-scripts-text-and-labelled-spans = ‏doccano والبرامج النصية: النص ومقاطع موسومة
core-inception-and-webanno-tokens-and-entity-types = ‏INCEpTION وWebAnno: الكلمات وأنواع الكيانات
core-inception-and-uima-text-tokens-entities-and-notes = ‏INCEpTION وUIMA: النص والكلمات والكيانات والملاحظات
core-training-taggers-tokens-and-entity-types-in-columns = تدريب برامج الوسم: الكلمات وأنواع الكيانات في أعمدة
core-tools-of-universal-dependencies-tokens-parts-of-speech = أدوات Universal Dependencies: الكلمات وأقسام الكلام وأنواع الكيانات
core-reading-and-printing-anywhere-the-article-with-its = القراءة والطباعة في أي مكان: المقالة بعلاماتها وملاحظاتها المرقّمة، في ملف واحد
core-spreadsheets-a-table-one-row-a-passage = جداول البيانات: جدول، صف لكل مقطع
core-scripts-the-same-table-with-tabs = البرامج النصية: الجدول نفسه بفواصل جدولة
core-highlights-and-notes-from-readwise = تظليلات وملاحظات من Readwise
core-notebooks-and-writing-quotations-notes-and-a-citation = الدفاتر والكتابة: اقتباسات وملاحظات ومرجع

## الصيغ
core-web-page = صفحة ويب
`;
