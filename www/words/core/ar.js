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
core-cannot-be-learned-a-name-has-a-letter = لا يمكن تعلّم «{ $what }»: في الاسم حرف أو رقم، وطوله { $bytes } بايت على الأكثر.
core-is-not-a-date-such-as-or = «{ $what }» ليس تاريخًا مثل 2023-09-26 أو 2023-09 أو 2023.
core-the-text-is-bytes-long-at-most-can = طول النص { $bytes } بايت؛ أقصى ما يُفتح { $most }.
core-the-file-is-not-a-backup-of-manicule = الملف ليس نسخة احتياطية من Manicule.
core-the-browser-s-storage-is-full = تخزين المتصفح ممتلئ.

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

## ما جرى للمكتبة
core-newer-library = كتب المكتبة إصدار أحدث من Manicule: يمكن قراءتها وتصديرها، لا تغييرها.
core-set-aside = تعذّرت قراءة السجل «{ $what-key }»: { $why }. وُضع جانبًا باسم «{ $what-place }».
core-left-lying = تعذّرت قراءة السجل «{ $what-key }»: { $why }. ولم يمكن وضعه جانبًا، فبقي حيث كان.
core-forgotten = { $why } يُنسى كل شيء عند إغلاق هذه الصفحة.
core-two-windows = تغيّرت ملاحظة في نافذتين. يبقى النص الآخر معها.
core-replaced = { $count ->
    [one] استُبدل بـ«�» حرف واحد ليس نصًّا.
    [two] استُبدل بـ«�» حرفان ليسا نصًّا.
    [few] استُبدلت بـ«�» { $count } أحرف ليست نصًّا.
   *[other] استُبدل بـ«�» { $count } حرفًا ليس نصًّا.
  }
core-controls = { $count ->
    [one] أُهمل حرف تحكم واحد.
    [two] أُهمل حرفا تحكم.
    [few] أُهملت { $count } أحرف تحكم.
   *[other] أُهمل { $count } حرف تحكم.
  }

## ما الخطأ في سجل
core-record-newer = السجل من الإصدار { $found }، وهذا البرنامج يعرف الإصدارات حتى { $known }.
core-record-damaged = السجل تالف: { $why }.
core-no-version = ليس له إصدار
core-never-version = لم يكن قط إصدار { $found }
core-is-empty = هو فارغ
core-checksum = مجموع تحققه { $what-is } وكان ينبغي أن يكون { $what-due }
core-no-record = ليس كائنًا
core-no-seal = ليس له إصدار ومجموع تحقق حيث ينبغي
core-block-outside = المقطع من { $start } إلى { $end } ليس في النص
core-id-of-another = معرّفه ليس معرّف مفتاحه
core-no-library-record = ليس سجلًّا من مكتبة.
core-id-not-of-key = معرّفه ليس معرّف مفتاحه.
core-name-not-of-key = اسمه ليس اسم مفتاحه.
core-article-not-in-backup = مقالته ليست في النسخة الاحتياطية.

## حيث يُحفظ
core-storage-unusable = لا يمكن استعمال تخزين المتصفح: { $why }
core-database-unusable = لا يمكن استعمال قاعدة بيانات المتصفح: { $why }.
core-no-window = لا نافذة.
core-storage-off = هو معطَّل.
core-not-read-back = تعذّرت إعادة قراءة ما كُتب.
core-database-not-read-back = تعذّرت إعادة قراءة ما كُتب.
core-not-saved = غير محفوظ: { $why }
core-storage-is-full = التخزين ممتلئ
core-text-coming = لا يزال النص يُكتب
core-nowhere = ليس في تخزين المتصفح ولا في قاعدة بياناته.
core-no-text = لا يمكن قراءة نص «{ $what }». { $why }

## ما طُلب وليس موجودًا
core-no-article = لا مقالة «{ $what }».
core-no-annotation = لا تعليق «{ $what }» في هذه المقالة.
core-no-passage = ليس للتعليق «{ $what }» مقطع { $index } يمكن وضعه في موضع آخر.
core-covers-none = يجب أن يغطي التعليق حرفًا واحدًا على الأقل؛ والمدى { $start }–{ $end } لا يغطي شيئًا.
core-no-format = لا صيغة «{ $what }» للتصدير.
core-no-revision = ليس للملاحظة نص آخر رقمه { $index }.
core-past-end = الموضع { $offset } بعد نهاية النص الذي طوله { $length }.
core-inside-character = الموضع { $offset } داخل حرف.
core-outside-text = الموضع { $start }–{ $end } ليس في النص.
core-too-long-to-read = طول النص { $bytes } بايت؛ أقصى ما يُقرأ { $most } بايت.
core-no-reading = لا يُفهم ما قُرئ من المقالة: { $bytes } بايت ليست قراءة.
core-no-type = «{ $what }» ليس نوع كيان.
core-no-colour = { $what } ليس لونًا للتعليم.
core-no-speech = نموذج أقسام الكلام غير موجود. تحقق من الاتصال وحاول مرة أخرى.
core-not-fetched = تعذّر جلب جزء من Manicule يلزم لهذا. تحقق من الاتصال وحاول مرة أخرى.
core-no-names-model = البيانات ليست نموذج أسماء، أو هي لإصدار آخر من Manicule.
core-no-model = الملف ليس نموذجًا، أو هو لإصدار آخر من Manicule.
core-model-damaged = النموذج تالف: ليست بايتاته الـ{ $bytes } هي التي كُتبت.
core-model-cut = تنتهي بيانات النموذج أو تفسد عند البايت { $at }.

## النسخ الاحتياطية
core-backup-newer = النسخة الاحتياطية من الإصدار { $found }، وهذا البرنامج يقرأ الإصدارات حتى { $known }. أعد التحميل للحصول على برنامج أحدث.
core-backup-too-long = طول النسخة الاحتياطية { $bytes } بايت؛ أقصى ما يُقرأ { $most }.
core-backup-not-restored = لم تُستعد النسخة الاحتياطية ولم يتغير شيء: { $why }
core-backup-restored-already = استُعيدت هذه النسخة الاحتياطية من قبل.

## ملفات لا تُستورد
core-file-too-long = طول الملف { $bytes } بايت؛ أقصى ما يُقرأ { $most }.
core-too-many-values = في الملف نحو { $values } قيمة JSON؛ أقصى ما يُقرأ { $most }.
core-too-deep = في الملف { $depth } مستويات متداخلة؛ أقصى ما يُقرأ { $most }.
core-too-many-annotations = في الملف { $count } من التعليقات؛ أقصى ما يُقرأ مرة واحدة { $most }.
core-not-json = الملف ليس JSON: السطر { $line }، العمود { $column }: { $why }.
core-not-utf-8 = الملف ليس UTF-8: في السطر { $line } بايتات ليست نصًّا. احفظه بترميز UTF-8 وحاول مرة أخرى.
core-too-many-files = لا يمكن استيراد { $count } من الملفات معًا: ملفا brat وحدهما يمكن.
core-file-unreadable = الملف غير مقروء: «{ $what }» فيه مفقود أو خاطئ.
core-no-known-format = الملف ليس بصيغة تُقرأ: الصيغ هي Web Annotations وHypothesis وdoccano وbrat وWebAnno TSV وUIMA CAS JSON وReadwise.
core-not-annotations = الملف JSON، لكنه ليس تعليقًا ولا صفحة أو مجموعة تعليقات ولا قائمة منها.
core-other-context = ‏«@context» في الملف ليس ما يطلبه Web Annotation Data Model ({ $what }).

## ما لا يؤخذ من ملف
core-same-id = لتعليق سابق في الملف المعرّف نفسه.
core-only-named = لا يزيد الملف على ذكر «{ $what }»؛ ولا يجلب Manicule أبدًا ما يذكره ملف.
core-article-unreadable = المقالة في الملف غير مقروءة: «{ $what }» فيها مفقود أو خاطئ.
core-passage-not-there = المقطع من { $start } إلى { $end } ليس في نص الملف، أو النص هناك غير المقتبس.
core-line-unreadable = السطر { $line } غير مقروء: «{ $what }» فيه مفقود أو خاطئ.
core-line-left-out = أُهمل السطر { $line }. لا تُقرأ: { $why }.
core-brat-unread = العلاقات والأحداث والسمات
core-relations = العلاقات
core-chains = السلاسل
core-name-unreadable = اسم متعلَّم في الملف غير مقروء: «{ $what }» فيه مفقود أو خاطئ.
core-missing = ليس للتعليق «{ $what }».
core-invalid = ‏«{ $what }» في التعليق يجب أن يكون { $why-due }، لكنه { $why-found }.
core-exclusive = في التعليق «{ $what-first }» و«{ $what-second }» معًا، وكل منهما يستبعد الآخر.

## ما يجب أن تكون عليه خاصية تعليق، وما هي عليه
core-context = سياق Web Annotation Data Model
core-type-annotation = «Annotation»
core-single = قيمة واحدة
core-at-least-one = قيمة واحدة على الأقل
core-text = نصًّا
core-address = عنوانًا (URI)
core-time = تاريخًا ووقتًا مثل 2023-09-26T08:00:00Z
core-address-or-object = عنوانًا (URI) أو كائنًا
core-whole-number = عددًا صحيحًا من 0
core-selector = محدِّدًا يصفه النموذج، أو محدِّدًا له «id»
core-state = حالة يصفها النموذج، أو حالة لها «id»
core-resource = عنوانًا (URI) أو كائنًا له «id» أو «source» أو «items»، أو متنًا له «value»
core-direction = «ltr» أو «rtl» أو «auto»
core-list = قائمة
core-object = كائنًا
core-the-number = العدد { $what }
core-the-text = النص «{ $what }»
core-list-of = قائمة من { $count }
`;
