// What the page says that a bookmarklet opens, in Arabic. Ids are those of `en.js`.
export default `
receiving = تُؤخذ الصفحة…
receiving-open = افتح Manicule
receiving-alone = لم تسمح الصفحة بأخذها. حُفظت ملفًّا بدلًا من ذلك، أو يمكن حفظها: احفظها بمتصفحك (Ctrl أو Cmd مع S)، ثم أفلت الملف على Manicule.
`;
