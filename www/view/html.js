// Owns the reading of HTML: from files, pasted clipboards and rendered Markdown to blocks of plain text.
// Invariants: the markup is parsed into an inert document, where nothing loads and nothing runs; what goes on to
// the core is text and kinds of blocks, never an element or an attribute.

/** @typedef {import('./labels.js').RawBlock} RawBlock */
/** @typedef {RawBlock['kind']} Kind */
/** @typedef {RawBlock & { element: Element, linked: number }} Piece a block, where it stands, how much of it is links */

const SKIPPED = new Set(
  (
    'SCRIPT STYLE NAV TEMPLATE NOSCRIPT IFRAME OBJECT EMBED SVG MATH CANVAS AUDIO VIDEO PICTURE MAP HEAD TITLE LINK META ' +
    'BUTTON INPUT SELECT TEXTAREA DIALOG MENU FRAMESET PORTAL SLOT'
  ).split(' '),
);
const BLOCKS = new Set(
  (
    'ADDRESS ARTICLE ASIDE BLOCKQUOTE BODY CENTER DD DETAILS DIV DL DT FIELDSET FIGCAPTION FIGURE FOOTER FORM H1 H2 H3 H4 ' +
    'H5 H6 HEADER HGROUP HR HTML LI MAIN OL P PRE SECTION SUMMARY TABLE TBODY TD TFOOT TH THEAD TR UL'
  ).split(' '),
);
/** Deeper than this nobody writes; the parser's own limit is about the same. */
const DEPTH = 400;
const BYLINE = /(?:^|[\s_-])(?:byline|dateline|author|pubdate|published|timestamp)(?:$|[\s_-])/i;

/** @type {{ createHTML: (html: string) => any } | undefined} */
let policy;

/**
 * Parses markup into a document that is not shown: no script runs, nothing is fetched.
 * @param {string} markup
 * @param {DOMParserSupportedType} [type]
 * @returns {Document}
 */
export function parse(markup, type = 'text/html') {
  const types = /** @type {any} */ (globalThis).trustedTypes;
  policy ??= types?.createPolicy('manicule', { createHTML: (/** @type {string} */ text) => text }) ?? {
    createHTML: (text) => text,
  };
  return new DOMParser().parseFromString(policy?.createHTML(markup), type);
}

/**
 * @param {string} html
 * @returns {{ blocks: RawBlock[], title: string | undefined }}
 */
export function blocksOfHtml(html) {
  const parsed = parse(html);
  const blocks = blocksOf(root(parsed));
  const title = clean(parsed.title) || undefined;
  if (title && blocks.length > 1 && !blocks.some((block) => block.kind === 'title')) {
    blocks.unshift({ kind: 'title', text: title });
  }
  return { blocks, title };
}

/**
 * What stands in an element.
 * @param {Element} element
 * @param {{ titled?: boolean }} [options] `titled`: the title is known, so that no heading is it
 * @returns {RawBlock[]}
 */
export function blocksOf(element, options) {
  return piecesOf(element, options).map(({ kind, text }) => ({ kind, text }));
}

/**
 * The same, each with its place.
 * @param {Element} element
 * @param {{ titled?: boolean }} [options]
 * @returns {Piece[]}
 */
export function piecesOf(element, { titled = false } = {}) {
  const walk = new Walk(element, titled);
  walk.into(element, 'paragraph', 0, false);
  walk.flush();
  return walk.pieces;
}

/**
 * The article of a page, when the page says which it is.
 * @param {Document} parsed
 */
export function root(parsed) {
  const articles = [...parsed.querySelectorAll('article')].filter(
    (article) => !article.parentElement?.closest('article'),
  );
  const total = (parsed.body.textContent ?? '').length;
  const longest = articles.sort((a, b) => (b.textContent ?? '').length - (a.textContent ?? '').length)[0];
  if (longest && (longest.textContent ?? '').length > total * 0.3) return longest;
  return parsed.querySelector('main, [role=main]') ?? parsed.body;
}

class Walk {
  /**
   * @param {Element} root
   * @param {boolean} titled
   */
  constructor(root, titled) {
    /** @type {Piece[]} */
    this.pieces = [];
    /** The block around, and the one that the text began in. */
    this.around = this.from = root;
    /** How deep in links, and how many letters were in them. */
    this.links = this.linked = 0;
    this.text = '';
    /** @type {Kind} */
    this.kind = 'paragraph';
    this.titled = titled;
  }

  /**
   * @param {Node} node
   * @param {Kind} kind of the text that stands right here
   * @param {number} depth
   * @param {boolean} kept whether white space is kept
   */
  into(node, kind, depth, kept) {
    for (const child of node.childNodes) {
      if (child.nodeType === Node.TEXT_NODE) this.write(child.nodeValue ?? '', kind, kept);
      else if (child instanceof Element || child.nodeType === Node.ELEMENT_NODE) {
        this.element(/** @type {Element} */ (child), kind, depth, kept);
      }
    }
  }

  /**
   * @param {Element} element
   * @param {Kind} kind
   * @param {number} depth
   * @param {boolean} kept
   */
  element(element, kind, depth, kept) {
    const tag = element.tagName.toUpperCase();
    if (SKIPPED.has(tag) || hidden(element)) return;
    if (tag === 'BR') {
      this.line(kind);
      return;
    }
    if (depth > DEPTH) {
      this.write(element.textContent ?? '', kind, kept);
      return;
    }
    if (!BLOCKS.has(tag)) {
      this.links += tag === 'A' ? 1 : 0;
      this.into(element, kind, depth + 1, kept);
      this.links -= tag === 'A' ? 1 : 0;
      return;
    }
    if ((tag === 'TD' || tag === 'TH') && this.text.trim() !== '') {
      this.write(' \u00b7 ', kind, true);
      this.into(element, kind, depth + 1, kept);
      return;
    }
    if (tag === 'TD' || tag === 'TH') {
      this.into(element, kind, depth + 1, kept);
      return;
    }
    this.flush();
    const outer = this.around;
    this.around = element;
    this.into(element, this.kindOf(element, tag, kind), depth + 1, kept || tag === 'PRE');
    this.flush();
    this.around = outer;
  }

  /**
   * @param {Element} element
   * @param {string} tag
   * @param {Kind} kind of the element around
   * @returns {Kind}
   */
  kindOf(element, tag, kind) {
    if (tag === 'H1' && !this.titled) {
      this.titled = true;
      return 'title';
    }
    if (/^H[1-6]$/.test(tag)) return 'heading';
    if (tag === 'LI' || tag === 'DD') return 'listItem';
    if (tag === 'BLOCKQUOTE') return 'quote';
    if (tag === 'FIGCAPTION') return 'caption';
    if (kind !== 'paragraph') return kind;
    return isByline(element, tag) ? 'byline' : 'paragraph';
  }

  /**
   * @param {string} text
   * @param {Kind} kind
   * @param {boolean} kept
   */
  write(text, kind, kept) {
    if (this.text === '') [this.kind, this.from] = [kind, this.around];
    if (this.links > 0) this.linked += text.trim().length;
    this.text += kept ? text : text.replace(/[\t\n\f\r ]+/g, ' ');
  }

  /**
   * A line break; two of them end a paragraph.
   * @param {Kind} kind
   */
  line(kind) {
    if (/\n[\t ]*$/.test(this.text)) this.flush();
    else if (this.text.trim() !== '') this.write('\n', kind, true);
  }

  /** Ends the block. */
  flush() {
    const text = this.text
      .replace(/[\t ]*\n[\t ]*/g, '\n')
      .replace(/ {2,}/g, ' ')
      .trim();
    const { kind, from: element, linked } = this;
    [this.text, this.linked] = ['', 0];
    if (text !== '') this.pieces.push({ kind, text, element, linked });
  }
}

/** @param {Element} element */
function hidden(element) {
  if (element.hasAttribute('hidden') || element.getAttribute('aria-hidden') === 'true') return true;
  if (element.getAttribute('role') === 'doc-backlink') return true;
  const style = element.getAttribute('style') ?? '';
  return /(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*hidden)/i.test(style);
}

/**
 * @param {Element} element
 * @param {string} tag
 */
function isByline(element, tag) {
  if (tag === 'ADDRESS') return true;
  const length = (element.textContent ?? '').trim().length;
  if (length > 240) return false;
  const marks = `${element.className} ${element.getAttribute('itemprop') ?? ''} ${element.getAttribute('rel') ?? ''}`;
  if (BYLINE.test(marks)) return true;
  const time = element.querySelector('time, [rel~=author], [itemprop~=author]');
  return (
    time !== null &&
    (time.textContent ?? '').trim().length > length * 0.4 &&
    !element.querySelector('p, h1, h2, li')
  );
}

/**
 * White space folded.
 * @param {string} text
 */
export function clean(text) {
  return text.replace(/\s+/g, ' ').trim();
}
