// Runs before the first paint: takes the reader's theme and language over from the last visit, and keeps the sample
// out of sight for a reader who comes back to an article of their own. It only reads; the core owns what is stored.
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
      root.classList.remove('returning');
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
    for (let i = 0; i < localStorage.length; i += 1) {
      if ((localStorage.key(i) || '').startsWith('manicule/article/')) {
        root.classList.add('returning');
        break;
      }
    }
  } catch {
    // Storage is closed to us: the page opens in the system's theme and language, with the sample.
  }
  const language = wanted.find((it) => languages.test(it));
  root.lang = language ? language.slice(0, 2) : 'en';
  root.dir = root.lang === 'ar' ? 'rtl' : 'ltr';
})();
