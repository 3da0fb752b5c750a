// Runs before the first paint: takes the reader's theme and language over from the last visit, and keeps the sample
// out of sight for a reader who comes back to an article of their own, or to a sample that they did something with.
// It only reads; the core owns what is stored.
(function () {
  const root = document.documentElement;
  root.classList.add('js');
  addEventListener(
    'error',
    (event) => {
      const saved = document.getElementById('saved');
      if (!(event.target instanceof HTMLScriptElement) || !saved) return;
      // The words of the page come with its scripts.
      const said = {
        en: 'Not loaded, nothing is saved. Reload the page.',
        fr: 'Non chargé, rien n’est enregistré. Rechargez la page.',
        ar: 'لم يُحمَّل ولا يُحفظ شيء. أعد تحميل الصفحة.',
      };
      saved.textContent = said[/** @type {'en'} */ (root.lang)];
      root.classList.remove('away');
    },
    true,
  );
  const languages = /^(en|fr|ar)\b/;
  let wanted = navigator.languages || [navigator.language];
  try {
    const language = /^(en|fr|ar)$/.exec(localStorage.getItem('manicule/setting/language') || '');
    if (language && language[1]) wanted = [language[1]];
    const theme = /\b(dark|light)\b/.exec(localStorage.getItem('manicule/setting/theme') || '');
    if (theme && theme[1]) root.dataset.theme = theme[1];
    const keys = Array.from({ length: localStorage.length }, (_, at) => localStorage.key(at) || '');
    const articles = keys.filter((key) => key.startsWith('manicule/article/'));
    if (articles.length > 0) root.classList.add('returning');
    // What is stored of somebody who saw the sample and no more.
    const left = /^manicule\/(schema$|article\/|text\/|setting\/(theme|language|device-seen-))/;
    const has = (/** @type {string} */ key, /** @type {string} */ part) =>
      (localStorage.getItem(key) || '').includes(part);
    const isAsPublished = keys.every((key) => {
      if (key === articles[0]) return has(key, `"hash":"${root.dataset.sample}"`);
      return key.includes('/device-seen-') ? has(key, '"at":0,') : left.test(key);
    });
    if (articles.length > 1 || (articles[0] && !isAsPublished)) root.classList.add('away');
  } catch {
    // Storage is closed to us: the page opens in the system's theme and language, with the sample.
  }
  const language = wanted.find((it) => languages.test(it));
  root.lang = language ? language.slice(0, 2) : 'en';
  root.dir = root.lang === 'ar' ? 'rtl' : 'ltr';
})();
