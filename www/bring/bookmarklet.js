// Owns the bookmarklet: a line of script that a reader keeps among the bookmarks, and that hands the page on which it
// is pressed to Manicule. Invariants: the page goes to Manicule's own origin alone; where that cannot be, it becomes a
// file on the reader's device.

/* eslint no-restricted-properties: 'off' -- it reads the other page's markup, and writes none */

/** Runs on the other page. Everything it needs comes in as arguments. @param {string} address @param {string} origin */
function handOver(address, origin) {
  const number = Array.from(crypto.getRandomValues(new Uint32Array(4)), (part) => part.toString(36)).join('');
  const html = () => {
    const from = `<!-- saved from url=(${String(location.href.length).padStart(4, '0')})${location.href} -->`;
    return `<!doctype html>\n${from}\n${document.documentElement.outerHTML}`;
  };
  const save = () => {
    removeEventListener('message', answer);
    const link = document.createElement('a');
    link.href = URL.createObjectURL(new Blob([html()], { type: 'text/html' }));
    link.download = `${document.title.replace(/[^\p{L}\p{N}]+/gu, '-').slice(0, 80) || 'page'}.html`;
    link.click();
  };
  const answer = (/** @type {MessageEvent} */ event) => {
    if (event.origin !== origin || event.source !== target || event.data?.manicule !== number) return;
    removeEventListener('message', answer);
    clearTimeout(late);
    const { href } = location;
    target?.postMessage({ manicule: number, html: html(), url: href, title: document.title }, origin);
  };
  addEventListener('message', answer);
  const target = open(`${address}#${number}`, '_blank');
  const late = setTimeout(save, target ? 5000 : 0);
}

/** The bookmarklet's address, for a link that is dragged to the bookmarks. */
export function bookmarklet() {
  const address = new URL('bring.html', document.baseURI);
  const call = `(${handOver})(${JSON.stringify(address.href)},${JSON.stringify(address.origin)})`;
  const scheme = 'javascript';
  return `${scheme}:${encodeURIComponent(call.replace(/\s*\n\s*/g, ' '))}`;
}
