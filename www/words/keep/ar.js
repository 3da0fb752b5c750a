// What backups, export and import say, in Arabic. Ids and what is put in are those of `en.js`.
export default `
## النسخ الاحتياطي
backup = النسخ الاحتياطي
backup-last = آخر نسخة احتياطية: { $when }.
backup-none = لا نسخة احتياطية بعد.
backup-everything = انسخ كل شيء احتياطيًّا
restore = استعادة
restore-choose = استعادة…
backup-file = ملف النسخة الاحتياطية
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
`;
